package kg

// Sized is what a store may offer beside Store: how many claims a transaction holds where it writes fastest, about. Loads fill
// their transactions so far where they aren't told otherwise.
type Sized interface {
	BestClaims() int
}
