package event

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// settle closes the story: who belongs to a delegation that named no leader, which assembly is part of which trip, and
// who stands for an event that named nobody.
func (s *story) settle() {
	s.opened()
	s.presided()
	s.members()
	s.entourage()
	s.seats()
	s.houses()
	for i, f := range s.drafts {
		if f.Type == reading.Meeting && len(f.Participants) == 0 && f.sides {
			for _, name := range s.d.Sides.Pair() {
				f.add(reading.Counterpart, clause.Party{Kind: discourse.Place, Name: name, Span: f.Evidence.Span})
			}
		}
		if s.trip >= 0 && i != s.trip && s.drafts[s.trip].Type == reading.Visit && f.Type != reading.Visit && f.Place != "" &&
			discourse.Within(f.Place, s.drafts[s.trip].Place) {
			f.PartOf = s.trip
		}
	}
	s.glimpsed()
	s.heads()
	s.sessionsOwn()
}

// sessionsOwn takes a body off the session that is its own by name: it is no host of it.
func (s *story) sessionsOwn() {
	for _, f := range s.drafts {
		if f.Type != reading.Meeting || !own(f) {
			continue
		}
		f.Participants = slices.DeleteFunc(f.Participants, func(p reading.Participant) bool {
			return len(p.Roles) == 1 && p.Roles[0] == reading.Host && !s.person(p.Name) && strings.HasPrefix(f.Name, p.Name)
		})
	}
}

// heads makes the one who inspects with others in his company the one who leads them: a local paper says 市长某某调研, and who was along
// in a paragraph of its own.
func (s *story) heads() {
	for _, f := range s.drafts {
		var went []string
		led, along := false, false
		for _, p := range f.Participants {
			switch p.Roles[0] {
			case reading.Leader:
				led = true
			case reading.Visitor:
				went = append(went, p.Name)
			case reading.Companion, reading.Attendee:
				along = true
			}
		}
		if f.Type == reading.Inspection && s.home() != "" && !led && along && len(went) == 1 && s.person(went[0]) {
			f.promote(went[0], reading.Leader, "along")
		}
	}
}

// presided makes an assembly of the talk of two sides over which somebody presides: 甲与代表团一行座谈，乙主持座谈会. The two are there to speak or
// to listen, and the delegation is those who are named of it.
func (s *story) presided() {
	for _, f := range s.drafts {
		if !f.between || f.Type != reading.Meeting || !slices.ContainsFunc(f.Participants, func(p reading.Participant) bool { return p.Roles[0] == reading.Host }) {
			continue
		}
		f.between = false
		people := slices.ContainsFunc(f.Participants, func(p reading.Participant) bool { return p.Roles[0] != reading.Host && s.person(p.Name) })
		f.Participants = slices.DeleteFunc(f.Participants, func(p reading.Participant) bool {
			return people && p.Roles[0] == reading.Counterpart && !s.person(p.Name)
		})
		for i := range f.Participants {
			p := &f.Participants[i]
			if p.Order = i + 1; p.Roles[0] != reading.Counterpart {
				continue
			}
			role := reading.Attendee
			if slices.Contains(p.Roles, reading.Speaker) || slices.Contains(s.spoke, p.Name) {
				role = reading.Speaker
			}
			p.Roles = []reading.Participation{role}
			p.Evidence.Rule = "event." + string(f.Type) + "." + string(role) + ".presided"
		}
	}
}

// opened leaves out a session of which only the opening rite names anybody: 洽谈会开幕。某某出席开幕式并致辞.
func (s *story) opened() {
	for _, f := range s.drafts {
		if f.Type != reading.Meeting || len(f.Participants) > 0 || f.sides || f.Start == "" || zh.EndsWith(f.Name, "论坛", "峰会") {
			continue
		}
		for _, g := range s.drafts {
			if g != f && g.Type == reading.Ceremony && g.Start == f.Start && len(g.Participants) > 0 && strings.Contains(g.Name+g.head, "开幕") {
				f.dropped = true
			}
		}
	}
}

