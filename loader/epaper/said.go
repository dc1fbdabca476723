package epaper

import (
	"encoding/json"
	"regexp"
	"strings"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/source"
)

var (
	pageNumber = regexp.MustCompile(`第?\s*([A-Za-z]?)0*(\d{1,3})\s*版`)
	from       = regexp.MustCompile(`(?:来源|稿源|信息来源)\s*[:：]\s*([^\s|｜]+)`)
	quoted     = regexp.MustCompile(`《(\p{Han}{2,12}报)》`)
	shopSign   = regexp.MustCompile(`(?:多媒体)?(?:数字报刊|数字报|数字版|电子报|电子版|客户端|新闻网)$`)
	separators = regexp.MustCompile(`\s*[-_|—｜–]+\s*`)
	metas      = cascadia.MustCompile("meta[content]")
	titles     = cascadia.MustCompile("head title")
	linked     = cascadia.MustCompile(`script[type="application/ld+json"]`)
	times      = cascadia.MustCompile("time[datetime]")
)

// said is what the page prints of itself, and what its meta data say.
func (d *doc) said() (printed, meta source.Said) {
	r := d.rules
	for _, n := range d.all(r.of(d.used, "date")) {
		if printed.Date = source.DayIn(line(n)); printed.Date != "" {
			break
		}
	}
	for _, n := range d.all(r.of(d.used, "page")) {
		if printed.Page = onePage(line(n)); printed.Page != "" {
			break
		}
	}
	for _, n := range d.all(r.of(d.used, "paper")) {
		if d.paper = paperIn(line(n)); d.paper != "" {
			break
		}
	}
	rest := d.rest()
	if printed.Date == "" {
		printed.Date = source.DayIn(rest)
	}
	if printed.Page == "" {
		printed.Page = onePage(rest)
	}
	if d.paper == "" {
		d.paper = paperIn(rest)
	}
	printed.Publication = d.paper
	if agencies[d.paper] {
		printed.Publication = ""
	}
	meta = d.meta()
	if printed.Publication == "" && meta.Publication == "" {
		meta.Publication = d.titlePaper()
	}
	return printed, meta
}

// maxRest bounds the text outside the article that is looked through, in bytes.
const maxRest = 1 << 14

// rest is the text of the page outside the article and outside links: heads and feet.
func (d *doc) rest() string {
	s := strings.Join(lines(d.root, func(n *html.Node) bool { return n == d.body || n == d.title || n.Data == "a" }), "\n")
	return strings.ToValidUTF8(s[:min(len(s), maxRest)], "")
}

// onePage is the number of the one page that s names: 第01版 is 1, A03版 is A3.
func onePage(s string) string {
	found := ""
	for _, m := range pageNumber.FindAllStringSubmatch(s, -1) {
		n := strings.ToUpper(m[1]) + m[2]
		if found != "" && found != n {
			return ""
		}
		found = n
	}
	return found
}

// paperIn is the paper that a line of credits names: 《人民日报》（2020年01月01日 第 01 版）, 来源：深圳特区报.
func paperIn(s string) string {
	if m := from.FindStringSubmatch(s); m != nil {
		return strings.Trim(m[1], "《》")
	}
	if m := quoted.FindStringSubmatch(s); m != nil {
		return m[1]
	}
	return ""
}

// agencies are sources that are no papers: their copy stands on somebody else's page.
var agencies = map[string]bool{"新华社": true, "新华网": true, "中新社": true, "中新网": true, "中国新闻社": true, "中国新闻网": true}

// agency gives wire copy its agency.
func (d *doc) agency(a *article.Article) {
	if agencies[d.paper] {
		a.Agency = d.paper
	}
}

// meta reads meta elements, JSON-LD and Founder's property comment.
func (d *doc) meta() source.Said {
	var s source.Said
	for _, n := range cascadia.QueryAll(d.root, metas) {
		key, content := "", ""
		for _, a := range n.Attr {
			switch a.Key {
			case "name", "property", "itemprop":
				key = strings.ToLower(a.Val)
			case "content":
				content = strings.TrimSpace(a.Val)
			}
		}
		switch key {
		case "publishdate", "pubdate", "article:published_time", "og:release_date", "datepublished", "publishtime", "firstpublishedtime":
			s.Date = firstOf(s.Date, source.DayIn(beginning(content)))
		case "source", "contentsource", "article:author", "mediaid":
			s.Publication = firstOf(s.Publication, paperName(content))
		case "og:site_name", "sitename":
			if s.Publication == "" {
				s.Publication = paperName(content)
			}
		}
	}
	for _, n := range cascadia.QueryAll(d.root, linked) {
		s.Date = firstOf(s.Date, published(n))
	}
	for _, n := range cascadia.QueryAll(d.root, times) {
		for _, a := range n.Attr {
			if a.Key == "datetime" {
				s.Date = firstOf(s.Date, source.DayIn(beginning(a.Val)))
			}
		}
	}
	s.Date = firstOf(s.Date, source.DayIn(beginning(d.property["date"])))
	s.Page = onePage(d.property["nodename"])
	return s
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// beginning is the day of a time: 2016-10-31 09:28:27.0, 2025-02-26T08:00:00+08:00.
func beginning(s string) string {
	day, _, _ := strings.Cut(s, "T")
	day, _, _ = strings.Cut(day, " ")
	return day
}

func published(n *html.Node) string {
	var ld struct {
		Date string `json:"datePublished"`
	}
	if n.FirstChild == nil || json.Unmarshal([]byte(n.FirstChild.Data), &ld) != nil {
		return "" // many kinds of JSON-LD stand on pages: those that say no day say nothing
	}
	return source.DayIn(beginning(ld.Date))
}

// papers that end in 报 and are none stand in titles as often: 通报, 简报.
var noPapers = regexp.MustCompile(`(?:通|简|公|汇|捷|喜|预|申|举|海|播|快|情|警|填|上|呈|回|墙|板|专)报$`)

// paperName is the paper that a site's name stands for: 乌海日报数字报 is 乌海日报; "" where it names none.
func paperName(s string) string {
	s = strings.TrimSpace(shopSign.ReplaceAllString(strings.TrimSpace(s), ""))
	if n := len([]rune(s)); n < 3 || n > 12 || !strings.HasSuffix(s, "报") || noPapers.MatchString(s) {
		return ""
	}
	for _, r := range s {
		if r < 0x4e00 || r > 0x9fff {
			return ""
		}
	}
	return s
}

// titlePaper is the paper in the window's title: 市政府召开会议-乌海日报数字报.
func (d *doc) titlePaper() string {
	n := cascadia.Query(d.root, titles)
	if n == nil || n.FirstChild == nil {
		return ""
	}
	parts := separators.Split(n.FirstChild.Data, -1)
	for i := len(parts) - 1; i >= 0; i-- {
		if p := paperName(parts[i]); p != "" {
			return p
		}
	}
	return ""
}
