package kg

// EdgeKinds is the table of edge kinds: a new kind is a row here, a struct in edge.go if it has fields of its own, and its
// lines in schema.graphqls (a test holds the two together).
var EdgeKinds = []EdgeSchema{
	{
		Kind: PublishedIn, From: kinds(ArticleKind), To: kinds(NewspaperKind),
		Fields: []Field{{Name: "page", Type: Text, Fold: Vote}}, Orders: []Order{byDate}, New: func() Edge { return newEdge(PublishedIn, &Published{}) },
	},

	{Kind: HoldsPost, From: kinds(PersonKind), To: kinds(PostKind), Dated: true, Walk: true, Fields: []Field{
		{Name: "status", Type: Enum, Fold: Derived, Enum: HoldsStatuses},
		{Name: "statedStart", Type: DateType, Fold: Derived},
		{Name: "statedEnd", Type: DateType, Fold: Derived},
		{Name: "observedFrom", Type: DateType, Fold: Derived},
		{Name: "observedTo", Type: DateType, Fold: Derived},
		{Name: "endedBy", Type: DateType, Fold: Derived},
		{Name: "endInferred", Type: Bool, Fold: Derived},
		{Name: "start", Type: DateType, Fold: Derived},
		{Name: "end", Type: DateType, Fold: Derived},
	}, Orders: []Order{byLast, bySupport, byFirst}, New: func() Edge { return newEdge(HoldsPost, &Holds{}) }},

	{
		Kind: OfOrganization, From: kinds(PostKind), To: kinds(OrganizationKind), Walk: true,
		Fields: []Field{basis}, Orders: []Order{byLast, byFirst}, New: func() Edge { return newEdge(OfOrganization, &PostOf{}) },
	},

	{
		Kind: HasJurisdiction, From: kinds(PostKind), To: kinds(PlaceKind), Walk: true,
		Fields: []Field{basis}, Orders: []Order{byLast, byFirst}, New: func() Edge { return newEdge(HasJurisdiction, &PostOf{}) },
	},

	{Kind: ParticipatedIn, From: kinds(PersonKind, OrganizationKind, PlaceKind), To: kinds(EventKind), Dated: true, Key: "role", Walk: true, Beside: To, Fields: []Field{
		{Name: "role", Type: Enum, Enum: []string{"signatory", "host", "leader", "counterpart", "speaker", "appointee", "visitor", "companion", "attendee"}},
		{Name: "order", Type: Int, Fold: Least},
	}, Orders: []Order{byDate, {Name: "PRINTED", Field: "order"}}, New: func() Edge { return newEdge(ParticipatedIn, &Participated{}) }},

	{Kind: TookPlaceIn, From: kinds(EventKind), To: kinds(PlaceKind), Dated: true, Orders: []Order{byDate}, New: func() Edge { return newEdge(TookPlaceIn, &Link{}) }},

	{Kind: PartOf, From: kinds(EventKind), To: kinds(EventKind), Dated: true, Walk: true, Orders: []Order{byDate}, New: func() Edge { return newEdge(PartOf, &Link{}) }},

	{
		Kind: PartyTo, From: kinds(PlaceKind, OrganizationKind, PersonKind), To: kinds(AgreementKind), Dated: true, Walk: true, Beside: To,
		Fields: []Field{{Name: "side", Type: Int, Fold: Least}}, Orders: []Order{byDate, {Name: "SIDE", Field: "side"}}, New: func() Edge { return newEdge(PartyTo, &Party{}) },
	},

	{Kind: SignedAt, From: kinds(AgreementKind), To: kinds(EventKind), Dated: true, Walk: true, Orders: []Order{byDate}, New: func() Edge { return newEdge(SignedAt, &Link{}) }},

	{Kind: Supplements, From: kinds(AgreementKind), To: kinds(AgreementKind), Dated: true, Orders: []Order{byDate}, New: func() Edge { return newEdge(Supplements, &Link{}) }},

	{Kind: LocatedIn, From: kinds(PlaceKind, OrganizationKind), To: kinds(PlaceKind), Orders: []Order{bySupport, byFirst}, New: func() Edge { return newEdge(LocatedIn, &Link{}) }},

	{Kind: SubordinateTo, From: kinds(OrganizationKind), To: kinds(OrganizationKind), Orders: []Order{bySupport, byFirst}, New: func() Edge { return newEdge(SubordinateTo, &Link{}) }},

	{Kind: MentionsEntity, From: kinds(ArticleKind), To: kinds(PersonKind, PostKind, OrganizationKind, PlaceKind, AgreementKind, EventKind), Fields: []Field{
		{Name: "count", Type: Int, Fold: Vote}, {Name: "spans", Type: Packed, Fold: Vote},
	}, Orders: []Order{byDate, {Name: "COUNT", Field: "count", Desc: true}}, New: func() Edge { return newEdge(MentionsEntity, &Mentioned{}) }},

	{Kind: WroteArticle, From: kinds(PersonKind), To: kinds(ArticleKind), Key: "role", Beside: To, Fields: []Field{
		{Name: "role", Type: Enum, Enum: []string{"reporter", "correspondent", "photographer", "author", "editor"}},
	}, Orders: []Order{byDate}, New: func() Edge { return newEdge(WroteArticle, &Wrote{}) }},

	{Kind: SaidIn, From: kinds(PersonKind), To: kinds(ArticleKind), Key: "start", Beside: To, Fields: []Field{
		{Name: "verb", Type: Text, Fold: Vote}, {Name: "start", Type: Int}, {Name: "end", Type: Int, Fold: Vote},
	}, Orders: []Order{byDate}, New: func() Edge { return newEdge(SaidIn, &Said{}) }},

	{Kind: AboutSubject, From: kinds(ObservationKind), To: kinds(PlaceKind, OrganizationKind), Orders: []Order{byDate}, New: func() Edge { return newEdge(AboutSubject, &Link{}) }},

	{Kind: ReprintOf, From: kinds(ArticleKind), To: kinds(ArticleKind), Computed: true, Orders: []Order{byDate}, New: func() Edge { return newEdge(ReprintOf, &Link{}) }},
}

// HoldsStatuses are the statuses of a tenure. Where two were seen on the same day, the earlier in this list tells.
var HoldsStatuses = []string{"removed", "former", "current", "acting", "appointed", "proposed"}

// Every kind has an order by the first date, in which a timeline is read: that of what happens on a day is called DATE. What goes on
// (a tenure, a place's place) is listed by when it was seen last (LAST), or most, and has the other (FIRST) beside it.
var (
	byDate    = Order{Name: "DATE", Field: "firstDate", Desc: true}
	byLast    = Order{Name: "LAST", Field: "lastDate", Desc: true}
	byFirst   = Order{Name: "FIRST", Field: "firstDate"}
	bySupport = Order{Name: "ARTICLES", Field: "articleCount", Desc: true}
	basis     = Field{Name: "basis", Type: Enum, Fold: Highest, Enum: []string{"explicit", "inherited", "inferred"}}
)

func kinds(k ...NodeKind) []NodeKind { return k }

func newEdge(kind EdgeKind, e Edge) Edge {
	e.EdgeFact().Kind = kind
	return e
}
