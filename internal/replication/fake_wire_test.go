package replication_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"net"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/x/bsonx/bsoncore"
	"go.mongodb.org/mongo-driver/v2/x/mongo/driver/wiremessage"
)

func (d *fakeReplicaSet) serve(connection net.Conn) {
	defer connection.Close()
	for {
		r, err := readMessage(connection)
		if err != nil {
			return
		}
		reply, err := bson.Marshal(d.answer(r.command, r.documents))
		if err != nil {
			d.t.Errorf("reply to %v: %v", r.command, err)
			return
		}
		if _, err := connection.Write(message(r.id, r.code, reply)); err != nil {
			return
		}
	}
}

// request is a command, with the documents that came in a section of their own.
type request struct {
	id        int32
	code      wiremessage.OpCode
	command   bson.Raw
	documents []bsoncore.Document
}

func readMessage(from io.Reader) (r request, err error) {
	header := make([]byte, 16)
	if _, err := io.ReadFull(from, header); err != nil {
		return r, err
	}
	var length int32
	length, r.id, _, r.code, _, _ = wiremessage.ReadHeader(header)
	body := make([]byte, length-16)
	if _, err := io.ReadFull(from, body); err != nil {
		return r, err
	}
	const messageStart = 5 // flags and the type of the section
	if r.code == wiremessage.OpMsg {
		length := binary.LittleEndian.Uint32(body[messageStart:])
		end := messageStart + int(length)
		if end < len(body) { // the kind of a section that is a list of documents
			_, r.documents, _, _ = wiremessage.ReadMsgSectionDocumentSequence(body[end+1:])
		}
		r.command = bson.Raw(body[messageStart:end])
		return r, nil
	}
	// Drivers begin with a message of an older kind: flags, a name that ends with a zero, two numbers, and the command.
	const opQuery = 2004
	if r.code != opQuery {
		return r, errors.New("another message")
	}
	_, rest, _ := bytes.Cut(body[4:], []byte{0})
	r.command = bson.Raw(rest[8:])
	return r, nil
}

func message(to int32, code wiremessage.OpCode, reply []byte) []byte {
	if code == wiremessage.OpMsg {
		at, m := wiremessage.AppendHeaderStart(nil, 1, to, wiremessage.OpMsg)
		m = wiremessage.AppendMsgSectionType(wiremessage.AppendMsgFlags(m, 0), wiremessage.SingleDocument)
		return bsoncore.UpdateLength(append(m, reply...), at, int32(len(m)+len(reply)))
	}
	at, m := wiremessage.AppendHeaderStart(nil, 1, to, wiremessage.OpReply)
	m = wiremessage.AppendReplyCursorID(wiremessage.AppendReplyFlags(m, 0), 0)
	m = wiremessage.AppendReplyNumberReturned(wiremessage.AppendReplyStartingFrom(m, 0), 1)
	return bsoncore.UpdateLength(append(m, reply...), at, int32(len(m)+len(reply)))
}
