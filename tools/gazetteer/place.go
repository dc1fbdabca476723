package main

import "strings"

// Kinds and levels as the embedded table writes them; internal/zh/gazetteer reads the same letters.
const (
	division = 'd'
	zone     = 'z'
	country  = 'c'
	abroad   = 'a'
	region   = 'r'
	natural  = 'n'

	noLevel    = '-'
	nation     = 'C'
	province   = 'P'
	prefecture = 'F'
	county     = 'X'
	township   = 'T'
)

// place is one row of the table.
type place struct {
	code, name  string
	kind, level byte
	parent      *place
	from, to    string // validity, partial ISO dates, the widest that the sources allow
	next        *place // successor
	names       map[string]byte
	index       int
}

// path is the full path as the sources of news print it: 直辖市 without 市辖区.
func (p *place) path() string {
	if p.kind != division && p.kind != zone {
		return p.name
	}
	if p.parent == nil || p.parent.kind == country {
		return p.name
	}
	return p.parent.path() + p.name
}

const (
	formFull  = 'f'
	formShort = 's'
)

// call adds a name; the full form wins over the short one.
func (p *place) call(name string, form byte) {
	if name == "" {
		return
	}
	if p.names == nil {
		p.names = map[string]byte{}
	}
	if p.names[name] != formFull {
		p.names[name] = form
	}
}

// levelOf reads the level of a GB/T 2260 code of six digits.
func levelOf(code string) byte {
	switch {
	case strings.HasSuffix(code, "0000"):
		return province
	case strings.HasSuffix(code, "00"):
		return prefecture
	}
	return county
}

// filler reports whether a name stands in the standard only to hold codes together.
func filler(name string) bool {
	return name == "市辖区" || name == "县" || name == "市" || strings.Contains(name, "直辖") || strings.HasSuffix(name, "市辖区")
}
