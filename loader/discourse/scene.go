package discourse

import (
	"strings"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/reading"
)

// Scene is the division within the paper's home that the whole story plays in: the place of its lede (本报庆元讯), else the
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

// Sent is the place from which the paper's own reporter has sent the story, wherever it lies: 本报北京专电, 本报某市6月19日电. "" if the lede
// names none. What is held there is held there, but 市政府 is still the home's.
func (d *Discourse) Sent() string {
	if d.Home == "中国" || d.Home == "" {
		return ""
	}
	for _, s := range d.Sentences {
		if s.Body() {
			return d.sent(d.Rest(s))
		}
	}
	return ""
}

// sent is the same of the tokens of the first sentence.
func (d *Discourse) sent(tokens []Token) string {
	for i, t := range tokens {
		if i > 3 || t.Mark() {
			return ""
		}
		if t.Kind != Place || i == 0 || d.Places[t.Index].Type != reading.Admin {
			continue
		}
		behind := i + 1
		if behind < len(tokens) && tokens[behind].Kind == Date {
			behind++
		}
		if behind == len(tokens) || tokens[behind].Kind != Text {
			return ""
		}
		by, wire := d.String(tokens[i-1].Span), d.String(tokens[behind].Span)
		if (strings.HasPrefix(wire, "专电") || strings.TrimSpace(wire) == "电") && d.ownPaper(by) {
			return d.Places[t.Index].Name
		}
	}
	return ""
}

// ownPaper is true for words that end with the paper itself: 本报, or its name. What another one wires says where that is.
func (d *Discourse) ownPaper(words string) bool {
	return strings.HasSuffix(words, "本报") || d.Article != nil && d.Article.Publication != "" && strings.HasSuffix(words, d.Article.Publication)
}

// lede is the division within the home that the lede at the beginning of the body dates from, "" if none.
func (d *Discourse) lede(tokens []Token) string {
	for i, t := range tokens {
		if i > 3 || t.Mark() {
			return ""
		}
		if t.Kind == Place && i+1 < len(tokens) && tokens[i+1].Kind == Text && strings.ContainsRune("讯电", d.Reading.Text.Runes[tokens[i+1].Start]) &&
			Within(d.Places[t.Index].Name, d.Home) {
			return d.Places[t.Index].Name
		}
	}
	return ""
}
