package location

import (
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/article"
)

// Settle finds the home of bare 市 and 县: the paper's, unless the text is an agency's. It gives back its full path, "" unknown.
func (rd *Reader) Settle(a *article.Article) string {
	home := a.PublicationPlace
	if rd.agency(a) {
		home = "中国"
	}
	if home == "" {
		return ""
	}
	p := rd.g.ByPath(home)
	if p == nil {
		p, _ = rd.g.Resolve(home)
	}
	if p == nil {
		return home
	}
	if p.Kind == gazetteer.Country {
		rd.Nation = true
	} else {
		rd.Home = p
	}
	return rd.Path(p) // 福建省廈門市 is 福建省厦门市
}

// agencies are the news agencies and national papers whose copy has no home city.
var agencies = []string{"新华社", "中新社", "中新网", "新华网", "人民日报", "央视新闻", "据新华社"}

// agency tells whether the text is one's: by what its article says, or by its dateline.
func (rd *Reader) agency(a *article.Article) bool {
	if a.Agency != "" {
		return true
	}
	for _, p := range rd.v.Parts {
		if p.Kind != article.BodyPart {
			continue
		}
		head := rd.v.Text(p.Start, min(p.End, p.Start+14))
		for _, w := range agencies {
			if len(head) > len(w) && head[:len(w)] == w && a.Publication != w {
				return true
			}
		}
		return false
	}
	return false
}
