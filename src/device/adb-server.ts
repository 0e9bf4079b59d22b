import type { NetConnectOpts, Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { AdbServerClient } from "@yume-chan/adb";
import { DeviceError } from "../core/errors.ts";
import type { Source } from "../core/source.ts";
import { adbMissing, findAdb, startServer } from "./adb-binary.ts";
import { type ListedDevice, parseDeviceList, selectDevice } from "./adb-devices.ts";
import { phoneError } from "./adb-errors.ts";
import { phoneSource } from "./adb-source.ts";
import { connectSocket, socketStreams } from "./socket-streams.ts";

/** Which adb server. */
export interface ServerOptions {
  /** Where the address of the server and the installed adb are looked up; the process's own when left out. */
  readonly env?: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal | undefined;
}

/** Which phone, and how long to wait for its owner. */
export interface ServerPhoneOptions extends ServerOptions {
  /** Its serial number, or HOST:PORT of one that the server is to connect to first; the only ready one when left out. */
  readonly serial?: string | undefined;
  /** The time of the examination, epoch milliseconds. */
  readonly takenAt: number;
  /** Milliseconds that the person has for tapping "Allow"; 0 (do not wait) when left out. */
  readonly allowMs?: number;
  /** As for `phoneSource`. */
  readonly quietMs?: number;
  /** Called once when the phone waits for its owner. */
  readonly onPrompt?: (device: ListedDevice) => void;
}

/**
 * The phones that the adb server knows, each with its state and what to do. Starts a server when none runs.
 *
 * @throws DeviceError `no-adb`, `cancelled`
 */
export async function listDevices(options: ServerOptions = {}): Promise<ListedDevice[]> {
  return withServer(options, ({ client, started }) => settledList(client, started, options.signal));
}

/**
 * Opens a phone through the adb server.
 *
 * @throws DeviceError `no-adb`, `no-device`, `several-devices`, `unauthorised`, `offline`, `no-permission`, `cancelled`
 */
export async function openServerPhone(options: ServerPhoneOptions): Promise<Source> {
  return withServer(
    options,
    async ({ client, started, release }) => {
      const device = await awaitedDevice(client, started, options);
      if (device.transportId === null) throw serverTooOld();
      const adb = await client.createAdb({ transportId: device.transportId });
      return phoneSource(adb, {
        name: device.serial,
        takenAt: options.takenAt,
        quietMs: options.quietMs,
        close: async () => {
          await adb.close();
          release();
        },
      });
    },
    "keep",
  );
}

/**
 * Lets the adb server connect to a phone over the network (`adb connect`), also to one paired for "Wireless debugging". The
 * phone is then listed, ready or not yet allowed by its owner.
 *
 * @param address HOST:PORT
 * @throws DeviceError `no-adb`, `no-device`, `cancelled`
 */
export async function connectThroughServer(address: string, options: ServerOptions = {}): Promise<void> {
  await withServer(options, ({ client }) => connectAddress(client, address));
}

async function connectAddress(client: AdbServerClient, address: string): Promise<void> {
  const answer = await ask(client, `host:connect:${address}`);
  // The server says OKAY also when it failed; only the sentence tells (AOSP packages/modules/adb/client/transport_local.cpp).
  // "failed to authenticate": connected, and the phone is asking its owner; the list says so.
  if (/^(already connected|connected|failed to authenticate) to /.test(answer)) return;
  throw new DeviceError("no-device", `adb could not connect to ${address}: ${answer.trim()}`, pairing);
}

const pairing =
  "Check the address on the phone (Developer options → Wireless debugging). A phone that was never paired with this computer " +
  "needs “adb pair HOST:PORT” first, with the code that it shows; that takes adb 30 or later.";

/**
 * Where the adb server listens, by the same environment variables in the same order as adb itself
 * (AOSP packages/modules/adb/client/commandline.cpp).
 *
 * @throws DeviceError `no-adb` when the variables hold no address
 */
export function serverAddress(
  env: NodeJS.ProcessEnv,
): NetConnectOpts & { readonly port?: number; readonly host?: string } {
  const socket = env["ADB_SERVER_SOCKET"];
  if (socket === undefined || socket === "") {
    const port = Number(env["ANDROID_ADB_SERVER_PORT"] || 5037);
    return { host: env["ANDROID_ADB_SERVER_ADDRESS"] || "127.0.0.1", port: validPort(port) };
  }
  const path = /^local(?:filesystem)?:(.+)$/.exec(socket)?.[1];
  if (path !== undefined) return { path };
  const [, bracketed, plain, port] = /^tcp:(?:\[([^\]]+)\]:|([^:]+):)?(\d{1,5})$/.exec(socket) ?? [];
  return { host: bracketed ?? plain ?? "127.0.0.1", port: validPort(Number(port)) };
}

function validPort(port: number): number {
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new DeviceError(
    "no-adb",
    "The environment names no usable address of an adb server.",
    "Unset ADB_SERVER_SOCKET and ANDROID_ADB_SERVER_PORT, or set them to tcp:127.0.0.1:5037 and 5037.",
  );
}

interface Server {
  readonly client: AdbServerClient;
  /** True when it was started just now: it has not seen its phones yet. */
  readonly started: boolean;
  /** Ends every connection to it. */
  release(): void;
}

/** Ends an adb server that takes connections and says nothing; its own `connect` gives up after ten seconds. */
const serverMs = 20_000;

