package main

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/tagger"
)

var unerTypes = map[string]tagger.Type{"PER": tagger.Person, "ORG": tagger.Body, "LOC": tagger.Place}

// readUNER is the sentences of those .iob2 files of a folder whose name holds one of the parts.
func readUNER(folder string, parts ...string) ([]example, error) {
	var out []example
	for _, part := range parts {
		files, err := filepath.Glob(filepath.Join(folder, "*"+part+"*.iob2"))
		if err != nil {
			return nil, err
		}
		for _, f := range files {
			if part == "test" && strings.Contains(f, "pud") {
				continue // learned from
			}
			list, err := readIOB(f)
			if err != nil {
				return nil, err
			}
			out = append(out, list...)
		}
	}
	return out, nil
}

func readIOB(file string) ([]example, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []example
	var e example
	in := bufio.NewScanner(f)
	for in.Scan() {
		line := in.Text()
		if strings.HasPrefix(line, "#") {
			continue
		}
		col := strings.Split(line, "\t")
		if len(col) < 3 {
			if len(e.text) > 0 {
				out = append(out, e)
			}
			e = example{}
			continue
		}
		e.token(col[1], col[2])
	}
	return out, in.Err()
}

// token adds a word with its label B-PER, I-PER, O.
func (e *example) token(word, label string) {
	folded, _ := zh.Fold([]rune(word))
	start := len(e.text)
	e.text = append(e.text, folded...)
	t, known := unerTypes[strings.TrimLeft(label, "BI-")]
	switch {
	case !known:
	case label[0] == 'I' && len(e.spans) > 0 && e.spans[len(e.spans)-1].end == start:
		e.spans[len(e.spans)-1].end = len(e.text)
	default:
		e.spans = append(e.spans, span{start, len(e.text), t})
	}
}
