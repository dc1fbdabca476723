package unfit

import (
	"reflect"
	"strings"
	"testing"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/reading"
)

// The texts are written for this test. Those that news has too must stay unmarked.
func TestMarks(t *testing.T) {
	for _, c := range []struct {
		name, body string
		want       []reading.MarkKind
	}{
		{
			"a chapter of a novel", "第十七章\n江东省委书记办公室的灯还亮着。秘书长庾文渊推门而入，压低声音说：“书记，那份材料不见了。”书记眉头一皱，点燃一支烟，沉默了片刻。",
			[]reading.MarkKind{reading.Fiction},
		},
		{
			"a serial that says so", "市长放下电话，冷笑一声。（本故事纯属虚构，如有雷同，请勿对号入座。未完待续）",
			[]reading.MarkKind{reading.Fiction},
		},
		{"a province that there isn't, and nothing else", "江东省委书记出席会议并讲话。", nil},
		{"a novel about nobody in office", "第三章\n他冷笑一声，点燃一支烟，叹了口气，脸色一变，压低声音说话。", nil},
		{"a feature with a smile", "老支书微微一笑，叹了口气，说起当年修渠的事。县长握着他的手说，路一定修通。", nil},
		{"a law in chapters", "第一章 总则\n第二章 职责\n县长、局长按照职责分工负责。", nil},
		{"a real province", "在江苏省委书记的带领下，湖北省委、甘肃省政府、台湾省长期共同努力。", nil},
		{"words before 省委", "会议召开，宣布省委关于市长职务的决定。另有任用。省委组织部部长出席。", nil},

		{
			"spun", "昨日，市委布告主持召开常委会，听取市当局事情报告请示，夸大要周全落实紧张讲话肉体，推动经济社会成长。",
			[]reading.MarkKind{reading.Spun},
		},
		{"spun, in traditional characters", "市委佈告作緊張講話，要求周全落實，推動高質量成長，市當局各部門參加。", []reading.MarkKind{reading.Spun}},
		{"one odd compound", "他在作文里写道，要推动高质量成长。", nil},
		{"a notice on a wall", "市委门口贴着一张布告，向导带着游客走过。气氛紧张，集会的人群散去。", nil},

		{
			"an advertisement in a sentence", "市领导席北辰、卢望舒（更多内容请关注荆楚楼市微信公众号，咨询热线400-000-0000）参加活动。",
			[]reading.MarkKind{reading.Injected},
		},
		{"buttons of a page", "会议强调，要抓好落实。【分享到：微信 微博 QQ空间】连线结束后，市长检查了春耕。", []reading.MarkKind{reading.Injected}},
		{"goods of spam", "市长出席会议并讲话，百家乐真人荷官，会议要求抓好落实，代开发票。", []reading.MarkKind{reading.Injected}},
		{"a raid on gamblers", "民警捣毁一处窝点，查处百家乐、老虎机等赌博设备，抓获代开发票的嫌疑人3名。", nil},
		{"accounts in brackets", "各平台账号（微信公众号、微博账号）将于10月1日停止更新。", nil},
		{"a call in a sentence", "市民可扫码关注微信公众号，拨打热线12345咨询。", nil},
		{"a source in brackets", "（记者 席北辰 通讯员 卢望舒）市长关注民生。（据新华社客户端）", nil},

		{"doubled marks", "昨日，，市长出席会议。。会议由副市长主持。", []reading.MarkKind{reading.Doubled}},
		{"a line copied twice", "全市招商引资大会全市招商引资大会在体育馆召开，市长在在会上讲话。", []reading.MarkKind{reading.Doubled}},
		{"one slip", "昨日，，市长出席会议。", nil},
		{"speech", "“哈哈哈哈！！”他说，“一步一步来，实实在在地干，一个节点一个节点坚守……研究研究。”——人们说，目的的确达到了。", nil},
		{"numbers and dashes", "400-400-1212，，", nil},
		{"both", "昨日，，市长。。（更多精彩请关注微信公众号）", []reading.MarkKind{reading.Injected, reading.Doubled}},
		{"nothing", "", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := (&article.Article{Body: c.body}).Text()
			var got []reading.MarkKind
			for _, m := range Marks(text) {
				got = append(got, m.Kind)
				for _, s := range m.Spans {
					if s.Start < 0 || s.Start >= s.End || s.End > len(text.Runes) {
						t.Errorf("%s: span %v outside the text", m.Kind, s)
					}
				}
			}
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("marks %v, want %v", got, c.want)
			}
		})
	}
}

// Any text has the same marks each time, with spans inside it, in order.
func FuzzMarks(f *testing.F) {
	for _, s := range []string{"第一章\n江东省委书记冷笑一声。", "，，。。、、", "（关注微信", "会议会议会议会议会议会议", "省委省长", "江东省", "第", "一"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, body string) {
		text := (&article.Article{Title: body, Body: strings.Repeat(body, 2)}).Text()
		first := Marks(text)
		if !reflect.DeepEqual(first, Marks(text)) {
			t.Fatal("two looks at one text differ")
		}
		for _, m := range first {
			last := 0
			for _, s := range m.Spans {
				if s.Start < last || s.Start >= s.End || s.End > len(text.Runes) {
					t.Fatalf("%s: %v of %d characters", m.Kind, s, len(text.Runes))
				}
				last = s.Start
			}
		}
	})
}
