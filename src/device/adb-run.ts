import { randomBytes } from "node:crypto";
import type { Adb, AdbSocket } from "@yume-chan/adb";
import { AdbFeature } from "@yume-chan/adb";
import { DeviceError } from "../core/errors.ts";
import { commandLine, type Output, type RunOptions } from "../core/source.ts";
import { phoneError } from "./adb-errors.ts";
import { markedReader, type ShellReader, shellV2Reader } from "./adb-shell-reader.ts";

/** What running a command needs of the library's `Adb`. */
export type CommandAdb = Pick<Adb, "canUseFeature" | "createSocket">;

/** adb frames the name of a service with four hexadecimal digits. */
const longestService = 0xffff;

/** Closes the command's input: packet 4 of shell protocol v2, without data. */
const closeStdin = Uint8Array.of(4, 0, 0, 0, 0);

/**
 * Runs one command on the phone, quoted for its shell, with its input closed.
 *
 * Where the phone has shell protocol v2 (Android 7 and later) the streams come apart and the exit code comes with them; elsewhere
 * stderr is part of stdout and the shell appends the exit code.
 *
 * @param gone aborted, with a DeviceError as the reason, once the phone is known to have vanished.
 * @param onHeard called whenever the phone says something.
 * @throws DeviceError `timeout`, `too-large`, `cancelled`, `gone`, `refused`, `offline`, `unauthorised`
 */
export async function runOverAdb(
  adb: CommandAdb,
  command: readonly string[],
  options: RunOptions,
  gone: AbortSignal,
  onHeard: () => void = () => {},
): Promise<Output> {
  const line = lineFor(command);
  const stop = stopper(line, options, gone);
  try {
    stop.signal.throwIfAborted();
    const plan = planFor(adb, line, options.maxBytes);
    const socket = await opened(adb, plan.service, stop.signal);
    onHeard();
    const answer = await readAll(socket, plan, options.maxBytes, stop.signal, onHeard);
    if (answer !== null) return answer;
    throw new DeviceError("gone", `The connection was cut while the phone answered: ${short(line)}`, reconnect);
  } catch (error) {
    throw phoneError(stop.signal.aborted ? stop.signal.reason : error);
  } finally {
    stop.release();
  }
}

const reconnect = "Check the cable or the network and run the examination again.";

interface Plan {
  readonly service: string;
  readonly reader: ShellReader;
  /** Sent once the command runs. */
  readonly input: Uint8Array | null;
}

function planFor(adb: CommandAdb, line: string, maxBytes: number): Plan {
  if (adb.canUseFeature(AdbFeature.ShellV2)) {
    return { service: `shell,v2,raw:${line}`, reader: shellV2Reader(maxBytes), input: closeStdin };
  }
  const marker = `${randomBytes(16).toString("hex")}:`;
  // In parentheses, so that a command such as `exit` does not end the shell that prints the exit code.
  return {
    service: `exec:(${line}) </dev/null 2>&1; echo ${marker}$?`,
    reader: markedReader(marker, maxBytes),
    input: null,
  };
}

function lineFor(command: readonly string[]): string {
  if (command.length === 0)
    throw new TypeError("A command needs a name: an empty one would open an interactive shell.");
  const line = commandLine(command);
  const bytes = new TextEncoder().encode(line).length;
  if (/[\0\ud800-\udfff]/u.test(line)) {
    throw new DeviceError("refused", "The command holds a character that no phone's shell can take.");
  }
  if (bytes > longestService - 128) {
    throw new DeviceError("refused", `The command is ${bytes} bytes long, more than ADB can carry.`);
  }
  return line;
}

/** Turns the time limit, the person's cancel and the phone's vanishing into one signal whose reason is a DeviceError. */
function stopper(line: string, options: RunOptions, gone: AbortSignal) {
  const controller = new AbortController();
  const seconds = Math.round(options.timeoutMs / 100) / 10;
  const timer = setTimeout(() => {
    controller.abort(new DeviceError("timeout", `No complete answer within ${seconds} s: ${short(line)}`));
  }, options.timeoutMs);
  const onGone = () => controller.abort(gone.reason);
  const onCancel = () => controller.abort(new DeviceError("cancelled", "The examination was stopped."));
  if (options.signal?.aborted) onCancel();
  if (gone.aborted) onGone();
  gone.addEventListener("abort", onGone);
  options.signal?.addEventListener("abort", onCancel);
  return {
    signal: controller.signal,
    release() {
      clearTimeout(timer);
      gone.removeEventListener("abort", onGone);
      options.signal?.removeEventListener("abort", onCancel);
    },
  };
}

async function opened(adb: CommandAdb, service: string, signal: AbortSignal): Promise<AdbSocket> {
  const opening = adb.createSocket(service);
  let onStop = () => {};
  const stopped = new Promise<never>((_, reject) => {
    onStop = () => reject(signal.reason);
  });
  signal.addEventListener("abort", onStop);
  try {
    return await Promise.race([opening, stopped]);
  } catch (error) {
    // It may still open later; nobody waits for it any more.
    if (signal.aborted) opening.then(close, () => undefined);
    throw error;
  } finally {
    signal.removeEventListener("abort", onStop);
  }
}

async function readAll(
  socket: AdbSocket,
  plan: Plan,
  maxBytes: number,
  signal: AbortSignal,
  onHeard: () => void,
): Promise<Output | null> {
  const reader = socket.readable.getReader();
  // Ends the read that is under way; what caused it is the signal's reason.
  const onStop = () => void reader.cancel().catch(() => undefined);
  signal.addEventListener("abort", onStop);
  if (plan.input !== null) send(socket, plan.input);
  try {
    while (!plan.reader.ended) {
      const { done, value } = await reader.read();
      signal.throwIfAborted();
      if (done) break;
      onHeard();
      plan.reader.push(value);
      if (plan.reader.size > maxBytes) throw tooLarge(maxBytes);
    }
    const answer = plan.reader.finish();
    if (answer !== null && answer.stdout.length + answer.stderr.length > maxBytes) throw tooLarge(maxBytes);
    return answer;
  } finally {
    signal.removeEventListener("abort", onStop);
    onStop();
    close(socket);
  }
}

function tooLarge(maxBytes: number): DeviceError {
  return new DeviceError("too-large", `The answer is larger than the limit of ${maxBytes} bytes.`);
}

/** Nobody waits for input to arrive: the command may have ended before. */
function send(socket: AdbSocket, bytes: Uint8Array): void {
  const writer = socket.writable.getWriter();
  writer.write(bytes).catch(() => undefined);
}

/** Ends the command on the phone: its shell gets a hang-up when the stream closes. */
function close(socket: AdbSocket): void {
  Promise.resolve(socket.close()).catch(() => undefined);
}

function short(line: string): string {
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
