package neo4j

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	bolt "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/baopu/baopu/internal/kg"
)

// The layouts that this version writes to; 3 is the first whose ids are those of today.
const (
	oldestLayout  = 3
	layoutVersion = 3
)

// The oldest server whose Cypher has what the statements use (CALL (x) { … } came with 5.23).
const (
	oldestMajor = 5
	oldestMinor = 23
)

// searchIndex is the full-text index: words, the bigrams of names and titles; body, those of articles' texts; forms, the
// short forms of names.
const searchIndex = "baopu_search"

// schemaStatements lists the constraints and indexes, made from kg's schema table.
func schemaStatements() []string {
	out := []string{}
	for _, l := range []string{"Meta", "Document", "Merged", "Link", "Judgement", entityLabel} {
		out = append(out, uniqueNode(l, "id"))
	}
	out = append(out, uniqueNode("Change", "seq"), uniqueNode("ReadFile", "name"), uniqueNode("Given", "id"), nodeIndex("Document", "date"), nodeIndex("Document", "name"), nodeIndex("Judgement", "seq"), nodeIndex("Link", "a"), nodeIndex("Link", "b"))
	for i := range kg.NodeKinds {
		out = append(out, kindIndexes(&kg.NodeKinds[i])...)
	}
	for i := range kg.EdgeKinds {
		out = append(out, edgeIndexes(&kg.EdgeKinds[i])...)
	}
	out = append(out, edgeIndex(kg.HoldsPost, "to", "start")) // for succession
	out = append(out, "CREATE INDEX baopu_evidence IF NOT EXISTS FOR ()-[e:EVIDENCE]-() ON (e.fact, e.published)")
	return append(out, fullText())
}

func uniqueNode(label, field string) string {
	return fmt.Sprintf("CREATE CONSTRAINT baopu_%s_%s IF NOT EXISTS FOR (n:%s) REQUIRE n.%s IS UNIQUE", label, field, label, field)
}

func nodeIndex(label string, fields ...string) string {
	return fmt.Sprintf("CREATE INDEX baopu_%s_%s IF NOT EXISTS FOR (n:%s) ON (n.%s)", label, strings.Join(fields, "_"), label, "`"+strings.Join(fields, "`, n.`")+"`")
}

func edgeIndex(kind kg.EdgeKind, fields ...string) string {
	return fmt.Sprintf("CREATE INDEX baopu_%s_%s IF NOT EXISTS FOR ()-[x:%s]-() ON (x.%s)", kind, strings.Join(fields, "_"), kind, "`"+strings.Join(fields, "`, x.`")+"`")
}

// fullText makes an index of words that are cut at white space, since the bigrams are made here. It is brought up to date
// behind the commit; whoever searches waits for that.
func fullText() string {
	return fmt.Sprintf("CREATE FULLTEXT INDEX %s IF NOT EXISTS FOR (n:%s|%s|%s) ON EACH [n.words, n.body, n.forms] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: true}}",
		searchIndex, entityLabel, kg.ArticleKind, kg.NewspaperKind)
}

// kindIndexes lists an index for each order and each indexed field of a kind.
func kindIndexes(s *kg.NodeSchema) []string {
	var out []string
	if !s.Entity {
		out = append(out, uniqueNode(string(s.Kind), "id"))
	}
	for _, o := range s.Orders {
		out = append(out, nodeIndex(string(s.Kind), o.Field, "id"))
	}
	fields := s.Fields
	if !s.Owned {
		fields = append(append([]kg.Field{}, kg.CommonNodeFields...), s.Fields...)
	}
	for _, f := range fields {
		ordered := false
		for _, o := range s.Orders {
			ordered = ordered || o.Field == f.Name
		}
		if f.Index && !ordered && f.Name != "id" {
			out = append(out, nodeIndex(string(s.Kind), f.Name))
		}
	}
	return out
}

