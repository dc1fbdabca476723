package gazetteer

// At is p under the name and rank that it had on date: p itself where it existed then or nothing better is known, else its
// only predecessor of that time.
func (p *Place) At(date string) *Place {
	if date == "" || p.ValidAt(date) || p.Kind != Division {
		return p
	}
	was := p.was(date)
	if was == nil {
		return p
	}
	return was
}

// was is the only predecessor of p, however far back, that existed on date.
func (p *Place) was(date string) *Place {
	var only *Place
	for q := p.prior; q != nil; q = q.also {
		w := q
		if !q.ValidAt(date) {
			w = q.was(date)
		}
		if w == nil {
			continue
		}
		if only != nil && only != w {
			return nil
		}
		only = w
	}
	return only
}
