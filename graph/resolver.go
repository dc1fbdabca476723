package graph

// resolver is the root of the generated resolvers; what they hand out is in the context.
type resolver struct{}
