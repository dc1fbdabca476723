package kg

// NodeKinds is the table of node kinds: a new kind is a row here, a struct in node.go, its Columns below, and its type
// in schema.graphqls (a test holds the two together).
var NodeKinds = []NodeSchema{
	{Kind: NewspaperKind, Prefix: "np", Fields: []Field{
		{Name: "homePlace", Type: Text, Fold: Vote},
	}, Orders: []Order{byName}, New: func() Node { return newNode(NewspaperKind, &Newspaper{}) }},

	{Kind: ArticleKind, Prefix: "a", Owned: true, Fields: []Field{
		{Name: "title", Type: Text},
		{Name: "subtitle", Type: Text},
		{Name: "kicker", Type: Text},
		{Name: "column", Type: Text},
		{Name: "text", Type: Text, Long: true},
		{Name: "parts", Type: Packed},
		{Name: "published", Type: DateType, Index: true},
		{Name: "page", Type: Text},
		{Name: "agency", Type: Text},
		{Name: "datelinePlace", Type: Text},
		{Name: "datelineDate", Type: DateType},
		{Name: "jump", Type: Text},
		{Name: "continuedFrom", Type: Text},
		{Name: "articleType", Type: Enum, Enum: []string{"article", "brief", "photo", "notice", "box"}},
		{Name: "cluster", Type: Text, Index: true},
		{Name: "document", Type: Ref, Index: true},
		{Name: "damaged", Type: Bool},
		{Name: "fiction", Type: Bool},
		{Name: "incomplete", Type: Bool},
	}, Orders: []Order{{Name: "PUBLISHED", Field: "published", Desc: true}, byName}, New: func() Node { return newNode(ArticleKind, &Article{}) }},

	{Kind: PersonKind, Prefix: "p", Entity: true, Fields: []Field{
		{Name: "aliases", Type: TextList, Fold: Union},
		{Name: "gender", Type: Enum, Fold: Vote, Enum: []string{"female", "male"}},
		{Name: "ethnicity", Type: Text, Fold: Vote},
		{Name: "scope", Type: Text, Index: true},
		{Name: "official", Type: Bool, Fold: Vote, Index: true},
	}, Orders: []Order{byName, bySeen}, New: func() Node { return newNode(PersonKind, &Person{}) }},

	{Kind: PostKind, Prefix: "t", Entity: true, Fields: []Field{
		{Name: "title", Type: Text, Fold: Vote, Index: true},
		{Name: "place", Type: Text, Index: true},
		{Name: "org", Type: Text, Index: true},
		{Name: "rank", Type: Int},
		{Name: "seats", Type: Int},
		{Name: "generic", Type: Bool},
		{Name: "occupation", Type: Bool},
	}, Orders: []Order{byName, bySeen}, New: func() Node { return newNode(PostKind, &Post{}) }},

	{Kind: OrganizationKind, Prefix: "o", Entity: true, Fields: []Field{
		{Name: "shortNames", Type: TextList, Fold: Union},
		{Name: "orgType", Type: Enum, Fold: Vote, Index: true, Enum: []string{"company", "government", "party", "school", "hospital", "association", "media", "delegation", "military", "other"}},
		{Name: "place", Type: Text, Index: true},
	}, Orders: []Order{byName, bySeen}, New: func() Node { return newNode(OrganizationKind, &Organization{}) }},

	{Kind: PlaceKind, Prefix: "l", Entity: true, Fields: []Field{
		{Name: "path", Type: Text, Index: true},
		{Name: "code", Type: Text, Index: true},
		{Name: "level", Type: Enum, Enum: []string{"country", "province", "prefecture", "county", "township"}},
		{Name: "placeType", Type: Enum, Index: true, Enum: []string{"division", "country", "facility", "natural", "region"}},
		{Name: "validFrom", Type: DateType},
		{Name: "validTo", Type: DateType},
	}, Orders: []Order{byName, bySeen}, New: func() Node { return newNode(PlaceKind, &Place{}) }},

	{Kind: AgreementKind, Prefix: "g", Entity: true, Fields: []Field{
		{Name: "title", Type: Text, Fold: Vote, Index: true},
		{Name: "status", Type: Enum, Fold: Highest, Index: true, Enum: []string{"signed", "planned", "referred"}},
		{Name: "date", Type: DateType, Fold: Vote, Index: true},
		{Name: "count", Type: Int, Fold: Vote},
		{Name: "sectors", Type: TextList, Fold: Union},
	}, Orders: []Order{{Name: "DATE", Field: "date", Desc: true}, byName}, New: func() Node { return newNode(AgreementKind, &Agreement{}) }},

	{Kind: EventKind, Prefix: "e", Entity: true, Fields: []Field{
		{Name: "eventType", Type: Enum, Index: true, Enum: []string{"visit", "inspection", "meeting", "call", "signing", "ceremony", "appointment", "activity"}},
		{Name: "start", Type: DateType, Index: true},
		{Name: "end", Type: DateType, Fold: Vote},
		{Name: "precision", Type: Enum, Enum: []string{"day", "month", "year", "unknown"}},
	}, Orders: []Order{{Name: "START", Field: "start", Desc: true}, byName}, New: func() Node { return newNode(EventKind, &Event{}) }},

	{Kind: ObservationKind, Prefix: "s", Owned: true, Fields: []Field{
		{Name: "indicator", Type: Text, Index: true},
		{Name: "value", Type: Text},
		{Name: "number", Type: Number},
		{Name: "unit", Type: Text, Index: true},
		{Name: "subject", Type: Text},
		{Name: "period", Type: Text},
		{Name: "change", Type: Text},
		{Name: "published", Type: DateType, Index: true},
		{Name: "article", Type: Ref, Index: true},
		{Name: "start", Type: Int},
		{Name: "end", Type: Int},
	}, Orders: []Order{{Name: "PUBLISHED", Field: "published", Desc: true}, byName}, New: func() Node { return newNode(ObservationKind, &Observation{}) }},

	{Kind: UnresolvedKind, Prefix: "u", Owned: true, Fields: []Field{
		{Name: "spanType", Type: Text, Index: true},
		{Name: "reason", Type: Text, Index: true},
		{Name: "candidates", Type: TextList},
		{Name: "published", Type: DateType, Index: true},
		{Name: "article", Type: Ref, Index: true},
		{Name: "start", Type: Int},
		{Name: "end", Type: Int},
	}, Orders: []Order{{Name: "PUBLISHED", Field: "published", Desc: true}}, New: func() Node { return newNode(UnresolvedKind, &Unresolved{}) }},

	{Kind: RemainderKind, Prefix: "r", Owned: true, Fields: []Field{
		{Name: "text", Type: Text, Long: true},
		{Name: "characters", Type: Int},
		{Name: "published", Type: DateType, Index: true},
		{Name: "document", Type: Ref, Index: true},
		{Name: "firstLine", Type: Int},
		{Name: "lastLine", Type: Int},
	}, Orders: []Order{{Name: "PUBLISHED", Field: "published", Desc: true}}, New: func() Node { return newNode(RemainderKind, &Remainder{}) }},
}

