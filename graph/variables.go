package graph

import (
	"encoding/json"
	"fmt"
	"math"
	"reflect"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// deepest is how many lists and objects may lie in each other in variables: more than any filter that is answered.
const deepest = 64

// tooDeep says whether v nests lists and objects more than left levels deep.
func tooDeep(v any, left int) bool {
	switch v := v.(type) {
	case map[string]any:
		for _, e := range v {
			if left == 0 || tooDeep(e, left-1) {
				return true
			}
		}
	case []any:
		for _, e := range v {
			if left == 0 || tooDeep(e, left-1) {
				return true
			}
		}
	}
	return false
}

// checkVariables refuses values that gqlparser lets pass although the specification doesn't (section 3.5, input coercion): names of enum
// values in another case, texts for numbers, numbers that are no 32-bit integers. What they meant would be guessed later, each
// place in its own way.
func checkVariables(schema *ast.Schema, op *ast.OperationDefinition, values map[string]any) *gqlerror.Error {
	for _, def := range op.VariableDefinitions {
		if err := checkInput(schema, def.Type, values[def.Variable]); err != nil {
			return coded(gqlerror.ErrorPosf(def.Position, "variable $%s: %s", def.Variable, err), codeValidation)
		}
	}
	return nil
}

// checkInput checks a value of the type, which gqlparser has checked before. The error names the field inside it.
func checkInput(schema *ast.Schema, t *ast.Type, v any) error {
	if v == nil {
		return nil
	}
	if t.Elem != nil {
		list := reflect.ValueOf(v)
		if list.Kind() != reflect.Slice {
			return checkInput(schema, t.Elem, v)
		}
		for i := range list.Len() {
			if err := checkInput(schema, t.Elem, list.Index(i).Interface()); err != nil {
				return fmt.Errorf("%d: %w", i, err)
			}
		}
		return nil
	}
	def := schema.Types[t.NamedType]
	switch def.Kind {
	case ast.Enum:
		if name, ok := v.(string); !ok || def.EnumValues.ForName(name) == nil {
			return fmt.Errorf("%.40q is no %s", fmt.Sprint(v), t.NamedType)
		}
	case ast.InputObject:
		m, _ := v.(map[string]any)
		for _, f := range def.Fields {
			if err := checkInput(schema, f.Type, m[f.Name]); err != nil {
				return fmt.Errorf("%s: %w", f.Name, err)
			}
		}
	case ast.Scalar:
		if !fitsScalar(t.NamedType, v) {
			return fmt.Errorf("%.40q is no %s", fmt.Sprint(v), t.NamedType)
		}
	case ast.Object, ast.Interface, ast.Union:
	}
	return nil
}

// fitsScalar says whether v is what JSON, or a default of the document, may give for the scalar. All scalars of the schema are texts.
func fitsScalar(scalar string, v any) bool {
	var number bool
	var n float64
	switch v := v.(type) {
	case json.Number:
		f, err := v.Float64()
		n, number = f, err == nil
	case int64:
		n, number = float64(v), true
	case float64:
		n, number = v, true
	}
	_, text := v.(string)
	switch scalar {
	case "Int":
		return number && n == math.Trunc(n) && math.Abs(n) <= math.MaxInt32
	case "Float":
		return number
	case "Boolean":
		_, ok := v.(bool)
		return ok
	case "ID":
		return text || number && n == math.Trunc(n)
	}
	return text
}
