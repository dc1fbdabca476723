package loader

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/claim"
	"github.com/baopu/baopu/loader/document"
)

// What was taken out of a page is part of the text that is stored of it, as records of kind article.Removed: so a rebuild, a copy
// and new rules don't bring it back, and a load that reads the page's file again leaves it out (keepOut).

// removedKey tells an article by its text, which is stored no more.
func removedKey(a *article.Article) string {
	sum := sha256.Sum256([]byte(zh.Key(a.Title) + "\n" + claim.TextKey(a)))
	return hex.EncodeToString(sum[:10])
}

// removedFrom is what says that an article of d was taken out.
func removedFrom(d *document.Document, a *article.Article) *article.Article {
	return &article.Article{ID: removedKey(a), Document: d.Group, Page: d.Page, Kind: article.Removed, Title: a.Title}
}

// lessenedText is the records of a document that stay, without dropped, then its remainders and what says which articles were
// taken out, those before among them; and how many articles stay.
func lessenedText(d *document.Document, dropped func(*article.Article) bool) (text string, left int, err error) {
	var b strings.Builder
	out := slices.Clone(d.Removed)
	for _, a := range d.Articles {
		if dropped(a) {
			out = append(out, removedFrom(d, a))
			continue
		}
		left++
		if err := article.Encode(&b, a); err != nil {
			return "", 0, err
		}
	}
	for _, r := range d.Remainders {
		if err := article.Encode(&b, &article.Article{Document: d.Group, Page: d.Page, Kind: article.Remainder, Body: r.Text}); err != nil {
			return "", 0, err
		}
	}
	slices.SortFunc(out, func(x, y *article.Article) int { return strings.Compare(x.ID, y.ID) })
	out = slices.CompactFunc(out, func(x, y *article.Article) bool { return x.ID == y.ID })
	err = article.Encode(&b, out...)
	return strings.TrimSpace(b.String()), left, err
}

// lessened says whether a stored source is what was left of a document of which articles were taken out.
func lessened(s *kg.Source) bool {
	return s.Format == string(document.Record) && strings.Contains(s.Text, `"kind":"`+string(article.Removed)+`"`)
}

// tellOther reports what takes the place of quite another text from another file: two pages whose files have one name, two articles
// of one page under one title.
func (b *batch) tellOther(r *result, s *kg.Source) {
	if r.doubled || document.FileOf(s.Name) == document.FileOf(r.doc.Source.Name) || s.Text == r.doc.Source.Text {
		return
	}
	d, err := document.Read(StoredSource(*s))
	if err != nil || shareMost(textOf(r.alone), textOf(d)) {
		return
	}
	known := "paper, day, page and title"
	switch {
	case r.alone.Group != "" && s.Publication == "":
		known = "day, file name and headlines, and neither says its paper (give a manifest or --publication)"
	case r.alone.Group != "":
		known = "paper, day and file name, or document"
	}
	b.report.Double(r.place, "quite another text stood in its place in the store, from "+s.Name+": of the same "+known+"; the later counts")
}

// takenOut is what says that an article was taken out of a page, and whether it was the only one of its title there.
type takenOut struct {
	*article.Article
	lone bool
}

// takenOutOf is what was taken out of a stored page.
func takenOutOf(d *document.Document) []takenOut {
	titles := map[string]int{"": 2} // no title tells nothing
	for _, a := range slices.Concat(d.Articles, d.Removed) {
		titles[zh.Key(a.Title)]++
	}
	out := make([]takenOut, 0, len(d.Removed))
	for _, o := range d.Removed {
		out = append(out, takenOut{o, titles[zh.Key(o.Title)] == 1})
	}
	return out
}

