package event

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// states is the states that 对 makes the goal of the verb at token i: 对甲国、乙国进行正式访问; for 两国, those of the headline.
func (s *story) states(c *view, i int) []string {
	from := max(c.From(i), c.Comma(i)+1)
	toward := -1
	for j := from; j < i; j++ {
		if c.Tokens[j].Kind == discourse.Text && strings.HasSuffix(c.D.String(c.Tokens[j].Span), "对") {
			toward = j
		}
	}
	if toward < 0 {
		return nil
	}
	var out []string
	for j := toward + 1; j < i; j++ {
		switch t := c.Tokens[j]; {
		case t.Kind == discourse.Place && discourse.Country(c.D.Places[t.Index]):
			out = append(out, c.D.Name(t))
		case t.Is(discourse.Both):
			return s.headline()
		case t.Kind == discourse.Dun, t.Is(discourse.And), t.Kind == discourse.Text:
		default:
			return nil
		}
	}
	return out
}

// headline is the states other than China that the headline names.
func (s *story) headline() []string {
	var out []string
	for _, sentence := range s.d.Sentences {
		if sentence.Kind != article.TitlePart {
			continue
		}
		for _, t := range s.d.Rest(sentence) {
			if name := s.d.Name(t); t.Kind == discourse.Place && s.d.Foreign(name) && !slices.Contains(out, name) {
				out = append(out, name)
			}
		}
	}
	return out
}

// arrive follows a round of trips to the place that a sentence opens with: 在乙国，…; 在乙县某镇，….
func (s *story) arrive(c *view) {
	if s.trip < 0 || len(c.Tokens) < 2 || !c.Tokens[0].Is(discourse.At|discourse.Travel) || c.Tokens[1].Kind != discourse.Place {
		return
	}
	for k, f := range s.drafts {
		if (f.Type != reading.Visit && f.Type != reading.Inspection) || f.dropped || !c.lies(1, f.Place) || c.lies(1, s.drafts[s.trip].Place) {
			continue
		}
		if s.trip = k; s.d.Foreign(f.Place) {
			s.focus = -1
		}
		return
	}
}

// lies is true where the place at token j lies in that place, which stands in front of a city abroad: 甲国乙城.
func (c *view) lies(j int, place string) bool {
	t := c.Tokens[j]
	return discourse.Within(c.D.Name(t), place) || c.D.Foreign(place) && strings.HasPrefix(c.D.String(t.Span), place)
}

// rounds opens one trip for each of several states.
func (s *story) rounds(kind reading.EventType, c *view, i int, who []clause.Party, states []string) {
	first := len(s.drafts)
	for k := range states {
		s.journey(kind, c, i, who, states[k:k+1])
	}
	s.trip = first
}

// palaces is the houses from which states are governed, whose city news leaves out.
var palaces = [...]string{"总统府", "总理府", "首相府", "主席府", "总督府", "国家宫", "王宫", "皇宫", "议会大厦", "国会大厦", "总统官邸", "总理官邸", "首相官邸"}

// palace is the state in whose palace two of sides meet at token i: 欢迎仪式后，某某在总理府同乙国总理会谈. "" if they don't.
func (s *story) palace(c *view, i int, sides []clause.Party) string {
	for j := c.Comma(i) + 1; j+1 < i; j++ {
		if !c.Tokens[j].Is(discourse.At) || !zh.BeginsWith(c.D.String(c.Tokens[j+1].Span), palaces[:]...) {
			continue
		}
		for _, p := range sides {
			if state := s.jurisdiction(p.Name); s.d.Foreign(state) {
				return state
			}
		}
	}
	return ""
}

// houses places what nothing else does in the state where those are at home who hold it: the reception of an embassy, the rite with
// which a head of state welcomes somebody.
func (s *story) houses() {
	for _, f := range s.drafts {
		for _, p := range f.Participants {
			if p.Roles[0] != reading.Host || !f.guessed {
				continue
			}
			state := s.jurisdiction(p.Name)
			if to := clause.Embassy(s.d, p.Name); to != "" {
				f.Place, f.guessed = to, false
			} else if f.Place == "" && f.Type == reading.Ceremony && s.d.Foreign(state) {
				f.Place = state
			}
		}
	}
}

// works is what is done to what is built, in the name of a rite: 某国某高速公路通车仪式 is held where it lies.
var works = [...]string{
	"开工", "通车", "竣工", "贯通", "开通", "落成", "启用", "投产", "奠基", "投运", "开港", "开航", "动工", "开建", "封顶", "合龙", "并网", "首航",
}

// lies is the division in which that lies whose name names it (国家电网某省某水电站), "" if the name names none, or where it goes from and
// to.
func (s *story) lies(name string) string {
	best := ""
	for _, p := range s.d.Places {
		if p.Type != reading.Admin || p.Name == "中国" || strings.Contains(name, "、") {
			continue
		}
		for _, short := range discourse.Shorts(p.Name) {
			before, behind, ok := strings.Cut(name, short)
			if !ok || len([]rune(short)) < 2 {
				continue
			}
			switch {
			case zh.BeginsWith(behind, ways[:]...) || zh.EndsWith(before, ways[:]...):
			case best == "" || discourse.Within(p.Name, best) || s.d.Foreign(best) && !s.d.Foreign(p.Name):
				best = p.Name
			case !discourse.Within(best, p.Name) && !s.d.Foreign(p.Name):
				return ""
			}
			break
		}
	}
	return best
}

// ways are the words that join the ends of what goes from one place to another.
var ways = [...]string{"至", "到", "送", "—", "－", "-", "和", "与", "、"}

// stay is where a story abroad has come to: the place of the meeting that goes on, in the state that the trip is to.
func (s *story) stay() string {
	if s.trip < 0 || s.focus < s.trip || !s.d.Foreign(s.drafts[s.trip].Place) || !s.drafts[s.focus].between || s.drafts[s.focus].guessed {
		return ""
	}
	return s.drafts[s.focus].Place
}
