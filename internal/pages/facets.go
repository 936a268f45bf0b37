package pages

import (
	"net/http"
	"slices"

	"findcare/models"
)

// facets are the values of providers that can be asked for, with how many have each.
type facets struct {
	Conditions []struct {
		Condition term
		Count     int
	}
	Treatments []struct {
		Treatment term
		Count     int
	}
	Credentials []struct {
		Credential credential
		Count      int
	}
	States, Languages, Insurances, SessionFormats, AgeGroups                          []valueCount
	OpenAt, Accessibility, LanguageServices, Genders, Identities, Faiths, Populations []valueCount
	AcceptingNewClients, HasOpenings, FreeConsultation, SlidingScale, Prescribes      []valueCount
}

type valueCount struct {
	Value, Label string
	Count        int
}

// values are those of a parameter.
func (f facets) values(parameter string) (values []valueCount) {
	switch parameter {
	case "condition":
		for _, c := range f.Conditions {
			values = append(values, valueCount{c.Condition.Slug, c.Condition.Label, c.Count})
		}
	case "treatment":
		for _, t := range f.Treatments {
			values = append(values, valueCount{t.Treatment.Slug, t.Treatment.Label, t.Count})
		}
	case "credential":
		for _, c := range f.Credentials {
			values = append(values, valueCount{c.Credential.Slug, c.Credential.Label, c.Count})
		}
	default:
		return map[string][]valueCount{
			"state": f.States, "language": f.Languages, "insurance": f.Insurances,
			"format": f.SessionFormats, "age": f.AgeGroups, "open": f.OpenAt, "access": f.Accessibility,
			"help": f.LanguageServices, "gender": f.Genders, "identity": f.Identities, "faith": f.Faiths,
			"people":       f.Populations,
			paramAccepting: f.AcceptingNewClients, "openings": f.HasOpenings, "free": f.FreeConsultation,
			"sliding": f.SlidingScale, "prescribes": f.Prescribes,
		}[parameter]
	}
	return values
}

// facetOptions are the facets of one version of the directory.
type facetOptions struct {
	version string
	facets  facets
}

// facetsOfAll are the facets of all providers. They are read once for each version of the directory.
func (s *site) facetsOfAll(r *http.Request) (facets, error) {
	version := s.directory.Current().Directory().Version
	if known := s.options.Load(); known != nil && known.version == version {
		return known.facets, nil
	}
	var data struct{ Providers struct{ Facets facets } }
	if _, err := s.ask(r, "find", "Options", nil, &data); err != nil {
		return facets{}, err
	}
	s.options.Store(&facetOptions{version, data.Providers.Facets})
	return data.Providers.Facets, nil
}

// facetValue is a value that can be asked for. Who asks for one that nobody has any more can take it back; others that
// nobody has are shown, and cannot be asked for.
type facetValue struct {
	Parameter, Value, Label string
	Count                   int
	Chosen                  bool
}

// Disabled reports whether to ask for the value would find nobody.
func (v facetValue) Disabled() bool { return v.Count == 0 && !v.Chosen }

// group is the values of a facet: the ones always shown, and the rest.
type group struct {
	Legend      string
	First, Rest []facetValue
	RestOpen    bool
}

const firstValues = 6

// Groups are the facets, without those that no provider has a value of.
func (f finding) Groups() (groups []group) {
	for _, c := range choices {
		values := f.values(c.parameter)
		if len(values) == 0 || c.parameter == "city" {
			continue
		}
		g := group{Legend: c.legend, First: values}
		if len(values) > firstValues+1 {
			g.First, g.Rest = values[:firstValues], values[firstValues:]
			g.RestOpen = slices.ContainsFunc(g.Rest, func(v facetValue) bool { return v.Chosen })
		}
		groups = append(groups, g)
	}
	return groups
}

// values are those of a facet that results have, then the chosen ones that no result has, then all others.
func (f finding) values(parameter string) (values []facetValue) {
	chosen := f.Values[parameter]
	add := func(value, label string, count int) {
		is := func(other string) bool { return models.Fold(other) == models.Fold(value) } // as the filter compares them
		if !slices.ContainsFunc(values, func(v facetValue) bool { return is(v.Value) }) {
			values = append(values, facetValue{parameter, value, label, count, slices.ContainsFunc(chosen, is)})
		}
	}
	if f.Facets != nil {
		for _, v := range f.Facets.values(parameter) {
			add(v.Value, v.Label, v.Count)
		}
	}
	for _, value := range chosen {
		add(value, f.readable(parameter, value), 0)
	}
	for _, v := range f.Options.values(parameter) {
		count := 0
		if f.Facets == nil {
			count = v.Count
		}
		add(v.Value, v.Label, count)
	}
	return values
}

// readable is the label of a value that is in no result.
func (f finding) readable(parameter, value string) string {
	if label, known := f.Labels[value]; known {
		return label
	}
	if parameter == "state" {
		return state(value)
	}
	return models.Label(value)
}

// Toggles are what is asked for or not, with how many of the results have it.
func (f finding) Toggles() (all []facetValue) {
	found := f.Options
	if f.Facets != nil {
		found = *f.Facets
	}
	for _, t := range toggles {
		v := facetValue{Parameter: t.parameter, Value: "1", Label: t.label, Chosen: f.Get(t.parameter) != ""}
		for _, has := range found.values(t.parameter) {
			if has.Value == "true" {
				v.Count = has.Count
			}
		}
		all = append(all, v)
	}
	return all
}
