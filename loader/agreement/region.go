package agreement

import (
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/reading"
)

// regions is whom the name of a region stands for where it signs.
var regions = map[string][]string{
	"京津冀": {"北京市", "天津市", "河北省"},
	"长三角": {"上海市", "江苏省", "浙江省", "安徽省"},
	"内地":  {"内地"}, // and 澳门
	"粤港澳": {"广东省", "香港特别行政区", "澳门特别行政区"},
}

// united is the divisions of the region at token j that acts as one: 京津冀三地共同签署. nil where it only says where or begins a name.
func (r *reader) united(c *clause.Clause, j int) []string {
	t := c.Tokens[j]
	if t.Kind != discourse.Place || r.d.Places[t.Index].Type != reading.Region || c.Located(j) {
		return nil
	}
	next := c.Next(j)
	if !next.Is(discourse.Sign|discourse.And) && next.Kind != discourse.Date && !zh.BeginsWith(r.d.String(next.Span), "三地", "三省市", "三省一市", "四地", "共同", "联合", "正式", "协同") {
		return nil
	}
	return regions[r.d.Name(t)]
}
