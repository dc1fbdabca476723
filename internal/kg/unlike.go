package kg

import "maps"

// Unlike lists, in no order, the keys under which x and y hold different values, or only one of them holds any.
func Unlike[K, V comparable](x, y map[K]V) []K {
	return unlike(x, y, func(a, b V) bool { return a == b })
}

// UnlikePairs lists, in no order, the pairs that r and s don't judge alike.
func (r *Rulings) UnlikePairs(s *Rulings) []Pair { return Unlike(r.verdicts(), s.verdicts()) }

// UnlikeArticles lists, in no order, the articles in which r and s don't reassign the same.
func (r *Rulings) UnlikeArticles(s *Rulings) []ID {
	return unlike(r.Reassign, s.Reassign, func(a, b map[ID]ID) bool { return maps.Equal(a, b) })
}

type verdict struct{ same, apart bool }

func (r *Rulings) verdicts() map[Pair]verdict {
	out := make(map[Pair]verdict, len(r.Same)+len(r.Apart))
	for _, p := range r.Same {
		out[p] = verdict{same: true}
	}
	for p := range r.Apart {
		out[p] = verdict{out[p].same, true}
	}
	return out
}

func unlike[K comparable, V any](x, y map[K]V, equal func(a, b V) bool) []K {
	var out []K
	for k, v := range x {
		if w, ok := y[k]; !ok || !equal(v, w) {
			out = append(out, k)
		}
	}
	for k := range y {
		if _, ok := x[k]; !ok {
			out = append(out, k)
		}
	}
	return out
}
