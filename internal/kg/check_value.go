package kg

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// MaxIndexed bounds a name, a key and a value that stores keep an index of, in bytes: Neo4j's indexes take 8 kB.
const MaxIndexed = 6000

// checkText refuses what stores can't keep as it is.
func checkText(what, s string) error {
	if !utf8.ValidString(s) {
		return fmt.Errorf("%s %q is no UTF-8: %w", what, s, ErrInvalid)
	}
	return nil
}

// checkIndexed refuses what stores can't keep as it is, or in an index.
func checkIndexed(what, s string) error {
	if len(s) > MaxIndexed {
		return fmt.Errorf("%s has %d bytes, at most %d: %w", what, len(s), MaxIndexed, ErrInvalid)
	}
	return checkText(what, s)
}

// checkTexts checks named texts: a name and a text in turn.
func checkTexts(check func(what, s string) error, pairs ...string) error {
	for i := 0; i < len(pairs); i += 2 {
		if err := check(pairs[i], pairs[i+1]); err != nil {
			return err
		}
	}
	return nil
}

// checkValue says whether v, in the form of EncodeValue, is a value of the field's type. Numbers are finite decimals.
func (fd *Field) checkValue(v string) error {
	switch fd.Type {
	case DateType:
		_, err := ParseDate(v)
		return err
	case Int:
		return DecodeValue(new(int), v)
	case Number:
		return checkNumber(v)
	case Enum:
		if v != "" && !slices.Contains(fd.Enum, v) {
			return fmt.Errorf("no value %q: %w", v, ErrInvalid)
		}
	case Bool:
		if v != "" && v != "true" {
			return fmt.Errorf("%q is neither \"true\" nor \"\": %w", v, ErrInvalid)
		}
	case Text, TextList, Ref, Packed:
	}
	return nil
}

func checkNumber(v string) error {
	n, err := strconv.ParseFloat(v, 64)
	if v != "" && (err != nil || math.IsInf(n, 0) || math.IsNaN(n) || strings.ContainsAny(v, "xX_")) {
		return fmt.Errorf("%q is no decimal number: %w", v, ErrInvalid)
	}
	return nil
}

// checkClaimed says whether a claim may give the field the value v.
func (fd *Field) checkClaimed(v string) error {
	if fd.Type == Packed { // the spans of mentions
		if err := DecodeValue(new(Spans), v); err != nil {
			return fmt.Errorf("%s: %w", fd.Name, err)
		}
		return checkText(fd.Name, v)
	}
	if err := checkIndexed(fd.Name, v); err != nil {
		return err
	}
	if err := fd.checkValue(v); err != nil {
		return fmt.Errorf("%s: %w", fd.Name, err)
	}
	return nil
}

// checkColumns says whether the fields of a node hold what stores can keep: dates, finite numbers, texts, and those in an index not
// too long.
func checkColumns(n Node) error {
	h := n.NodeHead()
	s, _ := NodeSchemaOf(h.Kind)
	check := checkIndexed
	if s.Owned {
		check = checkText
	}
	if err := checkTexts(check, "key", h.Key, "name", h.Name); err != nil {
		return err
	}
	for i, ptr := range n.Columns() {
		fd := &s.Fields[i]
		var texts []string
		switch p := ptr.(type) {
		case *Date:
			if _, err := ParseDate(string(*p)); err != nil {
				return fmt.Errorf("%s: %w", fd.Name, err)
			}
		case *float64:
			if math.IsNaN(*p) || math.IsInf(*p, 0) {
				return fmt.Errorf("%s %v is no finite number: %w", fd.Name, *p, ErrInvalid)
			}
		case *[]string:
			texts = *p
		case *Parts:
			for _, part := range *p {
				texts = append(texts, part.Kind, part.Page)
			}
		default:
			texts = []string{EncodeValue(ptr)}
		}
		check := checkText
		if fd.Index {
			check = checkIndexed
		}
		for _, t := range texts {
			if err := check(fd.Name, t); err != nil {
				return err
			}
		}
	}
	return nil
}
