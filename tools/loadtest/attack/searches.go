package attack

import (
	"fmt"
	"strings"
)

const allFacets = `facets{conditions(first:100){count condition{name}}treatments(first:100){count ` +
	`treatment{name}}credentials(first:100){count}` +
	`states(first:100){value count}cities(first:100){value count}languages(first:100){value ` +
	`count}insurances(first:100){value count}` +
	`sessionFormats{value count}ageGroups{value count}}`

// baits are texts to search for that are hard to find, or to find nobody for.
var baits = []string{
	"anxeity depresion bipolr psychotherapyy addictoin behavoral cognitiv dialecticl eatng disordr",
	"a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h i j k l m n o p q r s t u v w x y z",
	strings.Repeat("z", 114),
	"therapist therapists therapy therapie therapies therapeutic counselor counseling counsel counsels",
	"(a+)+$ .*.*.*.*=.* [a-z]{1,9999} %00 ' OR 1=1 -- {$ne: null}",
	strings.Repeat("\u0301\u200b\U0001d4ea\ufdfa", 16),
}

// searchAttacks are operations that the limits let through, or nearly, and that make the catalog work.
func searchAttacks() []Attack {
	costly := refused(400, "TOO_COSTLY")
	return []Attack{
		{
			Name:    "first-million",
			Sends:   "conditions(first: 1000000)",
			Wants:   costly,
			request: document("{conditions(first:1000000){nodes{id}}}"),
		},
		{
			Name:  "nested-connections",
			Sends: "100 providers of 100 treatments of 100 conditions",
			Wants: costly,
			request: document("{conditions(first:100){nodes{treatments{" +
				"providers(first:100){nodes{articles(first:100){nodes{id}}}}}}}}"),
		},
		{
			Name:  "widest-page",
			Sends: "as much of as many providers as the cost allows",
			Wants: answered(),
			request: document(
				"{conditions(first:9){nodes{providers(first:100){nodes{name slug statement summary profileUrl " +
					"languages insurances}}}}}",
			),
		},
		{
			Name:    "articles-of-everybody",
			Sends:   "all articles of 70 providers",
			Wants:   answered(),
			request: document("{providers(first:70){nodes{articles(first:100){nodes{slug}}}}}"),
		},
		{
			Name:    "html-of-articles",
			Sends:   "all sections of all articles as HTML, 7 times",
			Wants:   answered(),
			request: document("{" + numbered(7, "a%:articles(first:100){nodes{sections{body(format:HTML)}}}") + "}"),
		},
	}
}

// facetAttacks make the catalog count, compare and widen.
func facetAttacks() []Attack {
	return []Attack{
		{
			Name:  "facets-by-aliases",
			Sends: "4 searches with all facets, of different texts",
			Wants: answered(),
			request: document(
				"{" + numbered(4, `a%:providers(first:1,filter:{text:"therapy %"}){`+allFacets+"}") + "}",
			),
		},
		{
			Name:    "facets-by-nesting",
			Sends:   "a facet of the providers of each of 43 conditions",
			Wants:   answered(),
			request: document("{conditions(first:43){nodes{providers(first:0){facets{sessionFormats{value}}}}}}"),
		},
		{
			Name:    "similar",
			Sends:   "similar providers of 19 providers",
			Wants:   answered(),
			request: document("{providers(first:19){nodes{similar(first:3){id}}}}"),
		},
		{
			Name:  "widenings",
			Sends: "20 searches that find nobody, and which filter to leave out",
			Wants: answered(),
			request: document(
				"{" + numbered(
					20,
					`a%:providers(first:1,filter:{text:"xq%",cities:["Nowhere"],states:["MI"],`+
						`languages:["Spanish"],insurances:["None"],sessionFeeAtMost:1,`+
						`near:{at:{postalCode:"48502"},withinMiles:500}}){widenings{withoutFilter}}`,
				) + "}",
			),
		},
	}
}

// baitAttacks search for what is far away or hard to find.
func baitAttacks() []Attack {
	return []Attack{
		{
			Name:  "fuzzy-bait",
			Sends: "20 searches for rare and wrong words",
			Wants: answered(),
			request: func(number int) request {
				return baited(number, "providers(first:1 filter:{text:$t%d}){totalCount}")
			},
		},
		{
			Name:    "suggest-bait",
			Sends:   "20 suggestions for rare and wrong words",
			Wants:   answered(),
			request: func(number int) request { return baited(number, "suggest(text:$t%d first:20){text}") },
		},
		{
			Name:  "widest-circles",
			Sends: "20 searches within 500 miles by distance",
			Wants: answered(),
			request: document(
				"{" + numbered(
					20,
					`a%:providers(first:10 orderBy:DISTANCE filter:{near:{at:{point:{latitude:35.% `+
						`longitude:-97}}withinMiles:500}}){edges{distanceMiles}}`,
				) + "}",
			),
		},
	}
}

// baited asks a field with each of the baits, which differ from request to request.
func baited(number int, field string) request {
	var query, selections strings.Builder
	variables := map[string]any{}
	query.WriteString("query(")
	for i := range 20 {
		fmt.Fprintf(&query, "$t%d:String! ", i)
		fmt.Fprintf(&selections, "a%d:"+field+" ", i, i)
		variables[fmt.Sprint("t", i)] = fmt.Sprint(baits[i%len(baits)], number%1000)
	}
	query.WriteString("){" + selections.String() + "}")
	return post(query.String(), variables, nil)
}
