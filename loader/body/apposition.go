package body

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/org"
)

// Nouns that say in front of a name what it is the name of: 评级机构|某某公司, 控制性工程|某某大桥. The name begins behind them.
var (
	sorts     = zh.Words("智库 高端智库 巨头 军工巨头 军火巨头 军火商 制造商 供应商 零售商 运营商 生产商 开发商 承包商 航空巨头 科技巨头")
	inquiring = zh.Words("医疗 评级 研究 监测 监管 投资 咨询 私营 调查 金融 中介 民调 科研 评估")
	hosts     = zh.Words("组织 主办 承办 协办 合作 发起 援助")
	built     = []string{"工程", "建筑", "景点", "遗产", "地标", "名胜"}
)

// apposes tells whether the word w at token j says what x, of whose name more than the ending stands between, is.
func (rd *Reader) apposes(tokens []lattice.Token, j int, x *Thing, w string) bool {
	from, ok := x.Ending(rd.v)
	if !ok || tokens[j].End >= from || tokens[j+1].Start != tokens[j].End {
		return false
	}
	switch {
	case x.Facility && tokens[j+1].Kind == lattice.Letters:
		return false // 扩建工程T3航站楼
	case x.Facility:
		return zh.EndsWith(w, built...) || w == "项目"
	case sorts[w]:
		return true
	case w == "机构":
		return j > 0 && inquiring[rd.v.Text(tokens[j-1].Start, tokens[j-1].End)]
	case w == "超市":
		return j > 0 && rd.v.Text(tokens[j-1].Start, tokens[j-1].End) == "连锁"
	case w == "方":
		return j > 0 && hosts[rd.v.Text(tokens[j-1].Start, tokens[j-1].End)]
	case w == "企业":
		return x.Kind == org.Company
	}
	return x.Kind == org.Hospital && w == "医院" && !strings.HasSuffix(rd.v.Text(x.Start, x.End), "分院") && !strings.HasPrefix(rd.v.Text(tokens[j+1].Start, x.End), "附属")
}
