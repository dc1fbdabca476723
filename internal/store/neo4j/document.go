package neo4j

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"github.com/baopu/baopu/internal/kg"
)

// version is one state of a document: as it is stored, or as a caller wants it.
type version struct {
	id      kg.ID
	reader  string
	hash    string // of reader, source, owned nodes, content and claims
	source  string // kg.Source.Digest, of a wanted state
	content content
	claims  []kg.Claim
	doc     *kg.Document // nil for the stored state

	lines    []byte // the claims as JSON, a line each
	contents []byte // the content as JSON, of a wanted state
}

// content is what is needed beside the claims to take a document out again.
type content struct {
	Articles []printed        `json:"articles"`
	Owned    []kg.ID          `json:"owned"`                // articles too
	Keys     map[kg.ID]string `json:"keys"`                 // kg.KeyText of the other nodes
	Figures  map[kg.ID]int    `json:"characters,omitempty"` // of remainders
}

// printed is what the tallies need to know of an article: kg.Origin.
type printed struct {
	ID        kg.ID   `json:"id"`
	Cluster   string  `json:"cluster"`
	Published kg.Date `json:"published"`
}

func (c *content) origins() map[kg.ID]kg.Origin {
	out := make(map[kg.ID]kg.Origin, len(c.Articles))
	for _, a := range c.Articles {
		out[a.ID] = kg.Origin{Article: a.ID, Cluster: a.Cluster, Published: a.Published}
	}
	return out
}

// characters is the length of the document's remainders.
func (c *content) characters() int {
	sum := 0
	for _, n := range c.Figures {
		sum += n
	}
	return sum
}

// wanted is the state that doc, which has passed Check, asks for.
func wanted(doc *kg.Document) (*version, error) {
	v := &version{id: doc.ID, reader: doc.Reader, source: doc.Source.Digest(), claims: doc.Claims, doc: doc, content: content{Keys: map[kg.ID]string{}, Figures: map[kg.ID]int{}}}
	digest := sha256.New()
	enc := json.NewEncoder(digest)
	if err := errorsOf(enc.Encode(doc.Reader), enc.Encode(doc.Source)); err != nil {
		return nil, fmt.Errorf("document %s: %w", doc.ID, err)
	}
	for _, n := range doc.Nodes {
		h := n.NodeHead()
		if s, _ := kg.NodeSchemaOf(h.Kind); !s.Owned {
			v.content.Keys[h.ID] = kg.KeyText(n)
			continue
		}
		v.content.Owned = append(v.content.Owned, h.ID)
		switch n := n.(type) {
		case *kg.Article:
			v.content.Articles = append(v.content.Articles, printed{h.ID, n.Cluster, n.Published})
		case *kg.Remainder:
			v.content.Figures[h.ID] = n.Characters
		}
		if err := enc.Encode(n); err != nil {
			return nil, fmt.Errorf("document %s: node %s: %w", doc.ID, h.ID, err)
		}
	}
	var lines bytes.Buffer
	to := json.NewEncoder(&lines)
	for i := range v.claims {
		if err := to.Encode(&v.claims[i]); err != nil {
			return nil, fmt.Errorf("document %s: claim %d: %w", doc.ID, i, err)
		}
	}
	var err error
	if v.contents, err = json.Marshal(&v.content); err != nil {
		return nil, fmt.Errorf("document %s: %w", doc.ID, err)
	}
	v.lines = lines.Bytes()
	digest.Write(v.contents)
	digest.Write(v.lines)
	v.hash = hex.EncodeToString(digest.Sum(nil)[:16])
	return v, nil
}

func errorsOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// claimsHash is kg.Hash of the claims, of the bytes that are kept.
func (v *version) claimsHash() string {
	sum := sha256.Sum256(v.lines)
	return hex.EncodeToString(sum[:16])
}

// row is the Document node of a wanted state.
func (v *version) row(s *shrinker) (params, error) {
	contents, err := s.shrink(v.contents)
	if err != nil {
		return nil, err
	}
	claims, err := s.shrink(v.lines)
	if err != nil {
		return nil, err
	}
	src := v.doc.Source
	return params{
		"id": string(v.id), "reader": v.reader, "hash": v.hash, "source": v.source, "claimsHash": v.claimsHash(), "content": contents, "claims": claims,
		"name": src.Name, "format": src.Format, "text": src.Text, "publication": src.Publication, "place": src.Place, "date": string(src.Date), "page": src.Page,
	}, nil
}

// stored makes a version from a Document node's properties: id, reader, hash, content, claims.
func stored(values []any) (*version, error) {
	v := &version{id: kg.ID(textOf(values[0])), reader: textOf(values[1]), hash: textOf(values[2])}
	contents, err := grow(data(values[3]))
	if err != nil {
		return nil, fmt.Errorf("neo4j: document %s: %w", v.id, err)
	}
	if v.lines, err = grow(data(values[4])); err != nil {
		return nil, fmt.Errorf("neo4j: document %s: %w", v.id, err)
	}
	if err := json.Unmarshal(contents, &v.content); err != nil {
		return nil, fmt.Errorf("neo4j: document %s: %w", v.id, err)
	}
	for dec := json.NewDecoder(bytes.NewReader(v.lines)); dec.More(); {
		var c kg.Claim
		if err := dec.Decode(&c); err != nil {
			return nil, fmt.Errorf("neo4j: document %s: %w", v.id, err)
		}
		v.claims = append(v.claims, c)
	}
	return v, nil
}

// storedOf reads the states of documents that are there.
func storedOf(ctx context.Context, t *tx, ids []kg.ID) (map[kg.ID]*version, error) {
	out := map[kg.ID]*version{}
	if len(ids) == 0 {
		return out, nil
	}
	err := t.each(ctx, cypher("document-load"), params{"ids": list(ids)}, func(values []any) error {
		v, err := stored(values)
		if err == nil {
			out[v.id] = v
		}
		return err
	})
	return out, err
}

// list is ids, or other texts, as a parameter.
func list[T ~string](ids []T) []any {
	out := make([]any, len(ids))
	for i, id := range ids {
		out[i] = string(id)
	}
	return out
}
