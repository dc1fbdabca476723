package loader

import (
	"context"
	"fmt"
	"slices"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/claim"
	"github.com/baopu/baopu/loader/document"
)

// knownByText says whether r is a lone article whose text is part of its id, since its title only tells its kind (ADR 31).
func (r result) knownByText() bool { return loneByText(r.alone) != nil }

func loneByText(d *document.Document) *article.Article {
	if d.Group != "" || len(d.Articles) != 1 || !claim.OnlyKind(zh.Key(d.Articles[0].Title)) {
		return nil
	}
	return d.Articles[0]
}

// takeCorrected takes out what a file gave at the same place (the same line of it) under the same paper, day, page and title, and gives
// with another text of which most is the same: it was corrected (see corrects). It waits until all of the file is applied, since lines
// may have changed places. Quite another text stays, as of a file into which the news of each hour is written.
func (b *batch) takeCorrected(ctx context.Context, f *filed) error {
	for names := range slices.Chunk(f.byText, maxPlaces) {
		err := b.takeOut(ctx, func() ([]held, error) { return b.corrected(ctx, names) }, func(h held) string {
			return fmt.Sprintf("its text, as it was read before for %s, was corrected", placeInPaper(&h.source))
		})
		if err != nil {
			return err
		}
	}
	f.byText = nil
	return nil
}

// maxPlaces bounds the places of a file at which texts are looked for at once.
const maxPlaces = 500

// corrected is what was corrected at places of a file, by their names: the store holds it beside what this load has given there.
func (b *batch) corrected(ctx context.Context, names []string) ([]held, error) {
	now, former := map[string][]kg.Source{}, []held{}
	err := b.store.Sources(ctx, kg.SourceQuery{Names: names}, func(id kg.ID, _ string, s kg.Source) error {
		if _, given := b.seen[id]; given {
			now[s.Name] = append(now[s.Name], s)
		} else {
			former = append(former, held{id, s})
		}
		return nil
	})
	return slices.DeleteFunc(former, func(h held) bool {
		return !slices.ContainsFunc(now[h.source.Name], func(s kg.Source) bool { return corrects(s, h.source) })
	}), err
}

// corrects says whether two sources of one place are an article and what it was before it was corrected. To a notice words must only have
// been added, or only taken from it: two notices of one form may differ in a name and share more than nine tenths of their text.
func corrects(now, former kg.Source) bool {
	if zh.Key(now.Publication) != zh.Key(former.Publication) || now.Date != former.Date || now.Format != former.Format {
		return false
	}
	x, y := articleIn(now), articleIn(former)
	if x == nil || y == nil || x.Page != y.Page || zh.Key(x.Title) != zh.Key(y.Title) {
		return false
	}
	a, b := claim.TextKey(x), claim.TextKey(y)
	return shareMost(a, b) && (!claim.IsNotice(zh.Key(x.Title)) || isSubsequence(a, b) || isSubsequence(b, a))
}

// articleIn is the article of a stored source that is known by its text; nil where it is none.
func articleIn(s kg.Source) *article.Article {
	d, err := document.Read(StoredSource(s))
	if err != nil {
		return nil
	}
	return loneByText(d)
}
