import { opendir, readFile, realpath, stat } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import { FormatError } from "../core/errors.ts";
import { decodeText } from "../core/text.ts";
import { readYaraSource, type YaraMention, type YaraRule } from "../formats/yara-source.ts";

/** The rules of one file with all that it includes: one namespace, as with `yara`. Plain data, for workers. */
export interface YaraUnit {
  /** The file as the person reached it. */
  readonly path: string;
  /** Place of the list, of those that were named, which it belongs to. */
  readonly list: number;
  /** With included files in the place of what includes them, and faulty rules blanked out: line breaks stay. */
  readonly text: string;
  /** By line of `text`, from 0: number of its file in `files`, and its line there. */
  readonly origins: { readonly file: Uint32Array; readonly line: Uint32Array };
  readonly files: readonly string[];
}

/** What the person named, or a published list: rules under one name. */
export interface YaraList {
  readonly name: string;
  readonly origin: "updated" | "file";
  /** yyyy-mm-dd. */
  readonly date: string;
}

/** Rule files as read, with a sentence for each that could not be. */
export interface YaraFiles {
  readonly date: string;
  readonly units: readonly YaraUnit[];
  readonly problems: readonly string[];
}

const limits = { files: 20_000, includes: 1000, depth: 16, bytes: 64 * 1024 * 1024 };
const ruleName = /\.(?:yar|yara|rule|rules)$/i;

/**
 * Reads a rule file, or all of a folder and of the folders in it (`.yar`, `.yara`, `.rule`, `.rules`). Included files must lie in the same
 * folder, or below it. A file that cannot be read is a sentence; the others go on.
 *
 * @throws The operating system's error where `path` itself cannot be read.
 */
export async function readYaraFiles(path: string, list: number): Promise<YaraFiles> {
  const info = await stat(path);
  const [paths, problems]: [string[], string[]] = [[], []];
  if (!info.isDirectory()) paths.push(path);
  else await below(path, 0, paths, problems);
  const base = info.isDirectory() ? path : dirname(path);
  const units: YaraUnit[] = [];
  let newest = info.isDirectory() ? 0 : info.mtimeMs;
  let left = limits.bytes;
  for (const file of paths) {
    try {
      const assembly = new Assembly(await realpath(base), left);
      await assembly.add(file, 0);
      left = assembly.left;
      units.push(assembly.unit(file, list));
      newest = Math.max(newest, (await stat(file)).mtimeMs);
    } catch (error) {
      if (!info.isDirectory() && !(error instanceof FormatError)) throw error;
      problems.push(error instanceof FormatError ? `${error.message}.` : `${file}: it cannot be read.`);
    }
  }
  if (paths.length === 0) problems.push(`${path}: there is no rule file in it (.yar, .yara, .rule, .rules).`);
  return { date: new Date(newest).toISOString().slice(0, 10), units, problems };
}

/** The rules of a text that is no file. @throws FormatError where it is no rule file. */
export function yaraUnitOf(name: string, text: string, list: number): YaraUnit {
  const assembly = new Assembly("", limits.bytes);
  const { includes } = assembly.take(name, text);
  if (includes.length > 0) throw new FormatError(name, "it includes other files");
  return assembly.unit(name, list);
}

/** Where a line of a unit's text comes from: `RULES.yar:12`. Lines are counted from 1; 0 and beyond stand for the end. */
export function yaraOrigin({ origins, files, path }: YaraUnit, line: number): string {
  const at = Math.min(Math.max(line, 1), origins.line.length) - 1;
  const file = files[origins.file[at] ?? 0];
  return file === undefined ? path : `${file}:${origins.line[at] ?? 1}`;
}

/** The same unit without some of its text; lines stay where they are. */
export function withoutParts(
  unit: YaraUnit,
  parts: readonly Pick<YaraMention | YaraRule, "start" | "end">[],
): YaraUnit {
  let [text, done] = ["", 0];
  for (const { start, end } of [...parts].sort((a, b) => a.start - b.start)) {
    if (start < done) continue;
    text += unit.text.slice(done, start) + unit.text.slice(start, end).replace(/[^\n]+/g, "");
    done = end;
  }
  return { ...unit, text: text + unit.text.slice(done) };
}

