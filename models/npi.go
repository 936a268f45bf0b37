package models

// ValidNPI reports whether s is ten digits whose last is the check digit: Luhn's formula over "80840" and the NPI
// (CMS, "Requirements for National Provider Identifier (NPI) and NPI Check Digit").
func ValidNPI(s string) bool {
	if len(s) != 10 || (s[0] != '1' && s[0] != '2') {
		return false
	}
	const prefix = 24 // what the digits of 80840 add to the sum
	sum := prefix
	for i := range len(s) {
		digit := int(s[i]) - '0'
		if digit < 0 || digit > 9 {
			return false
		}
		if i%2 == 0 {
			if digit *= 2; digit > 9 {
				digit -= 9
			}
		}
		sum += digit
	}
	return sum%10 == 0
}
