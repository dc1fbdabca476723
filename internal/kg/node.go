package kg

import "encoding/json"

// Node is one node of any kind, as stores return it. Columns points to the kind's own fields in the order of its
// NodeSchema.Fields, so that a store scans and writes them without knowing the kind.
type Node interface {
	NodeHead() *Head
	Columns() []any
}

// Head is what every node has. Key is the readable form of what the id was made from; Name is what is printed most; NameKey
// orders names (ASCII, pinyin) and is filled by the store from Name. ArticleCount counts distinct reprint clusters;
// FirstSeen and LastSeen are publication days.
type Head struct {
	ID           ID       `json:"id"`
	Kind         NodeKind `json:"kind"`
	Key          string   `json:"key,omitempty"`
	Name         string   `json:"name,omitempty"`
	NameKey      string   `json:"-"`
	ArticleCount int      `json:"articleCount,omitempty"`
	FirstSeen    Date     `json:"firstSeen,omitempty"`
	LastSeen     Date     `json:"lastSeen,omitempty"`
}

// NodeHead gives the common part of any node.
func (h *Head) NodeHead() *Head { return h }

// maxColumns is room for the fields of any kind and some more that a store keeps beside them.
const maxColumns = 32

// AllColumns points to the common fields and then to the kind's own, in the order of CommonNodeFields and NodeSchema.Fields.
func AllColumns(n Node) []any {
	h := n.NodeHead()
	out := append(make([]any, 0, maxColumns), &h.ID, &h.Key, &h.Name, &h.NameKey, &h.ArticleCount, &h.FirstSeen, &h.LastSeen)
	return append(out, n.Columns()...)
}

// Newspaper is a paper. HomePlace is the full path of its jurisdiction, or a country.
type Newspaper struct {
	Head
	HomePlace string `json:"homePlace,omitempty"`
}

// Article is one article of one issue. Name is its title, or its first sentence. Text is what evidence points into: see Part.
type Article struct {
	Head
	Title         string `json:"title,omitempty"`
	Subtitle      string `json:"subtitle,omitempty"`
	Kicker        string `json:"kicker,omitempty"`
	Column        string `json:"column,omitempty"`
	Text          string `json:"text,omitempty"`
	Parts         Parts  `json:"parts,omitempty"`
	Published     Date   `json:"published,omitempty"`
	Page          string `json:"page,omitempty"`
	Agency        string `json:"agency,omitempty"`
	DatelinePlace string `json:"datelinePlace,omitempty"`
	DatelineDate  Date   `json:"datelineDate,omitempty"`
	Jump          string `json:"jump,omitempty"`
	ContinuedFrom string `json:"continuedFrom,omitempty"`
	ArticleType   string `json:"articleType,omitempty"` // article, brief, photo, notice, box
	Cluster       string `json:"cluster,omitempty"`     // reprint cluster
	Document      ID     `json:"document,omitempty"`
	Damaged       bool   `json:"damaged,omitempty"`
	Fiction       bool   `json:"fiction,omitempty"`
	Incomplete    bool   `json:"incomplete,omitempty"` // a half whose other side, on another page, isn't here
}

// Person is an official, or anybody named. Scope is the jurisdiction that is part of the identity; "" where the person is
// known in one article only. Official is set where a post is no mere occupation.
type Person struct {
	Head
	Aliases   []string `json:"aliases,omitempty"`
	Gender    string   `json:"gender,omitempty"`
	Ethnicity string   `json:"ethnicity,omitempty"`
	Scope     string   `json:"scope,omitempty"`
	Official  bool     `json:"official,omitempty"`
}

// Post is a seat or rank: Title without any proper name, of a jurisdiction (Place, a full path) or an organisation (Org).
// Seats is 1 where only one person can hold it, 0 where many can. Generic posts (市领导) name a rank.
type Post struct {
	Head
	Title      string `json:"title,omitempty"`
	Place      string `json:"place,omitempty"`
	Org        string `json:"org,omitempty"`
	Rank       int    `json:"rank,omitempty"`
	Seats      int    `json:"seats,omitempty"`
	Generic    bool   `json:"generic,omitempty"`
	Occupation bool   `json:"occupation,omitempty"`
}

// Organization is a company, organ, school, delegation …; Place is the full path of its jurisdiction or seat.
type Organization struct {
	Head
	ShortNames []string `json:"shortNames,omitempty"`
	OrgType    string   `json:"orgType,omitempty"`
	Place      string   `json:"place,omitempty"`
}

