package clause

import "github.com/baopu/baopu/internal/zh"

// Anonym is what a word says with which a body begins that has no name of its own.
type Anonym uint8

// The kinds of such words.
const (
	Counted Anonym = 1 << iota // one or some of a kind: 一家企业, 多家医院
	Anyone                     // whoever is of a kind, or of that trade: 企业, 客商
	Pointed                    // one told of before, or what doesn't begin a name: 该公司, 各银行
)

// anonyms is those words. A noun of Anyone begins names too where something else stands before it.
var anonyms = [...]struct {
	kind  Anonym
	words []string
}{
	{Counted, []string{"一家", "一个", "一所", "一位", "一名", "两家", "三家", "几家", "多家", "数家", "某", "部分", "知名", "最大"}},
	{Anyone, []string{
		"企业", "客户", "客商", "外商", "侨商", "侨胞", "用户", "买家", "商家", "商户", "农户", "投资方", "投资商", "供应商", "经销商", "采购商", "合作伙伴", "同行",
		"高校", "院校", "学校", "医院", "公司", "商会", "合作社", "园区", "景区", "旅行社", "媒体", "机构", "社会组织", "行业协会", "居民", "村民", "群众", "青年",
	}},
	{Pointed, []string{"该", "各", "我", "本", "等", "这家", "那家"}},
}

// Nameless is true where text begins with a word of one of the kinds, so that it names no one body.
func Nameless(text string, kinds Anonym) bool {
	for _, a := range anonyms {
		if a.kind&kinds != 0 && zh.BeginsWith(text, a.words...) {
			return true
		}
	}
	return false
}
