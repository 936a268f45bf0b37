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

// operation is a page, asked for with other variables in each request.
type operation struct {
	title string
	// warming are requests for other entities than those that are measured.
	warming [][]byte
	bodies  [][]byte
	answers [][]byte // findcare's, of bodies
}

func document(name string) (string, error) {
	content, err := documents.ReadFile("operations/" + name + ".graphql")
	return string(content), err
}

func requestBody(query string, variables any) ([]byte, error) {
	return json.Marshal(map[string]any{"query": query, "variables": variables})
}

// The most requests that are measured of an operation, and that are not but warm the servers.
const (
	maxRequests = 2000
	maxSearches = 400
	maxWarming  = 400
)

// loadOperations makes the operations, and has findcare answer what is measured.
func loadOperations(ctx context.Context, client *client, url string, d directory) ([]*operation, error) {
	providers, err := providerSlugs(ctx, client, url, maxRequests+maxWarming)
	if err != nil {
		return nil, err
	}
	var articles []string
	for i := range d.Articles {
		articles = append(articles, articleSlug(i))
	}
	var operations []*operation
	for _, made := range []struct {
		title, document string
		variables       []map[string]any
	}{
		{"The care page", "care-page", bySlug(articles)},
		{"Find care with every facet", "find-care", filters(maxSearches + maxWarming)},
		{"The profile", "profile", bySlug(providers)},
	} {
		o, err := newOperation(ctx, client, url, made.title, made.document, made.variables)
		if err != nil {
			return nil, err
		}
		operations = append(operations, o)
	}
	return operations, nil
}

// newOperation warms with the first of the variables, at most a half, and measures with the rest.
func newOperation(
	ctx context.Context, client *client, url, title, name string, variables []map[string]any,
) (*operation, error) {
	query, err := document(name)
	if err != nil {
		return nil, err
	}
	o := &operation{title: title}
	for i, each := range variables {
		body, err := requestBody(query, each)
		if err != nil {
			return nil, err
		}
		if i < min(maxWarming, len(variables)/2) {
			o.warming = append(o.warming, body)
			continue
		}
		answer, err := client.answer(ctx, url, body)
		if err != nil {
			return nil, err
		}
		o.bodies, o.answers = append(o.bodies, body), append(o.answers, answer)
	}
	return o, nil
}

func bySlug(slugs []string) (variables []map[string]any) {
	for _, slug := range slugs {
		variables = append(variables, map[string]any{"slug": slug})
	}
	return variables
}

// providerSlugs returns at most so many slugs.
func providerSlugs(ctx context.Context, client *client, url string, n int) (slugs []string, err error) {
	const query = `query($after: String) {
		providers(first: 100, after: $after, orderBy: RECENTLY_UPDATED) {
			nodes { slug }
			pageInfo { hasNextPage endCursor }
		}
	}`
	err = eachPage(ctx, client, url, query, "providers", func(node json.RawMessage) (more bool, err error) {
		var provider struct{ Slug string }
		err = json.Unmarshal(node, &provider)
		slugs = append(slugs, provider.Slug)
		return len(slugs) < n, err
	})
	return slugs, err
}

// filters are the same in every run, and no two are equal: each has one to four fields with one to three values each.
func filters(n int) (list []map[string]any) {
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
	known := make(map[string]bool)
	for len(list) < n {
		filter := make(map[string]any)
		for _, field := range random.Perm(len(names))[:1+random.IntN(4)] {
			var chosen []string
			for _, value := range random.Perm(len(values[field]))[:1+random.IntN(3)] {
				chosen = append(chosen, values[field][value])
			}
			filter[names[field]] = chosen
		}
		if key := fmt.Sprint(filter); !known[key] {
			known[key] = true
			list = append(list, map[string]any{"filter": filter})
		}
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
				return fmt.Errorf("%s answers\n%.2000s\nto %s, and findcare\n%.2000s", s.name, answer.Bytes(), body,
					o.answers[i])
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

// eachPage calls visit with each node of a connection, page by page, for as long as it wants more.
func eachPage(
	ctx context.Context, client *client, url, query, field string, visit func(json.RawMessage) (more bool, err error),
) error {
	type page struct {
		Nodes    []json.RawMessage
		PageInfo struct {
			HasNextPage bool
			EndCursor   *string
		}
	}
	var after *string
	for {
		var data map[string]page
		if err := ask(ctx, client, url, query, map[string]any{"after": after}, &data); err != nil {
			return err
		}
		for _, node := range data[field].Nodes {
			if more, err := visit(node); err != nil || !more {
				return err
			}
		}
		if after = data[field].PageInfo.EndCursor; !data[field].PageInfo.HasNextPage {
			return nil
		}
	}
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
	for _, name := range []string{"articles", "providers"} {
		query, err := document("export-" + name)
		if err != nil {
			return err
		}
		if err := eachPage(ctx, client, url, query, name, func(node json.RawMessage) (bool, error) {
			lists[name] = append(lists[name], node)
			return true, nil
		}); err != nil {
			return err
		}
	}
	content, err := json.Marshal(lists)
	if err != nil {
		return err
	}
	return os.WriteFile(path, content, 0o600)
}
