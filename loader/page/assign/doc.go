// Package assign gives rows to columns one to one so that their gains add up to most: headlines to texts, columns to those that
// go on in them.
package assign
