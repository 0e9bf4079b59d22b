/** Notices that a phone says nothing at all while commands wait for it. */
export interface SilenceWatch {
  /** A command waits for the phone from now on. */
  waiting(): void;
  /** A command waits no longer. */
  done(): void;
  /** The phone said something, to whichever command. */
  heard(): void;
}

/**
 * Milliseconds without a byte from the phone after which it counts as gone. Longer than the ten seconds after which `dumpsys` itself gives
 * a service up and says so; shorter than a person waits in front of a progress bar that stands still.
 */
export const quietMs = 15_000;

/** Calls `onSilent` once the phone has said nothing for `limitMs` milliseconds while commands waited. */
export function silenceWatch(limitMs: number, onSilent: () => void): SilenceWatch {
  let commands = 0;
  let last = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    const left = last + limitMs - performance.now();
    // A piece of a long answer comes every few milliseconds: noting the time is cheaper than setting the timer anew.
    if (left > 0) timer = setTimeout(look, left);
    else onSilent();
  };
  const heard = () => {
    last = performance.now();
  };
  return {
    heard,
    waiting() {
      if (commands++ > 0) return;
      heard();
      timer = setTimeout(look, limitMs);
    },
    done() {
      if (--commands === 0) clearTimeout(timer);
    },
  };
}
