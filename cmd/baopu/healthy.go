package main

import (
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/spf13/cobra"
)

// healthyCommand asks a running server whether it is well: for containers, whose images have no other program to ask with.
func (a *app) healthyCommand() *cobra.Command {
	var url string
	c := &cobra.Command{
		Use:     "healthy",
		Short:   "Ask a running server whether it can answer; for health checks of containers",
		Example: "  baopu healthy\n  baopu healthy --url http://127.0.0.1:9000",
		Args:    cobra.NoArgs,
		Hidden:  true,
		RunE: func(c *cobra.Command, _ []string) error {
			req, err := http.NewRequestWithContext(c.Context(), http.MethodGet, url+"/healthz", nil)
			if err != nil {
				return usageError{err}
			}
			answer, err := (&http.Client{Timeout: 4 * time.Second}).Do(req)
			if err != nil {
				return err
			}
			defer answer.Body.Close()
			if answer.StatusCode != http.StatusOK {
				text, _ := io.ReadAll(io.LimitReader(answer.Body, 200)) // what it says is for people only
				return fmt.Errorf("%s/healthz: %s: %s", url, answer.Status, text)
			}
			return nil
		},
	}
	c.Flags().StringVar(&url, "url", "http://"+defaultAddr, "`URL` of the server")
	return c
}
