import { createServer, type Socket } from "node:net";
import type { Wire } from "./wire.ts";

/** A TCP port on which a phone answers. */
export interface Listener {
  readonly host: string;
  readonly port: number;
  /** Ends every connection and stops listening. */
  close(): Promise<void>;
}

/**
 * Listens for computers and hands each connection to `answer`.
 *
 * Port 0 lets the system choose. On 127.0.0.1 the odd ports 5555 to 5585 are found by a running adb server by itself,
 * and shown as `emulator-<port - 1>`.
 *
 * @throws the system's error when the port is taken.
 */
export async function listen(
  answer: (wire: Wire) => Promise<void>,
  { port = 0, host = "127.0.0.1" }: { readonly port?: number; readonly host?: string } = {},
): Promise<Listener> {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    // Without a listener a reset connection would end the process; the wire's end tells it already.
    socket.on("error", () => {});
    const end = () => {
      socket.destroySoon();
    };
    answer(socketWire(socket)).then(end, end);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a TCP server without an address");
  return {
    host,
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** A socket as a wire. */
export function socketWire(socket: Socket): Wire {
  let closed = false;
  return {
    incoming: incoming(socket),
    send: (parts) => {
      if (socket.writableEnded || socket.destroyed) return;
      socket.cork();
      for (const part of parts) socket.write(part);
      socket.uncork();
    },
    // What was sent before still goes out; the phone does not wait for the computer to hang up as well.
    close: () => {
      if (!closed) socket.destroySoon();
      closed = true;
    },
  };
}

async function* incoming(socket: Socket): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of socket) yield chunk as Uint8Array;
  } catch {
    // Reset or cut: for the phone the connection is over.
  }
}
