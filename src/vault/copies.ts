import { createHash, randomInt } from "node:crypto";
import { VaultError } from "../core/errors.ts";
import type { Place, PlaceCall, StoredFile } from "./place.ts";
import { mayGoOn } from "./place-retry.ts";

/** What was copied, and how surely the copy is what it should be. */
export interface CopyResult {
  /** Files and bytes that were written now. */
  readonly files: number;
  readonly bytes: number;
  /** Files that were there already, of the same size. */
  readonly there: number;
  /** Files that were read back from the copy and had the right digest. */
  readonly verified: number;
  /** What the copy holds and the vault does not, by kind: an old key among them still opens the copy. */
  readonly onlyThere: Readonly<Record<CopiedKind, number>>;
  /** Ids of the snapshots of the vault that the copy holds. */
  readonly snapshots: readonly string[];
}

/** How a copy goes. */
export interface CopyOptions extends PlaceCall {
  /** Share of the packs that are read back, 0 to 1; everything else is read back always. A file at least, where there is one. */
  readonly sample?: number;
  readonly progress?: (done: { readonly bytes: number; readonly of: number }) => void;
  /** Files that were read back, and of how many. */
  readonly verifying?: (files: number, of: number) => void;
  /** Called once something of the vault lies at the place, before the rest is copied. */
  readonly begun?: () => Promise<void>;
}

type CopiedKind = (typeof order)[number];

/** Nothing names what is not there yet: a copy that was broken off is a smaller vault, and never a wrong one. */
const order = ["data", "index", "keys", "snapshots"] as const;

/**
 * Copies what is missing in another place, file by file, each checked against its name. Run again, it goes on where it was. Whoever calls it
 * holds a lock on the vault, so that nothing is removed meanwhile; what others add is copied or not, as a whole.
 *
 * @throws VaultError `refused` where another vault lies there, `damaged` with the file's name where one is not what its name says.
 */
export async function copyVault(from: Place, to: Place, options: CopyOptions = {}): Promise<CopyResult> {
  const call = { signal: options.signal };
  await copyConfig(from, to, call);
  await options.begun?.();
  const here = await listAll(from, call);
  const there = await listAll(to, call);
  const missing = order.map((kind) => ({
    kind,
    files: [...here[kind].values()].filter((file) => there[kind].get(file.name)?.bytes !== file.bytes),
  }));
  const of = sum(missing.flatMap(({ files }) => files));
  let [files, bytes] = [0, 0];
  options.progress?.({ bytes, of });
  for (const { kind, files: ofKind } of missing)
    for (const file of ofKind) {
      mayGoOn(options.signal);
      const content = await from.get(kind, file.name, call);
      mustBe(content, kind, file.name, from);
      await to.put(kind, file.name, content, call);
      [files, bytes] = [files + 1, bytes + content.length];
      options.progress?.({ bytes, of });
    }
  const verified = await verifyCopy(here, to, options);
  const all = order.reduce((count, kind) => count + here[kind].size, 0);
  return {
    files,
    bytes,
    there: all - files,
    verified,
    onlyThere: surplus(here, there),
    snapshots: [...here.snapshots.keys()],
  };
}

type Listing = Readonly<Record<CopiedKind, ReadonlyMap<string, StoredFile>>>;

/** In the order in which readers go, so that what is named has been there when it is listed. */
async function listAll(place: Place, call: PlaceCall): Promise<Listing> {
  const found = { data: new Map(), index: new Map(), keys: new Map(), snapshots: new Map() } satisfies Record<
    CopiedKind,
    Map<string, StoredFile>
  >;
  for (const kind of [...order].reverse())
    for await (const file of place.list(kind, call)) found[kind].set(file.name, file);
  return found;
}

/** First, so that nobody else begins a vault there. */
async function copyConfig(from: Place, to: Place, call: PlaceCall): Promise<void> {
  const config = await from.get("config", "config", call);
  const standing = await to.stat("config", "config", call);
  if (standing === null) return await to.put("config", "config", config, call);
  if (Buffer.compare(config, await to.get("config", "config", call)) !== 0)
    throw new VaultError(
      "refused",
      `Another vault lies at ${to.name}.`,
      "Choose an empty place, or another prefix or folder in it.",
    );
}

/** Names and sizes of everything, contents of all small files and of a sample of the packs. */
async function verifyCopy(here: Listing, to: Place, options: CopyOptions): Promise<number> {
  const call = { signal: options.signal };
  const copy = await listAll(to, call);
  const chosen = order.flatMap((kind) => {
    const files = [...here[kind].values()];
    for (const { name, bytes } of files)
      if (copy[kind].get(name)?.bytes !== bytes)
        throw new VaultError("damaged", `${to.name} did not keep ${kind}/${name} whole.`, "Copy again.");
    const read = kind === "data" ? sampled(files, options.sample ?? 0.05) : files;
    return read.map(({ name }) => ({ kind, name }));
  });
  for (const [index, { kind, name }] of chosen.entries()) {
    mayGoOn(options.signal);
    mustBe(await to.get(kind, name, call), kind, name, to);
    options.verifying?.(index + 1, chosen.length);
  }
  return chosen.length;
}

/** Chosen by chance, so that a place cannot know which. */
function sampled(files: readonly StoredFile[], share: number): StoredFile[] {
  const left = [...files];
  const count = Math.min(left.length, Math.max(Math.ceil(left.length * share), share > 0 ? 1 : 0));
  return Array.from({ length: count }, () => left.splice(randomInt(left.length), 1)[0] as StoredFile);
}

function mustBe(content: Uint8Array, kind: CopiedKind, name: string, place: Place): void {
  if (createHash("sha256").update(content).digest("hex") === name) return;
  throw new VaultError(
    "damaged",
    `${kind}/${name} at ${place.name} is not what was written.`,
    "Check that vault; another copy may have the file.",
  );
}

function surplus(here: Listing, there: Listing): Record<CopiedKind, number> {
  const only = (kind: CopiedKind): number => [...there[kind].keys()].filter((name) => !here[kind].has(name)).length;
  return { data: only("data"), index: only("index"), keys: only("keys"), snapshots: only("snapshots") };
}

function sum(files: readonly StoredFile[]): number {
  return files.reduce((bytes, file) => bytes + file.bytes, 0);
}
