package body_test

import (
	"testing"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/body"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/location"
	"github.com/baopu/baopu/loader/org"
	"github.com/google/go-cmp/cmp"
)

// found is the things of a text of one part, without any step of the readers of names and posts.
func found(text string) []body.Thing {
	a := &article.Article{Body: text, PublishedAt: "2024-06-12"}
	var (
		view   lattice.View
		room   lattice.Room
		places location.Reader
	)
	view.Reset(a.Text())
	room.Reset(&view)
	places.Reset(&view, a.PublishedAt)
	l := lattice.New(&room, &view, lattice.Hints{Abroad: places.Abroad})
	var parts [][]lattice.Token
	for _, p := range view.Parts {
		parts = append(parts, places.Locals(l.Cut(p.Start, p.End, false)))
	}
	places.NameCountries(parts)
	var out []body.Thing
	for _, list := range body.New(&view, &room, &places).Find(parts) {
		out = append(out, list...)
	}
	return out
}

// What a thing is, and what its left edge stands on.
func TestFind(t *testing.T) {
	type thing struct {
		name   string
		kind   string // "" of no body
		anchor body.Anchor
	}
	for _, c := range []struct {
		name, text string
		want       []thing
	}{
		{"a body behind its place", "宜春市第九医院开诊。", []thing{{"宜春市第九医院", org.Hospital, body.PlaceAnchor}}},
		{"one behind a level word", "市水利局发文。", []thing{{"市水利局", org.Government, body.LevelAnchor}}},
		{"a well-known body", "联合国通过决议。", []thing{{"联合国", org.Other, body.NameAnchor}}},
		{"a built place", "客人参观宜春市博物馆。", []thing{{"宜春市博物馆", "", body.PlaceAnchor}}},
		{"a company called for short behind", "宜春明月供水有限公司开工，明月供水欢迎来客。", []thing{{"宜春明月供水有限公司", org.Company, body.PlaceAnchor}, {"明月供水", org.Company, body.NameAnchor}}},
		{"what any body is called", "有关部门、两家公司和相关单位到场。", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []thing
			for _, x := range found(c.text) {
				got = append(got, thing{x.Name, x.Kind, x.Anchor})
			}
			if diff := cmp.Diff(c.want, got, cmp.AllowUnexported(thing{})); diff != "" {
				t.Error(diff)
			}
		})
	}
}
