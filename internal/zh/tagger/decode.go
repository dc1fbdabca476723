package tagger

// Read takes up a sequence; Tag looks at parts of it.
func (t *Tagger) Read(s Sequence) {
	t.s = s
	t.room.Reset(s)
}

// Tag appends to dst the names in the tokens from lo to hi (exclusive), from left to right: those of the most probable
// labelling that keeps to the bars of the tokens. Names of one character are none. Parts are asked for from left to right.
func (t *Tagger) Tag(dst []Span, lo, hi int) []Span {
	if lo >= hi {
		return dst
	}
	t.from = t.s.Start
	if lo > 0 {
		t.from = t.s.Tokens[lo-1].End
	}
	n := t.s.Tokens[hi-1].End - t.from
	t.weigh(lo, n)
	t.search(n)
	return t.spans(dst, n)
}

// weigh fills emit with the weight of every label at every character. First it looks at the prints of all features, then at
// the numbers of their rows, then at these: the rows fit no near cache, and reads that wait for nothing between them are made at the same time.
func (t *Tagger) weigh(k, n int) {
	if cap(t.emit) < n {
		t.emit = make([][Labels]int32, n+n/2)
		t.back = make([][Labels]uint8, n+n/2)
		t.none = make([]int32, n+n/2)
	}
	t.emit, t.back, t.none = t.emit[:n], t.back[:n], t.none[:n]
	t.features, t.ends = t.features[:0], t.ends[:0]
	for i := range n {
		t.room.At(t.from + i)
		t.features = t.m.candidates(t.features, &t.room.Hash)
		t.ends = append(t.ends, len(t.features))
	}
	t.m.locate(t.features)
	first := 0
	for i, end := range t.ends {
		t.m.weigh(t.features[first:end], &t.emit[i])
		t.none[i] = t.emit[i][Outside]
		first = end
	}
	t.bar(k)
}

// bar takes from each character the labels that its token, k or a later one, bars.
func (t *Tagger) bar(k int) {
	for i := range t.emit {
		for t.s.Tokens[k].End <= t.from+i {
			k++
		}
		bars := t.s.Tokens[k].Bars
		if bars == 0 {
			continue
		}
		for y := range types {
			if bars.Has(y) {
				l := First(y)
				t.emit[i][l], t.emit[i][l+1], t.emit[i][l+2] = never, never, never
			}
		}
	}
}

// search is Viterbi's: emit becomes the weight of the best labelling up to each character that ends in each label, back the
// label before.
func (t *Tagger) search(n int) {
	for y := range types {
		t.emit[0][First(y)+1], t.emit[0][First(y)+2] = never, never
	}
	for i := 1; i < n; i++ {
		was, is, back := &t.emit[i-1], &t.emit[i], &t.back[i]
		for y := range types {
			first := First(y)
			for l := first + 1; l <= first+2; l++ {
				a, b := was[first]+t.m.transition[first][l], was[first+1]+t.m.transition[first+1][l]
				if a >= b {
					is[l] += a
					back[l] = uint8(first)
				} else {
					is[l] += b
					back[l] = uint8(first + 1)
				}
				is[l] = max(is[l], never)
			}
		}
		for l := Outside; l < Label(Labels); l += 1 + 2*min(l, 1) {
			best, from := was[Outside]+t.m.transition[Outside][l], Outside
			for y := range types {
				last := First(y) + 2
				if v := was[last] + t.m.transition[last][l]; v > best {
					best, from = v, last
				}
			}
			is[l] = max(is[l]+best, never)
			back[l] = uint8(from)
		}
	}
}

// spans reads the best labelling off, and weighs each name against none.
func (t *Tagger) spans(dst []Span, n int) []Span {
	l := Outside
	for y := range types {
		if last := First(y) + 2; t.emit[n-1][last] > t.emit[n-1][l] {
			l = last
		}
	}
	first := len(dst)
	end := 0
	for i := n - 1; i >= 0; i-- {
		if l != Outside {
			switch (l - 1) % 3 {
			case 2:
				end = i + 1
			case 0:
				dst = append(dst, Span{Start: t.from + i, End: t.from + end, Type: Type((l - 1) / 3)})
			}
		}
		l = Label(t.back[i][l])
	}
	for a, b := first, len(dst)-1; a < b; a, b = a+1, b-1 {
		dst[a], dst[b] = dst[b], dst[a]
	}
	for k := first; k < len(dst); k++ {
		dst[k].Odds = t.odds(dst[k])
	}
	return dst
}

// odds is the weight of a name on the best labelling less that of no name in its stead.
func (t *Tagger) odds(x Span) float32 {
	from, to := x.Start-t.from, x.End-t.from
	last := First(x.Type) + 2
	v := t.emit[to-1][last]
	if from > 0 {
		before := Label(t.back[from][First(x.Type)])
		v -= t.emit[from-1][before] + t.m.transition[before][Outside]
	}
	v -= int32(to-from-1) * t.m.transition[Outside][Outside]
	for i := from; i < to; i++ {
		v -= t.none[i]
	}
	if to < len(t.emit) {
		v += t.m.transition[last][Outside] - t.m.transition[Outside][Outside]
	}
	return float32(v) / Scale
}
