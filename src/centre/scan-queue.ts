import type { ScanInput } from "./scan-inputs.ts";

/** What a further worker has to have to do: it takes as long to start, and to become fast, as one that runs takes for so many bytes. */
const worthBytes = 48 * 1024 * 1024;
/** Where there is something to do after so long, files are slow, and a further worker is worth it whatever their size. */
const worthWaiting = 2000;
/** So many files are known ahead at most. */
const maxAhead = 10_000;

/** Inputs that several lanes take from, known some way ahead, so that no lane starts for next to nothing. */
export class ScanQueue {
  readonly #inputs: AsyncIterator<ScanInput>;
  readonly #ahead: ScanInput[] = [];
  #bytes = 0;
  #ended = false;
  #pulling: Promise<void> | undefined;
  readonly #waiting: (() => void)[] = [];

  constructor(inputs: AsyncIterator<ScanInput>) {
    this.#inputs = inputs;
  }

  /** The next input; none when there are no more, or the run is stopped, even while a list is being waited for. */
  async next(signal: AbortSignal): Promise<ScanInput | undefined> {
    while (this.#ahead.length === 0 && !this.#ended && !signal.aborted) await unlessAborted(this.#pull(), signal);
    if (signal.aborted) return undefined;
    const next = this.#ahead.shift();
    if (next) this.#bytes -= sizeOf(next);
    this.#tell();
    return next;
  }

  /** Waits until there is enough to do for so many lanes beside the first, or files are slow; false when that never comes. */
  async enoughFor(lanes: number, signal: AbortSignal): Promise<boolean> {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      this.#tell();
    }, worthWaiting);
    try {
      while (!signal.aborted) {
        const ahead = this.#ahead.length;
        if (this.#ended && ahead === 0) return false;
        if (this.#bytes >= lanes * worthBytes || ahead >= maxAhead || (late && ahead > 0)) return true;
        await unlessAborted(this.#ended ? this.#change() : Promise.race([this.#pull(), this.#change()]), signal);
      }
      return false;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Waits until an input was taken, or somebody is late. */
  #change(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  #tell(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  /** Takes one more input in; all who wait for one wait for the same. */
  #pull(): Promise<void> {
    this.#pulling ??= this.#inputs
      .next()
      .then(({ done, value }) => {
        if (done) this.#ended = true;
        else {
          this.#ahead.push(value);
          this.#bytes += sizeOf(value);
        }
      })
      .finally(() => {
        this.#pulling = undefined;
      });
    return this.#pulling;
  }
}

function sizeOf(input: ScanInput): number {
  return input.state === "file" ? input.size : 0;
}

async function unlessAborted(what: Promise<void>, signal: AbortSignal): Promise<void> {
  let stop = () => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
    signal.addEventListener("abort", stop, { once: true });
  });
  try {
    await Promise.race([what, stopped]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
