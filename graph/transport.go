package graph

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"mime"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// The media types of answers: with the first, the status tells of a failed request; with the second it is always 200 for
// a request that could be read; with the third the answer is a stream of events.
const (
	responseJSON = "application/graphql-response+json"
	plainJSON    = "application/json"
	eventStream  = "text/event-stream"
)

// front refuses what is no GraphQL request before gqlgen looks for a transport, and answers in the media type asked for.
type front struct {
	next http.Handler
	body int
}

func (f front) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch {
	case upgrades(r):
		f.next.ServeHTTP(w, r)
	case r.Method != http.MethodGet && r.Method != http.MethodPost:
		w.Header().Set("Allow", "GET, POST")
		refuse(w, r, http.StatusMethodNotAllowed, "only GET and POST are answered")
	case r.Method == http.MethodPost && !isJSON(r.Header.Get("Content-Type")):
		refuse(w, r, http.StatusUnsupportedMediaType, "the body must be application/json")
	case accepted(r) == "":
		refuse(w, r, http.StatusNotAcceptable, "only "+responseJSON+", "+plainJSON+" and "+eventStream+" can be answered")
	case len(r.URL.RawQuery) > f.body:
		refuse(w, r, http.StatusRequestURITooLong, "the query is too long")
	default:
		r.Body = http.MaxBytesReader(w, r.Body, int64(f.body))
		f.next.ServeHTTP(w, r)
	}
}

func isJSON(contentType string) bool {
	media, params, err := mime.ParseMediaType(contentType)
	charset := strings.ToLower(params["charset"])
	return err == nil && media == plainJSON && (charset == "" || charset == "utf-8")
}

// accepted is the media type to answer in: the one of the greatest weight, the first of several; "" if none that can be given is
// accepted.
func accepted(r *http.Request) string {
	header := strings.Join(r.Header.Values("Accept"), ",")
	if strings.TrimSpace(header) == "" {
		return plainJSON
	}
	best, most := "", 0.0
	for part := range strings.SplitSeq(header, ",") {
		media, params, err := mime.ParseMediaType(strings.TrimSpace(part))
		weight := 1.0
		if q, given := params["q"]; given && err == nil {
			weight, err = strconv.ParseFloat(q, 64)
		}
		if media == "*/*" || media == "application/*" {
			media = plainJSON
		}
		if err == nil && weight > most && (media == responseJSON || media == plainJSON || media == eventStream) {
			best, most = media, weight
		}
	}
	return best
}

// transport answers GET and POST in one piece; see front for what it is given.
type transport struct{ body int }

var _ graphql.Transport = transport{}

// Supports says yes to all that front lets through. An offer to upgrade (Java's client makes one to HTTP/2 by default) is passed over, as
// RFC 9110, section 7.8, lets a server do.
func (transport) Supports(*http.Request) bool { return true }

// Do answers r.
func (t transport) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	params, status, err := paramsOf(r)
	if err != nil {
		refuse(w, r, status, err.Error())
		return
	}
	params.Headers = r.Header
	res := respond(r.Context(), exec, params, r.Method == http.MethodGet)
	if res.refused {
		w.Header().Set("Allow", "POST")
		refuse(w, r, http.StatusMethodNotAllowed, "GET answers queries only")
		return
	}
	status = http.StatusOK
	if res.failed && accepted(r) == responseJSON {
		status = http.StatusBadRequest
	}
	send(w, r, status, res.body)
}

var (
	errBody = errors.New("the body is no JSON object with query, variables and operationName")
	errVars = errors.New("variables and extensions must be JSON objects")
)

// paramsOf reads a request. Its errors name no byte of the request.
func paramsOf(r *http.Request) (*graphql.RawParams, int, error) {
	p := &graphql.RawParams{}
	if r.Method == http.MethodGet {
		q := r.URL.Query()
		p.Query, p.OperationName = q.Get("query"), q.Get("operationName")
		for name, to := range map[string]*map[string]any{"variables": &p.Variables, "extensions": &p.Extensions} {
			if v := q.Get(name); v != "" && decode(strings.NewReader(v), to) != nil {
				return nil, http.StatusBadRequest, errVars
			}
		}
	} else if err := decode(r.Body, p); err != nil {
		var long *http.MaxBytesError
		if errors.As(err, &long) {
			return nil, http.StatusRequestEntityTooLarge, errors.New("the body is too long")
		}
		return nil, http.StatusBadRequest, errBody
	}
	if strings.TrimSpace(p.Query) == "" && p.Extensions["persistedQuery"] == nil {
		return nil, http.StatusBadRequest, errors.New("the request has no query")
	}
	if p.Variables == nil {
		p.Variables = map[string]any{}
	}
	return p, 0, nil
}

// decode reads one JSON value, numbers unrounded, and nothing after it.
func decode(r io.Reader, to any) error {
	d := json.NewDecoder(r)
	d.UseNumber()
	if err := d.Decode(to); err != nil {
		return err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errBody
	}
	return nil
}

// response is what an operation came to. Failed: it was not executed. Refused: it is more than a query.
type response struct {
	body    any
	failed  bool
	refused bool
}

// requestError is the body of a failed request: it has no data, not even null.
type requestError struct {
	Errors gqlerror.List `json:"errors"`
}

// nameless is what gqlgen says where no operation is named and there isn't just one.
const nameless = "operation  not found"

