package mention

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/org"
)

// ruling are the parties that govern their state by its constitution: their leaders' posts are of the country, too.
var ruling = []string{"中国共产党", "古巴共产党", "越南共产党", "老挝人民革命党", "朝鲜劳动党"}

// party is the full name of the party x, x's own name if it is its fullest.
func (x thing) party() string {
	name := x.name
	if x.full != "" {
		name = x.full
	}
	for _, centre := range []string{"中央委员会", "中央"} {
		if head, ok := strings.CutSuffix(name, centre); ok && head != "" {
			name = head
			break
		}
	}
	if full := org.FullNames(name); len(full) > 0 {
		return full[0]
	}
	return name
}

// country is the country of which a party of another country is the ruling one, nil for any other body.
func (rd *reader) country(x thing) *gazetteer.Place {
	if x.kind != org.Party {
		return nil
	}
	name := x.party()
	for _, w := range ruling {
		if name == w {
			return rd.g.ByPath(string([]rune(w)[:2]))
		}
	}
	return nil
}

// centre makes the centre of a foreign party, which a title begins with, its body: 古巴共产党|中央委员会第一书记, 越共|中央总书记.
func (rd *reader) centre(u *unit) {
	x := rd.bodies[u.body]
	if x.kind != org.Party || x.known && !org.Abroad(x.name) || u.title.Organ != "中央" && u.title.Organ != "中央委员会" || zh.BeginsWith(u.title.Text, "中央政治局", "中央书记处") {
		return
	}
	end := u.title.Start + len([]rune(u.title.Organ))
	y := thing{start: x.start, end: end, kind: org.Party, anchor: x.anchor, name: rd.v.Said(x.start, end)}
	if full := x.party() + "中央委员会"; full != y.name && strings.Contains(rd.v.Folded, full) {
		y.full = full
	}
	rd.bodies[u.body].part = true
	if c := rd.country(x); c != nil && x.anchor != placeAnchor {
		rd.spots = append(rd.spots, spot{start: x.start, end: x.start + 1, place: c, rule: "place.letter"}) // 越共中央 is of 越南
	}
	u.body = rd.addBody(y)
	rd.strip(u)
}