// seats moves an event that no clause places from the paper's home to the division of those who hold it, where that lies
// in the home: 上犹县县长主持召开县政府常务会议.
func (s *story) seats() {
	defer s.sessions()
	lead, day := s.lead()
	for _, f := range s.drafts {
		if lead != "" && f.report == 0 && f.guessed && !s.central(f) && !f.between && f.Place != lead && discourse.Within(lead, f.Place) && (f.Start == day || f.Start == "") &&
			(f.Type == reading.Meeting || f.Type == reading.Signing || f.Type == reading.Ceremony) {
			f.Place = lead
			continue
		}
		if !f.guessed || f.Place != s.d.Home || f.Place == "" {
			continue
		}
		if place := s.titled(f); place != "" {
			f.Place = place
			continue
		}
		var at []string
		for _, p := range f.Participants {
			switch role := p.Roles[0]; {
			case role == reading.Attendee && strings.HasSuffix(f.head, "牌"), // 甲县副县长某揭牌
				role == reading.Host, role == reading.Counterpart, role == reading.Signatory, role == reading.Appointee:
				if place := s.seat(p.Name); discourse.Within(place, s.d.Home) {
					at = append(at, place)
				}
			}
		}
		if place := common(at); discourse.Within(place, s.d.Home) && !(f.Type == reading.Signing && s.welcomed(f)) {
			f.Place = place
		}
	}
}

// welcomed is true for a signing on the days of a visit to the home itself at which somebody signs too of whom nobody knows where he
// serves: they do it where the guests were received.
func (s *story) welcomed(f *draft) bool {
	stranger := slices.ContainsFunc(f.Participants, func(p reading.Participant) bool {
		return p.Roles[0] == reading.Signatory && s.person(p.Name) && s.seat(p.Name) == ""
	})
	return stranger && slices.ContainsFunc(s.drafts, func(g *draft) bool {
		return g.Type == reading.Visit && !g.dropped && g.Place == s.d.Home && within(f.Start, g.Start, g.End)
	})
}

// lead is the only division below the home of which the first sentence of a local story says that something happened in it, and the day
// on which it did: 17日，协议在某区某镇续签. "" where it names none or several.
func (s *story) lead() (place, day string) {
	if s.home() == "" || slices.ContainsFunc(s.drafts, func(f *draft) bool { return f.Type == reading.Visit && !f.dropped }) {
		return "", ""
	}
	for _, sentence := range s.d.Sentences {
		if !sentence.Body() {
			continue
		}
		tokens := s.d.Rest(sentence)
		for j := 1; j < len(tokens); j++ {
			t := tokens[j]
			if t.Kind != discourse.Place || !tokens[j-1].Is(discourse.At) || discourse.InTitle(tokens, j) || !s.happens(tokens[j+1:]) {
				continue
			}
			for j+1 < len(tokens) && tokens[j+1].Kind == discourse.Place && tokens[j+1].Start == tokens[j].End {
				j++
			}
			p := s.d.Places[tokens[j].Index]
			if p.Type != reading.Admin || !discourse.Within(p.Name, s.d.Home) || p.Name == s.d.Home || place != "" && place != p.Name {
				return "", ""
			}
			place = p.Name
			d, _ := s.d.DayOf(sentence, sentence.First+j)
			day = d.Start
		}
		return place, day
	}
	return "", ""
}

// begun is what is said of games and courses that begin.
var begun = [...]string{"开赛", "开跑", "开班", "开营", "开讲", "发车", "开镰", "开捕"}

// happens is true where the clause that goes on with tokens, behind 在某区, says what was held or signed there. 记者在某区获悉 and
// 在某区投资的企业与市政府签约 place nothing.
func (s *story) happens(tokens []discourse.Token) bool {
	for _, t := range tokens {
		switch {
		case t.Mark() && t.Kind != discourse.Dun, t.Is(discourse.Of):
			return false
		case t.Is(held | discourse.Sign | discourse.Convene | discourse.Unveil | discourse.Meet | discourse.Talk), t.Kind == discourse.Text && zh.Holds(s.d.String(t.Span), begun[:]...):
			return true
		}
	}
	return false
}

