import type { Source } from "../../src/core/source.ts";
import { commandLine } from "../../src/core/source.ts";
import { ByteReader } from "../../src/phone/byte-reader.ts";
import type { VirtualPhone } from "../../src/phone/models/index.ts";
import { Shell, world } from "../../src/phone/shell/shell.ts";

/** What one command of the phone answered. */
export interface Answer {
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
  readonly exitCode: number;
}

/** Runs one command line in the phone's shell, without ADB between; output above `maxBytes` ends it. */
export async function ask(phone: VirtualPhone, line: string, maxBytes = 64 * 1024 * 1024): Promise<Answer> {
  const out = sink(maxBytes);
  const error = sink(maxBytes);
  const shell = new Shell(world(phone, AbortSignal.timeout(60_000)), {
    name: "/system/bin/sh",
    cwd: "/",
    identity: phone.identity,
    descriptors: {
      input: new ByteReader(nothing()),
      outputs: new Map([
        [1, { write: out.output }],
        [2, { write: error.output }],
      ]),
    },
    env: {},
  });
  const exitCode = await shell.run(line);
  return { stdout: out.bytes(), stderr: error.bytes(), exitCode };
}

/** The text of a command's standard output. */
export async function text(phone: VirtualPhone, line: string): Promise<string> {
  return new TextDecoder().decode((await ask(phone, line)).stdout);
}

/** The virtual phone as a source for facts. */
export function phoneSource(phone: VirtualPhone): Source {
  return {
    kind: "phone",
    name: phone.serial,
    takenAt: phone.now(),
    run: (command, { maxBytes }) => ask(phone, commandLine(command), maxBytes),
    close: async () => {},
  };
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

function sink(maxBytes: number): { output: (bytes: Uint8Array) => Promise<void>; bytes: () => Uint8Array } {
  const chunks: Uint8Array[] = [];
  let size = 0;
  return {
    output: async (bytes) => {
      size += bytes.length;
      if (size > maxBytes) throw new Error(`more than ${maxBytes} bytes`);
      chunks.push(bytes.slice());
    },
    bytes: () => new Uint8Array(Buffer.concat(chunks)),
  };
}
