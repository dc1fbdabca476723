package agreement

import (
	"regexp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// agreed opens a sentence that tells what a document says: 根据协议，…; 按照双方签订的备忘录，…; 协议约定，…; 协议有效期五年，涵盖….
var agreed = regexp.MustCompile(`^(?:据[了介]?[悉解绍]，|[^，。]{0,24}(?:说|告诉记者|介绍|表示|透露)，)?(?:(?:根据|按照|依据|依照|按)[\p{Han}“”]{0,12}?(?:协议书?|备忘录|合同|协定|意向书|合作书|约定)(?:内容|约定|要求)?[，,]|(?:该|此|这份)?[\p{Han}“”]{0,8}?(?:协议书?|备忘录|合同|协定|意向书|合作书)(?:(?:的?有效期|的?期限|为期|一式|自)[^，。]{1,14}，)?(?:主要|重点)?(?:约定|规定|明确|提出|商定|内容|涵盖|涉及|包括)[，,]?)`)

// papers are the words one of which stands in what agreed finds: to look for them costs less.
var papers = []string{"协议", "备忘录", "合同", "协定", "意向书", "合作书", "约定"}

// item is one field of cooperation, list several of them.
const (
	item = `[\p{Han}“”]{2,12}?`
	list = `(` + item + `(?:[、和及与]|以及)` + item + `(?:、` + item + `)*?(?:(?:和|及|与|以及)` + item + `)?)`
	tail = `等?(?:多|各|几|数|[两三四五六七八九十]|\d{1,2})?(?:个|大|项|类)?`
	what = `(?:领域|方面|方向|环节|专业|学科|行业|板块|事项|议题|课题|内容)`
)

// upward is the characters that make a word with 上 before them (上午, 上海, 上市, 上级), and 的 (…上的合作): there 上 closes no 在….
const upward = `午市海级班网线学述半月周年下千万百的`

// terms are how a clause lists fields of cooperation: a preposition and a word for fields behind the list; a preposition and what
// the parties do about them; a word that says that the list is what is held.
var terms = []*regexp.Regexp{
	regexp.MustCompile(`(?:在|围绕|聚焦|就|从|对|涵盖|涉及|包括)` + list + tail + what),
	regexp.MustCompile(`(?:围绕|聚焦|就|在)` + list + tail + `(?:(?:建设|工作)?上|中)?(?:开展|加强|深化|推进|进行|联合|展开|实施|密切|扩大|共同|合作|携手|深度|全面|建立|加大|得到|给予|提供|帮扶|支持|发力|互动|对接|达成|协同)`),
	regexp.MustCompile(`(?:投向|投入|用于|支持)` + list + tail + what),
	regexp.MustCompile(`在` + list + `等?(?:建设|工作)?上[^` + upward + `]`),
	regexp.MustCompile(`(?:重点|主要|着重)(?:帮扶|建设|支持|发展|开展|推进|实施|打造|指导|提升)` + list + `(?:等|[，。；]|$)`),
	regexp.MustCompile(`(?:以|将)` + list + `等?(?:作为|列为|为)(?:合作|主要|重点|突破|切入)`),
	regexp.MustCompile(`(?:明确|确定|约定)了?` + list + `等?(?:[两三四五六七八九十]|\d{1,2})?[项个大](?:主要|重点)?(?:合作)?(?:内容|事项|任务|方向|领域|重点)`),
	regexp.MustCompile(`(?:(?:内容|领域|范围|事项|重点|方向)(?:主要|重点)?(?:涵盖|涉及|包括|包含|为|有|含|新增)|涵盖|囊括)` + list + `(?:等|[，。；]|$)`),
}

// pledges are how a sentence that begins with 根据协议 lists them too: by what the parties do. Elsewhere politics speaks so.
var pledges = append([]*regexp.Regexp{
	regexp.MustCompile(`(?:加强|深化|开展|拓展|密切|扩大|强化|推进|促进|推动)(?:双方|两地|双边)?(?:在)?` + list + `等?(?:方面|领域)?的?(?:全面|深度|务实|友好|战略)?(?:交流合作|合作交流|合作|交流|协作|对接|联动|往来|互动)`),
}, terms...)

// departments are those of two sides whose fields a clause lists before they sign: 两地卫健、教育、文旅部门签下备忘录.
var departments = regexp.MustCompile(list + `等?(?:部门|系统)(?:之间)?(?:分别|还|也|又)?$`)

// several is a list of what each of several documents is about: 签订了共建苗圃、共建检测中心两份子协议.
// 见证签署经贸、科技等多项双边合作文件 lists fields so too.
var several = regexp.MustCompile(`^了?(?:关于)?` + list + `(?:等?(?:[两三四五六七八九十]|\d{1,2})|等(?:多|数|十余|十多|数十|近百|\d{1,3}[多余]))[份个项]`)

// alone is the one field of several documents that is told: 见证签署交通等多项双边合作文件.
var alone = regexp.MustCompile(`^了?(\p{Han}{2,4})等(?:多|数|十余|十多|数十|\d{1,3}[多余])[份个项]$`)

// documental are the ends of items that are documents themselves, so that their list is of these.
var documental = [...]string{"规划", "计划", "协定", "备忘录", "协议", "纪要", "条约", "文本", "合同", "声明", "议定书", "路线图"}

// dealt is the fields that the clause gives the documents of p's verb on both sides of it: nil where it gives none.
func dealt(c *clause.Clause, p paper) []string {
	if p.verb < 0 || p.verb > p.at {
		return nil
	}
	before := c.Text(c.Comma(p.verb)+1, p.verb)
	for _, w := range [...]string{"两地", "两市", "两县", "两区", "双方", "各地"} {
		if at := strings.LastIndex(before, w); at >= 0 {
			before = before[at+len(w):]
			if m := departments.FindStringSubmatch(before); m != nil {
				return fieldsOf(m[1])
			}
		}
	}
	if m := alone.FindStringSubmatch(c.Text(p.verb+1, p.at)); m != nil && isSector(m[1]) && !p.titled {
		return []string{m[1]}
	}
	if m := several.FindStringSubmatch(c.Text(p.verb+1, p.at)); m != nil {
		list := fieldsOf(m[1])
		if slices.ContainsFunc(list, func(s string) bool { return zh.EndsWith(s, documental[:]...) }) {
			return nil
		}
		return list
	}
	return nil
}

// held is the last of terms: it can't be about anything but the document.
var held = terms[len(terms)-1:]

// fields is the fields of cooperation that text lists in one of the ways; nil where it lists none.
func fields(text string, ways []*regexp.Regexp) []string {
	for _, re := range ways {
		for rest := text; rest != ""; {
			m := re.FindStringSubmatchIndex(rest)
			if m == nil {
				break
			}
			if out := fieldsOf(rest[m[2]:m[3]]); out != nil {
				return out
			}
			_, n := utf8.DecodeRuneInString(rest[m[0]:])
			rest = rest[m[0]+n:] // 在座谈会上|就甲、乙等领域
		}
	}
	return nil
}

// fieldsOf is the items of a list; nil where one can't be a field.
func fieldsOf(list string) []string {
	list = strings.NewReplacer("以及", "、", "和", "、", "及", "、").Replace(list)
	var out []string
	for _, w := range openers {
		list = strings.TrimPrefix(list, w)
	}
	for s := range strings.SplitSeq(list, "、") {
		if !isSector(s) {
			return nil
		}
		out = append(out, s)
	}
	return out
}

// isSector is true for an item that may name a field of cooperation.
func isSector(s string) bool {
	n := utf8.RuneCountInString(s)
	return n > 1 && n <= longestSector && !zh.Holds(s, actors[:]...) && !zh.Holds(s, sayings[:]...) && !zh.BeginsWith(s, hinges[:]...) && !slices.Contains(efforts[:], s)
}

// What no field is or holds.
var (
	// actors say who cooperates, or where it was agreed, so that the list is of these: 甲国、乙国等国.
	actors = [...]string{"双方", "双边", "各方", "等方", "等国", "等地", "我们", "会议"}
	// sayings show that the item runs on into the clause: 将在…, 签署…, 座谈会上就…, 已在…, 近年来…, or that it is a phrase: 甲的乙.
	sayings = [...]string{"将", "签", "上就", "已在", "近年", "围绕", "聚焦", "的"}
	// hinges are the ends of words of the clause that the list was cut behind: 在|此, 会|上, 目|前, 签|了, 关|于.
	hinges = [...]string{"此", "上", "前", "了", "于"}
	// efforts are what is done about a field, by themselves: 加强、推动….
	efforts = [...]string{"促进", "推动", "加强"}
)

// openers are the words before the first item of a list that belong to none.
var openers = [...]string{"涵盖", "涉及", "包括", "关于", "围绕", "聚焦", "包含"}

// settle gives what sentences like 根据协议，双方将在甲、乙领域开展合作 list to the documents that they speak of.
func (r *reader) settle() {
	for _, s := range r.d.Sentences {
		if !s.Body() {
			continue
		}
		span := reading.Span{Start: r.d.Tokens[s.First].Start, End: r.d.Tokens[s.Last-1].End}
		text := r.d.String(span)
		head := ""
		if zh.Holds(text, papers...) {
			head = agreed.FindString(text)
		}
		if head == "" {
			r.gloss(s, text)
			continue
		}
		if list := fields(text, pledges); list != nil {
			if a := r.meant(head, span.Start); a != nil && len(a.Sectors) == 0 {
				a.Sectors = list
			}
		}
	}
}

// gloss gives the fields that the sentence right behind the signing of one document tells of both sides to it (…签订战略合作协议。双方将在甲、乙
// 等领域开展合作), or, where none is signed there, right before it (双方就甲、乙等领域的交流达成共识。…签署备忘录).
func (r *reader) gloss(s discourse.Sentence, text string) {
	ahead := consensus.MatchString(text)
	if !ahead && !glosses.MatchString(text) {
		return
	}
	one, n := r.signedIn(r.d.Before(s))
	if n == 0 && ahead {
		one, n = r.signedIn(r.d.After(s))
	}
	if n != 1 || one.Status == reading.Referred || len(one.Sectors) > 0 || one.Count > 1 || zh.EndsWith(one.Title, "声明", "公报", "宣言", "协定") {
		return
	}
	one.Sectors = fields(text, terms)
}

// signedIn is the last of the documents that sentence s tells of, if it is there, and how many those are.
func (r *reader) signedIn(s discourse.Sentence, ok bool) (last *reading.Agreement, n int) {
	if !ok {
		return nil, 0
	}
	from, to := r.d.Tokens[s.First].Start, r.d.Tokens[s.Last-1].End
	for i := range r.out {
		if a := &r.out[i]; a.Evidence.Start >= from && a.Evidence.End <= to {
			last, n = a, n+1
		}
	}
	return last, n
}

// consensus is a sentence that tells what two agree on before they sign.
var consensus = regexp.MustCompile(`^(?:会谈中，|会上，|座谈中，)?(?:双方|两地|两市|两县|两区)(?:还)?就[^。]*达成(?:了)?(?:广泛|初步|高度|一系列|多项)?(?:共识|一致)`)

// glosses opens such a sentence.
var glosses = regexp.MustCompile(`^(?:今后|未来|下一步|此后|接下来|按照约定)?，?(?:双方|两地|两市|两县|两区|两校|两院|校地|校企|院地|政企|合作双方|三方|各方)(?:将|就|还将|约定|商定|围绕|会|计划|同意)`)

// called is the name of the document in such a head: 合作协议 of 合作协议约定.
var called = regexp.MustCompile(`[\p{Han}“”]{2,8}?(?:协议书?|备忘录|合同|协定|意向书|合作书)`)

// frames are the words of a document that others hang on: 根据协议 means it where several were signed.
var frames = []string{"战略", "框架", "合作协议"}

// meant is the document that head, before offset at, speaks of: the last one before it, or, of those of one sentence, the frame. Where none
// stands before it, the first one of its paragraph behind it.
func (r *reader) meant(head string, at int) *reading.Agreement {
	var best *reading.Agreement
	name := called.FindString(head)
	for i := range r.out {
		if a := &r.out[i]; a.Evidence.Start < at && len([]rune(name)) >= shortestName && strings.HasSuffix(bare(a.Title), bare(name)) {
			best = a // 帮扶协议明确…: that one
		}
	}
	if best != nil {
		return best
	}
	for i := range r.out {
		a := &r.out[i]
		if strings.Contains(head, "备忘录") != strings.Contains(a.Title, "备忘录") || a.Evidence.Start >= at && (best != nil || !r.beside(at, a.Evidence.Start)) {
			continue
		}
		if best == nil || r.opening(a.Evidence.Start) != r.opening(best.Evidence.Start) || zh.Holds(a.Title, frames...) || !zh.Holds(best.Title, frames...) {
			best = a
		}
	}
	return best
}

// opening is the number of the last sentence that begins at offset at or before it.
func (r *reader) opening(at int) int {
	return sort.Search(len(r.d.Sentences), func(i int) bool { return r.d.Tokens[r.d.Sentences[i].First].Start > at })
}

// owned is true where the clause of the verb at token i has a subject of its own.
func owned(c *clause.Clause, i int) bool {
	from := c.Comma(i) + 1
	_, counted := set(c, from, i)
	return counted || len(c.Between(from, i)) > 0
}

// behind is what the sentence says behind document p and those signed with it, up to the next one and to what a semicolon
// parts from it.
func behind(c *clause.Clause, p paper, all []paper) string {
	for _, q := range all {
		if q.at > p.at && q.verb == p.verb && c.Comma(q.at) < p.at {
			p = q
		}
	}
	end := p.after
	for end < len(c.Tokens) && c.Tokens[end].Kind != discourse.Semi {
		if end != p.verb && c.Tokens[end].Is(discourse.Sign) && owned(c, end) {
			end = max(p.after, c.Comma(end)) // …，两地部门就甲、乙达成意向: another one's
			break
		}
		if slices.ContainsFunc(all, func(q paper) bool { return q.from == end && q.at != p.at }) {
			break
		}
		end++
	}
	return c.Text(min(p.after, end), end)
}

// since are the words that tell of what came after a document, or is hoped for: 早年签过协议书，这些年在甲、乙方面往来不断.
var since = []string{"年来", "以来", "这些年", "希望", "期待", "愿"}

// named is the fields that the sentence gives document p behind its name.
func named(c *clause.Clause, p paper, all []paper) []string {
	text := behind(c, p, all)
	if zh.Holds(text, since...) {
		return fields(text, held)
	}
	return fields(text, terms)
}
