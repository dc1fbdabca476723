package main

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/baopu/baopu/internal/zh/tagger"
)

var slot = regexp.MustCompile(`\{([A-Za-z])(\d?)\}`)

// write is n sentences from the templates.
func (l *lot) write(lists string, n int) ([]example, error) {
	templates, err := lines(filepath.Join(lists, "templates.txt"))
	if err != nil {
		return nil, err
	}
	out := make([]example, 0, n)
	for i := range n {
		e, err := l.fill(templates[i%len(templates)])
		if err != nil {
			return nil, err
		}
		out = append(out, e)
	}
	return out, nil
}

// fill fills the slots of a template.
func (l *lot) fill(template string) (example, error) {
	var e example
	drawn := map[string]string{}
	at := 0
	for _, m := range slot.FindAllStringSubmatchIndex(template, -1) {
		e.text = append(e.text, []rune(template[at:m[0]])...)
		at = m[1]
		kind, digit := template[m[2]:m[3]], template[m[4]:m[5]]
		name, ok := drawn[kind+digit]
		if !ok || digit == "" {
			var short string
			var err error
			if name, short, err = l.draw(kind); err != nil {
				return e, fmt.Errorf("%w in %q", err, template)
			}
			drawn[kind+digit], drawn[strings.ToLower(kind)+digit] = name, short
		}
		start := len(e.text)
		e.text = append(e.text, []rune(name)...)
		if t, ok := slotTypes[strings.ToUpper(kind)]; ok {
			e.spans = append(e.spans, span{start, len(e.text), t})
		}
	}
	e.text = append(e.text, []rune(template[at:])...)
	return e, nil
}

var slotTypes = map[string]tagger.Type{
	"P": tagger.Person, "C": tagger.Body, "S": tagger.Body, "H": tagger.Body, "O": tagger.Body, "F": tagger.Facility,
	"G": tagger.Place, "K": tagger.Place, "T": tagger.Place, "V": tagger.Place,
}

func (l *lot) draw(kind string) (name, short string, err error) {
	switch kind {
	case "P":
		return l.person(), "", nil
	case "C", "S", "H", "O", "F":
		name, short = l.body(kind)
		return name, short, nil
	case "K":
		return pick(l, l.places), "", nil
	case "T":
		return l.village("镇", "乡", "街道"), "", nil
	case "V":
		return l.village("村", "社区"), "", nil
	case "G":
		return l.abroad(), "", nil
	case "A":
		return strconv.Itoa(6 + l.IntN(90)), "", nil
	case "N":
		return strconv.Itoa(1 + l.IntN(400)), "", nil
	}
	return "", "", fmt.Errorf("no slot is called %s", kind)
}