// keepOut leaves out of documents that are to be written what was taken out of them, or of what their files gave before. It tells
// of other pages too, whose place they take.
func (b *batch) keepOut(ctx context.Context, all []result) error {
	at, ids, names := map[kg.ID]*result{}, []kg.ID{}, map[string]*result{}
	for i := range all {
		r := &all[i]
		at[r.doc.ID], ids = r, append(ids, r.doc.ID)
		if r.source.Format != document.Record {
			names[r.doc.Source.Name] = r
		}
	}
	out := map[*result][]takenOut{}
	err := b.store.Sources(ctx, kg.SourceQuery{IDs: ids}, func(id kg.ID, _ string, s kg.Source) error {
		b.tellOther(at[id], &s)
		out[at[id]] = append(out[at[id]], b.takenOut(at[id], id, &s)...)
		return nil
	})
	if err == nil && len(names) > 0 {
		q := kg.SourceQuery{}
		for name := range names {
			q.Names = append(q.Names, name)
		}
		err = b.store.Sources(ctx, q, func(id kg.ID, _ string, s kg.Source) error {
			if r := names[s.Name]; r != nil && id != r.doc.ID {
				out[r] = append(out[r], b.takenOut(r, id, &s)...)
			}
			return nil
		})
	}
	if err != nil {
		return err
	}
	for i := range all {
		if r := &all[i]; len(out[r]) > 0 {
			b.leaveOut(r, out[r])
		}
	}
	return nil
}

// takenOut is what was taken out of a stored page that is r, or that the file of r gave before.
func (b *batch) takenOut(r *result, id kg.ID, s *kg.Source) []takenOut {
	if b.restores || !lessened(s) {
		return nil
	}
	d, err := document.Read(StoredSource(*s))
	switch {
	case err == nil && (id == r.doc.ID || samePage(s, r)):
		return takenOutOf(d)
	case err != nil && id == r.doc.ID:
		b.comesBack(r, err)
	}
	return nil
}

// comesBack reports that what was taken out of a page can't be left out of it.
func (b *batch) comesBack(r *result, why error) {
	b.report.Skip(r.place, fmt.Sprintf("what was taken out of it comes back: %v", why))
}

// leaveOut leaves out of a document what was taken out of it. What isn't found in it any more is reported, and still stays out when
// it comes again. A document that would have no article left comes whole, and the report says so.
func (b *batch) leaveOut(r *result, out []takenOut) {
	dropped := map[*article.Article]bool{}
	var missing []*article.Article
	for _, o := range out {
		a, byTitle := removedIn(r.alone, o)
		if a == nil {
			b.report.Skip(r.place, fmt.Sprintf("an article that was taken out of it, %q, isn't found in it any more", o.Title))
			missing = append(missing, o.Article)
			continue
		}
		if byTitle {
			b.report.Skip(r.place, fmt.Sprintf("the article %q is left out: one of this title, with another text, was taken out before (load --again brings it back)", a.Title))
		}
		dropped[a] = true
	}
	if len(r.alone.Articles) == 0 {
		return
	}
	d := *r.alone
	d.Removed = append(slices.Clone(d.Removed), missing...)
	text, left, err := lessenedText(&d, func(a *article.Article) bool { return dropped[a] })
	if err == nil && left == 0 {
		err = fmt.Errorf("all its articles were taken out before")
	}
	fresh := *r
	if err == nil {
		fresh.source = StoredSource(r.doc.Source)
		fresh.source.Format, fresh.source.Text = document.Record, text
		fresh.alone, err = document.Read(fresh.source)
	}
	if err == nil && idOf(fresh.alone) != r.doc.ID {
		err = kg.ErrConflict
	}
	if err == nil {
		fresh.reread(joined(fresh.alone)[0])
		err = fresh.err
	}
	if err != nil {
		b.comesBack(r, err)
		return
	}
	fresh.ofPage = r.source.Format != document.Record
	*r = fresh
}

// removedIn is the article of d that was taken out as o says: by its text, or by its title, as where its text has been corrected, or
// newer rules read it otherwise. A title tells it only if no other article bore it, then and now.
func removedIn(d *document.Document, o takenOut) (a *article.Article, byTitle bool) {
	var titled []*article.Article
	for _, a := range d.Articles {
		if removedKey(a) == o.ID {
			return a, false
		}
		if o.lone && zh.Key(a.Title) == zh.Key(o.Title) {
			titled = append(titled, a)
		}
	}
	if len(titled) == 1 {
		return titled[0], true
	}
	return nil, false
}
