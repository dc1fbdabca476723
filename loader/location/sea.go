package location

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
)

// Seas that districts, counties and towns are called after: 南海, 东海.

// What stands behind the name of a sea, and before it, that no district of that name has; and what may stand behind either, so that it
// tells of the sea only far from the district.
var (
	seawards = []string{"海域", "诸岛", "岛礁", "舰队", "海底", "海面", "空域", "伏季", "休渔", "之滨"}
	offshore = []string{"问题", "行为", "各方", "和平", "仲裁", "油气", "局势", "争端", "防空", "渔", "方向", "海洋", "沿岸", "前哨", "深海"}
	seaLists = []string{"黄海、", "渤海、", "东海、", "南海、", "台海、", "台湾海峡、", "南沙、"}
)

// sea is the sea that s names although districts and towns are called so too: by what stands round it, and in the nation's news unless
// the article names the district. nil for anything else.
func (rd *Reader) sea(s *Spot) *gazetteer.Place {
	k := slices.IndexFunc(s.Candidates, func(c gazetteer.Candidate) bool {
		return c.Place.Kind == gazetteer.Natural && strings.HasSuffix(c.Place.Name, "海") && c.Form.Has(gazetteer.Common)
	})
	if k < 0 || s.Start > 0 && strings.ContainsRune("天海中以王", rd.v.Runes[s.Start-1]) {
		return nil
	}
	behind := rd.v.Text(s.End, min(s.End+2, len(rd.v.Runes)))
	if rd.levelBehind(s) == "" && (zh.BeginsWith(behind, seawards...) || zh.EndsWith(rd.v.Text(max(0, s.Start-5), s.Start), seaLists...)) {
		return s.Candidates[k].Place
	}
	if !rd.Nation && !zh.BeginsWith(behind, offshore...) || rd.ashore(s, s.Candidates[k].Place.Name) {
		return nil
	}
	return s.Candidates[k].Place
}

// ashore tells whether the division of the sea's name is likely meant: the paper is from round about it, or the article names it with
// its level (佛山|南海, 东海|县委).
func (rd *Reader) ashore(s *Spot, name string) bool {
	if rd.levelBehind(s) != "" || rd.behindDivision(s) || rd.Home != nil && slices.ContainsFunc(s.Candidates, func(c gazetteer.Candidate) bool {
		return c.Place.Kind == gazetteer.Division && rd.ownCounty(c.Place, nil)
	}) {
		return true
	}
	for _, level := range [...]string{"区", "县", "镇", "街道", "乡"} {
		if rd.Contains(name + level) {
			return true
		}
	}
	return false
}
