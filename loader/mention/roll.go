package mention

// headed is the verb of the heading line that a list of appointments stands under (任命：), noVerb if there is none: the
// nearest line before that ends with a colon.
func (rd *reader) headed(i int) verbClass {
	for k := i - 1; k >= 0; k-- {
		units := rd.parts[k].units
		n := len(units)
		if n < 3 || units[n-2].text != "：" && units[n-2].text != ":" {
			if n > 2 && units[n-2].kind == uStop {
				return noVerb
			}
			continue
		}
		switch v := units[n-3].verb; v {
		case appoints, removes:
			return v
		}
		return noVerb
	}
	return noVerb
}

// listed tells whether the name at i goes on a list of names.
func (b *binder) listed(i int) bool {
	if i == 0 {
		return false
	}
	switch b.units[i-1].kind {
	case uName, uHonor:
		return true
	case uShut:
		return b.rd.v.gap[b.units[i].start] // 张敏（女）　张骥
	case uPause, uJoin:
		if i > 1 {
			k := b.units[i-2].kind
			return k == uName || k == uHonor || k == uShut || len(b.chain) > 0
		}
	}
	return false
}

// roll gives three names or more in a row their votes.
func (b *binder) roll() {
	if len(b.names) < 3 {
		return
	}
	long := 0
	for _, who := range b.names {
		if len([]rune(who.name)) > 2 {
			long++
		}
	}
	if 2*long < len(b.names) {
		b.names = nil // 宜居、宜业、宜游
		return
	}
	for _, who := range b.names {
		who.vote(voteList)
	}
	b.names = nil
}

// counted tells whether a number or measure stands in front of the name at i: 3亩金线莲.
func (b *binder) counted(i int) bool {
	if i == 0 || b.called(i) {
		return false
	}
	p := b.units[i-1]
	return p.text[0] <= '9' || p.tag == "m" || p.tag == "q" || p.tag == "mq"
}

// prize is the index of the unit before a title that a quotation belongs to (“共和国勋章”获得者), i if there is none.
func (b *binder) prize(i int) int {
	for k := i + 1; k < len(b.units)-1 && k < i+12; k++ {
		switch b.units[k].kind {
		case uQuote:
			if b.units[k+1].kind == uPost {
				return k
			}
			return i
		case uComma, uStop, uSemi:
			return i
		}
	}
	return i
}
