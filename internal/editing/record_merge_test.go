package editing_test

import (
	"fmt"
	"testing"

	"findcare/internal/editing"
	"findcare/models"
)

const juniperNPI = "1000000004"

// recordOf is a record of the NPI registry of an invented social worker in a city.
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

// withdrawalOf is the same record out of use.
func withdrawalOf(on models.Date) *models.Record {
	return &models.Record{Source: "nppes", Key: juniperNPI, FileDate: "2026-11-08", WithdrawnOn: on}
}

// leaving is the same record, of somebody who is not to be listed.
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

func TestMergeRecord(t *testing.T) {
	imported := recordOf("Flint").Merge(nil)
	renamed := *imported
	renamed.Name = "June McExample"
	editors := *imported
	editors.ID, editors.Slug = "prv_june", "june"
	marked, _ := withdrawalOf("2026-11-02").Withdraw(&editors)
	for name, test := range map[string]struct {
		record *models.Record
		known  editing.Known
		want   editing.Fate
		city   string // of the provider then; "" for no provider to write
		called string
	}{
		"new":                              {recordOf("Flint"), editing.Known{}, editing.Created, "Flint", "Juniper McExample"},
		"the same":                         {recordOf("Flint"), editing.Known{Provider: imported}, editing.Unchanged, "", ""},
		"moved":                            {recordOf("Lansing"), editing.Known{Provider: imported}, editing.Changed, "Lansing", "Juniper McExample"},
		"moved, and an editor renamed":     {recordOf("Lansing"), editing.Known{Provider: &renamed}, editing.Changed, "Lansing", "June McExample"},
		"deleted by an editor":             {recordOf("Lansing"), editing.Known{Deleted: true}, editing.StaysDeleted, "", ""},
		"back, as editors had it":          {recordOf("Lansing"), editing.Known{Withdrawn: true, Last: &renamed}, editing.Restored, "Lansing", "June McExample"},
		"back, and nothing is known of it": {recordOf("Lansing"), editing.Known{Withdrawn: true}, editing.Restored, "Lansing", "Juniper McExample"},
		"out of use, never listed":         {withdrawalOf("2026-11-02"), editing.Known{}, editing.NotListed, "", ""},
		"out of use, withdrawn before":     {withdrawalOf("2026-11-02"), editing.Known{Withdrawn: true, Last: imported}, editing.NotListed, "", ""},
		"out of use, of an import":         {withdrawalOf("2026-11-02"), editing.Known{Provider: imported}, editing.Withdrawn, "", ""},
		"out of use, of an editor":         {withdrawalOf("2026-11-02"), editing.Known{Provider: &editors}, editing.Changed, "Flint", "Juniper McExample"},
		"out of use, and the entry tells":  {withdrawalOf("2026-11-02"), editing.Known{Provider: marked}, editing.NotListed, "", ""},
		"older":                            {recordOf("Lansing"), editing.Known{Provider: imported, ReadFrom: "2026-11-09"}, editing.Older, "", ""},
		"older, as the last release wrote it": {
			&models.Record{Source: "nppes", Key: juniperNPI, FileDate: "2026-11-07", Facts: recordOf("Lansing").Facts}, editing.Known{Provider: imported}, editing.Older, "", "",
		},
		"of the same date":                {recordOf("Lansing"), editing.Known{Provider: imported, ReadFrom: "2026-11-08"}, editing.Changed, "Lansing", "Juniper McExample"},
		"older, and forced":               {forced(recordOf("Lansing")), editing.Known{Provider: imported, ReadFrom: "2026-11-09"}, editing.Changed, "Lansing", "Juniper McExample"},
		"older, and the same":             {recordOf("Flint"), editing.Known{Provider: imported, ReadFrom: "2026-11-09"}, editing.Unchanged, "", ""},
		"older, and never listed":         {recordOf("Flint"), editing.Known{ReadFrom: "2026-11-09"}, editing.Older, "", ""},
		"older, and withdrawn":            {recordOf("Flint"), editing.Known{Withdrawn: true, Last: imported, ReadFrom: "2026-11-09"}, editing.Older, "", ""},
		"older, and deleted by an editor": {forced(recordOf("Flint")), editing.Known{Deleted: true, ReadFrom: "2026-11-09"}, editing.StaysDeleted, "", ""},
		"out of use in an older file":     {withdrawalOf("2026-11-02"), editing.Known{Provider: imported, ReadFrom: "2026-11-09"}, editing.Older, "", ""},
		"out of scope, of an import":      {leaving(models.OutOfScope), editing.Known{Provider: imported}, editing.Withdrawn, "", ""},
		"out of scope, of an editor":      {leaving(models.OutOfScope), editing.Known{Provider: &editors}, editing.Changed, "Flint", "Juniper McExample"},
		"abroad, of an editor":            {leaving(models.Abroad), editing.Known{Provider: &editors}, editing.Changed, "Flint", "Juniper McExample"},
		"unclear, of an import":           {leaving(models.Unclear), editing.Known{Provider: imported}, editing.Withdrawn, "", ""},
		"unclear, of an editor":           {leaving(models.Unclear), editing.Known{Provider: &editors}, editing.Changed, "Flint", "Juniper McExample"},
		"out of scope, and never listed":  {leaving(models.OutOfScope), editing.Known{}, editing.NotListed, "", ""},
	} {
		after, fate := editing.MergeRecord(test.record, test.known)
		if fate != test.want || (after == nil) != (test.city == "") {
			t.Errorf("%s: fate %d, want %d; %+v", name, fate, test.want, after)
			continue
		}
		if after != nil && (after.Locations[0].City != test.city || after.Name != test.called) {
			t.Errorf("%s: %s in %s", name, after.Name, after.Locations[0].City)
		}
	}
}

// What is said of the record of an entry that an editor made, once it is not to be listed.
func TestRecordOfAnEditorsEntryThatLeaves(t *testing.T) {
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
		if again, fate := editing.MergeRecord(leaving(reason), editing.Known{Provider: after}); fate != editing.NotListed {
			t.Errorf("%s again: %d, %+v", reason, fate, again)
		}
	}
}
