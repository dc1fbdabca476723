package post

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/lexicon"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/reading"
)

// person is one individual while the article is read.
type person struct {
	name      string // folded
	said      string // as the article writes it the first time
	first     int    // of the view
	spans     []reading.Evidence
	posts     []reading.Post
	later     []reading.Post // 等市领导: only for those who have no post of their own
	gender    string
	ethnicity string
	script    lattice.Script
	cost      float32
	votes     int     // for its being a person at all
	again     int     // times that it stood after the first
	credit    bool    // a byline
	odds      float32 // the best that the tagger gives one of the spans
}

// Votes for a name to be a person. First estimates, to be calibrated.
const (
	votePost    = 5
	voteCalled  = 5
	voteList    = 4
	voteSays    = 3
	voteDoes    = 2
	voteActs    = 1
	voteCounted = -3 // 3亩金线莲
	voteDotted  = 3
	voteAgain   = 1
	voteGap     = 1
	voteLabour  = 4
	voteTrade   = 3
	voteTold    = 3
	enoughVotes = 3
)

// add gives p posts. Words that say nobody's work only speak for the name.
func (p *person) add(posts ...reading.Post) {
	for _, q := range posts {
		if q.Occupation && lattice.IsRelation(q.Title) {
			p.vote(voteLabour)
			continue
		}
		if q.Occupation {
			p.vote(voteLabour)
		} else {
			p.vote(votePost)
		}
		p.posts = append(p.posts, q)
	}
}

// personOf is the person that a name unit names.
func (rd *Reader) personOf(u unit) *person {
	name := u.text
	full := name
	if f, ok := rd.alias[name]; ok {
		full = f
	}
	p := rd.byName[full]
	if p == nil {
		p = &person{name: full, said: rd.saidName(u), first: u.start, script: u.script, cost: u.cost}
		if lexicon.FreqOf(full) > 0 && len([]rune(full)) == 2 && !strings.HasPrefix(lexicon.TagOf([]rune(full)), "nr") {
			p.votes = -2
		}
		if strings.Contains(full, "·") {
			p.votes += voteDotted
		}
		rd.byName[full] = p
		rd.people = append(rd.people, p)
	} else {
		if p.again < 2 {
			p.votes += voteAgain
		}
		p.again++
	}
	if u.gapped {
		p.votes += voteGap
	}
	if full == name && len(u.text) > len(p.name)-1 {
		p.said = rd.saidName(u)
	}
	p.odds = max(p.odds, rd.room.Odds(u.start, u.end))
	rule := "person.name"
	if full != name {
		rule = "person.part"
	}
	p.spans = append(p.spans, rd.v.Evidence(u.start, u.end, rule))
	return p
}

// saidName is a name as the article writes it, with one kind of middle dot.
func (rd *Reader) saidName(u unit) string {
	return strings.Map(func(r rune) rune {
		if zh.IsMiddleDot(r) {
			return zh.MiddleDot
		}
		return r
	}, rd.v.Said(u.start, u.end))
}

// aliases maps the parts of foreign names to the whole (索洛明 → 安德烈·索洛明), where only one whole has the part. The part is
// its bearer's own where the whole is called kin (总统拜登赦免其子亨特·拜登).
func (rd *Reader) aliases() {
	rd.alias = map[string]string{}
	for i := range rd.units {
		for k, u := range rd.units[i] {
			if u.kind != uName || !strings.Contains(u.text, "·") {
				continue
			}
			kin := k > 0 && kinship(rd.units[i][k-1].text)
			for _, part := range strings.Split(u.text, "·") {
				if len([]rune(part)) < 2 {
					continue
				}
				if whole, ok := rd.alias[part]; kin || ok && whole != u.text {
					rd.alias[part] = part
					continue
				}
				rd.alias[part] = u.text
			}
		}
	}
}

// kinship tells a word for somebody's kin, which stands between the two who share a name.
func kinship(w string) bool {
	return zh.EndsWith(w, "其子", "其女", "之子", "之女", "儿子", "女儿", "妻子", "丈夫", "夫人", "父亲", "母亲", "弟弟", "哥哥", "妹妹", "姐姐", "兄弟") || w == "子" || w == "女"
}

// vote counts what the words after a name, or a list of names, say about its being one.
func (p *person) vote(n int) { p.votes += n }

// enough tells whether the grammar's votes and more make a person of p.
func (p *person) enough(more int) bool {
	if p.credit && len(p.posts) == 0 {
		return false
	}
	need := enoughVotes
	if p.script == lattice.Foreign && len([]rune(p.name)) == 2 {
		need++
	}
	for _, q := range p.posts {
		if !q.Occupation {
			return true
		}
	}
	return p.votes+more >= need
}
