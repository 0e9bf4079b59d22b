/** Events of a source with others that are added meanwhile. */
export interface GrowingEvents<T> {
  /** To be gone through once. Ends with the source. */
  readonly events: AsyncIterable<T>;
  readonly add: (event: T) => void;
}

/** Makes the events of a source such that others can be added to them. An error of the source is thrown to whoever goes through them. */
export function growingEvents<T>(source: AsyncIterable<T>): GrowingEvents<T> {
  const waiting: T[] = [];
  let wake = () => {};
  let end: { readonly error?: unknown } | null = null;
  const add = (event: T) => {
    waiting.push(event);
    wake();
  };
  const fill = async () => {
    try {
      for await (const event of source) add(event);
      end = {};
    } catch (error) {
      end = { error };
    }
    wake();
  };
  async function* events(): AsyncGenerator<T> {
    void fill();
    for (;;) {
      while (waiting.length > 0) yield waiting.shift() as T;
      if (end !== null) break;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    if ("error" in end) throw end.error;
  }
  return { events: events(), add };
}
