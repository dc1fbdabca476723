package kg

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
)

// Source is the durable part of a document: the text as it was read, and what the user or the files said of it. Everything
// else of a document can be read again from it (rebuild).
type Source struct {
	Name        string `json:"name"`                  // file, or file#line, as given; for messages and file-name rules
	Format      string `json:"format"`                // "page" (a dump of a page), "sheet" (a page with places) or "record" (articles as JSON Lines)
	Text        string `json:"text"`                  // decoded, unchanged
	Publication string `json:"publication,omitempty"` // resolved when it was loaded
	Place       string `json:"place,omitempty"`
	Date        Date   `json:"date,omitempty"`
	Page        string `json:"page,omitempty"` // number of the page, where one is known
}

// Digest tells sources apart without their texts.
func (s *Source) Digest() string {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err) // strings only
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:16])
}

// Document is what is replaced together: a page, or one article record or several. It is read together with the other pages of
// its issue, as far as they hold halves of its articles. Nodes holds every
// node that its claims name, each once, with its key fields, and the owned ones (articles, observations, unresolved,
// remainders) with all their fields.
type Document struct {
	ID     ID
	Reader string // version of the rules that read it
	Source Source
	Nodes  []Node
	Claims []Claim // in the order of the articles and of their text

	// Was is the Digest of the stored source that the document was read again from, "" for one that was read from a file. It is
	// a condition of Writer.Apply, and not kept.
	Was string
}

// Articles lists the document's articles in order.
func (d *Document) Articles() []*Article {
	var out []*Article
	for _, n := range d.Nodes {
		if a, ok := n.(*Article); ok {
			out = append(out, a)
		}
	}
	return out
}

// Check says whether d keeps the invariants that stores rely on; the error wraps ErrInvalid and names the document and the
// node or claim: ids unique and of a known prefix; every article in the document; claims of the document's articles, with
// ends in Nodes of kinds that the schema allows, values of their fields' types, evidence inside the article's text with a confidence of
// 0 to 1000, and, for every node that is not owned, a claim of its name; all texts UTF-8, numbers finite, and what stands in an index no
// longer than MaxIndexed.
func (d *Document) Check() error {
	c := checker{nodes: make(map[ID]Node, len(d.Nodes)), named: map[ID]bool{}, length: map[ID]int{}}
	if !d.ID.Valid() {
		return fmt.Errorf("document id %q: %w", d.ID, ErrInvalid)
	}
	s := &d.Source
	err := checkTexts(checkText, "reader", d.Reader, "source format", s.Format, "source text", s.Text, "source publication", s.Publication, "source place", s.Place, "source page", s.Page)
	if err == nil {
		err = checkIndexed("source name", s.Name)
	}
	if err == nil {
		_, err = ParseDate(string(s.Date))
	}
	if err != nil {
		return fmt.Errorf("document %s: %w", d.ID, err)
	}
	for _, n := range d.Nodes {
		if err := c.node(d.ID, n); err != nil {
			return fmt.Errorf("document %s: %w", d.ID, err)
		}
	}
	for i := range d.Claims {
		if err := c.claim(&d.Claims[i]); err != nil {
			return fmt.Errorf("document %s: claim %d: %w", d.ID, i, err)
		}
	}
	for _, n := range d.Nodes {
		h := n.NodeHead()
		if s, _ := NodeSchemaOf(h.Kind); !s.Owned && !c.named[h.ID] {
			return fmt.Errorf("document %s: no claim names node %s (%s): %w", d.ID, h.ID, h.Key, ErrInvalid)
		}
	}
	return nil
}

// CheckAll says whether all docs pass Check and none stands twice among them, as Writer.Apply wants them; the error wraps ErrInvalid.
func CheckAll(docs []*Document) error {
	seen := make(map[ID]bool, len(docs))
	for _, d := range docs {
		if err := d.Check(); err != nil {
			return err
		}
		if seen[d.ID] {
			return fmt.Errorf("document %s stands twice in one call: %w", d.ID, ErrInvalid)
		}
		seen[d.ID] = true
	}
	return nil
}

// CheckWas says whether the stored document, where it is there, has the source that d was read again from: ErrConflict, where it
// has another. One of which nobody knows the source ("") passes.
func (d *Document) CheckWas(there bool, source string) error {
	if d.Was == "" || there && (source == "" || source == d.Was) {
		return nil
	}
	return fmt.Errorf("document %s has another source by now than it was read again from: %w", d.ID, ErrConflict)
}

// Hash is a digest of the document's claims in order, for verify: the same claims, the same hash, in every store.
func Hash(claims []Claim) string {
	h := sha256.New()
	enc := json.NewEncoder(h)
	for i := range claims {
		if err := enc.Encode(&claims[i]); err != nil {
			panic(err) // a Claim holds strings and integers only
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}
