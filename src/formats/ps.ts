import { FormatError } from "../core/errors.ts";

/** One row of `ps`. */
export interface PsRow {
  /** SELinux label, for example `u:r:init:s0`; null where the listing has no LABEL column. */
  readonly label: string | null;
  /** Name or number of the user that the process runs as. */
  readonly user: string;
  readonly pid: number;
  readonly name: string;
}

const maxRows = 20_000;
/** Lines in which the header is looked for: it is the first one, or follows a warning. */
const headLines = 20;

/**
 * Parses a `ps` listing by its header line, whatever columns it has; of a listing with threads only the processes are kept.
 * The last column (NAME or CMD) may hold spaces.
 *
 * @throws FormatError when there is no header with USER, PID and NAME or CMD, or no row below it.
 * Layout: toybox `ps` (external/toybox/toys/posix/ps.c); Android 7 prints the same columns through toolbox.
 */
export function parsePs(text: string): PsRow[] {
  const lines = text.split("\n");
  const start = lines.slice(0, headLines).findIndex(isHeader);
  const columns = lines[start]?.trim().split(/\s+/) ?? [];
  const at = (name: string) => columns.indexOf(name);
  const [user, pid, tid, label] = [Math.max(at("USER"), at("UID")), at("PID"), at("TID"), at("LABEL")];
  if (start < 0 || user < 0 || pid < 0) throw new FormatError("ps", "no header line with USER, PID and NAME");
  const rows: PsRow[] = [];
  for (const line of lines.slice(start + 1)) {
    const cells = line.trim().split(/\s+/);
    const id = cells[pid] ?? "";
    if (cells.length < columns.length || !/^\d+$/.test(id) || (tid >= 0 && cells[tid] !== id)) continue;
    if (rows.length === maxRows) throw new FormatError("ps", `more than ${maxRows} processes`);
    rows.push({
      label: label < 0 ? null : (cells[label] ?? null),
      user: cells[user] ?? "",
      pid: Number(id),
      name: cells.slice(columns.length - 1).join(" "),
    });
  }
  if (rows.length === 0) throw new FormatError("ps", "no process below the header");
  return rows;
}

function isHeader(line: string): boolean {
  const words = line.slice(0, 1000).trim().split(/\s+/);
  const [first = "", last = ""] = [words[0], words.at(-1)];
  return ["LABEL", "USER", "UID"].includes(first) && ["NAME", "CMD"].includes(last);
}
