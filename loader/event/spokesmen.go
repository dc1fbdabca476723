package event

import (
	"regexp"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/clause"
	"github.com/baopu/baopu/loader/discourse"
)

// floorOf is what may stand between 负责人 and the verb by which they speak: 甲、乙负责同志，以及企业代表先后在会上作了|交流发言.
var floorOf = regexp.MustCompile(`^(?:代表)?(?:，(?:以及)?\p{Han}{0,12}代表)?(?:先后|分别|依次)?(?:在(?:会|会议|座谈会|大会)上)?(?:先后|分别|依次)?(?:(?:作|做)了?)?$`)

// spokesmen is the bodies whose 负责人 speaks at token i.
func (c *view) spokesmen(i int) []clause.Party {
	k, own := i-1, c.From(i)
	for k > own && !c.spoken(k) {
		k--
	}
	if k < 1 || !c.spoken(k) || k != i-1 && (k <= own || !floorOf.MatchString(c.Text(k+1, i))) {
		return nil
	}
	from := c.Comma(i) + 1
	if k != i-1 {
		from = own
	}
	var out []clause.Party
	for _, p := range c.Between(from, k+1) {
		if p.Kind == discourse.Org {
			out = append(out, p)
		}
	}
	return out
}

// spoken is true where the text before token k+1 ends in who speaks for a body.
func (c *view) spoken(k int) bool {
	return zh.EndsWith(c.Text(k-1, k+1), "负责人", "负责同志", "发言人")
}
