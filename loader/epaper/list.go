package epaper

import (
	"net/url"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
)

var anchors = cascadia.MustCompile("a[href], area[href]")

// links are the articles that a page links to, each once, by the file names of the rules, with the longest text that stands
// on a link to it.
func (d *doc) links(base string) []Link {
	var out []Link
	at := map[string]int{}
	for _, n := range cascadia.QueryAll(d.root, anchors) {
		u, ok := target(n)
		if !ok || path.Base(u.Path) == base || !matches(d.rules.articles, path.Base(u.Path)) {
			continue
		}
		title := line(n)
		i, old := at[u.Path]
		if !old {
			at[u.Path] = len(out)
			out = append(out, Link{u.Path, title})
			continue
		}
		if len(title) > len(out[i].Title) {
			out[i].Title = title
		}
	}
	return out
}

// target is the file that a link leads to.
func target(n *html.Node) (*url.URL, bool) {
	for _, a := range n.Attr {
		if a.Key != "href" {
			continue
		}
		u, err := url.Parse(strings.TrimSpace(a.Val))
		return u, err == nil && u.Opaque == "" && u.Path != ""
	}
	return nil, false
}

// ownPage is the page's number in the links by which a list leads to itself: 第01版：要闻.
func (d *doc) ownPage(base string) string {
	for _, n := range cascadia.QueryAll(d.root, anchors) {
		if u, ok := target(n); ok && path.Base(u.Path) == base {
			if p := onePage(line(n)); p != "" {
				return p
			}
		}
	}
	return ""
}

// IsList says whether a file may be a list of an edition by its name, IsArticle whether it may be one of its articles.
func IsList(name string) bool {
	return matches(table().lists, path.Base(filepath.ToSlash(name))) && !IsArticle(name)
}

// IsArticle says whether a file may be an article of an edition by its name.
func IsArticle(name string) bool { return matches(table().articles, path.Base(filepath.ToSlash(name))) }

// ListFolders are the folders in which the lists of the edition of an article's file may stand, its own first.
func ListFolders(name string) []string {
	dir := path.Dir(filepath.ToSlash(name))
	out := []string{dir}
	parts := strings.Split(dir, "/")
	for i := len(parts) - 1; i >= 0 && i >= len(parts)-3; i-- {
		for _, f := range table().folders {
			if slices.Contains(f.Articles, parts[i]) {
				to := slices.Clone(parts)
				to[i] = f.Lists
				out = append(out, strings.Join(to, "/"))
			}
		}
	}
	return out
}
