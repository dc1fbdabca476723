package mention

import (
	"slices"

	"github.com/baopu/baopu/loader/verb"
)

// enframe takes a name in a frame: what stood before is the office of the name before it, what comes is this one's. It tells
// whether the frame begins anew, not in a list of names.
func (b *binder) enframe(i int, who *person) bool {
	if !b.units[i].framed {
		return false
	}
	who.vote(voteCalled)
	fresh := len(b.chain) > 0 && b.mode != verb.None
	if fresh {
		b.flush()
		b.chain = nil
	}
	if b.mode == verb.None && b.listed(i) {
		b.targets = slices.Clone(b.names) // 王玄、李沧海、阚云霞为副县长
	}
	for k := i + 1; k < len(b.units) && k < i+8; k++ {
		switch b.units[k].text {
		case "为":
			b.mode = verb.Appoints
			return fresh
		case "的", "辞去":
			b.mode = verb.Removes
			return fresh
		}
	}
	return fresh
}
