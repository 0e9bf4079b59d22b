import { FormatError } from "../core/errors.ts";

/** One permission of a package or of one of its users. */
export interface PermissionState {
  readonly name: string;
  readonly granted: boolean;
  /** USER_SET, USER_FIXED, SYSTEM_FIXED, POLICY_FIXED, GRANTED_BY_DEFAULT, ONE_TIME … */
  readonly flags: readonly string[];
}

/** One `Package [name]` or `SharedUser [name]` block of `dumpsys package`, as printed. */
export interface Block {
  readonly name: string;
  /** The `key=value` lines, four spaces in. The first of a key counts; of repeated `pkgFlags`, what all of them hold. */
  readonly fields: Map<string, string>;
  readonly requested: string[];
  readonly install: PermissionState[];
  readonly users: BlockUser[];
}

/** What a block prints for one user. */
export interface BlockUser {
  readonly user: number;
  readonly values: Map<string, string>;
  readonly permissions: PermissionState[];
}

/**
 * Reads the blocks that begin with two spaces and `marker`, from `start` to the next line that is not indented.
 *
 * The indent tells what a line belongs to: 2 a block, 4 a field, a headline or a user, 6 an item or a user's field, 8 a user's item.
 *
 * @throws FormatError for a name, a user or a permission that is not printed as any known version does.
 */
export function readBlocks(text: string, start: number, marker: "Package [" | "SharedUser ["): Block[] {
  const blocks: Block[] = [];
  let reader: BlockReader | null = null;
  for (let at = start; at < text.length; ) {
    const found = text.indexOf("\n", at);
    const end = found < 0 ? text.length : found;
    const indent = indentAt(text, at, end);
    if (at + indent < end) {
      if (indent === 0) break;
      if (indent === 2 && text.startsWith(marker, at + 2)) {
        reader = newReader(blockName(text.slice(at + 2 + marker.length, end), at));
        blocks.push(reader.block);
      } else if (reader !== null && indent >= 4) readLine(reader, indent, text.slice(at + indent, end), at);
    }
    at = end + 1;
  }
  return blocks;
}

interface BlockReader {
  readonly block: Block;
  user: BlockUser | null;
  /** The headline under which the items stand: of the block (four spaces in) or of the user (six). */
  section: string;
}

function newReader(name: string): BlockReader {
  return { block: { name, fields: new Map(), requested: [], install: [], users: [] }, user: null, section: "" };
}

function readLine(reader: BlockReader, indent: number, line: string, at: number): void {
  if (indent === 4) readField(reader, line, at);
  else if (reader.user === null) readItem(reader, line, at);
  else if (indent === 6) readUserField(reader, reader.user, line);
  else if (reader.section === "runtime permissions:") reader.user.permissions.push(permission(line, at));
}

function readField(reader: BlockReader, line: string, at: number): void {
  const { block } = reader;
  reader.section = "";
  if (line.startsWith("User ")) {
    reader.user = blockUser(line, at);
    block.users.push(reader.user);
    return;
  }
  const equals = line.indexOf("=");
  if (equals < 0) {
    // Between a user's line and the user's fields Android 12 prints "overlay paths:" four spaces in.
    if (line.endsWith(":")) reader.section = line;
    return;
  }
  const key = line.slice(0, equals);
  const before = block.fields.get(key);
  if (before !== undefined) {
    if (key === "pkgFlags") block.fields.set(key, wordsOfBoth(before, line.slice(equals + 1)));
    return;
  }
  if (key === "versionCode") readPairs(line, block.fields);
  else block.fields.set(key, line.slice(equals + 1));
}

/** An app's own strings may hold line breaks and so repeat a field: only what every line claims is believed. */
function wordsOfBoth(first: string, second: string): string {
  const words = new Set(second.split(" "));
  return first
    .split(" ")
    .filter((word) => words.has(word))
    .join(" ");
}

function readItem(reader: BlockReader, line: string, at: number): void {
  if (reader.section === "install permissions:") reader.block.install.push(permission(line, at));
  else if (reader.section === "requested permissions:") {
    const colon = line.indexOf(": ");
    reader.block.requested.push(colon < 0 ? line : line.slice(0, colon));
  }
}

function readUserField(reader: BlockReader, user: BlockUser, line: string): void {
  if (line.endsWith(":")) reader.section = line;
  else if (line.startsWith("lastDisabledCaller: ")) user.values.set("lastDisabledCaller", line.slice(20));
  else if (line.startsWith("firstInstallTime=")) user.values.set("firstInstallTime", line.slice(17));
}

/** `User 0: ceDataInode=458829 installed=true …`; a shared user prints the number alone. */
function blockUser(line: string, at: number): BlockUser {
  const colon = line.indexOf(":");
  const id = line.slice(5, colon);
  if (colon < 0 || !/^\d{1,9}$/.test(id)) throw new FormatError("dumpsys package", "a user without a number", at);
  const values = new Map<string, string>();
  readPairs(line.slice(colon + 1), values);
  return { user: Number(id), values, permissions: [] };
}

function readPairs(line: string, into: Map<string, string>): void {
  for (const word of line.split(" ")) {
    const equals = word.indexOf("=");
    if (equals > 0) into.set(word.slice(0, equals), word.slice(equals + 1));
  }
}

/** `android.permission.CAMERA: granted=true, flags=[ USER_SET|USER_FIXED]`; up to Android 9 with spaces between the flags. */
function permission(line: string, at: number): PermissionState {
  const mark = line.indexOf(": granted=");
  const granted = mark > 0 && line.startsWith("true", mark + 10);
  if (!granted && !(mark > 0 && line.startsWith("false", mark + 10)))
    throw new FormatError("dumpsys package", "a permission without granted=true or granted=false", at);
  const open = line.indexOf("flags=[", mark);
  const flags =
    open < 0
      ? []
      : line
          .slice(open + 7, line.lastIndexOf("]"))
          .split(/[| ]/)
          .filter((flag) => flag !== "");
  return { name: line.slice(0, mark), granted, flags };
}

function blockName(rest: string, at: number): string {
  const close = rest.indexOf("]");
  if (close <= 0) throw new FormatError("dumpsys package", "a package without a name", at);
  return rest.slice(0, close);
}

function indentAt(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) === 32) at++;
  return at - from;
}
