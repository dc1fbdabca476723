package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/baopu/baopu/graph"
)

// question is one GraphQL request; its JSON is the body that a server reads.
type question struct {
	Query         string         `json:"query"`
	OperationName string         `json:"operationName,omitempty"`
	Variables     map[string]any `json:"variables,omitempty"`

	variables string // as the flag gave them
	endpoint  string
	indent    bool
}

func (a *app) queryCommand() *cobra.Command {
	var q question
	var text string
	c := &cobra.Command{
		Use:   "query [FILE|-]",
		Short: "Ask a GraphQL query and print the answer as JSON",
		Long: `Asks one query, from a file, from standard input (-) or from --expr, of the store itself, or of a server with --endpoint, and
prints the JSON of the answer. Exit code 1 where the answer has errors; the JSON, errors included, is printed all the same. A subscription
prints a line for each payload, until Ctrl+C or until a payload has errors; it is one of the store itself, not with --endpoint.`,
		Example: "  baopu query --expr '{ stats { documents } }'\n" +
			"  baopu query examples/queries/02-posts.graphql\n" +
			"  baopu query q.graphql --variables '{\"name\": \"周金星\"}' --endpoint http://127.0.0.1:8080/graphql",
		Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if err := a.readQuestion(&q, text, args); err != nil {
				return err
			}
			if u, err := url.Parse(q.endpoint); q.endpoint != "" && (err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https") {
				return usageError{fmt.Errorf("--endpoint %s: want a URL as http://127.0.0.1:8080/graphql", q.endpoint)}
			}
			return a.query(c.Context(), q)
		},
	}
	f := c.Flags()
	f.StringVarP(&text, "expr", "e", "", "the `query` itself, instead of a file")
	f.StringVar(&q.variables, "variables", "", "variables as a JSON `object`, or @file")
	f.StringVar(&q.OperationName, "operation", "", "`name` of the operation, where there are several")
	f.StringVar(&q.endpoint, "endpoint", "", "`URL` of a server to ask instead of the store")
	f.BoolVar(&q.indent, "indent", false, "indent the answer (always on a terminal)")
	return c
}

// readQuestion fills q's query and variables from what the command line names.
func (a *app) readQuestion(q *question, text string, args []string) error {
	q.indent = q.indent || terminal(a.stdout)
	switch {
	case text != "" && len(args) > 0:
		return usageError{errors.New("a file and --expr: want one of them")}
	case text != "":
		q.Query = text
	default:
		name := "-"
		if len(args) > 0 {
			name = args[0]
		}
		b, err := a.readAll(name)
		if err != nil {
			return err
		}
		q.Query = string(b)
	}
	if strings.TrimSpace(q.Query) == "" {
		return usageError{errors.New("the query is empty")}
	}
	return a.readVariables(q)
}

func (a *app) readVariables(q *question) error {
	raw := []byte(q.variables)
	if name, ok := strings.CutPrefix(q.variables, "@"); ok {
		var err error
		if raw, err = a.readAll(name); err != nil {
			return err
		}
	}
	if len(bytes.TrimSpace(raw)) == 0 {
		return nil
	}
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber()
	err := dec.Decode(&q.Variables)
	if _, end := dec.Token(); err == nil && !errors.Is(end, io.EOF) {
		err = errors.New("something follows it")
	}
	if err != nil {
		return usageError{fmt.Errorf("--variables: no JSON object: %w", err)}
	}
	return nil
}

func (a *app) readAll(name string) ([]byte, error) {
	if name == "-" {
		return io.ReadAll(a.stdin)
	}
	return os.ReadFile(name)
}

func (a *app) query(ctx context.Context, q question) error {
	if q.endpoint == "" {
		return a.askStore(ctx, q)
	}
	answer, err := a.askServer(ctx, q)
	if err != nil {
		return err
	}
	return a.printAnswer(answer, q.indent)
}

func (a *app) printAnswer(answer []byte, indent bool) (err error) {
	var b bytes.Buffer
	if indent {
		err = json.Indent(&b, answer, "", "  ")
	} else {
		err = json.Compact(&b, answer)
	}
	if err != nil {
		return fmt.Errorf("the answer is no JSON: %w", err)
	}
	if _, err := fmt.Fprintln(a.stdout, b.String()); err != nil {
		return err
	}
	return answerError(answer)
}

// answerError is the first of an answer's errors.
func answerError(answer []byte) error {
	var a struct {
		Errors []struct {
			Message    string
			Path       []any
			Extensions struct{ Code string }
		}
	}
	if err := json.Unmarshal(answer, &a); err != nil || len(a.Errors) == 0 {
		return err
	}
	e := a.Errors[0]
	at := ""
	for _, p := range e.Path {
		at += fmt.Sprint("/", p)
	}
	return fmt.Errorf("query%s: %s (%s)", at, e.Message, cmp.Or(e.Extensions.Code, "no code"))
}

func (a *app) askStore(ctx context.Context, q question) (err error) {
	store, err := a.openToRead(ctx)
	if err != nil {
		return err
	}
	defer closing(store, &err)
	for answer, err := range graph.Answers(ctx, store, q.Query, q.Variables, q.OperationName) {
		if err != nil {
			return err
		}
		if err := a.printAnswer(answer, q.indent); err != nil {
			return err
		}
	}
	return nil
}

// maxAnswer bounds what is read of a server's answer.
const maxAnswer = 256 << 20

func (a *app) askServer(ctx context.Context, q question) ([]byte, error) {
	body, err := json.Marshal(q)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, q.endpoint, bytes.NewReader(body))
	if err != nil {
		return nil, usageError{fmt.Errorf("--endpoint: %w", err)}
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Accept", "application/graphql-response+json, application/json;q=0.9")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, fmt.Errorf("--endpoint: %w", err)
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer))
	if err != nil {
		return nil, fmt.Errorf("--endpoint: %w", err)
	}
	if !json.Valid(answer) {
		return nil, fmt.Errorf("--endpoint %s: %s, and no JSON: %.80q", q.endpoint, resp.Status, answer)
	}
	return answer, nil
}
