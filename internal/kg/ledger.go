package kg

import "context"

// ReadFile is a file that was read whole: its name, a digest of all that decides what is read from it, and the documents
// that it gave. Beside are files that gave one of the same documents in the same load, and before it.
type ReadFile struct {
	Name      string
	Digest    string
	Documents []ID
	Beside    []string
}

// Ledger is what a store may offer beside Store: it remembers which files were read, so that a daily load reads only what is
// new or has changed. It is no part of the graph; a store that forgets it is loaded again, and nothing changes.
type Ledger interface {
	// Noted answers for each name, in order, the digest with which it was last noted; "" for a file that wasn't, or of which a
	// document isn't there any more, or is there as another file gave it.
	Noted(ctx context.Context, names []string) ([]string, error)
	// Note remembers files, each in the place of what was noted of its name. Other files that gave a document of theirs, but
	// those Beside them, are noted no more: read again, they would give it back as it was.
	Note(ctx context.Context, files ...ReadFile) error
}
