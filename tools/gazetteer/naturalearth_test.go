package main

import "testing"

func TestTells(t *testing.T) {
	states := []string{"挪威", "俄罗斯"}
	for _, c := range []struct {
		trap, name string
		want       bool
	}{
		{"a mountain", "波波卡山", true},
		{"a river", "利塔河", true},
		{"an ending of two characters", "克罗海峡", true},
		{"of 挪威海军", "挪威海", false},
		{"of 俄罗斯海军", "罗斯海", false},
		{"somebody by a mountain", "王海山", false},
		{"somebody by a river", "李星河", false},
		{"nothing before its ending", "海湾", false},
		{"may be anything", "克罗贝什", false},
		{"letters", "Ebola河", false},
	} {
		t.Run(c.trap, func(t *testing.T) {
			if got := tells(c.name, "王李", states); got != c.want {
				t.Errorf("tells(%s) = %v", c.name, got)
			}
		})
	}
}
