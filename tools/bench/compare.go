package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"findcare/demo"
	"findcare/internal/clock"
)

// responseCacheSize is findcare's default.
const responseCacheSize = "33554432"

type compareCommand struct {
	Providers   int     `help:"How many providers the directory has." default:"10000"`
	Connections []int   `help:"How many connections are kept alive, one table each." default:"4,32"`
	Rounds      int     `help:"How often each server has its turn." default:"9"`
	Seconds     float64 `help:"Processor seconds of each turn, after a fifth of it to warm up." default:"0.2"`
	Warm        float64 `help:"Processor seconds of warming up, for each server and operation." default:"2"`
}

// Run builds and starts the servers, has their answers compared, and measures them in turns.
func (c *compareCommand) Run(ctx context.Context, now clock.Clock) (err error) {
	if runtime.NumCPU() < 2 {
		return errors.New("two cores are needed: one for a server, and one for who asks it")
	}
	folder, err := os.MkdirTemp("", "findcare-bench-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	if err := stayOnSecondCore(); err != nil {
		return err
	}
	starter := &starter{folder: folder}
	defer starter.stop()
	findcare, err := c.startFindcare(ctx, now(), starter)
	if err != nil {
		return err
	}
	client := newClient(1)
	operations, err := loadOperations(ctx, client, findcare.url)
	if err != nil {
		return err
	}
	if err := c.startOthers(ctx, starter, client, operations); err != nil {
		return err
	}
	for _, server := range starter.running {
		if err := agree(ctx, client, server, operations); err != nil {
			return err
		}
	}
	fmt.Printf("%d providers; all answers are equal. One run of %d turns, each of %v s of processor time.\n",
		c.Providers, c.Rounds, c.Seconds)
	for _, connections := range c.Connections {
		if err := c.measure(ctx, starter.running, operations, connections); err != nil {
			return err
		}
	}
	return nil
}

// startFindcare starts it twice, the second time so that it executes every request, as all others do.
func (c *compareCommand) startFindcare(ctx context.Context, now time.Time, s *starter) (*server, error) {
	directory, err := demo.Directory(c.Providers, now)
	if err != nil {
		return nil, err
	}
	file, binary := filepath.Join(s.folder, "directory.ndjson"), filepath.Join(s.folder, "findcare")
	if err := os.WriteFile(file, directory, 0o600); err != nil {
		return nil, err
	}
	if err := run(ctx, "go", "build", "-o", binary, "findcare"); err != nil {
		return nil, err
	}
	for _, started := range []struct{ name, data, cache string }{
		{"findcare", "data", responseCacheSize}, {"findcare without its response cache", "other", "0"},
	} {
		data := filepath.Join(s.folder, started.data)
		if err := run(ctx, binary, "import", "--data", data, file); err != nil {
			return nil, err
		}
		command := []string{
			binary, "--listen", "127.0.0.1:0", "--data", data, "--demo=false", "--log-level", "warn",
			"--rate-limit", "0", "--max-cost", "0", "--site-url", siteURL, "--shutdown-delay", "0s",
			"--response-cache-size", started.cache,
		}
		if _, err := s.start(ctx, started.name, command...); err != nil {
			return nil, err
		}
	}
	return s.running[0], nil
}

// startOthers starts what findcare is compared with. Where there is no Node, only what is written in Go.
func (c *compareCommand) startOthers(ctx context.Context, s *starter, client *client, operations []*operation) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	answers := filepath.Join(s.folder, "answers.json")
	if err := writeAnswers(answers, operations); err != nil {
		return err
	}
	if _, err := s.start(ctx, "floor: known bytes by net/http", self, "floor", answers); err != nil {
		return err
	}
	if _, err := s.start(ctx, "gqlgen's executor", self, "gqlgen", fmt.Sprint(c.Providers)); err != nil {
		return err
	}
	return s.startPeers(ctx, client)
}

func writeAnswers(path string, operations []*operation) error {
	answers := make(map[string]json.RawMessage)
	for _, o := range operations {
		for i, body := range o.bodies {
			answers[string(body)] = o.answers[i]
		}
	}
	content, err := json.Marshal(answers)
	if err != nil {
		return err
	}
	return os.WriteFile(path, content, 0o600)
}

func (c *compareCommand) measure(
	ctx context.Context,
	servers []*server,
	operations []*operation,
	connections int,
) error {
	client := newClient(connections)
	defer client.CloseIdleConnections()
	turn := time.Duration(c.Seconds * float64(time.Second))
	for _, o := range operations {
		results := make([]result, len(servers))
		for _, server := range servers {
			if _, err := client.load(ctx, server, o, connections,
				time.Duration(c.Warm*float64(time.Second))); err != nil {
				return err
			}
		}
		for round := range c.Rounds {
			for i := range servers {
				at := (i + round) % len(servers) // so that nobody is always the first
				if _, err := client.load(ctx, servers[at], o, connections, turn/5); err != nil {
					return err
				}
				measured, err := client.load(ctx, servers[at], o, connections, turn)
				if err != nil {
					return err
				}
				results[at].add(measured)
			}
		}
		printTable(o, connections, servers, results)
	}
	return nil
}
