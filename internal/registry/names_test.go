package registry

import "testing"

func TestProperName(t *testing.T) {
	for name, want := range map[string]string{
		"MCDONALD": "McDonald", "O'BRIEN": "O'Brien", "DE LA CRUZ": "de la Cruz", "ANDERSON-KRULL": "Anderson-Krull",
		"VAN DER BERG": "van der Berg",
		"MACDONALD":    "MacDonald", "MACHADO": "Machado", "MACY": "Macy", "D'ANGELO": "D'Angelo",
		"MCCOY-O'NEIL": "McCoy-O'Neil", "ÁLVAREZ": "Álvarez",
		"van der Berg": "van der Berg", "McKay": "McKay", "SMITH III": "Smith III", "VAN": "Van", "": "", "LEE": "Lee",
		"NG": "Ng", "MCK": "Mck",
	} {
		if got := properName(name); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
	for name, want := range map[string]string{
		"W": "W.", "W.": "W.", "LA TOYA": "La Toya", "VAN": "Van", "J.": "J.", "MARY ANN": "Mary Ann", "": "",
	} {
		if got := givenName(name); got != want {
			t.Errorf("given %q: got %q, want %q", name, got, want)
		}
	}
	for text, want := range map[string]string{"JR.": "Jr.", "JR": "Jr.", "III": "III", "iv": "IV", "ESQ": ""} {
		if got := properSuffix(text); got != want {
			t.Errorf("suffix %q: got %q, want %q", text, got, want)
		}
	}
}

func TestProperTitle(t *testing.T) {
	for text, want := range map[string]string{
		"THE RIVERBEND COUNSELING CENTER INC.": "The Riverbend Counseling Center Inc.",
		"JUNIPER EXAMPLAR, MD PA":              "Juniper Examplar, MD PA",
		"HOUSE OF HOPE, L.L.C.":                "House of Hope, L.L.C.",
		"CBHS OF ST. MARY'S":                   "CBHS of St. Mary's",
		"O'NEIL & MCCOY, PLLC":                 "O'Neil & McCoy, PLLC",
		"216 E MAIN ST":                        "216 E Main St",
		"1905 W 32ND ST, APT 12B":              "1905 W 32nd St, Apt 12B",
		"PO BOX 12 NW":                         "PO Box 12 NW",
		"4TH FLOOR":                            "4th Floor",
		"WINSTON-SALEM":                        "Winston-Salem",
		"(ANNEX)":                              "(Annex)",
		"Riverbend  Center":                    "Riverbend Center",
		"":                                     "",
	} {
		if got := properTitle(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