// central is true for a meeting of which its sentence names a body of the home itself: 市政府召开会议.
func (s *story) central(f *draft) bool {
	return f.Type == reading.Meeting && slices.ContainsFunc(s.d.Tokens, func(t discourse.Token) bool {
		return t.Kind == discourse.Org && t.Start >= f.Evidence.Start && t.End <= f.Evidence.End && s.d.Seat(t.Index) == s.d.Home
	})
}

// sessions moves appointments to where the session sits that makes them.
func (s *story) sessions() {
	for _, f := range s.drafts {
		if f.session != nil && f.guessed {
			f.Place = f.session.Place
		}
	}
}

// titled is the division within the home that the event's own name begins with: 通山县第十九届人民代表大会第一次会议.
func (s *story) titled(f *draft) string {
	for _, p := range s.d.Places {
		if p.Type != reading.Admin || len(p.Name) <= len(s.d.Home) || !discourse.Within(p.Name, s.d.Home) {
			continue
		}
		for _, short := range discourse.Shorts(p.Name) {
			if strings.HasPrefix(f.Name, short) {
				return p.Name
			}
		}
	}
	return ""
}

// seat is where a participant of that name has its seat: a person's office, a body's division, or the division itself.
func (s *story) seat(name string) string {
	if place := s.jurisdiction(name); place != "" {
		return place
	}
	for i := range s.d.Organizations {
		if s.d.Name(discourse.Token{Kind: discourse.Org, Index: i}) == name {
			return s.d.Seat(i)
		}
	}
	for _, p := range s.d.Places {
		if p.Name == name && p.Type == reading.Admin {
			return name
		}
	}
	return ""
}

// jurisdiction is where the person of that name holds office, "" unknown.
func (s *story) jurisdiction(name string) string {
	for i, p := range s.d.People {
		if p.Name == name {
			return s.d.Jurisdiction(i)
		}
	}
	return ""
}

// members adds to a visit whose delegation has no named leader the guests who take part in the story's meetings.
func (s *story) members() {
	for _, f := range s.drafts {
		if f.Type != reading.Visit || !s.headless(f) {
			continue
		}
		for _, g := range s.drafts {
			if g.Type != reading.Meeting {
				continue
			}
			for _, p := range g.Participants {
				for k, q := range s.d.People {
					if q.Name == p.Name && s.d.Sides.Guest != "" && discourse.Within(s.d.Jurisdiction(k), s.d.Sides.Guest) && !f.has(p.Name) {
						f.add(reading.Visitor, clause.Party{Kind: discourse.Person, Name: p.Name, Span: p.Evidence.Span})
					}
				}
			}
		}
	}
}

// entourage adds to a visit the officials of the guests' side whom the story shows on the way and at no other event: 某市农业局局长某某
// 当场打听起合作的门路.
func (s *story) entourage() {
	guest := s.d.Sides.Guest
	if guest == "" || s.d.Foreign(guest) || s.home() == "" || len(s.drafts) == 0 || s.drafts[0].Type != reading.Visit || discourse.Within(s.drafts[0].Place, guest) {
		return
	}
	for k, q := range s.d.People {
		if !s.shown[q.Name] || !discourse.Within(s.d.Jurisdiction(k), guest) || !s.public(q) || slices.ContainsFunc(s.drafts, func(f *draft) bool { return !f.dropped && f.has(q.Name) }) {
			continue
		}
		s.drafts[0].add(reading.Visitor, clause.Party{Kind: discourse.Person, Name: q.Name, Span: q.Spans[0].Span})
	}
}

// public is true for a person who holds an office of a division or of one of its organs.
func (s *story) public(q reading.Person) bool {
	for _, post := range q.Posts {
		if !post.Occupation && post.Status != reading.Former && post.Org == "" && post.Place != "" {
			return true
		}
		for _, o := range s.d.Organizations {
			if o.Name == post.Org && post.Status != reading.Former && (o.Type == "government" || o.Type == "party") {
				return true
			}
		}
	}
	return false
}

// headless is true for a visit by a delegation of the guest's with no person travelling.
func (s *story) headless(f *draft) bool {
	for _, p := range f.Participants {
		if p.Roles[0] == reading.Leader || p.Roles[0] == reading.Visitor {
			for _, q := range s.d.People {
				if q.Name == p.Name {
					return false
				}
			}
		}
	}
	return true
}