// begun makes the operation of a request; its errors are those of a failed request.
func begun(ctx context.Context, exec graphql.GraphExecutor, p *graphql.RawParams) (*graphql.OperationContext, gqlerror.List) {
	oc, errs := exec.CreateOperationContext(ctx, p)
	if errs == nil {
		return oc, nil
	}
	for i, e := range errs {
		if e.Message == nameless {
			e.Message = "the document has several operations, or none: operationName tells which"
		}
		if e.Extensions["code"] == nil { // of an extension of the request
			errs[i] = coded(e, codeInput)
		}
	}
	return oc, exec.DispatchError(graphql.WithOperationContext(ctx, oc), errs).Errors
}

// respond executes an operation that is answered in one piece; if safe, a query only.
func respond(ctx context.Context, exec graphql.GraphExecutor, p *graphql.RawParams, safe bool) response {
	oc, errs := begun(ctx, exec, p)
	switch {
	case errs != nil:
		return response{body: requestError{errs}, failed: true}
	case oc.Operation.Operation == ast.Subscription:
		return response{body: requestError{gqlerror.List{coded(gqlerror.Errorf("a subscription is answered over WebSocket ("+subprotocol+") or as "+eventStream+" only"), codeInput)}}, failed: true}
	case safe && oc.Operation.Operation != ast.Query:
		return response{failed: true, refused: true}
	}
	handle, ctx := exec.DispatchOperation(ctx, oc)
	res := handle(ctx)
	if res == nil {
		res = exec.DispatchError(ctx, gqlerror.List{coded(gqlerror.Errorf("the query was cancelled"), codeTimeout)})
	}
	body, failed := bodyOf(res)
	return response{body: body, failed: failed}
}

// bodyOf is what is sent of a response: of one without an answer, which failed, its errors alone.
func bodyOf(res *graphql.Response) (body any, failed bool) {
	if res.Data == nil || tooMuch(res.Errors) {
		return requestError{res.Errors}, true
	}
	return res, false
}

// answers are what an operation answers, in pieces: one of a query, of a subscription until it or ctx ends. Each is said to be its last, the
// errors of a failed request, or not. What panics ends it with an error: there may be others beside it on a socket.
func answers(ctx context.Context, exec graphql.GraphExecutor, p *graphql.RawParams) iter.Seq2[any, bool] {
	return func(yield func(any, bool) bool) {
		var handle graphql.ResponseHandler
		next := func() (body any, failed bool) {
			defer func() {
				if v := recover(); v != nil {
					body, failed = requestError{gqlerror.List{recovered(ctx, exec, v)}}, true
				}
			}()
			if handle == nil {
				oc, errs := begun(graphql.StartOperationTrace(ctx), exec, p)
				if errs != nil {
					return requestError{errs}, true
				}
				handle, ctx = exec.DispatchOperation(ctx, oc)
			}
			if res := handle(ctx); res != nil {
				body, _ = bodyOf(res)
			}
			return body, false
		}
		for {
			body, failed := next()
			if body == nil || !yield(body, failed) || failed {
				return
			}
		}
	}
}

// recovered is what is told of a panic: as gqlgen's executor presents it.
func recovered(ctx context.Context, exec graphql.GraphExecutor, v any) *gqlerror.Error {
	told := coded(gqlerror.Errorf("internal error"), codeInternal)
	if p, ok := exec.(interface {
		PresentRecoveredError(ctx context.Context, v any) error
	}); ok {
		_ = errors.As(p.PresentRecoveredError(ctx, v), &told)
	}
	return told
}

// tooMuch says that an operation was refused as a whole, for its cost or for the size of its answer.
func tooMuch(errs gqlerror.List) bool {
	return slices.ContainsFunc(errs, func(e *gqlerror.Error) bool {
		return e.Extensions["code"] == codeComplexity || e.Extensions["code"] == codeAnswer
	})
}

func refuse(w http.ResponseWriter, r *http.Request, status int, message string) {
	code := codeInput
	switch status {
	case http.StatusRequestEntityTooLarge, http.StatusRequestURITooLong:
		code = codeTooLarge
	case http.StatusServiceUnavailable:
		code = codeUnavailable
	}
	send(w, r, status, requestError{gqlerror.List{coded(gqlerror.Errorf("%s", message), code)}})
}

func send(w http.ResponseWriter, r *http.Request, status int, body any) {
	b, ok := encoded(body)
	if !ok {
		status = http.StatusInternalServerError
	}
	media := accepted(r)
	if media != responseJSON {
		media = plainJSON
	}
	w.Header().Set("Content-Type", media+"; charset=utf-8")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Cache-Control", "no-cache") // the next load may change every answer
	w.Header().Add("Vary", "Accept")
	w.WriteHeader(status)
	_, _ = w.Write(b) // the client may be gone
}

// encoded is the JSON of what is sent; of what has none, an error in its place, and false.
func encoded(body any) (b []byte, ok bool) {
	b, err := json.Marshal(body)
	if err != nil {
		return []byte(`{"errors":[{"message":"the answer can't be written","extensions":{"code":"` + codeInternal + `"}}]}`), false
	}
	return b, true
}

// pieceBytes is how much of a long text is written at one time: whoever takes that much in time is slow, and not gone.
const pieceBytes = 64 << 10

// pieces are those of some texts, in order.
func pieces(texts ...[]byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for _, text := range texts {
			for piece := range slices.Chunk(text, pieceBytes) {
				if !yield(piece) {
					return
				}
			}
		}
	}
}
