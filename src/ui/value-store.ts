/** A value that those who ask are told of: what changes often draws anew them alone. For `useSyncExternalStore`. */
export function valueStore<Value>(first: Value) {
  let value = first;
  const hearers = new Set<() => void>();
  return {
    get: () => value,
    set: (next: Value) => {
      value = next;
      for (const hear of hearers) hear();
    },
    subscribe: (hear: () => void) => {
      hearers.add(hear);
      return () => void hearers.delete(hear);
    },
  };
}

export type ValueStore<Value> = ReturnType<typeof valueStore<Value>>;
