package models

import (
	"fmt"
	"slices"
	"strings"
)

// Confirmation is that somebody confirmed an entry, or parts of it, on a day.
type Confirmation struct {
	By ConfirmedBy `bson:"by" json:"by"`
	On Date        `bson:"on" json:"on"`
	// Parts are what was confirmed; empty where it was the whole entry.
	Parts []EntryPart `bson:"parts,omitempty" json:"parts,omitempty"`
}

// ConfirmedBy is who confirmed an entry.
type ConfirmedBy string

// Who may confirm an entry.
const (
	ByProvider  ConfirmedBy = "PROVIDER"
	ByEditor    ConfirmedBy = "EDITOR"    // by looking at what the provider publishes
	ByTelephone ConfirmedBy = "TELEPHONE" // by calling the provider
	ByRegistry  ConfirmedBy = "REGISTRY"  // by comparison with a registry's record; it is derived, and never stored
)

// EntryPart is a part of an entry that is confirmed by itself.
type EntryPart string

// The parts of an entry.
const (
	PartName         EntryPart = "NAME"
	PartContact      EntryPart = "CONTACT"
	PartLocations    EntryPart = "LOCATIONS"
	PartCredentials  EntryPart = "CREDENTIALS"
	PartCost         EntryPart = "COST" // fees and insurance
	PartAvailability EntryPart = "AVAILABILITY"
)

// EntryParts returns all parts.
func EntryParts() []EntryPart {
	return []EntryPart{PartName, PartContact, PartLocations, PartCredentials, PartCost, PartAvailability}
}

// maxConfirmations is how many confirmations are kept. Older ones are in the history of changes.
const maxConfirmations = 20

// Confirm adds a confirmation. ConfirmedOn follows where it is of the whole entry.
func (d *Provider) Confirm(c Confirmation) {
	ledger := slices.Clone(d.Confirmations)
	if len(ledger) == 0 && d.ConfirmedOn != "" {
		ledger = append(ledger, Confirmation{By: ByProvider, On: d.ConfirmedOn})
	}
	d.Confirmations = append(ledger, c)
	if len(c.Parts) == 0 {
		d.ConfirmedOn = max(d.ConfirmedOn, c.On)
	}
}

// settleConfirmations makes the ledger follow ConfirmedOn, which imports and editors may give without it: what is later
// is dropped, and a day that the ledger does not have was confirmed by the provider. The latest comes first.
func (d *Provider) settleConfirmations() {
	if len(d.Confirmations) == 0 {
		return // a day alone says as much
	}
	whole := func(c Confirmation) bool { return len(c.Parts) == 0 }
	d.Confirmations = slices.DeleteFunc(slices.Clone(d.Confirmations), func(c Confirmation) bool {
		return whole(c) && c.On > d.ConfirmedOn
	})
	isThere := func(c Confirmation) bool { return whole(c) && c.On == d.ConfirmedOn }
	if d.ConfirmedOn != "" && !slices.ContainsFunc(d.Confirmations, isThere) {
		d.Confirmations = append(d.Confirmations, Confirmation{By: ByProvider, On: d.ConfirmedOn})
	}
	SortConfirmations(d.Confirmations)
	d.Confirmations = d.Confirmations[:min(len(d.Confirmations), maxConfirmations)]
}

// SortConfirmations brings a ledger into its order, the latest first.
func SortConfirmations(ledger []Confirmation) {
	slices.SortStableFunc(ledger, func(a, b Confirmation) int { return strings.Compare(string(b.On), string(a.On)) })
}

func (d *Provider) validateConfirmations(c *checker) {
	if d.ConfirmedOn != "" {
		c.pastDate("/confirmedOn", d.ConfirmedOn)
	}
	for i := range d.Confirmations {
		confirmation, at := &d.Confirmations[i], fmt.Sprintf("/confirmations/%d", i)
		oneOf(c, at+"/by", confirmation.By, []ConfirmedBy{ByProvider, ByEditor, ByTelephone})
		c.pastDate(at+"/on", confirmation.On)
		list(c, at+"/parts", confirmation.Parts, known(c, EntryParts()))
	}
}

// ConfirmationInput confirms a provider's entry.
type ConfirmationInput Confirmation

// Of returns KindProvider.
func (*ConfirmationInput) Of() Kind { return KindProvider }

// Apply adds the confirmation.
func (in *ConfirmationInput) Apply(before Document) (Document, []Fault) {
	d := next[Provider](before)
	d.Confirm(Confirmation(*in))
	return d, nil
}
