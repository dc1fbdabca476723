package score

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/facts"
	"github.com/baopu/baopu/loader/reading"
)

// Gold is a gold file: the facts of its articles and, at the same index, the articles themselves.
type Gold struct {
	Facts    []facts.Facts
	Articles []*article.Article
}

// ParseGold reads a gold file (JSON Lines). Its articles are bare: publication, home, date, title, second headline and
// body, without the credits, the dateline and the topic that annotators wrote beside them, since those are to be read.
func ParseGold(lines []byte) (Gold, error) {
	list, err := facts.Decode(bytes.NewReader(lines))
	if err != nil {
		return Gold{}, err
	}
	bodies := map[string]*article.Article{}
	for line := range bytes.Lines(lines) {
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		a, err := bareArticle(line)
		if err != nil {
			return Gold{}, err
		}
		bodies[a.ID] = a
	}
	g := Gold{Facts: list}
	for _, f := range list {
		g.Articles = append(g.Articles, bodies[f.ID])
	}
	return g, nil
}

func bareArticle(line []byte) (*article.Article, error) {
	var a article.Article
	if err := json.Unmarshal(line, &a); err != nil {
		return nil, fmt.Errorf("article of a gold line: %w", err)
	}
	return &article.Article{
		ID: a.ID, Publication: a.Publication, PublicationPlace: a.PublicationPlace, PublishedAt: a.PublishedAt,
		Title: a.Title, Subtitle: a.Subtitle, Body: a.Body,
	}, nil
}

// Read is the facts that read finds in each article of g, in order.
func (g Gold) Read(read func(*article.Article) *reading.Reading) []facts.Facts {
	out := make([]facts.Facts, 0, len(g.Articles))
	for _, a := range g.Articles {
		out = append(out, facts.From(read(a)))
	}
	return out
}
