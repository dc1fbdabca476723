package discourse

import (
	"fmt"
	"regexp"
	"strconv"
	"time"

	"github.com/baopu/baopu/loader/reading"
)

var dayRE = regexp.MustCompile(`(?:(\d{4}|今|去|明|前)年)?(?:(\d{1,2})月)?(?:(\d{1,2})日)?(?:(至|到|—|-)(?:(\d{1,2})月)?(\d{1,2})日)?|今天|昨天|昨日|今日`)

func days(r *reading.Reading) []Day {
	pub, err := time.Parse("2006-01-02", r.Article.PublishedAt)
	if err != nil {
		return nil
	}
	s := r.Text.String()
	off := map[int]int{}
	n := 0
	for i := range s {
		off[i] = n
		n++
	}
	off[len(s)] = n
	var out []Day
	for _, m := range dayRE.FindAllStringSubmatchIndex(s, -1) {
		if m[0] == m[1] {
			continue
		}
		g := func(k int) string {
			if m[2*k] < 0 {
				return ""
			}
			return s[m[2*k]:m[2*k+1]]
		}
		d := Day{Span: reading.Span{Start: off[m[0]], End: off[m[1]]}}
		w := s[m[0]:m[1]]
		switch w {
		case "今天", "今日":
			d.Start = pub.Format("2006-01-02")
		case "昨天", "昨日":
			d.Start = pub.AddDate(0, 0, -1).Format("2006-01-02")
		}
		if d.Start == "" {
			y := 0
			switch g(1) {
			case "今":
				y = pub.Year()
			case "去":
				y = pub.Year() - 1
			case "前":
				y = pub.Year() - 2
			case "明":
				y = pub.Year() + 1
			case "":
			default:
				y, _ = strconv.Atoi(g(1))
			}
			mo, _ := strconv.Atoi(g(2))
			da, _ := strconv.Atoi(g(3))
			if da > 31 || mo > 12 {
				continue
			}
			if y == 0 {
				y = pub.Year()
				if mo == 0 && da == 0 {
					continue
				}
				if mo == 0 {
					mo = int(pub.Month())
					if da > pub.Day() {
						mo--
						if mo == 0 {
							mo = 12
							y--
						}
					}
				} else if mo > int(pub.Month())+6 {
					y--
				}
			}
			switch {
			case da > 0:
				d.Start = fmt.Sprintf("%04d-%02d-%02d", y, mo, da)
			case mo > 0:
				d.Start = fmt.Sprintf("%04d-%02d", y, mo)
			default:
				d.Start = fmt.Sprintf("%04d", y)
			}
			if g(6) != "" && da > 0 {
				e, _ := strconv.Atoi(g(6))
				em := mo
				if g(5) != "" {
					em, _ = strconv.Atoi(g(5))
				}
				d.End = fmt.Sprintf("%04d-%02d-%02d", y, em, e)
			}
		}
		out = append(out, d)
	}
	return out
}
