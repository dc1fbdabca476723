package export

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/baopu/baopu/internal/kg"
)

// CSV writes the graph as a ZIP archive with a table for each kind, nodes/Person.csv or edges/HOLDS.csv, those of which there is
// nothing included. Tables are as RFC 4180 has them, in UTF-8; their first lines are those that neo4j-admin reads. Texts that
// a spreadsheet would take for a formula begin with an apostrophe. Errors are those of the store or of w.
func CSV(ctx context.Context, w io.Writer, store kg.Auditor) error {
	c := &tables{}
	c.csv = csv.NewWriter(&c.row)
	for _, k := range nodeFields() {
		c.all = append(c.all, newTable("nodes/", k, []string{"id:ID", ":LABEL"}, nil))
	}
	for _, k := range edgeFields() {
		c.all = append(c.all, newTable("edges/", k, []string{":START_ID", ":END_ID", ":TYPE", "id"}, evidence))
	}
	return dump(ctx, w, store, c)
}

// tables is an archive of tables in the making.
type tables struct {
	unjudged
	all     []*table
	archive *zip.Writer
	current *table
	file    io.Writer // of current
	csv     *csv.Writer
	row     bytes.Buffer // what csv writes to
}

// table is that of one kind.
type table struct {
	folder, kind string
	ends         []string     // heads of the columns of ids and kinds, which come first
	columns      []*attribute // of the fields, as AllColumns or EdgeColumns have them; nil for one that isn't written
	more         []attribute
	begun        bool
}

// tableTypes are the names of types in neo4j-admin's heads of columns.
var tableTypes = map[valueType]string{textValue: "string", intValue: "int", numberValue: "double", boolValue: "boolean", listValue: "string[]"}

func newTable(folder string, k kindFields, ends []string, more []attribute) *table {
	t := &table{folder: folder, kind: k.kind, ends: ends, more: more}
	t.columns = newAttributes([]kindFields{k}).fields[k.kind]
	return t
}

func (t *table) head() []string {
	out := slices.Clone(t.ends)
	for _, c := range t.columns {
		if c != nil {
			out = append(out, c.name+":"+tableTypes[c.typ])
		}
	}
	for _, c := range t.more {
		out = append(out, c.name+":"+tableTypes[c.typ])
	}
	return out
}

// cells appends the fields' values; ptrs are all columns of a node or an edge.
func (t *table) cells(row []string, ptrs []any) []string {
	for i, c := range t.columns {
		if c != nil {
			row = append(row, cell(c, textOf(ptrs[i])))
		}
	}
	return row
}

func (c *tables) begin(w io.Writer) error {
	c.archive = zip.NewWriter(w)
	return nil
}

func (c *tables) node(_ io.Writer, n kg.Node) error {
	h := n.NodeHead()
	if err := c.open("nodes/", string(h.Kind)); err != nil {
		return err
	}
	labels := string(h.Kind)
	if s, ok := kg.NodeSchemaOf(h.Kind); ok && s.Entity {
		labels += listSeparator + "Entity"
	}
	return c.write(c.current.cells([]string{string(h.ID), labels}, kg.AllColumns(n)))
}

func (c *tables) edge(_ io.Writer, e kg.Edge, proofs []kg.Proof) error {
	f := e.EdgeFact()
	if err := c.open("edges/", string(f.Kind)); err != nil {
		return err
	}
	row := c.current.cells([]string{string(f.From), string(f.To), string(f.Kind), string(f.ID)}, kg.EdgeColumns(e))
	for i, text := range evidenceOf(proofs) {
		row = append(row, cell(&evidence[i], text))
	}
	return c.write(row)
}

func (c *tables) end(io.Writer) error {
	for _, t := range c.all {
		if !t.begun {
			if err := c.open(t.folder, t.kind); err != nil {
				return err
			}
		}
	}
	return c.archive.Close()
}

// open goes on to the table of a kind: a dump has the kinds one after the other.
func (c *tables) open(folder, kind string) error {
	if c.current != nil && c.current.folder == folder && c.current.kind == kind {
		return nil
	}
	i := slices.IndexFunc(c.all, func(t *table) bool { return t.folder == folder && t.kind == kind })
	if i < 0 {
		return fmt.Errorf("kind %q is not in the schema: %w", kind, kg.ErrInvalid)
	}
	c.current = c.all[i]
	c.current.begun = true
	var err error
	c.file, err = c.archive.CreateHeader(&zip.FileHeader{Name: folder + kind + ".csv", Method: zip.Deflate, Modified: noTime})
	if err != nil {
		return err
	}
	return c.write(c.current.head())
}

// noTime is the first that an archive can tell: when it was written is no part of a graph.
var noTime = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// write writes a row. Rows end with CR and LF, as the RFC has it; csv.Writer would make those of every LF within a text too.
func (c *tables) write(row []string) error {
	c.row.Reset()
	if err := c.csv.Write(row); err != nil {
		return err
	}
	c.csv.Flush()
	c.row.Truncate(c.row.Len() - 1)
	c.row.WriteString("\r\n")
	_, err := c.file.Write(c.row.Bytes())
	return err
}

// formula are the characters with which a text begins that a spreadsheet computes (those of full width in a Chinese one too), and the
// apostrophe, so that one at the beginning is always ours.
const formula = "=+-@\t\r\n'＝＋－＠"

// plainNumber is a text that no harm comes from, whatever it begins with.
var plainNumber = regexp.MustCompile(`^[+-]?[0-9]+(\.[0-9]+)?%?$`)

// cell is a value as it stands in a table. Control characters, on which readers break off, become U+FFFD.
func cell(a *attribute, text string) string {
	if a.typ != textValue && a.typ != listValue {
		return text
	}
	text = strings.Map(printable, text)
	if a.typ == listValue { // the separator of lists is that of cells in some countries
		elements := strings.Split(text, listSeparator)
		for i, e := range elements {
			elements[i] = harmless(e)
		}
		return strings.Join(elements, listSeparator)
	}
	return harmless(text)
}

func harmless(text string) string {
	if strings.IndexAny(text, formula) == 0 && !plainNumber.MatchString(text) {
		return "'" + text
	}
	return text
}

func printable(r rune) rune {
	if r < ' ' && r != '\t' && r != '\n' && r != '\r' {
		return '\ufffd'
	}
	return r
}
