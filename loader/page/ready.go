package page

import (
	"strings"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/page/line"
	"github.com/baopu/baopu/loader/page/text"
)

// Ready completes an article whose headline and text came apart already, as saved e-papers have them: it takes the notes
// 上接 and 下转 out of the body, reads the lede and the closing credits as Split does, and gives it a kind. What a is said to
// be already stays.
func Ready(a *article.Article) {
	var paras []string
	for i, p := range strings.Split(a.Body, "\n") {
		r := []rune(p)
		if n, j, ok := line.LeadingJump(r); ok && i == 0 {
			a.ContinuedFrom, a.ContinuedTitle = j.Page, j.Name
			r = r[n:]
		}
		if before, page, ok := line.CutJump(r); ok {
			a.Jump = page
			r = r[:before]
		}
		if s := strings.TrimSpace(string(r)); s != "" {
			paras = append(paras, s)
		}
	}
	a.Body = strings.Join(paras, "\n")
	openAndClose(a, paras)
	a.Bylines = unique(a.Bylines)
	switch {
	case a.Kind != "":
	case a.Body == "":
		a.Kind = article.Photo
	case line.NoticeTitle(text.Squeezed([]rune(a.Title))):
		a.Kind = article.Notice
	case len(paras) == 1 && len([]rune(a.Body)) <= briefLength:
		a.Kind = article.Brief
	default:
		a.Kind = article.News
	}
}
