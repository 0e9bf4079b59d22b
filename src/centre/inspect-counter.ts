import type { PartsRead } from "../apps/analyse-apk.ts";
import type { Source } from "../core/source.ts";
import type { InspectProgress } from "./inspect-apps.ts";

/** What is transferred of a file whose code is read, as a share of it, until this phone shows better. */
const firstShare = 0.3;
/** How much the first guess weighs, in bytes of files. */
const guessWeight = 50 * 1024 * 1024;
/** What a judgement by signer transfers: the end of the file, its manifest, and a small resource table. */
const signerBytes = 96 * 1024;

/** Counts what comes from a phone, and guesses what is still to come. */
export class InspectCounter {
  /** The same phone, every byte counted. */
  readonly source: Source;
  readonly #onProgress: ((progress: InspectProgress) => void) | undefined;
  readonly #left = { code: 0, signer: 0 };
  #codeFiles = guessWeight;
  #codeBytes = guessWeight * firstShare;
  #stage: InspectProgress["stage"] = "list";
  #done = 0;
  #of = 0;
  #transferred = 0;
  #readStart = 0;

  constructor(source: Source, onProgress: ((progress: InspectProgress) => void) | undefined) {
    this.#onProgress = onProgress;
    this.source = {
      kind: source.kind,
      name: source.name,
      takenAt: source.takenAt,
      run: async (command, limits) => {
        const output = await source.run(command, limits);
        this.#transferred += output.stdout.length + output.stderr.length;
        this.tell(null);
        return output;
      },
      close: () => source.close(),
    };
  }

  stage(stage: InspectProgress["stage"], of = 0): void {
    this.#stage = stage;
    this.#of = of;
    this.#readStart = this.#transferred;
    this.tell(null);
  }

  /** A file is to be looked into. */
  expect(size: number, depth: PartsRead): void {
    this.#left[depth] += size;
    if (depth === "signer") this.#left.signer += Math.min(size, signerBytes) - size;
  }

  /** It was known already. */
  known(size: number, depth: PartsRead): void {
    this.#left[depth] -= depth === "signer" ? Math.min(size, signerBytes) : size;
  }

  /** It was read. */
  readFile(size: number, depth: PartsRead): void {
    this.known(size, depth);
    if (depth === "signer") return;
    this.#codeFiles += size;
    const read = this.#transferred - this.#readStart;
    this.#codeBytes = guessWeight * firstShare + Math.min(read, this.#codeFiles - guessWeight);
  }

  /** A package is done. */
  done(app: string): void {
    this.#done++;
    this.tell(app);
  }

  /** Says how far it is. */
  tell(app: string | null): void {
    const share = this.#codeBytes / this.#codeFiles;
    const expected = this.#transferred + Math.round(this.#left.code * share + this.#left.signer);
    this.#onProgress?.({
      stage: this.#stage,
      app,
      done: this.#done,
      of: this.#of,
      transferred: this.#transferred,
      expected,
    });
  }
}
