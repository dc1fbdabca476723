// Package facts holds what was read out of one article in the JSON shape that `baopu facts` prints and that the scorer
// reads: one object a line, one line an article, under the article's own id. Gold and prediction share it.
package facts

import (
	"bytes"
	"encoding/json"
)

// Facts is the facts of one article. Names are as the article writes them, without layout spaces; divisions by their full
// path; dates partial ISO (2025-02-25, 2025-02, 2025). Lists keep the order of the text.
type Facts struct {
	ID            string         `json:"id"`
	Title         Maybe          `json:"title"`
	PublishedAt   Maybe          `json:"publishedAt"`
	Bylines       []Byline       `json:"bylines"`
	Persons       []Person       `json:"persons"`
	Places        []Place        `json:"places"`
	Organizations []Organization `json:"organizations"`
	Agreements    []Agreement    `json:"agreements"`
	Events        []Event        `json:"events"`
	Statistics    []Statistic    `json:"statistics"`
	Speakers      []string       `json:"speakers"`
}

// Maybe is a string that may be unknown: "" in Go, null in JSON.
type Maybe string

// MarshalJSON writes null for "", and <>& as they are (json.Marshal alone would escape them for good).
func (m Maybe) MarshalJSON() ([]byte, error) {
	if m == "" {
		return []byte("null"), nil
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(string(m))
	return bytes.TrimRight(b.Bytes(), "\n"), err
}

// Byline credits one maker of the article: Role is reporter, correspondent, photographer, author or editor.
type Byline struct {
	Name     string `json:"name"`
	Role     Maybe  `json:"role"`
	Optional bool   `json:"optional,omitempty"`
}

// Person is one named individual with every post that the text states. Optional marks what careful readers differ on; it
// is so for every item that has it.
type Person struct {
	Name     string `json:"name"`
	Posts    []Post `json:"posts"`
	Optional bool   `json:"optional,omitempty"`
}

// Post is one post of a person: the title without proper names, its jurisdiction, its organisation where that is not the
// jurisdiction's own, and current, acting, former, appointed, removed or proposed.
type Post struct {
	Title    Maybe `json:"title"`
	Place    Maybe `json:"place"`
	Org      Maybe `json:"org"`
	Status   Maybe `json:"status"`
	Optional bool  `json:"optional,omitempty"`
}

// Place is one place: Type is admin (divisions and countries), facility, natural or region.
type Place struct {
	Name     string `json:"name"`
	Type     Maybe  `json:"type"`
	Optional bool   `json:"optional,omitempty"`
}

// Organization is one named body; Type is company, government, party, school, hospital, association, media, delegation,
// military or other.
type Organization struct {
	Name     string `json:"name"`
	Type     Maybe  `json:"type"`
	Optional bool   `json:"optional,omitempty"`
}

// Agreement is a document between parties: signed, planned or referred. Count is how many the phrase counts, nil unknown.
type Agreement struct {
	Title    Maybe    `json:"title"`
	Parties  []string `json:"parties"`
	Date     Maybe    `json:"date"`
	Status   Maybe    `json:"status"`
	Sectors  []string `json:"sectors"`
	Count    *int     `json:"count"`
	Optional bool     `json:"optional,omitempty"`
}

// Event is something that happened; End is unknown for one day. Each name stands once among the participants.
type Event struct {
	Type         string        `json:"type"`
	Name         Maybe         `json:"name"`
	Start        Maybe         `json:"start"`
	End          Maybe         `json:"end"`
	Place        Maybe         `json:"place"`
	Participants []Participant `json:"participants"`
	Optional     bool          `json:"optional,omitempty"`
}

// Participant is one participant of an event in the most specific of its roles.
type Participant struct {
	Name string `json:"name"`
	Role Maybe  `json:"role"`
}

// Statistic is one figure: Value in the base unit, as a JSON number ("" unknown), Period and Change as written.
type Statistic struct {
	Indicator Maybe       `json:"indicator"`
	Value     json.Number `json:"value,omitempty"`
	Unit      Maybe       `json:"unit"`
	Subject   Maybe       `json:"subject"`
	Period    Maybe       `json:"period"`
	Change    Maybe       `json:"change"`
	Optional  bool        `json:"optional,omitempty"`
}
