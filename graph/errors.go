package graph

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"log/slog"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/baopu/baopu/graph/internal/plan"
	"github.com/baopu/baopu/internal/kg"
)

// The codes of errors (extensions.code); there is one other, PERSISTED_QUERY_NOT_FOUND of gqlgen's extension.
const (
	codeParse       = errcode.ParseFailed
	codeValidation  = errcode.ValidationFailed
	codeInput       = "BAD_USER_INPUT"
	codeCursor      = "INVALID_CURSOR"
	codeTooLarge    = "OPERATION_TOO_LARGE"
	codeComplexity  = "COMPLEXITY_LIMIT_EXCEEDED"
	codeAnswer      = "ANSWER_TOO_LARGE"
	codeTimeout     = "QUERY_TIMEOUT"
	codeUnavailable = "STORE_UNAVAILABLE"
	codeInternal    = "INTERNAL"
)

// codes turns the errors of the words into codes; the first that fits counts, so that ErrCursor stands before ErrInvalid.
// An error whose message is made here, not by the store, hides what the store said.
var codes = []struct {
	err     error
	code    string
	message string // "" the error's own
}{
	{kg.ErrCursor, codeCursor, ""},
	{kg.ErrInvalid, codeInput, ""},
	{kg.ErrNotFound, codeInput, ""},
	{errTooLarge, codeTooLarge, ""},
	{plan.ErrCost, codeComplexity, ""},
	{errAnswer, codeAnswer, ""},
	{errCrowded, codeUnavailable, ""},
	{context.DeadlineExceeded, codeTimeout, "the query took too long"},
	{context.Canceled, codeTimeout, "the query was cancelled"},
	{kg.ErrUnavailable, codeUnavailable, "the store can't be reached now"},
}

// present turns an error into what a client sees. An error that is none of the table is masked; its id is in the
// log, once for all the objects that it fails.
func present(log *slog.Logger) graphql.ErrorPresenterFunc {
	return func(ctx context.Context, err error) *gqlerror.Error {
		var known *gqlerror.Error
		if errors.As(err, &known) && known.Extensions["code"] != nil {
			return known
		}
		if r := roomIn(ctx); r != nil && r.left.Add(-perError) < 0 { // also of nulls that come of a full room: the answer is thrown away
			return coded(gqlerror.Wrap(r.err()), codeAnswer)
		}
		out := graphql.DefaultErrorPresenter(ctx, err)
		for _, c := range codes {
			if errors.Is(err, c.err) {
				if c.message != "" {
					out.Message = c.message
				}
				return coded(out, c.code)
			}
		}
		report := func() string {
			id := errorID()
			log.ErrorContext(ctx, "query failed", "id", id, "path", out.Path.String(), "err", err)
			return id
		}
		var shared *plan.Failure
		if errors.As(err, &shared) {
			out.Message = "internal error " + shared.ID(report)
		} else {
			out.Message = "internal error " + report()
		}
		return coded(out, codeInternal)
	}
}

func coded(e *gqlerror.Error, code string) *gqlerror.Error {
	out := *e
	out.Err = nil
	out.Extensions = map[string]any{"code": code}
	return &out
}

func errorID() string {
	var b [6]byte
	_, _ = rand.Read(b[:]) // never fails
	return hex.EncodeToString(b[:])
}
