package figure

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/lexicon"
)

// nominal is how many characters of text belong to the noun that it begins with: 志愿者 of 志愿者身着红马甲, 居民 of 居民告别煤炉. A
// verb ends it once a noun has been named, a preposition or adverb wherever it stands.
func nominal(text []rune) int {
	plain := zh.FoldEach(text)
	named := false
	for i := 0; i < len(plain); {
		w, ok := lexicon.Default().Longest(plain, i)
		if !ok {
			i++
			continue
		}
		word := string(plain[i:w.End])
		switch {
		case closes(word, w.Tag, named):
			return i
		case strings.HasPrefix(w.Tag, "n") || w.Tag == "vn":
			named = true
		}
		i = w.End
	}
	return len(plain)
}

// closes is true for a word that no noun goes on with.
func closes(word, tag string, named bool) bool {
	switch {
	case quantifiers[word]:
		return named
	case tag == "", word == "的":
		return false
	case tag == "v" || tag == "vd" || tag == "vi":
		return named
	case tag == "d" || tag == "p":
		return len([]rune(word)) > 1 || named
	}
	return word == "了" || word == "和" && !named
}

// quantifiers say how the counted share in something, not what they are: 农户户均增收, 摊位全部换新.
var quantifiers = map[string]bool{"户均": true, "人均": true, "日均": true, "年均": true, "全部": true, "均": true, "都": true, "免费": true}

// verbal is true where the last word of what counts is a verb that still lacks its object: 制定, 改造.
func verbal(text string) bool {
	plain := zh.FoldEach([]rune(text))
	if len(plain) < 2 {
		return false
	}
	tag := lexicon.Default().Tag(plain[len(plain)-2:])
	return tag == "v" || tag == "vn" && len(plain) == 2
}
