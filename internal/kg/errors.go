package kg

import "errors"

// The errors that stores and readers wrap; graph/errors.go turns them into codes.
var (
	// ErrNotFound: nothing has the id or key that was asked for.
	ErrNotFound = errors.New("not found")
	// ErrInvalid: the caller's input can't be right: an unknown field, a bad cursor's neighbour, a document whose claims name no node.
	ErrInvalid = errors.New("invalid")
	// ErrCursor: a cursor that was not made here, or for another filter or order. It is also ErrInvalid.
	ErrCursor = wrapped{"invalid cursor", ErrInvalid}
	// ErrConflict: two things that can't both be: a store of another kind or a newer version, a judgement against another.
	ErrConflict = errors.New("conflict")
	// ErrUnavailable: the store can't be reached or written now; trying again may help.
	ErrUnavailable = errors.New("unavailable")
)

type wrapped struct {
	text string
	of   error
}

func (w wrapped) Error() string { return w.text }

func (w wrapped) Unwrap() error { return w.of }
