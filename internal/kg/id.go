package kg

import (
	"crypto/sha256"
	"encoding/base32"
	"strconv"
	"strings"
	"time"
)

// ID is the opaque, content-made identity of a node, a fact, a document or a judgement: a kind prefix, "-" and some 20
// characters of base32. Most are a digest (MakeID); those of things of a day begin with the day (MakeIDOn), those of things
// that live with another begin as its id does (MakeIDBeside), so that an index over ids takes what is loaded together into
// few pages (ADR 22). Nothing reads a day or a neighbour out of an id. It always matches
// [0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?, the form that FollowTheMoney accepts. The same content has the same id in every
// store and on every machine.
type ID string

const (
	idAlphabet  = "0123456789abcdefghjkmnpqrstvwxyz" // in the order of its bytes
	digestChars = 20                                 // 100 bits of SHA-256
	shortChars  = 16                                 // 80 bits, behind a day or a neighbour's beginning
	besideChars = 6                                  // a day and 1,024 parts of it, or 30 bits of a digest
	dayChars    = 4
)

var idEncoding = base32.NewEncoding(idAlphabet).WithPadding(base32.NoPadding)

// MakeID makes an id from a prefix ([a-z]+) and the parts of a key. Parts are length-prefixed before hashing, so that
// ("ab","c") and ("a","bc") differ.
func MakeID(prefix string, parts ...string) ID {
	return ID(prefix + "-" + digest(parts)[:digestChars])
}

// MakeIDOn makes the id of something that belongs to a day, which is one of the parts of its key or follows from them: ids
// of one day stand together, and those of later days behind. What has no day, or less than one, stands before all days.
func MakeIDOn(prefix string, day Date, parts ...string) ID {
	return ID(prefix + "-" + dayCode(day) + digest(parts)[:shortChars])
}

// MakeIDBeside makes the id of something that lives with near, which is one of the parts of its key: it begins as near's does.
func MakeIDBeside(prefix string, near ID, parts ...string) ID {
	_, body, _ := strings.Cut(string(near), "-")
	return ID(prefix + "-" + body[:min(besideChars, len(body))] + digest(parts)[:shortChars])
}

func digest(parts []string) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(strconv.Itoa(len(p))))
		h.Write([]byte{':'})
		h.Write([]byte(p))
	}
	return idEncoding.EncodeToString(h.Sum(nil))
}

// dayCode counts days from 1600 to 4400 in base32.
func dayCode(day Date) string {
	const bits, secondsADay = 5, 86400
	n := int64(0)
	if t, err := time.Parse(time.DateOnly, string(day)); err == nil {
		epoch := time.Date(1600, 1, 1, 0, 0, 0, 0, time.UTC)
		n = min(max((t.Unix()-epoch.Unix())/secondsADay, 0), 1<<(bits*dayChars)-1)
	}
	var code [dayChars]byte
	for i := len(code) - 1; i >= 0; i-- {
		code[i] = idAlphabet[n&(1<<bits-1)]
		n >>= bits
	}
	return string(code[:])
}

// Valid says whether id has the form of an id: a known prefix isn't asked for, so that an unknown id is merely not found.
func (id ID) Valid() bool {
	if id == "" || len(id) > 64 {
		return false
	}
	for i := 0; i < len(id); i++ {
		c := id[i]
		alnum := '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
		if !alnum && (c != '-' && c != '.' || i == 0 || i == len(id)-1) {
			return false
		}
	}
	return true
}

// Prefix is the part of id before the first "-": it tells the kind of node (NodeKindOf).
func (id ID) Prefix() string {
	p, _, _ := strings.Cut(string(id), "-")
	return p
}

// FactID is the id of the fact that an edge kind, its canonical ends and its discriminator (Claim.Key) make. It stands beside
// the end that the kind names (EdgeSchema.Beside).
func FactID(kind EdgeKind, from, to ID, key string) ID {
	near := from
	if s, ok := EdgeSchemaOf(kind); ok && s.Beside == To {
		near = to
	}
	return MakeIDBeside("f", near, string(kind), string(from), string(to), key)
}
