package editing_test

import (
	"fmt"
	"testing"

	"findcare/internal/editing"
	"findcare/models"
)

const juniperNPI = "1000000004"

// recordOf returns the NPI record of an invented social worker in a city.
func recordOf(city string) *models.Record {
	r := &models.Record{Source: "nppes", Key: juniperNPI, FileDate: "2026-11-08", Facts: &models.Provider{
		Header: models.Header{
			Slug: "juniper-mcexample",
		}, NPI: juniperNPI, Type: models.Individual, Name: "Juniper McExample",
		Locations: []models.Location{{City: city, StateCode: "MI"}},
		NPIRecord: &models.NPIRecord{
			NPI:        juniperNPI,
			Type:       models.Individual,
			Name:       "Juniper McExample",
			States:     []string{"MI"},
			Taxonomies: []string{"1041C0700X"},
			FileDate:   "2026-11-08",
		},
	}}
	r.Facts.Normalize()
	return r
}

// withdrawalOf returns the same record, deactivated.
func withdrawalOf(on models.Date) *models.Record {
	return &models.Record{Source: "nppes", Key: juniperNPI, FileDate: "2026-11-08", WithdrawnOn: on}
}

// leaving returns the same record, no longer to be listed.
func leaving(reason models.NotListedReason) *models.Record {
	return &models.Record{
		Source:     "nppes",
		Key:        juniperNPI,
		FileDate:   "2026-11-08",
		NotListed:  reason,
		Taxonomies: []string{"207Q00000X"},
	}
}

func forced(r *models.Record) *models.Record {
	r.Force = true
	return r
}

// mergeCase is a record, what is known of it, and the expected result.
type mergeCase struct {
	record *models.Record
	known  editing.Known
	want   editing.MergeResult
	city   string // of the provider then; "" if none is written
	called string
}

// providersOfARecord returns a record's provider as imported, as renamed by an editor, as created by an editor, and as
// created by an editor with a note that the record is deactivated.
func providersOfARecord() (imported, renamed, editors, marked *models.Provider) {
	imported = recordOf("Flint").Merge(nil)
	renamed, editors = new(*imported), new(*imported)
	renamed.Name = "June McExample"
	editors.ID, editors.Slug = "prv_june", "june"
	marked, _ = withdrawalOf("2026-11-02").Withdraw(editors)
	return imported, renamed, editors, marked
}

func TestMergeRecord(t *testing.T) {
	imported, renamed, editors, marked := providersOfARecord()
	const juniper, june = "Juniper McExample", "June McExample"
	of := func(p *models.Provider) editing.Known { return editing.Known{Provider: p} }
	withdrawn := func(p *models.Provider) editing.Known { return editing.Known{Withdrawn: true, Last: p} }
	flint, lansing, outOfUse := recordOf("Flint"), recordOf("Lansing"), withdrawalOf("2026-11-02")
	outOfScope, abroad, unclear := leaving(models.OutOfScope), leaving(models.Abroad), leaving(models.Unclear)
	checkMerges(t, map[string]mergeCase{
		"new":                               {flint, editing.Known{}, editing.Created, "Flint", juniper},
		"the same":                          {flint, of(imported), editing.Unchanged, "", ""},
		"moved":                             {lansing, of(imported), editing.Changed, "Lansing", juniper},
		"moved, and renamed by an editor":   {lansing, of(renamed), editing.Changed, "Lansing", june},
		"deleted by an editor":              {lansing, editing.Known{Deleted: true}, editing.DeletedByEditor, "", ""},
		"restored, as editors had it":       {lansing, withdrawn(renamed), editing.Restored, "Lansing", june},
		"restored, last state unknown":      {lansing, withdrawn(nil), editing.Restored, "Lansing", juniper},
		"out of use, never listed":          {outOfUse, editing.Known{}, editing.NotListed, "", ""},
		"out of use, withdrawn before":      {outOfUse, withdrawn(imported), editing.NotListed, "", ""},
		"out of use, imported":              {outOfUse, of(imported), editing.Withdrawn, "", ""},
		"out of use, an editor's":           {outOfUse, of(editors), editing.Changed, "Flint", juniper},
		"out of use, an editor's, as noted": {outOfUse, of(marked), editing.NotListed, "", ""},
		"out of scope, imported":            {outOfScope, of(imported), editing.Withdrawn, "", ""},
		"out of scope, an editor's":         {outOfScope, of(editors), editing.Changed, "Flint", juniper},
		"out of scope, never listed":        {outOfScope, editing.Known{}, editing.NotListed, "", ""},
		"abroad, an editor's":               {abroad, of(editors), editing.Changed, "Flint", juniper},
		"unclear, imported":                 {unclear, of(imported), editing.Withdrawn, "", ""},
		"unclear, an editor's":              {unclear, of(editors), editing.Changed, "Flint", juniper},
	})
}

