package editing

import "findcare/models"

// isOlder reports whether a record comes from an older file than the one that it was last read from. Such a record
// changes nothing, whether its provider is listed, withdrawn or unknown, unless the import is forced.
func isOlder(r *models.Record, known Known) bool {
	return !r.Force && r.FileDate < known.lastFileDate()
}

// lastFileDate is the date of the newest file that the record was read from, "" if it is not known. Release 0.1.0 did
// not store that date; its providers only have the date of the file in which the record first appeared in its present
// form.
func (k *Known) lastFileDate() models.Date {
	if k.ReadFrom != "" {
		return k.ReadFrom
	}
	for _, p := range []*models.Provider{k.Provider, k.Last} {
		if p != nil && p.NPIRecord != nil {
			return p.NPIRecord.FileDate
		}
	}
	return ""
}
