package claim

import (
	"strings"
	"unicode/utf8"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/org"
	"github.com/baopu/baopu/loader/reading"
)

func (b *builder) allOrganizations() {
	for _, o := range b.r.Organizations {
		if len(o.Spans) == 0 {
			continue
		}
		b.mention(b.organization(o), o.Spans)
	}
	b.parts()
}

// parts says which bodies of the article are parts of which, as far as their names tell.
func (b *builder) parts() {
	for _, part := range b.r.Organizations {
		var whole string
		for _, o := range b.r.Organizations {
			if len(o.Spans) > 0 && len(o.Name) > len(whole) && org.IsPart(part.Name, o.Name) {
				whole = o.Name
			}
		}
		if whole != "" && len(part.Spans) > 0 && b.orgs[part.Name] != b.orgs[whole] {
			ev := part.Spans[0]
			ev.Rule += ".part"
			b.say(kg.SubordinateTo, b.orgs[part.Name], b.orgs[whole], &kg.Link{}, "", ev)
		}
	}
}

// localBelow is the least length, in characters, of a name that tells an organisation without its place.
const localBelow = 4

// organization is the node of an organisation. A well-known one is the same under each of its names (发改委), a short name that
// isn't well known (集团, 一中) is known in this article only.
func (b *builder) organization(o reading.Organization) kg.ID {
	n := &kg.Organization{Place: b.division(o.Place)}
	n.Kind = kg.OrganizationKind
	name, known := bodyName(o.Name, o.Place)
	switch {
	case known:
		n.Place = ""
	case n.Place == "":
		n.Place = b.seatNamed(name)
	}
	n.Key = name
	if n.Place != "" {
		n.Key += "@" + n.Place
	}
	n.ID = kg.MakeID("o", name, n.Place)
	if n.Place == "" && !known && utf8.RuneCountInString(name) < localBelow {
		n.ID = b.local("o", name)
	}
	ev := o.Spans[0]
	id := b.entity(n, o.Name, ev)
	b.orgs[o.Name] = id
	b.attr(id, "orgType", o.Type, ev)
	for _, s := range o.Short {
		b.attr(id, "shortNames", s, ev)
	}
	if n.Place != "" {
		ev.Rule += ".place"
		b.say(kg.LocatedIn, id, b.place(n.Place, reading.Admin, ev), &kg.Link{}, "", ev)
	}
	return id
}

// bodyName is the name by which a body is known, and whether that needs no place. A league's committee has one, however it is written.
func bodyName(name, place string) (string, bool) {
	if place == "" || place == org.Seat(name) {
		if full := org.FullName(name); full != "" {
			return zh.Key(full), true
		}
	}
	if p := gazetteer.Default().ByPath(place); p != nil && p.Kind == gazetteer.Division {
		switch level := org.YouthLeague(name); {
		case level != "" && strings.HasSuffix(place, level):
			name = "共青团" + p.Plain() + "委"
		case strings.HasSuffix(name, "局") && !strings.HasPrefix(name, string([]rune(p.Name)[:2])):
			name = p.Plain() + name // of the paper's home
		}
	}
	return org.Committee(zh.Key(org.BankInFull(name))), false
}

// seatOf is the division or country of a body: its place where the article tells it, else the one that its name begins with
// (俄罗斯外交部), or that of the state's well-known organs; "" unknown.
func (b *builder) seatOf(body string) string {
	for _, o := range b.r.Organizations {
		if o.Name == body && o.Place != "" {
			return b.division(o.Place)
		}
	}
	if seat := b.seatNamed(body); seat != "" {
		return seat
	}
	return org.Seat(body)
}

// seatNamed is the country or the full path of the division that the name of a body begins with, "" for none.
func (b *builder) seatNamed(body string) string {
	text := []rune(body)
	for end := len(text) - 1; end >= 2; end-- {
		switch p := b.gazetted(string(text[:end])); {
		case p == nil:
		case p.Kind == gazetteer.Country, p.Kind == gazetteer.Division:
			return string(text[:end])
		}
	}
	return ""
}
