package main

import (
	"github.com/baopu/baopu/internal/zh/tagger"
	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/mention"
	"github.com/baopu/baopu/loader/reading"
)

// span is a name in a text.
type span struct {
	start, end int
	typ        tagger.Type
}

// example is one sentence with its names, in order. Titles are the stretches before a name that say who it is.
type example struct {
	text   []rune
	spans  []span
	titles []title
}

// title is a stretch of titles and places in front of the name that begins at end.
type title struct{ start, end int }

// sequence is the example as the tagger sees it, and its labels; false where the reader changes the text.
func (e example) sequence() (s tagger.Sequence, labels []tagger.Label, ok bool) {
	a := &article.Article{Body: string(e.text), PublishedAt: "2024-01-01"}
	list := mention.Sequences(&reading.Reading{Article: a, Text: a.Text()})
	if len(list) != 1 || string(list[0].Runes) != string(e.text) {
		return s, nil, false
	}
	s = list[0]
	labels = make([]tagger.Label, len(e.text))
	for _, x := range e.spans {
		if x.end-x.start < 2 {
			continue
		}
		first := tagger.First(x.typ)
		for i := x.start; i < x.end; i++ {
			labels[i] = first + 1
		}
		labels[x.start], labels[x.end-1] = first, first+2
	}
	return s, labels, !barred(s, labels)
}

// barred tells whether a token's bars forbid one of the labels.
func barred(s tagger.Sequence, labels []tagger.Label) bool {
	k := 0
	for i, l := range labels {
		for s.Tokens[k].End <= i {
			k++
		}
		if l != tagger.Outside && s.Tokens[k].Bars.Has(tagger.Type((l-1)/3)) {
			return true
		}
	}
	return false
}

// replace is e with the text of some spans, by their index, changed. Names that become empty are dropped.
func (e example) replace(with map[int]string) example {
	var out example
	at := 0
	shift := make([]int, len(e.text)+1)
	for i, x := range e.spans {
		for ; at < x.start; at++ {
			shift[at] = len(out.text)
			out.text = append(out.text, e.text[at])
		}
		name := e.text[x.start:x.end]
		if w, ok := with[i]; ok {
			name = []rune(w)
		}
		for ; at < x.end; at++ {
			shift[at] = len(out.text)
		}
		out.spans = append(out.spans, span{len(out.text), len(out.text) + len(name), x.typ})
		out.text = append(out.text, name...)
	}
	for ; at < len(e.text); at++ {
		shift[at] = len(out.text)
		out.text = append(out.text, e.text[at])
	}
	shift[len(e.text)] = len(out.text)
	for _, t := range e.titles {
		out.titles = append(out.titles, title{shift[t.start], shift[t.end]})
	}
	return out
}

// without is e without the stretch of a title and the names in it.
func (e example) without(t title) example {
	n := t.end - t.start
	out := example{text: append(append([]rune{}, e.text[:t.start]...), e.text[t.end:]...)}
	for _, x := range e.spans {
		switch {
		case x.end <= t.start:
			out.spans = append(out.spans, x)
		case x.start >= t.end:
			out.spans = append(out.spans, span{x.start - n, x.end - n, x.typ})
		}
	}
	for _, u := range e.titles {
		switch {
		case u.end <= t.start:
			out.titles = append(out.titles, u)
		case u.start >= t.end:
			out.titles = append(out.titles, title{u.start - n, u.end - n})
		}
	}
	return out
}
