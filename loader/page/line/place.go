package line

import "github.com/baopu/baopu/loader/sheet"

// Place is what the sheet says about a line.
type Place struct {
	Spot     int32 // which stretch of the sheet it stands in
	Chain    int32 // which run of columns, from 1; 0 for none
	Stack    int32 // which headline stack, from 1; 0 for none
	Size     float64
	Face     string
	Caption  bool // it describes a picture
	Inside   bool // a caption between the columns of its chain
	Vertical bool // it runs down the page
	Box      sheet.Box
}

// nearCaptions is how many ems apart the captions of pictures that go together stand at most.
const nearCaptions = 4

// Near reports whether two lines stand close to one another.
func (a *Place) Near(b *Place) bool {
	return -a.Box.OverlapX(b.Box) < nearCaptions*a.Size && -a.Box.OverlapY(b.Box) < nearCaptions*a.Size
}

// SameText reports whether two lines can be of one run of paragraphs, by what positions say.
func SameText(a, b *Place) bool {
	return a == nil || b == nil || a.Chain == b.Chain && a.Caption == b.Caption && (!a.Caption || a.Spot == b.Spot)
}

// AlikeSizes reports whether letters of two sizes are set as one.
func AlikeSizes(a, b float64) bool { return a < 1.04*b && b < 1.04*a }
