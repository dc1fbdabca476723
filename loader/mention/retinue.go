package mention

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/org"
)

// retinues are the words behind which those stand who come with another state's guest, by the offices of their own state.
var retinues = []string{"访华的有", "访华的还有", "访华的主要", "来访的有", "来访的还有"}

// retinue gives the ministries in such a list the guest's state: 陪同某某访华的有|外交部|部长, which is none of China's.
func (rd *reader) retinue() {
	for i := range rd.bodies {
		x := &rd.bodies[i]
		if x.kind != org.Government || x.anchor == placeAnchor || x.full != "" || x.facility {
			continue
		}
		from := x.start
		for from > 0 && !stopRune(rd.v.Runes[from-1]) {
			from--
		}
		if before := rd.v.Text(from, x.start); !strings.HasPrefix(before, "陪同") || !zh.Holds(before, retinues...) {
			continue
		}
		if c := rd.foreignCountry(x.start); c != nil {
			x.full, x.anchor = c.Name+x.name, placeAnchor
		}
	}
}
