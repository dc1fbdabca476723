package web_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"github.com/baopu/baopu/internal/web"
)

func serve(t *testing.T, tabs ...web.Tab) *httptest.Server {
	t.Helper()
	h, err := web.Pages{Endpoint: "/graphql", Tabs: tabs}.Handler()
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s
}

func get(t *testing.T, url string, header ...string) (*http.Response, string) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(header); i += 2 {
		req.Header.Set(header[i], header[i+1])
	}
	resp, err := (&http.Transport{DisableCompression: true}).RoundTrip(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp, string(b)
}

// Every part that a page names is there, and it names nothing elsewhere but the other page.
func TestPagesAreWhole(t *testing.T) {
	s := serve(t, web.Tab{Query: "query 周金星 { stats { articles } } # </script>"})
	for _, p := range []struct {
		path, says     string
		scripts, links int
	}{
		{web.PlaygroundPath, "周金星", 5, 7},
		{web.ExplorerPath, "query PersonPosts(", 2, 4},
	} {
		t.Run(p.path, func(t *testing.T) {
			resp, page := get(t, s.URL+p.path)
			if resp.StatusCode != http.StatusOK || !strings.HasPrefix(resp.Header.Get("Content-Type"), "text/html") {
				t.Fatalf("%s %v", resp.Status, resp.Header)
			}
			if csp := resp.Header.Get("Content-Security-Policy"); !strings.Contains(csp, "default-src 'none'") || strings.Contains(csp, "http") {
				t.Errorf("policy %q", csp)
			}
			if strings.Count(page, "</script>") != p.scripts || !strings.Contains(page, `"endpoint":"/graphql"`) || !strings.Contains(page, p.says) {
				t.Errorf("page:\n%s", page)
			}
			links := regexp.MustCompile(`(?:src|href)="([^"]*)"`).FindAllStringSubmatch(page, -1)
			if len(links) != p.links {
				t.Errorf("%d links", len(links))
			}
			for _, l := range links {
				if l[1] != web.PlaygroundPath && !strings.HasPrefix(l[1], "/assets/") {
					t.Errorf("page loads %q", l[1])
				} else if resp, body := get(t, s.URL+l[1]); resp.StatusCode != http.StatusOK || len(body) < 80 || body[0] == 0x1f {
					t.Errorf("%s: %s, %d bytes", l[1], resp.Status, len(body))
				}
			}
		})
	}
}

func TestParts(t *testing.T) {
	s := serve(t)
	resp, packed := get(t, s.URL+"/assets/graphiql.js", "Accept-Encoding", "gzip")
	if resp.Header.Get("Content-Encoding") != "gzip" || packed[0] != 0x1f {
		t.Errorf("not packed: %v", resp.Header)
	}
	if resp, body := get(t, s.URL+"/assets/graphiql.js", "If-None-Match", resp.Header.Get("ETag")); resp.StatusCode != http.StatusNotModified || body != "" {
		t.Errorf("asked again: %s", resp.Status)
	}
	for _, path := range []string{
		"/nothing", "/assets/", "/assets/nothing.js", "/assets/..%2fweb.go", "/assets/playground.html",
		"/explore/", "/assets/explorer/", "/assets/explorer/explorer.html", "/assets/explorer/queries/person.graphql",
	} {
		if resp, _ := get(t, s.URL+path); resp.StatusCode != http.StatusNotFound {
			t.Errorf("%s: %s", path, resp.Status)
		}
	}
	post, err := http.Post(s.URL+"/", "text/plain", nil)
	if err != nil {
		t.Fatal(err)
	}
	post.Body.Close()
	if post.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("POST /: %s", post.Status)
	}
}
