package loader

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/claim"
	"github.com/baopu/baopu/loader/document"
)

// former is the documents that the pages of all gave before: under another paper, day or page, which a manifest or a flag has put
// right since, or from a file that was not yet there whole. They were read from the same file, and are the same page by what
// samePage says: what a file held that was written anew for another day stays.
func (b *batch) former(ctx context.Context, all []result) ([]held, error) {
	now := map[string]*result{}
	var names []string
	for i := range all {
		if r := &all[i]; r.source.Format != document.Record || r.ofPage {
			now[r.doc.Source.Name] = r
			names = append(names, r.doc.Source.Name)
		}
	}
	if len(names) == 0 {
		return nil, nil
	}
	var out []held
	err := b.store.Sources(ctx, kg.SourceQuery{Names: names}, func(id kg.ID, _ string, s kg.Source) error {
		r := now[s.Name]
		if _, given := b.seen[id]; !given && id != r.doc.ID && samePage(&s, r) {
			out = append(out, held{id, s})
		}
		return nil
	})
	slices.SortFunc(out, func(a, b held) int { return strings.Compare(a.source.Name, b.source.Name) })
	return out, err
}

// samePage says whether a file's former source is the same page as today's: its text is the beginning of today's, or all of it, or
// much of that, if it was of the same day and number and of no paper that was known, as where the part of the page was missing that
// has its name; or nearly all of both, or of its beginning if it was cut short, where a headline is another by which a page of no known
// paper is known. Files of one name may lie in several folders, and be quite different pages. Of a page of which articles were taken
// out the others are compared.
func samePage(former *kg.Source, r *result) bool {
	now := &r.doc.Source
	lessened := lessened(former)
	if !lessened && former.Format != now.Format {
		return false
	}
	if !lessened && strings.HasPrefix(now.Text, former.Text) {
		return true
	}
	nameless := former.Publication == "" && former.Date == now.Date && former.Page == now.Page
	if !lessened && !nameless {
		return false
	}
	if !lessened && nearlyBegins(now.Text, former.Text) {
		return true
	}
	d, err := document.Read(StoredSource(*former))
	if err != nil || len(d.Articles) == 0 {
		return false
	}
	alike := shareMost
	if now.Publication == "" {
		alike = shareNearlyAll // front pages of two papers may have much of a day's wire copy in common
	}
	return lessened && hasAll(r.alone, d) || nameless && alike(textOf(r.alone), textOf(d))
}

// hasAll says whether d has all articles of former.
func hasAll(d, former *document.Document) bool {
	now := map[string]bool{}
	for _, a := range d.Articles {
		now[removedKey(a)] = true
	}
	return !slices.ContainsFunc(former.Articles, func(a *article.Article) bool { return !now[removedKey(a)] })
}

// textOf is the text of all articles of a document, to compare it with another's.
func textOf(d *document.Document) string {
	var b strings.Builder
	for _, a := range d.Articles {
		b.WriteString(zh.Key(a.Title) + claim.TextKey(a))
	}
	return b.String()
}

// takePlace takes out what the pages of all gave before.
func (b *batch) takePlace(ctx context.Context, all []result) error {
	return b.takeOut(ctx, func() ([]held, error) { return b.former(ctx, all) }, func(h held) string {
		return fmt.Sprintf("it was read as %s before, and is no more", placeInPaper(&h.source))
	})
}

// takeOut takes out the documents that find answers, and reports why. Who is interrupted before it reads the files again, and
// does it then. Where another loader takes one out, or writes to its issue, just then, it looks again.
func (b *batch) takeOut(ctx context.Context, find func() ([]held, error), why func(held) string) error {
	for tries := 0; ; tries++ {
		gone, err := find()
		if err != nil || len(gone) == 0 {
			return err
		}
		ids := make([]kg.ID, len(gone))
		for i, h := range gone {
			ids[i] = h.id
		}
		_, err = Remove(ctx, b.store, ids, nil)
		if (errors.Is(err, kg.ErrNotFound) || errors.Is(err, kg.ErrConflict)) && tries < maxTries {
			continue
		}
		if err != nil {
			return err
		}
		for _, h := range gone {
			b.report.Replace(h.source.Name, why(h))
		}
		return nil
	}
}

// placeInPaper says for a person where a page belongs: paper, day and page, as far as they are known.
func placeInPaper(s *kg.Source) string {
	var known []string
	for _, part := range []string{s.Publication, string(s.Date)} {
		if part != "" {
			known = append(known, part)
		}
	}
	if s.Page != "" {
		known = append(known, "page "+s.Page)
	}
	return strings.Join(known, ", ")
}
