package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"

	"findcare/internal/clock"
)

type buildsCommand struct {
	Base string `help:"An executable, or a revision of this repository." required:""`
	Head string `help:"What it is compared with; this tree by default."`
	directory
	plan
}

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
		if err := s.restart(ctx); err != nil {
			return err
		}
		for _, o := range operations {
			m, err := c.measure(ctx, s.running, o)
			if err != nil {
				return err
			}
			m.print(o, s.running)
		}
		return nil
	})
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
