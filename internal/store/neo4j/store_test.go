package neo4j_test

import (
	"testing"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/neo4j/neotest"
	"github.com/baopu/baopu/internal/store/storetest"
)

func TestStore(t *testing.T) {
	url, ok := neotest.URL(t)
	if !ok {
		return
	}
	storetest.Run(t, func(t *testing.T) kg.Store { return neotest.Open(t, url) })
}
