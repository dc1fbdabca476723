package body

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh/gazetteer"
	"github.com/baopu/baopu/internal/zh/lexicon"
	"github.com/baopu/baopu/loader/org"
)

// Short names: an article gives a company or an institution its full name once (浙江润月珠业有限公司, 吉林松江大学第二医院) and
// goes on with what its readers say (润月珠业, 松江大学二院).

// legalForms are what a company's full name ends in and its short names don't.
var legalForms = []string{
	"集团有限责任公司", "集团股份有限公司", "股份有限公司", "有限责任公司", "集团有限公司", "有限公司", "集团公司", "总公司", "分公司", "集团", "公司", "株式会社",
}

// trades are what a short name may drop before the legal form.
var trades = []string{"科技", "实业", "发展", "控股", "股份", "技术", "投资", "贸易", "商贸", "集团", "食品", "建设", "工程", "科技发展", "置业"}

// shortened are the ordinal institutions' short endings: 第二医院 is 二院.
var shortened = [][2]string{{"医院", "院"}, {"中学", "中"}, {"小学", "小"}, {"高级中学", "中"}}

// contracted are the short endings of schools behind what is their own. All that fit are said: 某地师专 and 某地师范高专.
var contracted = [][2]string{{"职业技术学校", "职校"}, {"职业学校", "职校"}, {"职业技术学院", "职院"}, {"师范大学", "师大"}, {"农业大学", "农大"}, {"理工大学", "理工"}, {"工业大学", "工大"}, {"医科大学", "医大"}, {"农业职业学院", "农职院"}, {"高等专科学校", "高专"}, {"师范高等专科学校", "师专"}, {"师范学院", "师院"}, {"财经大学", "财大"}, {"科技大学", "科大"}, {"交通大学", "交大"}, {"林业大学", "林大"}, {"民族大学", "民大"}, {"海洋大学", "海大"}, {"中医药大学", "中医大"}, {"理工学院", "理工"}}

// longBrand is how many characters the brand in a company's name, behind its place, may have.
const longBrand = 4

// ownHead is how many characters of a company's name, behind its place, are a short name whatever follows them.
const ownHead = 3

// longestHead is how many characters the place may have that a company's short name keeps before its initials.
const longestHead = 3

// shortNames is what x, whose name begins with a place of so many characters, may be called for short.
func shortNames(name []rune, place int, kind string) []string {
	core := string(name[place:])
	var out []string
	switch kind {
	case org.Company:
		out = companyShort(core)
		if head, _, ok := strings.Cut(core, "农村商业银行"); ok {
			out = append(out, head+"农商银行", head+"农商行", "农商银行", "农商行")
		}
		if own := []rune(core); place > 0 && place <= longestHead && len(own) > longBrand && lexicon.FreqOf(string(own[:initials])) == 0 {
			out = append(out, string(name[:place+initials])) // 某国莱欣 of 某国莱欣工业地产公司
		}
	case org.School, org.Hospital:
		if place > 0 {
			out = append(out, core)
		}
		if at := strings.LastIndex(core, "附属"); at > 0 {
			out = append(out, core[at:]) // 附属第二医院
		}
		fulls := []string{core, string(name)}
		if place > 2 && strings.ContainsRune("市县区", name[place-1]) {
			fulls = append(fulls, string(name[:place-1])+core) // 内江一中 of 内江市第一中学
		}
		for _, full := range fulls {
			for _, s := range contracted {
				if head, ok := strings.CutSuffix(full, s[0]); ok && len([]rune(head)) > 1 {
					out = append(out, head+s[1])
				}
			}
			for _, s := range shortened {
				if head, ok := strings.CutSuffix(full, s[0]); ok && len([]rune(head)) > 2 {
					if k := strings.LastIndex(head, "第"); k > 0 {
						out = append(out, head[:k]+strings.TrimPrefix(head[k:], "第")+s[1])
					}
				}
			}
		}
	}
	return slices.DeleteFunc(out, func(s string) bool {
		n := len([]rune(s))
		return n < 3 || n >= len(name) || lexicon.FreqOf(s) > 0
	})
}

// companyShort is the same of a company, without the place.
func companyShort(core string) []string {
	for _, form := range legalForms {
		rest, ok := strings.CutSuffix(core, form)
		if !ok || rest == "" {
			continue
		}
		out := []string{rest, rest + "公司", rest + "集团"}
		r := []rune(rest)
		for n := ownHead; n < len(r); n++ {
			out = append(out, string(r[:n])) // 甲乙五金 of 甲乙五金工具有限公司
		}
		for n := ownHead; n <= longBrand && n < len(r); n++ {
			out = append(out, string(r[:n])+"公司") // 甲乙丙公司 of 甲乙丙生物科技有限公司
		}
		for n := 2; n <= longBrand && n+2 < len(r); n++ {
			out = append(out, string(r[:n])+string(r[len(r)-2:])) // 甲乙丙瓷业 of 甲乙丙日用瓷业有限公司
		}
		out = append(out, heads(rest, core)...)
		for _, t := range trades {
			if brand, ok := strings.CutSuffix(rest, t); ok && brand != "" {
				out = append(out, brand, brand+"公司", brand+"集团")
			}
		}
		return out
	}
	return nil
}

// initials is how many characters of its own name a company is called by before 公司: 津重公司 of 津重起重机械.
const initials = 2

// heads is what a company is called for short by its initials; what is no 集团 is called so only where its own name is long.
func heads(own, core string) []string {
	r := []rune(own)
	first := string(r[:min(initials, len(r))])
	if len(r) < longBrand || lexicon.FreqOf(first) > 0 || len(gazetteer.Default().Named(first)) > 0 {
		return nil
	}
	out := []string{first + "公司"}
	if len(r) > longBrand || strings.Contains(core, "集团") {
		out = append(out, first+"集团", first+"股份")
	}
	return out
}
