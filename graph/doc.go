// Package graph is the GraphQL edge: the one place that knows gqlgen. A query is parsed, guarded and validated; package
// plan then reads all that it selects, level by level, inside one view of the store; the resolvers only hand out what
// was read (package answer). Generated code is in internal/gen.
package graph

//go:generate sh -c "cd .. && exec go run ./graph/internal/generate"
