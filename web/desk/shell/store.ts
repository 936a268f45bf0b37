import { useEffect, useState } from "preact/hooks";

/** A value that components show anew when it changes. */
export class Store<Value> {
  private readonly listeners = new Set<(value: Value) => void>();

  constructor(private value: Value) {}

  get(): Value {
    return this.value;
  }

  set(value: Value) {
    if (Object.is(value, this.value)) return;
    this.value = value;
    for (const listener of [...this.listeners]) listener(value);
  }

  listen(listener: (value: Value) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/** The value of a store, as it is now. */
export function useStore<Value>(store: Store<Value>): Value {
  const [value, setValue] = useState(store.get());
  useEffect(() => {
    setValue(() => store.get());
    return store.listen((changed) => setValue(() => changed));
  }, [store]);
  return value;
}