// crowded lists the ends on which thousands of edges may hang: their pages are read from an index in each order. Of other
// ends (the posts of a person, the mentions in an article) all edges are read and sorted, which costs less than to keep
// an index of them in every write.
var crowded = [...]struct {
	kind kg.EdgeKind
	end  string
}{
	{kg.PublishedIn, "to"},
	{kg.HoldsPost, "to"},
	{kg.OfOrganization, "to"},
	{kg.HasJurisdiction, "to"},
	{kg.ParticipatedIn, "from"},
	{kg.TookPlaceIn, "to"},
	{kg.PartyTo, "from"},
	{kg.LocatedIn, "to"},
	{kg.SubordinateTo, "to"},
	{kg.MentionsEntity, "to"},
	{kg.WroteArticle, "from"},
	{kg.SaidIn, "from"},
	{kg.AboutSubject, "to"},
}

func isCrowded(kind kg.EdgeKind, end string) bool {
	for _, c := range crowded {
		if c.kind == kind && c.end == end {
			return true
		}
	}
	return false
}

// edgeIndexes lists what finds facts by id, and their pages from crowded ends in each order.
func edgeIndexes(s *kg.EdgeSchema) []string {
	out := []string{fmt.Sprintf("CREATE CONSTRAINT baopu_%s_id IF NOT EXISTS FOR ()-[x:%s]-() REQUIRE x.id IS UNIQUE", s.Kind, s.Kind)}
	for _, end := range []string{"from", "to"} {
		if !isCrowded(s.Kind, end) {
			continue
		}
		for _, o := range s.Orders {
			out = append(out, edgeIndex(s.Kind, end, o.Field, "id"))
		}
	}
	return out
}

func schemaHash() string {
	sum := sha256.Sum256([]byte(strings.Join(schemaStatements(), "\n")))
	return hex.EncodeToString(sum[:8])
}

// prepare checks that the server and the database are fit for us, and makes what is missing. Nothing is written where they
// aren't.
func (s *Store) prepare(ctx context.Context) error {
	wait, cancel := context.WithTimeout(ctx, connectWait)
	defer cancel()
	info, err := s.driver.GetServerInfo(wait)
	if err != nil {
		return wrap(ctx, "connect", err)
	}
	if err := checkServer(info.Agent()); err != nil {
		return err
	}
	var version, nodes int
	var schema string
	err = s.read(ctx, func(t *tx) (err error) {
		version, schema, nodes, err = marked(ctx, t)
		return err
	})
	switch {
	case err != nil:
		return err
	case version == 0 && nodes > 0:
		return fmt.Errorf("the database holds %d nodes that aren't baopu's: %w", nodes, kg.ErrConflict)
	}
	if err := kg.CheckLayout(version, layoutVersion); err != nil {
		return err
	}
	switch {
	case schema == schemaHash():
		return nil
	case version > 0 && version < oldestLayout:
		return s.makeSchema(ctx, indexesOnly(schemaStatements()))
	}
	return s.makeSchema(ctx, schemaStatements())
}

// marked is the version and the schema that our mark has; 0 and "" without one, and then how many nodes there are. The mark is looked for once
// more where there are any: another loader may have set it since, and each statement reads what is committed when it begins.
func marked(ctx context.Context, t *tx) (version int, schema string, nodes int, err error) {
	if version, schema, err = ourMark(ctx, t); version > 0 || err != nil {
		return version, schema, 0, err
	}
	strangers, err := t.one(ctx, cypher("meta-strangers"), nil)
	if err != nil {
		return 0, "", 0, err
	}
	if nodes = number(strangers[0]); nodes > 0 {
		version, schema, err = ourMark(ctx, t)
	}
	return version, schema, nodes, err
}

// ourMark is what our mark says, 0 and "" where there is none.
func ourMark(ctx context.Context, t *tx) (version int, schema string, err error) {
	row, err := t.one(ctx, cypher("meta-find"), nil)
	if row == nil || err != nil {
		return 0, "", err
	}
	return number(row[0]), textOf(row[1]), nil
}

