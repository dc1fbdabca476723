package issue

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/article"
)

// whole is the article of halves that go on one in the other, or a lone half marked. It keeps what stands over the first;
// headlines of the others only tell what they go on with. A sentence that breaks off is closed up.
func whole(halves []*article.Article) *article.Article {
	first, last := halves[0], halves[len(halves)-1]
	out := *first
	out.Incomplete = first.ContinuedFrom != "" || last.Jump != ""
	if len(halves) == 1 {
		return &out
	}
	out.Body, out.Captions, out.Bylines = "", nil, slices.Clone(first.Bylines)
	s := seam{of: &out}
	s.note(first.Page, 0, len(out.Text().Runes))
	for i, h := range halves {
		for k, p := range paragraphs(h.Body) {
			s.paragraph(h.Page, p, i > 0 && k == 0)
		}
	}
	for i, h := range halves {
		for _, c := range h.Captions {
			s.caption(h.Page, c)
		}
		for _, by := range h.Bylines {
			if i > 0 && !slices.Contains(out.Bylines, by) {
				out.Bylines = append(out.Bylines, by)
			}
		}
		if out.Agency == "" {
			out.Agency = h.Agency
		}
		if out.Dateline == nil {
			out.Dateline = h.Dateline
		}
	}
	return &out
}

// paragraphs is the paragraphs of a body that have text.
func paragraphs(body string) []string {
	return slices.DeleteFunc(strings.Split(body, "\n"), blank)
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }

// seam writes text to an article, and notes where it comes from.
type seam struct {
	of *article.Article
	n  int // code points of its text so far
}

func (s *seam) note(page string, start, end int) {
	s.n = end
	if k := len(s.of.Pages) - 1; k >= 0 && s.of.Pages[k].Page == page {
		s.of.Pages[k].End = end
		return
	}
	if end > start {
		s.of.Pages = append(s.of.Pages, article.Stretch{Page: page, Start: start, End: end})
	}
}

// paragraph adds a paragraph of a page; goesOn lets it close up with a sentence that breaks off before it.
func (s *seam) paragraph(page, text string, goesOn bool) {
	start := s.n
	switch {
	case s.of.Body == "":
		s.of.Body = text
		start += s.feed()
	case goesOn && breaksOff(s.of.Body):
		s.of.Body += text
	default:
		s.of.Body += "\n" + text
		start += s.feed()
	}
	s.note(page, start, start+len([]rune(text)))
}

func (s *seam) caption(page, text string) {
	s.of.Captions = append(s.of.Captions, text)
	if !blank(text) {
		start := s.n + s.feed()
		s.note(page, start, start+len([]rune(text)))
	}
}

// feed is the line feed before another part of the text.
func (s *seam) feed() int { return min(s.n, 1) }

// breaksOff says whether a text ends inside a sentence.
func breaksOff(text string) bool {
	r := []rune(strings.TrimRight(text, "”’」』）)】 \u3000"))
	return len(r) > 0 && !zh.EndsSentence(r[len(r)-1]) && !strings.ContainsRune("：:；;…—", r[len(r)-1])
}
