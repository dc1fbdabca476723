package plan

import (
	"strings"
	"testing"

	"github.com/baopu/baopu/loader/page/line"
	"github.com/baopu/baopu/loader/page/part"
	"github.com/baopu/baopu/loader/page/text"
	"github.com/baopu/baopu/loader/page/words"
)

func TestGoesOn(t *testing.T) {
	before := "今年以来，西河镇先后修通六条村道，果农张大山把鲜桃运到县城只要半个小时，收购价也高了两成多。"
	known := func(a, b rune) bool { return strings.Contains(before, string([]rune{a, b})) }
	cases := []struct {
		next string
		on   bool
	}{
		{"3月8日，南浦县图书馆向乡村学校赠书六百册。", false},
		{"近日，南浦县图书馆向乡村学校赠书六百册。", false},
		{"南浦县图书馆3月8日向乡村学校赠书六百册。", false},
		{"会议还听取了水利工作的汇报。", true},
		{"张大山说，桃子运得远了，价钱也卖得高了。", true},
		{"李主任表示，明年再修两条。", true},
		{"南浦县图书馆的读书会办了三年。", true}, // nothing against it
	}
	for _, c := range cases {
		if got := goesOn([]rune(c.next), []rune(before), known); got > 0 != c.on {
			t.Errorf("%s: %.1f", c.next, got)
		}
	}
	for _, last := range [...]string{"现将有关事项通知如下：", "新华社北京3月8日电"} {
		if got := goesOn([]rune("3月8日起，全线停水。"), []rune(last), known); got <= 0 {
			t.Errorf("behind %s: %.1f", last, got)
		}
	}
}

func TestTorn(t *testing.T) {
	p := &plan{words: words.New()}
	cases := []struct {
		a, b string
		one  bool
	}{
		{"东山县水利局部署", "全县水库安全工作", true},
		{"西河镇修通“致富", "”村道六条", true},
		{"西河镇修通村道", "果农把鲜桃运到县城只要半个小时", false}, // lines of other lengths
		{"停电公告", "招聘启事", false},
		{"西河镇大力发展果业", "去年产值突破三亿元", false},
		{"东山县水利工作会议召开", "西河镇果农把桃运到县城", true},
		{"上半年经济稳中有进 工业回升", "固定资产投资 降幅收窄", false}, // two halves each
		{"东山县水利局部署水库安全", "李大山讲话 王小河主持", false},
	}
	for _, c := range cases {
		a, b := []rune(c.a), []rune(c.b)
		if got := p.torn(a, a, b); got > 0 != c.one {
			t.Errorf("%s / %s: %.1f", c.a, c.b, got)
		}
	}
	apart, one := (&speech{weight: 4, hit: []float64{3, 0}}).apart(&speech{weight: 4, hit: []float64{0, 2}})
	if apart != 0.25 || one != 0.375 {
		t.Errorf("apart %v, one %v", apart, one)
	}
}

// A large line between two columns of one text, put out before the later of them, is the text's headline; a small one is a
// sub-heading.
func TestHeadlineOverLaterColumn(t *testing.T) {
	for size, want := range map[float64]int{26: 0, 10: -1} {
		var ps []part.Part
		add := func(r part.Role, column int, size float64, s string) {
			x := text.Repair(s, int32(len(ps)))
			ps = append(ps, part.Part{Role: r, Text: x, First: len(ps), Last: len(ps), Column: column, Place: &line.Place{Chain: 1, Size: size}})
		}
		add(part.Body, 26, 10, "今年以来，西河镇先后修通六条村道，果农把鲜桃运到县城只要半个小时。")
		add(part.Head, 0, size, "西河镇修通果农致富路")
		add(part.Body, 26, 10, "果农张大山说，收购价也比往年高了两成多，西河镇的村民们笑得合不拢嘴。")
		p := newPlan(ps, blocks(ps), false)
		p.settle()
		if !p.joins[1] || p.owner[0] != want {
			t.Errorf("size %.0f: joined %v, owner %d, want %d", size, p.joins[1], p.owner[0], want)
		}
	}
}
