import { baseName, joinPath, resolvePath } from "../path.ts";
import { FileError, type FileStat, type Io, type Phone } from "../program.ts";
import { modeText, ownerName } from "./names.ts";
import { type Options, parseOptions, type Tool } from "./tool.ts";

interface Entry {
  /** As it is printed. */
  readonly name: string;
  readonly path: string;
  readonly stat: FileStat;
}

/** toybox `ls`, one name a line as it prints into a pipe: -1 -A -F -R -S -Z -a -d -g -i -l -n -o -p -r -t. */
export const ls: Tool = async (args, io, phone) => {
  const options = parseOptions(args, "1AFRSZadhgilnoprtkLHCxsu");
  const given: Entry[] = [];
  let status = 0;
  for (const operand of options.operands.length === 0 ? ["."] : options.operands) {
    const entry = await entryAt(phone, io, operand, resolvePath(io.cwd, operand), options, true);
    if (entry === undefined) status = 1;
    else given.push(entry);
  }
  const folders = options.has("d") ? [] : given.filter(({ stat }) => isFolder(stat));
  const others = sorted(
    given.filter((entry) => !folders.includes(entry)),
    options,
  );
  await print(others, io, phone, options);
  const titled = options.operands.length > 1 || options.has("R");
  let first = others.length === 0;
  const left = sorted(folders, options);
  for (let folder = left.shift(); folder !== undefined; folder = left.shift()) {
    if (titled) await io.write(`${first ? "" : "\n"}${folder.name}:\n`);
    first = false;
    const entries = await entriesOf(phone, io, folder, options);
    if (entries === undefined) status = 1;
    else {
      if (isLong(options)) await io.write(`total ${blocks(entries)}\n`);
      await print(entries, io, phone, options);
      if (options.has("R")) left.unshift(...entries.filter(isRealFolder).map((entry) => inside(folder, entry)));
    }
  }
  return status;
};

async function entryAt(
  phone: Phone,
  io: Io,
  name: string,
  path: string,
  options: Options,
  operand: boolean,
): Promise<Entry | undefined> {
  try {
    // A link that is named is followed, unless the question is about the link itself.
    const follow = options.has("L") || (operand && (name.endsWith("/") || !(isLong(options) || options.has("d"))));
    if (name === "") throw new FileError("ENOENT");
    const stat = (follow ? await targetOf(phone, path) : undefined) ?? (await phone.files.lstat(path));
    return { name, path, stat };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    await io.error(`ls: ${name}: ${error.message}\n`);
    return undefined;
  }
}

/** What a path leads to; undefined for a link that leads nowhere, which is then shown itself. */
async function targetOf(phone: Phone, path: string): Promise<FileStat | undefined> {
  try {
    return await phone.files.stat(path);
  } catch (error) {
    if (error instanceof FileError && error.code === "ENOENT") return undefined;
    throw error;
  }
}

async function entriesOf(phone: Phone, io: Io, folder: Entry, options: Options): Promise<Entry[] | undefined> {
  try {
    const names = await phone.files.list(folder.path);
    const shown = names.filter((name) => options.has("a") || options.has("A") || !name.startsWith("."));
    const all = options.has("a") && !options.has("A") ? [".", "..", ...shown] : shown;
    const entries: Entry[] = [];
    for (const name of all) {
      const entry = await entryAt(phone, io, name, resolvePath(folder.path, name), options, false);
      if (entry !== undefined) entries.push(entry);
    }
    return sorted(entries, options);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    await io.error(`ls: ${folder.name}: ${error.message}\n`);
    return undefined;
  }
}

function inside(folder: Entry, entry: Entry): Entry {
  return { ...entry, name: joinPath(folder.name, baseName(entry.name)) };
}

function sorted(entries: readonly Entry[], options: Options): Entry[] {
  const byName = (a: Entry, b: Entry) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
  const by = options.has("t")
    ? (a: Entry, b: Entry) => b.stat.mtime - a.stat.mtime || byName(a, b)
    : options.has("S")
      ? (a: Entry, b: Entry) => b.stat.size - a.stat.size || byName(a, b)
      : byName;
  return entries.toSorted(options.has("r") ? (a, b) => by(b, a) : by);
}

async function print(entries: readonly Entry[], io: Io, phone: Phone, options: Options): Promise<void> {
  const rows: (readonly string[])[] = [];
  for (const entry of entries) rows.push(await columns(entry, phone, options));
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => {
    const cells = row.map((cell, column) => {
      if (column === row.length - 1) return cell;
      return isNumber(cell) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0);
    });
    return `${cells.join(" ")}\n`;
  });
  await io.write(lines.join(""));
}

/** Numbers stand to the right, names of owners to the left; the label only pads what follows it. */
function isNumber(cell: string): boolean {
  return /^[0-9.]+[KMGT]?$/.test(cell);
}

async function columns({ name, path, stat }: Entry, phone: Phone, options: Options): Promise<readonly string[]> {
  const cells: string[] = [];
  const id = options.has("n") ? String : ownerName;
  if (options.has("i")) cells.push(String(stat.ino));
  if (isLong(options)) {
    cells.push(modeText(stat.mode), String(stat.nlink));
    if (!options.has("g")) cells.push(id(stat.uid));
    if (!options.has("o")) cells.push(id(stat.gid));
  }
  if (options.has("Z")) cells.push(stat.label ?? "?");
  if (isLong(options)) cells.push(options.has("h") ? humanSize(stat.size) : String(stat.size), dateText(stat.mtime));
  cells.push(await shownName(name, path, stat, phone, options));
  return cells;
}

async function shownName(name: string, path: string, stat: FileStat, phone: Phone, options: Options): Promise<string> {
  const isLink = (stat.mode & 0o170000) === 0o120000;
  if (isLink && isLong(options)) return `${name} -> ${await phone.files.readlink(path)}`;
  if (isFolder(stat) && (options.has("p") || options.has("F"))) return `${name}/`;
  if (isLink && options.has("F")) return `${name}@`;
  return options.has("F") && (stat.mode & 0o111) !== 0 ? `${name}*` : name;
}

function isLong(options: Options): boolean {
  return ["l", "n", "g", "o"].some((letter) => options.has(letter));
}

function isFolder(stat: FileStat): boolean {
  return (stat.mode & 0o170000) === 0o040000;
}

function isRealFolder({ name, stat }: Entry): boolean {
  return isFolder(stat) && name !== "." && name !== "..";
}

/** The sum of the blocks, in KiB of 4 KiB blocks. */
function blocks(entries: readonly Entry[]): number {
  return entries.reduce((sum, { stat }) => sum + Math.ceil(stat.size / 4096) * 4, 0);
}

/** `2024-05-01 12:33`, in UTC. */
export function dateText(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 16).replace("T", " ");
}

/** `4.0K`, as toybox's human-readable sizes. */
export function humanSize(size: number): string {
  if (size < 1024) return String(size);
  let value = size / 1024;
  let unit = 0;
  for (; value >= 1000 && unit < 3; unit++) value /= 1024;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)}${"KMGT"[unit]}`;
}
