package fact

import (
	"slices"

	"github.com/baopu/baopu/loader/org"
	"github.com/baopu/baopu/loader/reading"
)

// signed adds to r the bodies that nothing shows to be some but that they sign, and how their names end: 五邑大学 in 五邑大学与某公司签订….
func signed(r *reading.Reading) {
	known := map[string]bool{}
	for _, p := range r.People {
		known[p.Name] = true
	}
	for _, p := range r.Places {
		known[p.Name] = true
	}
	for _, o := range r.Organizations {
		known[o.Name] = true
	}
	for _, a := range r.Agreements {
		for _, name := range a.Parties {
			runes := []rune(name)
			_, end, ok := org.EndsAt(runes, len(runes))
			if !ok || known[name] {
				continue
			}
			known[name] = true
			if spans := spansOf(r.Text.Runes, runes); len(spans) > 0 {
				r.Organizations = append(r.Organizations, reading.Organization{Name: name, Type: end.Type, Spans: spans})
			}
		}
	}
}

// spansOf is where name stands in text, none within another.
func spansOf(text, name []rune) []reading.Evidence {
	var out []reading.Evidence
	for i := 0; i+len(name) <= len(text); i++ {
		if slices.Equal(text[i:i+len(name)], name) {
			out = append(out, reading.Evidence{Span: reading.Span{Start: i, End: i + len(name)}, Rule: "org.party"})
			i += len(name) - 1
		}
	}
	return out
}
