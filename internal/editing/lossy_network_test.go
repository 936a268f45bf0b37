package editing_test

import (
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/internal/store"
)

// The parts of a command that lossyNetwork can lose.
const (
	theRequest = "request"
	theAnswer  = "answer"
)

// lossyNetwork is the network between a store and its database. It breaks when a test says so.
type lossyNetwork struct {
	listener net.Listener
	database string // the path of a socket

	mutex   sync.Mutex
	command string // that is lost next, with its collection: "insert changes"
	part    string // of the command that is lost
}

// openEngine runs a database and returns the path of its socket.
func openEngine(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "findcare-") // t.TempDir may be too long for a socket
	if err != nil {
		t.Fatal(err)
	}
	db, err := store.Open(t.Context(), store.Config{DataDir: dir})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = db.Close(context.WithoutCancel(t.Context()))
		_ = os.RemoveAll(dir)
	})
	return filepath.Join(dir, "engine.sock")
}

// openLossy opens a store behind a lossyNetwork, with a database of its own name.
func openLossy(t *testing.T, socket, name string) (*lossyNetwork, *store.Store) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l := &lossyNetwork{listener: listener, database: socket}
	go l.accept()
	db, err := store.Open(t.Context(), store.Config{URI: fmt.Sprintf("mongodb://%s/%s", listener.Addr(), name)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = db.Close(context.WithoutCancel(t.Context()))
		_ = listener.Close()
	})
	return l, db
}

// lose breaks the connection at the next such command.
func (l *lossyNetwork) lose(part, command string) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.part, l.command = part, command
}

// lost reports whether that has happened.
func (l *lossyNetwork) lost() bool {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return l.command == ""
}

func (l *lossyNetwork) accept() {
	for {
		client, err := l.listener.Accept()
		if err != nil {
			return
		}
		go l.carry(client)
	}
}

func (l *lossyNetwork) carry(client net.Conn) {
	defer client.Close()
	database, err := net.Dial("unix", l.database)
	if err != nil {
		return
	}
	defer database.Close()
	for {
		request, err := readMessage(client)
		if err != nil {
			return
		}
		part := l.takes(request)
		if part == theRequest {
			return
		}
		if _, err := database.Write(request); err != nil {
			return
		}
		answer, err := readMessage(database)
		if err != nil || part == theAnswer {
			return
		}
		if _, err := client.Write(answer); err != nil {
			return
		}
	}
}

// takes returns the part of a command that is to be lost, if any.
func (l *lossyNetwork) takes(request []byte) (part string) {
	const header, opMsg, flagsAndKind = 16, 2013, 5
	if binary.LittleEndian.Uint32(request[12:]) != opMsg {
		return ""
	}
	command, err := bson.Raw(request[header+flagsAndKind:]).IndexErr(0)
	if err != nil {
		return ""
	}
	collection, _ := command.Value().StringValueOK()
	l.mutex.Lock()
	defer l.mutex.Unlock()
	if l.command != command.Key()+" "+collection {
		return ""
	}
	l.command = ""
	return l.part
}

// readMessage reads a message of MongoDB's protocol, which starts with its length.
func readMessage(from io.Reader) ([]byte, error) {
	start := make([]byte, 4)
	if _, err := io.ReadFull(from, start); err != nil {
		return nil, err
	}
	rest := make([]byte, binary.LittleEndian.Uint32(start)-4)
	_, err := io.ReadFull(from, rest)
	return append(start, rest...), err
}
