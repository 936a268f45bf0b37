package registry

import (
	"context"
	"errors"
	"fmt"
	"io"

	"findcare/internal/tables"
	"findcare/models"
)

// The columns of NPPES's file of secondary practice locations, in the order of locationColumns.
const (
	locationNPI = iota
	locationStreet1
	locationStreet2
	locationCity
	locationState
	locationZIP
	locationCountry
	locationPhone
	locationExtension
)

// furtherLocation is a secondary location with its numbers.
type furtherLocation struct {
	place  models.Location
	phones []phoneEntry
}

func locationColumns() []tables.Column {
	const further = "Provider Secondary Practice Location Address "
	return []tables.Column{
		tables.Required("NPI"),
		tables.Optional(further + "Address Line 1"),
		tables.Optional(further + "Address Line 2"),
		tables.Required(further + "City Name"),
		tables.Required(further + "State Name"),
		tables.Required(further + "Postal Code"),
		tables.Optional(further + "Country Code (If outside U.S.)"),
		tables.Optional(further + "Telephone Number"),
		tables.Optional(further + "Telephone Extension"),
	}
}

// furtherLocations reads the secondary locations of providers that are in scope. A first pass over the main file finds
// those providers, so that memory does not grow with the size of the files.
func (f *File) furtherLocations(ctx context.Context, filter taxonomyFilter) (map[string][]furtherLocation, error) {
	wanted := make(map[string]bool)
	err := eachRow(ctx, f.main, nppesColumns(), func(r *tables.Rows) {
		if r.Complete() == nil && filter.wanted(r) {
			wanted[r.Number(nppesNPI)] = true
		}
	})
	if err != nil {
		return nil, err
	}
	locations := make(map[string][]furtherLocation)
	err = eachRow(ctx, f.locations, locationColumns(), func(r *tables.Rows) {
		npi := r.Number(locationNPI)
		if r.Complete() != nil || !wanted[npi] || !domestic(r.Text(locationCountry)) {
			return
		}
		var e Entry // a fault in a secondary location drops only that location
		phones := readPhones(phoneWithExtension(r.Number(locationPhone), r.Number(locationExtension)), unnamed)
		place, ok := e.location(&address{
			street1: r.Text(locationStreet1), street2: r.Text(locationStreet2),
			city: r.Text(locationCity), state: r.Text(locationState), zip: r.Number(locationZIP),
			phones: phones,
		})
		if ok {
			locations[npi] = append(locations[npi], furtherLocation{place, phones})
		}
	})
	if err != nil {
		return nil, fmt.Errorf("read the file of secondary locations: %w", err)
	}
	return locations, nil
}

// phoneWithExtension joins the columns of a number and its extension.
func phoneWithExtension(phone, extension string) string {
	if phone == "" || extension == "" {
		return phone
	}
	return phone + " x" + extension
}

// eachRow visits the valid rows of a file.
func eachRow(
	ctx context.Context, open func() (io.ReadCloser, error), columns []tables.Column, visit func(*tables.Rows),
) error {
	content, err := open()
	if err != nil {
		return err
	}
	defer content.Close()
	r := tables.NewRows(content)
	header, err := r.ReadHeader()
	if err != nil {
		return err
	}
	if missing := r.Choose(header, columns); len(missing) > 0 {
		return fmt.Errorf("its first line lacks the columns %q", missing)
	}
	for {
		err := r.Next()
		var fault *tables.Fault
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
