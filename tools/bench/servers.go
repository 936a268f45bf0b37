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
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

const (
	serverCore = "0"
	clientCore = "1"
	peersPath  = "tools/bench/peers"

	directoryFile     = "directory.ndjson"
	responseCacheSize = "33554432" // findcare's default
	siteURL           = "https://directory.example"
)

// server is a running process that answers GraphQL at its address.
type server struct {
	*exec.Cmd
	name, url string
	command   []string
}

// starter starts servers, and ends them all.
type starter struct {
	folder  string
	running []*server
}

// withStarter calls do with a starter whose folder and servers go away afterwards.
func withStarter(do func(*starter) error) (err error) {
	if runtime.NumCPU() < 2 {
		return errors.New("two cores are needed: one for a server, and one for who asks it")
	}
	folder, err := os.MkdirTemp("", "findcare-bench-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	s := &starter{folder: folder}
	defer s.stop()
	return do(s)
}

// prepare writes the directory to a file, and leaves the first core to the servers.
func (s *starter) prepare(d directory, at time.Time) (err error) {
	file, err := os.Create(filepath.Join(s.folder, directoryFile))
	if err != nil {
		return err
	}
	if err := errors.Join(d.write(file, at), file.Close()); err != nil {
		return err
	}
	return stayOnSecondCore()
}

// startFindcare starts a build of findcare over the directory.
func (s *starter) startFindcare(ctx context.Context, name, binary string, cache bool) (*server, error) {
	data := filepath.Join(s.folder, fmt.Sprint("data", len(s.running)))
	if err := run(ctx, binary, "import", "--data", data, filepath.Join(s.folder, directoryFile)); err != nil {
		return nil, err
	}
	size := "0"
	if cache {
		size = responseCacheSize
	}
	return s.start(ctx, name, binary, "--listen", "127.0.0.1:0", "--data", data, "--demo=false", "--log-level", "warn",
		"--rate-limit", "0", "--max-cost", "0", "--site-url", siteURL, "--shutdown-delay", "0s",
		"--response-cache-size", size)
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
	started := &server{name: name, command: command}
	s.running = append(s.running, started)
	return started, started.run(ctx)
}

func (s *server) run(ctx context.Context) error {
	s.Cmd = exec.CommandContext(ctx, "taskset", append([]string{"--cpu-list", serverCore}, s.command...)...)
	s.Stderr, s.Env = os.Stderr, append(os.Environ(), "NODE_ENV=production")
	stdout, err := s.StdoutPipe()
	if err != nil {
		return err
	}
	if err := s.Start(); err != nil {
		return err
	}
	for lines := bufio.NewScanner(stdout); lines.Scan(); {
		if address, found := strings.CutPrefix(lines.Text(), "GraphQL "); found {
			s.url = strings.TrimSpace(address)
			go func() { _, _ = io.Copy(io.Discard, stdout) }()
			return nil
		}
	}
	return fmt.Errorf("%s did not start", s.name)
}

// restart starts all servers anew, so that they have not been asked for anything.
func (s *starter) restart(ctx context.Context) error {
	s.stop()
	for _, server := range s.running {
		if err := server.run(ctx); err != nil {
			return err
		}
	}
	return nil
}

func (s *starter) stop() {
	for _, server := range s.running {
		if server.Process != nil {
			_ = server.Process.Signal(syscall.SIGTERM)
			_ = server.Wait()
		}
	}
}

// peers are the servers written in JavaScript, by their name in server.mjs.
var peers = [][2]string{{"mercurius", "Mercurius, jit: 1"}, {"yoga", "GraphQL Yoga 5"}, {"apollo", "Apollo Server 5"}}

// startPeers starts those of the peers that are wanted over what findcare, the first of the servers, exports.
func (s *starter) startPeers(ctx context.Context, client *client, wanted []string) error {
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
		if !slices.Contains(wanted, peer[0]) {
			continue
		}
		if _, err := s.start(ctx, peer[1], "node", filepath.Join(peersPath, "server.mjs"), peer[0], "schema.graphqls",
			data); err != nil {
			return err
		}
	}
	return nil
}

// processorTime is what a process has used so far in user and system mode.
func (s *server) processorTime() (time.Duration, error) {
	const ofProcess = 2 // CPUCLOCK_SCHED: the clock of all threads of the process whose id is in the other bits
	var used unix.Timespec
	err := unix.ClockGettime(int32(^s.Process.Pid)<<3|ofProcess, &used)
	return time.Duration(used.Nano()), err
}
