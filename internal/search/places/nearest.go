package places

import "math"

// NearestZIP returns the ZIP code whose area has the middle that is nearest to a point; none where that is more than
// two hundred miles away, so that the point is in another country.
func NearestZIP(to Point) (code string, ok bool) {
	const (
		milesPerDegree = 69.1
		limit          = 200 / milesPerDegree
	)
	t := zips()
	scale := math.Cos(to.Latitude * math.Pi / 180)
	least, found := limit*limit, -1
	for i, p := range t.points {
		north := float64(p.latitude)/unitsPerDegree - to.Latitude
		if north*north >= least {
			continue
		}
		// Across the antimeridian, too.
		east := math.Remainder(float64(p.longitude)/unitsPerDegree-to.Longitude, 360) * scale
		if squared := north*north + east*east; squared < least {
			least, found = squared, i
		}
	}
	if found < 0 {
		return "", false
	}
	return format(t.codes[found : found+1])[0], true
}

// StateAt returns the code of the state of the ZIP code that is nearest to a point, empty in another country.
func StateAt(at Point) string {
	code, _ := NearestZIP(at)
	return StateOfZIP(code)
}
