import { connect, type Socket } from "node:net";
import type { RandomAccess } from "../formats/zip.ts";

/** Where a clamd listens. */
export type ClamdAddress = { readonly path: string } | { readonly host: string; readonly port: number };

/** What clamd says of a file. Names come from its signatures and are outside text. */
export type ClamdAnswer =
  | { readonly state: "nothing" }
  | { readonly state: "found"; readonly name: string }
  /** `reason`: a whole sentence. */
  | { readonly state: "unanswered"; readonly reason: string };

/** Sockets that distributions and packages of ClamAV make. */
export const clamdSockets: readonly ClamdAddress[] = [
  { path: "/run/clamav/clamd.ctl" },
  { path: "/run/clamd.scan/clamd.sock" },
  { path: "/run/clamav/clamd.sock" },
  { path: "/tmp/clamd.socket" },
  { path: "/opt/homebrew/var/run/clamav/clamd.sock" },
  { path: "/usr/local/var/run/clamav/clamd.sock" },
  { host: "127.0.0.1", port: 3310 },
];

const usualPort = 3310;
const chunkBytes = 256 * 1024;
/** An answer is one line; a longer one is none of clamd's. */
const maxAnswer = 8192;

/** `/path`, `HOST`, `HOST:PORT`, `[IPV6]:PORT`, `unix:/path` or `tcp://HOST:PORT`; undefined for anything else. */
export function clamdAddress(text: string): ClamdAddress | undefined {
  const path = /^(?:unix:)?(\/.*)$/.exec(text)?.[1];
  if (path !== undefined) return { path };
  const found = /^(?:tcp:(?:\/\/)?)?(?:\[([0-9A-Fa-f:.%a-z]+)\]|([\w.-]+))(?::(\d{1,5}))?\/?$/.exec(text);
  const host = found?.[1] ?? found?.[2];
  const port = Number(found?.[3] ?? usualPort);
  return host === undefined || port < 1 || port > 65_535 ? undefined : { host, port };
}

/** An address as people write it. */
export function clamdPlace(address: ClamdAddress): string {
  if ("path" in address) return address.path;
  return address.host.includes(":") ? `[${address.host}]:${address.port}` : `${address.host}:${address.port}`;
}

/** What clamd says of itself, such as `ClamAV 1.4.6/27500/Tue Jan 14 09:34:15 2025`; or why there is no answer. */
export async function clamdVersion(
  address: ClamdAddress,
  signal: AbortSignal,
  limit = 10_000,
): Promise<{ readonly version: string } | { readonly reason: string }> {
  const answer = await ask(address, "VERSION", async () => {}, signal, limit);
  if ("reason" in answer) return answer;
  const version = /^ClamAV [\x20-\x7e]{1,200}$/.exec(answer.text)?.[0];
  return version === undefined ? { reason: `What answers at ${clamdPlace(address)} is no clamd.` } : { version };
}

/**
 * Sends a file to clamd and waits for what it says. Errors of `file.read` are thrown on.
 *
 * https://linux.die.net/man/8/clamd (INSTREAM)
 *
 * @param limit milliseconds for all of it.
 */
export async function clamdScan(
  address: ClamdAddress,
  file: RandomAccess,
  signal: AbortSignal,
  limit: number,
): Promise<ClamdAnswer> {
  let sent = 0;
  const answer = await ask(
    address,
    "INSTREAM",
    async (write) => {
      for (let at = 0; at < file.size; at += chunkBytes) {
        const bytes = await file.read(at, Math.min(chunkBytes, file.size - at));
        if (!(await write(lengthOf(bytes.length))) || !(await write(bytes))) return;
        sent += bytes.length;
      }
      await write(lengthOf(0));
    },
    signal,
    limit,
  );
  if ("reason" in answer) {
    const cut = answer.code === "cut" && sent > 0 && sent < file.size;
    const why = cut ? " It does so with files that are larger than its StreamMaxLength." : "";
    return { state: "unanswered", reason: answer.reason + why };
  }
  const { text } = answer;
  if (text === "stream: OK") return { state: "nothing" };
  const name = /^stream: (.{1,300}) FOUND$/.exec(text)?.[1];
  if (name !== undefined) return { state: "found", name };
  if (/^INSTREAM size limit exceeded/.test(text))
    return { state: "unanswered", reason: "clamd takes no file of this size: its StreamMaxLength is smaller." };
  const known = /ERROR$/.test(text) ? "clamd could not look into it" : "clamd gave an answer that is none";
  return { state: "unanswered", reason: `${known}: ${JSON.stringify(text.slice(0, 200))}.` };
}

