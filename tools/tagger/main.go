// Tagger learns the weights of internal/zh/tagger from raw text that the project's own grammar has labelled, from annotated
// sentences of UNER Chinese GSD and PUD, and from sentences written for the project (lists/templates.txt), with names drawn
// by lot in place of those that stand there. DATA.md says where the texts come from. The same input gives the same bytes.
//
// usage: go run . -corpus FILE.jsonl.gz -uner DIR [-seed N] [-epochs N] [-bits N] [-out FILE]
package main

import (
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
)

// options are the flags.
type options struct {
	corpus, uner, lists, surnames, out string
	seed                               uint64
	epochs, bits, least                int
	sentences, written                 int
}

func main() {
	var o options
	flag.StringVar(&o.corpus, "corpus", "", "raw articles, gzipped JSON lines")
	flag.StringVar(&o.uner, "uner", "", "folder of the .iob2 files of UNER Chinese GSD and PUD")
	flag.StringVar(&o.lists, "lists", "lists", "the hand-written lists of this command")
	flag.StringVar(&o.surnames, "names", "../gazetteer/lists", "folder with surnames.txt, compounds.txt and parts.tsv")
	flag.StringVar(&o.out, "out", "../../internal/zh/tagger/weights.bin.gz", "where the weights go")
	flag.Uint64Var(&o.seed, "seed", 1, "of all that is drawn by lot")
	flag.IntVar(&o.epochs, "epochs", 3, "passes over the examples")
	flag.IntVar(&o.bits, "bits", 16, "logarithm of the number of rows of weights")
	flag.IntVar(&o.least, "least", 6, "how often a feature must stand to be learned")
	flag.IntVar(&o.sentences, "sentences", 70000, "sentences of the corpus")
	flag.IntVar(&o.written, "written", 9000, "sentences from templates")
	flag.Parse()
	if err := o.run(os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "tagger:", err)
		os.Exit(1)
	}
}

func (o options) run(log io.Writer) error {
	rng := rand.New(rand.NewPCG(o.seed, 0x746167))
	sentences, err := readCorpus(o.corpus)
	if err != nil {
		return err
	}
	lot, err := newLot(rng, o, sentences)
	if err != nil {
		return err
	}
	examples := lot.alterAll(sentences, o.sentences)
	fmt.Fprintf(log, "%d sentences of the corpus, %d taken\n", len(sentences), len(examples))
	annotated, err := readUNER(o.uner, "train", "pud")
	if err != nil {
		return err
	}
	for _, e := range annotated {
		examples = append(examples, e, lot.alter(e))
	}
	written, err := lot.write(o.lists, o.written)
	if err != nil {
		return err
	}
	examples = append(examples, written...)
	fmt.Fprintf(log, "%d annotated, %d written\n", len(annotated), len(written))
	rng.Shuffle(len(examples), func(a, b int) { examples[a], examples[b] = examples[b], examples[a] })
	held := len(examples) / 20
	l := newLearner(examples[held:], o.least)
	fmt.Fprintf(log, "%d examples, %d characters, %d features\n", len(l.examples), l.characters, len(l.ids))
	l.learn(rng, o.epochs, log)
	if err := l.write(o.out, o.bits, log); err != nil {
		return err
	}
	test, err := readUNER(o.uner, "test")
	if err != nil {
		return err
	}
	return report(log, o.out, map[string][]example{"held out": examples[:held], "UNER test": test})
}
