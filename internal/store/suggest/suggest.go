// Package suggest makes a page of suggested merges out of what a store's reader answers: the names that few bear, their
// bearers, and what these are tied to. Which of them may be one is for kg.Suggest to say.
package suggest

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/baopu/baopu/internal/kg"
)

// Sound is a name key (pinyin), and how many nodes of the kind have it.
type Sound struct {
	Key string
	N   int
}

// Rows is what a store must read beside the questions of kg.Reader, in the same view.
type Rows interface {
	kg.Reader
	// Sounds answers the name keys that 2 to kg.MaxBearers nodes of a kind have, from one on, fewest nodes first, then by
	// key; at most limit. No key is empty.
	Sounds(ctx context.Context, kind kg.NodeKind, from Sound, limit int) ([]Sound, error)
	// Apart answers the pairs that were judged different, as they were judged.
	Apart(ctx context.Context) (map[kg.Pair]bool, error)
}

const (
	mostAsked = 100 // bearers of a name; of a commoner one nothing is suggested even where it is asked for
	// What is read of a bearer: some articles, enough to tell who it is.
	articles = 3
	others   = 30
)

// Page answers q. It looks at names until the page is full or kg.MaxExamined entities have been looked at: a dozen
// statements, whatever the store holds.
func Page(ctx context.Context, r Rows, q kg.CandidateQuery) (kg.CandidatePage, error) {
	p := page{r: r, q: q, scope: q.Scope()}
	if err := q.Check(); err != nil {
		return p.CandidatePage, err
	}
	if err := p.begin(); err != nil {
		return p.CandidatePage, err
	}
	err := p.fill(ctx)
	return p.CandidatePage, err
}

type page struct {
	kg.CandidatePage
	r     Rows
	q     kg.CandidateQuery
	scope kg.Scope
	of    kg.ID  // canonical, where pairs of one entity are asked for …
	name  string // … and what it is called
	at    Sound  // begin here …
	last  pair   // … behind this pair
	apart map[kg.Pair]bool
}

// pair is the place of a candidate among those of one sound.
type pair struct{ a, b kg.ID }

func (p pair) less(x pair) bool { return p.a < x.a || p.a == x.a && p.b < x.b }

// behindAll is behind the pairs of every id.
var behindAll = pair{"z", "z"}

// begin reads the cursor: the sound, how many have it, and the pair.
func (p *page) begin() error {
	if p.q.Page.After == "" {
		return nil
	}
	c, err := kg.DecodeCursor(p.q.Page.After, p.scope, 3)
	if err != nil {
		return err
	}
	n, err := strconv.Atoi(c.Keys[0])
	if err != nil {
		return fmt.Errorf("%.40q: %w", p.q.Page.After, kg.ErrCursor)
	}
	p.at, p.last = Sound{c.Keys[1], n}, pair{c.ID, kg.ID(c.Keys[2])}
	p.Info.HasPrevious = true
	return nil
}

func (p *page) cursor(s Sound, at pair) string {
	return kg.Cursor{Keys: []string{strconv.Itoa(s.N), s.Key, string(at.b)}, ID: at.a}.Encode(p.scope)
}

// fill looks at the names in two rounds, a small one first, until the page and one more is there, no name is left, or
// enough have been looked at.
func (p *page) fill(ctx context.Context) error {
	if err := p.readApart(ctx); err != nil {
		return err
	}
	if p.q.Of != "" {
		return p.fillOf(ctx)
	}
	sounds, err := p.r.Sounds(ctx, p.q.Kind, p.at, kg.MaxExamined/2+1) // of so many, with two nodes each, one is left over
	if err != nil {
		return err
	}
	sounds, more := examined(sounds)
	first := min(2*p.q.Page.First+8, len(sounds))
	for _, some := range [][]Sound{sounds[:first], sounds[first:]} {
		if full, err := p.round(ctx, some); err != nil || full {
			return err
		}
	}
	if more {
		p.Info.HasNext, p.Info.End = true, p.cursor(sounds[len(sounds)-1], behindAll)
		if p.Info.Start == "" {
			p.Info.Start = p.Info.End
		}
	}
	return nil
}

// examined are the sounds that one page looks at, and whether more follow.
func examined(sounds []Sound) (some []Sound, more bool) {
	n := 0
	for i, s := range sounds {
		if n += s.N; n > kg.MaxExamined {
			return sounds[:i], true
		}
	}
	return sounds, false
}

// fillOf takes the one name of an entity; a common one too, since somebody asked.
func (p *page) fillOf(ctx context.Context) error {
	nodes, err := p.r.Nodes(ctx, []kg.ID{p.q.Of}, kg.When{})
	if err != nil || nodes[0] == nil || nodes[0].NodeHead().NameKey == "" {
		return err
	}
	h := nodes[0].NodeHead()
	p.of, p.name = h.ID, h.Name
	_, err = p.round(ctx, []Sound{{Key: h.NameKey}})
	return err
}

// round adds the candidates among the bearers of sounds, in order, and says whether the page is full.
func (p *page) round(ctx context.Context, sounds []Sound) (full bool, err error) {
	bearers, err := p.bearers(ctx, sounds)
	if err != nil {
		return false, err
	}
	for _, s := range sounds {
		for _, c := range p.suggested(bearers[s.Key]) {
			at := pair{c.A.NodeHead().ID, c.B.NodeHead().ID}
			if s == p.at && !p.last.less(at) || p.of != "" && at.a != p.of && at.b != p.of {
				continue
			}
			if len(p.Candidates) == p.q.Page.First {
				p.Info.HasNext = true
				return true, nil
			}
			p.Candidates, p.Cursors = append(p.Candidates, c), append(p.Cursors, p.cursor(s, at))
			p.Info.Start, p.Info.End = p.Cursors[0], p.Cursors[len(p.Cursors)-1]
		}
	}
	return false, nil
}

// suggested are the candidates among nodes of one sound.
func (p *page) suggested(names map[string]*namesakes) []kg.Candidate {
	var out []kg.Candidate
	for _, same := range names {
		out = append(out, kg.Suggest(same.bearers, same.inAll, p.apart)...)
	}
	slices.SortFunc(out, func(a, b kg.Candidate) int {
		x, y := pair{a.A.NodeHead().ID, a.B.NodeHead().ID}, pair{b.A.NodeHead().ID, b.B.NodeHead().ID}
		if x.less(y) {
			return -1
		}
		return 1 // no pair stands twice
	})
	return out
}

// readApart brings the pairs that were judged different to the entities that they are now.
func (p *page) readApart(ctx context.Context) error {
	pairs, err := p.r.Apart(ctx)
	if err != nil {
		return err
	}
	var ids []kg.ID
	for x := range pairs {
		if k, _ := kg.NodeKindOf(x.A); k == p.q.Kind {
			ids = append(ids, x.A, x.B)
		}
	}
	nodes, err := p.r.Nodes(ctx, ids, kg.When{})
	if err != nil {
		return err
	}
	p.apart = maps.Clone(pairs)
	for i := 0; i < len(ids); i += 2 {
		if a, b := nodes[i], nodes[i+1]; a != nil && b != nil {
			p.apart[kg.MakePair(a.NodeHead().ID, b.NodeHead().ID)] = true
		}
	}
	return nil
}
