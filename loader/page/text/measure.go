package text

// Halves is the width of a code point in half widths.
func Halves(r rune) int {
	switch {
	case r < 0x2000:
		if r == '·' || r == '×' || r == '±' || r == '°' {
			return 2
		}
		return 1
	case r == '\u2009' || r == '\u200b' || r == '\ufeff':
		return 0
	default:
		return 2
	}
}

// Width is the width of a text in half widths.
func Width(r []rune) int {
	n := 0
	for _, c := range r {
		n += Halves(c)
	}
	return n
}

// Stops counts the marks that running text has and headlines seldom: ，。；！？.
func Stops(r []rune) int {
	n := 0
	for _, c := range r {
		if In("，。；！？", c) {
			n++
		}
	}
	return n
}

// Abs is the absolute value of n: how far apart two widths or places are.
func Abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
