import { setImmediate as turn } from "node:timers/promises";

/**
 * Asks a disk: `here` in this thread itself, which takes half as long as by way of the thread pool; but `elsewhere`, by that way, after a slow
 * answer, so that nothing else waits for the next.
 */
export type AskDisk = <T>(here: () => T, elsewhere: () => Promise<T>) => Promise<T>;

/** An answer that takes longer, in milliseconds, is of a slow disk or of one far away. */
const slowAnswer = 30;
/** Answers after which everything else in the process (signals, requests) gets its turn: some milliseconds. */
const inTurn = 16;

/** For the questions to one disk, which may come to be slow at any time, and quick again. */
export function quickDisk(): AskDisk {
  let slow = false;
  let answers = 0;
  return async (here, elsewhere) => {
    const began = performance.now();
    const answer = slow ? await elsewhere() : here();
    slow = performance.now() - began > slowAnswer;
    if (++answers % inTurn === 0) await turn();
    return answer;
  };
}
