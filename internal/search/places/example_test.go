package places_test

import (
	"fmt"

	"findcare/internal/search/places"
)

func ExampleZIP() {
	at, ok := places.ZIP("48507-1234")
	fmt.Println(at.Latitude, at.Longitude, ok)
	// Output: 42.96697 -83.71736 true
}

func ExampleSimilarZIPs() {
	if _, ok := places.ZIP("48500"); !ok {
		fmt.Println("48500 is not known, perhaps", places.SimilarZIPs("48500", 3))
	}
	// Output: 48500 is not known, perhaps [48502 48503 48504]
}

func ExampleFind() {
	for _, text := range []string{"Flint, MI", "ft worth texas", "St. Louis", "10118"} {
		p, _ := places.Find(text)
		fmt.Printf("%s of %s, %q\n", p.Label, p.State, p.StandIn)
	}
	// Output:
	// Flint, MI of MI, ""
	// Fort Worth, TX of TX, ""
	// St. Louis, MO of MO, ""
	// 10118 of NY, "10119"
}
