package models_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"findcare/models"
)

func validInsurer() *models.Insurer {
	return &models.Insurer{
		Header: headerOf(models.KindInsurer, "medicaid"), Name: "Medicaid", AlsoKnownAs: []string{"Medical Assistance"},
	}
}

func TestValidateInsurer(t *testing.T) {
	const long = "must have at most 120 characters, not 121"
	checkMutations(t, validInsurer, []mutation[*models.Insurer]{
		{func(d *models.Insurer) { d.AlsoKnownAs = nil }, ""},
		{func(d *models.Insurer) { d.Name = "" }, "/name: is required"},
		{func(d *models.Insurer) { d.Name = characters(121) }, `/name: "` + characters(80) + `…" ` + long},
		{func(d *models.Insurer) { d.AlsoKnownAs[0] = " " }, "/alsoKnownAs/0: is required"},
		{
			func(d *models.Insurer) { d.AlsoKnownAs = []string{"MA", "MA"} },
			`/alsoKnownAs/1: "MA" must not be listed twice`,
		},
	})
}

func TestNormalizeInsurer(t *testing.T) {
	d := validInsurer()
	d.Name, d.AlsoKnownAs[0] = " "+d.Name, d.AlsoKnownAs[0]+" "
	if d.Normalize(); !reflect.DeepEqual(d, validInsurer()) {
		t.Errorf("got %+v", d)
	}
}

func TestValidateCoverage(t *testing.T) {
	type provider = models.Provider
	checkMutations(t, validProvider, []mutation[*provider]{
		{func(d *provider) { d.Coverage = nil }, ""},
		{func(d *provider) { d.Coverage[0] = models.Coverage{InsurerID: medicaid} }, ""},
		{func(d *provider) { d.Coverage = append(d.Coverage, models.Coverage{InsurerID: medicaid}) }, ""},
		{
			func(d *provider) { d.Coverage = append(d.Coverage, d.Coverage[0]) },
			`/coverage/1/insurer: "` + medicaid + `" must not be listed twice with the same plan`,
		},
		{
			func(d *provider) { d.Coverage[0].InsurerID = ketamine },
			`/coverage/0/insurer: "` + ketamine + `" must be the slug or id of an insurer that exists`,
		},
		{
			func(d *provider) { d.Coverage[0].Plan = models.OptionalString(characters(121)) },
			`/coverage/0/plan: "` + characters(80) + `…" must have at most 120 characters, not 121`,
		},
		{
			func(d *provider) { d.Coverage[0].Network = "NEAR" },
			`/coverage/0/network: "NEAR" must be one of IN_NETWORK, OUT_OF_NETWORK`,
		},
		{
			func(d *provider) { d.Coverage[0].Source = "ME" },
			`/coverage/0/source: "ME" must be one of PROVIDER, EDITOR, REGISTRY, INSURER`,
		},
		{
			func(d *provider) { d.Coverage[0].AsOf = "2026-03-15" },
			`/coverage/0/asOf: "2026-03-15" must not be in the future (today is 2026-03-14)`,
		},
	})
}

// An insurer's own name comes before what others are also known by, and the first one by name before others.
func TestInsurerNames(t *testing.T) {
	insurer := func(slug, name string, also ...string) *models.Insurer {
		return &models.Insurer{Header: headerOf(models.KindInsurer, slug), Name: name, AlsoKnownAs: also}
	}
	all := []*models.Insurer{
		insurer("b", "Blue Cross", "BCBS", "Anthem"), insurer("a", "Anthem", "BCBS", "Élevance"), insurer("c", "Cigna"),
	}
	for range 2 {
		names := models.NewInsurerNames(all)
		for label, want := range map[string]string{
			"anthem": "a", " BCBS ": "a", "elevance": "a", "BLUE CROSS": "b", "cigna": "c", "Blue": "", "": "",
		} {
			got := ""
			if d, known := names.Find(label); known {
				got = d.Slug
			}
			if got != want {
				t.Errorf("%q is %q, want %q", label, got, want)
			}
		}
		labels := []string{"cigna", "Cash", "Elevance", "anthem", "Cash"}
		if got := fmt.Sprint(names.Spelled(labels)); got != "[Cigna Cash Anthem Cash]" {
			t.Errorf("spelled %s", got)
		}
		if labels[0] != "cigna" {
			t.Error("the list itself was changed")
		}
		slices.Reverse(all)
	}
	if _, known := (models.InsurerNames{}).Find("Anthem"); known {
		t.Error("no insurers know a name")
	}
}

func TestTakes(t *testing.T) {
	names := models.NewInsurerNames([]*models.Insurer{validInsurer()})
	d := &models.Provider{Insurances: []string{"Cash", "medical assistance", "MEDICAID"}}
	if got := d.Takes(names); !slices.Equal(got, []string{medicaid}) {
		t.Errorf("by label: %v", got)
	}
	d.Coverage = []models.Coverage{{InsurerID: "other"}, {InsurerID: medicaid}}
	if got := d.Takes(names); !slices.Equal(got, []string{"other", medicaid}) {
		t.Errorf("by coverage: %v", got)
	}
}

func TestAbsorb(t *testing.T) {
	d := &models.Insurer{Name: "Blue Cross", AlsoKnownAs: []string{"BCBS"}}
	before := d.AlsoKnownAs
	d.Absorb(&models.Insurer{Name: "Blue Shield", AlsoKnownAs: []string{"BCBS", "Blue Cross", "BS"}})
	if got := fmt.Sprint(d.AlsoKnownAs); got != "[BCBS Blue Shield BS]" || len(before) != 1 {
		t.Errorf("got %s, and %v before", got, before)
	}
}
