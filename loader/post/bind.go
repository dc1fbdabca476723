package post

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/reading"
	"github.com/baopu/baopu/loader/title"
	"github.com/baopu/baopu/loader/verb"
)

// binder reads the units of one part from left to right and ties titles to names: titles before a name are that person's;
// a title before a list of names is everybody's until the next title; verbs of appointment give posts behind the name.
type binder struct {
	rd      *Reader
	units   []unit
	chain   []unit           // titles waiting for a name
	group   []reading.Post   // posts of the last named person, for a list
	shared  bool             // the group may be shared with the names that follow
	open    bool             // a list of names is open
	carry   *gazetteer.Place // place of the last post of this list
	mode    verb.Class
	onward  verb.Class // of a clause that says what the name behind it is: 曾任某县县长的|甲
	targets []*person  // whose posts come after the verb
	subject *person    // of a curriculum vitae
	topic   *person    // the only person that the last sentence names
	told    *person    // the same of this sentence
	last    *person    // the last name of the sentence
	names   []*person
	dealt   []*person     // 甲、乙分别: the posts behind go to them in order
	byPosts []unit        // 院长由…担任
	given   []*person     // those behind 由
	owners  []string      // of the titles that several hold, one a body
	ranged  bool          // the date is a range
	past    bool          // a comma stands after the last name
	dated   bool          // a date stands in this clause
	comrade bool          // the verb's subject is 某某同志, or it tells of late news
	acting  bool          // the verb is 代理
	listing verb.Class    // the part is a list under 任命：or 免去：
	tied    int           // the last title that was tied to the name before it, -1 none
	office  *reading.Post // and the last post of its holder, nil if there is none: 甲委员 gives none
	beside  *reading.Post // of the name before in a list
	chief   chief         // the last chief of a body in this sentence
	board   board         // whose members are to be named

	now             bool // 现任 stands in front of the next title
	asked, mourning bool // whether the part tells of a death, once it was asked
}

// binder reads units from their beginning, where no title is tied yet.
func (rd *Reader) binder(units []unit) *binder { return &binder{rd: rd, units: units, tied: -1} }

// Bind ties the titles of all units to the people named, once it is settled which places they name.
func (rd *Reader) Bind() {
	rd.aliases()
	var subject *person
	for i := range rd.units {
		rolls(rd.units[i])
		b := rd.binder(rd.units[i])
		b.listing = rd.headed(i)
		b.subject, b.dated = rd.goesOn(i, subject)
		b.run()
		subject = b.subject
		rd.elect(i)
	}
	rd.saidElsewhere()
	rd.leaders()
	rd.guest()
	rd.voice()
	rd.retinue()
}

func (b *binder) run() {
	b.mode = b.listing
	for i := 0; i < len(b.units); i++ {
		u := b.units[i]
		switch u.kind {
		case uPost:
			b.post(i)
		case uName:
			if !b.vessel(i) {
				b.name(i)
			}
		case uCall:
			b.call(i)
		case uOpen:
			i = b.paren(i)
		case uPause, uJoin, uAlso, uHonor, uEtc, uPlace, uBody, uStatus:
			b.joint(i)
		case uComma:
			b.comma(i)
		case uSemi:
			b.semi(i)
		case uStop:
			b.flush()
			b.endSentence()
		case uQuote:
			if k := b.prize(i); k > i {
				i = k
				continue
			}
			b.drop()
		default:
			b.word(i)
		}
	}
}

// semi ends a clause; a colon behind 任命 or 免去 opens a list.
func (b *binder) semi(i int) {
	if b.roster(i) {
		return
	}
	b.flush()
	b.seatBoard(i)
	if strings.Trim(b.units[i].text, "；;") == "" && b.rd.places.Home != nil && !b.rd.places.Nation {
		b.carry = nil // 甲市副市长某；市委副书记某: the other side, which is the paper's own
	}
	if t := b.units[i].text; (t == "：" || t == ":") && (b.mode == verb.Appoints || b.mode == verb.Removes) {
		b.listing = b.mode
	}
	b.endClause()
}

