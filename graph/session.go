package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/coder/websocket"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// session is one socket of graphql-transport-ws.
type session struct {
	conn   *websocket.Conn
	exec   graphql.GraphExecutor
	header http.Header
	opts   Options

	begun   atomic.Bool // connection_init was acknowledged
	closing atomic.Bool
	cut     context.CancelFunc // ends the connection without a word

	mu      sync.Mutex
	open    map[string]*operation
	running sync.WaitGroup // operations, and what closes the socket
	n       int            // operations that run
}

// operation is one that a client may end.
type operation struct {
	cancel context.CancelFunc
	ended  bool // it counts no more
}

// message is what is sent either way.
type message struct {
	ID      string          `json:"id,omitempty"`
	Type    string          `json:"type"`
	Payload json.RawMessage `json:"payload,omitempty"`
}

// farewell is how long a peer has to answer that the socket is closed.
const farewell = time.Second

// patience is how many times the pause between two signs of life one of them may take: it comes behind all that was sent before.
const patience = 6

// serve reads messages until the socket is closed, by the client, by a fault of it, or with ctx.
func (s *session) serve(ctx context.Context) {
	link, cut := context.WithCancel(context.WithoutCancel(ctx))
	s.cut = cut
	ctx, cancel := context.WithCancel(ctx)
	defer s.running.Wait()
	defer cut()
	defer cancel()
	defer context.AfterFunc(ctx, func() { s.close(websocket.StatusGoingAway, errEnding.Error()) })()
	late := time.AfterFunc(s.opts.KeepAlive, func() {
		if !s.begun.Load() {
			s.close(closeInitTimeout, "Connection initialisation timeout")
		}
	})
	defer late.Stop()
	s.running.Go(func() { s.alive(link) })
	if s.conn.Subprotocol() == "" {
		s.close(closeSubprotocol, "Subprotocol not acceptable")
	}
	for {
		_, b, err := s.conn.Read(link)
		if err != nil {
			_ = s.conn.CloseNow() // it is closed as a rule
			return
		}
		if s.closing.Load() {
			continue // until the peer has closed it too
		}
		if code, why := s.take(ctx, link, b); code != 0 {
			s.close(code, why)
		}
	}
}

// close says goodbye; whoever doesn't answer is cut off. The socket is read on meanwhile.
func (s *session) close(code websocket.StatusCode, why string) {
	if s.closing.Swap(true) {
		return
	}
	s.mu.Lock()
	for _, o := range s.open {
		o.cancel()
	}
	s.mu.Unlock()
	time.AfterFunc(farewell, s.cut)
	go func() { _ = s.conn.Close(code, why[:min(len(why), 120)]) }()
}

// alive asks the peer for a sign of life, and cuts it off where none comes.
func (s *session) alive(ctx context.Context) {
	for pause(ctx, s.opts.KeepAlive) {
		answered, cancel := context.WithTimeout(ctx, patience*s.opts.KeepAlive)
		err := s.conn.Ping(answered)
		cancel()
		if err != nil {
			if !s.closing.Load() {
				s.cut()
			}
			return
		}
	}
}

// take does what a message says; it answers the code with which the socket must be closed, if any.
func (s *session) take(ctx, link context.Context, b []byte) (code websocket.StatusCode, why string) {
	var m message
	if err := json.Unmarshal(b, &m); err != nil {
		return closeBad, "Invalid message received"
	}
	switch m.Type {
	case "connection_init":
		if s.begun.Swap(true) {
			return closeInitialised, "Too many initialisation requests"
		}
		s.send(link, message{Type: "connection_ack"})
	case "ping":
		s.send(link, message{Type: "pong", Payload: m.Payload})
	case "pong":
	case "complete":
		s.mu.Lock()
		if o := s.open[m.ID]; o != nil {
			o.cancel()
			delete(s.open, m.ID)
		}
		s.mu.Unlock()
	case "subscribe":
		return s.subscribe(ctx, link, m)
	default:
		return closeBad, "Invalid message received"
	}
	return 0, ""
}

// subscribe begins an operation of its own.
func (s *session) subscribe(ctx, link context.Context, m message) (code websocket.StatusCode, why string) {
	if !s.begun.Load() {
		return closeEarly, "Unauthorized"
	}
	p := &graphql.RawParams{}
	if m.ID == "" || decode(bytes.NewReader(m.Payload), p) != nil || p.Query == "" && p.Extensions["persistedQuery"] == nil {
		return closeBad, "Invalid message received"
	}
	p.Headers = s.header
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.open[m.ID] != nil {
		return closeDouble, "Subscriber for " + m.ID + " already exists"
	}
	if s.n >= s.opts.Limits.Socket {
		crowded := coded(gqlerror.Errorf("%d operations are open on this socket", s.n), codeInput)
		s.mu.Unlock()
		s.send(link, piece(m.ID, "error", gqlerror.List{crowded}))
		s.mu.Lock()
		return 0, ""
	}
	ctx, cancel := context.WithCancel(ctx)
	o := &operation{cancel: cancel}
	s.open[m.ID] = o
	s.n++
	s.running.Go(func() {
		s.operate(ctx, link, m.ID, o, p)
		cancel()
		s.forget(m.ID, o)
	})
	return 0, ""
}

// operate sends what an operation answers. Its id and its place are free before its last message is sent.
func (s *session) operate(ctx, link context.Context, id string, o *operation, p *graphql.RawParams) {
	for body, failed := range answers(ctx, s.exec, p) {
		errs, _ := body.(requestError)
		switch {
		case ctx.Err() != nil:
			return
		case failed && s.forget(id, o):
			s.send(link, piece(id, "error", errs.Errors))
			return
		case !s.send(link, piece(id, "next", body)):
			return
		}
	}
	if ctx.Err() == nil && s.forget(id, o) {
		s.send(link, message{ID: id, Type: "complete"})
	}
}

// forget frees the place of an operation, and its id; it says whether that was this one's still.
func (s *session) forget(id string, o *operation) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !o.ended {
		o.ended = true
		s.n--
	}
	if s.open[id] != o {
		return false
	}
	delete(s.open, id)
	return true
}

// piece is a message of an operation.
func piece(id, kind string, body any) message {
	b, err := json.Marshal(body)
	if err != nil {
		b = []byte(`{"errors":[{"message":"the answer can't be written"}]}`)
	}
	return message{ID: id, Type: kind, Payload: b}
}

// send says whether the peer may still be there; one that takes nothing for long is cut off.
func (s *session) send(link context.Context, m message) bool {
	if s.closing.Load() {
		return false
	}
	b, err := json.Marshal(m)
	if err == nil {
		ctx, cancel := context.WithTimeout(link, taking)
		defer cancel()
		err = s.conn.Write(ctx, websocket.MessageText, b)
	}
	if err != nil && !s.closing.Load() {
		s.cut()
	}
	return err == nil
}
