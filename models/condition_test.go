package models_test

import (
	"reflect"
	"testing"

	"findcare/models"
)

func validCondition() *models.Condition {
	return &models.Condition{
		Header: headerOf(models.KindCondition, "depression"),
		Name:   "Depression", Abbreviation: "MDD", Description: "A *low* mood.", AlsoKnownAs: []string{
			"Major Depression", "Low Mood",
		},
	}
}

func TestValidateCondition(t *testing.T) {
	const ninety = "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggggggghhhhhhhhhhiiiiiiiiii"
	checkMutations(t, validCondition, []mutation[*models.Condition]{
		{func(d *models.Condition) { d.Abbreviation, d.Description, d.AlsoKnownAs = "", "", nil }, ""},
		{func(d *models.Condition) { d.Name = ninety + ninety + ninety[:20] }, ""},
		{func(d *models.Condition) { d.Name = " \n" }, "/name: is required"},
		{
			func(d *models.Condition) { d.Name = ninety + ninety + ninety },
			`/name: "` + ninety[:80] + `…" must have at most 200 characters, not 270`,
		},
		{func(d *models.Condition) { d.Name = "a\xff" }, `/name: "a\xff" must be valid UTF-8`},
		{
			func(d *models.Condition) { d.Abbreviation = "aaaaaaaaaabbbbbbbbbbc" },
			`/abbreviation: "aaaaaaaaaabbbbbbbbbbc" must have at most 20 characters, not 21`,
		},
		{func(d *models.Condition) { d.Description = models.OptionalString(characters(5000)) }, ""},
		{
			func(d *models.Condition) { d.Description = models.OptionalString(characters(5001)) },
			`/description: "` + characters(80) + `…" must have at most 5000 characters, not 5001`,
		},
		{func(d *models.Condition) { d.AlsoKnownAs[1] = "" }, "/alsoKnownAs/1: is required"},
		{
			func(d *models.Condition) { d.AlsoKnownAs[1] = "Major Depression" },
			`/alsoKnownAs/1: "Major Depression" must not be listed twice`,
		},
	})
}

func TestNormalizeCondition(t *testing.T) {
	d := validCondition()
	d.Name, d.Abbreviation, d.Description = " Depression ", " MDD ", "\nA *low* mood.\n"
	d.AlsoKnownAs[1] = "Low Mood\u00a0"
	if d.Normalize(); !reflect.DeepEqual(d, validCondition()) {
		t.Errorf("got %+v", d)
	}
	d.AlsoKnownAs = []string{}
	if d.Normalize(); d.AlsoKnownAs != nil {
		t.Error("an empty list is not the same as none")
	}
}
