package neo4j

import (
	"context"
	"strings"
	"time"

	"github.com/baopu/baopu/internal/kg"
)

// OpenPatiently is Open with other waits, for tests.
func OpenPatiently(ctx context.Context, url string, lease, retry time.Duration) (*Store, error) {
	return open(ctx, url, patience{lease, retry})
}

// CheckServer is checkServer, for tests.
func CheckServer(agent string) error { return checkServer(agent) }

// CypherTexts are the statements of the files, for tests.
func CypherTexts() map[string]string { return cypherTexts() }

// Purpose is the first line of a statement, for tests.
func Purpose(text string) string { return purpose(text) }

// EveryText is each statement of a file, filled in for each name that it may be filled in with, by a name for the test.
func EveryText() map[string]string {
	out := map[string]string{}
	for name, text := range cypherTexts() {
		switch {
		case strings.Contains(text, "TYPE"):
			for i := range kg.EdgeKinds {
				out[name+" "+string(kg.EdgeKinds[i].Kind)] = edgeCypher(name, &kg.EdgeKinds[i])
			}
		case strings.Contains(text, "LABEL"):
			for i := range kg.NodeKinds {
				l := label(kg.NodeKinds[i].Kind)
				if name == "node-create" {
					l = labels(kg.NodeKinds[i].Kind)
				}
				out[name+" "+l] = nodeCypher(name, l)
			}
		default:
			out[name] = text
		}
	}
	return out
}
