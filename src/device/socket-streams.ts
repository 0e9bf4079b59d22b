import { connect, type NetConnectOpts, type Socket } from "node:net";
import { MaybeConsumable, ReadableStream } from "@yume-chan/stream-extra";

/** A TCP or Unix socket as web streams. */
export interface SocketStreams {
  readonly readable: ReadableStream<Uint8Array>;
  readonly writable: MaybeConsumable.WritableStream<Uint8Array>;
  readonly closed: Promise<undefined>;
  /** Ends it at once; what was written before has been handed to the operating system. */
  close(): void;
}

/**
 * Connects a socket.
 *
 * @param signal ends the attempt, and later the connection.
 * @throws Node's socket error, for example ECONNREFUSED; AbortError
 */
export async function connectSocket(to: NetConnectOpts, signal?: AbortSignal): Promise<Socket> {
  signal?.throwIfAborted();
  const socket = connect(to);
  const end = () => socket.destroy(signal?.reason instanceof Error ? signal.reason : new Error("aborted"));
  signal?.addEventListener("abort", end);
  socket.once("close", () => signal?.removeEventListener("abort", end));
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("error", reject);
  });
  // An error event without a listener would end the process; the streams learn of it by the close event.
  socket.on("error", () => undefined);
  socket.setNoDelay(true);
  return socket;
}

/**
 * Gives a connected socket as streams, reading no faster than the reader.
 *
 * Unlike the connector of `@yume-chan/adb-server-node-tcp` it ends the reader when the connection breaks, and `close` frees the
 * socket even while unread data waits in it.
 */
export function socketStreams(socket: Socket): SocketStreams {
  const readable = new ReadableStream<Uint8Array>({
    start(controller) {
      let open = true;
      const end = (error?: Error) => {
        if (!open) return;
        open = false;
        if (error === undefined) controller.close();
        else controller.error(error);
      };
      socket.pause();
      socket.on("data", (piece: Uint8Array) => {
        if (!open) return;
        controller.enqueue(piece);
        if ((controller.desiredSize ?? 0) <= 0) socket.pause();
      });
      socket.on("end", () => end());
      socket.on("error", end);
      socket.on("close", () => end(new Error("The connection was closed.")));
    },
    pull: () => void socket.resume(),
    cancel: () => void socket.destroy(),
  });
  return {
    readable,
    writable: new MaybeConsumable.WritableStream<Uint8Array>({
      write: (piece) => written(socket, piece),
      close: () => void socket.end(),
      abort: () => void socket.destroy(),
    }),
    closed: new Promise((resolve) => socket.once("close", () => resolve(undefined))),
    close: () => void socket.destroy(),
  };
}

/** Resolves when the operating system has taken the bytes. */
export function written(socket: Socket, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}
