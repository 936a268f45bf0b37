/** A piece of a text that both have, or that was taken away or added. */
export interface Piece {
  kind: "same" | "gone" | "new";
  text: string;
}

const mostSteps = 1500; // beyond them the whole text counts as another one

/** The words in which two texts differ, by Myers' algorithm (An O(ND) Difference Algorithm, 1986). */
export function wordDiff(before: string, after: string): Piece[] {
  const [a, b] = [tokens(before), tokens(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const middle = steps(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return joined([
    { kind: "same", text: a.slice(0, start).join("") },
    ...middle,
    { kind: "same", text: end ? a.slice(-end).join("") : "" },
  ]);
}

const tokens = (text: string) => text.match(/\s+|[\p{L}\p{N}'’]+|[^\s\p{L}\p{N}]/gu) ?? [];

function steps(a: string[], b: string[]): Piece[] {
  const trace: Map<number, number>[] = [];
  let reached = new Map<number, number>([[1, 0]]);
  for (let d = 0; d <= Math.min(a.length + b.length, mostSteps); d++) {
    trace.push(new Map(reached));
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (reached.get(k - 1) ?? -1) < (reached.get(k + 1) ?? -1));
      let x = down ? (reached.get(k + 1) ?? 0) : (reached.get(k - 1) ?? 0) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      reached.set(k, x);
      if (x >= a.length && x - k >= b.length) return back(a, b, trace);
    }
    reached = new Map(reached);
  }
  return [{ kind: "gone", text: a.join("") }, { kind: "new", text: b.join("") }];
}

function back(a: string[], b: string[], trace: Map<number, number>[]): Piece[] {
  const pieces: Piece[] = [];
  let [x, y] = [a.length, b.length];
  for (let d = trace.length - 1; d >= 0; d--) {
    const reached = trace[d]!;
    const k = x - y;
    const down = k === -d || (k !== d && (reached.get(k - 1) ?? -1) < (reached.get(k + 1) ?? -1));
    const from = down ? k + 1 : k - 1;
    const [fromX, fromY] = [reached.get(from) ?? 0, (reached.get(from) ?? 0) - from];
    while (x > Math.max(fromX, 0) && y > Math.max(fromY, 0) && a[x - 1] === b[y - 1]) {
      pieces.push({ kind: "same", text: a[--x]! });
      y--;
    }
    if (d === 0) break;
    pieces.push(down ? { kind: "new", text: b[--y]! } : { kind: "gone", text: a[--x]! });
  }
  return pieces.reverse();
}

/** Neighbours of one kind as one; of what lies between two equal pieces, what is gone comes first. */
function joined(pieces: Piece[]): Piece[] {
  const result: Piece[] = [];
  let [gone, added] = ["", ""];
  const flush = () => {
    if (gone) result.push({ kind: "gone", text: gone });
    if (added) result.push({ kind: "new", text: added });
    [gone, added] = ["", ""];
  };
  for (const { kind, text } of pieces) {
    if (!text) continue;
    if (kind === "gone") gone += text;
    else if (kind === "new") added += text;
    else {
      flush();
      const last = result.at(-1);
      if (last?.kind === "same") last.text += text;
      else result.push({ kind, text });
    }
  }
  flush();
  return result;
}
