package neo4j_test

import (
	"testing"

	"github.com/baopu/baopu/internal/store/neo4j/neotest"
	"github.com/baopu/baopu/internal/store/storetest"
)

// Verify finds what is wrong, wherever it is.
func TestVerifyFinds(t *testing.T) {
	url, ok := neotest.URL(t)
	if !ok {
		return
	}
	for _, damage := range []string{
		"MATCH (n:Person) WITH n LIMIT 1 SET n.articleCount = n.articleCount + 1",
		"MATCH ()-[x:HOLDS]->() SET x.status = 'former'",
		"MATCH ()-[x:MENTIONS]->() WITH x LIMIT 1 DELETE x",
		"MATCH ()-[x:EVIDENCE]->() WITH x LIMIT 1 DELETE x",
		"MATCH (d:Document) WITH d LIMIT 1 SET d.claimsHash = 'x'",
		"MATCH (d:Document) WITH d LIMIT 1 SET d.text = 'x'",
		"MATCH (d:Document) WITH d LIMIT 1 SET d.source = 'x'",
	} {
		t.Run(damage, func(t *testing.T) {
			s := neotest.Open(t, url)
			if _, err := s.Apply(t.Context(), storetest.Generate(3, 5)...); err != nil {
				t.Fatal(err)
			}
			neotest.Run(t, url, damage, nil)
			if wrong, err := s.Verify(t.Context()); err != nil || len(wrong) == 0 {
				t.Errorf("found %v, %v", wrong, err)
			}
		})
	}
}

// A store from before sources were kept learns them from who applies the same documents again.
func TestSourcesAreLearnt(t *testing.T) {
	url, ok := neotest.URL(t)
	if !ok {
		return
	}
	s := neotest.Open(t, url)
	docs := storetest.Generate(3, 5)
	if _, err := s.Apply(t.Context(), docs...); err != nil {
		t.Fatal(err)
	}
	neotest.Run(t, url, "MATCH (d:Document) REMOVE d.source", nil)
	if done, err := s.Apply(t.Context(), docs...); err != nil || done.Unchanged != len(docs) {
		t.Fatalf("%+v, %v", done, err)
	}
	for _, row := range neotest.Run(t, url, "MATCH (d:Document) RETURN d.id, d.source", nil) {
		for _, d := range docs {
			if string(d.ID) == row[0] && d.Source.Digest() != row[1] {
				t.Errorf("document %v has source %v, want %s", row[0], row[1], d.Source.Digest())
			}
		}
	}
	if wrong, err := s.Verify(t.Context()); err != nil || len(wrong) > 0 {
		t.Errorf("%v, %v", wrong, err)
	}
}
