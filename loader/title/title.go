// Package title reads titles of posts by grammar: (status)* (level organ | organ | department | modifier)* head, as in
// 市委副书记, 代市长, 市人大常委会副主任, 宣传部部长, 常务副区长. It knows the words of offices and no proper names: places and
// organisations in front of a title are the post package's work.
package title

import (
	"strings"
	"unicode/utf8"

	"github.com/baopu/baopu/internal/zh/trie"
	"github.com/baopu/baopu/loader/reading"
)

// Kind says what a title gives its holder.
type Kind uint8

// The kinds of title.
const (
	Office     Kind = iota
	Group           // 市领导: a rank, no seat
	Occupation      // 司机: no office
)

// Title is one title in a text.
type Title struct {
	Start, End int            // in the text given to At
	Text       string         // without the words of Status: 代市长 → 市长
	Head       string         // 书记
	Level      string         // the jurisdiction's own word: 市 of 市委 and of 市长; "" none
	Organ      string         // the body in front, with its level: 市委, 市人大常委会, 国务院; "" none
	Status     reading.Status // "" unless the title itself says
	Kind       Kind
	Seat       bool // held by one person at a time, as long as nothing makes it a deputy
	Bare       bool // head only, no organ, department or modifier: 书记, 主任, 局长
}

// piece is one element as parsed.
type piece struct {
	start, end int
	class      class
	word, held string
}

// longest bounds the elements of one title; real ones stay below it.
const longest = 8

// At is the longest title that starts at i. The second result is false if none does.
func At(text []rune, i int) (Title, bool) {
	words := elements()
	if i >= len(text) || words.Next(trie.Root, text[i]) == trie.Root {
		return Title{}, false // most characters begin none
	}
	p := parser{text: text, words: words}
	p.grow(i, status|level|polity|organ|department|elide|modifier|head)
	if p.best == 0 {
		return Title{}, false
	}
	return p.title(), true
}

type parser struct {
	text  []rune
	words *trie.Trie[element]
	stack [longest]piece
	depth int
	found [longest]piece
	best  int // elements in found, 0 none
}

// grow tries every element of an allowed class at i, longest first is not needed: the longest whole title wins, and of
// equal ones that with fewer elements.
func (p *parser) grow(i int, allowed class) {
	if p.depth == longest {
		return
	}
	n := trie.Root
	for j := i; j < len(p.text); j++ {
		if n = p.words.Next(n, p.text[j]); n == trie.Root {
			return
		}
		e, _ := p.words.At(n)
		for fit := e.class & allowed; fit != 0; fit &= fit - 1 {
			c := fit & -fit
			if c == organ && p.twice(e.word) {
				continue
			}
			p.stack[p.depth] = piece{i, j + 1, c, e.word, e.held}
			p.depth++
			if c&(head|elideHead) != 0 {
				p.keep()
			} else {
				p.grow(j+1, follows(c))
			}
			p.depth--
		}
	}
}

// twice tells an organ that names the level in front of it once more: the first 村 of 白石村村委会主任 is the village's.
func (p *parser) twice(word string) bool {
	return p.depth > 0 && p.stack[p.depth-1].class == level && strings.HasPrefix(word, p.stack[p.depth-1].word)
}

func (p *parser) keep() {
	last := p.stack[p.depth-1]
	end := last.end
	if end < len(p.text) && strings.ContainsRune(bodies[last.word], p.text[end]) {
		return // 秘书处, 委员会: a body, no person
	}
	if end+1 < len(p.text) && p.text[end] == '席' && p.text[end+1] == '就' {
		return // 在主席台执行主席席就座
	}
	if p.best > 0 {
		old := p.found[p.best-1].end
		if end < old || end == old && p.depth >= p.best {
			return
		}
	}
	p.best = p.depth
	p.found = p.stack
}

func (p *parser) title() Title {
	list := p.found[:p.best]
	last := list[len(list)-1]
	t := Title{Start: list[0].start, End: last.end, Head: last.word, Bare: true}
	t.Seat = last.class == seat || last.class == elideHead
	switch last.class {
	case group:
		t.Kind = Group
	case occupation:
		t.Kind = Occupation
	}
	for _, e := range list {
		if e.class == status {
			t.Status = stronger(t.Status, reading.Status(e.held))
			continue
		}
		t.Text += e.word
		t.note(e)
	}
	t.candidate(p.text)
	switch {
	case t.Level != "":
	case t.Kind == Office && strings.HasPrefix(t.Head, "村"):
		t.Level = "村" // 村支书
	default:
		t.Level = headLevel(t.Head)
	}
	return t
}

// note takes what one element says.
func (t *Title) note(e piece) {
	switch word := e.word; e.class {
	case level, polity:
		t.Organ, t.Level, t.Bare = word, word, false
	case organ:
		if t.Organ == "" && t.Level == "" {
			t.Level = organLevel(word)
		}
		t.Organ += word
		t.Bare = false
	case department, elide:
		t.Bare = false
	case modifier:
		t.Bare = false
		if deputies[word] {
			t.Seat = false
		}
	}
}

// stronger is the status that says more: 原代市长 is a former post.
func stronger(a, b reading.Status) reading.Status {
	if a == reading.Former || b == reading.Former {
		return reading.Former
	}
	if a != "" && b == reading.Current {
		return a
	}
	return b
}

// deputies are the modifiers that give a post several holders.
var deputies = map[string]bool{"副": true, "助理": true, "常务": true, "执行": true, "执行副": true, "第一副": true, "联席": true, "联合": true, "名誉": true, "荣誉": true, "永远名誉": true, "永远荣誉": true, "永久名誉": true, "永久荣誉": true}

// organLevel is the level that an organ's own name begins with: 团市委, 村党支部.
func organLevel(word string) string {
	for _, w := range []string{"村", "社区", "居委会"} {
		if strings.HasPrefix(word, w) {
			return "村"
		}
	}
	r := []rune(word)
	if len(r) == 3 && r[0] == '团' && r[2] == '委' {
		return string(r[1])
	}
	return ""
}

// bodies are what may follow a head to make a body or a thing of it.
var bodies = map[string]string{
	"秘书": "处", "总秘书": "处", "书记": "处", "委员": "会", "主席": "团国令台", "总统": "府", "总理": "府", "首相": "府", "会长": "单", "理事": "会国", "董事": "会",
	"监事": "会", "议员": "团", "记者": "会站团", "专家": "组", "校长": "室", "部长": "级通", "县长": "办", "市长": "热", "大使": "馆", "领事": "馆", "总领事": "馆", "代表": "团队", "全国人大代表": "选名资团会建议候",
}

// headLevel is the jurisdiction that a head itself names: 市 of 市长 and 市领导.
func headLevel(head string) string {
	r := []rune(head)
	if len(r) < 2 {
		return ""
	}
	switch string(r[1:]) {
	case "长", "领导", "级领导", "长助理":
		switch r[0] {
		case '市', '县', '区', '省', '州', '旗', '盟', '镇', '乡', '村':
			return string(r[0])
		}
	case "治区领导":
		return "自治区"
	}
	return ""
}

// candidate takes 候选人 and the like behind a title: the post is proposed.
func (t *Title) candidate(text []rune) {
	if t.Kind != Office || t.End == len(text) {
		return
	}
	switch text[t.End] {
	case '候', '人', '提':
	default:
		return
	}
	for _, w := range [...]string{"提名人选", "候选人", "候任人", "人选", "提名人"} {
		if n := utf8.RuneCountInString(w); t.End+n <= len(text) && string(text[t.End:t.End+n]) == w {
			t.End += n
			t.Status = reading.Proposed
			return
		}
	}
}
