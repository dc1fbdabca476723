// Readbench measures how fast articles are read into facts on one core, and what plain segmentation of the same texts takes in the
// same run: the two in turn, so that what else the machine does weighs on both. It also shows that time grows no faster than text.
//
// usage: go run . [-rounds N] FILE.jsonl[.gz]
package main

import (
	"compress/gzip"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/facts"
	"github.com/baopu/baopu/loader/read"
	"github.com/go-ego/gse"
)

func main() {
	rounds := flag.Int("rounds", 5, "how often each is measured; medians are told")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "usage: readbench [-rounds N] FILE.jsonl[.gz]")
		flag.PrintDefaults()
	}
	flag.Parse()
	if flag.NArg() != 1 || *rounds < 1 {
		flag.Usage()
		os.Exit(2)
	}
	runtime.GOMAXPROCS(1)
	if err := run(os.Stdout, flag.Arg(0), *rounds); err != nil {
		fmt.Fprintln(os.Stderr, "readbench:", err)
		os.Exit(1)
	}
}

func run(out io.Writer, file string, rounds int) error {
	list, err := articles(file)
	if err != nil {
		return err
	}
	var segmenter gse.Segmenter
	segmenter.SkipLog = true
	if err := segmenter.LoadDict("zh_s"); err != nil {
		return fmt.Errorf("gse's dictionary: %w", err)
	}
	readAll := func(list []*article.Article) {
		for _, a := range list {
			facts.From(read.Article(a))
		}
	}
	texts := make([][]byte, len(list))
	for i, a := range list {
		texts[i] = []byte(string(a.Text().Runes))
	}
	readAll(list[:1]) // the tables are decoded once
	n := characters(list)
	fmt.Fprintf(out, "%d articles, %d characters, one core, %d rounds\n", len(list), n, rounds)

	before := measure(func() {}).heap

	var whole, half, cut []float64
	for range rounds {
		cost := measure(func() { readAll(list) })
		whole = append(whole, cost.seconds)
		half = append(half, measure(func() { readAll(list[:len(list)/2]) }).seconds/float64(characters(list[:len(list)/2])))
		cut = append(cut, measure(func() {
			for _, t := range texts {
				segmenter.Segment(t)
			}
		}).seconds)
		fmt.Fprintf(out, "  a round: %.0f characters a CPU second, %.0f allocations and %.1f KiB an article, %+d KiB of heap since the beginning\n",
			float64(n)/cost.seconds, cost.allocations/float64(len(list)), cost.bytes/float64(len(list))/1024, (int64(cost.heap)-int64(before))>>10)
	}
	reading, segmenting := float64(n)/median(whole), float64(n)/median(cut)
	fmt.Fprintf(out, "text to facts:   %.0f characters a CPU second (median)\n", reading)
	fmt.Fprintf(out, "gse's Segment:   %.0f characters a CPU second (median): reading takes %.1f times as long\n", segmenting, segmenting/reading)
	fmt.Fprintf(out, "twice the articles: a character takes %.2f times as long as in the first half\n", median(whole)/float64(n)/median(half))
	return long(out, list, rounds)
}

// longText is the characters of the long article.
const longText = 100_000

// long reads one article of longText characters, and the first half of it.
func long(out io.Writer, list []*article.Article, rounds int) error {
	var text []rune
	for _, a := range list {
		if text = append(text, []rune(a.Body+"\n")...); len(text) >= longText {
			break
		}
	}
	if len(text) < longText {
		fmt.Fprintf(out, "a long article: the file has only %d characters\n", len(text))
		return nil
	}
	var whole, half []float64
	for range rounds {
		for _, part := range []struct {
			n    int
			took *[]float64
		}{{longText / 2, &half}, {longText, &whole}} {
			a := *list[0]
			a.Body = string(text[:part.n])
			*part.took = append(*part.took, measure(func() { facts.From(read.Article(&a)) }).seconds)
		}
	}
	fmt.Fprintf(out, "an article of %d characters takes %.0f ms, %.2f times as long as its first half (medians)\n",
		longText, 1000*median(whole), median(whole)/median(half))
	return nil
}

// articles reads those of a file of JSON lines, which may be packed with gzip.
func articles(file string) ([]*article.Article, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	in := io.Reader(f)
	if strings.HasSuffix(file, ".gz") {
		if in, err = gzip.NewReader(f); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
	}
	var list []*article.Article
	for l := range article.Lines(in) {
		if l.Err != nil {
			return nil, fmt.Errorf("%s: %w", file, l.Err)
		}
		list = append(list, l.Article)
	}
	if len(list) < 2 {
		return nil, fmt.Errorf("%s: %d articles, two at least are asked for", file, len(list))
	}
	return list, nil
}

func characters(list []*article.Article) int {
	n := 0
	for _, a := range list {
		n += len(a.Text().Runes)
	}
	return n
}
