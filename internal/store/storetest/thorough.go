package storetest

// Thorough has the suite ask with every operator of every field, with every filter in every order of edges, and at every time in both
// directions. Without it each field, order and time is asked with one of them, and the next with the next one, and of the fields that all
// kinds have each kind is asked with one: a server plans each such statement anew, which takes far longer than answering it. Set it
// before Run.
var Thorough bool

// rotation deals out what a run asks: the parts of the suite share a long list between them.
type rotation int

// deal is all of list where the suite is Thorough, else the one whose turn it is.
func deal[T any](r *rotation, list []T) []T {
	if Thorough || len(list) == 0 {
		return list
	}
	i := int(*r) % len(list)
	*r++
	return list[i : i+1]
}
