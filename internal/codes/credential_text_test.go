package codes_test

import (
	"slices"
	"strings"
	"testing"

	"findcare/internal/codes"
)

// read writes a reading as a line: what is held, by the abbreviations of the tables or in small letters, and - where
// something is withheld.
func read(text string, in codes.Context) string {
	r := codes.ReadCredentials(text, in)
	var all []string
	for _, h := range r.Held {
		if h.Credential != nil {
			all = append(all, h.Credential.Abbreviation)
		} else {
			all = append(all, strings.ToLower(h.Letters))
		}
	}
	if r.Withheld {
		all = append(all, "-")
	}
	return strings.Join(all, " ")
}

// known leaves out what the tables do not know.
func known(line string) string {
	return strings.Join(
		slices.DeleteFunc(
			strings.Fields(line),
			func(word string) bool { return word != "-" && word == strings.ToLower(word) },
		),
		" ",
	)
}

// credentialTexts are texts with what is read of them.
var credentialTexts = []struct{ want, texts string }{
	{
		"LCSW",
		"L.C.S.W.|LCSW-C|LCSW-R|LCSW-S|LCSW-BACS|LCSW-QS|L C S W|L. C. S. W.|LCSW R|LCSW (C)|lcsw|LCSWR|L C S " +
			"W - C|LCSW, LCSW|L.C.S.W|LCSW/LCSW-C",
	},
	{
		"LCSW",
		"LICENSED CLINICAL SOCIAL WORKER|Licensed Clinical Social Worker|LICENSED CLINICAL SOCIAL WORKER " +
			"SUPERVISOR",
	},
	{
		"LPC",
		"LPC-S|LPC/S|LPC S|LPCS|LPC-MHSP|LPC-MH|LPC-ACS|L P C|L. P. C.|LICENSED PROFESSIONAL COUNSELOR|LPC, " +
			"LPC-S|LPC NO. 12345",
	},
	{"LPCC", "LPCC|LPCC-S|LPCCS|L.P.C.C.-S"},
	{"LMFT", "LMFT-S|LMFTS|LICENSED MARRIAGE AND FAMILY THERAPIST|LICENSED MARRIAGE & FAMILY THERAPIST|L.M.F.T."},
	{"LISW", "LISW-CP|LISW-S|LISW-AP"},
	{"LMHC", "LMHC-QS|LMHC|L.M.H.C."},
	{"CADC", "CADC II|CADC-II|CADCII|CADC I|CADC-III"},
	{"LADC", "LADC-S|LADC I|LADC1"},
	{"PMHNP", "PMHNP-BC|PMHNP"},
	{"BCBA", "BCBA-D|BCBA|BOARD CERTIFIED BEHAVIOR ANALYST"},
	{"BCaBA", "BCABA|BOARD CERTIFIED ASSISTANT BEHAVIOR ANALYST"},
	{"PA", "PHYSICIAN ASSISTANT|P.A."},
	{"MD", "M. D.|M.D.|MD|M.D., M. D.|DOCTOR OF MEDICINE|MEDICAL DOCTOR"},
	{"PhD", "Ph. D.|PH D|PH.D.|PHD"},
	{"MD PhD", "MD/PHD|M.D., PH.D.|M.D.,PH.D.|MD PHD|M.D. & PH.D.|MD AND PHD"},
	{"PsyD", "PSY.D|PSY D|PSY. D."},
	{"EdD", "ED.D.|ED D"},
	{"DO", "D.O.|D O"},
	{"MEd", "M.ED.|M ED"},
	{"LPC LMFT", "LPC, LMFT|LPC/LMFT|LPC LMFT|LPC & LMFT|LPC AND LMFT|LPC;LMFT|LPC-LMFT|LPC.LMFT|LPC, LMFT, LPC"},
	{"MSW LICSW", "MSW LICSW|M.S.W., L.I.C.S.W."},
	{"LCSW PsyD", "L. C. S. W., Psy. D."},
	{"", "| , |12|.|-|M.D.1208|XYZ"},
	{
		"-",
		"LPC INTERN|LPC ASSOCIATE|LPC-ASSOCIATE|LPC (PENDING)|LPC PENDING|PROVISIONAL LPC|UNLICENSED|NOT " +
			"LPC|NON-LICENSED|NOT LICENSED|PRE-LICENSED",
	},
	{
		"-",
		"LMFT ASSOCIATE|MFT TRAINEE|LCSW CANDIDATE|MSW INTERN|PHD STUDENT|PSYD INTERN|PHD (ABD)|PHD, ABD|MD " +
			"RESIDENT|MD, RESIDENT|BCBA CANDIDATE",
	},
	{
		"-",
		"LPC-A|LPCA|LPC A|LPC-IT|LPC-I|LPC-C|LPC (C)|LPC-R|LMFT-A|LMFTA|LMHC-A|LMHCA|LMHC-P|LCSW-A|LCSWA|" +
			"LMSW-T|LMSW-CC|LADC-T|CASAC-T|LMFT-LP|MHC-LP|LCDC-I|LCDC I",
	},
	{
		"-",
		"PLPC|P-LPC|P LPC ASSOCIATE|PLMHP|PLMFT|T-LMFT|TLMFT|TLLP|LLP|LLPC|LLMSW|PMHC|LGPC|LGMFT|LAMFT|LAPC|" +
			"ALC|T-LPC-MHSP|LPC-MHSP (TEMP)|LPC-MHSP TEMPORARY",
	},
	{
		"-",
		"ASW|A.S.W.|A S W|AMFT|APCC|RAMFT|RMHCI|CIT|SUDPT|LAC|CSW-A|CSWA|SAC-IT|QMHP-T|LMHP-R|LMHP-S|IMF|MFTI|" +
			"MFT-I",
	},
	{
		"-",
		"RESIDENT IN COUNSELING|SUPERVISEE IN SOCIAL WORK|COUNSELOR IN TRAINING|COUNSELOR-IN-TRAINING|LPC IN " +
			"TRAINING|LPC ELIGIBLE|LPC APPLICANT|LPC, EXPECTED 2025",
	},
	{
		"-",
		"LPC (RETIRED)|RETIRED LCSW|LCSW, INACTIVE|FORMER LPC|STUDENT|INTERN|TRAINEE|LPC UNDER " +
			"SUPERVISION|UNDER SUPERVISION|TEMPORARY LMSW|LIMITED LPC|PROBATIONARY LCSW",
	},
	{
		"-",
		"GRADUATE STUDENT|EXTERN|PRACTICUM STUDENT|MA IN PROGRESS|REGISTERED MENTAL HEALTH COUNSELOR " +
			"INTERN|REGISTERED INTERN|NONE|POSTDOCTORAL FELLOW|PHD FELLOW",
	},
	{
		"-",
		"LICENSED ASSOCIATE COUNSELOR|LICENSED PROFESSIONAL COUNSELOR ASSOCIATE|LICENSED MARRIAGE AND FAMILY " +
			"THERAPIST ASSOCIATE|LICENSED CLINICAL SOCIAL WORKER CANDIDATE",
	},
	{
		"-",
		"LPC, INTERN|INTERN, LPC|LPC, LMFT, INTERN|LPC LMFT ASSOCIATE|LPC/LMFT INTERN|MD/PHD STUDENT|LPC, " +
			"COUNSELOR INTERN|MD, PGY-2|LPC, LMFT (BOTH PENDING)",
	},
	{
		"LPC -",
		"LPC, LMFT ASSOCIATE|LMFT-A, LPC|LPC, PHD STUDENT|PHD CANDIDATE, LPC|LPC, DOCTORAL STUDENT|LPC, BCD " +
			"CANDIDATE|LPC, LMFTA",
	},
	{"MA -", "MA, LPC INTERN|MA, LPCA|M.A., AMFT"},
	{"MSW -", "MSW, ASW|MSW, LCSW CANDIDATE"},
}

