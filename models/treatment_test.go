package models_test

import (
	"reflect"
	"testing"

	"findcare/models"
)

func validTreatment() *models.Treatment {
	return &models.Treatment{
		Header: headerOf(models.KindTreatment, "ketamine-assisted-psychotherapy"),
		Name:   "Ketamine-Assisted Psychotherapy", Abbreviation: "KAP", Description: "Medicine and *talk*.",
		AlsoKnownAs: []string{"Ketamine Therapy"}, ConditionIDs: []string{depression},
	}
}

func TestValidateTreatment(t *testing.T) {
	const exists = " must be the slug or id of a condition that exists"
	checkMutations(t, validTreatment, []mutation[*models.Treatment]{
		{func(d *models.Treatment) { d.ConditionIDs = nil }, ""},
		{func(d *models.Treatment) { d.Name = "" }, "/name: is required"},
		{func(d *models.Treatment) { d.AlsoKnownAs[0] = " " }, "/alsoKnownAs/0: is required"},
		{func(d *models.Treatment) { d.ConditionIDs[0] = "nothing" }, `/conditions/0: "nothing"` + exists},
		{func(d *models.Treatment) { d.ConditionIDs[0] = ketamine }, `/conditions/0: "` + ketamine + `"` + exists},
		{
			func(d *models.Treatment) { d.ConditionIDs = []string{depression, depression} },
			`/conditions/1: "` + depression + `" must not be listed twice`,
		},
	})
}

func TestNormalizeTreatment(t *testing.T) {
	d := validTreatment()
	d.Name, d.Abbreviation, d.ConditionIDs[0] = " "+d.Name, " KAP", depression+" "
	if d.Normalize(); !reflect.DeepEqual(d, validTreatment()) {
		t.Errorf("got %+v", d)
	}
}
