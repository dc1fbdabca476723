package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/baopu/baopu/internal/export"
)

func (a *app) exportCommand() *cobra.Command {
	var format, file string
	c := &cobra.Command{
		Use:   "export",
		Short: "Write the whole graph in canonical order",
		Long: `Writes the whole graph, of one instant:

  jsonl    JSON Lines: a header, every node by kind and id, every edge by kind and id with its evidence, then the judgements
  graphml  for Gephi, networkx and others: nodes and edges with every field and the first piece of evidence
  csv      the same as a ZIP archive of tables, for neo4j-admin and spreadsheets
  ftm      FollowTheMoney's entities as JSON Lines, for OpenAleph
  gexf     as graphml, with the times of tenures and events, for Gephi's timeline

Equal graphs give equal bytes, in whatever order they were loaded; recorded times are in no export. A Neo4j server keeps no old
states, so an export of one that is loaded meanwhile fails. The file of --output is there when it is whole; until then, and
where the export fails, what stood there stays. What fields are called in each format: doc/export.md.`,
		Example: "  baopu export > graph.jsonl\n  baopu export --format graphml --output graph.graphml",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) (err error) {
			if !slices.Contains(export.Formats(), format) {
				return usageError{fmt.Errorf("--format %q: known formats are %s", format, strings.Join(export.Formats(), ", "))}
			}
			if file != "" && holdsStore(file, a.storeURL()) {
				return usageError{fmt.Errorf("--output %s: that is a store, and an export would take its place", file)}
			}
			if file == "" && format == "csv" && terminal(a.stdout) {
				return usageError{errors.New("--format csv writes a ZIP: name its file with --output")}
			}
			store, err := a.openToRead(c.Context())
			if err != nil {
				return err
			}
			defer closing(store, &err)
			if file == "" {
				return export.Write(c.Context(), a.stdout, store, format)
			}
			return writeFile(file, func(w io.Writer) error { return export.Write(c.Context(), w, store, format) })
		},
	}
	c.Flags().StringVar(&format, "format", export.Formats()[0], "one of "+strings.Join(export.Formats(), ", "))
	c.Flags().StringVarP(&file, "output", "o", "", "`file` to write to (default standard output)")
	return c
}
