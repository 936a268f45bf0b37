package store_test

import (
	"errors"
	"testing"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"

	"findcare/internal/store"
	"findcare/models"
)

// Whoever finishes what another writer has begun, and whoever opens a document again, leaves what this findcare does
// not know.
func TestFinishingKeepsUnknownMembers(t *testing.T) {
	for name, step := range map[string]func(*testing.T, *scene) error{
		"finish": func(t *testing.T, s *scene) error {
			after := condition("grief")
			after.Name, after.Revision, after.UpdatedAt = "Mourning", 2, sceneTime.Add(time.Minute)
			before, _, err := s.db.Find(t.Context(), models.KindCondition, after.ID)
			if err != nil {
				return err
			}
			change, err := models.NewChange(before, after)
			if err != nil {
				return err
			}
			if err := s.db.Recorded(t.Context(), change); err != nil {
				return err
			}
			read, _, err := s.db.Change(t.Context(), after.ID, 2) // as the next writer finds it
			if err != nil {
				return err
			}
			return s.db.Finish(t.Context(), read)
		},
		"reopen": func(t *testing.T, s *scene) error {
			s.drained(s.close())
			var closing *store.ClosingError
			if err := s.commit(s.reference()); !errors.As(err, &closing) {
				return err
			}
			_, _, err := s.db.AwaitClosing(t.Context(), closing, sceneTime.Add(time.Hour))
			return err
		},
	} {
		s := newScene(t)
		id := bson.D{{Key: "_id", Value: s.condition.Head().ID}}
		inside(t, s.dir, func(in *mongo.Database) {
			set := bson.D{{Key: "$set", Value: bson.D{{Key: "another", Value: "member"}}}}
			if _, err := in.Collection("conditions").UpdateOne(t.Context(), id, set); err != nil {
				t.Fatal(err)
			}
		})
		if err := step(t, s); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		inside(t, s.dir, func(in *mongo.Database) {
			stored, err := in.Collection("conditions").FindOne(t.Context(), id).Raw()
			if err != nil {
				t.Fatal(err)
			}
			if got, _ := stored.Lookup("another").StringValueOK(); got != "member" ||
				stored.Lookup("revision").AsInt64() != 2 {
				t.Errorf("%s leaves %s", name, stored)
			}
		})
	}
}
