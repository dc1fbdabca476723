package credit

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	zhname "github.com/baopu/baopu/internal/zh/name"
)

// token is one word of a credit.
type token struct {
	text string
	tied bool // a slash or a colon ties it to the word before: 图/张三
}

// pair is text and picture as one word.
var pair = regexp.MustCompile(`(?:文字?[/／、·]图片?|图片?[/／、·]文字?)`)

// tokens splits at spaces and at the marks that stand between names, and before a role that a line's break or a careless
// setter left no space before (何志强通讯员 范晓); 文/图 becomes one word, 图文.
func tokens(s string) []token {
	paired := pair.MatchString(s)
	s = pair.ReplaceAllString(s, "图文")
	var out []token
	put := func(text string, tied bool) {
		if text != "" {
			out = append(out, token{text, tied && len(out) > 0})
		}
	}
	tied := false
	for s != "" {
		at := strings.IndexFunc(s, between)
		if at < 0 {
			at = len(s)
		}
		tok := s[:at]
		if name, rest := beforeRole(tok); name != "" {
			put(name, tied)
			tok, tied = rest, false
		} else {
			tok = rest
		}
		if name, ok := strings.CutSuffix(tok, "图文"); ok && paired && name != "" {
			put(name, tied)
			tok, tied = "图文", false
		}
		if name, ok := strings.CutSuffix(tok, "摄"); ok && utf8.RuneCountInString(name) == 1 {
			put(name, tied) // 蓝 天摄
			tok, tied = "摄", false
		}
		put(tok, tied)
		if tok != "" {
			tied = false
		}
		if at == len(s) {
			break
		}
		mark, n := utf8.DecodeRuneInString(s[at:])
		tied = ties(mark) || tied && tok == ""
		s = s[at+n:]
	}
	return out
}

// beforeRole parts a name from the role run together with it (何志强通讯员). What names nobody there is whose the role is, and left out
// (县法院通讯员); name is "" then, and where tok has no such role.
func beforeRole(tok string) (name, rest string) {
	for _, w := range [...]string{"通讯员", "实习生"} {
		before, behind, ok := strings.Cut(tok, w)
		if !ok || utf8.RuneCountInString(before) >= 5 || !IsName(before) || begins(before) {
			continue
		}
		if zhname.Surname([]rune(before), 0) == 0 {
			before = ""
		}
		return before, w + behind
	}
	return "", tok
}

// begins reports whether a role's word begins so (特约通讯员).
func begins(s string) bool {
	return slices.ContainsFunc(roleWords, func(w roleWord) bool { return strings.HasPrefix(w.word, s) })
}

// both reports whether s says that one made text and picture: 文/图.
func both(s string) bool { return pair.MatchString(s) }

func ties(r rune) bool { return strings.ContainsRune("/／：:|｜丨", r) }

// between reports whether r is a space or a mark that stands between names.
func between(r rune) bool {
	return ties(r) || strings.ContainsRune(" \t\u3000\u00a0、，,；（）()\n—■□●◎○", r)
}
