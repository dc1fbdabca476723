package graph

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
)

// taking is how long a client may take nothing of what is sent to it.
const taking = 2 * time.Minute

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
	out := begin(ctx, w)
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
	w  io.Writer
	rc *http.ResponseController
	mu sync.Mutex
	ok bool
}

// begin sends the head of the answer. The server's limits for a whole request don't hold from here on: each event has its own time.
func begin(ctx context.Context, w http.ResponseWriter) *eventWriter {
	h := w.Header()
	h.Set("Content-Type", eventStream+"; charset=utf-8")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", "no-cache")
	h.Set("X-Accel-Buffering", "no") // for proxies
	h.Add("Vary", "Accept")
	out := &eventWriter{w: w, rc: http.NewResponseController(w), ok: true}
	_ = out.rc.SetReadDeadline(time.Time{}) // without deadlines there are none to be lifted
	context.AfterFunc(ctx, func() { _ = out.rc.SetWriteDeadline(time.Now().Add(time.Second)) })
	out.write(":\n\n")
	return out
}

func (e *eventWriter) event(name string, body any) bool {
	data := []byte{}
	if body != nil {
		var err error
		if data, err = json.Marshal(body); err != nil {
			return false
		}
	}
	return e.write("event: " + name + "\ndata: " + string(data) + "\n\n")
}

// write says whether the client may still be there.
func (e *eventWriter) write(text string) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	if !e.ok {
		return false
	}
	_ = e.rc.SetWriteDeadline(time.Now().Add(taking))
	_, err := io.WriteString(e.w, text)
	if err == nil {
		err = e.rc.Flush()
	}
	e.ok = err == nil
	return e.ok
}

// alive writes a comment now and then, until stop is called: it returns when nothing is written any more.
func (e *eventWriter) alive(ctx context.Context, every time.Duration) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	var done sync.WaitGroup
	done.Go(func() {
		for pause(ctx, every) && e.write(":\n\n") {
		}
	})
	return func() {
		cancel()
		done.Wait()
	}
}
