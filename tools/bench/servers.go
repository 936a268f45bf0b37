package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"
)

const (
	serverCore = "0"
	clientCore = "1"
	peersPath  = "tools/bench/peers"
)

// server is a running process that answers GraphQL at its address.
type server struct {
	*exec.Cmd
	name, url string
}

// starter starts servers, and ends them all.
type starter struct {
	folder  string
	running []*server
}

func run(ctx context.Context, name string, args ...string) error {
	out, err := exec.CommandContext(ctx, name, args...).CombinedOutput()
	if err != nil {
		return fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, out)
	}
	return nil
}

// stayOnSecondCore keeps all threads of this process off the servers' core.
func stayOnSecondCore() error {
	runtime.GOMAXPROCS(1)
	return run(context.Background(), "taskset", "--all-tasks", "--cpu-list", "--pid", clientCore,
		strconv.Itoa(os.Getpid()))
}

// start starts a server, which prints its address after the word GraphQL.
func (s *starter) start(ctx context.Context, name string, command ...string) (*server, error) {
	started := &server{
		Cmd:  exec.CommandContext(ctx, "taskset", append([]string{"--cpu-list", serverCore}, command...)...),
		name: name,
	}
	started.Stderr, started.Env = os.Stderr, append(os.Environ(), "NODE_ENV=production")
	stdout, err := started.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := started.Start(); err != nil {
		return nil, err
	}
	s.running = append(s.running, started)
	for lines := bufio.NewScanner(stdout); lines.Scan(); {
		if address, found := strings.CutPrefix(lines.Text(), "GraphQL "); found {
			started.url = strings.TrimSpace(address)
			go func() { _, _ = io.Copy(io.Discard, stdout) }()
			return started, nil
		}
	}
	return nil, fmt.Errorf("%s did not start", name)
}

func (s *starter) stop() {
	for _, server := range s.running {
		_ = server.Process.Signal(syscall.SIGTERM)
		_ = server.Wait()
	}
}

// peers are the servers written in JavaScript, by their name in server.mjs.
var peers = [][2]string{{"mercurius", "Mercurius, jit: 1"}, {"yoga", "GraphQL Yoga 5"}, {"apollo", "Apollo Server 5"}}

// startPeers starts the peers over what findcare, the first of the servers, exports.
func (s *starter) startPeers(ctx context.Context, client *client) error {
	if _, err := exec.LookPath("npm"); err != nil {
		fmt.Println("There is no Node with npm: the servers written in JavaScript are left out.")
		return nil
	}
	if err := run(ctx, "npm", "ci", "--prefix", peersPath, "--no-audit", "--no-fund"); err != nil {
		return err
	}
	data := filepath.Join(s.folder, "data.json")
	if err := export(ctx, client, s.running[0].url, data); err != nil {
		return err
	}
	for _, peer := range peers {
		if _, err := s.start(ctx, peer[1], "node", filepath.Join(peersPath, "server.mjs"), peer[0], "schema.graphqls",
			data); err != nil {
			return err
		}
	}
	return nil
}

// tick is the unit of /proc/PID/stat on Linux.
const tick = 10 * time.Millisecond

// processorTime is what a process has used so far in user and system mode.
func (s *server) processorTime() (time.Duration, error) {
	content, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", s.Process.Pid))
	if err != nil {
		return 0, err
	}
	_, fields, _ := strings.Cut(string(content), ") ")
	var user, system int
	list := strings.Fields(fields) // from the third field, the state, on
	if _, err := fmt.Sscan(list[11]+" "+list[12], &user, &system); err != nil {
		return 0, err
	}
	return time.Duration(user+system) * tick, nil
}