type Answer =
  | { readonly text: string }
  | { readonly reason: string; readonly code: "absent" | "cut" | "late" | "stopped" };
/** Gives whether more may be written: not once clamd has answered or is gone. */
type Write = (bytes: Uint8Array) => Promise<boolean>;

async function ask(
  address: ClamdAddress,
  command: string,
  send: (write: Write) => Promise<void>,
  signal: AbortSignal,
  limit: number,
): Promise<Answer> {
  if (signal.aborted) return { reason: "It was stopped.", code: "stopped" };
  const socket = connect(address);
  const exchange = new Exchange(socket, clamdPlace(address), signal, limit);
  try {
    const write: Write = (bytes) => exchange.write(bytes);
    if (await write(new TextEncoder().encode(`z${command}\0`))) await send(write);
    return await exchange.answer;
  } finally {
    exchange.end();
  }
}

/** One question over one connection. */
class Exchange {
  readonly answer: Promise<Answer>;
  readonly #socket: Socket;
  #settle: (answer: Answer) => void = () => {};
  #settled = false;
  #end: () => void = () => {};

  constructor(socket: Socket, place: string, signal: AbortSignal, limit: number) {
    this.#socket = socket;
    this.answer = new Promise((resolve) => {
      this.#settle = (answer) => {
        this.#settled = true;
        resolve(answer);
      };
    });
    let text = "";
    socket.setEncoding("latin1").on("data", (more: string) => {
      text += more;
      const end = text.indexOf("\0");
      if (end >= 0) this.#settle({ text: text.slice(0, end) });
      else if (text.length > maxAnswer) this.#settle({ text: text.slice(0, 300) });
    });
    let connected = false;
    socket.on("connect", () => {
      connected = true;
    });
    const cut = () => this.#settle({ reason: "clamd broke off before it answered.", code: "cut" });
    socket.on("error", (error: Error & { readonly code?: string }) =>
      connected ? cut() : this.#settle({ reason: refusal(place, error.code), code: "absent" }),
    );
    socket.on("close", cut);
    const late = () =>
      this.#settle({ reason: `clamd did not answer within ${Math.round(limit / 100) / 10} s.`, code: "late" });
    const stop = () => this.#settle({ reason: "It was stopped.", code: "stopped" });
    const timer = setTimeout(late, limit);
    signal.addEventListener("abort", stop, { once: true });
    this.#end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
      socket.destroy();
    };
  }

  async write(bytes: Uint8Array): Promise<boolean> {
    if (this.#settled) return false;
    const written = new Promise<void>((resolve) => {
      // What goes wrong is told by the socket's own events.
      this.#socket.write(bytes, () => resolve());
    });
    await Promise.race([written, this.answer]);
    return !this.#settled;
  }

  end(): void {
    this.#end();
  }
}

function lengthOf(bytes: number): Uint8Array {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, bytes);
  return length;
}

function refusal(place: string, code: string | undefined): string {
  switch (code) {
    case "ENOENT":
    case "ECONNREFUSED":
      return `No clamd listens at ${place}.`;
    case "EACCES":
    case "EPERM":
      return `You have no permission to use the socket ${place}: its group may be one that you can join.`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `There is no host of that name (${place}).`;
    default:
      return `No connection to clamd at ${place}${code === undefined ? "" : ` (${code})`}.`;
  }
}
