package main

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/internal/export"
	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/sample"
	"github.com/baopu/baopu/internal/store"
	"github.com/baopu/baopu/loader"
)

// exported is what a reader of an export finds in it.
type exported struct {
	nodes, edges map[string]int // how many of each kind
	ids          map[string]bool
	ends         []string
}

func newExported() *exported {
	return &exported{nodes: map[string]int{}, edges: map[string]int{}, ids: map[string]bool{}}
}

// seen notes an id, which nothing else may have.
func (e *exported) seen(t *testing.T, id string) {
	t.Helper()
	if id == "" || e.ids[id] {
		t.Errorf("id %q is there twice, or empty", id)
	}
	e.ids[id] = true
}

// Every format that other programs read holds the whole graph of the sample page: as many nodes and edges of each kind as the
// store counts, no id twice, both ends of each edge; and the same bytes when it is written again.
func TestExportsOfTheSamplePage(t *testing.T) {
	dir := t.TempDir()
	url, stats := loadSample(t, dir)
	readers := map[string]func(*testing.T, []byte) *exported{"graphml": readGraphML, "csv": readCSV, "ftm": readFollowTheMoney, "gexf": readGEXF}
	if len(readers) != len(export.Formats())-1 {
		t.Errorf("formats are %q, and %d of those for other programs are read here", export.Formats(), len(readers))
	}
	for format, read := range readers {
		t.Run(format, func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			if code := run(t.Context(), []string{"export", "--store", url, "--format", format}, nil, nil, &stdout, &stderr); code != exitOK {
				t.Fatalf("exit code %d: %s", code, stderr.String())
			}
			file := filepath.Join(dir, format)
			if code := run(t.Context(), []string{"export", "--store", url, "--format", format, "--output", file}, nil, nil, &stderr, &stderr); code != exitOK {
				t.Fatalf("exit code %d: %s", code, stderr.String())
			}
			if written, err := os.ReadFile(file); err != nil || !bytes.Equal(written, stdout.Bytes()) {
				t.Errorf("a second export has other bytes (%v)", err)
			}
			got := read(t, stdout.Bytes())
			if diff := cmp.Diff(countsOf(stats.Nodes), got.nodes); diff != "" {
				t.Errorf("nodes: %s", diff)
			}
			if diff := cmp.Diff(countsOf(stats.Edges), got.edges); diff != "" {
				t.Errorf("edges: %s", diff)
			}
			for _, end := range got.ends {
				if !got.ids[end] {
					t.Errorf("an edge ends at %q, which isn't there", end)
				}
			}
		})
	}
}

// loadSample loads the sample page into a file in dir, and answers its URL and what it holds.
func loadSample(t *testing.T, dir string) (string, kg.Stats) {
	t.Helper()
	page := filepath.Join(dir, sample.Name)
	for name, text := range map[string]string{page: sample.Page, filepath.Join(dir, sample.ManifestName): string(sample.Manifest)} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	url := "sqlite:" + filepath.Join(dir, "sample.db")
	s, err := store.Open(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}()
	if _, err := loader.Load(t.Context(), s, []string{page}, loader.Options{}); err != nil {
		t.Fatal(err)
	}
	stats, err := s.Stats(t.Context())
	if err != nil || stats.Nodes[kg.PersonKind] < 10 || stats.Edges[kg.HoldsPost] < 10 {
		t.Fatalf("%+v, %v", stats, err)
	}
	return url, stats
}

// countsOf leaves out the kinds of which there is nothing.
func countsOf[K ~string](counts map[K]int) map[string]int {
	out := map[string]int{}
	for kind, n := range counts {
		if n > 0 {
			out[string(kind)] = n
		}
	}
	return out
}

func readGraphML(t *testing.T, b []byte) *exported {
	t.Helper()
	type element struct {
		ID     string `xml:"id,attr"`
		Source string `xml:"source,attr"`
		Target string `xml:"target,attr"`
		Data   []struct {
			Key  string `xml:"key,attr"`
			Text string `xml:",chardata"`
		} `xml:"data"`
	}
	var file struct {
		Nodes []element `xml:"graph>node"`
		Edges []element `xml:"graph>edge"`
	}
	if err := xml.Unmarshal(b, &file); err != nil {
		t.Fatal(err)
	}
	out := newExported()
	for _, n := range file.Nodes {
		out.seen(t, n.ID)
		out.nodes[n.Data[0].Text]++
	}
	for _, e := range file.Edges {
		out.seen(t, e.ID)
		out.edges[e.Data[0].Text]++
		out.ends = append(out.ends, e.Source, e.Target)
	}
	return out
}

func readCSV(t *testing.T, b []byte) *exported {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	out := newExported()
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(r).ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		for _, row := range rows[1:] {
			kind := strings.TrimSuffix(path.Base(f.Name), ".csv")
			if rows[0][0] == "id:ID" {
				out.seen(t, row[0])
				out.nodes[kind]++
				continue
			}
			out.seen(t, row[3])
			out.edges[kind]++
			out.ends = append(out.ends, row[:2]...)
		}
	}
	return out
}

// readFollowTheMoney tells the kind of an entity by its id, and its ends by the properties that hold ids.
func readFollowTheMoney(t *testing.T, b []byte) *exported {
	t.Helper()
	out := newExported()
	for line := range bytes.Lines(b) {
		var e struct {
			ID         kg.ID
			Schema     string
			Properties map[string][]string
		}
		if err := json.Unmarshal(line, &e); err != nil {
			t.Fatalf("%v: %s", err, line)
		}
		out.seen(t, string(e.ID))
		p := e.Properties
		out.ends = append(out.ends, slices.Concat(p["holder"], p["post"], p["document"], p["entity"], p["subject"], p["object"], p["proof"])...)
		switch kind, ok := kg.NodeKindOf(e.ID); {
		case ok:
			out.nodes[string(kind)]++
		case e.Schema == "Occupancy":
			out.edges[string(kg.HoldsPost)]++
		default:
			out.edges[p["role"][0]]++
		}
	}
	return out
}

func readGEXF(t *testing.T, b []byte) *exported {
	t.Helper()
	type element struct {
		ID     string `xml:"id,attr"`
		Source string `xml:"source,attr"`
		Target string `xml:"target,attr"`
		Values []struct {
			Value string `xml:"value,attr"`
		} `xml:"attvalues>attvalue"`
	}
	var file struct {
		Nodes []element `xml:"graph>nodes>node"`
		Edges []element `xml:"graph>edges>edge"`
	}
	if err := xml.Unmarshal(b, &file); err != nil {
		t.Fatal(err)
	}
	out := newExported()
	for _, n := range file.Nodes {
		out.seen(t, n.ID)
		out.nodes[n.Values[0].Value]++
	}
	for _, e := range file.Edges {
		out.seen(t, e.ID)
		out.edges[e.Values[0].Value]++
		out.ends = append(out.ends, e.Source, e.Target)
	}
	return out
}
