package neo4j_test

import (
	"flag"
	"os"
	"testing"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/neo4j/neotest"
	"github.com/baopu/baopu/internal/store/storetest"
)

func TestMain(m *testing.M) {
	flag.BoolVar(&storetest.Thorough, "thorough", false, "ask everything that the suite can ask; make thorough sets it")
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
