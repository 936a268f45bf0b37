package tables

import (
	"slices"
	"strconv"
	"strings"
	"sync"
)

// zipStates are the states of ZIP codes by their first three digits, of which those that are missing are not in use
// (USPS Publication 65 and Labeling List L002). AE, AP and AA are mail of the armed forces. A few areas are served
// from another state, such as Fishers Island (063), or share their prefix (967, 969).
const zipStates = "" +
	"005 NY,006-007 PR,008 VI,009 PR,010-027 MA,028-029 RI,030-038 NH,039-049 ME,050-054 VT,055 MA,056-059 VT," +
	"060-069 CT,063 NY,070-089 NJ,090-098 AE,100-149 NY,150-196 PA,197-199 DE,200 DC,201 VA,202-205 DC," +
	"206-212 MD,214-219 MD,220-246 VA,247-268 WV,270-289 NC,290-299 SC,300-319 GA,320-339 FL,340 AA,341-342 FL," +
	"344 FL,346-347 FL,349 FL,350-352 AL,354-369 AL,370-385 TN,386-397 MS,398-399 GA,400-418 KY,420-427 KY," +
	"430-459 OH,460-479 IN,480-499 MI,500-516 IA,520-528 IA,530-532 WI,534-535 WI,537-549 WI,550-551 MN," +
	"553-567 MN,569 DC,570-577 SD,580-588 ND,590-599 MT,600-620 IL,622-629 IL,630-631 MO,633-641 MO,644-658 MO," +
	"660-662 KS,664-679 KS,680-681 NE,683-693 NE,700-701 LA,703-708 LA,710-714 LA,716-729 AR,730-731 OK,733 TX," +
	"734-741 OK,743-749 OK,750-770 TX,772-799 TX,800-816 CO,820-831 WY,832-838 ID,834 WY,840-847 UT,850-853 AZ," +
	"855-857 AZ,859-860 AZ,863-865 AZ,870-871 NM,873-875 NM,877-884 NM,885 TX,889-891 NV,893-895 NV,897-898 NV," +
	"900-908 CA,910-928 CA,930-961 CA,962-966 AP,967-968 HI,967 AS,969 GU,969 MP,969 PW,969 FM,969 MH,970-979 OR," +
	"980-986 WA,988-994 WA,995-999 AK"

const (
	zipPrefix    = 3
	zipPrefixes  = 1000
	repeatedReal = " 22222 44444 55555 " // of one digit, and in use: in Virginia, Ohio and Minnesota
)

var statesByPrefix = sync.OnceValue(func() *[zipPrefixes][]string {
	var states [zipPrefixes][]string
	for part := range strings.SplitSeq(zipStates, ",") {
		prefixes, state, _ := strings.Cut(part, " ")
		first, last, isRange := strings.Cut(prefixes, "-")
		if !isRange {
			last = first
		}
		from, _ := strconv.Atoi(first)
		to, _ := strconv.Atoi(last)
		for prefix := from; prefix <= to; prefix++ {
			states[prefix] = append(states[prefix], state)
		}
	}
	return &states
})

// ZIPStates returns the codes of the states that a ZIP code or ZIP+4 may be of, none if no place has such a code. It
// goes by the first digits, since codes of post office boxes have no area that a map would show.
func ZIPStates(code string) []string {
	if len(code) < ShortZIP || Digits(code[:ShortZIP]) != code[:ShortZIP] {
		return nil
	}
	short := code[:ShortZIP]
	if strings.Count(short, short[:1]) == ShortZIP && !strings.Contains(repeatedReal, short) {
		return nil // 99999, which is typed for one that is not known
	}
	prefix, err := strconv.Atoi(short[:zipPrefix])
	if err != nil {
		return nil
	}
	return slices.Clone(statesByPrefix()[prefix])
}
