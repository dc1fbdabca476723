package graph

import (
	"context"
	"errors"
	"io"
	"net/http"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
)

// stream answers as server-sent events, each operation over a connection of its own: "distinct connections mode" of npm graphql-sse. It stands
// in the place of gqlgen's, which sends no data with "complete" (browsers pass over such an event), answers POST alone, and writes
// signs of life behind the end of the request.
type stream struct {
	opts Options
	life *life
}

var _ graphql.Transport = stream{}

// Supports says whether events are what the client likes best.
func (stream) Supports(r *http.Request) bool { return accepted(r) == eventStream }

// Do answers r. What is wrong with the operation is told in an event, what is wrong with the request by the status.
func (s stream) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	params, status, err := paramsOf(r)
	if err != nil {
		refuse(w, r, status, err.Error())
		return
	}
	params.Headers = r.Header
	ctx, leave, ok := s.life.enter(r.Context())
	if !ok {
		refuse(w, r, http.StatusServiceUnavailable, errEnding.Error())
		return
	}
	defer leave()
	out := newEventWriter(ctx, w, s.opts.Patience)
	defer out.end()
	defer out.alive(ctx, s.opts.KeepAlive)()
	for body := range answers(ctx, exec, params) {
		if !out.event("next", body) {
			return
		}
	}
	if !errors.Is(context.Cause(ctx), errEnding) { // whoever reads on later asks again, and wouldn't behind the end
		out.event("complete", nil)
	}
}

// eventWriter writes events, each at once.
type eventWriter struct {
	w        io.Writer
	rc       *http.ResponseController
	ctx      context.Context // of the stream
	patience time.Duration
	end      func() // after it nothing touches the connection, which the next request may have

	mu sync.Mutex
	ok bool

	due sync.Mutex
}

// newEventWriter sends the head of the answer. The server's limits for a whole request don't hold from here on: each piece has its own time.
func newEventWriter(ctx context.Context, w http.ResponseWriter, patience time.Duration) *eventWriter {
	h := w.Header()
	h.Set("Content-Type", eventStream+"; charset=utf-8")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", "no-cache")
	h.Set("X-Accel-Buffering", "no") // for proxies
	h.Add("Vary", "Accept")
	out := &eventWriter{w: w, rc: http.NewResponseController(w), ctx: ctx, patience: patience, ok: true}
	_ = out.rc.SetReadDeadline(time.Time{}) // without deadlines there are none to be lifted
	hurried := make(chan struct{})
	stop := context.AfterFunc(ctx, func() {
		defer close(hurried)
		out.hurry()
	})
	out.end = func() {
		if !stop() {
			<-hurried
		}
	}
	out.write([]byte(comment))
	return out
}

// comment is a sign of life.
const comment = ":\n\n"

func (e *eventWriter) event(name string, body any) bool {
	var data []byte
	if body != nil {
		data, _ = encoded(body)
	}
	return e.write([]byte("event: "+name+"\ndata: "), data, []byte("\n\n"))
}

// write says whether the client may still be there.
func (e *eventWriter) write(texts ...[]byte) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	for piece := range pieces(texts...) {
		if e.ok {
			e.hurry()
			_, err := e.w.Write(piece)
			e.ok = err == nil
		}
	}
	e.ok = e.ok && e.rc.Flush() == nil
	return e.ok
}

// hurry gives what is written the time that a client may take for a piece; a moment, once the stream is over.
func (e *eventWriter) hurry() {
	e.due.Lock()
	defer e.due.Unlock()
	patience := e.patience
	if e.ctx.Err() != nil {
		patience = min(patience, farewell)
	}
	_ = e.rc.SetWriteDeadline(time.Now().Add(patience))
}

// alive writes a comment now and then, until stop is called: it returns when nothing is written any more.
func (e *eventWriter) alive(ctx context.Context, every time.Duration) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	var done sync.WaitGroup
	done.Go(func() {
		for pause(ctx, every) && e.write([]byte(comment)) {
		}
	})
	return func() {
		cancel()
		done.Wait()
	}
}