// Place is a division, country, facility, natural feature or region. Level is country, province, prefecture, county,
// township or "" for what is no division.
type Place struct {
	Head
	Path      string `json:"path,omitempty"`
	Code      string `json:"code,omitempty"`
	Level     string `json:"level,omitempty"`
	PlaceType string `json:"placeType,omitempty"` // division, country, facility, natural, region
	ValidFrom Date   `json:"validFrom,omitempty"`
	ValidTo   Date   `json:"validTo,omitempty"`
}

// Agreement is a document signed, planned or referred to. Count is how many documents the phrase counts, 0 unknown.
type Agreement struct {
	Head
	Title   string   `json:"title,omitempty"`
	Status  string   `json:"status,omitempty"`
	Date    Date     `json:"date,omitempty"`
	Count   int      `json:"count,omitempty"`
	Sectors []string `json:"sectors,omitempty"`
}

// Event is something that happened. End is "" for one day; Precision is Date.Precision of Start.
type Event struct {
	Head
	EventType string `json:"eventType,omitempty"`
	Start     Date   `json:"start,omitempty"`
	End       Date   `json:"end,omitempty"`
	Precision string `json:"precision,omitempty"`
}

// Observation is a reported figure of one article. Value is an exact decimal in the base unit, Number the same as a float.
type Observation struct {
	Head
	Indicator string  `json:"indicator,omitempty"`
	Value     string  `json:"value,omitempty"`
	Number    float64 `json:"number,omitempty"`
	Unit      string  `json:"unit,omitempty"`
	Subject   string  `json:"subject,omitempty"`
	Period    string  `json:"period,omitempty"`
	Change    string  `json:"change,omitempty"`
	Published Date    `json:"published,omitempty"`
	Article   ID      `json:"article,omitempty"`
	Start     int     `json:"start"`
	End       int     `json:"end"`
}

// Unresolved is a span that was seen and not claimed: a work list. Name is the span's text.
type Unresolved struct {
	Head
	SpanType   string   `json:"spanType,omitempty"` // title, name, place, agreement, date
	Reason     string   `json:"reason,omitempty"`
	Candidates []string `json:"candidates,omitempty"`
	Published  Date     `json:"published,omitempty"`
	Article    ID       `json:"article,omitempty"`
	Start      int      `json:"start"`
	End        int      `json:"end"`
}

// Remainder is text of a document that no article claimed: a work list. FirstLine and LastLine count from 1 in the
// document's text; Characters is its length in code points.
type Remainder struct {
	Head
	Text       string `json:"text,omitempty"`
	Characters int    `json:"characters,omitempty"`
	Published  Date   `json:"published,omitempty"`
	Document   ID     `json:"document,omitempty"`
	FirstLine  int    `json:"firstLine,omitempty"`
	LastLine   int    `json:"lastLine,omitempty"`
}

// Part is one part of an article's text: kicker, title, subtitle, body (one a paragraph), caption; code points, End exclusive.
// Page is set where it stands on another page than the article begins on; a paragraph that goes over from a page to another
// is two parts.
type Part struct {
	Kind  string `json:"kind"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Page  string `json:"page,omitempty"`
}

// Parts is the parts of an article's text in order.
type Parts []Part

// PageAt is the page on which the code point at offset stands; first is the one that the article begins on.
func (p Parts) PageAt(offset int, first string) string {
	for i := range p {
		if p[i].Start <= offset && offset < p[i].End && p[i].Page != "" {
			return p[i].Page
		}
	}
	return first
}

// MarshalText writes parts as JSON.
func (p Parts) MarshalText() ([]byte, error) { return json.Marshal([]Part(p)) }

// UnmarshalText reads what MarshalText wrote; nothing is no parts.
func (p *Parts) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*p = nil
		return nil
	}
	var out Parts
	ok := plainList(b, func(l *plain) {
		l.literal(`{"kind":`)
		kind := l.word()
		l.literal(`,"start":`)
		start := l.number()
		l.literal(`,"end":`)
		out = append(out, Part{Kind: kind, Start: start, End: l.number()})
		l.literal("}")
	})
	if ok && out != nil {
		*p = out
		return nil
	}
	return json.Unmarshal(b, (*[]Part)(p))
}
