package kg

import (
	"fmt"
	"slices"
	"unicode/utf8"
)

type checker struct {
	nodes  map[ID]Node
	named  map[ID]bool
	length map[ID]int // of each article's text, in code points
}

func (c *checker) node(doc ID, n Node) error {
	h := n.NodeHead()
	if k, ok := NodeKindOf(h.ID); !ok || k != h.Kind || !h.ID.Valid() {
		return fmt.Errorf("node id %q is none of a %s: %w", h.ID, h.Kind, ErrInvalid)
	}
	if c.nodes[h.ID] != nil {
		return fmt.Errorf("node %s stands twice: %w", h.ID, ErrInvalid)
	}
	c.nodes[h.ID] = n
	if a, ok := n.(*Article); ok {
		if a.Document != doc {
			return fmt.Errorf("article %s belongs to document %q: %w", h.ID, a.Document, ErrInvalid)
		}
		if len(a.Published) != 10 || a.Cluster == "" {
			return fmt.Errorf("article %s has no publication day or no cluster: %w", h.ID, ErrInvalid)
		}
		c.length[h.ID] = utf8.RuneCountInString(a.Text)
	}
	if err := checkColumns(n); err != nil {
		return fmt.Errorf("node %s: %w", h.ID, err)
	}
	return nil
}

func (c *checker) claim(cl *Claim) error {
	length, ok := c.length[cl.Article]
	if !ok {
		return fmt.Errorf("article %q is not in the document: %w", cl.Article, ErrInvalid)
	}
	e := cl.Evidence
	if e.Start < 0 || e.End < e.Start || e.End > length || e.SentenceStart < 0 || e.SentenceEnd < e.SentenceStart || e.SentenceEnd > length || e.Rule == "" {
		return fmt.Errorf("evidence %+v doesn't lie in the %d code points of article %s: %w", e, length, cl.Article, ErrInvalid)
	}
	if err := checkText("rule", e.Rule); err != nil {
		return err
	}
	if e.Confidence < 0 || e.Confidence > 1000 {
		return fmt.Errorf("confidence %d is none per mille: %w", e.Confidence, ErrInvalid)
	}
	if _, err := ParseDate(string(cl.Date)); err != nil {
		return fmt.Errorf("date: %w", err)
	}
	from := c.nodes[cl.From]
	if from == nil {
		return fmt.Errorf("%s from %q, which is not in the document: %w", cl.Kind, cl.From, ErrInvalid)
	}
	if cl.Kind == Attribute {
		return c.attribute(cl, from)
	}
	to := c.nodes[cl.To]
	if to == nil {
		return fmt.Errorf("%s to %q, which is not in the document: %w", cl.Kind, cl.To, ErrInvalid)
	}
	if cl.Kind == SamePerson {
		if from.NodeHead().Kind != PersonKind || to.NodeHead().Kind != PersonKind || cl.From == cl.To {
			return fmt.Errorf("%s from %s to %s: %w", cl.Kind, cl.From, cl.To, ErrInvalid)
		}
		return nil
	}
	return edgeClaim(cl, from.NodeHead().Kind, to.NodeHead().Kind)
}

func (c *checker) attribute(cl *Claim, n Node) error {
	h := n.NodeHead()
	s, _ := NodeSchemaOf(h.Kind)
	f, ok := s.Field(cl.Key)
	if !ok || f.Fold == FromKey || f.Fold == Derived || s.Owned || cl.To != "" || len(cl.Values) != 1 || cl.Values[0].Field != cl.Key || cl.Values[0].Value == "" {
		return fmt.Errorf("attribute %s.%s can't be claimed so: %w", h.Kind, cl.Key, ErrInvalid)
	}
	if err := f.checkClaimed(cl.Values[0].Value); err != nil {
		return fmt.Errorf("attribute of a %s: %w", h.Kind, err)
	}
	if cl.Key == "name" {
		c.named[h.ID] = true
	}
	return nil
}

func edgeClaim(cl *Claim, from, to NodeKind) error {
	s, ok := EdgeSchemaOf(cl.Kind)
	if !ok || s.Computed {
		return fmt.Errorf("edge kind %q can't be claimed: %w", cl.Kind, ErrInvalid)
	}
	if !slices.Contains(s.From, from) || !slices.Contains(s.To, to) {
		return fmt.Errorf("%s from %s to %s: %w", cl.Kind, from, to, ErrInvalid)
	}
	values := cl.Values
	if s.Key != "" {
		values = append([]Value{{s.Key, cl.Key}}, values...)
	} else if cl.Key != "" {
		return fmt.Errorf("%s has no key, got %q: %w", cl.Kind, cl.Key, ErrInvalid)
	}
	seen := map[string]bool{}
	for _, v := range values {
		f, ok := s.Field(v.Field)
		if !ok || seen[v.Field] || f.Type == Enum && !slices.Contains(f.Enum, v.Value) {
			return fmt.Errorf("%s.%s = %q: %w", cl.Kind, v.Field, v.Value, ErrInvalid)
		}
		if err := f.checkClaimed(v.Value); err != nil {
			return fmt.Errorf("%s: %w", cl.Kind, err)
		}
		seen[v.Field] = true
	}
	return nil
}
