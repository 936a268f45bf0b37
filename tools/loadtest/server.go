package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
)

// starter builds the server, and starts it with the demo directory.
type starter struct {
	folder string
	token  string // an editor's
}

func newStarter(ctx context.Context) (*starter, error) {
	folder, err := os.MkdirTemp("", "findcare-attack-")
	if err != nil {
		return nil, err
	}
	s := &starter{folder: folder}
	build := exec.CommandContext(ctx, "go", "build", "-o", s.path("findcare"), "findcare")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		s.close()
		return nil, fmt.Errorf("build the server: %w", err)
	}
	create := exec.CommandContext(ctx, s.path("findcare"), "token", "create", "--data", s.path("data"),
		"--role", "editor", "--name", "Attack")
	token, err := create.Output()
	if err != nil {
		s.close()
		return nil, fmt.Errorf("create a token: %w", err)
	}
	s.token = strings.TrimSpace(string(token))
	return s, nil
}

func (s *starter) path(name string) string { return filepath.Join(s.folder, name) }

func (s *starter) close() { _ = os.RemoveAll(s.folder) }

// running is a server that was started.
type running struct {
	*exec.Cmd
	url string
}

func (s *starter) start(ctx context.Context) (*running, error) {
	r := &running{
		Cmd: exec.CommandContext(ctx, s.path("findcare"), "--listen", "127.0.0.1:0", "--data", s.path("data"),
			"--shutdown-delay", "0s", "--shutdown-grace", "1s"),
	}
	stdout, err := r.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := r.Start(); err != nil {
		return nil, err
	}
	for lines := bufio.NewScanner(stdout); lines.Scan(); {
		if address, found := strings.CutPrefix(lines.Text(), "GraphQL "); found {
			r.url = strings.TrimSuffix(strings.TrimSpace(address), "/graphql")
			go func() { _, _ = io.Copy(io.Discard, stdout) }()
			return r, nil
		}
	}
	r.stop()
	return nil, errors.New("the server did not start")
}

func (r *running) stop() {
	_ = r.Process.Signal(syscall.SIGTERM)
	_ = r.Wait()
}
