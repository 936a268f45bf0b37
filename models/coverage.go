package models

import (
	"fmt"
	"slices"
)

// Coverage is that a provider takes an insurer, or one of its plans.
type Coverage struct {
	InsurerID string         `bson:"insurer" json:"insurer"`
	Plan      OptionalString `bson:"plan,omitempty" json:"plan,omitempty"`
	// Network and Source are empty, and AsOf has no date, where nobody has said.
	Network Network        `bson:"network,omitempty" json:"network,omitempty"`
	Source  CoverageSource `bson:"source,omitempty" json:"source,omitempty"`
	// AsOf is the day on which the source said so.
	AsOf Date `bson:"asOf,omitempty" json:"asOf,omitempty"`
}

// Network reports whether a provider has a contract with the insurer.
type Network string

// The networks.
const (
	InNetwork    Network = "IN_NETWORK"
	OutOfNetwork Network = "OUT_OF_NETWORK"
)

// Networks returns both.
func Networks() []Network { return []Network{InNetwork, OutOfNetwork} }

// CoverageSource is who says that a provider takes an insurer.
type CoverageSource string

// The sources.
const (
	SaidByProvider CoverageSource = "PROVIDER"
	SaidByEditor   CoverageSource = "EDITOR"
	SaidByRegistry CoverageSource = "REGISTRY"
	SaidByInsurer  CoverageSource = "INSURER"
)

// CoverageSources returns all of them.
func CoverageSources() []CoverageSource {
	return []CoverageSource{SaidByProvider, SaidByEditor, SaidByRegistry, SaidByInsurer}
}

// Takes returns the ids of the insurers that the provider takes, each once: those of the coverage, then those that a
// label means.
func (d *Provider) Takes(names InsurerNames) (ids []string) {
	add := func(id string) {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	for i := range d.Coverage {
		add(d.Coverage[i].InsurerID)
	}
	for _, label := range d.Insurances {
		if insurer, known := names.Find(label); known {
			add(insurer.ID)
		}
	}
	return ids
}

// DistinctCoverage returns the entries, each plan of an insurer once.
func DistinctCoverage(entries []Coverage) (distinct []Coverage) {
	for _, entry := range entries {
		if !slices.ContainsFunc(distinct, entry.isOfSamePlan) {
			distinct = append(distinct, entry)
		}
	}
	return distinct
}

func (v Coverage) isOfSamePlan(other Coverage) bool {
	return v.InsurerID == other.InsurerID && v.Plan == other.Plan
}

func (d *Provider) normalizeCoverage() {
	for i := range d.Coverage {
		trim(&d.Coverage[i].InsurerID)
		trim(&d.Coverage[i].Plan)
	}
}

// insuranceLabel checks what stands among the insurances of a provider.
func (c *checker) insuranceLabel(path, label string) {
	c.note(path, Rule{Format: FormatInsurer})
	c.line(path, label, 120)
}

func (d *Provider) validateCoverage(c *checker) {
	for i, entry := range d.Coverage {
		at := fmt.Sprintf("/coverage/%d", i)
		c.reference(KindInsurer)(at+"/insurer", entry.InsurerID)
		c.optionalLine(at+"/plan", string(entry.Plan), 120)
		if slices.ContainsFunc(d.Coverage[:i], entry.isOfSamePlan) {
			c.fault(at+"/insurer", entry.InsurerID, "must not be listed twice with the same plan")
		}
		optionalOneOf(c, at+"/network", entry.Network, Networks())
		optionalOneOf(c, at+"/source", entry.Source, CoverageSources())
		if entry.AsOf != "" {
			c.pastDate(at+"/asOf", entry.AsOf)
		}
	}
}
