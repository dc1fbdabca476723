package kg

import "encoding/json"

// Edge is one fact of any kind, as stores return it. Columns points to the kind's own fields in the order of its
// EdgeSchema.Fields.
type Edge interface {
	EdgeFact() *Fact
	Columns() []any
}

// Fact is what every edge has. ArticleCount counts distinct reprint clusters; Confidence is the highest of its claims, per
// mille. FirstDate and LastDate bound the dates at which it is said to hold (an event's day, a sighting), FirstPublished
// and LastPublished the days on which that was printed.
type Fact struct {
	ID             ID       `json:"id"`
	Kind           EdgeKind `json:"kind"`
	From           ID       `json:"from"`
	To             ID       `json:"to"`
	ArticleCount   int      `json:"articleCount"`
	Confidence     int      `json:"confidence"`
	FirstDate      Date     `json:"firstDate,omitempty"`
	LastDate       Date     `json:"lastDate,omitempty"`
	FirstPublished Date     `json:"firstPublished,omitempty"`
	LastPublished  Date     `json:"lastPublished,omitempty"`
}

// EdgeFact gives the common part of any edge.
func (f *Fact) EdgeFact() *Fact { return f }

// EdgeColumns points to the common fields and then to the kind's own, in the order of CommonEdgeFields and EdgeSchema.Fields.
func EdgeColumns(e Edge) []any {
	f := e.EdgeFact()
	out := append(make([]any, 0, maxColumns), &f.ID, &f.ArticleCount, &f.Confidence, &f.FirstDate, &f.LastDate, &f.FirstPublished, &f.LastPublished)
	return append(out, e.Columns()...)
}

// Published ties an article to its paper.
type Published struct {
	Fact
	Page string `json:"page,omitempty"`
}

// Holds is a tenure: an observed interval, cut by stated dates. EndedBy is the first day at which it is known to be over
// without its end being stated; EndInferred marks a StatedEnd that follows from a successor in a one-seat post.
type Holds struct {
	Fact
	Status       string `json:"status,omitempty"` // current, acting, appointed, proposed, removed, former
	StatedStart  Date   `json:"statedStart,omitempty"`
	StatedEnd    Date   `json:"statedEnd,omitempty"`
	ObservedFrom Date   `json:"observedFrom,omitempty"`
	ObservedTo   Date   `json:"observedTo,omitempty"`
	EndedBy      Date   `json:"endedBy,omitempty"`
	EndInferred  bool   `json:"endInferred,omitempty"`
	Start        Date   `json:"start,omitempty"` // of the known interval: the earlier of stated and first observed; "" if only proposed
	End          Date   `json:"end,omitempty"`   // of the known interval: stated, inferred or EndedBy; "" if no end is known
}

// PostOf ties a post to its organisation (OF_ORGANIZATION) or jurisdiction (HAS_JURISDICTION). Basis tells how it is known.
type PostOf struct {
	Fact
	Basis string `json:"basis,omitempty"` // explicit, inherited, inferred
}

// Participated is one role of a participant in an event. Order counts from 1, as printed; the order of names is news.
type Participated struct {
	Fact
	Role  string `json:"role,omitempty"`
	Order int    `json:"order,omitempty"`
}

// Party is a side of an agreement; Side counts from 1, as the text names them.
type Party struct {
	Fact
	Side int `json:"side,omitempty"`
}

// Mentioned says how often an article names an entity, and where.
type Mentioned struct {
	Fact
	Count int   `json:"count,omitempty"`
	Spans Spans `json:"spans,omitempty"`
}

// Wrote credits a maker of an article.
type Wrote struct {
	Fact
	Role string `json:"role,omitempty"` // reporter, correspondent, photographer, author, editor
}

// Said attributes words to a person: Verb, and the span of the words in the article's text.
type Said struct {
	Fact
	Verb  string `json:"verb,omitempty"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// Link is an edge that has no fields of its own.
type Link struct {
	Fact
}

// Span is a stretch of an article's text in code points, End exclusive.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Spans is a list of spans in order.
type Spans []Span

// MarshalText writes spans as JSON.
func (s Spans) MarshalText() ([]byte, error) { return json.Marshal([]Span(s)) }

// UnmarshalText reads what MarshalText wrote; nothing is no spans.
func (s *Spans) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*s = nil
		return nil
	}
	var out Spans
	ok := plainList(b, func(p *plain) {
		p.literal(`{"start":`)
		start := p.number()
		p.literal(`,"end":`)
		out = append(out, Span{start, p.number()})
		p.literal("}")
	})
	if ok && out != nil {
		*s = out
		return nil
	}
	return json.Unmarshal(b, (*[]Span)(s))
}

// Columns points to the fields of EdgeKinds' row.
func (e *Published) Columns() []any { return []any{&e.Page} }

// Columns points to the fields of EdgeKinds' row.
func (e *Holds) Columns() []any {
	return []any{&e.Status, &e.StatedStart, &e.StatedEnd, &e.ObservedFrom, &e.ObservedTo, &e.EndedBy, &e.EndInferred, &e.Start, &e.End}
}

// Columns points to the fields of EdgeKinds' row.
func (e *PostOf) Columns() []any { return []any{&e.Basis} }

// Columns points to the fields of EdgeKinds' row.
func (e *Participated) Columns() []any { return []any{&e.Role, &e.Order} }

// Columns points to the fields of EdgeKinds' row.
func (e *Party) Columns() []any { return []any{&e.Side} }

// Columns points to the fields of EdgeKinds' row.
func (e *Mentioned) Columns() []any { return []any{&e.Count, &e.Spans} }

// Columns points to the fields of EdgeKinds' row.
func (e *Wrote) Columns() []any { return []any{&e.Role} }

// Columns points to the fields of EdgeKinds' row.
func (e *Said) Columns() []any { return []any{&e.Verb, &e.Start, &e.End} }

// Columns points to nothing: the kind has no fields of its own.
func (e *Link) Columns() []any { return nil }
