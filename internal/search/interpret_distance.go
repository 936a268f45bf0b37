package search

// distance is how far from a place people look: "within 10 miles". It is words first to end of the text; none where
// miles is 0.
type distance struct{ miles, first, end int }

// distance reads how far away somebody may be: "10 miles", "15 mi from", "a 10 millas".
func (r *textReader) distance(i int) int {
	const farthest = 500
	miles, ok := numberOf(r.at(i))
	if !ok || miles == 0 || miles > farthest || r.tokens[i].money || r.miles.miles > 0 {
		return 0
	}
	end := i + 1
	if r.at(end) == "or" && r.at(end+1) == "so" {
		end += 2
	}
	switch r.at(end) {
	case "mile", "miles", "millas", "milla":
	case "mi":
		if next := r.at(end + 1); next != "of" && next != "from" && next != "around" && next != "radius" {
			return 0 // Michigan
		}
	default:
		return 0
	}
	end++
	if r.at(end) == "radius" {
		end++
	}
	r.miles = distance{miles, i, end}
	r.take(i, end)
	return end - i
}

// aroundPlace gives the distance to the place of the text, a city or what people look near to. A distance from nowhere
// needs one.
func (r *textReader) aroundPlace() {
	if r.miles.miles == 0 {
		return
	}
	for i := range r.in.Intents {
		in := &r.in.Intents[i]
		city := in.Kind == IntentValue && in.Field == FieldCities && len(in.Values) == 1
		if !city && in.Kind != IntentNear {
			continue
		}
		first, end := min(in.first, r.miles.first), max(in.end, r.miles.end)
		between := (end - first) - (in.end - in.first) - (r.miles.end - r.miles.first)
		for _, t := range r.tokens[first:end] {
			if t.use == silent {
				between--
			}
		}
		if between == 0 { // nothing else stands between them
			in.first, in.end = first, end
			in.Words, in.CorrectedFrom = r.words(first, end), r.typed(first, end)
		}
		in.Kind, in.Field, in.Own, in.Number = IntentNear, 0, 0, r.miles.miles
		return
	}
	r.unused(UnusedNeedsPlace, nil, r.miles.first, r.miles.end)
}
