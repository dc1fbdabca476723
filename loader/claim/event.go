package claim

import (
	"slices"
	"strconv"
	"strings"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/reading"
)

// deal is an agreement of the article: its node, and whether its key is complete.
type deal struct {
	id    kg.ID
	whole bool
}

func (b *builder) allAgreements() {
	for _, a := range b.r.Agreements {
		b.agreement(a)
	}
	for _, a := range b.r.Agreements {
		from, to := b.deals[a.Title], b.deals[a.Supplements]
		if a.Supplements != "" && from.id != "" && to.id != "" && from.id != to.id {
			b.say(kg.Supplements, from.id, to.id, &kg.Link{}, a.Date, a.Evidence)
		}
	}
}

func (b *builder) agreement(a reading.Agreement) {
	n := &kg.Agreement{}
	n.Kind = kg.AgreementKind
	parties := slices.Clone(a.Parties)
	slices.Sort(parties)
	whole := true
	switch {
	case a.Titled && b.namesParties(a):
		n.Key = zh.Key(a.Title)
		n.ID = kg.MakeID("g", "title", n.Key)
	case len(parties) >= 2 && len(a.Date) == 10:
		n.Key = zh.Key(a.Title) + " " + strings.Join(parties, "、") + " " + a.Date
		n.ID = kg.MakeIDOn("g", kg.Date(a.Date), append([]string{"parties", zh.Key(a.Title), a.Date}, parties...)...)
	default:
		n.Key, whole = zh.Key(a.Title), false
		n.ID = b.local("g", n.Key, strconv.Itoa(a.Evidence.Start))
	}
	if b.named[n.ID] {
		return
	}
	id := b.entity(n, a.Title, a.Evidence)
	if _, ok := b.deals[a.Title]; !ok {
		b.deals[a.Title] = deal{id, whole}
	}
	b.mention(id, []reading.Evidence{a.Evidence})
	b.attr(id, "title", a.Title, a.Evidence)
	b.attr(id, "status", string(a.Status), a.Evidence)
	b.attr(id, "date", a.Date, a.Evidence)
	if a.Count > 0 {
		b.attr(id, "count", strconv.Itoa(a.Count), a.Evidence)
	}
	for _, s := range distinct(a.Sectors) {
		b.attr(id, "sectors", s, a.Evidence)
	}
	for i, p := range distinct(a.Parties) {
		if from := b.named2(p, a.Evidence); from != "" {
			b.say(kg.PartyTo, from, id, &kg.Party{Side: i + 1}, a.Date, a.Evidence)
		}
	}
}

