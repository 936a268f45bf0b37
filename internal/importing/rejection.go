package importing

import (
	"fmt"
	"strings"

	"findcare/internal/dirformat"
	"findcare/models"
)

// shownFaults is how many faults an error shows, and models.MaxImportRejects how many are kept.
const shownFaults = 50

// Rejection is the error of a file that has faults. Nothing of the file is written.
type Rejection struct {
	// Faults are the first ones, and Count is how many there are.
	Faults []dirformat.Fault
	Count  int
}

// Error lists the faults, one per line.
func (r *Rejection) Error() string {
	var b strings.Builder
	for _, fault := range r.Faults[:min(len(r.Faults), shownFaults)] {
		b.WriteString(fault.Error() + "\n")
	}
	if len(r.Faults) > shownFaults {
		fmt.Fprintf(&b, "… and more than these %d faults\n", shownFaults)
	}
	b.WriteString("nothing was imported")
	return b.String()
}

func (r *Rejection) add(place string, fault models.Fault) {
	if r.Count++; r.Count > models.MaxImportRejects {
		return
	}
	r.Faults = append(r.Faults, dirformat.Fault{Place: place, Fault: fault})
}

func (r *Rejection) orNil() error {
	if len(r.Faults) == 0 {
		return nil
	}
	return r
}

// UnreadableError is the error of a file of which no documents can be read. Nothing of the file is written.
type UnreadableError struct{ error }

// Unwrap returns the reason.
func (e *UnreadableError) Unwrap() error { return e.error }
