package catalog

import (
	"slices"
	"time"

	"findcare/models"
)

// Confirmation is an entry in a provider's ledger of confirmations.
type Confirmation struct {
	models.Confirmation
	snapshot *Snapshot
}

// Until is the last day on which the confirmation counts, "" where it counts for ever.
func (c Confirmation) Until() models.Date { return c.snapshot.confirmedUntil(c.On) }

// Counts reports whether it still counts.
func (c Confirmation) Counts() bool {
	until := c.Until()
	return until == "" || until >= c.snapshot.Today()
}

func (s *Snapshot) confirmedUntil(on models.Date) models.Date {
	day, err := time.Parse(time.DateOnly, string(on))
	if err != nil || s.options.ConfirmationDays == 0 {
		return ""
	}
	return models.DateOf(day.AddDate(0, 0, s.options.ConfirmationDays))
}

// confirmedFrom is the first day on which an entry must have been confirmed to count as confirmed on a day, "" where
// any day will do.
func (s *Snapshot) confirmedFrom(on models.Date) models.Date {
	day, err := time.Parse(time.DateOnly, string(on))
	if err != nil || s.options.ConfirmationDays == 0 {
		return ""
	}
	return models.DateOf(day.AddDate(0, 0, -s.options.ConfirmationDays))
}

// Confirmations are what was confirmed, the latest first. The registry of National Provider Identifiers confirms the
// name where its record matches.
func (p Provider) Confirmations() []Confirmation {
	ledger := slices.Clone(p.Provider.Confirmations)
	if len(ledger) == 0 && p.ConfirmedOn != "" {
		ledger = append(ledger, models.Confirmation{By: models.ByProvider, On: p.ConfirmedOn})
	}
	if record := p.NPIRecord(); record != nil && record.Matches() {
		name := []models.EntryPart{models.PartName}
		ledger = append(ledger, models.Confirmation{By: models.ByRegistry, On: record.FileDate, Parts: name})
	}
	models.SortConfirmations(ledger)
	confirmations := make([]Confirmation, len(ledger))
	for i, c := range ledger {
		confirmations[i] = Confirmation{c, p.snapshot}
	}
	return confirmations
}

// Unconfirmed reports whether nobody has confirmed the whole entry lately.
func (p Provider) Unconfirmed() bool {
	return p.ConfirmedOn == "" || p.ConfirmedOn < p.snapshot.confirmedFrom(p.snapshot.Today())
}
