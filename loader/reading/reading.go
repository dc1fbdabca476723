// Package reading holds what was read out of one article: mentions in its text, and the facts that they make. It is the
// spine of the loader: mention/ fills Mentions, fact/ fills Facts from them, claim/ turns a Reading into the graph's
// claims, and `baopu facts` prints it. It has types only; no rules.
package reading

import "github.com/baopu/baopu/loader/article"

// Span is a stretch of the article's text in code points, End exclusive.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Evidence is the span that proves something, with the rule that read it. How far a rule is to be trusted is measured, and
// stands in package trust.
type Evidence struct {
	Span
	Rule string `json:"rule"` // stable, dotted, the family first: title.apposition, event.visit.leader
}

// Sentence is one sentence of the text; Part indexes Text.Parts; Quote spans inside it lie in Reading.Quotes.
type Sentence struct {
	Span
	Part int
}

// Reading is one article as read.
type Reading struct {
	Article   *article.Article
	Text      *article.Text
	Sentences []Sentence
	Quotes    []Span // what stands inside 「“…”」, without the marks

	Home string // full path of the jurisdiction of a bare 市/区/省 here (the paper's home unless the text is wire copy); "" unknown

	Mentions
	Facts
	Unresolved []Unresolved
	Marks      []Mark // why the text as a whole is to be doubted
}

// MarkKind says what is wrong with a text.
type MarkKind string

// The kinds of mark.
const (
	Fiction  MarkKind = "fiction"  // a story about officials
	Spun     MarkKind = "spun"     // reworded by a machine
	Injected MarkKind = "injected" // holds words that somebody put in to be found or followed
	Doubled  MarkKind = "doubled"  // marks or words stand twice
)

// Mark is one thing that is wrong with the text, and where it shows.
type Mark struct {
	Kind  MarkKind
	Spans []Span
}

// Mentions is the entities of the article, each once, with all spans that name it; in order of first span.
type Mentions struct {
	People        []Person
	Places        []Place
	Organizations []Organization
}

// Person is one individual of the article.
type Person struct {
	Name      string     // layout spaces removed, · normalised
	Spans     []Evidence // every mention: name, 周书记, 他; the first is the fullest
	Posts     []Post
	Gender    string // "female", "male", ""; only if stated
	Ethnicity string // 蒙古族; only if stated
}

// Status is how a post is held, as stated.
type Status string

// The statuses of a post (GUIDELINES, persons).
const (
	Current   Status = "current"
	Acting    Status = "acting"
	Former    Status = "former"
	Appointed Status = "appointed"
	Removed   Status = "removed"
	Proposed  Status = "proposed"
)

// Post is one post of one person as one stretch of text states it.
type Post struct {
	Title      string // 市委书记, without any proper name
	Place      string // full path of the jurisdiction, or country; "" if none
	Org        string // named organisation of the post, fullest form; "" if the jurisdiction's own
	Status     Status
	Inherited  bool   // the place came from a neighbour, the speaker or the paper, not from the title itself
	Inferred   bool   // Inherited, and nothing but the paper's home says so
	Occupation bool   // 公交车司机: no office
	Generic    bool   // 市领导: names a rank, no seat
	Date       string // on which the post was taken or left, if the sentence states it: a partial ISO date
	Evidence   Evidence
}

// PlaceType says what sort of place.
type PlaceType string

// The types of place (GUIDELINES, places).
const (
	Admin    PlaceType = "admin"
	Facility PlaceType = "facility"
	Natural  PlaceType = "natural"
	Region   PlaceType = "region"
)

// Place is one place of the article. Name is the full path for divisions (内蒙古自治区乌海市), the short name for countries.
type Place struct {
	Name  string
	Type  PlaceType
	Code  string // GB/T 2260 / 10114 code, ISO 3166 alpha-2 for countries, "" else
	Spans []Evidence
}

// Organization is one named body. Name is the fullest form, expanded by its home (市文体旅游广电局 → 乌海市文体旅游广电局).
type Organization struct {
	Name  string
	Type  string // company, government, party, school, hospital, association, media, delegation, military, other
	Place string // full path of its jurisdiction or seat, "" unknown
	Short []string
	Spans []Evidence
}

// Facts is what the article says happened, was signed, was counted, was said.
type Facts struct {
	Agreements []Agreement
	Events     []Event
	Statistics []Statistic
	Utterances []Utterance
	Bylines    []Credit
}

// AgreementStatus says how far a document is.
type AgreementStatus string

// The statuses of an agreement.
const (
	Signed   AgreementStatus = "signed"
	Planned  AgreementStatus = "planned"
	Referred AgreementStatus = "referred"
)

// Agreement is a document between parties. Titled is set where Title stood inside 《》.
type Agreement struct {
	Title       string
	Titled      bool
	Parties     []string // names of Places, Organizations or People
	Date        string   // partial ISO date, "" unknown
	Status      AgreementStatus
	Sectors     []string
	Count       int    // how many documents the phrase counts; 1 for one; 0 unknown
	Supplements string // Title of the framework that it was signed with ("以及9个专项合作协议"), "" none
	Evidence    Evidence
}

// EventType is a type of event.
type EventType string

// The types of event (GUIDELINES, events).
const (
	Visit       EventType = "visit"
	Inspection  EventType = "inspection"
	Meeting     EventType = "meeting"
	Call        EventType = "call"
	Signing     EventType = "signing"
	Ceremony    EventType = "ceremony"
	Appointment EventType = "appointment"
	Activity    EventType = "activity"
)

// Event is something that happened. Start and End are partial ISO dates, End "" for one day.
type Event struct {
	Type         EventType
	Name         string
	Start, End   string
	Place        string // full path of the finest division, "" unknown
	Participants []Participant
	Agreements   []string // titles signed at it
	PartOf       int      // index of the event that it is part of in Facts.Events, -1 none
	Evidence     Evidence
}

// Participation is a role in an event.
type Participation string

// The roles of a participant, the most specific first.
const (
	Signatory   Participation = "signatory"
	Host        Participation = "host"
	Leader      Participation = "leader"
	Counterpart Participation = "counterpart"
	Speaker     Participation = "speaker"
	Appointee   Participation = "appointee"
	Visitor     Participation = "visitor"
	Companion   Participation = "companion"
	Attendee    Participation = "attendee"
)

// Participant is one participant of an event by the name of a Person, Organization or Place of the article. Roles holds
// every role that the text gives, the most specific first (主持并讲话 is two). Order counts from 1, as printed.
type Participant struct {
	Name     string
	Roles    []Participation
	Order    int
	Evidence Evidence
}

// Statistic is one reported figure. Value is a decimal in the base unit (19.01万人次 → "190100" 人次).
type Statistic struct {
	Indicator string
	Value     string
	Unit      string
	Subject   string // whom or what it is about, as written or resolved to a name of Mentions; "" unknown
	Period    string // as written
	Change    string // 同比增长11.05%
	Evidence  Evidence
}

// Utterance is words that the text attributes to a person: Verb (说, 表示) and Words, the span of what was said.
type Utterance struct {
	Speaker  string
	Verb     string
	Words    Span
	Evidence Evidence
}

// Credit is a byline found with the article or in its text. Evidence is empty for one given with the article.
type Credit struct {
	article.Byline
	Evidence Evidence
}

// Unresolved is a span that reached binding and was not claimed, with the reason and what it might have been.
type Unresolved struct {
	Span
	Kind       string // title, name or place
	Reason     string // stable word: no-name, weak-name, ambiguous-place, which-state (doc/explain.md)
	Candidates []string
}
