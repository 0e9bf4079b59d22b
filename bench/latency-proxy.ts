import { connect, createServer, type Socket } from "node:net";

/** A TCP port behind which everything is further away. */
export interface LatencyProxy {
  readonly port: number;
  /** Stops passing anything on, in both directions, without closing: a phone that has walked out of the radio's reach. */
  freeze(): void;
  close(): Promise<void>;
}

/**
 * Passes connections on to 127.0.0.1:`port`, each byte half of `roundTripMs` later than it came, in order.
 *
 * Bandwidth is not limited; at most 16 MiB a direction are under way, then the sender waits.
 */
export async function latencyProxy(port: number, roundTripMs: number): Promise<LatencyProxy> {
  const sockets = new Set<Socket>();
  const state = { frozen: false };
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ host: "127.0.0.1", port, noDelay: true });
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on("close", () => sockets.delete(from));
      // The close event follows and is passed on.
      from.on("error", () => undefined);
      passLater(from, to, roundTripMs / 2, state);
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a TCP server without an address");
  return {
    port: address.port,
    freeze() {
      state.frozen = true;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

const mostUnderWay = 16 * 1024 * 1024;

interface Passage {
  readonly due: number;
  /** null: the sender has closed. */
  readonly bytes: Uint8Array | null;
}

function passLater(from: Socket, to: Socket, delayMs: number, state: { readonly frozen: boolean }): void {
  let queue: Passage[] = [];
  let underWay = 0;
  let waiting = false;

  function add(bytes: Uint8Array | null): void {
    queue.push({ due: performance.now() + delayMs, bytes });
    underWay += bytes?.length ?? 0;
    if (underWay > mostUnderWay) from.pause();
    wait();
  }

  function wait(): void {
    const [next] = queue;
    if (waiting || next === undefined) return;
    waiting = true;
    const left = next.due - performance.now();
    // Timers know whole milliseconds only: the rest is waited for turn by turn.
    if (left >= 1) setTimeout(pass, Math.floor(left));
    else setImmediate(pass);
  }

  function pass(): void {
    waiting = false;
    const now = performance.now();
    const due = queue.filter((passage) => passage.due <= now);
    queue = queue.slice(due.length);
    for (const { bytes } of due) {
      underWay -= bytes?.length ?? 0;
      if (state.frozen) continue;
      if (bytes === null) to.destroySoon();
      else if (!to.destroyed) to.write(bytes);
    }
    if (underWay <= mostUnderWay) from.resume();
    wait();
  }

  from.on("data", add);
  from.on("close", () => add(null));
}

if (import.meta.main) {
  const [port, roundTripMs = "5"] = process.argv.slice(2);
  if (port === undefined) throw new Error("Usage: node bench/latency-proxy.ts PORT [ROUND_TRIP_MS]");
  const proxy = await latencyProxy(Number(port), Number(roundTripMs));
  process.stdout.write(`127.0.0.1:${proxy.port}\n`);
}
