package org

import "testing"

func TestShaped(t *testing.T) {
	for _, c := range []struct {
		words string
		of    Shape
		want  bool
	}{
		{"瓷器商行", Trade, true},
		{"瓷器商行", Generic | House, false},
		{"上下游企业", Generic, true},
		{"化学系", Department, true},
		{"合作关系", Department, false},
		{"风情园", House, true},
		{"产业园", House, false},
		{"生态景区", Trade, true},
		{"生态景区", House, true},
		{"国际社会", House, false},
		{"农家书社", House, true},
	} {
		if got := Shaped(c.words, c.of); got != c.want {
			t.Errorf("Shaped(%s, %b) is %v", c.words, c.of, got)
		}
	}
}
