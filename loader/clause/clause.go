// Package clause gives one sentence its grammar: which words report and which only describe, who is the subject and the
// object of a predicate, where and when it is said to happen. Events and agreements are read from it.
package clause

import (
	"regexp"
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// Clause is the sentence being read, with the place that the reader has come to.
type Clause struct {
	D        *discourse.Discourse
	Sentence discourse.Sentence
	Tokens   []discourse.Token
	Words    []reading.Span // somebody's words
	Last     int            // token of the last main predicate, -1 none; the reader sets it
	Subject  []Party        // its subject
	Topic    *Party         // whom 他 means before anyone is named in the sentence; nil unknown
	invites  bool           // somebody invites others in it
	writes   bool           // somebody writes in it, or tells the press
	relative []int          // by token: 1 + index of the person that a relative clause holding it describes, 0 none
}

// New reads sentence of d, of which words are what people say.
func New(d *discourse.Discourse, sentence discourse.Sentence, words ...reading.Span) *Clause {
	c := &Clause{D: d, Sentence: sentence, Tokens: d.Rest(sentence), Words: words, Last: -1}
	text := c.Text(0, len(c.Tokens))
	c.invites, c.writes = strings.Contains(text, "邀"), c.peopled(0, len(c.Tokens)) && zh.Holds(text, writing[:]...)
	c.subordinate()
	return c
}

// Party is somebody who may take part in what happens: a Person, Org or Place of the article.
type Party struct {
	Kind discourse.Kind
	Name string
	Span reading.Span
}

// Silent is true for a token that reports nothing: in somebody's words, or in a relative clause.
func (c *Clause) Silent(i int) bool {
	_, said := c.Voice(i)
	return said || c.described(i) > 0
}

// Voice is the words of somebody in which token i stands; said is false where it stands in nobody's.
func (c *Clause) Voice(i int) (words reading.Span, said bool) {
	for _, w := range c.Words {
		if t := c.Tokens[i]; t.Start >= w.Start && t.End <= w.End {
			return w, true
		}
	}
	return reading.Span{}, false
}

// From is where the subject of the predicate at token i begins: after the last predicate, and after its object if it
// takes a person.
func (c *Clause) From(i int) int {
	reported := c.reported(i)
	if c.Last < 0 || c.Last < reported {
		return reported
	}
	from := c.Last + 1
	if c.InCompany(c.Last) || c.Escorted(c.Last) {
		return from // 在甲陪同下来到某市考察, 甲陪同乙考察
	}
	if c.Tokens[c.Last].Is(discourse.Meet | discourse.Accompany | discourse.Appoint | discourse.Talk | discourse.Call) {
		for from < i && c.Tokens[from].Kind != discourse.Comma && c.Tokens[from].Kind != discourse.Semi {
			from++
		}
	}
	return from
}

// reported is the token behind 表示， where a body tells before token i what happened, which acts in none of it: 外交部5日表示，某某会见了…. 0
// if none does.
func (c *Clause) reported(i int) int {
	for j := i - 1; j > 0; j-- {
		t := c.Tokens[j]
		if t.Kind == discourse.Person && c.described(j) == 0 {
			continue
		}
		if t.Is(discourse.Say) && !t.Is(discourse.Speak) && c.Tokens[j+1].Kind == discourse.Comma && !c.peopled(0, j) {
			return j + 2
		}
	}
	return 0
}

// Parties is the subject of the predicate at token i, with those joined to it by 同; the last predicate's where its own is
// dropped.
func (c *Clause) Parties(i int) []Party {
	if list := c.Inverted(i); len(list) > 0 {
		return list
	}
	list := c.Between(c.From(i), i)
	if len(list) == 0 || c.passed(list, i) {
		return c.alone(i)
	}
	if c.Joins(list[0]) {
		return Unique(append(slices.DeleteFunc(slices.Clone(c.alone(i)), c.faced), list...))
	}
	return list
}

// alone is the last predicate's subject without those with whom it did only what an earlier clause tells: 甲访问某国，同|乙|共同主持会议，出席论坛.
func (c *Clause) alone(i int) []Party {
	first := c.Comma(i) + 1
	if zh.Holds(c.Text(first, i+1), "共同", "一同", "一道", "一起") && !c.Tokens[first].Is(discourse.And) {
		return c.Subject
	}
	partner := func(p Party) bool {
		j := slices.IndexFunc(c.Tokens[:first], func(t discourse.Token) bool { return t.Start == p.Span.Start })
		from := c.Comma(max(j, 0)) + 1
		return j > from && c.Tokens[from].Is(discourse.And) && c.D.String(c.Tokens[from].Span) == "同" && j+1 < len(c.Tokens) && strings.HasPrefix(c.D.String(c.Tokens[j+1].Span), "共同")
	}
	if !slices.ContainsFunc(c.Subject, partner) {
		return c.Subject
	}
	return slices.DeleteFunc(slices.Clone(c.Subject), partner)
}

// Inverted is the persons whom the clause of the predicate at token i puts behind it: 主持会议的是甲, 先后发言的有乙、丙和丁.
func (c *Clause) Inverted(i int) []Party {
	if !c.Tokens[i].Is(discourse.Host | discourse.Speak) {
		return nil
	}
	for j := i + 1; j+2 < len(c.Tokens) && j <= i+longestObject && !c.Tokens[j].Mark(); j++ {
		if !c.Tokens[j].Is(discourse.Of) || !c.reveals(j+1) {
			continue
		}
		var out []Party
		for k := j + 2; k < len(c.Tokens); k++ {
			t := c.Tokens[k]
			if t.Mark() && t.Kind != discourse.Dun && t.Kind != discourse.Paren {
				break
			}
			if t.Kind == discourse.Person {
				out = append(out, Party{Kind: t.Kind, Name: c.D.Name(t), Span: t.Span})
			}
		}
		return Unique(out)
	}
	return nil
}

// longestObject is how many tokens may stand between such a predicate and 的.
const longestObject = 3

// faced is true for whom the subject of an earlier clause met: 甲同|乙|举行会谈，并同丙共同主持会议.
func (c *Clause) faced(p Party) bool {
	for j, t := range c.Tokens {
		if t.Start != p.Span.Start {
			continue
		}
		for k := j - 1; k > c.Comma(j); k-- {
			if t := c.Tokens[k]; t.Is(discourse.And) && c.D.String(t.Span) == "同" && len(c.Between(c.Comma(j)+1, k)) > 0 {
				return c.Noted(j, discourse.Talk|discourse.Meet|discourse.Call) || slices.ContainsFunc(c.Tokens[j:], func(t discourse.Token) bool { return t.Is(discourse.Talk | discourse.Meet | discourse.Call) })
			}
		}
	}
	return false
}

// passed is true where list is only places that the clauses before that of token i name behind their verbs, where somebody did something
// before: 某某出席某国总统就职仪式，并访问某国，会见.
func (c *Clause) passed(list []Party, i int) bool {
	comma := c.Comma(i)
	if len(c.Subject) == 0 || comma < 1 || c.Subject[0].Kind != discourse.Person ||
		!c.Tokens[i].Is(discourse.Meet|discourse.Visit|discourse.Travel|discourse.Inspect|discourse.Attend) {
		return false
	}
	for _, p := range list {
		if p.Kind != discourse.Place || p.Span.Start > c.Tokens[comma].Start {
			return false
		}
	}
	for j := c.From(i); j < comma; j++ {
		if t := c.Tokens[j]; t.Kind == discourse.Place && j > 0 && c.Tokens[j-1].Mark() {
			return false
		}
	}
	return true
}

// Joins is true where 同 before p has nobody else before it in its clause: ，并同甲共同主持 has the subject of before.
func (c *Clause) Joins(p Party) bool {
	for j, t := range c.Tokens {
		if t.Start != p.Span.Start {
			continue
		}
		for j--; j >= 0; j-- {
			switch t := c.Tokens[j]; {
			case t.Kind == discourse.Place || t.Kind == discourse.Org || t.Kind == discourse.Text || t.Is(discourse.Organ):
				continue
			case t.Is(discourse.And):
				return j == 0 || c.Tokens[j-1].Mark() || c.Tokens[j-1].Kind == discourse.Text && zh.EndsWith(c.D.String(c.Tokens[j-1].Span), "并", "还", "又", "再")
			}
			return false
		}
	}
	return false
}

// Own is the subject that stands in the text before token i, nil if it is dropped.
func (c *Clause) Own(i int) []Party { return c.Between(c.From(i), i) }

// Object is the persons and bodies after the predicate at token i, up to the next comma or main verb.
func (c *Clause) Object(i int) []Party {
	from, end := i+1, i+1
	for end < len(c.Tokens) {
		t := c.Tokens[end]
		if t.Kind == discourse.Comma && discourse.InTitle(c.Tokens, end) && !c.peopled(from, end) && !c.delegated(from, end) {
			from = end + 1 // 会见甲集团副总裁，乙公司董事长某某: one person's posts
		} else if t.Kind == discourse.Comma || t.Kind == discourse.Semi || t.Kind == discourse.Stop {
			break
		}
		if c.described(end) == 0 && t.Is(discourse.Sign|discourse.Speak|discourse.Attend|discourse.Host) {
			break
		}
		end++
	}
	return c.Between(from, end)
}

// delegated is true where a delegation, which is an object by itself, stands from token a to token b: 会见了代表团一行，秘书长某某参加会见.
func (c *Clause) delegated(a, b int) bool {
	return slices.ContainsFunc(c.Tokens[a:b], func(t discourse.Token) bool { return t.Is(discourse.Party) || c.D.Delegation(t) })
}

// peopled is true where a person stands from token a to token b.
func (c *Clause) peopled(a, b int) bool {
	return slices.ContainsFunc(c.Tokens[a:b], func(t discourse.Token) bool { return t.Kind == discourse.Person })
}

// Between is the persons, delegations and bodies named from token a to token b that are no part of a title and that no
// preposition governs.
func (c *Clause) Between(a, b int) []Party {
	var out []Party
	for j := a; j < b; j++ {
		t := c.Tokens[j]
		if !mayAct(t) || c.described(j) > 0 || c.governed(j) || c.invites && c.inviting(j) || c.Doctrine(j) || c.possessor(j) {
			continue
		}
		switch t.Kind {
		case discourse.Person:
			if c.sends(t) || c.writes && c.wrote(j, b) {
				continue // who is sent is meant
			}
		case discourse.Org, discourse.Place:
			if discourse.Titular(c.Tokens, j) || c.naming(j) || t.Kind == discourse.Place && (c.Located(j) || c.vague(t)) || t.Kind == discourse.Org && c.attended(j) {
				continue
			}
		default:
			if t.Is(discourse.Pronoun) && c.Topic != nil && c.refers(j) {
				out = append(out, *c.Topic)
				continue
			}
			if !t.Is(discourse.Party) || j > 0 && c.Tokens[j-1].Kind == discourse.Person || j+1 < len(c.Tokens) && zh.BeginsWith(c.D.String(c.Tokens[j+1].Span), "团长", "负责人") ||
				j+2 < len(c.Tokens) && c.D.String(c.Tokens[j+1].Span) == "成员" && c.Tokens[j+2].Kind == discourse.Dun {
				continue // 代表团成员、某局局长某某: he, not all of them
			}
			if p, ok := c.Delegation(); ok {
				out = append(out, Party{Kind: discourse.Org, Name: p, Span: t.Span})
			}
			continue
		}
		out = append(out, Party{Kind: t.Kind, Name: c.D.Name(t), Span: t.Span})
	}
	return Unique(out)
}

// attended is true for the body at token j to which, or to whose assembly, somebody goes: 出席某国大会期间会见.
func (c *Clause) attended(j int) bool {
	return j > 0 && c.Tokens[j-1].Is(discourse.At|discourse.Travel|discourse.Attend)
}

// mayAct is true for a token of a kind that may take part in something, as few are.
func mayAct(t discourse.Token) bool {
	switch t.Kind {
	case discourse.Person, discourse.Org, discourse.Place:
		return true
	}
	return t.Is(discourse.Pronoun | discourse.Party)
}

// refers is true for a pronoun at token j that is who acts, with nobody named before it: 当天，他率代表团来访.
func (c *Clause) refers(j int) bool {
	if j+1 < len(c.Tokens) && c.Tokens[j+1].Is(discourse.Of) {
		return false
	}
	for k := range j {
		if c.Tokens[k].Kind == discourse.Person || c.Tokens[k].Is(discourse.Pronoun) {
			return false
		}
	}
	return j == 0 || c.Tokens[j-1].Mark() || c.Tokens[j-1].Kind == discourse.Date
}

// Located is true where the place at token j says where, not who: after 在, 来, 赴, or after another place that does.
func (c *Clause) Located(j int) bool {
	if c.D.Goes(c.Tokens[j]) {
		return true
	}
	for j > 0 && (c.Tokens[j-1].Kind == discourse.Place || c.Tokens[j-1].Kind == discourse.Dun || c.capital(j-1) || c.towns(j-1)) {
		j--
	}
	return j > 0 && (c.Tokens[j-1].Is(discourse.At|discourse.Travel|discourse.Visit|discourse.Inspect) || c.doing(j-1))
}

// towns is true for the 和 at token j that joins two towns, which say where: 在吉隆坡和布城会见.
func (c *Clause) towns(j int) bool {
	if j == 0 || j+1 >= len(c.Tokens) || c.D.String(c.Tokens[j].Span) != "和" {
		return false
	}
	for _, t := range [...]discourse.Token{c.Tokens[j-1], c.Tokens[j+1]} {
		if t.Kind != discourse.Place || discourse.Country(c.D.Places[t.Index]) {
			return false
		}
	}
	return true
}

// doing is true for 正在 at token j, which says where too.
func (c *Clause) doing(j int) bool {
	return c.Tokens[j].Is(discourse.Future) && strings.HasSuffix(c.D.String(c.Tokens[j].Span), "在")
}

// capital is true for the word at token j that joins a country or province to its seat, or to another city of it: 某国首都某城.
func (c *Clause) capital(j int) bool {
	if j == 0 || c.Tokens[j].Kind != discourse.Text || c.Tokens[j-1].Kind != discourse.Place && !c.Tokens[j-1].Is(discourse.At) {
		return false
	}
	return capitals.MatchString(c.D.String(c.Tokens[j].Span))
}

// capitals is what joins a state or a province to a city or a part of it: 首都, 澳首都, 南部港口城市, 西南部.
var capitals = regexp.MustCompile(`^(?:\p{Han}?首都|首府|省会|[东西南北中]{1,2}部|(?:[东西南北中]{1,2}部)?\p{Han}{0,4}(?:城市|名城|重镇|小城))$`)

// Delegation is the article's first delegation, which 代表团 alone stands for.
func (c *Clause) Delegation() (string, bool) {
	for i, o := range c.D.Organizations {
		if o.Type == "delegation" {
			return c.D.Name(discourse.Token{Kind: discourse.Org, Index: i}), true
		}
	}
	return "", false
}

// Day is the date that the predicate at token i speaks of.
func (c *Clause) Day(i int) (discourse.Day, bool) {
	return c.D.DayOf(c.Sentence, c.Sentence.First+i)
}

// Next is the first token after i that is no text in brackets.
func (c *Clause) Next(i int) discourse.Token {
	for i++; i < len(c.Tokens); i++ {
		if c.Tokens[i].Kind != discourse.Paren {
			return c.Tokens[i]
		}
	}
	return discourse.Token{Kind: discourse.Stop}
}

// Comma is the index of the mark before token i that opens its own clause, -1 at the sentence's beginning.
func (c *Clause) Comma(i int) int {
	for i--; i >= 0; i-- {
		if k := c.Tokens[i].Kind; k == discourse.Comma || k == discourse.Semi {
			return i
		}
	}
	return -1
}

// Text is the text of tokens a to b.
func (c *Clause) Text(a, b int) string {
	if a >= b {
		return ""
	}
	return c.D.String(reading.Span{Start: c.Tokens[a].Start, End: c.Tokens[b-1].End})
}

// Noted is true where a word of the class stands in the clause of token i before it.
func (c *Clause) Noted(i int, class discourse.Class) bool {
	for j := c.Comma(i) + 1; j < i; j++ {
		if c.described(j) == 0 && c.Tokens[j].Is(class) {
			return true
		}
	}
	return false
}
