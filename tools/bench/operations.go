package main

import (
	"bytes"
	"context"
	"embed"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
)

//go:embed operations/*.graphql
var documents embed.FS

// operation is a page, asked for with different variables in turn.
type operation struct {
	title   string
	bodies  [][]byte
	answers [][]byte // findcare's
}

func document(name string) (string, error) {
	content, err := documents.ReadFile("operations/" + name + ".graphql")
	return string(content), err
}

func requestBody(query string, variables any) ([]byte, error) {
	return json.Marshal(map[string]any{"query": query, "variables": variables})
}

// rotation is how many variables find care and the profile are asked for in turn.
const rotation = 200

// loadOperations makes the operations and has findcare answer them.
func loadOperations(ctx context.Context, client *client, url string) ([]*operation, error) {
	var slugs struct {
		Providers struct{ Nodes []struct{ Slug string } }
	}
	if err := ask(ctx, client, url, `{ providers(first: 100, orderBy: RECENTLY_UPDATED) { nodes { slug } } }`, nil,
		&slugs); err != nil {
		return nil, err
	}
	var profiles []map[string]any
	for _, node := range slugs.Providers.Nodes {
		profiles = append(profiles, map[string]any{"slug": node.Slug})
	}
	page := []map[string]any{{"slug": "ketamine-assisted-psychotherapy"}}
	var operations []*operation
	for _, made := range []struct {
		title, document string
		variables       []map[string]any
	}{
		{"The care page", "care-page", page},
		{"Find care with every facet", "find-care", filters()},
		{"The profile", "profile", profiles},
	} {
		query, err := document(made.document)
		if err != nil {
			return nil, err
		}
		o := &operation{title: made.title}
		for _, variables := range made.variables {
			body, err := requestBody(query, variables)
			if err != nil {
				return nil, err
			}
			var answer bytes.Buffer
			if err := client.post(ctx, url, body, &answer); err != nil {
				return nil, err
			}
			o.bodies, o.answers = append(o.bodies, body), append(o.answers, answer.Bytes())
		}
		operations = append(operations, o)
	}
	return operations, nil
}

// filters are the same in every run: each has one to four fields with one to three values each.
func filters() (list []map[string]any) {
	values := [][]string{
		{
			"depression", "generalized-anxiety", "insomnia", "post-traumatic-stress-disorder", "grief",
			"obsessive-compulsive-disorder",
		},
		{
			"cognitive-behavioral-therapy", "ketamine-assisted-psychotherapy", "medication-management",
			"dialectical-behavior-therapy",
		},
		{"CA", "NY", "TX", "MI", "OH", "IL", "FL", "WA", "AR"},
		{"English", "Spanish", "Mandarin", "French"},
		{"IN_PERSON", "VIDEO", "PHONE"},
	}
	names := []string{"conditions", "treatments", "states", "languages", "sessionFormats"}
	random := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // the same filters each time
	for range rotation {
		filter := make(map[string]any)
		for _, field := range random.Perm(len(names))[:1+random.IntN(4)] {
			var chosen []string
			for _, value := range random.Perm(len(values[field]))[:1+random.IntN(3)] {
				chosen = append(chosen, values[field][value])
			}
			filter[names[field]] = chosen
		}
		list = append(list, map[string]any{"filter": filter})
	}
	return list
}

// agree wants from a server the answers that findcare gave.
func agree(ctx context.Context, client *client, s *server, operations []*operation) error {
	var answer bytes.Buffer
	for _, o := range operations {
		for i, body := range o.bodies {
			if err := client.post(ctx, s.url, body, &answer); err != nil {
				return fmt.Errorf("%s: %w", s.name, err)
			}
			var got, want any
			if err := json.Unmarshal(o.answers[i], &want); err != nil {
				return err
			}
			if err := json.Unmarshal(answer.Bytes(), &got); err != nil {
				return fmt.Errorf("%s: %w", s.name, err)
			}
			if !reflect.DeepEqual(got, want) {
				return fmt.Errorf("%s answers\n%s\nto %s, and findcare\n%s", s.name, answer.Bytes(), body, o.answers[i])
			}
		}
	}
	return nil
}

// ask sends a query and reads its data.
func ask(ctx context.Context, client *client, url, query string, variables, into any) error {
	body, err := requestBody(query, variables)
	if err != nil {
		return err
	}
	var content bytes.Buffer
	if err := client.post(ctx, url, body, &content); err != nil {
		return err
	}
	var answer struct {
		Data   json.RawMessage
		Errors json.RawMessage
	}
	if err := json.Unmarshal(content.Bytes(), &answer); err != nil {
		return err
	}
	if answer.Errors != nil {
		return fmt.Errorf("findcare: %s", answer.Errors)
	}
	return json.Unmarshal(answer.Data, into)
}

// export writes the directory as the peers read it: lists of objects with their fields, linked by ids.
func export(ctx context.Context, client *client, url, path string) error {
	query, err := document("export-rest")
	if err != nil {
		return err
	}
	var rest map[string]struct{ Nodes []json.RawMessage }
	if err := ask(ctx, client, url, query, nil, &rest); err != nil {
		return err
	}
	lists := make(map[string][]json.RawMessage)
	for name, list := range rest {
		lists[name] = list.Nodes
	}
	if query, err = document("export-providers"); err != nil {
		return err
	}
	var page struct {
		Providers struct {
			Nodes    []json.RawMessage
			PageInfo struct {
				HasNextPage bool
				EndCursor   *string
			}
		}
	}
	for more := true; more; more = page.Providers.PageInfo.HasNextPage {
		variables := map[string]any{"after": page.Providers.PageInfo.EndCursor}
		page.Providers.Nodes = nil
		if err := ask(ctx, client, url, query, variables, &page); err != nil {
			return err
		}
		lists["providers"] = append(lists["providers"], page.Providers.Nodes...)
	}
	content, err := json.Marshal(lists)
	if err != nil {
		return err
	}
	return os.WriteFile(path, content, 0o600)
}
