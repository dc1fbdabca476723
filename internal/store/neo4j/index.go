package neo4j

import (
	"slices"
	"strconv"
	"strings"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store/text"
)

// searchProperties adds to a node's properties what the full-text indexes hold of it: words, the bigrams of its names and
// titles; body, those of an article's text; forms, the short forms of its names, one token each.
func searchProperties(n kg.Node, props params) {
	if !text.Indexed(n.NodeHead().Kind) {
		return
	}
	e := text.EntryOf(n)
	forms := e.Forms()
	tokens := make([]string, len(forms))
	for i, f := range forms {
		tokens[i] = formToken(f)
	}
	props["words"] = text.Bigrams(e.Names())
	props["forms"] = strings.Join(tokens, " ")
	if e.Body != "" {
		props["body"] = text.Bigrams(e.Body)
	}
}

// sameEntry says whether a search finds b as it found a. It compares what the entries are made of, which costs less than
// to make them.
func sameEntry(a, b kg.Node) bool {
	if !text.Indexed(b.NodeHead().Kind) {
		return true
	}
	x, y := text.EntryOf(a), text.EntryOf(b)
	return x.Name == y.Name && x.Body == y.Body && slices.Equal(x.Aliases, y.Aliases) && slices.Equal(x.Titles, y.Titles)
}

// formToken writes a form as one token of an index that is cut at white space only: the class, then the form, its spaces
// as low lines.
func formToken(f text.Form) string {
	return strconv.Itoa(int(f.Class)) + ":" + strings.Map(func(r rune) rune {
		if r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\u3000' {
			return '\u2581'
		}
		return r
	}, f.Text)
}
