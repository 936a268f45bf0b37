package registry

import (
	"slices"

	"findcare/internal/codes"
	"findcare/models"
)

const maxLicenseNumber = 60

// qualify sets the credentials and the licences. Credentials are those in the credential text that the directory or the
// tables know. One that is a licence for a profession other than the record's is dropped unless another credential is
// one for it, since the same letters may stand for several things. If no credential shows what the provider does, the
// profession of the primary taxonomy does, unless the text says that they do not hold its licence, or not yet.
func (n *nppes) qualify(e *Entry, text string, held []licence, states []string) {
	professions := professionsOf(held)
	reading := codes.ReadCredentials(text, codes.Context{Professions: slugsOf(professions), States: states})
	specific, general := n.credentials(reading, professions)
	all := append(specific, general...)
	withheld := func(p *codes.Profession) bool {
		return reading.Withheld &&
			!slices.ContainsFunc(all, func(c Term) bool { return p.Fits(c.Slug, c.Abbreviation) })
	}
	if e.Facts.Type == models.Individual {
		if len(specific) == 0 && len(professions) > 0 && !withheld(professions[0]) {
			if known, ok := n.terms.get(models.KindCredential, &professions[0].Entry); ok {
				specific = append(specific, known)
			}
		}
		for _, known := range append(specific, general...) {
			if !slices.Contains(e.Facts.CredentialIDs, known.ID) {
				e.Facts.CredentialIDs = append(e.Facts.CredentialIDs, known.ID)
			}
		}
	}
	for _, l := range held {
		if p := codes.ProfessionOf(l.taxonomy); p != nil && !withheld(p) {
			n.license(e, l, append(specific, general...))
		}
	}
}

// credentials returns the credentials in a text that the directory has or can have: those that show what somebody does,
// and degrees.
func (n *nppes) credentials(reading codes.Reading, professions []*codes.Profession) (specific, general []Term) {
	fits := func(c *codes.Credential) bool {
		return c == nil || c.General || len(c.Professions) == 0 || len(professions) == 0 ||
			slices.ContainsFunc(
				professions,
				func(p *codes.Profession) bool { return slices.Contains(c.Professions, p.Slug) },
			)
	}
	plain := reading.Withheld || slices.ContainsFunc(reading.Held, func(h codes.Held) bool {
		return h.Credential != nil && !h.Credential.General && fits(h.Credential)
	})
	for _, h := range reading.Held {
		if !fits(h.Credential) && (!plain || h.Credential.Ambiguous) {
			continue
		}
		known, ok := n.terms.credentialOf(h)
		switch {
		case !ok:
		case h.Credential != nil && h.Credential.General:
			general = append(general, known)
		default:
			specific = append(specific, known)
		}
	}
	return specific, general
}

func slugsOf(professions []*codes.Profession) (slugs []string) {
	for _, p := range professions {
		slugs = append(slugs, p.Slug)
	}
	return slugs
}

// professionsOf returns the professions of the taxonomies, the primary one first.
func professionsOf(held []licence) (professions []*codes.Profession) {
	for _, l := range held {
		if p := codes.ProfessionOf(l.taxonomy); p != nil && !slices.Contains(professions, p) {
			professions = append(professions, p)
		}
	}
	return professions
}

// license adds the licence given for a taxonomy: for the first credential that fits the taxonomy's profession, or for
// the profession itself. Licences for unknown professions are dropped.
func (n *nppes) license(e *Entry, l licence, credentials []Term) {
	profession := codes.ProfessionOf(l.taxonomy)
	if l.number == "" || profession == nil {
		return
	}
	if _, known := models.StateName(l.state); !known {
		e.ignore(
			"Provider License Number State Code",
			l.state,
			"not a state of the United States, so the licence is ignored",
		)
		return
	}
	if len(l.number) > maxLicenseNumber {
		e.ignore("Provider License Number", l.number, "too long for a licence number, so the licence is ignored")
		return
	}
	i := slices.IndexFunc(credentials, func(c Term) bool { return profession.Fits(c.Slug, c.Abbreviation) })
	var held Term
	if i >= 0 {
		held = credentials[i]
	} else {
		var ok bool
		if held, ok = n.terms.get(models.KindCredential, &profession.Entry); !ok {
			return
		}
	}
	license := models.License{CredentialID: held.ID, State: l.state, Number: models.OptionalString(l.number)}
	if !slices.Contains(e.Facts.Licenses, license) {
		e.Facts.Licenses = append(e.Facts.Licenses, license)
	}
}
