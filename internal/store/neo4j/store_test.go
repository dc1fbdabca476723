package neo4j_test

import (
	"os"
	"testing"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/neo4j/neotest"
	"github.com/baopu/baopu/internal/store/storetest"
)

func TestMain(m *testing.M) {
	storetest.RandomRuns(1) // each takes the server a dozen seconds
	os.Exit(m.Run())
}

func TestStore(t *testing.T) {
	url, ok := neotest.URL(t)
	if !ok {
		return
	}
	storetest.Run(t, func(t *testing.T) kg.Store { return neotest.Open(t, url) })
}

func TestLedger(t *testing.T) {
	url, ok := neotest.URL(t)
	if !ok {
		return
	}
	storetest.RunLedger(t, func(t *testing.T) kg.Store { return neotest.Open(t, url) })
}
