package kg

import "strings"

// Evidence is where an article says something: the claimed span, the sentence round it (code points in the article's text,
// End exclusive), the rule that read it, and the rule's confidence per mille.
type Evidence struct {
	Start         int    `json:"start"`
	End           int    `json:"end"`
	SentenceStart int    `json:"sentenceStart"`
	SentenceEnd   int    `json:"sentenceEnd"`
	Rule          string `json:"rule"`
	Confidence    int    `json:"confidence"`
}

// Cut cuts the sentence and the claimed words out of the article's text, given in code points. What lies outside the text is left out.
func (e *Evidence) Cut(text []rune) (sentence, quote string) {
	return stretch(text, e.SentenceStart, e.SentenceEnd), stretch(text, e.Start, e.End)
}

func stretch(text []rune, start, end int) string {
	start, end = max(0, min(start, len(text))), max(0, min(end, len(text)))
	return string(text[start:max(start, end)])
}

// Claim is one thing that one article says: an edge between two raw nodes, a value of a node's field (Kind Attribute, To
// empty, Key the field), or that two raw persons are one (Kind SamePerson). Key tells parallel edges apart: the value of
// EdgeSchema.Key. Date is when it holds: an event's day, a sighting's; "" if unknown, and then the publication day stands
// for it in sightings. Make claims with Say, Attr and Same.
type Claim struct {
	Article  ID       `json:"article"`
	Kind     EdgeKind `json:"kind"`
	From     ID       `json:"from"`
	To       ID       `json:"to,omitempty"`
	Key      string   `json:"key,omitempty"`
	Values   []Value  `json:"values,omitempty"`
	Date     Date     `json:"date,omitempty"`
	Evidence Evidence `json:"evidence"`
}

// Say makes the claim that e holds, from its ends and its own fields (Fact's other fields are the store's to fill). For
// Holds, e.Status, StatedStart and StatedEnd count, and date is the sighting.
func Say(article ID, e Edge, date Date, ev Evidence) Claim {
	f := e.EdgeFact()
	c := Claim{Article: article, Kind: f.Kind, From: f.From, To: f.To, Date: date, Evidence: ev}
	schema, ok := EdgeSchemaOf(f.Kind)
	if !ok {
		return c
	}
	for i, ptr := range e.Columns() {
		s := EncodeValue(ptr)
		if schema.Fields[i].Name == schema.Key {
			c.Key = s
			continue
		}
		if s != "" {
			c.Values = append(c.Values, Value{schema.Fields[i].Name, s})
		}
	}
	return c
}

// Attr makes the claim that a node's field has a value (one element of a list).
func Attr(article, node ID, field, value string, ev Evidence) Claim {
	return Claim{Article: article, Kind: Attribute, From: node, Key: field, Values: []Value{{field, value}}, Evidence: ev}
}

// Same makes the claim that two raw persons are one.
func Same(article, a, b ID, ev Evidence) Claim {
	if b < a {
		a, b = b, a
	}
	return Claim{Article: article, Kind: SamePerson, From: a, To: b, Evidence: ev}
}

// Origin is what a claim's tallies need to know of its article.
type Origin struct {
	Article   ID
	Cluster   string // reprint cluster; never ""
	Published Date
}

// Mark is what one claim leaves on its subject, a fact or a node: a field, a value and a date. The mark of the empty field
// stands for the claim itself.
type Mark struct {
	Field string
	Value string
	Date  Date
}

// The fields of marks that are no fields of a kind.
const (
	MarkSelf       = ""           // the claim itself; Date is the day at which it holds
	MarkPublished  = "@published" // Date is the publication day
	MarkConfidence = "@confidence"
	MarkDoubted    = "@status" // of a doubted claim on a tenure, for its status; Date is the day at which it holds
)

// Doubted is the confidence, per mille, below which a claim says nothing of when a post was held: as all that a fiction says of
// officials. Questions ask for as much unless they say otherwise.
const Doubted = 500

// Marks lists what c leaves on its subject; the list is the same whenever c and o are. No two marks of one claim have the
// same field and value.
func (c *Claim) Marks(o Origin) []Mark {
	date := c.Date
	if date == "" {
		date = o.Published
	}
	marks := make([]Mark, 0, 3+len(c.Values))
	marks = append(marks, Mark{Field: MarkSelf, Date: date}, Mark{Field: MarkPublished, Date: o.Published})
	if c.Kind == Attribute {
		for _, v := range c.Values {
			marks = append(marks, Mark{Field: v.Field, Value: v.Value, Date: o.Published})
		}
		return marks
	}
	marks = append(marks, Mark{Field: MarkConfidence, Value: confidenceValue(c.Evidence.Confidence), Date: o.Published})
	if c.Kind == HoldsPost {
		return append(marks, c.tenureMarks(date)...)
	}
	for _, v := range c.Values {
		marks = append(marks, Mark{Field: v.Field, Value: v.Value, Date: o.Published})
	}
	return marks
}

// tenureMarks lists what c, which holds at date, says of a tenure: of a doubted one the status alone, and not as one that counts.
func (c *Claim) tenureMarks(date Date) []Mark {
	marks := make([]Mark, 0, len(c.Values))
	for _, v := range c.Values {
		switch {
		case c.Evidence.Confidence >= Doubted:
			marks = append(marks, Mark{Field: v.Field, Value: v.Value, Date: date})
		case v.Field == "status":
			marks = append(marks, Mark{Field: MarkDoubted, Value: v.Value, Date: date})
		}
	}
	return marks
}

func confidenceValue(n int) string {
	n = min(max(n, 0), 1000)
	s := EncodeValue(&n)
	return strings.Repeat("0", 4-len(s)) + s
}

// Tally is the sum of a subject's marks of one field and value: how many claims (N) and distinct reprint clusters left one,
// and the first and last date on them. A tally of no claims isn't there.
type Tally struct {
	Field    string
	Value    string
	N        int
	Clusters int
	First    Date
	Last     Date
}
