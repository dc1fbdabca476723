package location_test

import (
	"testing"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/location"
	"github.com/google/go-cmp/cmp"
)

// meant is what the spots of a text in a paper of home mean, by their full paths, "?" where that can't be told.
func meant(home, text string) []string {
	a := &article.Article{Body: text, PublicationPlace: home, PublishedAt: "2024-06-12"}
	var (
		view lattice.View
		room lattice.Room
		rd   location.Reader
	)
	view.Reset(a.Text())
	room.Reset(&view)
	rd.Reset(&view, a.PublishedAt)
	rd.Settle(a)
	l := lattice.New(&room, &view, lattice.Hints{Abroad: rd.Abroad})
	var parts [][]lattice.Token
	for _, p := range view.Parts {
		parts = append(parts, rd.Locals(l.Cut(p.Start, p.End, false)))
	}
	rd.NameCountries(parts)
	rd.Find(parts)
	rd.Resolve()
	var out []string
	for _, s := range rd.Spots {
		name := "?"
		if s.Place != nil {
			name = rd.Path(s.Place)
		}
		out = append(out, name)
	}
	return out
}

// One name, several places: the article says which, else the paper's home does.
func TestResolve(t *testing.T) {
	for _, c := range []struct{ name, home, text, want string }{
		{"by the paper's home", "江苏省南京市", "客人来到鼓楼区。", "江苏省南京市鼓楼区"},
		{"by another home", "江苏省徐州市", "客人来到鼓楼区。", "江苏省徐州市鼓楼区"},
		{"by nothing", "海南省海口市", "客人来到鼓楼区。", "?"},
		{"by the speaker's word", "江苏省南京市", "客人来到我市。", "江苏省南京市"},
		{"by a letter behind a verb", "江苏省南京市", "代表团赴京考察。", "北京市"},
		{"a village behind its township", "海南省海口市", "客人来到宜春市上高县锦江镇青鹭村。", "江西省宜春市上高县锦江镇青鹭村"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := meant(c.home, c.text)
			if len(got) == 0 {
				t.Fatal("no place")
			}
			if diff := cmp.Diff(c.want, got[len(got)-1]); diff != "" {
				t.Errorf("%s of %v", diff, got)
			}
		})
	}
}
