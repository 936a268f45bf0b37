package lexicon_test

import (
	"fmt"

	"findcare/internal/search/lexicon"
)

func ExampleWords() {
	fmt.Println(lexicon.Words("Can't sleep? José can help."))
	// Output: [cant sleep jose can help]
}

func ExampleDistance() {
	fmt.Println(lexicon.Distance("anxiety", "anxeity", 2), lexicon.Distance("anxiety", "panic", 2))
	// Output: 1 3
}

func ExampleDictionary() {
	words := lexicon.NewDictionary([]string{"therapist", "therapists", "therapy", "trauma"})
	for _, i := range words.Similar("teraphy", 2) {
		fmt.Println(words.Word(int(i)))
	}
	low, high := words.Prefixed("thera")
	fmt.Println(low, high)
	// Output:
	// therapy
	// 0 3
}

func ExampleMeanings() {
	meaning, length := lexicon.Meanings(lexicon.Words("trouble sleeping since May"))
	fmt.Println(meaning.Conditions, length)
	// Output: [insomnia sleep-concerns] 2
}
