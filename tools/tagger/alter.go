package main

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh/tagger"
)

// Shares, in per cent, of what is altered in a sentence.
const (
	otherPerson = 75 // a Chinese name is drawn anew
	otherBody   = 55 // so is a company, a school, a hospital, an association
	otherPlace  = 35 // so is a built place
	untitled    = 55 // the title in front of a name is left out
	emptyKept   = 30 // a sentence without persons and bodies is taken
)

// alterAll is about n altered sentences: those with persons or bodies first of all.
func (l *lot) alterAll(sentences []example, n int) []example {
	var out []example
	for _, i := range l.Perm(len(sentences)) {
		if len(out) == n {
			break
		}
		e := sentences[i]
		rich := slices.ContainsFunc(e.spans, func(x span) bool { return x.typ != tagger.Place })
		if !rich && !l.chance(emptyKept) {
			continue
		}
		out = append(out, l.alter(e))
	}
	return out
}

// alter is e with some names drawn anew and some titles left out. One name that stands twice stays one.
func (l *lot) alter(e example) example {
	drawn := map[string]string{}
	with := map[int]string{}
	for i, x := range e.spans {
		old := string(e.text[x.start:x.end])
		if _, ok := drawn[old]; !ok {
			drawn[old] = l.other(old, x.typ)
		}
		if w := drawn[old]; w != "" {
			with[i] = w
		}
	}
	e.titles = e.chains()
	e = e.replace(with)
	for i := len(e.titles) - 1; i >= 0; i-- {
		if l.chance(untitled) {
			e = e.without(e.titles[i])
		}
	}
	return e
}

// other is another name in place of old, "" to keep it.
func (l *lot) other(old string, t tagger.Type) string {
	switch t {
	case tagger.Person:
		if n := len([]rune(old)); !strings.Contains(old, "·") && n > 1 && n < 5 && l.chance(otherPerson) {
			return l.person()
		}
	case tagger.Body:
		if k := kindOf(old); k != "" && l.chance(otherBody) {
			name, _ := l.body(k)
			return name
		}
	case tagger.Facility:
		if l.chance(otherPlace) {
			name, _ := l.body("F")
			return name
		}
	}
	return ""
}

// kinds are the ends of names by the kinds of bodies.txt that may stand for them.
var kinds = []struct{ ends, kind string }{
	{"公司 集团 厂 合作社 银行", "C"},
	{"大学 学院 中学 小学 学校", "S"},
	{"医院", "H"},
	{"协会 联合会 队 局 所 站 研究院 中心 法院 检察院 支队 大队", "O"},
}

func kindOf(name string) string {
	for _, k := range kinds {
		for end := range strings.FieldsSeq(k.ends) {
			if strings.HasSuffix(name, end) {
				return k.kind
			}
		}
	}
	return ""
}
