package zh

// Table is values by their words, for those who ask it of every word of a text: most have none, which their last character tells.
type Table[V any] struct {
	values map[string]V
	ends   [64]uint64 // a bit for each last character, by the low six bits of its last two bytes in UTF-8
}

// TableOf is a table of values, which may not change any more.
func TableOf[V any](values map[string]V) *Table[V] {
	t := &Table[V]{values: values}
	for w := range values {
		row, bit := ending(w)
		t.ends[row] |= 1 << bit
	}
	return t
}

// At is the value of a word, the zero value if it has none.
func (t *Table[V]) At(word string) (v V) {
	if row, bit := ending(word); t.ends[row]>>bit&1 == 0 {
		return v
	}
	return t.values[word]
}

func ending(word string) (row, bit uint8) {
	switch n := len(word); n {
	case 0:
		return 0, 0
	case 1:
		return 0, word[0] & 63
	default:
		return word[n-2] & 63, word[n-1] & 63
	}
}
