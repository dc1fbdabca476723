module github.com/baopu/baopu/tools/tagger

go 1.26.0

require github.com/baopu/baopu v0.0.0

require (
	github.com/google/go-cmp v0.7.0
	golang.org/x/text v0.44.0 // indirect
)

replace github.com/baopu/baopu => ../..
