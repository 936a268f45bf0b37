package importer

import (
	"slices"

	"findcare/models"
	"findcare/registry"
)

const mostLicenseNumber = 60

// qualify sets the credentials and the licences. Credentials are those of the text after the name that the directory or the
// tables know. One that is a licence of another profession than the record's is left out: the same letters may stand for
// several things. Where no credential says what the provider does, the profession of the primary taxonomy does.
func (n *nppes) qualify(e *entry, letters []string, held []licence) {
	professions := professionsOf(held)
	var specific, general []term
	for _, text := range letters {
		known, ok := n.terms.known(text, professions)
		if !ok {
			continue
		}
		if c := registry.CredentialOf(text); c != nil && c.General {
			general = append(general, known)
		} else {
			specific = append(specific, known)
		}
	}
	if e.Facts.Type == models.Individual {
		if len(specific) == 0 && len(professions) > 0 {
			if known, ok := n.terms.get(models.KindCredential, &professions[0].Entry); ok {
				specific = append(specific, known)
			}
		}
		for _, known := range append(specific, general...) {
			if !slices.Contains(e.Facts.CredentialIDs, known.id) {
				e.Facts.CredentialIDs = append(e.Facts.CredentialIDs, known.id)
			}
		}
	}
	for _, l := range held {
		n.license(e, l, append(specific, general...))
	}
}

// professionsOf returns what the taxonomies make of the provider, the primary one first.
func professionsOf(held []licence) (professions []*registry.Profession) {
	for _, l := range held {
		if p := registry.ProfessionOf(l.taxonomy); p != nil && !slices.Contains(professions, p) {
			professions = append(professions, p)
		}
	}
	return professions
}

// known returns the credential that letters stand for, unless it is one of another profession.
func (t *terms) known(letters string, professions []*registry.Profession) (term, bool) {
	if c := registry.CredentialOf(letters); c != nil && !c.General && len(c.Professions) > 0 && len(professions) > 0 {
		fits := slices.ContainsFunc(professions, func(p *registry.Profession) bool { return slices.Contains(c.Professions, p.Slug) })
		if !fits {
			return term{}, false
		}
	}
	return t.credentialOf(letters)
}

// license adds the licence beside a taxonomy: it is for the first credential that fits the taxonomy's profession, or for the
// profession itself. Licences of professions that the tables do not know are left out.
func (n *nppes) license(e *entry, l licence, credentials []term) {
	profession := registry.ProfessionOf(l.taxonomy)
	if l.number == "" || profession == nil {
		return
	}
	if _, known := models.StateName(l.state); !known {
		e.leaveOut("Provider License Number State Code", l.state, "not a state of the United States, so the licence is left out")
		return
	}
	if len(l.number) > mostLicenseNumber {
		e.leaveOut("Provider License Number", l.number, "too long for a licence number, so the licence is left out")
		return
	}
	i := slices.IndexFunc(credentials, func(c term) bool { return profession.Fits(c.slug, c.abbreviation) })
	var held term
	if i >= 0 {
		held = credentials[i]
	} else {
		var ok bool
		if held, ok = n.terms.get(models.KindCredential, &profession.Entry); !ok {
			return
		}
	}
	license := models.License{CredentialID: held.id, State: l.state, Number: models.OptionalString(l.number)}
	if !slices.Contains(e.Facts.Licenses, license) {
		e.Facts.Licenses = append(e.Facts.Licenses, license)
	}
}
