package registry

import (
	"bytes"

	"findcare/internal/dirformat"
	"findcare/internal/tables"
)

// IsFile reports whether a file that starts with these bytes comes from a registry: whether it is the ZIP archive of
// the NPI registry, or a table with columns that only a registry's has.
func IsFile(start []byte) bool {
	if bytes.HasPrefix(start, []byte(tables.ZIPStart)) {
		return !tables.IsWorkbook(start)
	}
	_, text, err := tables.Decoded(bytes.NewReader(start))
	if err != nil {
		return false
	}
	if bytes.IndexByte(text, '\n') < 0 { // the first line is longer
		text = text[:max(bytes.LastIndexByte(text, ','), 0)]
	}
	header, err := readHeader(tables.NewRows(bytes.NewReader(text)))
	if err != nil {
		return false
	}
	if isDeactivatedHeader(header) {
		return true
	}
	if dirformat.IsTable(bytes.TrimPrefix(text, []byte(tables.ByteOrderMark))) {
		return false
	}
	const distinctive = 2 // how many columns that other tables do not have identify a registry
	found := 0
	for _, columns := range [][]tables.Column{nppesColumns(), samhsaColumns()} {
		known := make(map[string]bool)
		for _, column := range columns {
			for _, name := range column.Names {
				known[tables.HeaderKey(name)] = true
			}
		}
		for _, common := range []string{
			"city", "state", "zip", "phone", "phone1", "telephone", "fax", "tty", "tdd", "website", "url", "latitude",
			"longitude", "npi",
		} {
			delete(known, common)
		}
		of := 0
		for _, name := range header {
			if known[tables.HeaderKey(name)] {
				of++
			}
		}
		found = max(found, of)
	}
	return found >= distinctive
}
