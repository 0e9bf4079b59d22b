import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { DeviceError, FormatError } from "../core/errors.ts";
import type { Source } from "../core/source.ts";
import { nodePacketCrypto } from "../device/node-crypto.ts";
import { createCaptureReader } from "../traffic/capture-flows.ts";
import { countedBetween, countedTraffic } from "../traffic/counted-traffic.ts";
import type { CountedTraffic } from "../traffic/flow.ts";
import type { TrafficMark } from "../traffic/marks.ts";
import { packagesByUid } from "../traffic/record-app.ts";
import {
  digestOnPhone,
  findCapture,
  hasPcapdroid,
  howToGetPcapdroid,
  readCapture,
  removeCapture,
  startCapture,
  stopCapture,
} from "./pcapdroid.ts";
import type { PrivateStore } from "./private-store.ts";
import { type RecordPlace, readNotes, recordsFolder, setCurrentRecord, writeNotes } from "./traffic-notes.ts";
import { writeFileAtomic } from "./write-file.ts";

/** What is told while a recording runs; counts are of what has come to this computer so far. */
export type RecordEvent =
  | { readonly kind: "waiting" }
  | { readonly kind: "recording"; readonly since: number }
  | {
      readonly kind: "counts";
      readonly bytes: number;
      readonly connections: number;
      readonly apps: number;
      readonly hosts: number;
    }
  | { readonly kind: "fetching" };

export interface RecordOptions {
  readonly store: PrivateStore;
  /** Where the record is written; kept among Candor's own, sealed where a privacy password is set, when left out. */
  readonly out?: string | undefined;
  readonly apps: readonly string[];
  /** Milliseconds; until `ended` aborts when left out. */
  readonly forMs?: number | undefined;
  readonly apiKey?: string | undefined;
  /** Leaves the file on the phone, too. */
  readonly leave: boolean;
  /** The person ends the recording: what was recorded is kept. */
  readonly ended: AbortSignal;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly onEvent: (event: RecordEvent) => void;
  /** How often the phone is asked, in milliseconds; for tests. */
  readonly everyMs?: number;
}

/** A recording that was made. */
export interface Recorded {
  readonly place: RecordPlace;
  /** Where it lies. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly marks: readonly TrafficMark[];
  /** By the phone's own count meanwhile; null where it could not be read. */
  readonly counted: readonly CountedTraffic[] | null;
  /** Whether the phone's own digest of the file was the same; null where it gives none. */
  readonly whole: boolean | null;
  readonly leftOnPhone: boolean;
  /** Why it broke off; null where it was ended. What is there until then was kept. */
  readonly broken: string | null;
}

/** How long the person has for allowing the capture. */
const patienceMs = 120_000;
const window = 1024 * 1024;
/** A recording that is larger is counted by bytes alone while it runs. */
const mostLive = 16 * 1024 * 1024;
const most = 1024 * 1024 * 1024;

/**
 * Records the traffic of a phone with PCAPdroid: starts it, fetches what it writes while it writes, ends it, and keeps the record with what
 * the phone counted meanwhile. Nothing but that file changes on the phone.
 *
 * @throws DeviceError `refused` where PCAPdroid is missing or the person does not allow it, and whatever the phone answers before it began
 */
export async function recordTraffic(source: Source, options: RecordOptions): Promise<Recorded> {
  if (!(await hasPcapdroid(source, options.ended)))
    throw new DeviceError("refused", "PCAPdroid is not on this phone.", howToGetPcapdroid);
  const stamp = new Date(options.now()).toISOString().slice(0, 19).replace(/[-:]/g, "");
  const file = `candor-${stamp}.pcap`;
  const place: RecordPlace =
    options.out === undefined ? { kind: "kept", id: file } : { kind: "file", path: options.out };
  const before = await countedNow(source);
  const packages = await packagesNow(source);
  options.onEvent({ kind: "waiting" });
  await startCapture(source, { file, apps: options.apps, apiKey: options.apiKey }, options.ended);
  await untilThere(source, file, options);
  const startedAt = options.now();
  const notes = { startedAt, endedAt: null, packages, counted: [], phone: { serial: source.name, model: null } };
  await writeNotes(options.store, place, { ...(await readNotes(options.store, place)), ...notes });
  await setCurrentRecord(options.store, place);
  options.onEvent({ kind: "recording", since: startedAt });
  const fetched = new Fetched(source, file, options);
  const broken = await record(source, fetched, startedAt, options);
  const bytes = fetched.bytes();
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const onPhone = broken === null && fetched.path !== null ? await digestOnPhone(source, fetched.path) : null;
  const whole = onPhone === null ? null : onPhone === sha256;
  const path = await keep(options.store, place, bytes);
  const after = broken === null ? await countedNow(source) : null;
  const counted = between(before, after, startedAt, options.now());
  const noted = { ...(await readNotes(options.store, place)), endedAt: options.now(), counted: counted ?? [] };
  await writeNotes(options.store, place, noted);
  const removed =
    whole === true && !options.leave && fetched.path !== null && (await removeCapture(source, fetched.path));
  return {
    place,
    path,
    bytes: bytes.length,
    sha256,
    marks: noted.marks,
    counted,
    whole,
    leftOnPhone: !removed,
    broken,
  };
}

