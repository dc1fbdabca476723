package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"strings"
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
	running sync.WaitGroup // operations, and what asks for signs of life
	n       int            // operations that haven't ended

	outlet  chan struct{} // see there
	writing sync.Mutex
	much    bool // was written at once: some of it may lie on the way still
}

// operation is one that a client may end.
type operation struct {
	id     string
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
		kind, b, err := s.conn.Read(link)
		if err != nil {
			_ = s.conn.CloseNow() // it is closed as a rule
			return
		}
		if s.closing.Load() {
			continue // until the peer has closed it too
		}
		code, why := closeBad, invalid
		if kind == websocket.MessageText {
			code, why = s.take(ctx, link, b)
		}
		if code != 0 {
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
	go func() { _ = s.conn.Close(code, strings.ToValidUTF8(why[:min(len(why), 120)], "")) }()
}

// alive asks the peer for a sign of life, and cuts it off where none comes. While something is written that has its own time; behind much
// the question would have to wait, which the library lets it do for five seconds.
func (s *session) alive(ctx context.Context) {
	for pause(ctx, s.opts.KeepAlive) {
		if !s.writing.TryLock() {
			continue
		}
		much := s.much
		s.much = false
		s.writing.Unlock()
		if much {
			continue
		}
		answered, cancel := context.WithTimeout(ctx, s.opts.Patience)
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
	if err := json.Unmarshal(b, &m); err != nil || !m.valid() {
		return closeBad, invalid
	}
	switch m.Type {
	case "connection_init":
		if s.begun.Swap(true) {
			return closeInitialised, "Too many initialisation requests"
		}
		s.send(link, message{Type: "connection_ack"}, nil)
	case "ping":
		s.send(link, message{Type: "pong", Payload: m.Payload}, nil)
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
	}
	return 0, ""
}

// invalid is why a socket is closed whose peer doesn't say what the protocol has.
const invalid = "Invalid message received"

// valid says whether a message of a client has the form that the protocol gives to its type; what it asks says subscribe.
func (m *message) valid() bool {
	switch m.Type {
	case "connection_init", "ping", "pong":
		return len(m.Payload) == 0 || m.Payload[0] == '{' || string(m.Payload) == "null"
	case "complete", "subscribe":
		return m.ID != ""
	}
	return false
}

// subscribe begins an operation of its own.
func (s *session) subscribe(ctx, link context.Context, m message) (code websocket.StatusCode, why string) {
	if !s.begun.Load() {
		return closeEarly, "Unauthorized"
	}
	p := &graphql.RawParams{}
	if decode(bytes.NewReader(m.Payload), p) != nil || p.Query == "" && p.Extensions["persistedQuery"] == nil {
		return closeBad, invalid
	}
	p.Headers = s.header
	ctx, cancel := context.WithCancel(ctx)
	o := &operation{id: m.ID, cancel: cancel}
	switch fits, free := s.admit(o); {
	case !free:
		cancel()
		return closeDouble, "Subscriber for " + m.ID + " already exists"
	case !fits:
		cancel()
		crowded := coded(gqlerror.Errorf("%d operations are open on this socket", s.opts.Limits.Socket), codeInput)
		s.send(link, message{ID: m.ID, Type: "error"}, gqlerror.List{crowded})
		return 0, ""
	}
	s.running.Go(func() {
		s.operate(ctx, link, o, p)
		cancel()
		s.forget(o)
	})
	return 0, ""
}

// admit opens an operation, where there is a place for it and its id is free.
func (s *session) admit(o *operation) (fits, free bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	fits, free = s.n < s.opts.Limits.Socket, s.open[o.id] == nil
	if fits && free {
		s.open[o.id] = o
		s.n++
	}
	return fits, free
}

// operate sends what an operation answers.
func (s *session) operate(ctx, link context.Context, o *operation, p *graphql.RawParams) {
	out := &outlet{place: s.outlet}
	defer out.leave()
	for body, failed := range answers(context.WithValue(ctx, outletKey{}, out), s.exec, p) {
		errs, _ := body.(requestError)
		switch {
		case ctx.Err() != nil:
			return
		case failed:
			s.tell(link, o, "error", errs.Errors)
			return
		case !s.tell(link, o, "next", body):
			return
		}
		out.leave()
	}
	if ctx.Err() == nil {
		s.tell(link, o, "complete", nil)
	}
}

// forget frees the place of an operation, and its id; it says whether that was this one's still.
func (s *session) forget(o *operation) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !o.ended {
		o.ended = true
		s.n--
	}
	if s.open[o.id] != o {
		return false
	}
	delete(s.open, o.id)
	return true
}

func (s *session) holds(o *operation) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.open[o.id] == o
}

// tell sends a message of an operation, and says whether the next may be sent: not behind the end of the operation, since its id may be another's.
// The last frees id and place before it is sent.
func (s *session) tell(link context.Context, o *operation, kind string, body any) bool {
	text := text(message{ID: o.id, Type: kind}, body)
	s.writing.Lock()
	defer s.writing.Unlock()
	if kind == "next" && !s.holds(o) || kind != "next" && !s.forget(o) {
		return false
	}
	return s.write(link, text)
}

// send sends a message of no operation that runs.
func (s *session) send(link context.Context, m message, body any) {
	text := text(m, body)
	s.writing.Lock()
	defer s.writing.Unlock()
	s.write(link, text)
}

// text is what is written of a message with a payload, if any. That may be long, and isn't copied.
func text(m message, body any) [][]byte {
	head, _ := encoded(m)
	if body == nil {
		return [][]byte{head}
	}
	payload, _ := encoded(body)
	return [][]byte{append(head[:len(head)-1], `,"payload":`...), payload, []byte("}")}
}

// write says whether the peer may still be there; one that takes nothing for long is cut off. A long message is written in frames, each of
// which has its own time. The caller holds writing.
func (s *session) write(link context.Context, text [][]byte) bool {
	if s.closing.Load() {
		return false
	}
	ctx, cancel := context.WithCancel(link)
	defer cancel()
	late := time.AfterFunc(s.opts.Patience, cancel)
	defer late.Stop()
	var err error
	if length(text) <= pieceBytes {
		err = s.conn.Write(ctx, websocket.MessageText, bytes.Join(text, nil))
	} else {
		s.much = true
		err = s.stretch(ctx, text, late)
	}
	if err != nil && !s.closing.Load() {
		s.cut()
	}
	return err == nil
}

func length(text [][]byte) (n int) {
	for _, t := range text {
		n += len(t)
	}
	return n
}

func (s *session) stretch(ctx context.Context, text [][]byte, late *time.Timer) error {
	w, err := s.conn.Writer(ctx, websocket.MessageText)
	if err != nil {
		return err
	}
	for piece := range pieces(text...) {
		late.Reset(s.opts.Patience)
		if _, err := w.Write(piece); err != nil {
			return err
		}
	}
	return w.Close()
}
