package main

import (
	"fmt"
	"slices"
	"time"
)

const floorName = "floor: known bytes by net/http"

// print prints what an operation costs as Markdown: beside findcare, the first of the servers, and beside the floor.
func (m *measured) print(o *operation, servers []*server) {
	size := 0
	for _, answer := range o.answers {
		size += len(answer)
	}
	fmt.Printf("\n%s, %.1f kB, %d requests:\n\n", o.title, float64(size)/float64(len(o.answers))/1000, len(o.bodies))
	fmt.Print("| server | asked first | over findcare's | over the floor | asked again | over findcare's " +
		"| over the floor | requests/s | p50 | p99 |\n" +
		"| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n")
	floor := slices.IndexFunc(servers, func(s *server) bool { return s.name == floorName })
	for i, server := range servers {
		r := &m.repeated[i]
		slices.Sort(r.latencies)
		fmt.Printf("| %s | %s | %s | %.0f | %s | %s |\n", server.name, costs(m.first, i, floor),
			costs(m.repeated, i, floor), r.perSecond(), milliseconds(r.percentile(50)), milliseconds(r.percentile(99)))
	}
}

// costs are the columns of the processor time of a request to a server.
func costs(results []result, i, floor int) string {
	columns := fmt.Sprintf("%.0f µs | %.2f | ", microseconds(results[i].perRequest()), ratio(results, i, 0))
	if floor < 0 {
		return columns + "–"
	}
	return columns + fmt.Sprintf("%.2f", ratio(results, i, floor))
}

// ratio is the processor time of a request to one server over that of another.
func ratio(results []result, i, over int) float64 {
	return float64(results[i].perRequest()) / float64(results[over].perRequest())
}

func microseconds(d time.Duration) float64 { return d.Seconds() * 1e6 }

func milliseconds(d time.Duration) string { return fmt.Sprintf("%.2f ms", d.Seconds()*1000) }
