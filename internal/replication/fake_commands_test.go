package replication_test

import (
	"bytes"
	"slices"
	"strconv"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/x/bsonx/bsoncore"

	"findcare/internal/clock/clocktest"
)

// answer is the reply to a command.
func (d *fakeReplicaSet) answer(command bson.Raw, documents []bsoncore.Document) bson.D {
	elements, _ := command.Elements()
	ok := bson.D{{Key: "ok", Value: 1}}
	switch elements[0].Key() {
	case "hello", "isMaster", "ismaster":
		return append(d.hello(), ok...)
	case "buildInfo":
		return append(append(bson.D{{Key: "versionArray", Value: d.version}}, d.build...), ok...)
	case "create":
		d.create(command.Lookup("create").StringValue())
		return ok
	case "createIndexes":
		return d.createIndexes(command)
	case "dropIndexes":
		d.mutex.Lock()
		defer d.mutex.Unlock()
		delete(d.indexes, command.Lookup("dropIndexes").StringValue()+"."+command.Lookup("index").StringValue())
		return ok
	case "ping", "endSessions", "killCursors":
		return ok
	case "delete": // by an id; there is nothing that was left long ago
		for _, document := range documents {
			if id, is := document.Lookup("q", "_id").StringValueOK(); is {
				d.drop(command.Lookup("delete").StringValue(), id)
			}
		}
		return append(bson.D{{Key: "n", Value: 0}}, ok...)
	case "count": // an estimate
		return append(bson.D{{Key: "n", Value: 0}}, ok...)
	case "insert":
		for _, document := range documents {
			id, isText := document.Lookup("_id").StringValueOK()
			if !isText { // the version of the database, of which no stream tells
				continue
			}
			collection := command.Lookup("insert").StringValue()
			if collection == "holds" {
				d.put(collection, id, bson.D{{Key: "_id", Value: id}})
			}
			d.tell("insert", collection, id, bson.E{Key: "fullDocument", Value: bson.Raw(document)})
		}
		return append(bson.D{{Key: "n", Value: len(documents)}}, ok...)
	case "find":
		return append(d.find(command), ok...)
	case "aggregate":
		return d.watch(command)
	case "getMore":
		return d.more(command)
	}
	d.t.Errorf("a command that the fake does not know: %v", command)
	return failure(databaseError{59, "CommandNotFound"})
}

func (d *fakeReplicaSet) hello() bson.D {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	return bson.D{
		{Key: "isWritablePrimary", Value: true},
		{Key: "ismaster", Value: true},
		{Key: "helloOk", Value: true},
		{Key: "setName", Value: "rs0"},
		{Key: "hosts", Value: bson.A{d.address}},
		{Key: "me", Value: d.address},
		{Key: "primary", Value: d.address},
		{Key: "maxBsonObjectSize", Value: 16 << 20},
		{Key: "maxMessageSizeBytes", Value: 48_000_000},
		{Key: "maxWriteBatchSize", Value: 100_000},
		{Key: "minWireVersion", Value: 0},
		{Key: "maxWireVersion", Value: 25},
		{Key: "logicalSessionTimeoutMinutes", Value: 30},
		{Key: "localTime", Value: clocktest.Now().Add(d.ahead)},
	}
}

func (d *fakeReplicaSet) create(collection string) {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	d.created[collection] = true
}

// createIndexes keeps indexes, and refuses one that is another than that of its name.
func (d *fakeReplicaSet) createIndexes(command bson.Raw) bson.D {
	collection := command.Lookup("createIndexes").StringValue()
	d.create(collection)
	d.mutex.Lock()
	defer d.mutex.Unlock()
	wanted, _ := command.Lookup("indexes").Array().Values()
	for _, index := range wanted {
		name := collection + "." + index.Document().Lookup("name").StringValue()
		if known, there := d.indexes[name]; there && !bytes.Equal(known, index.Document()) {
			return failure(databaseError{86, "IndexKeySpecsConflict"})
		}
		d.indexes[name] = bytes.Clone(index.Document())
	}
	return bson.D{{Key: "ok", Value: 1}}
}

