package export

import (
	"bytes"
	"encoding"
	"encoding/json"
	"reflect"

	"github.com/baopu/baopu/internal/kg"
)

// object is a JSON object whose members keep their order.
type object []member

type member struct {
	name  string
	value any
}

// add appends a member unless v is the zero value or an empty list.
func (o *object) add(name string, v any) {
	if r := reflect.ValueOf(v); r.IsZero() || r.Kind() == reflect.Slice && r.Len() == 0 {
		return
	}
	*o = append(*o, member{name, v})
}

// addFields appends a kind's own fields; ptrs are its Columns.
func (o *object) addFields(fields []kg.Field, ptrs []any) {
	for i, f := range fields {
		if f.Type == kg.Packed {
			if text, ok := ptrs[i].(encoding.TextMarshaler); ok {
				o.addPacked(f.Name, text)
			}
			continue
		}
		o.add(f.Name, reflect.ValueOf(ptrs[i]).Elem().Interface())
	}
}

// addPacked appends a packed field as the JSON that its text is, not as a string that holds JSON.
func (o *object) addPacked(name string, v encoding.TextMarshaler) {
	b, err := v.MarshalText()
	if err != nil || len(b) == 0 || string(b) == "null" || string(b) == "[]" {
		return
	}
	*o = append(*o, member{name, json.RawMessage(b)})
}

// MarshalJSON writes the members in order, Chinese and <>& as they are.
func (o *object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, m := range *o {
		if i > 0 {
			b.WriteByte(',')
		}
		name, err := marshal(m.name)
		if err != nil {
			return nil, err
		}
		value, err := marshal(m.value)
		if err != nil {
			return nil, err
		}
		b.Write(name)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

func marshal(v any) ([]byte, error) {
	switch v := v.(type) {
	case *object:
		return v.MarshalJSON()
	case []*object:
		return marshalList(v)
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}

func marshalList(list []*object) ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('[')
	for i, o := range list {
		if i > 0 {
			b.WriteByte(',')
		}
		item, err := o.MarshalJSON()
		if err != nil {
			return nil, err
		}
		b.Write(item)
	}
	b.WriteByte(']')
	return b.Bytes(), nil
}
