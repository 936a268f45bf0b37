package importing_test

import (
	"strings"
	"testing"

	"findcare/internal/importing"
	"findcare/internal/importing/importingtest"
)

// CMS's list of deactivated NPIs withdraws what an import has made, and says nothing of others.
func TestImportDeactivatedNPIs(t *testing.T) {
	const list = "NPPES Deactivated Records as of Nov 09 2026,\nNPI,NPPES Deactivation Date\n" +
		"1000000004,11/02/2026\n1000000012,03/16/2006\n1000000021,03/16/2006\n1000000020,soon\n"
	db := importingtest.OpenStore(t)
	records(t, db, mixedCSV(t), importing.RecordsOptions{FileDate: "2026-11-08"})
	if older := records(t, db, list, importing.RecordsOptions{FileDate: "2026-11-07"}); older.Withdrawn != 0 {
		t.Errorf("an older list: %+v", older)
	}
	var rejected strings.Builder
	report := records(t, db, list, importing.RecordsOptions{FileDate: "2026-11-09", Rejects: &rejected})
	const want = `nppes, file of 2026-11-09: imported
  4  rows
  1  withdrawn
  1  withdrawn or marked: whether the record is in use cannot be read
  1  skipped: deactivated
  1  rejected: not a date such as 11/08/2026, 2026-11-08 or 20261108
  1  rejected: not an NPI: ten digits with a check digit
`
	if got := table(t, report); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	const listed = "line,column,value,reason,row\n" +
		"5,NPI,1000000021,not an NPI: ten digits with a check digit,rejected\n" +
		"6,NPPES Deactivation Date,soon,\"not a date such as 11/08/2026, 2026-11-08 or 20261108\",rejected\n"
	if rejected.String() != listed {
		t.Errorf("rejects\n%s", rejected.String())
	}
	directory, err := db.Load(t.Context())
	if err != nil || len(directory.Providers) != 0 {
		t.Errorf("%d providers are left, %v", len(directory.Providers), err)
	}
	back := records(t, db, mixedCSV(t), importing.RecordsOptions{FileDate: "2026-11-10"})
	if back.Restored != 2 {
		t.Errorf("reactivated: %+v", back)
	}
}
