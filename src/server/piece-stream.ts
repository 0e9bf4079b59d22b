import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";

/**
 * The body of an answer, of which each piece is read when somebody takes it, and nothing ahead. Where reading fails the connection is cut, so that
 * nobody takes a part for the whole.
 *
 * @param leave called when nothing more is read.
 */
export function pieceStream(
  request: Context,
  pieces: AsyncGenerator<Uint8Array>,
  leave: () => void = () => undefined,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { outgoing } = request.env as Partial<HttpBindings>;
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const { value, done } = await pieces.next();
          if (!done) {
            controller.enqueue(unshared(value));
            return;
          }
          leave();
          controller.close();
        } catch (error) {
          leave();
          // By itself: told of the error, the adapter would print it, though the answer to the next request tells the person.
          outgoing?.destroy();
          if (outgoing) controller.close();
          else controller.error(error);
        }
      },
      async cancel() {
        leave();
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

/** The same bytes where no other thread has them: films are not copied once more. */
function unshared(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteOffset, length } = bytes;
  return buffer instanceof ArrayBuffer ? new Uint8Array(buffer, byteOffset, length) : new Uint8Array(bytes);
}
