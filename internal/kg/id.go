package kg

import (
	"crypto/sha256"
	"encoding/base32"
	"strconv"
	"strings"
)

// ID is the opaque, content-made identity of a node, a fact, a document or a judgement: a kind prefix, "-" and 20
// characters of base32 (100 bits of SHA-256). It always matches [0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?, the form that
// FollowTheMoney accepts. The same content has the same id in every store and on every machine.
type ID string

var idEncoding = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// MakeID makes an id from a prefix ([a-z]+) and the parts of a key. Parts are length-prefixed before hashing, so that
// ("ab","c") and ("a","bc") differ.
func MakeID(prefix string, parts ...string) ID {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(strconv.Itoa(len(p))))
		h.Write([]byte{':'})
		h.Write([]byte(p))
	}
	return ID(prefix + "-" + idEncoding.EncodeToString(h.Sum(nil))[:20])
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

// FactID is the id of the fact that an edge kind, its canonical ends and its discriminator (Claim.Key) make.
func FactID(kind EdgeKind, from, to ID, key string) ID {
	return MakeID("f", string(kind), string(from), string(to), key)
}
