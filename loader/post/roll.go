package post

// rolls marks the names of lists that give whose pupil, member or maker each is behind it: 甲（某小学）、乙（某中学）、丙（某校）.
func rolls(units []unit) {
	for i := 0; i < len(units); i++ {
		if units[i].kind != uName || units[i].rolled {
			continue
		}
		var names []int
		parens := 0
		for k := i; ; {
			names = append(names, k)
			k++
			if k < len(units) && units[k].kind == uOpen {
				if end := shut(units, k, longestAside); end > k {
					k = end + 1
					parens++
				}
			}
			if k+1 >= len(units) || units[k].kind != uPause || units[k+1].kind != uName {
				break
			}
			k++
		}
		if len(names) < leastRoll || parens < leastRoll-1 {
			continue
		}
		for _, k := range names {
			units[k].rolled = true
		}
	}
}

// leastRoll is how many names such a list has at least, longestAside how many units a parenthesis in it.
const (
	leastRoll    = 3
	longestAside = 12
)
