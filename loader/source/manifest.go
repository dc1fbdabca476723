package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"regexp"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// ManifestNames are the names under which a manifest is looked for in the folder of a file, in this order.
var ManifestNames = []string{"baopu.yaml", "baopu.yml", "manifest.yaml", "manifest.yml", "manifest.json", "pages.jsonl"}

// OwnManifest says whether a manifest's name is our own: such a one counts for the folders below its own too, and nobody else
// writes one.
func OwnManifest(base string) bool { return base == "baopu.yaml" || base == "baopu.yml" }

// Manifest says of a folder's files what they don't say themselves.
type Manifest struct {
	Said  `yaml:",inline"` // of every file
	Files map[string]Said  `json:"files" yaml:"files"` // by name or path from the manifest's folder

	// Patterns say of a file what its path from the manifest's folder does, the first that fits: {year}/{month}{day}/{page}.txt.
	Patterns []string `json:"patterns" yaml:"patterns"`

	patterns []pattern
}

// IsManifest says whether a file is a manifest by its name.
func IsManifest(path string) bool {
	base := filepath.Base(path)
	for _, n := range ManifestNames {
		if base == n {
			return true
		}
	}
	return false
}

// ParseManifest reads a manifest: YAML or JSON, or, under the name pages.jsonl, one line a page ("page" its stem, "txt", "pdf" or
// "file" its path). An error names the line or field. A key that no manifest has is an error too, but in pages.jsonl, a list that may
// hold more of its pages. A manifest.json of another program says nothing.
func ParseManifest(name string, b []byte) (*Manifest, error) {
	b, err := decoded(b)
	if err != nil {
		return nil, fmt.Errorf("manifest: %w", err)
	}
	if strings.HasSuffix(name, ".jsonl") {
		return parsePages(b)
	}
	m := &Manifest{}
	if name == "manifest.json" && foreign(b) {
		return m, nil
	}
	if err := strictly(b, m); err != nil {
		return nil, fmt.Errorf("manifest: %w", err)
	}
	return m, m.check()
}

// foreign says whether a manifest.json is another program's: a list, or without any key of ours whose value says what ours says.
// Others have keys of these names, "files" above all, and other things in them.
func foreign(b []byte) bool {
	var root yaml.Node
	if yaml.Unmarshal(b, &root) != nil || len(root.Content) == 0 {
		return false
	}
	keys := root.Content[0]
	if keys.Kind != yaml.MappingNode {
		return true
	}
	for i := 0; i+1 < len(keys.Content); i += 2 {
		one := yaml.Node{Kind: yaml.MappingNode, Content: keys.Content[i : i+2]}
		var m Manifest
		_ = one.Decode(&m) // what has another shape is left out of m
		if m.says() {
			return false
		}
	}
	return true
}

// decoded is a manifest as UTF-8, in whichever encoding it was written. An empty one is good.
func decoded(b []byte) ([]byte, error) {
	if utf8.Valid(b) {
		return b, nil
	}
	text, err := Decode(b)
	return []byte(text), err
}

// strictly reads YAML, and refuses keys that no manifest has: a misspelt one would say nothing without a word.
func strictly(b []byte, m *Manifest) error {
	dec := yaml.NewDecoder(bytes.NewReader(b))
	dec.KnownFields(true)
	err := dec.Decode(m)
	if errors.Is(err, io.EOF) {
		return nil // empty
	}
	var typ *yaml.TypeError
	if errors.As(err, &typ) {
		lines := unknownKey.ReplaceAllString(strings.Join(typ.Errors, "; "), "no key $1 is known, only publication, publicationPlace, publishedAt, page, files and patterns")
		return errors.New(lines)
	}
	return err
}

// unknownKey is how the YAML package names a key that a struct hasn't.
var unknownKey = regexp.MustCompile(`field (\S+) not found in type [\w.]+`)

// says tells whether a manifest says anything.
func (m *Manifest) says() bool { return m.Said != (Said{}) || len(m.Files)+len(m.Patterns) > 0 }

func parsePages(b []byte) (*Manifest, error) {
	m := &Manifest{Files: map[string]Said{}}
	for i, line := range strings.Split(string(b), "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		var p struct {
			Said
			Txt    string      `json:"txt"`
			PDF    string      `json:"pdf"`
			File   string      `json:"file"`
			Number json.Number `json:"pageNumber"`
		}
		if err := json.Unmarshal([]byte(line), &p); err != nil {
			return nil, fmt.Errorf("manifest line %d: %w", i+1, err)
		}
		stem := p.Page
		p.Page = p.Number.String()
		for _, name := range []string{stem, p.Txt, p.PDF, p.File} {
			if name != "" {
				m.Files[name] = p.Said
			}
		}
	}
	return m, m.check()
}

func (m *Manifest) check() error {
	if err := m.Said.Check(); err != nil {
		return fmt.Errorf("manifest: %w", err)
	}
	for _, text := range m.Patterns {
		p, err := parsePattern(text)
		if err != nil {
			return fmt.Errorf("manifest: %w", err)
		}
		m.patterns = append(m.patterns, p)
	}
	for name, s := range m.Files {
		if err := s.Check(); err != nil {
			return fmt.Errorf("manifest: %s: %w", name, err)
		}
	}
	return nil
}

// Of is what the manifest says of the file at path from its folder: under its name, else by the patterns, else of every
// file; listed tells whether it names the file itself.
func (m *Manifest) Of(path string) (said Said, listed bool) {
	path = filepath.ToSlash(path)
	all := m.Said
	for _, p := range m.patterns {
		if s, ok := p.read(path); ok {
			all = s.Else(m.Said)
			break
		}
	}
	for _, name := range []string{path, filepath.Base(path), Stem(path)} {
		if s, ok := m.Files[name]; ok {
			return s.Else(all), true
		}
	}
	return all, false
}

// Unreadable says why a file found in a folder is passed over, by the end of its name; "" for one that may be read.
func Unreadable(path string) string {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".txt", ".text", ".jsonl", ".ndjson", ".json", ".html", ".htm", ".shtml", ".xhtml", ".pdf", "":
		return ""
	}
	return "its name ends in no text (.txt), page (.pdf, .html) or articles (.jsonl)"
}

// Records says whether a file's text is articles as JSON, not a page: by its first character, or the first two of an array.
func Records(text string) bool {
	text = strings.TrimSpace(text)
	array, ok := strings.CutPrefix(text, "[")
	return strings.HasPrefix(text, "{") || ok && strings.HasPrefix(strings.TrimSpace(array), "{")
}
