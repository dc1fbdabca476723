package clause

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/loader/discourse"
)

// missions is what the name of a body that represents its state in another one ends in.
var missions = [...]string{"大使馆", "使馆", "总领事馆", "总领馆", "领事馆", "使团"}

// Mission is true for the name of such a body.
func Mission(name string) bool { return zh.EndsWith(name, missions[:]...) }

// Embassy is the state, or the city of d, that the mission called name is sent to, "" if it is none: 中国驻英国大使馆, 中国驻纽约总领馆.
func Embassy(d *discourse.Discourse, name string) string {
	_, to, ok := strings.Cut(name, "驻")
	if !ok {
		return ""
	}
	for _, m := range missions {
		host, ok := strings.CutSuffix(to, m)
		if !ok {
			continue
		}
		if p := gazetteer.Default().ByPath(host); p != nil && p.Kind == gazetteer.Country {
			return p.Name
		}
		for _, p := range d.Places {
			if p.Name == host {
				return host
			}
		}
		return ""
	}
	return ""
}
