package loader_test

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/sample"
	"github.com/baopu/baopu/loader"
	"github.com/baopu/baopu/loader/source"
)

// An article goes out of its page, the others stay as they were, also over a rebuild and the next load, until the file is
// read again.
func TestRemove(t *testing.T) {
	g := newGraph(t)
	dir := write(t, map[string]string{"wuhai-20250226.txt": sample.Page})
	path := filepath.Join(dir, "wuhai-20250226.txt")
	said := loader.Options{Said: source.Said{Publication: "乌海日报", Place: "内蒙古自治区乌海市"}}
	g.load(said, path)
	all := g.export()
	list, err := g.List(t.Context(), kg.NodeQuery{Kind: kg.ArticleKind, Page: kg.Page{First: 50}})
	if err != nil || len(list.Nodes) < 3 {
		t.Fatalf("%d articles, %v", len(list.Nodes), err)
	}
	out, doc := list.Nodes[1].NodeHead().ID, list.Nodes[1].(*kg.Article).Document
	done, err := loader.Remove(t.Context(), g.Store, nil, map[kg.ID][]kg.ID{doc: {out}})
	if err != nil || done != (loader.Removed{Articles: 1, From: 1}) {
		t.Fatalf("%+v, %v", done, err)
	}
	less := g.export()
	if strings.Contains(less, string(out)) {
		t.Error("the article is still there")
	}
	for _, n := range list.Nodes {
		if id := n.NodeHead().ID; id != out && !strings.Contains(less, `"id":"`+string(id)+`"`) {
			t.Errorf("%s (%s) is gone too", id, n.NodeHead().Name)
		}
	}
	g.load(said, path)
	g.want(less, "loaded again, unchanged")
	rebuilt := newGraph(t)
	if _, err := loader.Rebuild(t.Context(), g.Store, rebuilt.Store, loader.Options{}); err != nil {
		t.Fatal(err)
	}
	rebuilt.want(less, "rebuilt")

	said.Again = true
	g.load(said, path)
	g.want(all, "read again")

	var every []kg.ID
	for _, n := range list.Nodes {
		every = append(every, n.NodeHead().ID)
	}
	for _, c := range []struct{ doc, article kg.ID }{{doc, "a-00000000000000000000"}, {"d-00000000000000000000", out}} {
		if _, err := loader.Remove(t.Context(), g.Store, nil, map[kg.ID][]kg.ID{c.doc: {c.article}}); !errors.Is(err, kg.ErrNotFound) {
			t.Errorf("%v: %v", c, err)
		}
	}
	g.want(all, "nothing that is there removed")
	done, err = loader.Remove(t.Context(), g.Store, nil, map[kg.ID][]kg.ID{doc: every})
	if err != nil || done != (loader.Removed{Documents: 1}) {
		t.Errorf("all articles: %+v, %v", done, err)
	}
	newGraph(t).want(g.export(), "without all its articles")
}
