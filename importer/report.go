package importer

import (
	"encoding/csv"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"findcare/editing"
	"findcare/models"
)

// Report counts what an import of a registry's file did, or would do.
type Report struct {
	// Source is the registry, and FileDate the date of its file.
	Source   string
	FileDate models.Date
	DryRun   bool

	// Rows are all but the first line. Each is in one of the counts below.
	Rows                                             int
	Created, Changed, Unchanged, Withdrawn, Restored int
	// Skipped counts rows that are none of the directory's business, and Rejected rows that cannot be read, by the reason.
	Skipped, Rejected map[string]int
	// LeftOut counts values that cannot be used, in rows that were imported without them.
	LeftOut map[string]int
	// Made lists the credentials and treatments that the directory did not have.
	Made []string
}

func newReport() *Report {
	return &Report{Skipped: make(map[string]int), Rejected: make(map[string]int), LeftOut: make(map[string]int)}
}

// countFates adds what became of the providers of records.
func (r *Report) countFates(fates *[editing.Restored + 1]int) {
	for fate, count := range fates {
		r.countFate(editing.Fate(fate), count)
	}
}

func (r *Report) countFate(fate editing.Fate, count int) {
	if count == 0 {
		return
	}
	switch fate {
	case editing.Unchanged:
		r.Unchanged += count
	case editing.StaysDeleted:
		r.Skipped["deleted by an editor"] += count
	case editing.NotListed:
		r.Skipped["deactivated"] += count
	case editing.Created:
		r.Created += count
	case editing.Changed:
		r.Changed += count
	case editing.Withdrawn:
		r.Withdrawn += count
	case editing.Restored:
		r.Restored += count
	}
}

// Write prints the report as a table.
func (r *Report) Write(to io.Writer) error {
	did := "imported"
	if r.DryRun {
		did = "nothing was written; an import would do this"
	}
	table := tabwriter.NewWriter(to, 0, 0, 2, ' ', tabwriter.AlignRight)
	row := func(count int, what string) { fmt.Fprintf(table, "%s\t  %s\n", grouped(count), what) }
	fmt.Fprintf(to, "%s, file of %s: %s\n", r.Source, r.FileDate, did)
	row(r.Rows, "rows")
	for _, line := range []struct {
		count int
		what  string
	}{{r.Created, "created"}, {r.Changed, "changed"}, {r.Unchanged, "unchanged"}, {r.Withdrawn, "withdrawn"}, {r.Restored, "restored"}} {
		if line.count > 0 {
			row(line.count, line.what)
		}
	}
	for _, part := range []struct {
		counts map[string]int
		what   string
	}{{r.Skipped, "skipped: "}, {r.Rejected, "rejected: "}, {r.LeftOut, "values left out: "}} {
		for _, reason := range slices.Sorted(maps.Keys(part.counts)) {
			row(part.counts[reason], part.what+reason)
		}
	}
	if len(r.Made) > 0 {
		row(len(r.Made), "credentials and treatments added: "+strings.Join(r.Made, ", "))
	}
	return table.Flush()
}

// grouped writes 1,234,567.
func grouped(n int) string {
	digits := strconv.Itoa(n)
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + "," + digits[at:]
	}
	return digits
}

// rejects writes rows that were rejected and values that were left out, as CSV.
type rejects struct{ csv *csv.Writer }

func newRejects(to io.Writer) *rejects {
	if to == nil {
		return &rejects{}
	}
	r := &rejects{csv.NewWriter(to)}
	_ = r.csv.Write([]string{"line", "column", "value", "reason", "row"})
	return r
}

// add writes one fault, and what came of its row.
func (r *rejects) add(line int, fault valueFault, row string) {
	if r.csv != nil {
		_ = r.csv.Write([]string{strconv.Itoa(line), fault.column, fault.value, fault.reason, row})
	}
}

func (r *rejects) flush() error {
	if r.csv == nil {
		return nil
	}
	r.csv.Flush()
	if err := r.csv.Error(); err != nil {
		return fmt.Errorf("write the rejected rows: %w", err)
	}
	return nil
}
