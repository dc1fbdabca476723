package main

import (
	"cmp"
	"compress/gzip"
	"os"
	"runtime"
	"slices"
	"sync"

	"github.com/baopu/baopu/internal/zh/tagger"
	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/read"
	"github.com/baopu/baopu/loader/reading"
)

// readCorpus is the sentences of the articles of a gzipped file of JSON lines, with the names that the grammar reads in them.
func readCorpus(file string) ([]example, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	var list []*article.Article
	for l := range article.Lines(z) {
		if l.Err != nil {
			return nil, l.Err
		}
		list = append(list, l.Article)
	}
	found := make([][]example, len(list))
	var wg sync.WaitGroup
	for w := range runtime.NumCPU() {
		wg.Go(func() {
			for i := w; i < len(list); i += runtime.NumCPU() {
				found[i] = sentences(read.Untagged(list[i]))
			}
		})
	}
	wg.Wait()
	return slices.Concat(found...), nil
}

// sentences is the sentences of an article in which nothing is in doubt.
func sentences(r *reading.Reading) []example {
	spans := named(r)
	var out []example
	for _, s := range r.Sentences {
		if r.Text.Parts[s.Part].Kind != article.BodyPart || s.End-s.Start < 6 || s.End-s.Start > 220 || doubtful(r, s.Span) {
			continue
		}
		e := example{text: r.Text.Runes[s.Start:s.End]}
		for _, x := range spans {
			if x.start >= s.Start && x.end <= s.End {
				e.spans = append(e.spans, span{x.start - s.Start, x.end - s.Start, x.typ})
			}
		}
		out = append(out, e)
	}
	return out
}

func doubtful(r *reading.Reading, s reading.Span) bool {
	for _, u := range r.Unresolved {
		if u.Kind == "name" && u.Start < s.End && s.Start < u.End {
			return true
		}
	}
	return false
}

// named is the names of an article, none inside another.
func named(r *reading.Reading) []span {
	var all []span
	add := func(list []reading.Evidence, t tagger.Type) {
		for _, v := range list {
			if v.Rule != "person.call" && v.Rule != "place.letter" && v.Rule != "place.home" && v.Rule != "place.nation" {
				all = append(all, span{v.Start, v.End, t})
			}
		}
	}
	for _, p := range r.People {
		add(p.Spans, tagger.Person)
	}
	for _, o := range r.Organizations {
		add(o.Spans, tagger.Body)
	}
	for _, p := range r.Places {
		if p.Type == reading.Facility {
			add(p.Spans, tagger.Facility)
		} else {
			add(p.Spans, tagger.Place)
		}
	}
	slices.SortFunc(all, func(a, b span) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end), cmp.Compare(a.typ, b.typ))
	})
	var out []span
	for _, x := range all {
		if n := len(out); n == 0 || x.start >= out[n-1].end {
			out = append(out, x)
		}
	}
	return out
}
