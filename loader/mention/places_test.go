package mention

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Built and natural places that no list has, by their ending and what stands round them.
func TestFacilities(t *testing.T) {
	for _, c := range []struct {
		trap, body string
		want       []string
	}{
		{"a river by its shore", "代表团在上高县洣河岸边植树，沿渌溪步行。", []string{"洣河", "渌溪"}},
		{"any river is none", "河湖水质好转，沿江绿树成荫，大河上下忙春耕。", nil},
		{"an unknown name before a built place", "仪式在柘林溪文创街区举行。", []string{"柘林溪文创街区"}},
		{"the level's own", "郑柏青在市行政中心会见客人。", []string{"市行政中心"}},
		{"a zone cut apart", "宜春高新区签约。", []string{"宜春高新区"}},
		{"a bus line and roads of no name", "公交12路改道，全县农村公路畅通，走上康庄大道。", nil},
		{"rivers and isles by themselves", "青鹭湖、棹歌岛等景点迎客，船过白鹇湾。", []string{"青鹭湖", "棹歌岛", "白鹇湾"}},
		{"what only tells of rivers", "全线开河，心系江河，把巡河日志写好，统筹山水林田湖。", nil},
		{"sights by a stem of no everyday word", "代表团来到磨盘沟景区，察看青石滩水库和窑头遗址；旅游景区、大型水库客流增长。", []string{"磨盘沟景区", "青石滩水库", "窑头遗址"}},
		{"a pipeline in marks of quotation", "“银燕”天然气管道停止输气，“放心”市场开业。", []string{"“银燕”天然气管道"}},
		{"railways between states, in no list", "双方推进蒙俄铁路、中哈乌铁路建设。", []string{"蒙俄铁路", "中哈乌铁路"}},
		{"a railway by a state that the article names", "瓦努阿图总统提到中瓦铁路。", []string{"中瓦铁路"}},
		{"a railway between towns abroad", "双方将运营好迪卡高铁。", []string{"迪卡高铁"}},
		{"railways of no letters", "塔吉克斯坦铁路停运，全国铁路客流增长。", nil},
		{"a river in a company's name", "江西赣江机电有限公司签约。", nil},
		{"what is a division's short name by itself is the head of an old town and a station", "代表团在樟树古城参观，又到宜春北站。", []string{"樟树古城", "宜春北站"}},
		{"natural features by a head that says what they are, behind a place or a name", "候鸟飞抵草海湿地、若尔盖湿地，奥林迪火山喷发。全市湿地面积增长，江西湿地保护得力。", []string{"草海湿地", "若尔盖湿地", "奥林迪火山"}},
		{"a range is not its mountain", "铁路穿越罗霄山脉，游客登上罗霄山。", []string{"罗霄山脉", "罗霄山"}},
		{"roads by the letters of the places that they join", "建设中的渝樟高铁全线贯通，随着昌宜高速通车。经济高速增长，旅客去找铁路部门，车辆上高速。", []string{"渝樟高铁", "昌宜高速"}},
		{"roads by letters that are everyday words elsewhere", "哈大高铁、大广高速、昌九高铁、内昆铁路、上罗高速、南凭高铁运行平稳，自昌宜高速推进改造以来，新渝樟高铁和德商高速通车。", []string{"哈大高铁", "大广高速", "昌九高铁", "内昆铁路", "上罗高速", "南凭高铁", "昌宜高速", "渝樟高铁", "德商高速"}},
		{"characters that stand for no place, or only for how fast and how many", "三大铁路枢纽，多条高铁，坏铁路重修，一小时内上高速，上百台高速机具，货车免费通行高速公路，经济高速推进，总量高速增长，城际铁路建设。", nil},
		{"lines of a town's railways and roads by their number", "南昌地铁7号线开通，车队沿国道318线行驶。", []string{"南昌地铁7号线", "国道318线"}},
		{"railway stations by their town, where trains are spoken of", "旅客在丰城站、南昌西站候车。中国站在一起，短道速滑世界杯南昌站、围棋联赛高安站结束，第三届银鸥杯宜春站开赛。三季度联合检查萍乡站。", []string{"丰城站", "南昌西站", "萍乡站"}},
		{"a mountain in the place right before it, a hill and a lake called after a small place", "来到宜春棹歌山赏花，在南京栖霞山、玄武湖游览。宜春郑柏山说，山高路远。", []string{"棹歌山", "栖霞山", "玄武湖"}},
		{"a lake and a bridge are two", "参观白鹇湖和望江桥。", []string{"白鹇湖", "望江桥"}},
		{"hotels are built, by their names alone", "会议在宜春青鹭大酒店举行，客人入住星级酒店。", []string{"宜春青鹭大酒店"}},
		{"stores and housing of a town have no name, a road up a hill and a ship neither", "南昌仓库起火，南昌市西湖区老旧小区改造，盘山路通车，微山湖舰起航。", nil},
		{"the banks of a river are not the strait's", "赣江两岸桃花盛开，滋养两岸群众。", []string{"赣江"}},
		{"both sides of the strait", "推动两岸关系和平发展。", []string{"海峡两岸"}},
		{"a division in full, or a province, is none of the name behind it, a town none of a road's", "宜春市袁州区望江大街、江西省南昌港、南昌棹歌路、江西庐山风景区，樟树市人民公园。", []string{"望江大街", "南昌港", "棹歌路", "庐山风景区", "樟树市人民公园"}},
		{"a river or lake by its shore in one word, a counted bridge over one, no state", "活动在白鹇湖畔、青鹭江边举行，一座赣江大桥通车，走到河边，苏丹红海州签约。", []string{"白鹇湖", "青鹭江", "赣江大桥"}},
		{"a pipeline with a number in marks of quotation", "“银燕-3”天然气管道停止输气，“白鸥”管道受损，俄罗斯管道停运。", []string{"“银燕-3”天然气管道", "“白鸥”管道"}},
		{"built places that everybody knows", "客人参观故宫、天坛，弘扬红旗渠精神，到趵突泉公园赏花。", []string{"故宫", "天坛", "趵突泉公园"}},
		{"a work on a work, each by itself", "深中通道白鹇洋大桥合龙，石塘湾隧道和望江路延伸工程通车。", []string{"深中通道", "白鹇洋大桥", "石塘湾隧道", "望江路"}},
	} {
		t.Run(c.trap, func(t *testing.T) {
			var got []string
			for _, p := range read1(home, c.body).Places {
				if p.Type != "admin" {
					got = append(got, p.Name)
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Seas after which districts and towns are called, too.
func TestSeas(t *testing.T) {
	for _, c := range []struct {
		trap, home, body string
		want             []string
	}{
		{"in the nation's news the sea", "中国", "双方维护南海和平稳定，渔船驶向东海。", []string{"南海", "东海"}},
		{"elsewhere by what stands round it", home, "专家谈南海问题，渔船在黄海、东海作业。他从南海回来。", []string{"南海", "黄海", "东海"}},
		{"a district and a county", "中国", "广东佛山南海区签约，江苏东海县委开会。", nil},
		{"the district near the paper", "广东省佛山市", "南海东部片区动工，南海各方代表座谈，南海海洋产业签约，市民谈南海问题。", nil},
		{"the sea even there", "江苏省连云港市", "渔船在黄海、东海作业。舰艇驶入东海海域。", []string{"黄海", "东海"}},
		{"the district that the article names", home, "佛山南海区来客，南海各方问题好解决。", nil},
		{"the county behind the nation", "中国", "客人来到中国东海县。", nil},
	} {
		t.Run(c.trap, func(t *testing.T) {
			var got []string
			for _, p := range read1(c.home, c.body).Places {
				if p.Type == "natural" {
					got = append(got, p.Name)
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