// indexesOnly is what a database of an older layout gets, which is only read: the indexes that today's questions go by. A constraint may
// not hold there, and helps nobody who only reads; the first, on the mark, has always been there.
func indexesOnly(statements []string) []string {
	mark := statements[0]
	return slices.DeleteFunc(statements, func(text string) bool { return strings.HasPrefix(text, "CREATE CONSTRAINT") && text != mark })
}

// makeSchema makes what statements name, the constraint on the mark first, and drops the indexes that they don't.
func (s *Store) makeSchema(ctx context.Context, statements []string) error {
	ses := s.session(ctx, bolt.AccessModeWrite)
	defer closeSession(ctx, ses)
	run := func(text string, p params) error {
		_, err := ses.ExecuteWrite(ctx, func(run bolt.ManagedTransaction) (any, error) {
			res, err := run.Run(ctx, text, params{"p": p})
			if err != nil {
				return nil, err
			}
			return res.Consume(ctx)
		})
		return wrap(ctx, text, err)
	}
	if err := run(statements[0], nil); err != nil && !isThere(err) {
		return err
	}
	if err := run(cypher("meta-create"), params{"version": layoutVersion}); err != nil {
		return err
	}
	for _, text := range statements[1:] {
		if err := run(text, nil); err != nil && !isThere(err) {
			return err
		}
	}
	if err := run("CALL db.awaitIndexes(600)", nil); err != nil {
		return err
	}
	if err := dropOthers(ctx, ses, statements); err != nil {
		return err
	}
	return run(cypher("meta-write"), params{"row": params{"schema": schemaHash()}})
}

// dropOthers drops the indexes that an earlier layout had and statements don't make.
func dropOthers(ctx context.Context, ses bolt.SessionWithContext, statements []string) error {
	made := map[string]bool{}
	for _, text := range statements {
		made[strings.Fields(text[strings.Index(text, "baopu_"):])[0]] = true
	}
	var gone []string
	err := readOn(ctx, ses, func(t *tx) error {
		gone = nil
		return t.each(ctx, cypher("schema-indexes"), nil, func(values []any) error {
			if name := textOf(values[0]); !made[name] {
				gone = append(gone, name)
			}
			return nil
		})
	}, longTimeout)
	if err != nil {
		return err
	}
	for _, name := range gone {
		text := "DROP INDEX `" + name + "` IF EXISTS"
		_, err := ses.ExecuteWrite(ctx, func(run bolt.ManagedTransaction) (any, error) {
			res, err := run.Run(ctx, text, nil)
			if err != nil {
				return nil, err
			}
			return res.Consume(ctx)
		})
		if err != nil {
			return wrap(ctx, text, err)
		}
	}
	return nil
}

// isThere says whether a process that opened the store at the same moment made the index or the constraint first: the server
// looks whether it exists before it makes it, and not while.
func isThere(err error) bool {
	var server *bolt.Neo4jError
	return errors.As(err, &server) && server.Code == "Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists"
}

// checkServer refuses a server that is too old, by the name that it gives itself: Neo4j/5.26.12, or by year, 2026.08.1.
func checkServer(agent string) error {
	name, version, _ := strings.Cut(agent, "/")
	parts := strings.Split(version, ".")
	if name != "Neo4j" || len(parts) < 2 {
		return fmt.Errorf("the server calls itself %q, not Neo4j: %w", agent, kg.ErrConflict)
	}
	major, err1 := strconv.Atoi(parts[0])
	minor, err2 := strconv.Atoi(strings.TrimRight(parts[1], "abcdefghijklmnopqrstuvwxyz-"))
	if err1 != nil || err2 != nil || major < oldestMajor || major == oldestMajor && minor < oldestMinor {
		return fmt.Errorf("the server is Neo4j %s, and %d.%d is the oldest that will do: %w", version, oldestMajor, oldestMinor, kg.ErrConflict)
	}
	return nil
}
