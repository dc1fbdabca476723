package claim

import (
	"slices"

	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/internal/zh/name"
	"github.com/baopu/baopu/loader/reading"
)

// company is the jurisdiction of those in whose company a person of no post takes part in an event, or else the home of the
// paper's readers; "" where the person takes part in none. Papers print a bare name (参加会见的有丁某某、王某某) where their
// readers know the person: who stands beside a 市长 without a title is of that city, and others' officials come with their
// titles (ADR 23). Only names in Chinese are so known, and only in China.
func (b *builder) company(p *reading.Person) string {
	text := []rune(p.Name)
	if len(p.Posts) > 0 || len(text) > mostName || name.Surname(text, 0) == 0 {
		return ""
	}
	for i := range b.r.Events {
		e := &b.r.Events[i]
		if !slices.ContainsFunc(e.Participants, func(x reading.Participant) bool { return x.Name == p.Name && familiar(x) }) {
			continue
		}
		switch wide, found := b.widest(e); {
		case wide != "":
			return wide
		case !found:
			return b.r.Home
		}
	}
	return ""
}

// mostName is the length of the longest Chinese names, of a surname and a given name of two characters each.
const mostName = 4

// familiar says whether a participant is one of those whom readers know by name, and not a guest, or who is new in a post.
func familiar(x reading.Participant) bool {
	return !slices.Contains(x.Roles, reading.Counterpart) && !slices.Contains(x.Roles, reading.Appointee)
}

// widest is the jurisdiction in China that holds all others there of an event's participants: "" where two stand beside each
// other, and where none is found.
func (b *builder) widest(e *reading.Event) (path string, found bool) {
	var widest *gazetteer.Place
	for _, x := range e.Participants {
		for _, s := range b.jurisdictions(x.Name) {
			switch place := b.gazetted(s); {
			case place == nil || !domestic(place):
			case widest == nil || widest != place && contains(place, widest):
				widest, path = place, s
			case place != widest && !contains(widest, place):
				return "", true
			}
		}
	}
	return path, widest != nil
}

// jurisdictions are the scopes of the posts that a person of the article holds now.
func (b *builder) jurisdictions(person string) []string {
	var out []string
	for _, p := range b.r.People {
		if p.Name != person {
			continue
		}
		for _, post := range p.Posts {
			if post.Status != reading.Former && post.Status != reading.Removed {
				out = append(out, b.scopeOf(post))
			}
		}
	}
	return out
}

func domestic(p *gazetteer.Place) bool {
	return p.Kind == gazetteer.Division || p.Kind == gazetteer.Zone || p.Path() == nation
}

func contains(wide, narrow *gazetteer.Place) bool {
	return wide.Path() == nation || narrow.Within(wide)
}