async function withServer<T>(
  options: ServerOptions & { readonly allowMs?: number },
  use: (server: Server) => Promise<T>,
  after?: "keep",
): Promise<T> {
  const sockets = new Set<Socket>();
  const release = () => {
    for (const socket of sockets) socket.destroy();
  };
  const stop = new AbortController();
  const cancel = () => stop.abort(new DeviceError("cancelled", "Connecting was stopped."));
  const timer = setTimeout(() => stop.abort(serverSilent()), serverMs + (options.allowMs ?? 0));
  stop.signal.addEventListener("abort", release);
  options.signal?.addEventListener("abort", cancel);
  if (options.signal?.aborted) cancel();
  let kept = false;
  try {
    const env = options.env ?? process.env;
    const address = serverAddress(env);
    const started = await ensureServer(address, env, stop.signal);
    const result = await use({ client: new AdbServerClient(connector(address, sockets)), started, release });
    kept = after === "keep";
    return result;
  } catch (error) {
    throw phoneError(stop.signal.aborted ? stop.signal.reason : error);
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener("abort", cancel);
    if (!kept) release();
  }
}

function serverSilent(): DeviceError {
  return new DeviceError(
    "no-adb",
    "What listens at the adb server's address does not answer as an adb server.",
    "Run “adb kill-server” and try again; if that fails too, another program uses port 5037.",
  );
}

function connector(address: NetConnectOpts, sockets: Set<Socket>): AdbServerClient.ServerConnector {
  const unused = () => {
    throw new Error("not used");
  };
  return {
    async connect(options) {
      const socket = await connectSocket(address, options?.signal as AbortSignal | undefined);
      if (options?.unref) socket.unref();
      sockets.add(socket);
      socket.once("close", () => sockets.delete(socket));
      return socketStreams(socket);
    },
    addReverseTunnel: unused,
    removeReverseTunnel: unused,
    clearReverseTunnels: unused,
  };
}

/** True when the server had to be started. */
async function ensureServer(
  address: ReturnType<typeof serverAddress>,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<boolean> {
  if (await answers(address, signal)) return false;
  const { port } = address;
  if (port === undefined || !["127.0.0.1", "localhost", "::1"].includes(address.host ?? "")) {
    throw new DeviceError(
      "no-adb",
      "No adb server answers at the address that the environment names.",
      "Start it there, or unset ADB_SERVER_SOCKET and ANDROID_ADB_SERVER_ADDRESS to use this computer's own.",
    );
  }
  const adb = await findAdb(env, process.platform);
  if (adb === null) throw adbMissing(process.platform);
  await startServer(adb, port, env);
  for (let attempt = 0; attempt < 20; attempt++) {
    if (await answers(address, signal)) return true;
    await sleep(100);
  }
  throw new DeviceError(
    "no-adb",
    "The adb server was started but does not answer.",
    "Run “adb kill-server” and try again.",
  );
}

async function answers(address: NetConnectOpts, signal: AbortSignal): Promise<boolean> {
  try {
    (await connectSocket(address, signal)).destroy();
    return true;
  } catch {
    signal.throwIfAborted();
    return false;
  }
}

/** One request whose answer is a length and a text. */
async function ask(client: AdbServerClient, request: string): Promise<string> {
  const connection = await client.createConnection(request);
  try {
    return await connection.readString();
  } finally {
    await connection.dispose();
  }
}

/** The library's own list leaves out every state that it does not know. */
async function currentList(client: AdbServerClient): Promise<ListedDevice[]> {
  return parseDeviceList(await ask(client, "host:devices-l"), process.platform);
}

/** adb says that it has started after its first look at the USB sockets; this is for phones that shake hands slowly. */
const freshMs = 600;
const settleMs = 3000;
const lookEveryMs = 150;
const passing = new Set(["authorizing", "connecting"]);

/** Waits a little while a server that was just started finds its phones, and while a phone is shaking hands. */
async function settledList(client: AdbServerClient, started: boolean, signal?: AbortSignal): Promise<ListedDevice[]> {
  for (let waited = 0; ; waited += lookEveryMs) {
    const devices = await currentList(client);
    const fresh = started && waited < freshMs && devices.every((device) => device.state === "offline");
    const unsettled = fresh || devices.some((device) => passing.has(device.state));
    if (!unsettled || waited >= settleMs || signal?.aborted) return devices;
    await sleep(lookEveryMs);
  }
}

async function awaitedDevice(
  client: AdbServerClient,
  started: boolean,
  options: ServerPhoneOptions,
): Promise<ListedDevice> {
  let devices = await settledList(client, started, options.signal);
  const { serial } = options;
  if (serial !== undefined && /^\S+:\d{1,5}$/.test(serial) && !devices.some((device) => device.serial === serial)) {
    await connectAddress(client, serial);
    devices = await settledList(client, started, options.signal);
  }
  for (let waited = 0; ; waited += lookEveryMs) {
    try {
      return selectDevice(devices, serial);
    } catch (error) {
      const mayChange = error instanceof DeviceError && error.code === "unauthorised";
      if (!mayChange || waited >= (options.allowMs ?? 0) || options.signal?.aborted) throw error;
    }
    const asking = devices.find((device) => device.state === "unauthorized");
    if (waited === 0 && asking !== undefined) options.onPrompt?.(asking);
    await sleep(lookEveryMs);
    devices = await currentList(client);
  }
}

function serverTooOld(): DeviceError {
  return new DeviceError(
    "no-adb",
    "The adb server on this computer is from before 2018 and cannot tell its phones apart.",
    "Install the current Android platform tools, run “adb kill-server” and try again.",
  );
}
