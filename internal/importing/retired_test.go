package importing_test

import (
	"strings"
	"testing"

	"findcare/internal/dirformat"
	"findcare/internal/export"
	"findcare/internal/importing"
	"findcare/internal/importing/importingtest"
	"findcare/internal/store"
	"findcare/models"
)

var retiredProvider = strings.Replace(
	importingtest.GoodProvider,
	`"type":"provider",`,
	`"type":"provider","status":"RETIRED",`,
	1,
)

// statusOf returns the status of the only provider.
func statusOf(t *testing.T, db *store.Store) models.ProviderStatus {
	t.Helper()
	return provider(t, db, "").Status
}

// Retired providers are only in complete exports in the directory format, which has their status.
func TestExportsOfRetiredProviders(t *testing.T) {
	db := importingtest.StoreOf(t, importingtest.GoodCredential, importingtest.GoodCondition, retiredProvider)
	for _, format := range importingtest.Formats {
		t.Run(string(format), func(t *testing.T) {
			public, omitted := importingtest.Export(t, db, export.Options{Format: format})
			if strings.Contains(public, "juniper") || strings.Contains(public, "Juniper") ||
				omitted != (export.Omitted{Providers: 1}) {
				t.Errorf("%+v is omitted from\n%s", omitted, public)
			}
			whole, omitted := importingtest.Export(t, db, export.Options{Format: format, Unpublished: true})
			if format != export.JSON && format != export.NDJSON {
				if whole != public || omitted.Providers != 1 {
					t.Errorf("%+v is omitted from\n%s", omitted, whole)
				}
				return
			}
			older, _ := importingtest.Export(t, db, export.Options{Format: format, Unpublished: true, For: "0.1.0"})
			if omitted.Providers != 0 || strings.Contains(older, "juniper") {
				t.Errorf("%+v is omitted; for 0.1.0\n%s", omitted, older)
			}
			there := importingtest.StoreOf(t, whole)
			again, _ := importingtest.Export(t, there, export.Options{Format: format, Unpublished: true})
			if again != whole || statusOf(t, there) != models.ProviderRetired {
				t.Errorf("first\n%ssecond\n%s", whole, again)
			}
		})
	}
}

// A file in the directory format sets the status of a provider. A table has no column for it and does not change it.
func TestImportsOfRetiredProviders(t *testing.T) {
	const table = "slug,kind,name\njuniper-examplar,INDIVIDUAL,Juniper B. Examplar\n"
	for _, test := range []struct {
		name, content string
		replace       bool
		want          models.ProviderStatus
		told          string // by a dry run
	}{
		{"the same", retiredProvider, false, models.ProviderRetired, ""},
		{
			"active",
			strings.Replace(
				importingtest.GoodProvider, `"type":"provider",`, `"type":"provider","status":"ACTIVE",`, 1,
			),
			false, "", "provider juniper-examplar: would be emptied: status",
		},
		{
			"without a status", importingtest.GoodProvider, false, "",
			"provider juniper-examplar: would be emptied: status",
		},
		{"a table", table, false, models.ProviderRetired, ""},
		{
			"a table of whole providers", table, true, models.ProviderRetired,
			"provider juniper-examplar: would be emptied: npi",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			db := importingtest.StoreOf(t, importingtest.GoodCredential, importingtest.GoodCondition, retiredProvider)
			var told []string
			file := dirformat.Bytes("file", []byte(test.content))
			file.Replace, file.Warn = test.replace, func(remark string) { told = append(told, remark) }
			if _, err := importing.DryRun(t.Context(), db, file, now); err != nil {
				t.Fatal(err)
			}
			if got := strings.Join(told, "\n"); !strings.HasPrefix(got, test.told) ||
				strings.Contains(got, "status") != strings.Contains(test.told, "status") {
				t.Errorf("told %q, want %q", got, test.told)
			}
			if _, err := importing.Import(t.Context(), db, file, now, nil); err != nil {
				t.Fatal(err)
			}
			if got := statusOf(t, db); got != test.want {
				t.Errorf("status %q, want %q", got, test.want)
			}
		})
	}
	wrong := strings.Replace(importingtest.GoodProvider, `"type":"provider",`, `"type":"provider","status":"GONE",`, 1)
	_, err := importing.Import(
		t.Context(),
		importingtest.StoreOf(t, importingtest.GoodCredential, importingtest.GoodCondition),
		dirformat.Bytes("file", []byte(wrong)),
		now,
		nil,
	)
	if err == nil || !strings.Contains(err.Error(), "/status") {
		t.Errorf("a status that there is not: %v", err)
	}
}

// A registry does not know who is retired: its records are imported and reinstate nobody.
func TestRecordsOfRetiredProviders(t *testing.T) {
	db := importingtest.OpenStore(t)
	options := func(date models.Date) importing.RecordsOptions { return importing.RecordsOptions{FileDate: date} }
	records(t, db, nppesCSV(t, juniper(nil)), options("2026-08-01"))
	lines, _ := importingtest.Export(t, db, export.Options{Format: export.NDJSON})
	retired := strings.Replace(lines, `{"type":"provider",`, `{"type":"provider","status":"RETIRED",`, 1)
	if _, err := importing.Import(t.Context(), db, dirformat.Bytes("file", []byte(retired)), now, nil); err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		name    string
		row     cells
		date    models.Date
		retired int
		want    string // in the report
		gone    bool
	}{
		{"the same", juniper(nil), "2026-09-01", 0, "1  unchanged\n", false},
		{
			"another phone", juniper(cells{practice + "Telephone Number": "8105550199"}), "2026-10-01", 1,
			"1  changed\n  1  of these: retired by an editor, so not shown\n", false,
		},
		{
			"deactivated",
			cells{"NPI": "1000000004", "NPI Deactivation Date": "10/16/2026"},
			"2026-10-20", 0,
			"1  withdrawn\n", true,
		},
		{
			"in use again", juniper(cells{practice + "Telephone Number": "8105550199"}), "2026-11-01", 1,
			"1  restored\n  1  of these: retired by an editor, so not shown\n", false,
		},
	} {
		report := records(t, db, nppesCSV(t, step.row), options(step.date))
		if got := table(t, report); report.Retired != step.retired || !strings.Contains(got, step.want) {
			t.Errorf("%s: %s", step.name, got)
		}
		if p := provider(t, db, ""); (p == nil) != step.gone || p != nil && p.Status != models.ProviderRetired {
			t.Errorf("%s: %+v", step.name, p)
		}
	}
}
