package models

import (
	"regexp"

	"github.com/nyaruka/phonenumbers"
)

var american = regexp.MustCompile(`^\+1[2-9]\d{9}$`)

// dialable returns the phone number in E.164; false where it is none, or lacks the area code.
func dialable(phone string) (e164 string, ok bool) {
	if american.MatchString(phone) {
		return phone, true // as nearly all are stored; the library takes ten times as long
	}
	number, err := phonenumbers.Parse(phone, "US")
	if err != nil || phonenumbers.IsPossibleNumberWithReason(number) != phonenumbers.IS_POSSIBLE {
		return "", false
	}
	return phonenumbers.Format(number, phonenumbers.E164), true
}
