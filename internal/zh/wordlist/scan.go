package wordlist

// Found is word N of a list, which stands in a text from Start to End, with its value.
type Found struct {
	N, Start, End int32
	Value         uint16
}

// block is how many positions of a text are looked up in step.
const block = 64

// sight is what a list has of a position.
type sight struct {
	lo, hi uint32 // in seconds: what stands behind the head
	word   uint32 // of the head
	value  uint16
	paired bool // pair is there
	pair   pair
}

// Scan appends to dst every word that stands in text, by its start, the shortest first: Each of one position after the other. It looks
// up many positions step by step, so that reads of the tables, which wait for memory, wait together.
func (l *List) Scan(dst []Found, text []rune) []Found {
	var at [block]sight
	for from := 0; from < len(text); from += block {
		to := min(from+block, len(text))
		l.seeHeads(&at, text[from:to])
		l.seePairs(&at, text[from:min(to+1, len(text))], to-from)
		for i := from; i < to; i++ {
			dst = l.found(dst, &at[i-from], text, i)
		}
	}
	return dst
}

// seeHeads finds what is known of each head.
func (l *List) seeHeads(at *[block]sight, text []rune) {
	for k, r := range text {
		at[k] = sight{}
		if n, ok := l.codes.Rank(uint32(code(r))); ok {
			h := &l.heads[n]
			at[k] = sight{lo: h.behind, hi: l.heads[n+1].behind, word: h.word, value: h.value}
		}
	}
}

// seePairs finds what is known of the first n heads with the characters that follow them in text, as far as it goes.
func (l *List) seePairs(at *[block]sight, text []rune, n int) {
	for k := range at[:min(n, len(text)-1)] {
		p := &at[k]
		if p.lo == p.hi {
			continue
		}
		var s uint32
		s, p.paired = l.second(p.lo, p.hi, code(text[k+1]))
		p.pair = l.pairs[s]
	}
}

// found appends the words at i, of which p is known.
func (l *List) found(dst []Found, p *sight, text []rune, i int) []Found {
	yield := func(n, end int) { dst = append(dst, Found{int32(n), int32(i), int32(end), l.tails[n].value}) }
	if code(text[i]) == lastCode || i+1 < len(text) && code(text[i+1]) == lastCode {
		l.eachBeyond(text, i, yield)
		return dst
	}
	if p.word > 0 {
		dst = append(dst, Found{int32(p.word - 1), int32(i), int32(i + 1), p.value})
	}
	if !p.paired {
		return dst
	}
	n := int(p.pair.first &^ pairMark)
	if p.pair.first&pairMark != 0 {
		dst = append(dst, Found{int32(n), int32(i), int32(i + 2), p.pair.value})
		n++
	}
	if p.pair.longer > 0 {
		l.eachLonger(n, n+int(p.pair.longer), text, i, yield)
	}
	return dst
}
