package name

import "github.com/baopu/baopu/internal/zh"

// Logs of the shares of kinds and lengths of names: five in six have two given characters; double surnames are rare.
const (
	shareTwo      = -0.2
	shareOne      = -1.4
	shareDouble   = -6
	shareCompound = -10.7 // of one compound surname
	shareJapanese = -11.5 // of one Japanese surname
)

// han finds names of a single surname: with one or two given characters, a spaced one, or two surnames.
func (f *Finder) han(s *char) {
	e := float64(s.surname)
	f.given(f.at+1, e, Han)
	f.spaced(e)
	if second := f.peek(f.at + 1); second != nil && second.isSurname && !IsPreposition(f.text[f.at]) { // 向|林承安
		if a, b := f.peek(f.at+2), f.peek(f.at+3); a != nil && b != nil {
			f.judge(f.at+4, Han, e+float64(second.surname)+float64(a.first+b.second)+shareDouble)
		}
	}
}

// IsPreposition tells a surname that stands before names as a word far more often than it begins one.
func IsPreposition(r rune) bool {
	switch r {
	case '向', '和', '同', '由', '从':
		return true
	}
	return false
}

// given adds names whose surname, with evidence e, ends at i.
func (f *Finder) given(i int, e float64, k Kind) {
	a := f.peek(i)
	if a == nil {
		return
	}
	f.judge(i+1, k, e+float64(a.only)+shareOne)
	if b := f.peek(i + 1); b != nil {
		both := float64(a.first + b.second)
		if f.text[i] == f.text[i+1] { // 重重, 蓓蓓: doubled given names are a pattern of their own
			both = max(both, float64(a.first)-2.5)
		}
		f.judge(i+2, k, e+both+shareTwo)
	}
}

func (f *Finder) peek(i int) *char {
	if i >= len(f.text) || !zh.IsHan(f.text[i]) {
		return nil
	}
	return f.t.char(f.text[i])
}

// spaced adds 张　晓: one given character after layout spaces and before something else than Han.
func (f *Finder) spaced(e float64) {
	i := f.at + 1
	for i < len(f.text) && i <= f.at+3 && (f.text[i] == ' ' || f.text[i] == '\u3000') {
		i++
	}
	if i == f.at+1 {
		return
	}
	a := f.peek(i)
	if a == nil {
		return
	}
	p := e + float64(a.only) + 1.5
	if f.peek(i+1) != nil {
		p -= 3
	}
	f.judge(i+1, Han, p)
}

// compound finds compound and Japanese surnames and what follows them.
func (f *Finder) compound() {
	f.t.compounds.Each(f.text, f.at, func(_, end int) { f.given(end, shareCompound, Compound) })
	f.t.japanese.Each(f.text, f.at, func(_, end int) {
		f.given(end, shareJapanese, Japanese)
		a, b, c := f.peek(end), f.peek(end+1), f.peek(end+2)
		if a != nil && b != nil && c != nil && (f.text[end+2] == '郎' || f.text[end+2] == '子' || f.text[end+2] == '男') {
			f.judge(end+3, Japanese, shareJapanese+float64(a.first+b.second)-1.5)
		}
	})
}

// judge adds a span by its probability as a name, against the words of the text.
func (f *Finder) judge(end int, k Kind, p float64) {
	f.add(end, k, f.gain(end, p)-f.leftEdge())
}

// leftEdge weighs words that begin before the offset and go on behind it: 程 of 会议程序 begins no name.
func (f *Finder) leftEdge() float64 {
	if !f.known {
		f.known = true
		if w, _, ok := f.words.Crossing(f.at); ok {
			f.left = 0.5 * w.Log
		} else {
			f.left = 0
		}
	}
	return f.left
}
