package score

import (
	"slices"

	"github.com/baopu/baopu/loader/facts"
)

// persons: names. Those in the gold's bylines are free.
func (s *Scores) persons(p *pair) {
	names := func(f *facts.Facts) []keyed {
		var out []keyed
		for _, x := range f.Persons {
			out = append(out, keyed{bare(normal(x.Name)), true, x.Optional})
		}
		return out
	}
	req, opt := split(names(p.gold))
	s.tallies[Persons].add(p.id, req, append(opt, keysOf(p.credited)...), required(names(p.pred)), equal)
}

// post is a post with its person's name; those of an optional person are optional.
type post struct {
	facts.Post
	person string
}

func posts(f *facts.Facts) []post {
	var out []post
	for _, x := range f.Persons {
		for _, q := range x.Posts {
			q.Optional = q.Optional || x.Optional
			out = append(out, post{q, normal(x.Name)})
		}
	}
	return out
}

// posts: person and title. Posts of optional persons, and of persons who only made the article, are free.
func (s *Scores) posts(p *pair) {
	key2 := func(list []post) []keyed {
		var out []keyed
		for _, q := range list {
			out = append(out, keyed{tuple(q.person, normal(q.Title)), true, q.Optional})
		}
		return out
	}
	story := map[string]bool{}
	for _, x := range p.gold.Persons {
		story[normal(x.Name)] = true
	}
	predPosts := posts(p.pred)
	pred := slices.DeleteFunc(required(key2(predPosts)), func(k key) bool {
		who := k.parts[0]
		return p.unknown[who] || !story[who] && p.credited[who]
	})
	req, opt := split(key2(p.goldPosts))
	s.tallies[Posts].add(p.id, req, opt, pred, tuples(-1, 1))
	s.postField(PostPlaces, p, predPosts, func(q post) facts.Maybe { return q.Place })
	s.postField(PostOrgs, p, predPosts, func(q post) facts.Maybe { return q.Org })
	s.postField(PostStatus, p, predPosts, func(q post) facts.Maybe { return q.Status })
}

// postField: person, title and one field, judged only for the posts whose gold entry is required and states the field.
func (s *Scores) postField(kind Kind, p *pair, predPosts []post, field func(post) facts.Maybe) {
	key3 := func(list []post) []keyed {
		var out []keyed
		for _, q := range list {
			f := field(q)
			out = append(out, keyed{tuple(q.person, normal(q.Title), normal(f)), f != "", q.Optional})
		}
		return out
	}
	req, opt := split(key3(p.goldPosts))
	pred := slices.DeleteFunc(required(key3(predPosts)), func(k key) bool {
		return !slices.ContainsFunc(req, func(g key) bool { return k.parts[0] == g.parts[0] && sameTitle(k.parts[1], g.parts[1]) })
	})
	name := -1
	if kind == PostOrgs {
		name = 2
	}
	s.tallies[kind].add(p.id, req, opt, pred, tuples(name, 1))
}

// speakers: names of those to whom words are attributed. Optional persons are free.
func (s *Scores) speakers(p *pair) {
	gold := slices.DeleteFunc(normals(p.gold.Speakers), func(x string) bool { return p.unknown[x] })
	s.tallies[Speakers].add(p.id, bares(gold), keysOf(p.unknown), bares(normals(p.pred.Speakers)), equal)
}

// bylines: name and role; and the article's title, where the gold has one.
func (s *Scores) bylines(p *pair) {
	credits := func(f *facts.Facts) []keyed {
		var out []keyed
		for _, b := range f.Bylines {
			out = append(out, keyed{tuple(normal(b.Name), string(b.Role)), true, b.Optional})
		}
		return out
	}
	req, opt := split(credits(p.gold))
	s.tallies[Bylines].add(p.id, req, opt, required(credits(p.pred)), equal)
	if p.gold.Title != "" {
		title := func(f *facts.Facts) []key {
			if f.Title == "" {
				return nil
			}
			return []key{bare(normal(f.Title))}
		}
		s.tallies[Titles].add(p.id, title(p.gold), nil, title(p.pred), equal)
	}
}
