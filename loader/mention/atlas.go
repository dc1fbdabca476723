package mention

// atlas is what may stand at every position of the view by the text alone: found once, used by every scan.
type atlas struct {
	arcs        []arc
	first, last []int32 // the arcs at each position
	done        []bool
}

func newAtlas(runes int) *atlas {
	return &atlas{
		arcs: make([]arc, 0, 8*runes), first: make([]int32, runes), last: make([]int32, runes), done: make([]bool, runes),
	}
}
