package main

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/rs/cors"
	"github.com/spf13/pflag"
)

// origins are the web pages, beside those of the server, whose scripts may ask: each is what a browser sends as Origin, or "*".
type origins []string

var _ pflag.Value = (*origins)(nil)

func originFlag(f *pflag.FlagSet, to *origins) {
	f.Var(to, "allow-origin", "`origin` of web pages whose scripts may ask, as https://papers.example; again for more; * for all (CORS)")
}

// String lists the origins.
func (o *origins) String() string { return strings.Join(*o, ",") }

// Type names the type in the help of a flag.
func (*origins) Type() string { return "origin" }

// Set adds an origin, in the form in which browsers write it.
func (o *origins) Set(s string) error {
	if s == "*" {
		*o = append(*o, s)
		return nil
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme == "" || u.Host == "" || strings.Contains(u.Host, "*") || !strings.EqualFold(s, u.Scheme+"://"+u.Host) {
		return errors.New("want scheme://host or scheme://host:port with nothing behind it, or *")
	}
	if strings.ContainsFunc(s, func(r rune) bool { return r > '~' }) {
		return errors.New("want the host as browsers send it (xn--…)")
	}
	origin := strings.ToLower(s)
	for scheme, port := range map[string]string{"http": ":80", "https": ":443"} {
		if u.Scheme == scheme {
			origin = strings.TrimSuffix(origin, port) // browsers leave it out
		}
	}
	*o = append(*o, origin)
	return nil
}

// around lets scripts of these origins read what h answers, and refuses what a page of another one makes a browser ask: it can't read the
// answer, but each asked in a picture's address would cost what a query costs. A link from elsewhere may be followed. Browsers
// tell where a request comes from in Sec-Fetch-Site; what isn't one sends none.
func (o origins) around(h http.Handler) http.Handler {
	refuse := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if o.foreign(r) {
			http.Error(w, "pages of other origins can't ask here; --allow-origin allows one", http.StatusForbidden)
			return
		}
		h.ServeHTTP(w, r)
	})
	if len(o) == 0 {
		return refuse
	}
	crossing := cors.New(cors.Options{
		AllowedOrigins: o, AllowedMethods: []string{http.MethodGet, http.MethodPost}, AllowedHeaders: []string{"*"},
		AllowPrivateNetwork: true, MaxAge: int(time.Hour / time.Second),
	})
	return crossing.Handler(refuse)
}

// foreign says whether r is one that a page of another origin had a browser send.
func (o origins) foreign(r *http.Request) bool {
	if slices.Contains(o, "*") || slices.Contains(o, r.Header.Get("Origin")) {
		return false
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "cross-site", "same-site":
		return r.Header.Get("Sec-Fetch-Mode") != "navigate" || r.Header.Get("Sec-Fetch-Dest") != "document"
	}
	return false
}
