package loader

import (
	"context"
	"slices"

	"github.com/baopu/baopu/internal/kg"
)

// looked is a file that gave documents, and with which digest it was read. One that failed gave some only, and isn't noted.
type looked struct {
	file
	digest    string
	failed    bool
	documents []kg.Given
}

// overtaken is the files that a load hasn't got as they are, now that it is at its end: they have changed since they were read,
// or their note doesn't hold, since another load wrote what they give. in looks at them anew, at their manifests and lists too.
// What is gone, or can't be opened any more, stays as it was.
//
// With this, loads that go on at once end in the graph of the folder, without one more behind them. A load reads a file,
// applies it, notes it, and looks again (this), and so it does when it reads it once more. Let T be when the file last changed. A
// load that read it before T, and applied that, either looks again after T, and then reads it once more as it is; or looked
// again before T, and then all that it wrote was written before T too, and whoever reads the file after T overwrites it. So what
// is written last is what was read after T, if anybody came to read the file then or to look again; if nobody did, the change
// came after all loads, and is the next one's. That L looks at the file, and not at its note only, is needed: a late load
// puts its own note beside its old text, and finds both in order. That the note has the source of the documents is needed
// for a load that is killed between the two, and for one that reads but a part of a file: then the note that another left
// doesn't hold, and the next load reads the file again.
//
// Two things are left to the next load. A file may change on and on, or three loads may overtake each other: it is read once
// more and no oftener, and the report says which one isn't as it was read then. And a load that finds a file known looked at
// the ledger before it looked at the file: where the file has changed and changed back in between, and another load read it
// just then, and looked again before it changed back, the other's text is in the store with the other's note.
func overtaken(ctx context.Context, store any, list []looked, in *intake) ([]file, error) {
	ledger, ok := store.(kg.Ledger)
	if !ok || len(list) == 0 {
		return nil, nil
	}
	names := make([]string, len(list))
	for i, l := range list {
		names[i] = absolute(l.path)
	}
	digests, err := ledger.Noted(ctx, names)
	if err != nil {
		return nil, err
	}
	own := giversOf(list)
	left := make([]bool, len(list))
	for i, l := range list {
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		was := digests[i]
		if l.failed || own.failedAfter(list, i) {
			was = l.digest // it has no note, or its note can't hold
		}
		_, _, now, err := in.look(l.path)
		left[i] = err == nil && now != was
	}
	return own.withOthers(list, left), nil
}

// givers is which files of a load gave a document, in their order.
type givers map[kg.ID][]int

func giversOf(list []looked) givers {
	out := givers{}
	for i, l := range list {
		for _, d := range l.documents {
			out[d.ID] = append(out[d.ID], i)
		}
	}
	return out
}

// failedAfter says whether a document of file i stands in the store as a later file of this load gave it that isn't noted.
func (g givers) failedAfter(list []looked, i int) bool {
	return slices.ContainsFunc(list[i].documents, func(d kg.Given) bool {
		of := g[d.ID]
		last := of[len(of)-1]
		return last != i && list[last].failed
	})
}

// withOthers lists the files that are left, and those that gave the same documents as one of them: read again together, in their
// order, the later counts as it did.
func (g givers) withOthers(list []looked, left []bool) []file {
	for changed := true; changed; {
		changed = false
		for i := range list {
			if !left[i] {
				continue
			}
			for _, d := range list[i].documents {
				for _, k := range g[d.ID] {
					changed = changed || !left[k]
					left[k] = true
				}
			}
		}
	}
	var out []file
	for i, l := range list {
		if left[i] {
			out = append(out, l.file)
		}
	}
	return out
}
