import { VaultError } from "../core/errors.ts";
import type { PlaceLimits } from "./place-retry.ts";

/** Ends what stands still, or only trickles: in each `stall` milliseconds at least `stallBytes` must pass, either way. */
export class PlaceWatch {
  readonly #timer: NodeJS.Timeout;
  #bytes = 0;

  /** @param stop called with VaultError `unreachable`, again after each silent while. */
  constructor(limits: PlaceLimits, stop: (error: VaultError) => void) {
    this.#timer = setInterval(() => {
      if (this.#bytes < limits.stallBytes)
        stop(new VaultError("unreachable", `The place was silent for ${seconds(limits.stall)}.`));
      this.#bytes = 0;
    }, limits.stall);
  }

  passed(bytes: number): void {
    this.#bytes += bytes;
  }

  end(): void {
    clearInterval(this.#timer);
  }
}

function seconds(milliseconds: number): string {
  return milliseconds < 1500 ? `${milliseconds} ms` : `${Math.round(milliseconds / 1000)} seconds`;
}
