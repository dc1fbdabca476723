// Package words tells texts of one page that speak of the same from others, without a dictionary: by the pairs of characters
// that they share, weighed by how few texts of the page have them.
package words
