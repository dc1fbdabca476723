package discourse

import "testing"

// A word cut out of a longer one is none, whichever side the rest of that stands on.
func TestHalf(t *testing.T) {
	for _, c := range []struct {
		text, word string
		half       bool
	}{
		{"降到", "到", true},
		{"他到", "到", false},
		{"走到", "到", false}, // who walks to a place goes there
		{"来往", "来", true},
		{"概率", "率", true},
		{"工作交流会", "作交流", true},
		{"他作交流", "作交流", false},
		{"村委会签订", "会签", true},
		{"联合会签文件", "会签", false},
		{"代表会见", "会见", false},
	} {
		t.Run(c.text, func(t *testing.T) {
			runes, word := []rune(c.text), []rune(c.word)
			at := 0
			for string(runes[at:at+len(word)]) != c.word {
				at++
			}
			if got := half(runes, 0, at, at+len(word), len(runes)); got != c.half {
				t.Errorf("%s in %s: %t, want %t", c.word, c.text, got, c.half)
			}
		})
	}
}
