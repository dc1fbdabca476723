package title

import (
	"strings"
	"sync"

	"github.com/baopu/baopu/internal/zh/trie"
)

// class is what an element of a title is.
type class uint16

const (
	level class = 1 << iota
	organ
	department
	elide     // a department without its 部
	elideHead // a head that may follow one
	modifier
	status
	seat
	member
	group
	occupation
	polity // a level that a head may follow with nothing between: 自治区主席
)

const head = seat | member | group | occupation

// follows is the classes that may come after a class.
func follows(c class) class {
	switch c {
	case level:
		return organ
	case polity:
		return organ | modifier | seat
	case organ:
		return organ | status | department | elide | modifier | seat | member
	case department:
		return department | modifier | seat | member
	case elide:
		return elideHead
	case modifier:
		return modifier | seat | member | elideHead
	case status:
		return level | polity | organ | department | elide | modifier | head
	}
	return 0
}

// element is what a word of the tables may be in a title.
type element struct {
	class class
	word  string
	held  string // status word's meaning
}

// elements is the tables as one trie.
var elements = sync.OnceValue(func() *trie.Trie[element] {
	var table trie.Builder[element]
	for _, row := range []struct {
		words string
		class class
	}{
		{levels, level},
		{polities, polity},
		{organs, organ},
		{departments, department},
		{elided, elide},
		{elidable, elideHead},
		{modifiers, modifier},
		{seats, seat},
		{shared, member},
		{groups, group},
		{occupations, occupation},
	} {
		for _, w := range strings.Fields(row.words) {
			e := table.Put(w)
			e.class, e.word = e.class|row.class, w
		}
	}
	for _, w := range strings.Fields(statuses) {
		word, held, _ := strings.Cut(w, ":")
		e := table.Put(word)
		e.class, e.word, e.held = e.class|status, word, held
	}
	return table.Trie()
})
