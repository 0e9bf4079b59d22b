import { BrokenPipe, ByteQueue } from "./byte-queue.ts";
import { ByteReader } from "./byte-reader.ts";
import type { Phone } from "./program.ts";
import { searchPath } from "./shell/lookup.ts";
import type { Output } from "./shell/redirect.ts";
import { Shell, world } from "./shell/shell.ts";
import type { Service, ServiceStream } from "./stream.ts";
import { terminal } from "./terminal.ts";

/** Packet kinds of the shell protocol, version 2 (AOSP packages/modules/adb, shell_protocol.h). */
const packet = { stdin: 0, stdout: 1, stderr: 2, exit: 3, closeStdin: 4 } as const;

/** How a client asked for a command to be run. */
export interface ShellRequest {
  /** Empty for a shell that reads its commands from the client. */
  readonly command: string;
  /** Streams apart and an exit code; without it both streams come in one. */
  readonly version2: boolean;
  /** A terminal: one stream, line feeds as CR LF, input echoed. */
  readonly terminal: boolean;
}

/** What a command reads from and writes to. */
interface Streams {
  readonly input: ByteReader;
  readonly stdout: Output;
  readonly stderr: Output;
}

/** Runs a command, or a shell without one, in the phone's shell. */
export function shellService(phone: Phone, request: ShellRequest): Service {
  return request.version2
    ? (stream) => version2(stream, (streams) => run(phone, request, streams, stream.signal), request.terminal)
    : async (stream) => {
        const output = request.terminal ? carriageReturns(stream) : stream;
        const input = new ByteReader(stream.input);
        await run(phone, request, { input, stdout: output, stderr: output }, stream.signal);
      };
}

async function run(phone: Phone, request: ShellRequest, streams: Streams, signal: AbortSignal): Promise<number> {
  const shell = new Shell(world(phone, signal), {
    name: "/system/bin/sh",
    cwd: "/",
    identity: phone.identity,
    descriptors: {
      input: streams.input,
      outputs: new Map([
        [1, streams.stdout],
        [2, streams.stderr],
      ]),
    },
    env: environment(phone),
  });
  if (request.command !== "") return shell.run(request.command);
  return request.terminal ? terminal(shell, phone.banner.device) : shell.run("exec sh");
}

function environment(phone: Phone): Record<string, string> {
  const root = phone.identity.uid === 0;
  return {
    ANDROID_DATA: "/data",
    ANDROID_ROOT: "/system",
    EXTERNAL_STORAGE: "/sdcard",
    HOME: "/",
    HOSTNAME: phone.banner.device,
    LOGNAME: root ? "root" : "shell",
    PATH: searchPath.join(":"),
    SHELL: "/bin/sh",
    TERM: "dumb",
    TMPDIR: "/data/local/tmp",
    USER: root ? "root" : "shell",
  };
}

async function version2(
  stream: ServiceStream,
  body: (streams: Streams) => Promise<number>,
  isTerminal: boolean,
): Promise<void> {
  const stdin = new ByteQueue();
  const pumping = readPackets(stream, stdin).catch(() => {});
  const stdout = isTerminal ? carriageReturns(packets(stream, packet.stdout)) : packets(stream, packet.stdout);
  const stderr = isTerminal ? stdout : packets(stream, packet.stderr);
  const code = await body({ input: new ByteReader(stdin), stdout, stderr });
  await stream.write(Uint8Array.of(packet.exit, 1, 0, 0, 0, code));
  // What the client sends from now on is for nobody.
  stdin.cancel();
  stream.input.end();
  await pumping;
}

/** Takes what the client sends to standard input; window sizes and what is unknown are passed over, as adbd does. */
async function readPackets(stream: ServiceStream, stdin: ByteQueue): Promise<void> {
  const reader = new ByteReader(stream.input);
  try {
    for (;;) {
      const head = await reader.take(5);
      if (head === undefined) return;
      let left = new DataView(head.buffer, head.byteOffset).getUint32(1, true);
      while (left > 0) {
        const chunk = await reader.next();
        if (chunk === undefined) return;
        const part = chunk.subarray(0, left);
        if (chunk.length > left) reader.unread(chunk.subarray(left));
        left -= part.length;
        if (head[0] === packet.stdin) await stdin.push(part);
      }
      if (head[0] === packet.closeStdin) stdin.end();
    }
  } catch (error) {
    // The command is over, or closed its input: the rest is read and dropped.
    if (!(error instanceof BrokenPipe)) throw error;
    for await (const _ of reader);
  } finally {
    stdin.end();
  }
}

function packets(stream: ServiceStream, kind: number): Output {
  return {
    write: async (bytes) => {
      if (bytes.length === 0) return;
      const head = new Uint8Array(5);
      head[0] = kind;
      new DataView(head.buffer).setUint32(1, bytes.length, true);
      // Written together: two writers of one stream must not come between a head and its data.
      const framed = new Uint8Array(5 + bytes.length);
      framed.set(head);
      framed.set(bytes, 5);
      await stream.write(framed);
    },
  };
}

/** A terminal's output: each line feed becomes CR LF. */
function carriageReturns(output: Output): Output {
  return {
    write: async (bytes) => {
      const extra = bytes.reduce((sum, byte) => sum + Number(byte === 10), 0);
      const result = new Uint8Array(bytes.length + extra);
      let at = 0;
      for (const byte of bytes) {
        if (byte === 10) result[at++] = 13;
        result[at++] = byte;
      }
      await output.write(result);
    },
  };
}
