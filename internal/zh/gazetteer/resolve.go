package gazetteer

// Resolve is the one division or country that name means where nothing else is known, as a user types a paper's home: 乌海,
// 乌海市, 内蒙古自治区乌海市, 内蒙古乌海, 北京东城区. Today's places go before ended ones, a full name before a short one, the higher
// level before the lower. False where that leaves more than one (鼓楼区) or none.
func (g *Gazetteer) Resolve(name string) (*Place, bool) {
	return pick(g.whole(name), "")
}

// ByPath is the division with exactly this full path: today's, or the one that had it last; nil if none.
func (g *Gazetteer) ByPath(path string) *Place {
	var best *Place
	for _, c := range g.whole(path) {
		p := c.Place
		if p.Path() != path && (p.To == "" || p.PathAt(p.To) != path) {
			continue
		}
		if best == nil || best.To != "" && (p.To == "" || p.To > best.To) {
			best = p
		}
	}
	return best
}

// whole is what the whole of name may mean, as one name or a chain.
func (g *Gazetteer) whole(name string) []Candidate {
	runes := foldRunes(name)
	for m := range g.Matches(runes, 0) {
		if m.End == len(runes) {
			return m.Candidates
		}
	}
	return nil
}

// Choose is the candidate that context makes the likeliest on date (partial ISO, "" today): among those that existed then,
// one that holds, is, or lies in the first context place, or in the division round it, ever wider; then the same for the
// next. Without help from the context: a single candidate, or the single highest of prefectures and above. False where more
// than one is left: the caller keeps them as candidates.
func (g *Gazetteer) Choose(cs []Candidate, date string, context ...*Place) (*Place, bool) {
	valid := validAt(cs, date)
	if len(valid) == 1 {
		return valid[0].Place, true
	}
	if p := eminent(valid); p != nil {
		return p, true
	}
	for _, c := range context {
		for round := c; round != nil && round.Level != Nation; round = round.parent {
			if p, n := near(valid, round, c); n == 1 {
				return p, true
			} else if n > 1 {
				break
			}
		}
	}
	if p, ok := pick(cs, date); ok && p.Rank() <= 1 {
		return p, true
	}
	return nil, false
}

// eminent is the one province or country among short names of other places (海南, 吉林 also in their own papers).
func eminent(cs []Candidate) *Place {
	var top *Place
	for _, c := range cs {
		switch {
		case c.Place.Rank() == 0 && top == nil:
			top = c.Place
		case c.Place.Rank() == 0 || !c.Form.Has(Short):
			return nil
		}
	}
	return top
}

// near counts the candidates in round, or that hold c, and is the first one of the highest level.
func near(cs []Candidate, round, c *Place) (*Place, int) {
	var best *Place
	n := 0
	for _, x := range cs {
		p := x.Place
		switch {
		case !p.Within(round) && !c.Within(p):
		case best == nil || p.Rank() < best.Rank():
			best, n = p, 1
		case p.Rank() == best.Rank() && p != best:
			n++
		}
	}
	return best, n
}

func validAt(cs []Candidate, date string) []Candidate {
	var valid []Candidate
	for _, c := range cs {
		if c.Place.ValidAt(date) {
			valid = append(valid, c)
		}
	}
	if valid == nil {
		return cs
	}
	return valid
}

// pick is the one candidate that goes before all others by level, then by form.
func pick(cs []Candidate, date string) (*Place, bool) {
	var best *Place
	score, tie := -1, false
	for _, c := range validAt(cs, date) {
		s := 2 * (8 - c.Place.Rank())
		if !c.Form.Has(Short) {
			s += 3 // a county's full name goes before a prefecture's short one
		}
		switch {
		case c.Place == best:
		case s > score:
			best, score, tie = c.Place, s, false
		case s == score:
			tie = true
		}
	}
	return best, best != nil && !tie
}
