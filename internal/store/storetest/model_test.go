package storetest_test

import (
	"testing"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/storetest"
)

// TestModel proves the suite by the model, and the model by the suite.
func TestModel(t *testing.T) {
	storetest.Run(t, func(*testing.T) kg.Store { return storetest.NewModel() })
}
