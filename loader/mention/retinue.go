package mention

import (
	"regexp"

	"github.com/baopu/baopu/loader/body"
	"github.com/baopu/baopu/loader/lattice"
	"github.com/baopu/baopu/loader/org"
)

// retinues is the words behind which those stand who come with another state's guest, by the offices of their own state.
var retinues = regexp.MustCompile(`(?:陪同|随同|随).*(?:访华|来访|到访|来华)的?(?:主要)?(?:成员|官员|人员)?(?:还|主要|分别)?(?:有|包括)`)

// retinue gives the ministries in such a list the guest's state: 陪同某某访华的有|外交部|部长, which is none of China's.
func (rd *reader) retinue() {
	for i := range rd.bodies {
		x := &rd.bodies[i]
		if x.Kind != org.Government || x.Anchor == body.PlaceAnchor || x.Full != "" || x.Facility {
			continue
		}
		from := x.Start
		for from > 0 && !lattice.EndsSentence(rd.v.Runes[from-1]) {
			from--
		}
		if before := rd.v.Text(from, x.Start); !retinues.MatchString(before) {
			continue
		}
		if c := rd.foreignCountry(x.Start); c != nil {
			x.Full, x.Anchor = c.Name+x.Name, body.PlaceAnchor
		}
	}
}
