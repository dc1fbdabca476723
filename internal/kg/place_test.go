package kg

import (
	"errors"
	"testing"
)

func TestLogPlace(t *testing.T) {
	places := []LogPlace{{}, {Seq: 7, Subject: "d-1"}, {Seq: 1 << 40, Subject: "j-1"}, {Seq: 7, Subject: "d-1", Article: "a-1", Published: "2025-02-26"}}
	for _, p := range places {
		if got, err := DecodeLogPlace(p.Encode()); err != nil || got != p {
			t.Errorf("%+v became %+v, %v", p, got, err)
		}
	}
	list := NodeQuery{Kind: ArticleKind}
	for name, s := range map[string]string{
		"nothing":             "",
		"no base64":           "%",
		"of a list":           Cursor{Keys: []string{"7", "d-1", ""}, ID: "all"}.Encode(list.Scope()),
		"fewer keys":          Cursor{Keys: []string{"7"}, ID: "all"}.Encode(logScope),
		"no number":           Cursor{Keys: []string{"x", "d-1", ""}, ID: "all"}.Encode(logScope),
		"a negative number":   Cursor{Keys: []string{"-1", "d-1", ""}, ID: "all"}.Encode(logScope),
		"another number form": Cursor{Keys: []string{"+7", "d-1", ""}, ID: "all"}.Encode(logScope),
		"no subject":          Cursor{Keys: []string{"7", "", ""}, ID: "all"}.Encode(logScope),
		"an article of none":  Cursor{Keys: []string{"0", "", ""}, ID: "a-1"}.Encode(logScope),
	} {
		if p, err := DecodeLogPlace(s); !errors.Is(err, ErrCursor) {
			t.Errorf("%s: %+v, %v", name, p, err)
		}
	}
}

// A log has the places of its own changes, and the one before all.
func TestLogPlaceIn(t *testing.T) {
	at := []Change{{Seq: 7, Op: OpApply, Subject: "d-1"}}
	for _, c := range []struct {
		p   LogPlace
		at  []Change
		has bool
	}{
		{LogPlace{}, nil, true},
		{LogPlace{Seq: 7, Subject: "d-1"}, at, true},
		{LogPlace{Seq: 7, Subject: "d-2"}, at, false},
		{LogPlace{Seq: 6, Subject: "d-1"}, at, false},
		{LogPlace{Seq: 7, Subject: "d-1"}, nil, false},
	} {
		if err := c.p.In(c.at); (err == nil) != c.has || err != nil && !errors.Is(err, ErrCursor) {
			t.Errorf("%+v in %v: %v", c.p, c.at, err)
		}
	}
}

func FuzzLogPlace(f *testing.F) {
	f.Add(LogPlace{Seq: 7, Subject: "d-1", Article: "a-1", Published: "2025-02-26"}.Encode())
	f.Add(LogPlace{}.Encode())
	f.Fuzz(func(t *testing.T, s string) {
		if p, err := DecodeLogPlace(s); err == nil && p.Encode() != s || err != nil && !errors.Is(err, ErrCursor) {
			t.Errorf("%q became %+v, %v", s, p, err)
		}
	})
}
