package name

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
)

// maxRun is the longest stretch of transliteration that is taken for one name or part of a name.
const maxRun = 8

// sharePart is the log of the share of one part among those that minorities' names are made of.
const sharePart = -6

// minority finds names put together from parts: 斯琴 毕力格, 洛桑 江村; behind a surname too (白额尔敦).
func (f *Finder) minority(s *char) {
	f.parts(f.at, -1)
	if s.isSurname {
		f.parts(f.at+1, float64(s.surname)-4)
	}
}

func (f *Finder) parts(i int, p float64) {
	if p < 4*sharePart || i >= len(f.text) {
		return
	}
	f.t.parts.Each(f.text, i, func(_, end int) {
		e := p + sharePart
		if end-f.at == 2 {
			e -= 2.5
		}
		f.judge(end, Minority, e)
		if end < len(f.text) && strings.ContainsRune("措姆吉杰加太本毛卓旦", f.text[end]) {
			f.judge(end+1, Minority, e-3)
		}
		f.parts(end, p+sharePart)
	})
}

// famous finds names that the dictionary knows and no other grammar allows.
func (f *Finder) famous(c *char) {
	words := f.words.At(f.at)
	for k := range words {
		w := &words[k]
		n := w.End - f.at
		switch {
		case n < 2 || n > 6:
		case w.Tag == "nrt":
			f.judge(w.End, Foreign, -11)
		case n <= 3 && c.isForeign && (w.Tag == "ns" || w.Tag == "nr"):
			f.judge(w.End, Foreign, -13)
		}
	}
}

// foreign finds a run of characters of transliteration: 泽连斯基.
func (f *Finder) foreign() {
	p := -2.5
	for i := f.at; i < len(f.text) && i < f.at+maxRun; i++ {
		c := f.peek(i)
		if c == nil || !c.isForeign {
			return
		}
		p += float64(c.foreign)
		if n := i + 1 - f.at; n >= 2 {
			f.judge(i+1, Foreign, p-2/float64(n))
			f.regnal(i+1, p+2)
		}
	}
}

// regnal adds a monarch's number behind a name that ends at i: 费利佩 in 费利佩六世.
func (f *Finder) regnal(i int, p float64) {
	if f.text[i-1] == '第' {
		return // 第四世国王
	}
	for n := 1; n <= 3 && i+n < len(f.text); n++ {
		if f.text[i+n] == '世' {
			f.judge(i+n+1, Foreign, p)
		}
		if !strings.ContainsRune("一二三四五六七八九十", f.text[i+n-1]) {
			return
		}
	}
}

// joins reports whether r stands between parts of a transliterated name.
func joins(r rune) bool { return r == zh.MiddleDot || r == '-' }

// maxLatin is the longest stretch of letters that is taken for a part of a name.
const maxLatin = 12

// jointAhead tells whether what joins parts of names stands near enough for the part at the offset to end there.
func (f *Finder) jointAhead() bool {
	if f.at < f.since || f.at > f.joint {
		f.since, f.joint = f.at, f.at
		for f.joint < len(f.whole) && !joins(f.whole[f.joint]) {
			f.joint++
		}
	}
	return f.joint <= f.at+maxLatin && f.joint+1 < len(f.text)
}

// dotted finds names of segments joined by middle dots or hyphens, and reports whether one begins at the offset. Latin
// initials count as segments. Before a dot any Han characters may stand; where the last segment ends the words tell.
func (f *Finder) dotted() bool {
	i, e := f.at, 12.0
	for {
		end, v, ok := f.segment(i)
		if !ok {
			break
		}
		e += v
		i = end + 1
	}
	if i == f.at || e < 8 {
		return false
	}
	if end := f.latin(i); end > i {
		f.add(end, Dotted, e)
		return true
	}
	words := f.segments(i)
	for p, j := 0.0, i; j < len(f.text) && j < i+maxRun && zh.IsHan(f.text[j]); j++ {
		if c := f.t.char(f.text[j]); c.isForeign {
			p += float64(c.foreign)
		} else {
			p -= 11
		}
		gain := p + words.rest[j+1-i] - words.rest[0]
		if j == i {
			gain -= 3
		}
		f.add(j+1, Dotted, e+gain/2)
		f.regnal(j+1, 0)
	}
	return f.n > 0
}

// latin is the end of the Latin letters at i.
func (f *Finder) latin(i int) int {
	end := i
	for end < len(f.text) && zh.IsLatin(f.text[end]) && end < i+maxLatin {
		end++
	}
	return end
}

// segment is the end of the part of a dotted name from i up to a dot, and how much its characters are those of names. False
// if no dot follows it.
func (f *Finder) segment(i int) (end int, e float64, ok bool) {
	if end = f.latin(i); end == i {
		for end < len(f.text) && zh.IsHan(f.text[end]) && end <= i+maxRun {
			if !f.t.char(f.text[end]).isForeign && i == f.at {
				e -= 2.5
			}
			end++
		}
	}
	ok = end > i && end+1 < len(f.text) && joins(f.text[end]) && (zh.IsHan(f.text[end+1]) || zh.IsLatin(f.text[end+1]))
	return end, e, ok
}
