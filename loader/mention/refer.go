package mention

import (
	"strings"

	"github.com/baopu/baopu/loader/lattice"
)

// refer ties a surname with a title to the one person of the article with that surname who holds it, or to the only one
// with that surname; otherwise it names nobody.
func (rd *reader) refer(u unit) *person {
	r := []rune(u.text)
	n := len(r) - len([]rune(u.title.Text))
	if n < 1 {
		return nil
	}
	var only, holder *person
	many, several := false, false
	for _, p := range rd.people {
		q := []rune(p.name)
		if p.script == lattice.Foreign || len(q) < n+1 || len(q) > n+2 || string(q[:n]) != string(r[:n]) {
			continue
		}
		many = many || only != nil
		only = p
		for _, post := range p.posts {
			if strings.HasSuffix(post.Title, u.title.Text) {
				several = several || holder != nil && holder != p
				holder = p
			}
		}
	}
	if holder != nil && !several {
		return holder
	}
	if many {
		return nil
	}
	return only
}
