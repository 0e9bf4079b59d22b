import { spawn } from "node:child_process";
import type { Authorisation } from "../../src/phone/auth.ts";
import { serve } from "../../src/phone/daemon.ts";
import { type Listener, listen } from "../../src/phone/listen.ts";
import type { ServiceStream, Services } from "../../src/phone/stream.ts";
import type { Wire } from "../../src/phone/wire.ts";

/** A phone for tests of the transport alone: the virtual phone's daemon, with this computer's `sh` behind it. */
export interface ShellPhone extends Listener {
  readonly address: string;
  /** Command lines as they arrived. */
  readonly lines: string[];
  /** Ends every connection, as a pulled cable does, and goes on listening. */
  cut(): void;
}

export interface ShellPhoneOptions {
  readonly authorisation?: Authorisation;
  /** Serves a command line itself, or leaves it to the shell by returning undefined. The stream is raw shell protocol v2. */
  readonly serveLine?: (line: string, stream: ServiceStream) => Promise<void> | undefined;
  readonly port?: number;
}

export async function shellPhone(options: ShellPhoneOptions = {}): Promise<ShellPhone> {
  const lines: string[] = [];
  const wires = new Set<Wire>();
  const services: Services = (name) => {
    const [, kind, line] = /^(shell,v2|exec|shell)[^:]*:(.*)$/s.exec(name) ?? [];
    if (line === undefined) return undefined;
    lines.push(line);
    return async (stream) => {
      await (options.serveLine?.(line, stream) ?? runShell(line, stream, kind === "shell,v2"));
    };
  };
  const listener = await listen(
    async (wire) => {
      wires.add(wire);
      await serve(wire, {
        banner: { product: "test_product", model: "Test_Phone", device: "test_device" },
        services,
        ...(options.authorisation === undefined ? {} : { authorisation: options.authorisation }),
      });
      wires.delete(wire);
    },
    { port: options.port ?? 0 },
  );
  return {
    host: listener.host,
    port: listener.port,
    address: `127.0.0.1:${listener.port}`,
    close: () => listener.close(),
    lines,
    cut() {
      for (const wire of wires) wire.close();
    },
  };
}

/** One packet of shell protocol v2. */
export function shellPacket(id: number, data: Uint8Array | string): Uint8Array {
  const bytes = typeof data === "string" ? new TextEncoder().encode(data) : data;
  const packet = new Uint8Array(5 + bytes.length);
  packet[0] = id;
  new DataView(packet.buffer).setUint32(1, bytes.length, true);
  packet.set(bytes, 5);
  return packet;
}

async function runShell(line: string, stream: ServiceStream, framed: boolean): Promise<void> {
  const child = spawn("/bin/sh", ["-c", line], { stdio: ["pipe", "pipe", "pipe"] });
  child.stdin.on("error", () => undefined);
  stream.signal.addEventListener("abort", () => child.kill("SIGKILL"));
  if (framed) {
    // The only input that these tests send is the packet that closes it.
    void stream.input.next().then((packet) => packet?.[0] === 4 && child.stdin.end());
  }
  const pass = async (output: AsyncIterable<Uint8Array>, id: number) => {
    for await (const piece of output) await stream.write(framed ? shellPacket(id, piece) : piece);
  };
  const ended = new Promise<number>((resolve) => child.once("close", (code) => resolve(code ?? 255)));
  try {
    await Promise.all([pass(child.stdout, 1), pass(child.stderr, 2)]);
    const code = await ended;
    if (framed) await stream.write(shellPacket(3, Uint8Array.of(code)));
  } catch {
    child.kill("SIGKILL"); // the computer closed the stream
  }
}
