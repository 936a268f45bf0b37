package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"findcare/internal/clock"
)

type buildsCommand struct {
	Base string `help:"An executable, or a revision of this repository." required:""`
	Head string `help:"What it is compared with; this tree by default."`
	// AtMost is held in .ci/run, where other work makes a measurement worse and never better.
	AtMost float64 `help:"Fail where an operation costs more than this times what it costs the base, twice in a row."`
	directory
	plan
}

// The servers of a comparison of two builds, in their order.
const (
	baseServer = iota
	headServer
	cachingBaseServer
	cachingHeadServer
)

// Run measures two builds in turns: each without its response cache, which executes every request, and with it.
func (c *buildsCommand) Run(ctx context.Context, now clock.Clock) error {
	return withStarter(func(s *starter) error {
		base, err := s.build(ctx, "base", c.Base)
		if err != nil {
			return err
		}
		head, err := s.build(ctx, "head", c.Head)
		if err != nil {
			return err
		}
		if err := s.prepare(c.directory, now()); err != nil {
			return err
		}
		for _, started := range []struct {
			name, binary string
			cache        bool
		}{
			{"base", base, false},
			{"head", head, false},
			{"base with its response cache", base, true},
			{"head with its response cache", head, true},
		} {
			if _, err := s.startFindcare(ctx, started.name, started.binary, started.cache); err != nil {
				return err
			}
		}
		client := newClient(1)
		operations, err := loadOperations(ctx, client, s.running[0].url, c.directory)
		if err != nil {
			return err
		}
		for _, o := range operations {
			if err := c.reportDifferences(ctx, client, s.running[1], o); err != nil {
				return err
			}
		}
		return c.compare(ctx, s, operations)
	})
}

// compare measures once, and where an operation costs too much, once more.
func (c *buildsCommand) compare(ctx context.Context, s *starter, operations []*operation) error {
	var worse []string
	for range 2 {
		if err := s.restart(ctx); err != nil {
			return err
		}
		worse = nil
		for _, o := range operations {
			m, err := c.measure(ctx, s.running, o)
			if err != nil {
				return err
			}
			m.print(o, s.running)
			for _, cost := range []struct {
				when  string
				ratio float64
			}{
				{"asked first", ratio(m.first, headServer, baseServer)},
				{"asked again", ratio(m.repeated, cachingHeadServer, cachingBaseServer)},
			} {
				if c.AtMost > 0 && cost.ratio > c.AtMost {
					worse = append(worse,
						fmt.Sprintf("%s, %s, costs %.2f times as much", o.title, cost.when, cost.ratio))
				}
			}
		}
		if len(worse) == 0 {
			return nil
		}
	}
	return fmt.Errorf("requests cost more than --at-most %g times what they cost %s:\n%s", c.AtMost, c.Base,
		strings.Join(worse, "\n"))
}

// build returns the path of an executable: the one that is named, or one built from a revision or from this tree.
func (s *starter) build(ctx context.Context, name, from string) (string, error) {
	if info, err := os.Stat(from); err == nil && info.Mode().IsRegular() {
		return filepath.Abs(from)
	}
	binary, tree := filepath.Join(s.folder, name), "."
	if from != "" {
		tree = filepath.Join(s.folder, name+"-tree")
		if err := run(ctx, "git", "worktree", "add", "--detach", tree, from); err != nil {
			return "", err
		}
		defer func() { _ = run(context.WithoutCancel(ctx), "git", "worktree", "remove", "--force", tree) }()
	}
	return binary, run(ctx, "go", "build", "-C", tree, "-o", binary, ".")
}

// reportDifferences says how many answers differ, byte for byte, from those of the base.
func (c *buildsCommand) reportDifferences(ctx context.Context, client *client, s *server, o *operation) error {
	differing, example := 0, []byte(nil)
	for i, body := range o.bodies {
		answer, err := client.answer(ctx, s.url, body)
		if err != nil {
			return err
		}
		if !bytes.Equal(answer, o.answers[i]) {
			differing, example = differing+1, body
		}
	}
	fmt.Printf("%s: %d of %d answers differ.\n", o.title, differing, len(o.bodies))
	if differing > 0 {
		fmt.Printf("One of them: %s\n", example)
	}
	return nil
}
