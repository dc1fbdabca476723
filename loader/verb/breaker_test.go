package verb

import "testing"

// A name begins behind a verb, also behind one that is done with (好), but goes on behind what only looks like one.
func TestBreaks(t *testing.T) {
	for _, c := range []struct {
		word string
		want bool
	}{
		{"走进", true},
		{"抓好", true},
		{"友好", false},
		{"好", false},
		{"北距", true},
		{"差距", false},
		{"明确提出", true},
		{"新闻发布", false},
		{"今年以来", true},
		{"发展", false},
	} {
		t.Run(c.word, func(t *testing.T) {
			if got := Breaks(c.word); got != c.want {
				t.Errorf("Breaks(%s) is %t", c.word, got)
			}
		})
	}
}
