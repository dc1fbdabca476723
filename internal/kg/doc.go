// Package kg holds Baopu's words: the kinds of nodes and edges, the claims that articles make, the fold of claims into
// facts, people's judgements, and what a store promises (Reader, Writer, Auditor). Loader, stores and the GraphQL edge
// meet here and nowhere else. It uses the standard library only, and does no I/O.
//
// The way of the data: an article's Claims (each with Evidence) name raw nodes. A judgement or a SAME_PERSON claim may
// make several raw persons one (Components); a claim's canonical ends and its key make its fact's id (FactID). Each claim
// leaves Marks on its fact or node; a store keeps their sums as Tallies, and FoldEdge and FoldNode make facts and
// attributes from tallies alone, so that the cost of applying an article doesn't grow with the graph.
package kg