/** Puts the text of a file and of those that it includes together. */
class Assembly {
  left: number;
  readonly #folder: string;
  readonly #lines: string[] = [];
  readonly #file: number[] = [];
  readonly #line: number[] = [];
  readonly #files: string[] = [];
  readonly #open = new Set<string>();
  #included = 0;

  constructor(folder: string, left: number) {
    this.#folder = folder;
    this.left = left;
  }

  async add(path: string, depth: number): Promise<void> {
    const real = await realpath(path);
    if (depth > 0) this.#check(path, real, depth);
    const { size } = await stat(real);
    if (size > this.left)
      throw new FormatError(path, `the rules are larger than ${limits.bytes / 1024 / 1024} MB together`);
    this.left -= size;
    this.#open.add(real);
    const text = decodeText(await readFile(real)).replace(/^\uFEFF/, "");
    const source = sourceOf(path, text);
    const file = this.#files.push(path) - 1;
    let done = 0;
    let line = 1;
    for (const include of source.includes) {
      line = this.#put(text.slice(done, include.start), file, line);
      const target = isAbsolute(include.name) ? include.name : join(dirname(path), include.name);
      await this.add(target, depth + 1).catch((error: unknown) => {
        const why = error instanceof FormatError ? error.message : `there is no file ${include.name} to include`;
        throw error instanceof FormatError && error.format.startsWith(target)
          ? error
          : new FormatError(`${path}:${include.line}`, why.replace(/^include: /, ""));
      });
      done = include.end;
    }
    this.#put(text.slice(done), file, line);
    this.#open.delete(real);
  }

  /** A text without includes. */
  take(name: string, text: string) {
    const source = sourceOf(name, text);
    this.#put(text, this.#files.push(name) - 1, 1);
    return source;
  }

  unit(path: string, list: number): YaraUnit {
    const origins = { file: Uint32Array.from(this.#file), line: Uint32Array.from(this.#line) };
    return { path, list, text: this.#lines.join("\n"), origins, files: this.#files };
  }

  #check(path: string, real: string, depth: number): void {
    const inside = relative(this.#folder, real);
    if (inside === "" || inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside))
      throw new FormatError("include", `${path} lies outside of the folder of the rules`);
    if (this.#open.has(real)) throw new FormatError("include", `${path} includes itself`);
    if (depth > limits.depth || ++this.#included > limits.includes)
      throw new FormatError("include", "too many files are included");
  }

  /** Adds lines; the number of the line that comes next. */
  #put(text: string, file: number, first: number): number {
    let line = first;
    for (const part of text.split("\n")) {
      this.#lines.push(part);
      this.#file.push(file);
      this.#line.push(line++);
    }
    // The last part goes on behind an include, on the same line.
    return line - 1;
  }
}

/** @throws FormatError that names file and line. */
function sourceOf(path: string, text: string) {
  try {
    return readYaraSource(text);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    const line = /^line (\d+)$/.exec(error.format)?.[1];
    throw new FormatError(line === undefined ? path : `${path}:${line}`, error.message.slice(error.format.length + 2));
  }
}

async function below(folder: string, depth: number, paths: string[], problems: string[]): Promise<void> {
  if (depth > limits.depth) return void problems.push(`${folder}: it lies too deep.`);
  const names: { readonly name: string; readonly folder: boolean }[] = [];
  for await (const entry of await opendir(folder)) {
    if (entry.isDirectory() && !entry.name.startsWith(".")) names.push({ name: entry.name, folder: true });
    else if ((entry.isFile() || entry.isSymbolicLink()) && ruleName.test(entry.name))
      names.push({ name: entry.name, folder: false });
  }
  names.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name, folder: isFolder } of names) {
    if (isFolder) await below(join(folder, name), depth + 1, paths, problems);
    else if (paths.length < limits.files) paths.push(join(folder, name));
  }
}
