package models

import "testing"

func TestComplete(t *testing.T) {
	complete := func() *Provider {
		return &Provider{
			Type: Individual, CredentialIDs: []string{"c"}, ConditionIDs: []string{"c"}, TreatmentIDs: []string{"t"},
			Statement: "I listen.", AgeGroups: []AgeGroup{Adults}, Languages: []string{"English"},
			SessionFormats: []SessionFormat{Video}, Insurances: []string{"Aetna"}, Email: "a@example.org",
		}
	}
	for name, change := range map[string]func(*Provider){
		"as it is":                func(*Provider) {},
		"an organization":         func(p *Provider) { p.Type, p.CredentialIDs = Organization, nil },
		"a fee, and no insurance": func(p *Provider) { p.SessionFee, p.Insurances = &FeeRange{}, nil },
		"coverage":                func(p *Provider) { p.Coverage, p.Insurances = []Coverage{{}}, nil },
		"the phone of a location": func(p *Provider) {
			p.Email, p.Locations = "", []Location{{Phone: "+18105550123"}}
		},
		"a website": func(p *Provider) { p.Email, p.Website = "", "https://example.org" },
		"in person, at a location": func(p *Provider) {
			p.SessionFormats, p.Locations = []SessionFormat{InPerson}, []Location{{}}
		},
	} {
		p := complete()
		if change(p); !p.Complete() {
			t.Errorf("%s is not complete", name)
		}
	}
	for name, change := range map[string]func(*Provider){
		"no profession":        func(p *Provider) { p.CredentialIDs = nil },
		"no conditions":        func(p *Provider) { p.ConditionIDs = nil },
		"no treatments":        func(p *Provider) { p.TreatmentIDs = nil },
		"no statement":         func(p *Provider) { p.Statement = "" },
		"no ages":              func(p *Provider) { p.AgeGroups = nil },
		"no languages":         func(p *Provider) { p.Languages = nil },
		"no formats":           func(p *Provider) { p.SessionFormats = nil },
		"in person nowhere":    func(p *Provider) { p.SessionFormats = []SessionFormat{InPerson} },
		"no way to pay":        func(p *Provider) { p.Insurances = nil },
		"no way to be reached": func(p *Provider) { p.Email = "" },
	} {
		p := complete()
		if change(p); p.Complete() {
			t.Errorf("with %s it is complete", name)
		}
	}
}
