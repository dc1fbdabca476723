package answer

import "github.com/baopu/baopu/internal/kg"

// Node is any node in an answer.
type Node interface {
	IsNode()
}

// Entity is a node that articles name.
type Entity interface {
	Node
	IsEntity()
}

// entity marks the nodes that articles name.
type entity struct{}

// IsEntity marks an Entity.
func (entity) IsEntity() {}

// ArticlePart is a part of an article's text, with the text itself.
type ArticlePart struct {
	kg.Part
	Text Verbatim
}

// Parts lists the parts of the article's text.
func (a *Article) Parts() []*ArticlePart {
	text := []rune(a.Article.Text)
	out := make([]*ArticlePart, len(a.Article.Parts))
	for i, p := range a.Article.Parts {
		end := min(p.End, len(text))
		out[i] = &ArticlePart{p, Verbatim(text[min(p.Start, end):end])}
	}
	return out
}

// Text is the article's text.
func (a *Article) Text() Verbatim { return Verbatim(a.Article.Text) }

// Text is the remainder's text.
func (r *Remainder) Text() Verbatim { return Verbatim(r.Remainder.Text) }

// Indicator is what is counted or measured.
func (o *Observation) Indicator() Verbatim { return Verbatim(o.Observation.Indicator) }

// Value is the exact decimal.
func (o *Observation) Value() Verbatim { return Verbatim(o.Observation.Value) }

// Path is the full path of the place.
func (p *Place) Path() Verbatim { return Verbatim(p.Place.Path) }

// PlacePath is the full path of the post's jurisdiction.
func (p *Post) PlacePath() string { return p.Post.Place }

// OrganizationName is the name of the post's organization.
func (p *Post) OrganizationName() string { return p.Org }

// PlacePath is the full path of the organization's jurisdiction or seat.
func (o *Organization) PlacePath() string { return o.Organization.Place }
