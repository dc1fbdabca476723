package epaper

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/andybalholm/cascadia"
	"gopkg.in/yaml.v3"
)

//go:embed rules.yaml
var rulesText []byte

// rules is the compiled rules.yaml.
type rules struct {
	articles, lists []*regexp.Regexp
	folders         []folder
	common          layout
	layouts         []layout
}

// folder says where a system keeps the lists of an edition, and where beside them the articles.
type folder struct {
	Lists    string   `yaml:"lists"`
	Articles []string `yaml:"articles"`
}

// layout is how one system lays an article out: selectors by field, in the order of trust.
type layout struct {
	name   string
	fields map[string][]cascadia.Sel
}

// fieldNames are the fields that a layout may give selectors for.
var fieldNames = []string{"title", "kicker", "subtitle", "deck", "author", "body", "caption", "date", "page", "paper", "drop"}

// table is the rules, compiled once.
var table = sync.OnceValue(func() *rules {
	r, err := parseRules(rulesText)
	if err != nil {
		panic(err) // the embedded file is at fault; a test reads it
	}
	return r
})

// parseRules reads a file of rules; an error names the layout and the field.
func parseRules(b []byte) (*rules, error) {
	var f struct {
		Articles, Lists []string
		Folders         []folder
		Common          map[string][]string
		Layouts         []struct {
			Name   string
			Fields map[string][]string `yaml:",inline"`
		}
	}
	if err := yaml.Unmarshal(b, &f); err != nil {
		return nil, fmt.Errorf("epaper rules: %w", err)
	}
	r := &rules{folders: f.Folders}
	var err error
	if r.articles, err = expressions(f.Articles); err != nil {
		return nil, err
	}
	if r.lists, err = expressions(f.Lists); err != nil {
		return nil, err
	}
	if r.common, err = compile("common", f.Common); err != nil {
		return nil, err
	}
	for _, l := range f.Layouts {
		c, err := compile(l.Name, l.Fields)
		if err != nil {
			return nil, err
		}
		if len(c.fields["title"]) == 0 {
			return nil, fmt.Errorf("epaper rules: layout %s has no title", l.Name)
		}
		r.layouts = append(r.layouts, c)
	}
	return r, nil
}

func expressions(list []string) ([]*regexp.Regexp, error) {
	var out []*regexp.Regexp
	for _, s := range list {
		re, err := regexp.Compile(s)
		if err != nil {
			return nil, fmt.Errorf("epaper rules: %w", err)
		}
		out = append(out, re)
	}
	return out, nil
}

func compile(name string, fields map[string][]string) (layout, error) {
	l := layout{name: name, fields: map[string][]cascadia.Sel{}}
	for field, list := range fields {
		if !slices.Contains(fieldNames, field) {
			return l, fmt.Errorf("epaper rules: layout %s: no field is called %q", name, field)
		}
		for _, s := range list {
			sel, err := cascadia.Parse(s)
			if err != nil {
				return l, fmt.Errorf("epaper rules: layout %s: %s %q: %w", name, field, s, err)
			}
			l.fields[field] = append(l.fields[field], sel)
		}
	}
	return l, nil
}

// of is the selectors of a field: the layout's own, else the common ones.
func (r *rules) of(l layout, field string) []cascadia.Sel {
	if own, ok := l.fields[field]; ok {
		return own
	}
	return r.common.fields[field]
}

func matches(list []*regexp.Regexp, base string) bool {
	base = strings.ToLower(base)
	return slices.ContainsFunc(list, func(re *regexp.Regexp) bool { return re.MatchString(base) })
}
