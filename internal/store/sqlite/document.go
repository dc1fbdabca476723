package sqlite

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/kg"
)

// content is what a document says beside its claims and its owned nodes' rows: enough to take it out again.
type content struct {
	Articles []origin  `json:"articles"`
	Owned    []kg.ID   `json:"owned"` // articles too
	Raw      []rawNode `json:"raw"`
}

// origin is kg.Origin as it is kept.
type origin struct {
	ID        kg.ID   `json:"id"`
	Cluster   string  `json:"cluster"`
	Published kg.Date `json:"published"`
}

// rawNode is a raw node with its kg.KeyText.
type rawNode struct {
	ID   kg.ID  `json:"id"`
	Body string `json:"body"`
}

// version is one state of a document: as it is stored, or as it will be.
type version struct {
	content content
	claims  []kg.Claim
	doc     *kg.Document // nil for the stored state
	hash    string
	source  string // kg.Source.Digest
	blob    []byte // the claims as JSON lines; nil of the stored state, as nodes is
	nodes   []byte // the content as JSON
}

// incoming is the state that doc asks for.
func incoming(doc *kg.Document) (*version, error) {
	v := &version{doc: doc, claims: doc.Claims, source: doc.Source.Digest()}
	digest := sha256.New()
	enc := json.NewEncoder(digest)
	for _, part := range []any{doc.Reader, doc.Source} {
		if err := enc.Encode(part); err != nil {
			return nil, fmt.Errorf("document %s: %w", doc.ID, err)
		}
	}
	for _, n := range doc.Nodes {
		h := n.NodeHead()
		s, _ := kg.NodeSchemaOf(h.Kind)
		if !s.Owned {
			v.content.Raw = append(v.content.Raw, rawNode{h.ID, kg.KeyText(n)})
			continue
		}
		v.content.Owned = append(v.content.Owned, h.ID)
		if err := enc.Encode(n); err != nil {
			return nil, fmt.Errorf("document %s: node %s: %w", doc.ID, h.ID, err)
		}
		if a, ok := n.(*kg.Article); ok {
			v.content.Articles = append(v.content.Articles, origin{h.ID, a.Cluster, a.Published})
		}
	}
	slices.SortFunc(v.content.Raw, func(a, b rawNode) int { return strings.Compare(string(a.ID), string(b.ID)) })
	lines := bytes.NewBuffer([]byte{}) // never nil: a page may make no claim
	lineEnc := json.NewEncoder(lines)
	for i := range v.claims {
		if err := lineEnc.Encode(&v.claims[i]); err != nil {
			return nil, fmt.Errorf("document %s: claim %d: %w", doc.ID, i, err)
		}
	}
	var err error
	if v.nodes, err = json.Marshal(v.content); err != nil {
		return nil, fmt.Errorf("document %s: %w", doc.ID, err)
	}
	v.blob = lines.Bytes()
	digest.Write(v.nodes)
	digest.Write(v.blob)
	v.hash = hex.EncodeToString(digest.Sum(nil)[:16])
	return v, nil
}

// claimsHash is kg.Hash of the claims: of the very bytes that are kept.
func (v *version) claimsHash() string {
	sum := sha256.Sum256(v.blob)
	return hex.EncodeToString(sum[:16])
}

func decodeVersion(claims, nodes []byte) (*version, error) {
	v := &version{}
	if err := json.Unmarshal(nodes, &v.content); err != nil {
		return nil, err
	}
	dec := json.NewDecoder(bytes.NewReader(claims))
	for dec.More() {
		var c kg.Claim
		if err := dec.Decode(&c); err != nil {
			return nil, err
		}
		v.claims = append(v.claims, c)
	}
	return v, nil
}

// stored reads the state of a document, nil where there is none.
func stored(ctx context.Context, s *session, id kg.ID) (*version, error) {
	var out *version
	err := eachStored(ctx, s, []kg.ID{id}, func(_ kg.ID, v *version) error {
		out = v
		return nil
	})
	return out, err
}

// eachStored calls yield with the states of those of the documents that are there, in the order of ids.
func eachStored(ctx context.Context, s *session, ids []kg.ID, yield func(kg.ID, *version) error) error {
	const query = "SELECT d.id, d.hash, d.claims, d.nodes FROM json_each(?) j CROSS JOIN document d ON d.id = j.value"
	return s.each(ctx, query, []any{idList(ids)}, func(got *row) error {
		var id, hash string
		var claims, nodes []byte
		if err := got.scan(&id, &hash, &claims, &nodes); err != nil {
			return err
		}
		v, err := decodeVersion(claims, nodes)
		if err != nil {
			return fmt.Errorf("document %s: %w", id, err)
		}
		v.hash = hash
		return yield(kg.ID(id), v)
	})
}
