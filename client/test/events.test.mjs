import assert from "node:assert/strict";
import { test } from "node:test";
import { EventParser } from "../dist/events.js";

const all = (chunks) => {
  const parser = new EventParser();
  return chunks.flatMap((chunk) => parser.push(chunk));
};

test("events are read, however lines end and wherever chunks do", () => {
  const want = [
    { event: "next", data: '{"a":1}' },
    { event: "message", data: "two\nlines" },
    { event: "complete", data: "" },
  ];
  for (const end of ["\n", "\r\n", "\r"]) {
    const lines = ["\uFEFFevent: next", 'data: {"a":1}', "", ":", ": a comment", "", "event:lost", "", "data:two", "data: lines", "id: 7", "", "event: complete", "data"];
    const text = `${lines.join(end)}${end}${end}`;
    // A CR alone may be the first half of CRLF: what comes next tells.
    const stream = end === "\r" ? `${text}:` : text;
    assert.deepEqual(all([stream]), want);
    assert.deepEqual(all([...stream]), want);
    for (let at = 0; at <= stream.length; at++) assert.deepEqual(all([stream.slice(0, at), stream.slice(at)]), want);
  }
});

test("an event that is cut off is none", () => assert.deepEqual(all(["event: next\ndata: 1\n"]), []));
