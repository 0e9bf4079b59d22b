import { FormatError } from "../core/errors.ts";

/** One mounted file system. */
export interface Mount {
  readonly device: string;
  readonly path: string;
  readonly type: string;
  /** ro, rw, nosuid, nodev … as listed. */
  readonly options: readonly string[];
}

const maxMounts = 20_000;

/**
 * Parses mount lines of both kinds: `device path type options 0 0` (/proc/mounts, with octal escapes) and
 * `device on path type type (options)` (the command `mount`). The same mount listed twice is kept once.
 *
 * @throws FormatError for a line of another kind, or when there is none.
 * Layout: Linux proc(5), /proc/mounts; toybox `mount`.
 */
export function parseMounts(lines: readonly string[]): Mount[] {
  const mounts = new Map<string, Mount>();
  for (const line of lines) {
    if (line.trim() === "") continue;
    const mount = parseMount(line.trim());
    mounts.set(`${mount.device}\n${mount.path}\n${mount.type}\n${mount.options.join(",")}`, mount);
    if (mounts.size > maxMounts) throw new FormatError("mounts", `more than ${maxMounts} mounts`);
  }
  if (mounts.size === 0) throw new FormatError("mounts", "no mount found");
  return [...mounts.values()];
}

function parseMount(line: string): Mount {
  const cells = line.split(" ");
  const [device = "", path = "", type = "", options = ""] = cells;
  if (cells.length === 6 && /^\d+$/.test(cells[4] ?? "") && /^\d+$/.test(cells[5] ?? "") && path.startsWith("/"))
    return { device: unescapeOctal(device), path: unescapeOctal(path), type, options: options.split(",") };
  const spoken = parseSpoken(line);
  if (spoken) return spoken;
  throw new FormatError("mounts", `unexpected line "${line.slice(0, 80)}"`);
}

/** `device on path type type (options)`: cut from both ends, so that a path may hold any word. */
function parseSpoken(line: string): Mount | undefined {
  const on = line.indexOf(" on /");
  const type = line.lastIndexOf(" type ");
  const open = line.indexOf(" (", type);
  if (on < 0 || type < on || open < 0 || !line.endsWith(")")) return undefined;
  return {
    device: line.slice(0, on),
    path: line.slice(on + 4, type),
    type: line.slice(type + 6, open),
    options: line.slice(open + 2, -1).split(","),
  };
}

function unescapeOctal(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}
