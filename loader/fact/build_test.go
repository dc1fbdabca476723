package fact_test

import (
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/reading"
)

// build makes a reading by hand from a txtar: article (issue day, home, title, then paragraphs), people (name|place|org|other
// names), places (full name|type|code|names in the text), organizations (name|type|place|other names).
func build(t testing.TB, a *txtar.Archive) *reading.Reading {
	t.Helper()
	file := func(name string) []string {
		for _, f := range a.Files {
			if f.Name == name {
				return strings.Split(strings.TrimSpace(string(f.Data)), "\n")
			}
		}
		return nil
	}
	lines := file("article")
	if len(lines) < 4 {
		t.Fatal("article needs an issue day, a home, a title and a body")
	}
	art := &article.Article{PublishedAt: lines[0], PublicationPlace: lines[1], Title: lines[2], Body: strings.Join(lines[3:], "\n")}
	r := &reading.Reading{Article: art, Text: art.Text(), Home: lines[1]}
	if r.Home == "-" {
		r.Home = ""
	}
	for _, line := range file("people") {
		f := fields(line, 3)
		p := reading.Person{Name: f[0], Spans: spans(r.Text.Runes, append([]string{f[0]}, f[3:]...))}
		if f[1] != "" || f[2] != "" {
			body, title, told := strings.Cut(f[2], "/")
			if !told {
				title = "职务"
			}
			p.Posts = []reading.Post{{Title: title, Place: f[1], Org: body, Status: reading.Current}}
		}
		r.People = append(r.People, p)
	}
	for _, line := range file("places") {
		f := fields(line, 3)
		r.Places = append(r.Places, reading.Place{
			Name: f[0], Type: reading.PlaceType(f[1]), Code: f[2], Spans: spans(r.Text.Runes, append([]string{f[0]}, f[3:]...)),
		})
	}
	for _, line := range file("organizations") {
		f := fields(line, 3)
		r.Organizations = append(r.Organizations, reading.Organization{
			Name: f[0], Type: f[1], Place: f[2], Spans: spans(r.Text.Runes, append([]string{f[0]}, f[3:]...)),
		})
	}
	return r
}

// fields splits a line at its bars into at least n+0 fields.
func fields(line string, n int) []string {
	f := strings.Split(line, "|")
	for len(f) < n {
		f = append(f, "")
	}
	return f
}

// spans is where the words stand in the text.
func spans(text []rune, words []string) []reading.Evidence {
	var out []reading.Evidence
	for _, w := range words {
		word := []rune(w)
		for i := 0; len(word) > 0 && i+len(word) <= len(text); i++ {
			if string(text[i:i+len(word)]) == w {
				out = append(out, reading.Evidence{Span: reading.Span{Start: i, End: i + len(word)}, Rule: "test"})
			}
		}
	}
	return out
}
