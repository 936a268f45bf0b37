package models

// Said is a list that a provider may not have spoken of: nil where nobody has said anything, empty where there is none.
type Said[T any] []T

// IsZero reports whether nobody has said anything. Such a list is not stored.
func (s Said[T]) IsZero() bool { return s == nil }
