import type { AdbSocket } from "@yume-chan/adb";
import { DeviceError } from "../core/errors.ts";
import type { PhoneChannel } from "../core/source.ts";
import { phoneError } from "./adb-errors.ts";
import type { CommandAdb } from "./adb-run.ts";

/** Silence after which a phone that is asked for something counts as gone; a slow card may take its time over a large folder. */
export const channelQuietMs = 30_000;

/**
 * Opens a stream to a service of the phone (AOSP packages/modules/adb, SERVICES.TXT), for example `sync:`.
 *
 * @param gone aborted, with a DeviceError as the reason, once the phone is known to have vanished.
 * @throws DeviceError `gone`, `cancelled`, `refused`, `timeout`
 */
export async function openChannel(
  adb: CommandAdb,
  service: string,
  gone: AbortSignal,
  options: { readonly signal?: AbortSignal | undefined; readonly quietMs?: number | undefined },
): Promise<PhoneChannel> {
  const stop = stopper(gone, options.signal);
  const quiet = options.quietMs ?? channelQuietMs;
  try {
    const opening = adb.createSocket(service);
    // It may still open later; nobody waits for it any more.
    const socket = await answered(opening, stop.signal, quiet).catch((error: unknown) => {
      opening.then(closeSocket, () => undefined);
      throw error;
    });
    return channelOf(socket, stop, quiet);
  } catch (error) {
    stop.release();
    throw phoneError(stop.signal.aborted ? stop.signal.reason : error);
  }
}

function channelOf(socket: AdbSocket, stop: ReturnType<typeof stopper>, quiet: number): PhoneChannel {
  const reader = socket.readable.getReader();
  const writer = socket.writable.getWriter();
  const guarded = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await answered(work, stop.signal, quiet);
    } catch (error) {
      throw phoneError(stop.signal.aborted ? stop.signal.reason : error);
    }
  };
  return {
    read: async () => {
      const { done, value } = await guarded(reader.read());
      return done ? undefined : value;
    },
    write: (bytes) => guarded(writer.write(bytes)),
    close: () => {
      stop.release();
      reader.cancel().catch(() => undefined);
      closeSocket(socket);
    },
  };
}

/** One signal, whose reason is a DeviceError, for the person's cancel and the phone's vanishing. */
function stopper(gone: AbortSignal, cancel: AbortSignal | undefined) {
  const controller = new AbortController();
  const onGone = () => controller.abort(gone.reason);
  const onCancel = () => controller.abort(new DeviceError("cancelled", "It was stopped."));
  if (cancel?.aborted) onCancel();
  if (gone.aborted) onGone();
  gone.addEventListener("abort", onGone);
  cancel?.addEventListener("abort", onCancel);
  return {
    signal: controller.signal,
    release: () => {
      gone.removeEventListener("abort", onGone);
      cancel?.removeEventListener("abort", onCancel);
    },
  };
}

/** What a promise gives, unless the phone says nothing for too long or the signal ends it. */
async function answered<T>(work: Promise<T>, signal: AbortSignal, quiet: number): Promise<T> {
  signal.throwIfAborted();
  let onStop = () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ended = new Promise<never>((_, reject) => {
    onStop = () => reject(signal.reason);
    signal.addEventListener("abort", onStop);
    timer = setTimeout(
      () => reject(new DeviceError("gone", `The phone said nothing for ${Math.round(quiet / 1000)} seconds.`)),
      quiet,
    );
  });
  try {
    return await Promise.race([work, ended]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", onStop);
    work.catch(() => undefined);
  }
}

function closeSocket(socket: AdbSocket): void {
  Promise.resolve(socket.close()).catch(() => undefined);
}
