package answer

import (
	"fmt"

	"github.com/baopu/baopu/internal/kg"
)

// Node is any node in an answer.
type Node interface {
	IsNode()
}

// Entity is a node that articles name.
type Entity interface {
	Node
	IsEntity()
}

// The nodes of an answer: the node as the store returned it, and what was read for its fields.
type (
	Newspaper struct {
		*kg.Newspaper
		Row
	}
	Article struct {
		*kg.Article
		Row
	}
	Person struct {
		*kg.Person
		Row
		entity
	}
	Post struct {
		*kg.Post
		Row
		entity
	}
	Organization struct {
		*kg.Organization
		Row
		entity
	}
	Place struct {
		*kg.Place
		Row
		entity
	}
	Agreement struct {
		*kg.Agreement
		Row
		entity
	}
	Event struct {
		*kg.Event
		Row
		entity
	}
	Observation struct {
		*kg.Observation
		Row
	}
	Unresolved struct {
		*kg.Unresolved
		Row
	}
	Remainder struct {
		*kg.Remainder
		Row
	}
)

// entity marks the nodes that articles name.
type entity struct{}

// IsEntity marks an Entity.
func (entity) IsEntity() {}

// Wrap makes the answer's node of n; a nil n makes nil.
func Wrap(n kg.Node, r Row) Node {
	switch n := n.(type) {
	case nil:
		return nil
	case *kg.Newspaper:
		return &Newspaper{n, r}
	case *kg.Article:
		return &Article{n, r}
	case *kg.Person:
		return &Person{n, r, entity{}}
	case *kg.Post:
		return &Post{n, r, entity{}}
	case *kg.Organization:
		return &Organization{n, r, entity{}}
	case *kg.Place:
		return &Place{n, r, entity{}}
	case *kg.Agreement:
		return &Agreement{n, r, entity{}}
	case *kg.Event:
		return &Event{n, r, entity{}}
	case *kg.Observation:
		return &Observation{n, r}
	case *kg.Unresolved:
		return &Unresolved{n, r}
	case *kg.Remainder:
		return &Remainder{n, r}
	}
	panic(fmt.Sprintf("no answer for a %T", n)) // a test wraps every kind of the table
}

// ArticlePart is a part of an article's text, with the text itself.
type ArticlePart struct {
	kg.Part
	Text string
}

// Parts lists the parts of the article's text.
func (a *Article) Parts() []*ArticlePart {
	text := []rune(a.Article.Text)
	out := make([]*ArticlePart, len(a.Article.Parts))
	for i, p := range a.Article.Parts {
		end := min(p.End, len(text))
		out[i] = &ArticlePart{p, string(text[min(p.Start, end):end])}
	}
	return out
}

// PlacePath is the full path of the post's jurisdiction.
func (p *Post) PlacePath() string { return p.Post.Place }

// OrganizationName is the name of the post's organization.
func (p *Post) OrganizationName() string { return p.Org }

// PlacePath is the full path of the organization's jurisdiction or seat.
func (o *Organization) PlacePath() string { return o.Organization.Place }
