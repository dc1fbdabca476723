package name

// Trait is how a character makes names, in six bits of three steps each from none: as a surname, in given names, in
// transliterated ones, each weighed against how often the character stands in text.
func Trait(r rune) uint8 { return tableOnce().char(r).trait }

// weigh fills in c's trait.
func (c *char) weigh() {
	var surname, foreign uint8
	if c.isSurname {
		surname = 1 + step(c.surname-c.text, -0.5, 2)
	}
	if c.isForeign {
		foreign = 1 + step(c.foreign-c.text, 0, 2)
	}
	given := step(max(c.first, c.second)-c.text, -2, 0, 1.5)
	c.trait = surname | given<<2 | foreign<<4
}

// step is how many of the bounds x reaches.
func step(x float32, bounds ...float32) uint8 {
	n := uint8(0)
	for _, b := range bounds {
		if x >= b {
			n++
		}
	}
	return n
}

// UsualSurname reports whether r is a surname far more often than it stands in text for something else: 王, 张, not 金, 文.
func UsualSurname(r rune) bool { return Trait(r)&3 == 3 }
