/** A server-sent event. */
export interface ServerSentEvent {
  event: string;
  data: string;
}

/** Reads server-sent events, as the HTML standard has it: lines may end in LF, CR or CRLF, and chunks anywhere. */
export class EventParser {
  #rest = "";
  #started = false;
  #event = "";
  #data: string[] = [];

  /** Takes the next part of the stream, and gives the events that end in it. */
  push(chunk: string): ServerSentEvent[] {
    let text = this.#rest + chunk;
    if (!this.#started && text) {
      this.#started = true;
      if (text.startsWith("\uFEFF")) text = text.slice(1);
    }
    const events: ServerSentEvent[] = [];
    let from = 0;
    const ends = /\r\n|\n|\r(?!$)/g; // CR at the end of a chunk: perhaps LF comes with the next
    for (let end = ends.exec(text); end; end = ends.exec(text)) {
      const event = this.#line(text.slice(from, end.index));
      if (event) events.push(event);
      from = ends.lastIndex;
    }
    this.#rest = text.slice(from);
    return events;
  }

  #line(line: string): ServerSentEvent | null {
    if (line === "") {
      const event = this.#data.length > 0 ? { event: this.#event || "message", data: this.#data.join("\n") } : null;
      this.#event = "";
      this.#data = [];
      return event;
    }
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "event") this.#event = value;
    if (field === "data") this.#data.push(value);
    return null; // also for comments, whose field is empty
  }
}

/** The events of a response. Where nothing comes for so many milliseconds, not even a comment, it fails. */
export async function* eventsOf(body: ReadableStream<Uint8Array>, silence: number): AsyncGenerator<ServerSentEvent> {
  const reader = body.getReader();
  const parser = new EventParser();
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    for (;;) {
      const silent = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new TypeError("the server is silent")), silence);
      });
      const { done, value } = await Promise.race([reader.read(), silent]);
      clearTimeout(timer);
      if (done) return;
      yield* parser.push(decoder.decode(value, { stream: true }));
    }
  } finally {
    clearTimeout(timer);
    void reader.cancel().catch(() => undefined);
  }
}
