package kg

import "context"

// ReadFile is a file that was read whole: its name, a digest of all that decides what is read from it, and the documents
// that it gave, the last of two with one id counting. Beside are files that gave one of the same documents in the same load,
// and before it.
type ReadFile struct {
	Name      string
	Digest    string
	Documents []Given
	Beside    []string
}

// Given is a document as a file gave it: its id, and the Digest of its source. The rest of a document may change without a
// word of its file, since the pages of an issue are joined.
type Given struct {
	ID     ID
	Source string
}

// Resourced is a document whose source was changed by hand: the Digest that it had, and the one that it will have.
type Resourced struct {
	ID       ID
	From, To string
}

// Ledger is what a store may offer beside Store: it remembers which files were read, so that a daily load reads only what is
// new or has changed. It is no part of the graph; a store that forgets it is loaded again, and nothing changes.
type Ledger interface {
	// Noted answers for each name, in order, the digest with which it was last noted; "" for a file that wasn't, or of which a
	// document isn't there any more, is there as another file gave it, or has another source than the file gave it with, or than
	// anybody knows (stores from before sources were kept in mind): another load may have put back what it read before.
	Noted(ctx context.Context, names []string) ([]string, error)
	// Note remembers files, each in the place of what was noted of its name. Other files that gave a document of theirs, but
	// those Beside them, are noted no more: read again, they would give it back as it was. Those Beside gave it as these did.
	Note(ctx context.Context, files ...ReadFile) error
	// Keep has the notes of files hold on where documents get another source that isn't a file's: a note with From counts with To.
	Keep(ctx context.Context, documents ...Resourced) error
}
