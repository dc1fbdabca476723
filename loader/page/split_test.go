package page_test

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/page"
	"github.com/baopu/baopu/loader/page/pagescore"
)

// counts is how often each code point that is no space stands in texts, radicals folded.
func counts(texts ...string) map[rune]int {
	out := map[rune]int{}
	for _, s := range texts {
		for _, r := range s {
			if r = zh.Radical(r); r >= ' ' && !unicode.IsSpace(r) && r != '\u200b' && r != '\ufeff' {
				out[r]++
			}
		}
	}
	return out
}

// check holds a page to its promises: nothing of the source is lost or doubled, and every code point of an article leads
// back to the same one in the source.
func check(tb testing.TB, src string) {
	tb.Helper()
	p := page.Split(src)
	var texts []string
	if len(p.Articles) != len(p.Origins) {
		tb.Fatalf("%d articles, %d origins", len(p.Articles), len(p.Origins))
	}
	lines := sourceLines(src)
	for i := range p.Articles {
		a := &p.Articles[i]
		t := a.Text()
		texts = append(texts, t.String())
		for k, r := range t.Runes {
			at, ok := p.Origins[i].At(k)
			if unicode.IsSpace(r) {
				continue
			}
			if !ok || int(at.Line) >= len(lines) || int(at.Column) >= len(lines[at.Line]) {
				tb.Fatalf("article %d, offset %d (%q): no place in the source: %v", i, k, r, at)
			}
			if from := lines[at.Line][at.Column]; zh.Radical(from) != r && !composed(r, from) {
				tb.Fatalf("article %d, offset %d is %q, its place holds %q", i, k, r, from)
			}
		}
	}
	for _, r := range append(p.Furniture, p.Remainders...) {
		texts = append(texts, r.Text)
	}
	want, got := counts(norm.NFC.String(src)), counts(texts...)
	for r, n := range want {
		if got[r] != n && r != utf8Error {
			tb.Fatalf("%q: %d in the source, %d in the page", r, n, got[r])
		}
	}
}

// composed reports whether r and from can be one code point before and after composition, or marks put in order by it.
func composed(r, from rune) bool {
	parts := []rune(norm.NFD.String(string(r)))
	return len(parts) > 1 && slices.Contains([]rune(norm.NFD.String(string(from))), parts[0]) ||
		unicode.Is(unicode.M, r) || unicode.Is(unicode.M, from) || norm.NFC.String(string(from)) != string(from)
}

const utf8Error = '\ufffd'

func sourceLines(s string) [][]rune {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n").Replace(s)
	var out [][]rune
	for _, l := range strings.Split(s, "\n") {
		out = append(out, []rune(l))
	}
	return out
}

func TestNothingIsLost(t *testing.T) {
	for _, stem := range [...]string{"wuhai-daily-page-1", "hebi-20170216-p1", "hebi-20170216-p2", "yanbian-20190619-p1", "yanbian-20190619-p2", "sanming-20110129-p1", "kashi-20201208-p3", "bayannur-20191106-p1", "dianyun-20240226-p4"} {
		t.Run(stem, func(t *testing.T) { check(t, dump(t, stem)) })
	}
	as := pool(t)[:40]
	for n := range uint64(10) {
		l := pagescore.RandomLayout(n)
		t.Run(l.String(), func(t *testing.T) { check(t, pagescore.Typeset(as[4*n:4*n+4], l)) })
	}
}

func FuzzSplit(f *testing.F) {
	f.Add(dump(f, "wuhai-daily-page-1"))
	f.Add(dump(f, "hebi-20170216-p2"))
	f.Add("（下转第二版）\n（上接第一版）昨日，\n\n（张三 摄\n）\f●▲【】\n一、\n")
	f.Add("本报讯（记者\n本报讯（记者\n政 策 创 新 ， 等\n——\n（）\n2019年11月5日\n市局\n2019年11月5日")
	f.Fuzz(func(t *testing.T, src string) {
		if len(src) > 1<<15 {
			return
		}
		check(t, strings.ToValidUTF8(src, ""))
	})
}

// TestLongText: a long text costs in proportion to its length.
func TestLongText(t *testing.T) {
	one := dump(t, "yanbian-20190619-p1")
	spent := func(n int) time.Duration {
		s := strings.Repeat(one, n)
		best := time.Hour
		for range 3 { // the least of three: other work on the machine only adds
			start := time.Now()
			page.Split(s)
			best = min(best, time.Since(start))
		}
		return best
	}
	spent(4)
	if small, large := spent(12), spent(96); large > 40*small {
		t.Errorf("12 pages take %v, 96 pages %v: eight times the text, more than forty times the time", small, large)
	}
}

func BenchmarkSplit(b *testing.B) {
	s := dump(b, "yanbian-20190619-p1")
	b.SetBytes(int64(len([]rune(s))))
	for b.Loop() {
		page.Split(s)
	}
}
