package tagger

import "github.com/baopu/baopu/internal/zh/name"

// FeatureCount is how many features a character has.
const FeatureCount = 16

// reach is how many characters before and behind a character its features look at.
const reach = 2

// What stands for the characters beyond both ends of a sequence.
const (
	noRune  = 1
	noTrait = 63
)

// Features computes the features of the characters of a sequence, one after the other.
type Features struct {
	s      Sequence
	k      int      // the token of the last character
	words  []uint64 // hash of each token's text
	runes  []rune   // the sequence, and reach more at both ends
	traits []uint8  // of runes
	Hash   [FeatureCount]uint64
}

// Reset begins a sequence.
func (f *Features) Reset(s Sequence) {
	f.s, f.k = s, 0
	f.words = f.words[:0]
	f.runes, f.traits = append(f.runes[:0], noRune, noRune), append(f.traits[:0], noTrait, noTrait)
	at := s.Start
	for _, t := range s.Tokens {
		h := uint64(14695981039346656037)
		for _, r := range s.Runes[at:t.End] {
			h = (h ^ uint64(r)) * 1099511628211
			f.runes, f.traits = append(f.runes, r), append(f.traits, name.Trait(r))
		}
		f.words = append(f.words, h)
		at = t.End
	}
	f.runes, f.traits = append(f.runes, noRune, noRune), append(f.traits, noTrait, noTrait)
}

func (f *Features) word(k int) uint64 {
	if k < 0 || k >= len(f.words) {
		return 1
	}
	return f.words[k]
}

func (f *Features) code(k int) uint64 {
	if k < 0 || k >= len(f.s.Tokens) {
		return 255
	}
	return uint64(f.s.Tokens[k].Code)
}

// At fills f.Hash for the character at i. Characters are asked for from left to right.
func (f *Features) At(i int) {
	for f.s.Tokens[f.k].End <= i {
		f.k++
	}
	k := f.k
	from := f.s.Start
	if k > 0 {
		from = f.s.Tokens[k-1].End
	}
	place := uint64(min(i-from, 3))<<2 | uint64(min(f.s.Tokens[k].End-i-1, 3))
	r, q := f.runes[i-f.s.Start:][:1+2*reach], f.traits[i-f.s.Start:][:1+2*reach]
	a2, a1, c, b1, b2 := uint64(r[0]), uint64(r[1]), uint64(r[2]), uint64(r[3]), uint64(r[4])
	t2, t1, t, u1, u2 := uint64(q[0]), uint64(q[1]), uint64(q[2]), uint64(q[3]), uint64(q[4])
	here, left, right := f.code(k)<<4|place, f.code(k-1), f.code(k+1)
	f.Hash = [FeatureCount]uint64{
		mix(1, c, 0), mix(2, a1, 0), mix(3, b1, 0),
		mix(4, a1<<21|c, 0), mix(5, c<<21|b1, 0), mix(6, a2<<21|a1, 0), mix(7, b1<<21|b2, 0),
		mix(8, t1<<12|t<<6|u1, 0), mix(9, t2<<12|t1<<6|t, 0), mix(10, t<<12|u1<<6|u2, 0),
		mix(11, here<<16|left<<8|right, 0),
		mix(12, f.words[k], place), mix(13, f.word(k-1), here), mix(14, f.word(k+1), here),
		mix(15, f.word(k-2), left<<12|here), mix(16, f.word(k+2), right<<12|here),
	}
}

// mix hashes a feature: its number, and two values.
func mix(id, a, b uint64) uint64 {
	h := (a^id<<58)*0x9E3779B97F4A7C15 ^ (b+id)*0xC2B2AE3D27D4EB4F
	h ^= h >> 32
	h *= 0xD6E8FEB86659FD93
	return h ^ h>>29
}
