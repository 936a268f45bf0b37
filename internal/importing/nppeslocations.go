package importing

import (
	"context"
	"errors"
	"fmt"
	"io"

	"findcare/models"
)

// The columns of NPPES's file of further practice locations, in the order of locationColumns.
const (
	locationNPI = iota
	locationStreet1
	locationStreet2
	locationCity
	locationState
	locationZIP
	locationCountry
	locationPhone
)

func locationColumns() []column {
	const further = "Provider Secondary Practice Location Address "
	return []column{
		required("NPI"), optional(further + "Address Line 1"), optional(further + "Address Line 2"), required(further + "City Name"),
		required(further + "State Name"), required(further + "Postal Code"), optional(further + "Country Code (If outside U.S.)"),
		optional(further + "Telephone Number"),
	}
}

// furtherLocations reads the file of further locations, of those whom the directory is about: a first pass over the main file
// finds out who they are, so that memory goes by them and not by the size of the files.
func (f *RegistryFile) furtherLocations(ctx context.Context, filter taxonomyFilter) (map[string][]models.Location, error) {
	wanted := make(map[string]bool)
	err := eachRow(ctx, f.main, nppesColumns(), func(r *rows) {
		if r.complete() == nil && filter.wanted(r) {
			wanted[r.number(nppesNPI)] = true
		}
	})
	if err != nil {
		return nil, err
	}
	locations := make(map[string][]models.Location)
	err = eachRow(ctx, f.locations, locationColumns(), func(r *rows) {
		npi := r.number(locationNPI)
		if r.complete() != nil || !wanted[npi] || !domestic(r.text(locationCountry)) {
			return
		}
		var e entry // what is wrong with a further location costs no more than that location
		place, ok := e.location(&address{
			street1: r.text(locationStreet1), street2: r.text(locationStreet2), city: r.text(locationCity), state: r.text(locationState),
			zip: r.number(locationZIP), phone: r.number(locationPhone),
		})
		if ok {
			locations[npi] = append(locations[npi], place)
		}
	})
	if err != nil {
		return nil, fmt.Errorf("the file of further locations: %w", err)
	}
	return locations, nil
}

// eachRow visits the rows of a file that can be read.
func eachRow(ctx context.Context, open func() (io.ReadCloser, error), columns []column, visit func(*rows)) error {
	content, err := open()
	if err != nil {
		return err
	}
	defer content.Close()
	r := newRows(content)
	header, err := r.readHeader()
	if err != nil {
		return err
	}
	if missing := r.choose(header, columns); len(missing) > 0 {
		return fmt.Errorf("its first line lacks the columns %q", missing)
	}
	for {
		err := r.next()
		var fault *valueFault
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case errors.As(err, &fault):
		case err != nil:
			return err
		default:
			visit(r)
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
}