func distinct(list []string) []string {
	var out []string
	for _, s := range list {
		if s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// namesParties says whether a title tells its agreement from all others: it names two parties at least.
func (b *builder) namesParties(a reading.Agreement) bool {
	n := 0
	for _, p := range a.Parties {
		if strings.Contains(a.Title, p) || strings.Contains(a.Title, b.lastName(p)) {
			n++
		}
	}
	return n >= 2
}

// named2 is the node of a name of the article, whatever its kind; a division that stands in no place mention is made from
// the name itself. "" for a name that nothing has.
func (b *builder) named2(name string, ev reading.Evidence) kg.ID {
	if id, ok := b.people[name]; ok {
		return id
	}
	if id, ok := b.orgs[name]; ok {
		return id
	}
	if id, ok := b.places[name]; ok {
		return id
	}
	if b.gazetted(name) != nil {
		return b.place(name, reading.Admin, ev)
	}
	return ""
}

func (b *builder) allEvents() {
	ids, keys := make([]kg.ID, len(b.r.Events)), make([]string, len(b.r.Events))
	times := map[kg.ID]int{}
	for i, e := range b.r.Events {
		ids[i], keys[i] = b.eventKey(e)
		times[ids[i]]++
	}
	for i, e := range b.r.Events {
		if ids[i] == "" || times[ids[i]] > 1 {
			ids[i] = b.local("e", string(e.Type), e.Start, strconv.Itoa(i))
		}
		b.event(ids[i], keys[i], e)
	}
	for i, e := range b.r.Events {
		if e.PartOf >= 0 && e.PartOf < len(ids) && e.PartOf != i {
			b.say(kg.PartOf, ids[i], ids[e.PartOf], &kg.Link{}, e.Start, e.Evidence)
		}
	}
}

// eventKey is the id of an event and its readable key; the id is "" for an event known in this article only. A signing is
// known by its agreement and day; others by type, first day and sides.
func (b *builder) eventKey(e reading.Event) (kg.ID, string) {
	sides := b.sides(e)
	key := strings.TrimSpace(string(e.Type) + " " + e.Start + " " + strings.Join(sides, "、"))
	if len(e.Start) != 10 {
		return "", key
	}
	if e.Type == reading.Signing {
		for _, t := range e.Agreements {
			if d := b.deals[t]; d.whole {
				return kg.MakeIDOn("e", kg.Date(e.Start), "signing", string(d.id), e.Start), "signing " + e.Start + " " + zh.Key(t)
			}
		}
		return "", key
	}
	if len(sides) == 0 {
		return "", key
	}
	return kg.MakeIDOn("e", kg.Date(e.Start), append([]string{string(e.Type), e.Start}, sides...)...), key
}

// sides are the jurisdictions, county and above, that an event's participants stand for, each once, sorted.
func (b *builder) sides(e reading.Event) []string {
	var out []string
	add := func(path string) {
		if s := b.jurisdiction(path); s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	for _, p := range e.Participants {
		if b.places[p.Name] != "" {
			add(p.Name)
			continue
		}
		for _, o := range b.r.Organizations {
			if o.Name == p.Name {
				add(o.Place)
			}
		}
		if s := b.scopes[p.Name]; len(s) > 0 {
			add(s[0].place)
		}
	}
	slices.Sort(out)
	return out
}

var eventNames = map[reading.EventType]string{
	reading.Visit: "考察访问", reading.Inspection: "调研检查", reading.Meeting: "会议会见", reading.Call: "通话", reading.Signing: "签约",
	reading.Ceremony: "仪式", reading.Appointment: "任免", reading.Activity: "活动",
}

func (b *builder) event(id kg.ID, key string, e reading.Event) {
	n := &kg.Event{EventType: string(e.Type), Start: kg.Date(e.Start), Precision: kg.Date(e.Start).Precision()}
	n.ID, n.Kind, n.Key = id, kg.EventKind, key
	b.entity(n, b.eventName(e), e.Evidence)
	b.mention(id, []reading.Evidence{e.Evidence})
	b.attr(id, "end", e.End, e.Evidence)
	if e.Place != "" {
		b.say(kg.TookPlaceIn, id, b.place(e.Place, reading.Admin, e.Evidence), &kg.Link{}, e.Start, e.Evidence)
	}
	for _, p := range e.Participants {
		from := b.named2(p.Name, p.Evidence)
		if from == "" {
			continue
		}
		for _, role := range p.Roles {
			b.say(kg.ParticipatedIn, from, id, &kg.Participated{Role: string(role), Order: p.Order}, e.Start, p.Evidence)
		}
	}
	for _, t := range e.Agreements {
		if d, ok := b.deals[t]; ok {
			b.say(kg.SignedAt, d.id, id, &kg.Link{}, e.Start, e.Evidence)
		}
	}
}

// eventName is the event's own name, or its type in Chinese with the short names of its sides.
func (b *builder) eventName(e reading.Event) string {
	if e.Name != "" {
		return e.Name
	}
	sides := b.sides(e)
	names := make([]string, len(sides))
	for i, s := range sides {
		names[i] = b.lastName(s)
	}
	if len(names) == 0 && e.Place != "" {
		names = []string{b.lastName(e.Place)}
	}
	if len(names) == 0 {
		return eventNames[e.Type]
	}
	return eventNames[e.Type] + "（" + strings.Join(names, "、") + "）"
}
