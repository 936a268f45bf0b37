/** A new idempotency key: with the same one, a mutation that is sent twice is done once. */
export function newKey(): string {
  return `desk-${[...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join("")}`;
}
