package models_test

import (
	"fmt"
	"testing"

	"findcare/models"
)

func TestConfirmationsFollowTheDay(t *testing.T) {
	call := models.Confirmation{By: models.ByTelephone, On: "2026-03-01"}
	look := models.Confirmation{By: models.ByEditor, On: "2026-01-10"}
	cost := models.Confirmation{By: models.ByEditor, On: "2026-06-01", Parts: []models.EntryPart{models.PartCost}}
	for name, test := range map[string]struct {
		on     models.Date
		ledger []models.Confirmation
		want   string
	}{
		"a day alone": {"2026-03-01", nil, "2026-03-01 []"},
		"the latest first": {
			"2026-03-01",
			[]models.Confirmation{look, call},
			"2026-03-01 [TELEPHONE 2026-03-01 EDITOR 2026-01-10]",
		},
		"a later day is given": {
			"2026-05-05",
			[]models.Confirmation{call},
			"2026-05-05 [PROVIDER 2026-05-05 TELEPHONE 2026-03-01]",
		},
		"an earlier day is": {
			"2026-01-10",
			[]models.Confirmation{call, look},
			"2026-01-10 [EDITOR 2026-01-10]",
		},
		"the day is cleared": {
			"",
			[]models.Confirmation{call, cost},
			" [EDITOR 2026-06-01]",
		},
		"parts move no day": {
			"2026-03-01",
			[]models.Confirmation{call, cost},
			"2026-03-01 [EDITOR 2026-06-01 TELEPHONE 2026-03-01]",
		},
	} {
		d := validProvider()
		d.ConfirmedOn, d.Confirmations = test.on, test.ledger
		d.Normalize()
		var ledger []string
		for _, c := range d.Confirmations {
			ledger = append(ledger, fmt.Sprint(c.By, " ", c.On))
		}
		if got := fmt.Sprint(d.ConfirmedOn, " ", ledger); got != test.want {
			t.Errorf("%s: got %s, want %s", name, got, test.want)
		}
		again := fmt.Sprint(d.Confirmations)
		if d.Normalize(); fmt.Sprint(d.Confirmations) != again {
			t.Errorf("%s: another time gives %v, not %s", name, d.Confirmations, again)
		}
	}
}

func TestConfirm(t *testing.T) {
	d := validProvider()
	d.ConfirmedOn = "2026-03-01"
	for i := range 25 {
		d.Confirm(models.Confirmation{By: models.ByTelephone, On: models.Date(fmt.Sprintf("2026-04-%02d", i+1))})
		d.Normalize()
	}
	if d.ConfirmedOn != "2026-04-25" || len(d.Confirmations) != 20 || d.Confirmations[0].On != "2026-04-25" {
		t.Errorf("%s, %d: %v", d.ConfirmedOn, len(d.Confirmations), d.Confirmations)
	}
}

func TestValidateConfirmations(t *testing.T) {
	type provider = models.Provider
	confirmed := func(c models.Confirmation) func(*provider) {
		return func(d *provider) { d.Confirmations = []models.Confirmation{c} }
	}
	checkMutations(t, validProvider, []mutation[*provider]{
		{confirmed(models.Confirmation{By: models.ByEditor, On: "2024-01-10", Parts: models.EntryParts()}), ""},
		{
			confirmed(models.Confirmation{By: models.ByRegistry, On: "2024-01-10"}),
			`/confirmations/0/by: "REGISTRY" must be one of PROVIDER, EDITOR, TELEPHONE`,
		},
		{
			confirmed(models.Confirmation{By: models.ByEditor}),
			"/confirmations/0/on: is required: a calendar date such as 2024-06-24",
		},
		{
			confirmed(models.Confirmation{By: models.ByEditor, On: "2024-01-10", Parts: []models.EntryPart{"ALL"}}),
			`/confirmations/0/parts/0: "ALL" must be one of NAME, CONTACT, LOCATIONS, CREDENTIALS, COST, AVAILABILITY`,
		},
	})
}