/** Fetches until the time is over or the person ends it; gives the reason where the phone is lost meanwhile. */
async function record(
  source: Source,
  fetched: Fetched,
  startedAt: number,
  options: RecordOptions,
): Promise<string | null> {
  const { ended, forMs, now, everyMs = 2000 } = options;
  try {
    while (!ended.aborted && (forMs === undefined || now() - startedAt < forMs)) {
      await pause(Math.min(everyMs, forMs === undefined ? everyMs : Math.max(0, startedAt + forMs - now())), ended);
      await fetched.more();
    }
    options.onEvent({ kind: "fetching" });
    await stopCapture(source, options.apiKey);
    // What PCAPdroid holds back is written when it ends.
    for (let same = 0, tries = 0; same < 2 && tries < 30; tries++) {
      same = (await fetched.more()) ? 0 : same + 1;
      await pause(Math.min(everyMs, 500));
    }
    return null;
  } catch (error) {
    if (error instanceof DeviceError) return error.message;
    throw error;
  }
}

/** What has come of the file so far. */
class Fetched {
  readonly #source: Source;
  readonly #file: string;
  readonly #onEvent: RecordOptions["onEvent"];
  readonly #chunks: Uint8Array[] = [];
  #length = 0;
  path: string | null = null;

  constructor(source: Source, file: string, { onEvent }: RecordOptions) {
    this.#source = source;
    this.#file = file;
    this.#onEvent = onEvent;
  }

  /** Fetches what was written since; false where nothing was. @throws DeviceError */
  async more(): Promise<boolean> {
    const found = await findCapture(this.#source, this.#file);
    if (found === null || found.bytes <= this.#length) return false;
    this.path = found.path;
    if (found.bytes > most) throw new DeviceError("too-large", "The record has grown beyond 1 GB.");
    while (this.#length < found.bytes) {
      const chunk = await readCapture(
        this.#source,
        found.path,
        this.#length,
        Math.min(window, found.bytes - this.#length),
      );
      this.#chunks.push(chunk);
      this.#length += chunk.length;
    }
    this.#onEvent({ kind: "counts", bytes: this.#length, ...this.#counts() });
    return true;
  }

  bytes(): Uint8Array {
    return Buffer.concat(this.#chunks);
  }

  #counts(): { readonly connections: number; readonly apps: number; readonly hosts: number } {
    const none = { connections: 0, apps: 0, hosts: 0 };
    if (this.#length > mostLive || this.#length < 24) return none;
    const reader = createCaptureReader(this.#file, nodePacketCrypto);
    for (const chunk of this.#chunks) reader.push(chunk);
    const { flows } = reader.end();
    const apps = new Set(flows.flatMap(({ app }) => app?.package ?? app?.label ?? app?.uid ?? []));
    return { connections: flows.length, apps: apps.size, hosts: new Set(flows.flatMap(({ host }) => host ?? [])).size };
  }
}

async function untilThere(source: Source, file: string, { now, ended, everyMs = 1000 }: RecordOptions): Promise<void> {
  const begin = now();
  while (!ended.aborted && now() - begin < patienceMs) {
    if (await findCapture(source, file, ended)) return;
    await pause(Math.min(everyMs, 1000), ended);
  }
  throw new DeviceError(
    ended.aborted ? "cancelled" : "refused",
    "PCAPdroid did not begin to record.",
    "Unlock the phone and answer what PCAPdroid asks with Allow; Android asks once whether it may set up a VPN.",
  );
}

async function keep(store: PrivateStore, place: RecordPlace, bytes: Uint8Array): Promise<string> {
  if (place.kind === "kept") return await store.write(`${recordsFolder}/${place.id}`, bytes);
  await writeFileAtomic(place.path, bytes);
  return place.path;
}

/** Null where the phone does not tell, which only means that there is nothing to compare with. */
async function countedNow(source: Source): Promise<readonly CountedTraffic[] | null> {
  return await told(source, ["dumpsys", "netstats", "detail"], countedTraffic);
}

async function packagesNow(source: Source): Promise<readonly (readonly [number, readonly string[]])[]> {
  return (await told(source, ["pm", "list", "packages", "-U"], (list) => [...packagesByUid(list)])) ?? [];
}

async function told<T>(source: Source, command: readonly string[], parse: (text: string) => T): Promise<T | null> {
  try {
    const { stdout } = await source.run(command, { timeoutMs: 60_000, maxBytes: 64 * 1024 * 1024 });
    return parse(new TextDecoder().decode(stdout));
  } catch (error) {
    if (error instanceof FormatError) return null;
    if (error instanceof DeviceError && ["refused", "timeout", "too-large", "absent"].includes(error.code)) return null;
    throw error;
  }
}

/** The phone sums up by hours; what lies between two counts lies between their times. */
function between(
  before: readonly CountedTraffic[] | null,
  after: readonly CountedTraffic[] | null,
  from: number,
  to: number,
): readonly CountedTraffic[] | null {
  if (before === null || after === null) return null;
  return countedBetween(before, after).map((row) => ({ ...row, from, to }));
}

async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  await sleep(ms, undefined, signal ? { signal } : {}).catch(() => undefined);
}
