import type { Socket } from "node:net";
import { Adb, AdbDaemonTransport } from "@yume-chan/adb";
import { DeviceError } from "../core/errors.ts";
import type { Source } from "../core/source.ts";
import { authenticator } from "./adb-auth.ts";
import { phoneError } from "./adb-errors.ts";
import { adbKeys, fingerprint, type KeyPlaces } from "./adb-key.ts";
import { packetConnection } from "./adb-packets.ts";
import { phoneSource } from "./adb-source.ts";
import { connectSocket } from "./socket-streams.ts";

/** How to reach a phone without any adb on this computer. */
export interface TcpPhoneOptions {
  /** `host:port`, `host` (port 5555), `[IPv6]:port` or an IPv6 address. */
  readonly address: string;
  readonly keys: KeyPlaces;
  /** The time of the examination, epoch milliseconds. */
  readonly takenAt: number;
  /** Milliseconds until the phone must have answered; 10 000 when left out. */
  readonly connectMs?: number;
  /** Milliseconds that the person has for tapping "Allow"; 60 000 when left out. */
  readonly allowMs?: number;
  /** Called when the phone asks its owner, with the fingerprint that it shows. */
  readonly onPrompt?: (fingerprint: string) => void;
  /** As for `phoneSource`. */
  readonly quietMs?: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Connects to a phone's own ADB port over TCP (`adb tcpip 5555`, or the virtual phone).
 *
 * @throws DeviceError `no-device`, `unauthorised`, `offline`, `cancelled`, `unreadable` (our key)
 */
export async function openTcpPhone(options: TcpPhoneOptions): Promise<Source> {
  const { host, port } = parseAddress(options.address);
  const name = formatAddress(host, port);
  const keys = await adbKeys(options.keys);
  const wait = waiting(name, options);
  try {
    const socket = await reached(host, port, name, wait.signal);
    const connection = packetConnection(socket);
    const transport = await AdbDaemonTransport.authenticate({
      serial: name,
      connection,
      credentialStore: { iterateKeys: () => [], generateKey: () => Promise.reject(new Error("not used")) },
      authenticators: [
        authenticator(keys, (key) => {
          wait.forPerson();
          options.onPrompt?.(fingerprint(key));
        }),
      ],
      initialDelayedAckBytes: unacknowledged,
    });
    return phoneSource(new Adb(transport), {
      name,
      takenAt: options.takenAt,
      quietMs: options.quietMs,
      close: () => closed(transport, socket),
    });
  } catch (error) {
    if (wait.signal.aborted) throw wait.signal.reason;
    throw wait.asked() ? notAllowed(name) : phoneError(error);
  } finally {
    wait.release();
  }
}

/** What a phone with delayed acknowledgement may send on one stream before we have taken it. */
const unacknowledged = 4 * 1024 * 1024;

const defaultPort = 5555;

/** Splits `host:port`, `host`, `[IPv6]:port`, `[IPv6]` or an IPv6 address. @throws DeviceError `no-device` */
export function parseAddress(address: string): { host: string; port: number } {
  const bracketed = /^\[([^[\]]+)\](?::(\d{1,5}))?$/.exec(address);
  const plain = /^([^:[\]\s]+)(?::(\d{1,5}))?$/.exec(address);
  const bare = /^[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.%\w]*$/.exec(address);
  const [, host, portText] = bracketed ?? plain ?? (bare === null ? [] : [address, address]);
  const port = portText === undefined ? defaultPort : Number(portText);
  if (host === undefined || port < 1 || port > 65535) {
    throw new DeviceError(
      "no-device",
      "This is not an address of a phone.",
      "Give it as HOST:PORT, for example 192.168.1.20:5555.",
    );
  }
  return { host, port };
}

function formatAddress(host: string, port: number): string {
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}

async function reached(host: string, port: number, name: string, signal: AbortSignal): Promise<Socket> {
  try {
    return await connectSocket({ host, port }, signal);
  } catch {
    throw new DeviceError("no-device", `No phone answers at ${name}.`, reachable);
  }
}

const reachable =
  "Check the address, that phone and computer are in the same network, and that debugging over the network is on. " +
  "With a cable, “adb tcpip 5555” turns it on until the phone restarts.";

/** One signal for the person's cancel and for the limits: first the phone's answer, then the person's. */
function waiting(name: string, options: TcpPhoneOptions) {
  const controller = new AbortController();
  const cancel = () => controller.abort(new DeviceError("cancelled", "Connecting was stopped."));
  let asked = false;
  let timer = setTimeout(() => {
    controller.abort(new DeviceError("no-device", `No phone answers at ${name}.`, reachable));
  }, options.connectMs ?? 10_000);
  if (options.signal?.aborted) cancel();
  options.signal?.addEventListener("abort", cancel);
  return {
    signal: controller.signal,
    asked: () => asked,
    forPerson() {
      asked = true;
      clearTimeout(timer);
      timer = setTimeout(() => controller.abort(notAllowed(name)), options.allowMs ?? 60_000);
    },
    release() {
      clearTimeout(timer);
      options.signal?.removeEventListener("abort", cancel);
    },
  };
}

function notAllowed(name: string): DeviceError {
  return new DeviceError(
    "unauthorised",
    `The phone at ${name} has not allowed this computer.`,
    "Unlock the phone, run this again and answer its question “Allow USB debugging?” with Allow.",
  );
}

async function closed(transport: AdbDaemonTransport, socket: Socket): Promise<void> {
  try {
    await transport.close();
  } catch {
    // It is being thrown away; a broken connection cannot be closed any better.
  } finally {
    socket.destroy();
  }
}
