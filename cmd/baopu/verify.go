package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

func (a *app) verifyCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "verify",
		Short: "Check the store: its invariants, and each document's claims against its hash",
		Long: `Recomputes every fact, attribute, count and index from the claims, and every document's hash, and names what differs,
one a line. A sound store prints "sound" and exits 0; anything else exits 1. "baopu rebuild" mends a store that isn't.`,
		Example: "  baopu verify\n  baopu verify --store sqlite:data/baopu.db --json",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) (err error) {
			store, err := a.openToRead(c.Context())
			if err != nil {
				return err
			}
			defer closing(store, &err)
			faults, err := store.Verify(c.Context())
			if err != nil {
				return err
			}
			return a.verified(faults, asJSON)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, `print {"sound": …, "faults": […]}`)
	return c
}

func (a *app) verified(faults []string, asJSON bool) error {
	if asJSON {
		if faults == nil {
			faults = []string{}
		}
		err := a.line(struct {
			Sound  bool     `json:"sound"`
			Faults []string `json:"faults"`
		}{len(faults) == 0, faults})
		if err != nil {
			return err
		}
	} else {
		for _, f := range faults {
			if _, err := fmt.Fprintln(a.stdout, f); err != nil {
				return err
			}
		}
	}
	if len(faults) > 0 {
		return fmt.Errorf("%d faults in %s", len(faults), withoutLogin(a.storeURL()))
	}
	if !asJSON {
		_, err := fmt.Fprintln(a.stdout, "sound")
		return err
	}
	return nil
}
