package graph

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/coder/websocket"
)

// subprotocol is the one that sockets speak: that of npm graphql-ws.
const subprotocol = "graphql-transport-ws"

// The codes with which a socket is closed; graphql-ws, PROTOCOL.md.
const (
	closeBad         websocket.StatusCode = 4400
	closeEarly       websocket.StatusCode = 4401
	closeSubprotocol websocket.StatusCode = 4406
	closeInitTimeout websocket.StatusCode = 4408
	closeDouble      websocket.StatusCode = 4409
	closeInitialised websocket.StatusCode = 4429
)

// sockets answers over WebSocket. It stands in the place of gqlgen's, which closes with other codes than clients know, sends "complete"
// behind "error", lets a second operation take the id of the first, and bounds neither operations nor the time for a message.
type sockets struct {
	opts   Options
	life   *life
	places chan struct{}
}

var _ graphql.Transport = (*sockets)(nil)

func newSockets(opts Options, l *life) *sockets {
	return &sockets{opts, l, make(chan struct{}, opts.Limits.Open)}
}

// Supports says whether r asks for a socket.
func (*sockets) Supports(r *http.Request) bool { return upgrades(r) }

// upgrades says whether r asks for a socket. An offer of another protocol (Java's client makes one of HTTP/2 by default) is passed over,
// as RFC 9110, section 7.8, lets a server do.
func upgrades(r *http.Request) bool {
	return r.Method == http.MethodGet && slices.ContainsFunc(r.Header.Values("Upgrade"), func(v string) bool {
		return slices.ContainsFunc(strings.Split(v, ","), func(p string) bool { return strings.EqualFold(strings.TrimSpace(p), "websocket") })
	})
}

// welcome says whether r isn't of a web page that may not ask: browsers let any page open a socket anywhere, with Origin to tell.
func (s *sockets) welcome(r *http.Request) bool {
	origin := r.Header.Get("Origin")
	if origin == "" || slices.Contains(s.opts.Origins, "*") || slices.Contains(s.opts.Origins, origin) {
		return true
	}
	u, err := url.Parse(origin)
	return err == nil && u.Host != "" && strings.EqualFold(u.Host, r.Host)
}

// Do answers what is asked over one socket, until that is closed.
func (s *sockets) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	if !s.welcome(r) {
		refuse(w, r, http.StatusForbidden, "pages of other origins can't ask here")
		return
	}
	ctx, leave, ok := s.life.enter(context.WithoutCancel(r.Context())) // a hijacked request's context says nothing
	if !ok {
		refuse(w, r, http.StatusServiceUnavailable, errEnding.Error())
		return
	}
	defer leave()
	select {
	case s.places <- struct{}{}:
		defer func() { <-s.places }()
	default:
		refuse(w, r, http.StatusServiceUnavailable, "too many sockets are open: ask again later")
		return
	}
	conn, err := websocket.Accept(w, r, &websocket.AcceptOptions{Subprotocols: []string{subprotocol}, InsecureSkipVerify: true}) // see welcome
	if err != nil {
		return // it has told the client
	}
	defer conn.CloseNow() // it is closed as a rule
	conn.SetReadLimit(int64(s.opts.Limits.Body))
	c := &session{conn: conn, exec: exec, header: r.Header, opts: s.opts, open: map[string]*operation{}, outlet: make(chan struct{}, 1)}
	c.serve(ctx)
}

// outlet is an operation's share of its socket: of all on one socket one at a time makes an answer and has it sent, so that a peer that takes
// nothing holds one answer. Who answers takes it, before a turn; who sends gives it back. Nil is that of an operation that has a
// connection of its own.
type outlet struct {
	place chan struct{}
	taken bool
}

type outletKey struct{}

func outletOf(ctx context.Context) *outlet {
	o, _ := ctx.Value(outletKey{}).(*outlet)
	return o
}

func (o *outlet) take(ctx context.Context) error {
	if o == nil || o.taken {
		return nil
	}
	select {
	case o.place <- struct{}{}:
		o.taken = true
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (o *outlet) leave() {
	if o != nil && o.taken {
		o.taken = false
		<-o.place
	}
}
