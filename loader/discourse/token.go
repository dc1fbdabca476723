package discourse

import (
	"cmp"
	"slices"
	"strings"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/reading"
)

// marks is what stands in the text by its own right, in order and without overlap: mentions and dates. The longer wins,
// then the earlier kind of the list.
func (d *Discourse) marks() []Token {
	var all []Token
	add := func(kind Kind, index int, spans []reading.Evidence) {
		for _, e := range spans {
			if 0 <= e.Start && e.Start < e.End && e.End <= len(d.Reading.Text.Runes) && !(kind == Org && d.pairs(e.Start)) {
				all = append(all, Token{Span: e.Span, Kind: kind, Index: index})
			}
		}
	}
	for i, p := range d.People {
		add(Person, i, p.Spans)
	}
	for i, o := range d.Organizations {
		add(Org, i, o.Spans)
	}
	for i, p := range d.Places {
		add(Place, i, p.Spans)
	}
	for i, t := range d.Dates {
		if !d.joins(t, all) {
			all = append(all, Token{Span: t.Span, Kind: Date, Index: i})
		}
	}
	slices.SortStableFunc(all, func(a, b Token) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.Kind, b.Kind))
	})
	out := all[:0]
	end := 0
	for _, t := range all {
		if t.Start >= end {
			out = append(out, t)
			end = t.End
		}
	}
	return out
}

// joins is true for what looks like 同日 where 同 joins a name that begins with 日: 同|日本首相会谈.
func (d *Discourse) joins(t Day, mentions []Token) bool {
	return d.String(t.Span) == "同日" && slices.ContainsFunc(mentions, func(m Token) bool { return m.Start == t.Span.Start+1 })
}

// pairs is true where 两 at offset at begins what names two bodies at once (两地人社局), which is no mention of one.
func (d *Discourse) pairs(at int) bool {
	runes := d.Reading.Text.Runes
	return runes[at] == '两' && at+1 < len(runes) && strings.ContainsRune("地市县区国省校院家州旗", runes[at+1])
}

// scan appends the tokens of one part and gives back the marks that stand after it.
func (d *Discourse) scan(p article.Part, marks []Token) []Token {
	text := p.Start
	flush := func(end int) {
		if text < end {
			d.append(token(text, end, Text))
		}
	}
	for at := p.Start; at < p.End; {
		for len(marks) > 0 && marks[0].Start < at {
			marks = marks[1:]
		}
		t, ok := d.tokenAt(p, text, at, marks)
		if !ok {
			at++
			continue
		}
		flush(at)
		d.append(t)
		at, text = t.End, t.End
	}
	flush(p.End)
	return marks
}

// tokenAt is the token that begins at offset at, false where the run of text goes on that began at offset text.
func (d *Discourse) tokenAt(p article.Part, text, at int, marks []Token) (Token, bool) {
	runes := d.Reading.Text.Runes[:p.End]
	if end, kind, ok := bracketed(runes, at); ok {
		return token(at, end, kind), true
	}
	if len(marks) > 0 && marks[0].Start == at && marks[0].End <= p.End {
		return marks[0], true
	}
	if kind := punctuation(runes, at, p.Kind); kind != Text {
		return token(at, at+1, kind), true
	}
	limit := p.End // a word doesn't run into a mention: 和|平安区, not 和平|安区
	if len(marks) > 0 && marks[0].Start < limit {
		limit = marks[0].Start
	}
	if n, class := word(runes, at, limit); n > 0 && !half(runes, text, at, at+n, limit) {
		return Token{Span: reading.Span{Start: at, End: at + n}, Kind: Word, Class: class}, true
	}
	return Token{}, false
}

// bracketed is the end of the bracket that opens at offset at, with what it makes. An unclosed quotation ends with its
// part; other unclosed brackets are text.
func bracketed(runes []rune, at int) (int, Kind, bool) {
	var kind Kind
	var open, shut rune
	switch open = runes[at]; open {
	case '《':
		kind, shut = Document, '》'
	case '“':
		kind, shut = Quote, '”'
	case '「':
		kind, shut = Quote, '」'
	case '（':
		kind, shut = Paren, '）'
	case '(':
		kind, shut = Paren, ')'
	case '【':
		kind, shut = Paren, '】'
	default:
		return 0, Text, false
	}
	limit := len(runes)
	if kind != Quote && limit > at+longestBracket {
		limit = at + longestBracket
	}
	depth := 0
	for i := at; i < limit; i++ {
		switch {
		case runes[i] == open:
			depth++
		case runes[i] == shut:
			if depth--; depth == 0 {
				return i + 1, kind, true
			}
		}
	}
	return len(runes), kind, kind == Quote
}

// longestBracket keeps an unclosed 《 or （ from being sought through the whole part again and again.
const longestBracket = 120

// punctuation is the kind of the mark at offset at, Text for any other character.
func punctuation(runes []rune, at int, part article.PartKind) Kind {
	switch runes[at] {
	case '，', '：', ':', '│':
		return Comma
	case '—':
		if at > 0 && at+1 < len(runes) && runes[at-1] != '—' && runes[at+1] != '—' && runes[at-1] != '”' && runes[at-1] != ' ' {
			return Text // 甲国—乙国博览会: it joins names, where —— sets off
		}
		return Comma
	case ',':
		if at > 0 && at+1 < len(runes) && digit(runes[at-1]) && digit(runes[at+1]) {
			return Text
		}
		return Comma
	case '、':
		return Dun
	case '；', ';':
		return Semi
	case '。', '！', '？', '!', '?', '…':
		return Stop
	case ' ', '　':
		if part != article.BodyPart && part != article.CaptionPart {
			return Comma
		}
	}
	return Text
}

func digit(r rune) bool { return '0' <= r && r <= '9' }

// Inner is the text inside a bracket token, without its marks.
func (d *Discourse) Inner(t Token) string {
	s := d.String(t.Span)
	for _, pair := range [...][2]string{{"《", "》"}, {"“", "”"}, {"「", "」"}, {"（", "）"}, {"(", ")"}, {"【", "】"}} {
		if rest, ok := strings.CutPrefix(s, pair[0]); ok {
			return strings.TrimSuffix(rest, pair[1])
		}
	}
	return s
}
