package importing

import (
	"encoding/csv"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"findcare/internal/editing"
	"findcare/internal/registry"
	"findcare/internal/tables"
	"findcare/models"
)

// Report counts what an import of a registry's file did or would do.
type Report struct {
	// Source is the registry, and FileDate the date of its file.
	Source   string
	FileDate models.Date
	DryRun   bool

	// Rows counts all rows except the header. Each is in one of the counts below; a rejected one may also be in Left.
	Rows                                             int
	Created, Changed, Unchanged, Withdrawn, Restored int
	// Retired counts those among the changed and restored providers that editors have retired; they stay retired.
	Retired int
	// Skipped counts rows that are out of scope, and Rejected rows that cannot be read, by reason.
	Skipped, Rejected map[string]int
	// Left counts listed providers that were withdrawn, or marked if an editor created them, because the record
	// changed, by reason.
	Left map[string]int
	// Ignored counts values that cannot be used, in rows that were imported without them, by reason.
	Ignored map[string]int
	// Doubts counts values that were imported and do not fit others of their row, by reason.
	Doubts map[string]int
	// Oddities counts the rows that had to be read with some care, by what was odd about them.
	Oddities map[registry.Oddity]int
	// UnknownCodes counts the service codes and labels that nothing is known of, by value.
	UnknownCodes ValueCounts
	// Resembling is what the created providers resemble among those that were there before.
	Resembling Resembling
	// Made lists the credentials and treatments that the import added.
	Made []string
}

func newReport() *Report {
	return &Report{
		Skipped:  make(map[string]int),
		Rejected: make(map[string]int),
		Left:     make(map[string]int),
		Ignored:  make(map[string]int),
		Doubts:   make(map[string]int),
		Oddities: make(map[registry.Oddity]int),
	}
}

// add counts the result for the provider of a record.
func (r *Report) add(e *registry.Entry, result editing.MergeResult) {
	if e.NotListed != "" {
		r.addLeaving(e, result)
		return
	}
	switch result {
	case editing.Unchanged:
		r.Unchanged++
	case editing.DeletedByEditor:
		r.Skipped["deleted by an editor"]++
	case editing.NotListed:
		r.Skipped["deactivated"]++
	case editing.Older:
		r.Skipped[readFromNewer]++
	case editing.Created:
		r.Created++
	case editing.Changed:
		r.Changed++
	case editing.Withdrawn:
		r.Withdrawn++
	case editing.Restored:
		r.Restored++
	}
}

const readFromNewer = "the record was read from a newer file before"

// addLeaving counts a record that is no longer to be listed. That its row was skipped or rejected is counted already.
func (r *Report) addLeaving(e *registry.Entry, result editing.MergeResult) {
	left := result == editing.Withdrawn || result == editing.Changed
	if left {
		r.Left[leftFor[e.NotListed]]++
	}
	if e.Skipped == "" || !left && result != editing.Older {
		return
	}
	if r.Skipped[e.Skipped]--; r.Skipped[e.Skipped] == 0 {
		delete(r.Skipped, e.Skipped)
	}
	if result == editing.Older {
		r.Skipped[readFromNewer]++
	}
}

var leftFor = map[models.NotListedReason]string{
	models.OutOfScope: "no longer in behavioural health",
	models.Abroad:     "now outside the United States",
	models.Unclear:    "whether the record is in use cannot be read",
}

// Write prints the report as a table, and what the created providers resemble.
func (r *Report) Write(to io.Writer) error {
	if err := r.writeCounts(to); err != nil {
		return err
	}
	for _, line := range r.Resembling.Lines() {
		fmt.Fprintln(to, line)
	}
	return nil
}

func (r *Report) writeCounts(to io.Writer) error {
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
	}{
		{r.Created, "created"},
		{r.Changed, "changed"},
		{r.Unchanged, "unchanged"},
		{r.Withdrawn, "withdrawn"},
		{r.Restored, "restored"},
	} {
		if line.count > 0 {
			row(line.count, line.what)
		}
	}
	if r.Retired > 0 {
		row(r.Retired, "of these: retired by an editor, so not shown")
	}
	for _, part := range []struct {
		counts map[string]int
		what   string
	}{
		{r.Left, "withdrawn or marked: "},
		{r.Skipped, "skipped: "},
		{r.Rejected, "rejected: "},
		{r.Ignored, "values ignored: "},
		{r.Doubts, "values in doubt: "},
	} {
		for _, reason := range slices.Sorted(maps.Keys(part.counts)) {
			row(part.counts[reason], part.what+reason)
		}
	}
	for _, oddity := range slices.Sorted(maps.Keys(r.Oddities)) {
		row(r.Oddities[oddity], "rows with "+string(oddity))
	}
	const shown = 20
	values, others := r.UnknownCodes.Most(shown)
	for _, value := range values {
		row(value.Count, "unknown service code: "+value.Value)
	}
	if others > 0 {
		row(others, "other unknown service codes")
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

// rejects writes rejected rows and ignored values as CSV.
type rejects struct{ csv *csv.Writer }

func newRejects(to io.Writer) *rejects {
	if to == nil {
		return &rejects{}
	}
	r := &rejects{csv.NewWriter(to)}
	_ = r.csv.Write([]string{"line", "column", "value", "reason", "row"})
	return r
}

// add writes one fault and what was done with its row.
func (r *rejects) add(line int, fault tables.Fault, row string) {
	if r.csv != nil {
		_ = r.csv.Write([]string{strconv.Itoa(line), fault.Column, fault.Value, fault.Reason, row})
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
