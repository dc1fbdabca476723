package discourse

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/reading"
)

// seat notes for each organisation the division that it belongs to, and for a delegation the fullest name that it has.
func (d *Discourse) seat() {
	d.seats = make([]string, len(d.Organizations))
	d.names = make([]string, len(d.Organizations))
	for i, o := range d.Organizations {
		d.names[i] = o.Name
		if d.seats[i] = o.Place; d.seats[i] == "" {
			d.seats[i] = d.Headed(o.Name)
		}
		if d.seats[i] == "" && (o.Type == "government" || o.Type == "party") {
			d.seats[i] = d.level(o.Name)
		}
		if o.Type != "delegation" {
			continue
		}
		for _, p := range d.Organizations {
			if p.Type == o.Type && len(p.Name) > len(d.names[i]) && strings.HasSuffix(p.Name, o.Name) {
				d.names[i] = p.Name
			}
		}
	}
	for i, o := range d.Organizations {
		if o.Type != "delegation" || d.seats[i] == "" || d.told(i) {
			continue
		}
		for k, p := range d.Organizations { // a headline's short form is the delegation that the story tells of
			if p.Type == o.Type && d.seats[k] == d.seats[i] && d.told(k) {
				d.names[i] = d.names[k]
				break
			}
		}
	}
}

// told is true for an organisation that the body names.
func (d *Discourse) told(i int) bool {
	for _, e := range d.Organizations[i].Spans {
		if p, ok := d.Reading.Text.PartAt(e.Start); ok && p.Kind == article.BodyPart {
			return true
		}
	}
	return false
}

// level is the jurisdiction of an organ that no place names: 省水利厅 is the home's province's, 水利部 the state's.
func (d *Discourse) level(name string) string {
	for _, l := range [...]string{"省", "自治区"} {
		if at := strings.Index(d.Home, l); strings.HasPrefix(name, l) && at > 0 {
			return d.Home[:at+len(l)]
		}
	}
	for _, l := range [...]string{"国家", "中央", "全国", "最高", "国务院", "中国"} {
		if strings.HasPrefix(name, l) {
			return "中国"
		}
	}
	if strings.HasSuffix(name, "部") && len([]rune(name)) <= longestMinistry && !strings.ContainsAny(name, "省市县区州旗委") {
		return "中国"
	}
	return ""
}

// longestMinistry is how many characters the name of a ministry may have: 人力资源和社会保障部.
const longestMinistry = 10

// Headed is the finest division of the article that name begins with (北京东城区党政代表团 → 北京市东城区), "" if none.
func (d *Discourse) Headed(name string) string { return d.finest(name, strings.Contains) }

// Standing is the finest division of the article in which what is built stands by its name (广西桂林某水库), "" if its name begins with none.
// What is left out above the division is left out at its head only: 杭州西湖某馆 is called after the lake. Cities abroad go by their own names
// behind the state (瑞典|斯德哥尔摩音乐厅).
func (d *Discourse) Standing(name string) string {
	has := func(division, head string) bool {
		return strings.HasPrefix(division, head) || utf8.RuneCountInString(head) > 1 && strings.Contains(division, head) // 某区|某镇植物园
	}
	best := d.finest(name, has)
	if rest, ok := strings.CutPrefix(name, best); ok && rest != "" && d.Foreign(best) {
		return cmp.Or(d.finest(rest, has), best)
	}
	return best
}

// finest is the finest division of the article that name begins with, behind nothing but a head that the division's own name has as well.
func (d *Discourse) finest(name string, has func(division, head string) bool) string {
	best := ""
	first, _ := utf8.DecodeRuneInString(name)
	for _, i := range d.divisions[first] {
		p := d.Places[i].Name
		if len(p) <= len(best) {
			continue
		}
		for _, short := range Shorts(p) {
			if at := strings.Index(name, short); at >= 0 && has(p, name[:at]) {
				best = p
			}
		}
	}
	return best
}

// Divisions lists divisions, by their place in a list of places, under each character of their names: what begins with a division, by its
// whole name or a part of it, begins with one of these.
type Divisions map[rune][]int32

// DivisionsOf is the divisions among places.
func DivisionsOf(places []reading.Place) Divisions {
	out := Divisions{}
	for i, p := range places {
		if p.Type != reading.Admin {
			continue
		}
		for _, r := range p.Name {
			if l := out[r]; len(l) == 0 || l[len(l)-1] != int32(i) {
				out[r] = append(l, int32(i))
			}
		}
	}
	return out
}

// Shorts is the ways that a division may be named without those above it: 内蒙古自治区乌海市 → 乌海市, 乌海.
func Shorts(name string) []string {
	runes := []rune(name)
	last := name
	for i := len(runes) - 2; i > 0; i-- {
		if strings.ContainsRune("省市区县旗州盟", runes[i-1]) && !(runes[i-1] == '州' && strings.ContainsRune("市区", runes[i])) {
			last = string(runes[i:])
			break
		}
	}
	if short := bare(last); short != last {
		return []string{last, short}
	}
	return []string{last}
}

// levels are the words that say what level a division has, and may be left out behind its name: the longer first.
var levels = [...]string{"特别行政区", "壮族自治区", "回族自治区", "维吾尔自治区", "自治区", "省", "市", "区", "县", "旗", "镇", "乡", "州", "盟"}

// bare is name without the one word of its level, name itself where that would leave a single character: 福州市 → 福州, not 福.
func bare(name string) string {
	for _, w := range levels {
		if short, ok := strings.CutSuffix(name, w); ok {
			if len([]rune(short)) < 2 {
				return name
			}
			return short
		}
	}
	return name
}

// Seat is the division that organisation i belongs to, "" unknown.
func (d *Discourse) Seat(i int) string { return d.seats[i] }
