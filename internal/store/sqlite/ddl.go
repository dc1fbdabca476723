package sqlite

import (
	"fmt"
	"strings"

	"github.com/baopu/baopu/internal/kg"
)

// column is a column as the schema table wants it.
type column struct {
	name, decl string
}

func declare(f *kg.Field) column {
	switch f.Type {
	case kg.Int, kg.Bool:
		return column{f.Name, "INTEGER NOT NULL DEFAULT 0"}
	case kg.Number:
		return column{f.Name, "REAL NOT NULL DEFAULT 0"}
	case kg.TextList:
		return column{f.Name, "TEXT NOT NULL DEFAULT '[]'"}
	case kg.Text, kg.Enum, kg.DateType, kg.Ref, kg.Packed:
	}
	return column{f.Name, "TEXT NOT NULL DEFAULT ''"}
}

var (
	refsColumn    = column{"refs", "INTEGER NOT NULL DEFAULT 0"}
	talliesColumn = column{"tallies", "BLOB NOT NULL DEFAULT x''"}
)

func (t *nodeTable) columns() []column {
	var out []column
	for _, fs := range [][]kg.Field{kg.CommonNodeFields, t.schema.Fields} {
		for i := range fs {
			out = append(out, declare(&fs[i]))
		}
	}
	return append(out, refsColumn, talliesColumn)
}

func (t *edgeTable) columns() []column {
	var out []column
	for i := range kg.CommonEdgeFields {
		out = append(out, declare(&kg.CommonEdgeFields[i]))
	}
	out = append(out, column{"from", "TEXT NOT NULL"}, column{"to", "TEXT NOT NULL"})
	for i := range t.schema.Fields {
		out = append(out, declare(&t.schema.Fields[i]))
	}
	return append(out, talliesColumn)
}

// createTable makes a table clustered by id, unless its rows hold long text: those would make the tree of ids deep.
func createTable(name string, cols []column, long bool) string {
	lines := make([]string, len(cols))
	for i, c := range cols {
		lines[i] = "  " + quote(c.name) + " " + c.decl
	}
	end := ") WITHOUT ROWID"
	if long {
		end = ")"
	}
	return fmt.Sprintf("CREATE TABLE IF NOT EXISTS %s (\n%s,\n  PRIMARY KEY (id)\n%s", name, strings.Join(lines, ",\n"), end)
}

// indexes answers one index for each order and each indexed field of t.
func (t *nodeTable) indexes() []string {
	var out []string
	seen := map[string]bool{"id": true}
	add := func(field string) {
		if !seen[field] {
			seen[field] = true
			out = append(out, fmt.Sprintf("CREATE INDEX IF NOT EXISTS %s ON %s (%s, id)", quote("n_"+string(t.schema.Kind)+"_"+field), t.name, quote(field)))
		}
	}
	for _, o := range t.schema.Orders {
		add(o.Field)
	}
	for _, f := range t.schema.Fields {
		if f.Index {
			add(f.Name)
		}
	}
	if !t.schema.Owned {
		for _, f := range kg.CommonNodeFields {
			if f.Index {
				add(f.Name)
			}
		}
	}
	return out
}

func (t *nodeTable) long() bool {
	for _, f := range t.schema.Fields {
		if f.Long {
			return true
		}
	}
	return false
}
