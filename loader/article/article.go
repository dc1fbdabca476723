// Package article holds one newspaper article as it was printed: the one JSON shape that `baopu pages` writes and that
// `baopu facts` and `baopu load` read, and the article's text with its parts.
package article

// Article is one article of one page. Only Title or Body must be there; for facts, PublishedAt and PublicationPlace too.
// Its JSON is the shape at the end of the contract (doc/articles.md).
type Article struct {
	ID               string    `json:"id,omitempty"`
	Document         string    `json:"document,omitempty"`         // what it was read with: a page, an issue, a file
	Publication      string    `json:"publication,omitempty"`      // 乌海日报
	PublicationPlace string    `json:"publicationPlace,omitempty"` // full path of the paper's home: 内蒙古自治区乌海市
	PublishedAt      string    `json:"publishedAt,omitempty"`      // ISO day: 2025-02-26
	Page             string    `json:"page,omitempty"`             // file stem, or page number for ready articles
	Title            string    `json:"title,omitempty"`
	Subtitle         string    `json:"subtitle,omitempty"`
	Kicker           string    `json:"kicker,omitempty"` // the smaller line above the title (引题)
	Column           string    `json:"column,omitempty"` // standing label: 简讯, 图片新闻
	Body             string    `json:"body,omitempty"`   // paragraphs, one a line
	Captions         []string  `json:"captions,omitempty"`
	Bylines          []Byline  `json:"bylines,omitempty"`
	Agency           string    `json:"agency,omitempty"` // 新华社
	Dateline         *Dateline `json:"dateline,omitempty"`
	Jump             string    `json:"jump,omitempty"`           // 下转: the page it goes on to
	ContinuedFrom    string    `json:"continuedFrom,omitempty"`  // 上接: the page it comes from
	ContinuedTitle   string    `json:"continuedTitle,omitempty"` // the headline that the note of 上接 names
	Pages            []Stretch `json:"pages,omitempty"`          // of one joined from several pages: what stands where
	Incomplete       bool      `json:"incomplete,omitempty"`     // a note leads to another half, and that isn't here
	Kind             Kind      `json:"kind,omitempty"`
}

// Stretch is a run of an article's text on one page: code points of Text, End exclusive. Line feeds between parts belong to none.
type Stretch struct {
	Page  string `json:"page"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// Half says whether a is a half of an article of which other pages have more, and isn't joined with it.
func (a *Article) Half() bool {
	return len(a.Pages) == 0 && (a.Jump != "" || a.ContinuedFrom != "")
}

// Kind says what sort of piece an article is.
type Kind string

// The kinds of piece; Remainder is text of a page that no article claimed, Removed one that was taken out of a store: its ID tells which.
const (
	News      Kind = "article"
	Brief     Kind = "brief"
	Photo     Kind = "photo"
	Notice    Kind = "notice"
	Box       Kind = "box"
	Remainder Kind = "remainder"
	Removed   Kind = "removed"
)

// Byline credits one maker of an article or photograph.
type Byline struct {
	Name string `json:"name"`
	Role Role   `json:"role"`
}

// Role is what a credited person did.
type Role string

// The roles of a byline: 记者, 通讯员, 摄, 署名, 编辑.
const (
	Reporter      Role = "reporter"
	Correspondent Role = "correspondent"
	Photographer  Role = "photographer"
	Author        Role = "author"
	Editor        Role = "editor"
)

// Dateline is the place and day that the text itself prints before its first sentence (新华社北京2月24日电).
type Dateline struct {
	Place string `json:"place,omitempty"` // as printed, or its full path where known
	Date  string `json:"date,omitempty"`  // ISO day
}