func TestMergeRecordOfAnOlderFile(t *testing.T) {
	imported, _, _, _ := providersOfARecord()
	const juniper, newer = "Juniper McExample", "2026-11-09"
	flint, lansing, outOfUse := recordOf("Flint"), recordOf("Lansing"), withdrawalOf("2026-11-02")
	known := editing.Known{Provider: imported, ReadFrom: newer}
	sameDate := editing.Known{Provider: imported, ReadFrom: "2026-11-08"}
	withdrawn := editing.Known{Withdrawn: true, Last: imported, ReadFrom: newer}
	deleted := editing.Known{Deleted: true, ReadFrom: newer}
	dayBefore := recordOf("Lansing")
	dayBefore.FileDate = "2026-11-07"
	checkMerges(t, map[string]mergeCase{
		"older":                   {lansing, known, editing.Older, "", ""},
		"older, by release 0.1.0": {dayBefore, editing.Known{Provider: imported}, editing.Older, "", ""},
		"of the same date":        {lansing, sameDate, editing.Changed, "Lansing", juniper},
		"forced":                  {forced(recordOf("Lansing")), known, editing.Changed, "Lansing", juniper},
		"the same":                {flint, known, editing.Unchanged, "", ""},
		"never listed":            {flint, editing.Known{ReadFrom: newer}, editing.Older, "", ""},
		"withdrawn":               {flint, withdrawn, editing.Older, "", ""},
		"deleted by an editor":    {forced(recordOf("Flint")), deleted, editing.DeletedByEditor, "", ""},
		"out of use":              {outOfUse, known, editing.Older, "", ""},
	})
}

func checkMerges(t *testing.T, cases map[string]mergeCase) {
	t.Helper()
	for name, test := range cases {
		after, result := editing.MergeRecord(test.record, test.known)
		if result != test.want || (after == nil) != (test.city == "") {
			t.Errorf("%s: result %d, want %d; %+v", name, result, test.want, after)
			continue
		}
		if after != nil && (after.Locations[0].City != test.city || after.Name != test.called) {
			t.Errorf("%s: %s in %s", name, after.Name, after.Locations[0].City)
		}
	}
}

// An editor's provider shows why its record is no longer to be listed.
func TestMergeUnlistedRecordOfAnEditorsProvider(t *testing.T) {
	entry := *recordOf("Flint").Merge(nil)
	entry.ID = "prv_june"
	for reason, want := range map[models.NotListedReason]string{
		models.OutOfScope: "[207Q00000X] [MI]", models.Abroad: "[207Q00000X] []", models.Unclear: "nothing",
	} {
		after, _ := editing.MergeRecord(leaving(reason), editing.Known{Provider: &entry})
		got := "nothing"
		if r := after.NPIRecord; r != nil {
			got = fmt.Sprint(r.Taxonomies, r.States)
		}
		if got != want {
			t.Errorf("%s: %s, want %s", reason, got, want)
		}
		if again, result := editing.MergeRecord(
			leaving(reason), editing.Known{Provider: after},
		); result != editing.NotListed {
			t.Errorf("%s again: %d, %+v", reason, result, again)
		}
	}
}

// How to reach a provider and what people choose by come from the record, until an editor has said otherwise.
func TestMergeContactOfARecord(t *testing.T) {
	contact := func(extension models.OptionalString) *models.Record {
		r := recordOf("Flint")
		r.Facts.OtherNames, r.Facts.Website = []string{"Example House"}, "http://clinic.example"
		r.Facts.Phones = []models.PhoneNumber{
			{Purpose: models.IntakePhone, Number: "+18105550199", Extension: extension},
		}
		r.Facts.Populations = models.Said[models.Population]{models.Veterans}
		r.Facts.LanguageServices = models.Said[models.LanguageService]{models.AmericanSignLanguage}
		return r
	}
	imported := recordOf("Flint").Merge(nil)
	without := *contact("12").Merge(nil)
	without.Populations = models.Said[models.Population]{} // an editor says that there are none
	other := *contact("12").Merge(nil)
	other.Website, other.Phones = "https://own.example", nil
	const facts, services = "[Example House] ", " [AMERICAN_SIGN_LANGUAGE]"
	for name, test := range map[string]struct {
		record *models.Record
		before *models.Provider
		want   string
	}{
		"new": {
			contact("12"), nil,
			facts + "http://clinic.example [{INTAKE +18105550199 12}] [VETERANS]" + services,
		},
		"of a release without these fields": {
			contact("12"), imported,
			facts + "http://clinic.example [{INTAKE +18105550199 12}] [VETERANS]" + services,
		},
		"another extension, and an editor's empty list": {
			contact("14"), &without,
			facts + "http://clinic.example [{INTAKE +18105550199 14}] []" + services,
		},
		"an editor's website, and numbers that an editor removed": {contact("14"), &other, "nothing"},
		"gone from the record": {recordOf("Flint"), contact("12").Merge(nil), "[]  [] [] []"},
	} {
		after, _ := editing.MergeRecord(test.record, editing.Known{Provider: test.before})
		got := "nothing"
		if after != nil {
			got = fmt.Sprint(after.OtherNames, " ", after.Website, " ", after.Phones, " ", after.Populations, " ",
				after.LanguageServices)
		}
		if got != test.want {
			t.Errorf("%s: got %s, want %s", name, got, test.want)
		}
	}
}
