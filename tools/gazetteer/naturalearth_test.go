package main

import "testing"

func TestTells(t *testing.T) {
	states := []string{"挪威", "俄罗斯"}
	for name, want := range map[string]bool{
		"波波卡山":   true,
		"利塔河":    true,
		"克罗海峡":   true,
		"挪威海":    false, // of 挪威海军
		"罗斯海":    false, // of 俄罗斯海军
		"王海山":    false, // somebody
		"海湾":     false,
		"克罗贝什":   false, // may be anything
		"Ebola河": false,
	} {
		if got := tells(name, "王李", states); got != want {
			t.Errorf("tells(%s) = %v", name, got)
		}
	}
}
