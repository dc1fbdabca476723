package text

import (
	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/zh/pinyin"
)

// maxSortKey bounds a key that orders names, in bytes of ASCII: some 50 characters. Ids order what begins so alike; a store's
// index takes no headline of a thousand characters.
const maxSortKey = 500

// SortKey is the ASCII key that orders n by its name, in pinyin; a person's surname is read as one. Stores order by it and
// never by the Chinese string, which they collate differently.
func SortKey(n kg.Node) string {
	h := n.NodeHead()
	key := read(h.Name, h.Kind == kg.PersonKind).SortKey()
	return key[:min(len(key), maxSortKey)]
}

func read(name string, person bool) pinyin.Reading {
	if person {
		return pinyin.ReadName(name)
	}
	return pinyin.Read(name)
}
