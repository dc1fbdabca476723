module github.com/baopu/baopu/tools/readbench

go 1.26.0

require (
	github.com/baopu/baopu v0.0.0
	github.com/go-ego/gse v1.0.2
)

require (
	github.com/vcaesar/cedar v0.30.0 // indirect
	golang.org/x/text v0.44.0 // indirect
)

replace github.com/baopu/baopu => ../..
