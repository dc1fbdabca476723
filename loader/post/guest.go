package post

import (
	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/article"
)

// meets are the words between who receives and the guest.
var meets = zh.Words("同 与 和 会见 会晤 欢迎 宴请")

// guest gives a guest who is only named the post that the headline has without the name: 甲同蒙古国总理会谈, over 欢迎仪式后，甲同|乙|举行会谈.
func (rd *Reader) guest() {
	for i := range rd.units {
		if rd.v.Parts[i].Kind != article.TitlePart {
			continue
		}
		host, chain := headlined(rd.units[i])
		if len(chain) == 0 {
			continue
		}
		who := rd.guestOf(host)
		if who == nil {
			return
		}
		posts := rd.binder(rd.units[i]).resolveChain(chain)
		for k := range posts {
			if posts[k].Place == "" || posts[k].Place == "中国" {
				return
			}
			posts[k].Evidence.Rule = "title.headline"
		}
		who.add(posts...)
		return
	}
}

// headlined is the name of who receives, in a headline, and the titles of the guest, who isn't named.
func headlined(units []unit) (host string, chain []unit) {
	for k := 0; k+2 < len(units); k++ {
		if units[k].kind != uName || !meets[units[k+1].text] || units[k+2].kind != uPost {
			continue
		}
		j := k + 2
		for ; j < len(units) && (units[j].kind == uPost || units[j].kind == uPause && units[j+1].kind == uPost); j++ {
			if units[j].kind == uPost {
				chain = append(chain, units[j])
			}
		}
		if units[j].kind != uWord && units[j].kind != uStop {
			return "", nil
		}
		return units[k].text, chain
	}
	return "", nil
}

// guestOf is who has no post and is met by host in the first paragraph; nil where nobody is.
func (rd *Reader) guestOf(host string) *person {
	for i := range rd.units {
		if rd.v.Parts[i].Kind != article.BodyPart {
			continue
		}
		met := false
		for k, u := range rd.units[i] {
			switch {
			case u.kind == uName && u.text == host:
				met = true
			case met && u.kind == uName && k > 0 && meets[rd.units[i][k-1].text]:
				if p := rd.byName[u.text]; p != nil && len(p.posts) == 0 && rd.units[i][k+1].kind != uName {
					return p
				}
				return nil
			}
		}
		return nil
	}
	return nil
}
