//go:build !linux

package pdf_test

// peakOfChildren isn't measured here.
func peakOfChildren() float64 { return 0 }
