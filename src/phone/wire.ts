import { ByteQueue } from "./byte-queue.ts";

/** One end of a connection that carries bytes both ways: a TCP socket, a WebSocket, a pair in memory. */
export interface Wire {
  /** What the other end sends; ends when the connection is over, however it ended. */
  readonly incoming: AsyncIterable<Uint8Array>;
  /** Sends the parts one after the other; does nothing once the connection is over. */
  send(parts: readonly Uint8Array[]): void;
  /** Ends the connection; further calls do nothing. */
  close(): void;
}

/** Two ends of a connection in memory, for tests and for a virtual phone inside a page. */
export function wirePair(): readonly [Wire, Wire] {
  const there = new ByteQueue(Number.POSITIVE_INFINITY);
  const back = new ByteQueue(Number.POSITIVE_INFINITY);
  const close = () => {
    there.end();
    back.end();
  };
  return [wireOver(back, there, close), wireOver(there, back, close)];
}

function wireOver(incoming: ByteQueue, outgoing: ByteQueue, close: () => void): Wire {
  const send = (parts: readonly Uint8Array[]) => {
    // The limit is infinite, so a push never waits; it fails only when the pair is closed, which is not the sender's concern.
    for (const part of parts) outgoing.push(part).catch(() => {});
  };
  return { incoming, send, close };
}
