// Command generate writes the GraphQL edge's code from schema.graphqls: first answer/links_gen.go, which is a line for
// each relation field, edge and connection (so that nobody writes them), then gqlgen's own. It runs in the folder of
// gqlgen.yml.
package main

import (
	"fmt"
	"log"
	"os"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/api"
	"github.com/99designs/gqlgen/codegen"
	"github.com/99designs/gqlgen/codegen/config"
	"github.com/99designs/gqlgen/codegen/templates"
	"github.com/99designs/gqlgen/plugin/resolvergen"
	"github.com/vektah/gqlparser/v2/ast"
)

const answerPackage = "github.com/baopu/baopu/graph/internal/answer"

func main() {
	log.SetFlags(0)
	if err := run(); err != nil {
		log.Fatal("generate: ", err)
	}
}

func run() error {
	cfg, err := config.LoadConfigFromDefaultLocations()
	if err != nil {
		return err
	}
	if err := cfg.LoadSchema(); err != nil {
		return err
	}
	src, err := links(cfg.Schema)
	if err != nil {
		return err
	}
	const file = "graph/internal/answer/links_gen.go"
	if old, err := os.ReadFile(file); err != nil || string(old) != string(src) {
		if err := os.WriteFile(file, src, 0o644); err != nil {
			return err
		}
	}
	return api.Generate(cfg, api.NoPlugins(), api.AddPlugin(models{}), api.AddPlugin(resolvergen.New()))
}

// models tells gqlgen that input objects are maps (package plan reads them by the schema) and that enums are the words of
// the table of kinds, so that gqlgen.yml needn't list them.
type models struct{}

// Name names the plugin.
func (models) Name() string { return "models" }

// MutateConfig adds to the types that gqlgen knows.
func (models) MutateConfig(cfg *config.Config) error {
	for name, def := range cfg.Schema.Types {
		if def.BuiltIn || strings.HasPrefix(name, "__") || cfg.Models.UserDefined(name) {
			continue
		}
		switch def.Kind {
		case ast.InputObject:
			cfg.Models.Add(name, "map[string]any")
		case ast.Enum:
			cfg.Models.Add(name, answerPackage+".Enum")
		case ast.Object, ast.Interface, ast.Union, ast.Scalar:
			if name != "Query" && name != "Subscription" {
				return fmt.Errorf("%s: no type of that name in package answer", name)
			}
		}
	}
	return nil
}

// Implement writes the body of a root resolver: it hands out what was read.
func (models) Implement(_ string, field *codegen.Field) string {
	result := templates.CurrentImports.LookupType(field.TypeReference.GO)
	name := field.TypeReference.Definition.Name
	if field.Object.Stream {
		return fmt.Sprintf("return answer.Stream[%s](ctx)", result)
	}
	if conn, ok := strings.CutSuffix(name, "Connection"); ok {
		node := field.TypeReference.Definition.Fields.ForName("nodes").Type.Name()
		if node != "Node" {
			node = "*answer." + node
		} else {
			node = "answer." + node
		}
		return fmt.Sprintf("return answer.RootConnection[%s, answer.%sEdge](ctx)", node, conn)
	}
	if field.Type.Elem == nil && (name == "Node" || slices.Contains(field.TypeReference.Definition.Interfaces, "Node")) {
		return fmt.Sprintf("return answer.RootOne[%s](ctx)", result)
	}
	return fmt.Sprintf("return answer.Root[%s](ctx)", result)
}
