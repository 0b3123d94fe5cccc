/** A value that can be watched. Setting an equal value tells nobody. */
export interface Signal<T> {
  readonly value: T;
  set(value: T): void;
  /** Calls `watcher` with the value now and after each change; returns how to stop. */
  watch(watcher: (value: T) => void): () => void;
}

export function signal<T>(initial: T): Signal<T> {
  let value = initial;
  const watchers = new Set<(value: T) => void>();
  return {
    get value() {
      return value;
    },
    set(next: T) {
      if (Object.is(next, value)) return;
      value = next;
      for (const watcher of [...watchers]) watcher(next);
    },
    watch(watcher) {
      watchers.add(watcher);
      watcher(value);
      return () => watchers.delete(watcher);
    },
  };
}
