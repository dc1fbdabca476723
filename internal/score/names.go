package score

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/baopu/baopu/loader/facts"
)

// normal is a name as names are compared: NFKC, without white space and quotation marks, one form of the middle dot.
func normal[S ~string](s S) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '•' || r == '‧':
			return '·'
		case unicode.IsSpace(r) || r >= 0x1c && r <= 0x1f || strings.ContainsRune("《》“”\"'‘’", r):
			return -1
		}
		return r
	}, norm.NFKC.String(string(s)))
}

// normals is the distinct normal forms of names, in order.
func normals(names []string) []string {
	var out []string
	for _, s := range names {
		if n := normal(s); !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

func bares(names []string) []key {
	out := make([]key, len(names))
	for i, s := range names {
		out[i] = bare(s)
	}
	return out
}

// known is the one key of a field, none where the field is unknown.
func known(field facts.Maybe) []key {
	if field == "" {
		return nil
	}
	return []key{bare(string(field))}
}

func length(s string) int { return utf8.RuneCountInString(s) }

// byLength is a and b, the shorter first, as they come where they are equally long.
func byLength(a, b string) (short, long string) {
	if length(b) < length(a) {
		return b, a
	}
	return a, b
}

// sameName: equal, or one is the other with a longer head (市发改委 / 乌海市发改委), at least half of it and at least
// `least` characters.
func sameName(a, b string, least int) bool {
	if a == "" || b == "" {
		return false
	}
	short, long := byLength(a, b)
	return a == b || length(short) >= least && 2*length(short) >= length(long) && strings.HasSuffix(long, short)
}

// rank is the words that change the rank when they stand in front of a title.
var rank = [...]string{
	"副", "代", "常务", "助理", "原", "前", "前任", "名誉", "候补", "总", "支", "第一", "首席", "高级", "执行", "新闻", "大", "主任", "署理",
	"常任", "荣誉",
}

// sameTitle: equal, or one is the other with its organ in front (国务院总理 / 总理), unless what is in front changes the
// rank (副市长 / 市长).
func sameTitle(a, b string) bool {
	if a == "" || b == "" {
		return false
	}
	if a == b {
		return true
	}
	short, long := byLength(a, b)
	front, ok := strings.CutSuffix(long, short)
	return ok && length(short) >= 2 && !slices.ContainsFunc(rank[:], func(w string) bool { return strings.HasSuffix(front, w) })
}

// sameDocument: titles are equal, or one stands inside the other, ends alike and is at least half of it.
func sameDocument(a, b string) bool {
	if a == "" || b == "" {
		return false
	}
	short, long := byLength(a, b)
	return a == b || length(short) >= 4 && 2*length(short) >= length(long) && strings.Contains(long, short) && tail(short) == tail(long)
}

// tail is the last two characters.
func tail(s string) string {
	r := []rune(s)
	return string(r[max(0, len(r)-2):])
}

// sameIndicator: names of one figure are equal, one inside the other, or share two thirds of the shorter one's characters.
func sameIndicator(a, b facts.Maybe) bool {
	x, y := normal(a), normal(b)
	if x == "" || y == "" {
		return x == y
	}
	short, long := byLength(x, y)
	shared := 0
	for _, r := range short {
		if strings.ContainsRune(long, r) {
			shared++
		}
	}
	return strings.Contains(long, short) || 3*shared >= 2*length(short)
}

// datesAgree: one is unknown, or they are equal as far as the less exact one goes.
func datesAgree(a, b facts.Maybe) bool {
	return a == "" || b == "" || strings.HasPrefix(string(a), string(b)) || strings.HasPrefix(string(b), string(a))
}

func equal(a, b key) bool { return a == b }

func named(least int) func(a, b key) bool {
	return func(a, b key) bool { return sameName(a.parts[0], b.parts[0], least) }
}

// tuples compares position `name` as names, position `title` as titles, the rest by equality; -1 for no such position.
func tuples(name, title int) func(a, b key) bool {
	return func(a, b key) bool {
		for i := range min(a.size, b.size) {
			x, y := a.parts[i], b.parts[i]
			ok := x == y
			switch i {
			case name:
				ok = sameName(x, y, 2)
			case title:
				ok = sameTitle(x, y)
			}
			if !ok {
				return false
			}
		}
		return true
	}
}
