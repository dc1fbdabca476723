package score

import (
	"math"
	"strconv"
	"strings"
)

// key is what two facts are compared by: one name, or a tuple of two or three. An unknown part is "".
type key struct {
	parts [3]string
	size  int // 0 for a bare name, else the length of the tuple
}

func bare(s string) key { return key{parts: [3]string{s}} }

func tuple(parts ...string) key {
	k := key{size: len(parts)}
	copy(k.parts[:], parts)
	return k
}

// String prints a key as the reference does.
func (k key) String() string {
	if k.size == 0 {
		return orNone(k.parts[0])
	}
	out := make([]string, k.size)
	for i := range out {
		if out[i] = k.parts[i]; out[i] == "" {
			out[i] = "-"
		}
	}
	return strings.Join(out, " / ")
}

func orNone(s string) string {
	if s == "" {
		return "None"
	}
	return s
}

// float writes v as the reference prints floats: shortest exact form, always with a point or an exponent.
func float(v float64) string {
	if a := math.Abs(v); a != 0 && (a < 1e-4 || a >= 1e16) {
		return strconv.FormatFloat(v, 'e', -1, 64)
	}
	s := strconv.FormatFloat(v, 'f', -1, 64)
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return s
}

// keyed is a key of an item with the item's optional flag; known is false where the item has no key of its kind.
type keyed struct {
	key
	known, optional bool
}

// split is the required and the optional keys, each once, in order; a key that is required is not optional too.
func split(items []keyed) (required, optional []key) {
	seen := map[key]bool{}
	var late []key
	for _, it := range items {
		switch {
		case !it.known || it.parts[0] == "":
		case it.optional:
			late = append(late, it.key)
		case !seen[it.key]:
			seen[it.key] = true
			required = append(required, it.key)
		}
	}
	for _, k := range late {
		if !seen[k] {
			seen[k] = true
			optional = append(optional, k)
		}
	}
	return required, optional
}

// required is the required keys only.
func required(items []keyed) []key {
	keys, _ := split(items)
	return keys
}