func TestReadCredentials(t *testing.T) {
	counselor := codes.Context{Professions: []string{"counselor"}, States: []string{"MI"}}
	for _, test := range credentialTexts {
		for text := range strings.SplitSeq(test.texts, "|") {
			got := known(read(text, counselor))
			if got != test.want {
				t.Errorf("%q: %s, want %s", text, got, test.want)
			}
		}
	}
}

// The same letters mean different things in different states and professions.
func TestLettersInContext(t *testing.T) {
	for _, test := range []struct {
		text  string
		in    codes.Context
		want  string
		about string
	}{
		{
			"LPCC",
			codes.Context{Professions: []string{"counselor"}, States: []string{"OH"}},
			"LPCC",
			"a clinical counselor in Ohio",
		},
		{
			"LPCC",
			codes.Context{Professions: []string{"counselor"}, States: []string{"CO"}},
			"-",
			"a candidate in Colorado",
		},
		{"LAC", codes.Context{Professions: []string{"counselor"}}, "-", "an associate counselor"},
		{"LAC", codes.Context{Professions: []string{"addiction-counselor"}}, "lac", "an addiction counselor"},
	} {
		if got := read(test.text, test.in); got != test.want {
			t.Errorf("%s, %s: %s, want %s", test.text, test.about, got, test.want)
		}
	}
}