func (d *fakeReplicaSet) find(command bson.Raw) bson.D {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	collection := command.Lookup("find").StringValue()
	filter, _ := command.Lookup("filter").DocumentOK()
	elements, _ := filter.Elements()
	found := bson.A{}
	if id, one := filter.Lookup("_id").StringValueOK(); one && d.stored[collection][id] != nil {
		found = append(found, d.stored[collection][id])
	}
	if since, polls := filter.Lookup("updatedAt", "$gte").TimeOK(); polls {
		for _, document := range d.stored[collection] {
			if at, is := updatedAt(document); is && !at.Before(since) {
				found = append(found, document)
			}
		}
	}
	switch wanted, some := command.Lookup("filter", "_id", "$in").ArrayOK(); {
	case some:
		ids, _ := wanted.Values()
		for _, id := range ids {
			if document, ok := d.stored[collection][id.StringValue()]; ok {
				found = append(found, document)
			}
		}
	case len(elements) == 0:
		if collection == "conditions" {
			d.loads++
		}
		for _, document := range d.stored[collection] {
			found = append(found, document)
		}
	} // else for what was deleted long ago: there is nothing
	return bson.D{{Key: "cursor", Value: bson.D{
		{Key: "id", Value: int64(0)},
		{Key: "ns", Value: "clinic." + collection},
		{Key: "firstBatch", Value: found},
	}}}
}

func updatedAt(document bson.D) (at time.Time, is bool) {
	for _, member := range document {
		if member.Key == "updatedAt" {
			at, is = member.Value.(time.Time)
		}
	}
	return at, is
}

// watch opens a stream.
func (d *fakeReplicaSet) watch(command bson.Raw) bson.D {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	if d.noStreams {
		return failure(databaseError{40324, "Unrecognized pipeline stage name: '$changeStream'"})
	}
	asked := command.Lookup("pipeline", "0", "$changeStream").Document()
	d.opened = append(d.opened, slices.Clone(asked))
	d.stages = nil
	stages, _ := command.Lookup("pipeline").Array().Values()
	for _, stage := range stages {
		elements, _ := stage.Document().Elements()
		d.stages = append(d.stages, elements[0].Key())
	}
	place := len(d.log)
	if after, ok := asked.Lookup("resumeAfter", "_data").StringValueOK(); ok {
		if reply, fails := d.nextFailure(); fails {
			return reply
		}
		place, _ = strconv.Atoi(after)
	}
	id := int64(len(d.opened))
	d.places[id] = place
	return d.batch("firstBatch", id, nil)
}

func (d *fakeReplicaSet) nextFailure() (bson.D, bool) {
	if len(d.failures) == 0 {
		return nil, false
	}
	next := d.failures[0]
	d.failures = d.failures[1:]
	return failure(next), true
}

func failure(r databaseError) bson.D {
	return bson.D{
		{Key: "ok", Value: 0},
		{Key: "code", Value: r.code},
		{Key: "codeName", Value: r.name},
		{Key: "errmsg", Value: r.name},
	}
}

// more waits for what comes next in a stream.
func (d *fakeReplicaSet) more(command bson.Raw) bson.D {
	id := command.Lookup("getMore").Int64()
	d.mutex.Lock()
	place, known := d.places[id]
	told, waiting := d.told, place == len(d.log) && len(d.failures) == 0
	d.mutex.Unlock()
	if waiting && known {
		select {
		case <-told:
		case <-time.After(50 * time.Millisecond): // as the command's maxTimeMS asks for, but sooner
		}
	}
	d.mutex.Lock()
	defer d.mutex.Unlock()
	if !known {
		return failure(databaseError{43, "CursorNotFound"})
	}
	if reply, fails := d.nextFailure(); fails {
		return reply
	}
	d.places[id] = len(d.log)
	return d.batch("nextBatch", id, d.log[place:])
}

func (d *fakeReplicaSet) batch(name string, id int64, events []bson.D) bson.D {
	list := bson.A{}
	for _, event := range events {
		list = append(list, event)
	}
	return bson.D{{Key: "ok", Value: 1}, {Key: "cursor", Value: bson.D{
		{Key: "id", Value: id},
		{Key: "ns", Value: "clinic.$cmd.aggregate"},
		{Key: name, Value: list},
		{Key: "postBatchResumeToken", Value: token(d.places[id])},
	}}}
}
