package text

import (
	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/zh/pinyin"
)

// SortKey is the ASCII key that orders n by its name, in pinyin; a person's surname is read as one. Stores order by it and
// never by the Chinese string, which they collate differently.
func SortKey(n kg.Node) string {
	h := n.NodeHead()
	return read(h.Name, h.Kind == kg.PersonKind).SortKey()
}

func read(name string, person bool) pinyin.Reading {
	if person {
		return pinyin.ReadName(name)
	}
	return pinyin.Read(name)
}
