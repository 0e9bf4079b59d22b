import { VaultError } from "../core/errors.ts";
import { bytesOfText, textOfBytes } from "./entry.ts";
import { quote, unquote } from "./go-quote.ts";
import { parseTime, textOfTime } from "./restic-time.ts";

/** One name of a folder, as restic keeps it (doc/design.rst, "Trees and Data"). Texts are `textOfBytes`. */
export interface TreeNode {
  readonly name: string;
  /** file, dir, symlink, dev, chardev, fifo, socket, irregular. */
  readonly type: string;
  /** Go's FileMode. */
  readonly mode: number;
  /** Nanoseconds since 1970. */
  readonly modified: bigint;
  readonly changed: bigint;
  readonly uid: number;
  readonly gid: number;
  readonly user: string;
  readonly group: string;
  readonly inode: bigint;
  readonly device: bigint;
  readonly size: bigint;
  readonly links: bigint;
  readonly linkTarget: string;
  /** Ids of data blobs; null for what is no file. */
  readonly content: readonly string[] | null;
  /** Id of the tree of a folder. */
  readonly subtree: string | null;
}

/** The bits of Go's FileMode beside the permissions. */
const goMode = { dir: 2147483648, symlink: 134217728, setuid: 8388608, setgid: 4194304, sticky: 1048576 } as const;

/** Go's FileMode from that of POSIX. */
export function goModeOf(kind: "file" | "dir" | "symlink", mode: number): number {
  const type = kind === "file" ? 0 : goMode[kind];
  const special = (mode & 0o4000 ? goMode.setuid : 0) + (mode & 0o2000 ? goMode.setgid : 0);
  return type + special + (mode & 0o1000 ? goMode.sticky : 0) + (mode & 0o777);
}

/** The permission bits of POSIX in Go's FileMode. */
export function posixModeOf(mode: number): number {
  const has = (bit: number, value: number) => (Math.floor(mode / bit) % 2 === 1 ? value : 0);
  return (mode % 512) + has(goMode.setuid, 0o4000) + has(goMode.setgid, 0o2000) + has(goMode.sticky, 0o1000);
}

/** One node as Go's JSON writes it, fields in restic's order, so that equal folders give equal trees in both. */
export function textOfNode(node: TreeNode): string {
  const modified = textOfTime(node.modified);
  const fields: string[] = [`"name":${goJson(quote(node.name))}`, `"type":${goJson(node.type)}`];
  const number = (name: string, value: number | bigint) => {
    if (BigInt(value) !== 0n) fields.push(`"${name}":${value}`);
  };
  const text = (name: string, value: string) => {
    if (value !== "") fields.push(`"${name}":${goJson(value)}`);
  };
  number("mode", node.mode);
  // restic keeps the time of the last reading only when asked to.
  fields.push(`"mtime":"${modified}"`, `"atime":"${modified}"`, `"ctime":"${textOfTime(node.changed)}"`);
  fields.push(`"uid":${node.uid}`, `"gid":${node.gid}`);
  text("user", node.user);
  text("group", node.group);
  number("inode", node.inode);
  number("device_id", node.device);
  number("size", node.size);
  number("links", node.links);
  text("linktarget", node.linkTarget);
  if (!node.linkTarget.isWellFormed()) text("linktarget_raw", bytesOfText(node.linkTarget).toString("base64"));
  fields.push(`"content":${node.content === null ? "null" : JSON.stringify(node.content)}`);
  if (node.subtree !== null) fields.push(`"subtree":"${node.subtree}"`);
  return `{${fields.join(",")}}`;
}

/** The bytes of a tree from nodes as `textOfNode` wrote them, in the order of their names' bytes. */
export function treeBytes(nodes: readonly string[]): Buffer {
  return Buffer.from(`{"nodes":[${nodes.join(",")}]}\n`);
}

/** Compares names by their bytes. */
export function compareNames(a: string, b: string): number {
  return Buffer.compare(bytesOfText(a), bytesOfText(b));
}

/** Reads a tree, whoever wrote it. @throws VaultError `damaged` where it is none, or where names are twice or not in order. */
export function parseTree(bytes: Uint8Array): readonly TreeNode[] {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch {
    throw new VaultError("damaged", "A list of a folder cannot be read.");
  }
  const nodes = (value as Readonly<Record<string, unknown>> | null)?.["nodes"];
  if (nodes === null) return [];
  if (!Array.isArray(nodes)) throw new VaultError("damaged", "A list of a folder cannot be read.");
  const parsed = nodes.map((node) => parseNode(node));
  for (let at = 1; at < parsed.length; at++)
    if (compareNames(parsed[at - 1]?.name ?? "", parsed[at]?.name ?? "") >= 0)
      throw new VaultError("damaged", "A list of a folder has a name twice, or not in order.");
  return parsed;
}

function parseNode(value: unknown): TreeNode {
  if (typeof value !== "object" || value === null) throw new VaultError("damaged", "A list of a folder has no names.");
  const fields = value as Readonly<Record<string, unknown>>;
  const text = (name: string) => (typeof fields[name] === "string" ? String(fields[name]) : "");
  const number = (name: string) => (typeof fields[name] === "number" ? Number(fields[name]) : 0);
  const count = (name: string) => (Number.isFinite(number(name)) ? BigInt(Math.trunc(number(name))) : 0n);
  const raw = text("linktarget_raw");
  return {
    name: unquote(text("name")),
    type: text("type"),
    mode: number("mode"),
    modified: parseTime(text("mtime")) ?? 0n,
    changed: parseTime(text("ctime")) ?? 0n,
    uid: number("uid"),
    gid: number("gid"),
    user: text("user"),
    group: text("group"),
    inode: count("inode"),
    device: count("device_id"),
    size: count("size"),
    links: count("links"),
    linkTarget: raw === "" ? text("linktarget") : textOfBytes(Buffer.from(raw, "base64")),
    content: idsOf(fields["content"]),
    subtree: isId(fields["subtree"]) ? fields["subtree"] : null,
  };
}

function idsOf(value: unknown): readonly string[] | null {
  if (!Array.isArray(value)) return null;
  if (!value.every(isId)) throw new VaultError("damaged", "A file of a folder has content without a name.");
  return value;
}

function isId(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}

/** JSON as Go's encoder writes it: what HTML could take for its own is escaped, and so is the U+FFFD for what is no UTF-8. */
function goJson(text: string): string {
  // Escaped backslashes are matched to be stepped over: what follows one is no escape.
  return JSON.stringify(text).replace(/\\\\|\\u[dD][89a-f][0-9a-f]{2}|\\[bf]|[<>&\u2028\u2029]/g, (found) => {
    if (found === "\\\\") return found;
    if (found.startsWith("\\u")) return "\\ufffd";
    const code = found === "\\b" ? 8 : found === "\\f" ? 12 : found.charCodeAt(0);
    return `\\u${code.toString(16).padStart(4, "0")}`;
  });
}