var (
	byName = Order{Name: "NAME", Field: "nameKey"}
	bySeen = Order{Name: "LAST_SEEN", Field: "lastSeen", Desc: true}
)

func newNode(kind NodeKind, n Node) Node {
	n.NodeHead().Kind = kind
	return n
}

// Columns points to the fields of NodeKinds' row.
func (n *Newspaper) Columns() []any { return []any{&n.HomePlace} }

// Columns points to the fields of NodeKinds' row.
func (a *Article) Columns() []any {
	return []any{
		&a.Title, &a.Subtitle, &a.Kicker, &a.Column, &a.Text, &a.Parts, &a.Published, &a.Page, &a.Agency,
		&a.DatelinePlace, &a.DatelineDate, &a.Jump, &a.ContinuedFrom, &a.ArticleType, &a.Cluster, &a.Document, &a.Damaged, &a.Fiction, &a.Incomplete,
	}
}

// Columns points to the fields of NodeKinds' row.
func (p *Person) Columns() []any {
	return []any{&p.Aliases, &p.Gender, &p.Ethnicity, &p.Scope, &p.Official}
}

// Columns points to the fields of NodeKinds' row.
func (p *Post) Columns() []any {
	return []any{&p.Title, &p.Place, &p.Org, &p.Rank, &p.Seats, &p.Generic, &p.Occupation}
}

// Columns points to the fields of NodeKinds' row.
func (o *Organization) Columns() []any { return []any{&o.ShortNames, &o.OrgType, &o.Place} }

// Columns points to the fields of NodeKinds' row.
func (p *Place) Columns() []any {
	return []any{&p.Path, &p.Code, &p.Level, &p.PlaceType, &p.ValidFrom, &p.ValidTo}
}

// Columns points to the fields of NodeKinds' row.
func (a *Agreement) Columns() []any {
	return []any{&a.Title, &a.Status, &a.Date, &a.Count, &a.Sectors}
}

// Columns points to the fields of NodeKinds' row.
func (e *Event) Columns() []any { return []any{&e.EventType, &e.Start, &e.End, &e.Precision} }

// Columns points to the fields of NodeKinds' row.
func (o *Observation) Columns() []any {
	return []any{&o.Indicator, &o.Value, &o.Number, &o.Unit, &o.Subject, &o.Period, &o.Change, &o.Published, &o.Article, &o.Start, &o.End}
}

// Columns points to the fields of NodeKinds' row.
func (u *Unresolved) Columns() []any {
	return []any{&u.SpanType, &u.Reason, &u.Candidates, &u.Published, &u.Article, &u.Start, &u.End}
}

// Columns points to the fields of NodeKinds' row.
func (r *Remainder) Columns() []any {
	return []any{&r.Text, &r.Characters, &r.Published, &r.Document, &r.FirstLine, &r.LastLine}
}
