package models_test

import (
	"reflect"
	"testing"

	"findcare/models"
)

func validCredential() *models.Credential {
	return &models.Credential{
		Header: headerOf(models.KindCredential, "licensed-professional-counselor"),
		Name:   "Licensed Professional Counselor", Abbreviation: "LPC",
	}
}

func TestValidateCredential(t *testing.T) {
	checkMutations(t, validCredential, []mutation[*models.Credential]{
		{func(d *models.Credential) { d.Abbreviation = "" }, ""},
		{func(d *models.Credential) { d.Name = "" }, "/name: is required"},
		{
			func(d *models.Credential) { d.Abbreviation = "ABCDEFGHIJKLMNOPQRSTU" },
			`/abbreviation: "ABCDEFGHIJKLMNOPQRSTU" must have at most 20 characters, not 21`,
		},
	})
}

func TestNormalizeCredential(t *testing.T) {
	d := validCredential()
	d.Name, d.Abbreviation = "\t"+d.Name+" ", " "+d.Abbreviation+"\n"
	if d.Normalize(); !reflect.DeepEqual(d, validCredential()) {
		t.Errorf("got %+v", d)
	}
}
