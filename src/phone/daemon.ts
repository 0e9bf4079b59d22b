import { type AdbKey, type Authorisation, parseAdbKey, verifyToken } from "./auth.ts";
import {
  command,
  maxPayload,
  maxPayloadBeforeConnection,
  type Packet,
  packetParts,
  readPackets,
  versionWithoutChecksum,
} from "./packet.ts";
import type { Phone } from "./program.ts";
import { DaemonStream, type Services } from "./stream.ts";
import type { Wire } from "./wire.ts";

/** What the phone says it can do: exactly what `services.ts` serves, which is what Android 9 and 10 list. */
export const features = ["shell_v2", "cmd", "stat_v2", "ls_v2", "fixed_push_mkdir", "apex"] as const;

/** How one phone answers a connection. */
export interface DaemonOptions {
  readonly banner: Phone["banner"];
  readonly services: Services;
  /** Which computers are let in; left out, all are and no key is asked for (`ro.adb.secure=0`). */
  readonly authorisation?: Authorisation;
}

/**
 * Answers one computer over one connection in the ADB transport protocol (AOSP packages/modules/adb, protocol.txt).
 *
 * Resolves when the connection is over, for whatever reason: bytes that are not the protocol close it.
 */
export async function serve(wire: Wire, options: DaemonOptions): Promise<void> {
  const connection = new Connection(wire, options);
  try {
    for await (const packet of readPackets(wire.incoming, () => connection.payloadLimit)) connection.handle(packet);
  } catch {
    // A broken packet and a broken connection end alike: adbd closes without a word.
  } finally {
    connection.end();
    wire.close();
  }
}

/** Streams that one computer may have open; a real phone ends at the number of its file descriptors. */
const maxStreams = 1024;

const authType = { token: 1, signature: 2, publicKey: 3 } as const;
const nothing = new Uint8Array(0);

class Connection {
  readonly #wire: Wire;
  readonly #options: DaemonOptions;
  readonly #streams = new Map<number, DaemonStream>();
  /** The computer's number of each stream, by ours. */
  readonly #remote = new Map<number, number>();
  #lastId = 0;
  #connected = false;
  #maxPayload = maxPayloadBeforeConnection;
  #withChecksum = true;
  #token: Uint8Array | undefined;
  #asking: AbortController | undefined;

  constructor(wire: Wire, options: DaemonOptions) {
    this.#wire = wire;
    this.#options = options;
  }

  get payloadLimit(): number {
    return this.#connected ? maxPayload : maxPayloadBeforeConnection;
  }

  handle(packet: Packet): void {
    if (packet.command === command.CNXN) this.#hello(packet);
    else if (packet.command === command.AUTH) this.#authenticate(packet);
    else if (this.#connected) this.#handleConnected(packet);
  }

  end(): void {
    this.#asking?.abort();
    for (const stream of this.#streams.values()) stream.closed();
    this.#streams.clear();
    this.#remote.clear();
  }

  #handleConnected(packet: Packet): void {
    if (packet.command === command.OPEN) this.#open(packet);
    else if (packet.command === command.WRTE) this.#receive(packet);
    else if (packet.command === command.OKAY) this.#find(packet)?.acknowledged();
    else if (packet.command === command.CLSE && this.#find(packet) !== undefined) {
      this.#closeByPhone(packet.arg1, packet.arg0);
    }
  }

  #hello({ arg0, arg1 }: Packet): void {
    this.end();
    this.#connected = false;
    this.#withChecksum = arg0 < versionWithoutChecksum;
    this.#maxPayload = Math.max(1, Math.min(arg1, maxPayload));
    if (this.#options.authorisation === undefined) this.#welcome();
    else this.#challenge();
  }

  #challenge(): void {
    this.#token = crypto.getRandomValues(new Uint8Array(20));
    this.#send(command.AUTH, authType.token, 0, this.#token);
  }

  #authenticate({ arg0, payload }: Packet): void {
    const { authorisation } = this.#options;
    const token = this.#token;
    if (authorisation === undefined || token === undefined || this.#connected) return;
    if (arg0 === authType.signature) {
      const known = [...authorisation.keys()].some((key) => verifyToken(key, token, payload));
      if (known) this.#welcome();
      else this.#challenge();
    } else if (arg0 === authType.publicKey) {
      const key = parseAdbKey(new TextDecoder().decode(payload));
      if (key !== undefined) this.#ask(authorisation, key);
    }
  }

  #ask(authorisation: Authorisation, key: AdbKey): void {
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    const answered = (yes: boolean) => {
      if (yes && !asking.signal.aborted) this.#welcome();
    };
    authorisation.ask(key, asking.signal).then(answered, () => answered(false));
  }

  #welcome(): void {
    const { product, model, device } = this.#options.banner;
    const names = `ro.product.name=${product};ro.product.model=${model};ro.product.device=${device}`;
    this.#connected = true;
    this.#token = undefined;
    this.#send(
      command.CNXN,
      versionWithoutChecksum,
      maxPayload,
      text(`device::${names};features=${features.join(",")}`),
    );
  }

  #open({ arg0: remote, payload }: Packet): void {
    const service = this.#streams.size < maxStreams ? this.#options.services(serviceName(payload)) : undefined;
    if (service === undefined || remote === 0) {
      this.#send(command.CLSE, 0, remote);
      return;
    }
    this.#lastId = (this.#lastId % 0x7fffffff) + 1;
    const local = this.#lastId;
    const stream = new DaemonStream(this.#maxPayload, (bytes) => this.#send(command.WRTE, local, remote, bytes));
    this.#streams.set(local, stream);
    this.#remote.set(local, remote);
    this.#send(command.OKAY, local, remote);
    const close = () => this.#closeByPhone(local, remote);
    // A stream that its computer closed fails in its service with BrokenPipe; nobody is left to be told.
    service(stream)
      .then(() => stream.drained())
      .then(close, close);
  }

  #receive(packet: Packet): void {
    const stream = this.#find(packet);
    if (stream === undefined) {
      this.#send(command.CLSE, 0, packet.arg0);
      return;
    }
    const acknowledge = () => {
      if (!stream.signal.aborted) this.#send(command.OKAY, packet.arg1, packet.arg0);
    };
    // More than two unacknowledged packets are a computer that does not wait its turn.
    if (stream.input.size > 2 * maxPayload) this.#wire.close();
    else stream.input.push(packet.payload).then(acknowledge, acknowledge);
  }

  #closeByPhone(local: number, remote: number): void {
    const stream = this.#streams.get(local);
    if (stream === undefined) return;
    this.#streams.delete(local);
    this.#remote.delete(local);
    stream.closed();
    this.#send(command.CLSE, local, remote);
  }

  /** A CLSE may name 0 for the computer's end; no other packet may. */
  #find(packet: Packet): DaemonStream | undefined {
    const known =
      this.#remote.get(packet.arg1) === packet.arg0 || (packet.command === command.CLSE && packet.arg0 === 0);
    return known ? this.#streams.get(packet.arg1) : undefined;
  }

  #send(name: number, arg0: number, arg1: number, payload: Uint8Array = nothing): void {
    this.#wire.send(packetParts({ command: name, arg0, arg1, payload }, this.#withChecksum));
  }
}

function serviceName(payload: Uint8Array): string {
  const end = payload.indexOf(0);
  return new TextDecoder().decode(end === -1 ? payload : payload.subarray(0, end));
}

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}
