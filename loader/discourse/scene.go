package discourse

import (
	"strings"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/reading"
)

// Scene is the division, mostly within the paper's home, that the whole story plays in: the place of its lede (本报庆元讯), else the
// only division that its headline names. It is the home itself where neither says so, "" for a national paper.
func (d *Discourse) Scene() string {
	if d.scene == "" {
		d.scene = d.findScene()
	}
	return d.scene
}

func (d *Discourse) findScene() string {
	if d.Home == "中国" || d.Home == "" {
		return ""
	}
	found := ""
	for _, s := range d.Sentences {
		tokens := d.Rest(s)
		if s.Body() {
			if place := d.lede(tokens); place != "" {
				return place
			}
			break
		}
		if s.Kind != article.TitlePart {
			continue
		}
		for i, t := range tokens {
			if t.Kind != Place || Titular(tokens, i) || i > 0 && (tokens[i-1].Is(And) || tokens[i-1].Kind == Dun) && tokens[max(i-2, 0)].Kind != Place {
				continue
			}
			p := d.Places[t.Index]
			switch {
			case p.Type != reading.Admin || len(p.Name) <= len(d.Home) || !Within(p.Name, d.Home) || Within(found, p.Name):
			case found == "" || Within(p.Name, found):
				found = p.Name
			default:
				return d.Home // two divisions: neither is the scene
			}
		}
	}
	if found != "" {
		return found
	}
	return d.Home
}

// wired is true for the place at tokens[i] from which the paper's own reporter has sent a story: 本报北京专电.
func (d *Discourse) wired(tokens []Token, i int) bool {
	before := ""
	if i > 0 {
		before = d.String(tokens[i-1].Span)
	}
	behind := d.String(tokens[i+1].Span)
	return d.Places[tokens[i].Index].Type == reading.Admin && (strings.HasPrefix(behind, "专电") || strings.HasPrefix(behind, "电")) && (strings.HasSuffix(before, "本报") || strings.HasSuffix(before, "日报"))
}

// lede is the division within the home that the lede at the beginning of the body dates from, or out of it the one that the paper's own
// reporter sends it from, "" if none.
func (d *Discourse) lede(tokens []Token) string {
	for i, t := range tokens {
		if i > 3 || t.Mark() {
			return ""
		}
		if t.Kind == Place && i+1 < len(tokens) && tokens[i+1].Kind == Text && (d.wired(tokens, i) ||
			strings.ContainsRune("讯电", d.Reading.Text.Runes[tokens[i+1].Start]) && Within(d.Places[t.Index].Name, d.Home)) {
			return d.Places[t.Index].Name
		}
	}
	return ""
}
