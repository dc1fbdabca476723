package page

import (
	"strings"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/credit"
	"github.com/baopu/baopu/loader/page/line"
	"github.com/baopu/baopu/loader/page/text"
)

// Masthead is what the page prints about itself. Empty fields were not printed.
type Masthead struct {
	Publication string // 乌海日报
	Date        string // ISO day
	Page        string // 1, 03, A2 as printed, without 第 and 版
	Editors     []string
	Lines       []int32 // source lines that it was read from
}

// mastReader gathers the masthead from its lines; the first of each kind counts.
type mastReader struct{ out *Masthead }

func (m mastReader) read(t text.Text) {
	s := text.Squeezed(t.Runes)
	if t.Len() > 0 {
		m.out.Lines = append(m.out.Lines, t.At[0].Line)
	}
	if n := line.PaperName(strings.TrimLeft(s, "0123456789ABCD版")); n != "" && m.out.Publication == "" {
		m.out.Publication = n
	}
	if iso, _, ok := line.CutDay(s); ok && m.out.Date == "" {
		m.out.Date = iso
	}
	if m.out.Page == "" {
		m.out.Page = strings.TrimLeft(line.PageNumber(s), "0")
	}
	if m.out.Page == "" && text.IsDigit(t.Runes[0]) {
		if i := strings.IndexFunc(s, func(r rune) bool { return !text.IsDigit(r) }); i > 0 && i <= 2 && !strings.HasPrefix(s[i:], "年") {
			m.out.Page = strings.TrimLeft(s[:i], "0")
		}
	}
	if strings.Contains(s, "编辑") || strings.Contains(s, "责编") {
		for _, b := range credit.Parse(t.String(), article.Editor).Bylines {
			if b.Role == article.Editor {
				m.out.Editors = append(m.out.Editors, b.Name)
			}
		}
	}
}
