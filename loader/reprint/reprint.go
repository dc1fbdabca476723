// Package reprint tells which articles are printings of one text, by a pure function of one article, so that the order of
// loading can't matter.
package reprint

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/article"
)

// shortest is the least length, in normalised characters, of a sentence that can identify a text: shorter ones are formulas
// that unrelated articles share.
const shortest = 24

// sentences is how many of the longest sentences make the key: one may be a quotation that other texts carry too.
const sentences = 2

// Key is the reprint cluster of an article: a digest of its longest sentences after normalisation (script, width, spaces
// and punctuation don't count). It is "" for a text that has too few long sentences to tell.
func Key(a *article.Article) string {
	var long []string
	for _, s := range zh.Sentences(a.Body) {
		if utf8.RuneCountInString(s.Key) >= shortest {
			long = append(long, s.Key)
		}
	}
	slices.SortFunc(long, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) })
	long = slices.Compact(long)
	if len(long) < sentences {
		return ""
	}
	sum := sha256.Sum256([]byte(strings.Join(long[:sentences], "\n")))
	return hex.EncodeToString(sum[:12])
}
