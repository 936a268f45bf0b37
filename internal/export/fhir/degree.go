package fhir

import (
	"cmp"
	"strings"

	"findcare/models"
)

// degrees are the degrees of HL7's table 0360, by their full names in lower case. Letters alone are misleading: MT is a
// medical technician in the table, and a music therapist elsewhere. Degrees with an unusual name in the table are
// listed under both names.
var degrees = map[string]coding{
	"associate of arts":              {systemDegree, "AA", "Associate of Arts"},
	"associate of science":           {systemDegree, "AS", "Associate of Science"},
	"bachelor of arts":               {systemDegree, "BA", "Bachelor of Arts"},
	"bachelor of nursing":            {systemDegree, "BN", "Bachelor of Nursing"},
	"bachelor of science":            {systemDegree, "BS", "Bachelor of Science"},
	"bachelor of science in nursing": {systemDegree, "BSN", "Bachelor on Science - Nursing"},
	"certified nurse practitioner":   {systemDegree, "CNP", "Certified Nurse Practitioner"},
	"doctor of education":            {systemDegree, "DED", "Doctor of Education"},
	"doctor of medicine":             {systemDegree, "MD", "Doctor of Medicine"},
	"doctor of osteopathic medicine": {systemDegree, "DO", "Doctor of Osteopathy"},
	"doctor of osteopathy":           {systemDegree, "DO", "Doctor of Osteopathy"},
	"doctor of pharmacy":             {systemDegree, "PharmD", "Doctor of Pharmacy"},
	"doctor of philosophy":           {systemDegree, "PHD", "Doctor of Philosophy"},
	"master of arts":                 {systemDegree, "MA", "Master of Arts"},
	"master of divinity":             {systemDegree, "MDI", "Master of Divinity"},
	"master of education":            {systemDegree, "MED", "Master of Education"},
	"master of science":              {systemDegree, "MS", "Master of Science"},
	"master of science in nursing":   {systemDegree, "MSN", "Master of Science - Nursing"},
	"nurse practitioner":             {systemDegree, "NP", "Nurse Practitioner"},
	"physician assistant":            {systemDegree, "PA", "Physician Assistant"},
	"registered nurse":               {systemDegree, "RN", "Registered Nurse"},
}

// codeOf returns the concept of a credential: its name, and its code if the table has exactly that degree.
func codeOf(credential *models.Credential) codeableConcept {
	c := codeableConcept{Text: cmp.Or(clean(credential.Label()), credential.Slug)}
	if degree, known := degrees[strings.ToLower(credential.Name)]; known {
		c.Coding = []coding{degree}
	}
	return c
}