// Whatever licence a qualifier stands beside, it is withheld, and what stands in a part of its own is not.
func TestQualifiersWithhold(t *testing.T) {
	licences := []string{
		"LPC", "LCPC", "LMHC", "LISW", "LICSW", "LCSW", "LMSW", "LSW", "LMFT", "MFT", "CADC", "LADC", "LCDC", "PMHNP",
		"BCBA", "LBA", "MD", "D.O.", "PSY.D.", "PH.D.",
		"L.C.S.W.", "L P C", "LICENSED MENTAL HEALTH COUNSELOR", "LPC-S",
	}
	for _, licence := range licences {
		for _, form := range []string{
			"%s INTERN", "%s-INTERN", "%s (INTERN)", "%s/INTERN", "%s, INTERN", "%s ASSOCIATE", "%s CANDIDATE",
			"%s TRAINEE", "%s STUDENT", "%s APPLICANT", "%s ELIGIBLE",
			"%s-ELIGIBLE", "%s PENDING", "%s (LICENSE PENDING)", "%s, LICENSE PENDING", "%s IN TRAINING",
			"%s-IN-TRAINING", "%s IN PROGRESS", "PROVISIONAL %s", "PRE-%s", "PRE %s",
			"NOT %s", "NON-%s", "NOT YET %s", "TEMPORARY %s", "TEMP. %s", "LIMITED %s", "%s, LIMITED", "CONDITIONAL %s",
			"RETIRED %s", "%s (RETIRED)", "FORMER %s", "%s INACTIVE",
			"%s UNDER SUPERVISION", "%s SUPERVISEE", "%s EXPECTED 2026", "%s RESIDENT", "%s EXTERN", "PURSUING %s",
			"WORKING TOWARDS %s", "STUDENT, %s", "%s cand.", "%s Assoc.",
		} {
			text := strings.Replace(form, "%s", licence, 1)
			if got := known(read(text, codes.Context{})); got != "-" {
				t.Errorf("%q: %s", text, got)
			}
			// A part of its own that names what it is of leaves the others alone.
			if r := codes.ReadCredentials("NCC, "+text, codes.Context{}); !r.Withheld {
				t.Errorf("%q is not withheld", "NCC, "+text)
			}
		}
		if got := read(licence, codes.Context{}); got == "" || strings.Contains(got, "-") {
			t.Errorf("%q: %q", licence, got)
		}
	}
}

func FuzzReadCredentials(f *testing.F) {
	for _, text := range []string{
		"", "L.C.S.W.", "LPC-S, LMFT ASSOCIATE", "L C S W - C", "PH D (ABD)", "M.D./PH.D.", "A A A A A A",
		"LIC. NO. 12", "–—’\"é", "P-",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		in := codes.Context{Professions: []string{"counselor"}, States: []string{"CO"}}
		r := codes.ReadCredentials(text, in)
		for i, h := range r.Held {
			if h.Letters == "" || h.Letters != codes.Letters(h.Letters) {
				t.Errorf("%q: letters %q", text, h.Letters)
			}
			if slices.Contains(r.Held[:i], h) {
				t.Errorf("%q: %q twice", text, h.Letters)
			}
		}
		for _, all := range []string{text + ", PENDING", "INTERN; " + text} {
			if r := codes.ReadCredentials(all, in); len(r.Held) > 0 || !r.Withheld {
				t.Errorf("%q: %+v", all, r)
			}
		}
	})
}
