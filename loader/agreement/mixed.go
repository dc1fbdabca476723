package agreement

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
)

// mixed is the two bodies of two kinds that a compound of one character each means (区校双方, 校地, 院县合作): the story's own division,
// and the last school, company, hospital … that was named, in the order of the compound. It is the last one in text; nil where there is
// none, or its bodies are unknown.
func (r *reader) mixed(text string, at int) []string {
	runes := []rune(text)
	for i := len(runes) - 2; i >= 0; i-- {
		a, b := runes[i], runes[i+1]
		_, leads := fellows[a]
		if !leads {
			a, b = b, a
		}
		ends, ok := fellows[a]
		if rest := string(runes[i+2:]); rest != "" && !zh.BeginsWith(rest, "双方", "合作", "共建", "两方", "曾", "也", "还", "已", "先后", "此前") {
			continue // 县所属, 市院士工作站
		}
		if !ok || !strings.ContainsRune("市县区州旗镇乡村地政", b) || i > 0 && strings.ContainsRune("两各双三我本该全", runes[i-1]) {
			continue
		}
		place, body := r.level(b), ""
		for _, noun := range strings.Fields(ends) {
			if body = r.anaphor(noun, at); body != "" {
				break
			}
		}
		if place == "" || body == "" {
			return nil
		}
		if leads {
			return []string{body, place}
		}
		return []string{place, body}
	}
	return nil
}

// fellows is what a character stands for beside one for a division: 校地, 院企.
var fellows = map[rune]string{'校': "学校", '企': "企业", '院': "研究院 医院 院", '所': "研究所"}

// level is the division of the story that a character for its level means; 地 and 政 are the scene whatever its level.
func (r *reader) level(l rune) string {
	scene := r.d.Scene()
	if l == '地' || l == '政' || strings.HasSuffix(scene, string(l)) {
		return scene
	}
	if strings.HasSuffix(r.d.Home, string(l)) {
		return r.d.Home
	}
	return ""
}

// compound is the bodies of a compound right before the verb of document p, or at the beginning of its title where nobody is
// named who signs it.
func (r *reader) compound(c *clause.Clause, p paper) []string {
	if p.verb >= 0 && p.verb < p.at {
		from := c.Comma(p.verb) + 1
		if len(r.acting(c, from, p.verb)) == 0 && !c.Noted(p.verb, discourse.And) {
			if list := r.mixed(c.Text(from, p.verb), c.Tokens[from].Start); list != nil {
				return list
			}
		}
	}
	if runes := []rune(p.title); len(runes) > 2 && (p.verb < 0 || len(r.signers(c, p)) < 2) {
		return r.mixed(string(runes[:2]), p.span.Start)
	}
	return nil
}
