package main

import (
	"fmt"
	"slices"
	"time"
)

// printTable prints what an operation costs as Markdown, beside findcare, the first of the servers.
func printTable(o *operation, connections int, servers []*server, results []result) {
	size := 0
	for _, answer := range o.answers {
		size += len(answer)
	}
	fmt.Printf("\n%s, %.1f kB, %d connections:\n\n", o.title, float64(size)/float64(len(o.answers))/1000, connections)
	fmt.Println(
		"| server | processor time a request | over findcare's | requests/s | p50 | p99 |\n| --- | --- | --- | --- " +
			"| --- | --- |",
	)
	for i, server := range servers {
		r := &results[i]
		slices.Sort(r.latencies)
		fmt.Printf(
			"| %s | %d µs | %.2f | %.0f | %s | %s |\n",
			server.name,
			r.perRequest().Microseconds(),
			float64(
				r.perRequest(),
			)/float64(
				results[0].perRequest(),
			),
			r.perSecond(),
			milliseconds(r.percentile(50)),
			milliseconds(r.percentile(99)),
		)
	}
}

func milliseconds(d time.Duration) string { return fmt.Sprintf("%.2f ms", d.Seconds()*1000) }
