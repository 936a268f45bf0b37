package pages

import (
	"slices"
	"strings"

	"findcare/models"
)

// coverage is that a provider takes an insurer.
type coverage struct {
	Insurer struct {
		Name        string
		AlsoKnownAs []string
	}
	Plan, Network, Source, AsOf string
}

// names reports whether a label is one of the insurer's names.
func (c coverage) names(label string) bool {
	is := func(name string) bool { return models.Fold(name) == models.Fold(label) }
	return is(c.Insurer.Name) || slices.ContainsFunc(c.Insurer.AlsoKnownAs, is)
}

var (
	networks = map[string]string{
		string(models.InNetwork): "in network", string(models.OutOfNetwork): "out of network",
	}
	sources = map[string]string{
		string(models.SaidByProvider): "the provider", string(models.SaidByEditor): "our editors",
		string(models.SaidByRegistry): "a public registry", string(models.SaidByInsurer): "the insurer",
	}
)

// String is what is known of the insurer, for example: Aetna, PPO: in network (the provider, October 3, 2025).
func (c coverage) String() string {
	text := c.Insurer.Name
	if c.Plan != "" {
		text += ", " + c.Plan
	}
	if network := networks[c.Network]; network != "" {
		text += ": " + network
	}
	said := sources[c.Source]
	if c.AsOf != "" {
		said = strings.TrimPrefix(said+", "+date(c.AsOf), ", ")
	}
	if said != "" {
		text += " (" + said + ")"
	}
	return text
}

// insurance is what clients can pay with: the labels in their order, each with what is known of the insurer that it
// names, and then the other insurers.
func (p provider) insurance() (all []string) {
	said := slices.Clone(p.Coverage)
	for _, label := range p.Insurances {
		named := false
		for _, c := range said {
			if c.names(label) {
				all, named = append(all, c.String()), true
			}
		}
		said = slices.DeleteFunc(said, func(c coverage) bool { return c.names(label) })
		if !named {
			all = append(all, label)
		}
	}
	for _, c := range said {
		all = append(all, c.String())
	}
	return all
}

// maxInsurances is how many insurances are shown before the others fold away.
const maxInsurances = 6

// FirstInsurances are those that are always shown.
func (p provider) FirstInsurances() []string {
	all := p.insurance()
	if len(all) > maxInsurances+1 {
		return all[:maxInsurances]
	}
	return all
}

// FurtherInsurances are the others.
func (p provider) FurtherInsurances() []string { return p.insurance()[len(p.FirstInsurances()):] }
