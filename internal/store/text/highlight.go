package text

import (
	"cmp"
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/zh"
)

// Snippets of an article's text reach so many code points before the first word, and so many in all.
const (
	snippetBefore = 20
	snippetLength = 80
)

// Highlight shows where n answers q, rank being what Rank told: the field, a stretch of it, and the words' spans in that
// stretch in code points.
func Highlight(q *Query, n kg.Node, rank int) (field, snippet string, spans kg.Spans) {
	e := EntryOf(n)
	switch rank {
	case kg.RankExactName, kg.RankNamePrefix:
		return "name", e.Name, prefixSpan(e.Name, q.Key)
	case kg.RankAlias:
		for _, a := range e.Aliases {
			if strings.HasPrefix(zh.Key(a), q.Key) {
				return aliasField(n, a), a, prefixSpan(a, q.Key)
			}
		}
	case kg.RankPinyin:
		return spoken(q, n, &e)
	case kg.RankText:
		if s, sp := cutSnippet(q, e.Body); len(sp) > 0 {
			return "text", s, sp
		}
	}
	return titleHighlight(q, n, &e)
}

// aliasField is the field of n that alias stands in, or "name" for another spelling of that.
func aliasField(n kg.Node, alias string) string {
	switch n := n.(type) {
	case *kg.Organization:
		return "shortNames"
	case *kg.Post:
		if alias == n.Title {
			return "title"
		}
		return "name"
	}
	return "aliases"
}

func spoken(q *Query, n kg.Node, e *Entry) (field, snippet string, spans kg.Spans) {
	for i, name := range append([]string{e.Name}, e.Aliases...) {
		r := read(name, e.Person)
		if !strings.HasPrefix(r.Full(), q.Latin) && !strings.HasPrefix(r.Initials(), q.Latin) {
			continue
		}
		field := "name"
		if i > 0 {
			field = aliasField(n, name)
		}
		return field, name, kg.Spans{{Start: 0, End: len([]rune(name))}}
	}
	return "name", e.Name, nil
}

// titleHighlight takes the field in which the first word stands.
func titleHighlight(q *Query, n kg.Node, e *Entry) (field, snippet string, spans kg.Spans) {
	fields := []Titled{{"name", e.Name}}
	for _, a := range e.Aliases {
		fields = append(fields, Titled{aliasField(n, a), a})
	}
	for _, f := range append(fields, e.Titles...) {
		if sp := find(q.runes, f.Value); len(sp) > 0 && len(find(q.runes[:1], f.Value)) > 0 {
			return f.Field, f.Value, sp
		}
	}
	return "name", e.Name, nil
}

// prefixSpan is the shortest start of name whose key begins with key.
func prefixSpan(name, key string) kg.Spans {
	runes := []rune(name)
	for end := 1; end <= len(runes); end++ {
		if strings.HasPrefix(zh.Key(string(runes[:end])), key) {
			return kg.Spans{{Start: 0, End: end}}
		}
	}
	return kg.Spans{{Start: 0, End: len(runes)}}
}

// find lists the places of words in s, in code points, in order and without overlap.
func find(words [][]rune, s string) kg.Spans {
	folded, at := fold(s)
	var all kg.Spans
	for _, w := range words {
		for i := 0; i+len(w) <= len(folded); i++ {
			if slices.Equal(folded[i:i+len(w)], w) {
				all = append(all, kg.Span{Start: at[i], End: max(at[i+len(w)], at[i]+1)})
				i += len(w) - 1
			}
		}
	}
	slices.SortFunc(all, func(x, y kg.Span) int { return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(y.End, x.End)) })
	out := all[:0]
	for _, sp := range all {
		if n := len(out); n == 0 || sp.Start >= out[n-1].End {
			out = append(out, sp)
		}
	}
	return out
}

// cutSnippet cuts a stretch round the first word out of body, within its line.
func cutSnippet(q *Query, body string) (string, kg.Spans) {
	spans := find(q.runes, body)
	if len(spans) == 0 {
		return "", nil
	}
	runes := []rune(body)
	first := spans[0]
	start := max(first.Start-snippetBefore, 0)
	end := min(max(start+snippetLength, first.End), len(runes))
	for i := first.Start - 1; i >= start; i-- {
		if runes[i] == '\n' {
			start = i + 1
			break
		}
	}
	for i := first.End; i < end; i++ {
		if runes[i] == '\n' {
			end = i
			break
		}
	}
	var inside kg.Spans
	for _, sp := range spans {
		if sp.Start >= start && sp.End <= end {
			inside = append(inside, kg.Span{Start: sp.Start - start, End: sp.End - start})
		}
	}
	return string(runes[start:end]), inside
}
