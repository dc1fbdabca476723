package neo4j

import (
	"context"
	"errors"
	"fmt"
	"strings"

	bolt "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/baopu/baopu/internal/kg"
)

// wrap turns a driver's error into the words of kg, on one line; nil stays nil, and so does what is in those words
// already. An error that the driver would try again stays inside, so that it still sees it.
func wrap(ctx context.Context, what string, err error) error {
	if err == nil || inWords(err) {
		return err
	}
	if ctx.Err() != nil {
		return fmt.Errorf("neo4j: %s: %w", purpose(what), context.Cause(ctx))
	}
	if errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled) {
		return fmt.Errorf("neo4j: %s: %w", purpose(what), err)
	}
	return &failure{what: purpose(what), err: err, kind: kindOf(err)}
}

func inWords(err error) bool {
	for _, known := range []error{kg.ErrNotFound, kg.ErrInvalid, kg.ErrConflict, kg.ErrUnavailable} {
		if errors.Is(err, known) {
			var again *bolt.TransactionExecutionLimit
			return !errors.As(err, &again)
		}
	}
	var f *failure
	return errors.As(err, &f)
}

// failure is an error of the driver or the server. Unwrap lists the driver's own error and the word of kg, if it has one.
type failure struct {
	what string
	err  error
	kind error
}

func (f *failure) Error() string {
	text := strings.Join(strings.Fields(last(f.err).Error()), " ")
	if len(text) > 300 {
		text = strings.ToValidUTF8(text[:300], "") + "…"
	}
	if f.kind != nil {
		return fmt.Sprintf("neo4j: %s: %s: %v", f.what, text, f.kind)
	}
	return fmt.Sprintf("neo4j: %s: %s", f.what, text)
}

func (f *failure) Unwrap() []error {
	if f.kind == nil {
		return []error{f.err}
	}
	return []error{f.err, f.kind}
}

// last is the error that ended the tries of a managed transaction, or err itself.
func last(err error) error {
	var limit *bolt.TransactionExecutionLimit
	if errors.As(err, &limit) && len(limit.Errors) > 0 {
		return limit.Errors[len(limit.Errors)-1]
	}
	return err
}

// kindOf tells which word of kg an error of the driver is, nil for none. The codes are those of Neo4j's status codes.
func kindOf(err error) error {
	err = last(err)
	var server *bolt.Neo4jError
	if errors.As(err, &server) {
		switch {
		case strings.HasPrefix(server.Code, "Neo.ClientError.Security."):
			return kg.ErrInvalid // the configuration is wrong: trying again doesn't help
		case strings.HasPrefix(server.Code, "Neo.TransientError."), strings.Contains(server.Code, "DatabaseUnavailable"),
			strings.HasPrefix(server.Code, "Neo.ClientError.Transaction."):
			return kg.ErrUnavailable
		case strings.HasPrefix(server.Code, "Neo.ClientError.Schema.ConstraintValidation"):
			return kg.ErrConflict // a node of one document stands in another
		case strings.HasPrefix(server.Code, "Neo.ClientError.Database."):
			return kg.ErrInvalid
		}
		return nil
	}
	var usage *bolt.UsageError
	if errors.As(err, &usage) {
		return kg.ErrUnavailable
	}
	if bolt.IsConnectivityError(err) || bolt.IsRetryable(err) {
		return kg.ErrUnavailable
	}
	return nil
}

// purpose is the first line of a statement, which says what it is for.
func purpose(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return strings.TrimSpace(strings.TrimPrefix(line, "//"))
}
