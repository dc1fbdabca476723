package clause

import (
	"regexp"

	"github.com/baopu/baopu/loader/discourse"
)

// Who writes to an assembly isn't there, and what is told to the press about it isn't said there.

// penned is a clause in which somebody writes to an assembly, or of it, or tells the press.
var penned = regexp.MustCompile(`致贺信|致贺电|致信|致函|致电|发贺信|发来贺|发来的贺|贺信中|贺电中|(?:来信|回信|复信)(?:中|里|时|给|$)|序言|发文|社交媒体(?:上|平台|账号|发|$)|署名文章|推文|微博|(?:随行|向|对)(?:媒体|记者)|(?:接受|面对).*采访|采访(?:中|时)|记者提问`)

// onStage ends what says where the words were spoken: 在学习贯彻回信精神座谈会上.
var onStage = regexp.MustCompile(`.*(?:[^社]会|仪式)上`)

// writing is what stands in a sentence in which somebody may write, or tell the press.
var writing = [...]string{"贺", "信", "函", "媒体", "记者", "书面", "序言", "发文", "推文", "微博", "采访", "致电", "署名文章"}

// Afar is true where the clause of the verb at token i says before it that its words were written, or told to the press.
func (c *Clause) Afar(i int) bool {
	return c.writes && penned.MatchString(onStage.ReplaceAllString(c.Text(c.Comma(i)+1, i), ""))
}

// wrote is true for the person at token j, of whom a clause that ends before token end says that he only wrote: 甲向大会致贺信，乙出席.
func (c *Clause) wrote(j, end int) bool {
	for k := j + 1; k < end; k++ {
		if t := c.Tokens[k]; t.Kind == discourse.Comma || t.Kind == discourse.Semi {
			said := c.Text(j+1, k)
			return greeting.MatchString(said) && !handsOn.MatchString(said)
		}
	}
	return false
}

// greeting ends a clause whose subject does no more than write, or names whose letter it is.
var greeting = regexp.MustCompile(`^[^宣]*(?:(?:致|致以|送|发|发来|发去)了?(?:的|[^，致发宣]{1,12}的)?(?:贺信|贺电|贺词)|致信祝贺|致电祝贺)$|^的?(?:贺信|贺电|贺词)$`)

// handsOn is what somebody does with another's letter.
var handsOn = regexp.MustCompile(`代读|宣读|转达|收到`)

// Writers notes in names the persons of whom the sentence says that they write to somebody, or tell the press: 甲和乙分别向大会致贺信, 甲在
// 贺信中说.
func (c *Clause) Writers(names map[string]bool) {
	if !c.writes {
		return
	}
	for j, t := range c.Tokens {
		if t.Kind != discourse.Person || c.Silent(j) {
			continue
		}
		end := j + 1
		for end < len(c.Tokens) && c.Tokens[end].Kind != discourse.Comma && c.Tokens[end].Kind != discourse.Semi && c.Tokens[end].Kind != discourse.Stop {
			end++
		}
		if writes.MatchString(c.Text(j+1, end)) {
			names[c.D.Name(t)] = true
		}
	}
}

// writes is what a clause goes on with behind who writes.
var writes = regexp.MustCompile(`^[^宣的]*(?:致贺信|致贺电|致信|致函|发贺信|发来贺信|贺信中|贺电中|向随行记者|向媒体|向中外媒体)`)
