package facts

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// Decode reads JSON Lines: one article's facts a line, empty lines passed over, unknown fields (the article itself) left
// out. Where an id stands twice the later line counts, in the place of the earlier. An error names the line.
func Decode(r io.Reader) ([]Facts, error) {
	var out []Facts
	at := map[string]int{}
	in := bufio.NewReader(r)
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			var f Facts
			if err := json.Unmarshal(line, &f); err != nil {
				return nil, fmt.Errorf("line %d: %w", n, err)
			}
			if i, ok := at[f.ID]; ok {
				out[i] = f
			} else {
				at[f.ID] = len(out)
				out = append(out, f)
			}
		}
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
	}
}

// Encode writes each of list as one line of JSON, Chinese and <>& as they are. Lists are never null.
func Encode(w io.Writer, list ...Facts) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, f := range list {
		if err := enc.Encode(f.whole()); err != nil {
			return fmt.Errorf("facts of %s: %w", f.ID, err)
		}
	}
	return nil
}

// whole is f with empty lists for missing ones; f's own lists stay as they are.
func (f Facts) whole() Facts {
	f.Bylines, f.Places, f.Organizations = some(f.Bylines), some(f.Places), some(f.Organizations)
	f.Statistics, f.Speakers = some(f.Statistics), some(f.Speakers)
	f.Persons = append([]Person{}, f.Persons...)
	for i := range f.Persons {
		f.Persons[i].Posts = some(f.Persons[i].Posts)
	}
	f.Agreements = append([]Agreement{}, f.Agreements...)
	for i, a := range f.Agreements {
		f.Agreements[i].Parties, f.Agreements[i].Sectors = some(a.Parties), some(a.Sectors)
	}
	f.Events = append([]Event{}, f.Events...)
	for i := range f.Events {
		f.Events[i].Participants = some(f.Events[i].Participants)
	}
	return f
}

func some[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
