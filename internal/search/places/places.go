package places

import (
	_ "embed"
	"encoding/binary"
	"sync"
)

//go:generate go run ./generate

// Point is a place on the Earth, in degrees of WGS 84: north and east are positive. (The Bureau's datum,
// NAD 83, differs from it by a metre or two, which does not matter for the middle of an area.)
type Point struct{ Latitude, Longitude float64 }

// ZIP is the middle of the area of a ZIP code (48507) or ZIP+4 (48507-1234), of which only the first five
// digits count. For a code in use without an area it is that of its [StandIn]. It is false for a code that is not
// known and for anything else.
func ZIP(code string) (Point, bool) {
	n, ok := parse(code)
	if !ok {
		return Point{}, false
	}
	if at, ok := zips().area(n); ok {
		return at, true
	}
	other, ok := cities().standIn(n)
	if !ok {
		return Point{}, false
	}
	return zips().area(other)
}

// StandIn returns the ZIP code whose area is taken for that of a code in use that has none, such as that of post office
// boxes or of a single building: of the codes of the same city the one with the nearest number or, where the city has
// no area, the nearest one.
func StandIn(code string) (other string, ok bool) {
	n, ok := parse(code)
	if !ok || zips().rows[n] > 0 {
		return "", false
	}
	area, ok := cities().standIn(n)
	if !ok {
		return "", false
	}
	return format([]uint32{area})[0], true
}

func (x *cityTable) standIn(n uint32) (area uint32, ok bool) {
	city, ok := x.of(n)
	if !ok {
		return 0, false
	}
	if area, ok := x.standIns[city.zips[0]]; ok {
		return area, true
	}
	for _, zip := range city.zips {
		if zips().rows[zip] > 0 && (area == 0 || distance(zip, n) < distance(area, n)) {
			area = zip
		}
	}
	return area, area > 0
}

// codeCount is how many numbers five digits can write.
const codeCount = 100_000

// unitsPerDegree is the precision of zips.bin: five decimals are about a metre.
const unitsPerDegree = 1e5

// packed is the table as places/generate writes it. For each ZIP code, ascending, it holds three numbers,
// each as its difference from the row before (the first row's from zero):
//
//   - the code, as an unsigned varint
//   - the latitude in units of 1e-5 degree, as a zigzag varint
//   - the longitude likewise
//
// Varints are those of encoding/binary. The file is not compressed: that would save a sixth of it, and its
// bytes would then depend on the version of Go that made it.
//
//go:embed zips.bin
var packed string

// zips is decoded when first asked for, so that a program that asks for no place does not pay for it.
var zips = sync.OnceValue(func() *table { return decode([]byte(packed)) })

// table never changes once it is decoded.
type table struct {
	codes  []uint32 // ascending
	points []point  // of the code at the same position
	// rows gives each code's position plus one, and 0 to the codes that are not known. It makes a look-up
	// two reads of memory, for 200 kB.
	rows [codeCount]uint16
}

// area returns the middle of the area of a code.
func (t *table) area(code uint32) (at Point, ok bool) {
	row := t.rows[code]
	if row == 0 {
		return at, false
	}
	p := t.points[row-1]
	return Point{float64(p.latitude) / unitsPerDegree, float64(p.longitude) / unitsPerDegree}, true
}

type point struct{ latitude, longitude int32 }

func decode(data []byte) *table {
	const aboutRows = 34_000
	t := &table{codes: make([]uint32, 0, aboutRows), points: make([]point, 0, aboutRows)}
	var code uint32
	var at point
	for len(data) > 0 {
		step, a := binary.Uvarint(data)
		north, b := binary.Varint(data[max(a, 0):])
		east, c := binary.Varint(data[max(a, 0)+max(b, 0):])
		if a <= 0 || b <= 0 || c <= 0 {
			panic("places: zips.bin is damaged") // It is part of the program, and tested with it.
		}
		data = data[a+b+c:]
		code += uint32(step)
		at.latitude += int32(north)
		at.longitude += int32(east)
		t.codes = append(t.codes, code)
		t.points = append(t.points, at)
		t.rows[code] = uint16(len(t.codes))
	}
	return t
}

// parse gives the number that the first five digits of a ZIP code or ZIP+4 write.
func parse(code string) (uint32, bool) {
	const short, long = len("48507"), len("48507-1234")
	if len(code) != short && (len(code) != long || code[short] != '-' || digits(code[short+1:]) != 4) {
		return 0, false
	}
	if digits(code[:short]) != short {
		return 0, false
	}
	return number(code[:short]), true
}

// digits is how many digits s starts with.
func digits(s string) int {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return i
		}
	}
	return len(s)
}

// number is the value of s, which holds at most five digits and nothing else.
func number(s string) uint32 {
	var n uint32
	for i := range len(s) {
		n = n*10 + uint32(s[i]-'0')
	}
	return n
}