// post takes a title: behind a name, behind 等, or into the chain.
func (b *binder) post(i int) {
	u := b.units[i]
	if i > 0 {
		p := b.units[i-1]
		if p.kind == uName && p.end == u.start && free(u) && b.last != nil && b.mode == verb.Removes && b.listing == verb.Removes {
			b.chain = append(b.chain, u)
			return // under 免去：, 某某市政府副秘书长职务
		}
		if p.kind == uName && p.end == u.start && free(u) && b.last != nil && b.delegate(u) {
			return
		}
		if p.kind == uName && p.end == u.start && free(u) && b.last != nil && !b.nameNext(i) && u.title.Kind != title.Occupation {
			b.tie(i)
			return
		}
		if p.kind == uPause && i > 1 && b.tied == i-2 && free(u) && b.last != nil && !b.nameAhead(i) {
			b.tie(i) // 甲总书记、国家主席
			return
		}
		if p.kind == uName && p.end == u.start && b.last != nil && lattice.IsHonorific(u.title.Text) && !b.nameNext(i) {
			b.last.vote(voteCalled) // 塔季扬娜女士
			return
		}
		if p.kind == uEtc && len(b.names) > 0 && u.title.Kind == title.Group {
			posts := b.resolveChain([]unit{u})
			for _, who := range b.names {
				who.later = append(who.later, posts...)
				who.vote(voteList)
			}
			return
		}
	}
	if i > 0 && b.tied == i-1 && b.office != nil && aides[u.title.Head] && free(u) && b.office.Place == "中国" && b.units[i-1].end == u.start {
		u.ours = true // 甲主席|特别代表、国务院副总理乙
	}
	if u.title.Text == "成员" && free(u) && i > 0 && zh.EndsWith(b.units[i-1].text, "代表团", "考察团", "访问团") && b.units[i-1].end == u.start {
		return // who goes along holds no post by it: 代表团|成员、某市商务局局长
	}
	u.now, b.now = b.now, false
	b.chain = append(b.chain, b.termed(i, u))
}

// tells notes who as the one person of the sentence; of two 他 may be either.
func (b *binder) tells(who *person) {
	if b.told == nil {
		b.told = who
	} else if b.told != who {
		b.told = &person{}
	}
	if len(b.byPosts) > 0 {
		b.given = append(b.given, who)
	}
}

func (b *binder) name(i int) {
	u := b.units[i]
	who := b.rd.personOf(u)
	b.past = false
	if u.rolled {
		who.vote(voteList)
	}
	b.tells(who)
	fresh := b.enframe(i, who)
	defer func() {
		b.last = who
		b.names = append(b.names, who)
	}()
	if b.onward != verb.None {
		b.turn(who)
	}
	listed := b.listed(i)
	if listed && len(b.chain) > 0 && len(b.targets) == 1 && (b.mode == verb.Holds || b.mode == verb.HoldsNow || b.mode == verb.Held) && b.targets[0] != who {
		b.flush() // 由甲任董事长、乙任总经理
		b.mode, b.targets, b.names, b.open = verb.None, nil, nil, false
	}
	switch {
	case len(b.chain) > 0:
		b.install(who)
		b.shared, b.open = b.shareable(), true
		b.chain = nil
		b.names = nil
	case b.open && listed:
		b.share(i, who)
	default:
		b.open = false
		if !listed {
			b.names = nil
		}
		b.alone(i, who)
	}
	b.target(who, fresh || !b.listed(i))
}

// target takes who for one of those to whom the verb in front gives posts, or from whom it takes them; the first of them, if others
// aren't named with him.
func (b *binder) target(who *person, first bool) {
	if b.mode != verb.Appoints && b.mode != verb.Removes && b.mode != verb.Proposes {
		return
	}
	if first {
		b.targets = nil
	}
	b.targets = append(b.targets, who)
}

// shareable tells whether the last title of the chain can be held by several.
func (b *binder) shareable() bool {
	t := b.chain[len(b.chain)-1].title
	return !t.Seat && len(b.group) > 0
}

// moved is posts seen at another name.
func (rd *Reader) moved(posts []reading.Post, u unit) []reading.Post {
	out := make([]reading.Post, len(posts))
	for i, q := range posts {
		q.Evidence = rd.v.Evidence(u.start, u.end, "title.list")
		out[i] = q
	}
	return out
}

