package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"time"

	"findcare/graph"
	"findcare/internal/catalog"
	"findcare/internal/clock"
	"findcare/internal/execution"
	"findcare/internal/graphqlhttp"
	"findcare/models"
)

type gqlgenCommand struct {
	directory
}

// Run serves the directory as findcare does, but by gqlgen's executor, and with nothing around the endpoint.
func (c *gqlgenCommand) Run(ctx context.Context, now clock.Clock) error {
	documents, err := c.documents(now())
	if err != nil {
		return err
	}
	current, calendar := &catalog.Catalog{}, new(models.Calendar)
	current.Publish(catalog.Build(documents, catalog.Options{
		SiteURL: siteURL, Today: func() models.Date { return calendar.DateOf(now()) },
	}))
	schema := graph.NewSchema(current, graph.Services{})
	executor := execution.NewExecutor(schema, current, execution.Options{Logger: slog.Default(), WithoutPlans: true})
	handler, err := graphqlhttp.New(executor, graphqlhttp.Options{RequestTimeout: 10 * time.Second, MaxBody: 1 << 17})
	if err != nil {
		return err
	}
	return serve(ctx, handler)
}

type floorCommand struct {
	Answers string `arg:"" help:"File of the answers by the requests' bodies."`
}

// Run answers each request that it knows with the same bytes as findcare.
func (c *floorCommand) Run(ctx context.Context) error {
	content, err := os.ReadFile(c.Answers)
	if err != nil {
		return err
	}
	var answers map[string]json.RawMessage
	if err := json.Unmarshal(content, &answers); err != nil {
		return err
	}
	return serve(ctx, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		answer, known := answers[string(body)]
		if err != nil || !known {
			http.Error(w, "no such answer", http.StatusBadRequest)
			return
		}
		w.Header().Set("Content-Type", "application/graphql-response+json; charset=utf-8")
		w.Header().Set("Content-Length", fmt.Sprint(len(answer)))
		_, _ = w.Write(answer)
	}))
}

// serve serves at a free port, which it prints as findcare does, until the context ends.
func serve(ctx context.Context, handler http.Handler) error {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	fmt.Printf("GraphQL http://%s/graphql\n", listener.Addr())
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second}
	context.AfterFunc(ctx, func() { _ = server.Close() })
	if err := server.Serve(listener); ctx.Err() == nil {
		return err
	}
	return nil
}
