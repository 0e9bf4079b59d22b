import { DeviceError } from "../core/errors.ts";
import { refusal } from "../core/refusal.ts";
import type { Source } from "../core/source.ts";
import type { Entry } from "../vault/entry.ts";
import { findApks } from "./phone-apks.ts";
import { listening } from "./phone-hashes.ts";
import type { PhoneLink } from "./phone-link.ts";
import { listPackages } from "./phone-packages.ts";
import { type LeftOut, type PhoneItem, phoneTree, type TreeOptions } from "./phone-tree.ts";

/** Lists of a person that Android keeps in databases and gives away row by row. */
export const phoneLists = ["sms", "contacts", "calls"] as const;
export type PhoneList = (typeof phoneLists)[number];

/** What is to be pulled from a phone. */
export interface PullRequest {
  /** The folders of cameras, screenshots, pictures and films. */
  readonly photos: boolean;
  /** Absolute files and folders. */
  readonly paths: readonly string[];
  /** The APKs of these packages; empty for all that were added to the phone; null for none. */
  readonly apps: readonly string[] | null;
  readonly lists: readonly PhoneList[];
}

/** Where Android's cameras and galleries put photos and films (android.os.Environment). */
export const photoFolders = ["/sdcard/DCIM", "/sdcard/Pictures", "/sdcard/Movies"] as const;

/** What a phone has of what was asked for. */
export interface Found {
  readonly items: readonly FoundItem[];
  /** The lists, read already: they are small, and made by the phone when asked. */
  readonly lists: readonly Entry[];
  readonly files: number;
  readonly bytes: bigint;
  readonly left: readonly LeftOut[];
  /** What the snapshot is of, for its list. */
  readonly paths: readonly string[];
}

/** A file of the phone, and the path that it has in the vault. */
export interface FoundItem {
  readonly item: PhoneItem;
  readonly keptAs: string;
}

/** Providers and their rows, as far as the shell may read them (AOSP packages/providers; frameworks/base, cmds/content). */
const uris: Readonly<Record<PhoneList, string>> = {
  sms: "content://sms",
  contacts: "content://com.android.contacts/data",
  calls: "content://call_log/calls",
};
const mostListBytes = 64 * 1024 * 1024;
const listMs = 300_000;

/** Reads the words of a person: photos, sms, contacts, calls, files PATH…, apps [PACKAGE…]. Null for what is none. */
export function pullRequest(words: readonly string[]): PullRequest | null {
  let photos = false;
  let apps: string[] | null = null;
  const paths: string[] = [];
  const lists = new Set<PhoneList>();
  let into: "paths" | "apps" | null = null;
  for (const word of words) {
    const list = phoneLists.find((each) => each === word);
    if (word === "photos") photos = true;
    else if (word === "files") into = "paths";
    else if (word === "apps") {
      into = "apps";
      apps ??= [];
    } else if (list) lists.add(list);
    else if (word.startsWith("/") && into === "paths") paths.push(word);
    else if (into === "apps" && /^[\w.]{1,255}$/.test(word)) apps?.push(word);
    else return null;
  }
  if (into === "paths" && paths.length === 0) return null;
  return photos || paths.length > 0 || apps !== null || lists.size > 0
    ? { photos, paths, apps, lists: [...lists] }
    : null;
}

/** Asks a phone what it has of what is to be pulled. @throws DeviceError */
export async function findOnPhone(
  link: PhoneLink,
  request: PullRequest,
  options: TreeOptions & { readonly now: number },
): Promise<Found> {
  const roots = [...(request.photos ? photoFolders : []), ...request.paths];
  const tree = await phoneTree(link, roots, options);
  const items: FoundItem[] = tree.items.map((item) => ({ item, keptAs: item.path.replace(/^\/+/, "") }));
  const left = [...tree.left];
  if (request.apps !== null) {
    const apks = await appFiles(link, request.apps, options);
    items.push(...apks.items);
    left.push(...apks.left);
  }
  const lists: Entry[] = [];
  for (const list of request.lists) {
    const rows = await rowsOf(link.source, list, options.signal);
    if (rows instanceof Uint8Array) lists.push(listEntry(list, rows, options.now));
    else left.push({ path: list, reason: rows.reason });
  }
  const files = items.filter(({ item }) => item.kind === "file");
  return {
    items,
    lists,
    files: files.length + lists.length,
    bytes:
      files.reduce((sum, { item }) => sum + item.stat.size, 0n) + lists.reduce((sum, { size = 0n }) => sum + size, 0n),
    left,
    paths: snapshotPaths(link.serial, roots, request),
  };
}

function snapshotPaths(serial: string, roots: readonly string[], { apps, lists }: PullRequest): readonly string[] {
  const parts = [...roots.map((root) => root.replace(/^\/+|\/+$/g, "")), ...(apps === null ? [] : ["apps"]), ...lists];
  return [...new Set(parts)].sort().map((part) => `phone:${serial}/${part}`);
}

async function appFiles(
  link: PhoneLink,
  names: readonly string[],
  options: TreeOptions,
): Promise<{ readonly items: readonly FoundItem[]; readonly left: readonly LeftOut[] }> {
  const all = await listPackages(link.source, options.signal);
  const chosen = all.filter(({ name, onImage }) => (names.length === 0 ? !onImage : names.includes(name)));
  const left: LeftOut[] = names
    .filter((name) => !chosen.some((each) => each.name === name))
    .map((path) => ({ path, reason: "the phone has no such app" }));
  const found = await findApks(link.source, chosen, options.signal);
  const items: FoundItem[] = [];
  for (const [{ name }, { apks, reason }] of found) {
    if (reason !== null) left.push({ path: name, reason });
    const tree = await phoneTree(
      link,
      apks.map(({ path }) => path),
      options,
    );
    left.push(...tree.left);
    // Their folders have random names that change with each update.
    for (const item of tree.items)
      items.push({ item, keptAs: `apps/${name}/${item.path.split("/").at(-1) ?? "base.apk"}` });
  }
  return { items, left };
}

async function rowsOf(
  source: Source,
  list: PhoneList,
  signal: AbortSignal | undefined,
): Promise<Uint8Array | { readonly reason: string }> {
  const command = ["content", "query", "--uri", uris[list]];
  try {
    const limits = { timeoutMs: listMs, maxBytes: mostListBytes, signal };
    const { stdout, stderr, exitCode, origin } = await listening(source, () => source.run(command, limits));
    const text = new TextDecoder().decode(stdout.subarray(0, 4096));
    const errors = new TextDecoder().decode(stderr);
    const said = refusal({ text: text.endsWith("\n") ? text : `${text}\n`, errors, exitCode, origin }, command);
    if (said) return { reason: said.reason };
    if (/^No result found/.test(text))
      return { reason: "the phone says that there are none, or does not let them be read" };
    return text.startsWith("Row: 0 ") ? stdout : { reason: "the phone's answer has an unknown layout" };
  } catch (error) {
    if (error instanceof DeviceError && (error.code === "refused" || error.code === "too-large"))
      return { reason: error.message };
    throw error;
  }
}

/** As `content query` prints it: that its rows cannot always be told apart is the phone's doing, so nothing is made of them here. */
function listEntry(list: PhoneList, rows: Uint8Array, now: number): Entry {
  return {
    path: `lists/${list}.txt`,
    kind: "file",
    mode: 0o600,
    modified: BigInt(now) * 1_000_000n,
    size: BigInt(rows.length),
    open: async function* () {
      yield rows;
    },
  };
}
