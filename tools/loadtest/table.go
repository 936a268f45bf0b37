package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"findcare/tools/loadtest/attack"
)

// The table is Markdown, so that documents can take it as it is.
const head = `| attack | sent | answers | processor | memory before, peak, after | care page before, during |
| --- | --- | --- | --- | --- | --- |`

func row(a attack.Attack, r *attack.Result) string {
	sent := a.Sends + ", " + bytes(r.Sent)
	if r.Held > 0 {
		sent = fmt.Sprintf("%d %s", r.Held, a.Sends)
	}
	page := ""
	if r.During > 0 {
		page = milliseconds(r.Before) + ", " + milliseconds(r.During)
		if r.Failed > 0 {
			page += fmt.Sprintf(" (%d failed)", r.Failed)
		}
	}
	processor := ""
	if r.Processor > 0 {
		processor = milliseconds(r.Processor)
	}
	memory := fmt.Sprintf("%s, %s, %s", bytes(int(r.Idle)), bytes(int(r.Peak)), bytes(int(r.After)))
	return fmt.Sprintf("| `go run ./tools/loadtest %s` | %s | %s | %s | %s | %s |", a.Name, sent, answers(r), processor,
		memory, page)
}

func answers(r *attack.Result) string {
	if r.Held > 0 {
		return fmt.Sprintf("%d closed by the server", r.Closed)
	}
	kinds := slices.SortedFunc(maps.Keys(r.Answers), func(a, b attack.Answer) int {
		return cmp.Or(cmp.Compare(r.Answers[b], r.Answers[a]), cmp.Compare(a.Code, b.Code))
	})
	var parts []string
	for _, kind := range kinds {
		parts = append(parts, fmt.Sprintf("%v ×%d", kind, r.Answers[kind]))
	}
	return strings.Join(parts, ", ") + ", " + bytes(r.Largest)
}

func bytes(n int) string {
	switch {
	case n >= 10<<20:
		return fmt.Sprintf("%d MB", n>>20)
	case n >= 10_000:
		return fmt.Sprintf("%d KB", n/1000)
	}
	return fmt.Sprintf("%d B", n)
}

func milliseconds(d time.Duration) string {
	return fmt.Sprintf("%.1f ms", float64(d)/float64(time.Millisecond))
}