// joint is what may stand inside a list.
func (b *binder) joint(i int) {
	u := b.units[i]
	switch u.kind {
	case uPlace, uBody:
		b.convene(i)
		if len(b.chain) > 0 && u.start == b.units[i-1].end {
			b.flush()
		}
		b.open = false
	case uStatus:
		b.open = false
	case uJoin:
		if n := len(b.chain); n > 0 && b.chain[n-1].end == u.start && b.mode == verb.None && (b.nameNext(i) || b.chain[n-1].title.Kind == title.Group) {
			b.drop() // 某某|总统和|甲主席: no title reaches over 和 to a name; 东盟国家领导人|以及某国总统乙
		}
	}
}

func (b *binder) comma(i int) {
	if b.spans(i) {
		return
	}
	if b.mode != verb.None && len(b.chain) > 0 {
		b.flush()
	}
	b.drop()
	if b.mode != verb.Held && b.listing == verb.None && (b.subject == nil || b.mode == verb.None) {
		b.mode, b.targets = verb.None, nil
	}
	if b.vitae(i) {
		b.subject = b.last
		b.last.vote(voteCalled)
	}
	b.open = false
	b.roll()
	b.past = true
	if i > 0 && b.units[i-1].kind != uName {
		b.names = nil
	}
}

func (b *binder) endClause() {
	b.drop()
	b.roll()
	b.open, b.shared, b.names, b.byPosts, b.dated, b.ranged = false, false, nil, nil, false, false
	if b.subject == nil {
		b.mode, b.targets = b.listing, nil
	}
}

func (b *binder) endSentence() {
	b.topic = b.told
	b.told = nil
	b.endClause()
	b.board.open = false
	b.carry, b.last, b.dealt, b.chief = nil, nil, nil, chief{}
	b.mode, b.targets = b.listing, nil
}

// word is any other word: it ends chains and lists, and may be a verb of appointment.
func (b *binder) word(i int) {
	u := b.units[i]
	b.refer(i)
	switch u.verb {
	case verb.Appoints, verb.Elects, verb.Holds, verb.HoldsNow, verb.Held, verb.Proposes, verb.Removes, verb.Leaves, verb.Is:
		b.appointment(i)
		return
	case verb.By:
		b.byPosts, b.chain, b.given = b.chain, nil, nil
		return
	case verb.Says, verb.Does, verb.Acts:
		b.evident(i)
	}
	if passives.At(u.text) && i+1 < len(b.units) && b.units[i+1].verb == verb.Appoints || b.amid(i) {
		return
	}
	if len(b.chain) > 0 && b.mode == verb.None && strings.HasSuffix(u.text, "届") && b.mourns() {
		return
	}
	b.note(u)
	if u.text == "的" && b.hands(i) || b.aged(i) {
		return
	}
	if strings.HasPrefix(u.text, "某") && b.mode != verb.None {
		return
	}
	if u.text == "的" && b.mode != verb.None && len(b.chain) == 0 || u.text == "职务" {
		return
	}
	b.flush()
	b.drop()
	b.open = false
	b.roll()
	if len(u.tag) > 0 && u.tag[0] == 'v' || u.tag == "p" {
		b.carry = nil
	}
	b.names = nil
}

// note remembers of a word whether posts are dealt out in order, and whether a date or a range of dates stands in the clause.
func (b *binder) note(u unit) {
	b.dealt = nil
	if u.text == "分别" {
		b.dealt = b.names
	}
	if u.text[0] >= '0' && u.text[0] <= '9' {
		b.dated = true
	}
	if b.dated && (u.text == "至" || u.text == "—" || u.text == "-") {
		b.ranged = true
	}
}

// drop gives up titles that no name follows.
func (b *binder) drop() {
	if b.subject != nil && b.dated && len(b.chain) > 0 {
		posts := b.resolveChain(b.chain)
		for k := range posts {
			posts[k].Status = reading.Former
			posts[k].Evidence.Rule = "title.vitae"
		}
		b.subject.add(posts...)
		b.chain = nil
	}
	b.elects()
	for _, u := range b.chain {
		if u.title.Kind == title.Office && !u.title.Bare {
			b.rd.r.Unresolved = append(b.rd.r.Unresolved, b.rd.v.Unresolved(u.start, u.end, "title", "no-name", nil))
		}
	}
	b.chain = nil
}
