package export

import "github.com/baopu/baopu/internal/kg"

// ftmKind is what a kind of the graph is in FollowTheMoney.
type ftmKind struct {
	schema     string
	from, to   string            // of an edge: the properties of its ends
	always     [][2]string       // properties that each entity of the kind has
	properties map[string]string // by field; a field that has none goes where rest says
	rest       string            // the property for what FollowTheMoney has no property for, as "field: value"
}

// Things have notes; what ties things (an Interval) has a description.
const (
	thingRest    = "notes"
	intervalRest = "description"
)

// ftmNodes is the table of nodes. Names of schemata and properties are those of the followthemoney package, version 4.
var ftmNodes = map[kg.NodeKind]ftmKind{
	kg.NewspaperKind: {
		schema: "Organization", rest: thingRest, always: [][2]string{{"classification", "newspaper"}},
		properties: map[string]string{"homePlace": "address"},
	},
	kg.ArticleKind: {
		schema: "Article", rest: thingRest, always: [][2]string{{"language", "zho"}},
		properties: map[string]string{"title": "title", "column": "keywords", "text": "bodyText", "published": "publishedAt", "agency": "author"},
	},
	kg.PersonKind: {
		schema: "Person", rest: thingRest,
		properties: map[string]string{"aliases": "alias", "gender": "gender", "ethnicity": "ethnicity"},
	},
	kg.PostKind: { // subnationalArea is for no country, and a post's place may be one
		schema: "Position", rest: thingRest,
		properties: map[string]string{"place": "address", "seats": "numberOfSeats"},
	},
	kg.OrganizationKind: {
		schema: "Organization", rest: thingRest, // or one of ftmOrganizations
		properties: map[string]string{"shortNames": "abbreviation", "orgType": "classification", "place": "address"},
	},
	kg.PlaceKind: {
		schema: "Address", rest: thingRest,
		properties: map[string]string{"path": "full"},
	},
	kg.AgreementKind: {
		schema: "Contract", rest: thingRest,
		properties: map[string]string{"title": "title", "status": "status", "date": "contractDate", "sectors": "keywords"},
	},
	kg.EventKind: {
		schema: "Event", rest: thingRest,
		properties: map[string]string{"eventType": "keywords", "start": "startDate", "end": "endDate"},
	},
	kg.ObservationKind: {
		schema: "Note", rest: thingRest, always: [][2]string{{"keywords", "observation"}},
		properties: map[string]string{"article": "entity"},
	},
	kg.UnresolvedKind: {
		schema: "Note", rest: thingRest, always: [][2]string{{"keywords", "unresolved"}},
		properties: map[string]string{"article": "entity"},
	},
	kg.RemainderKind: {
		schema: "Note", rest: thingRest, always: [][2]string{{"keywords", "remainder"}},
		properties: map[string]string{"text": "description"},
	},
}

// ftmOrganizations are the schemata of organisations of some types. A committee of the Party is no public body by its law.
var ftmOrganizations = map[string]string{"company": "Company", "government": "PublicBody", "military": "PublicBody"}

// ftmEdges is the table of edges that are more than a link with a role. A tenure's start and end are the stated ones, and
// an end that a successor's beginning tells: that somebody was seen in a post is a date, and no beginning.
var ftmEdges = map[kg.EdgeKind]ftmKind{
	kg.HoldsPost: {
		schema: "Occupancy", from: "holder", to: "post", rest: intervalRest,
		properties: map[string]string{"status": "status", "statedStart": "startDate", "statedEnd": "endDate"},
	},
	kg.MentionsEntity: {schema: "Documentation", from: "document", to: "entity", rest: intervalRest},
}

// ftmLink is any other edge: its kind is its role, with the role that the edge itself has.
var ftmLink = ftmKind{schema: "UnknownLink", from: "subject", to: "object", rest: intervalRest, properties: map[string]string{"role": "role"}}

// ftmDated are properties of the common fields of an edge that is dated by when it holds; others are dated by their printing.
var ftmDated = map[string]string{"firstDate": "date", "lastDate": "date"}
