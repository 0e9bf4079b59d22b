import { FormatError } from "../core/errors.ts";
import { defineFact, reading } from "../core/fact.ts";
import { parseJsonList } from "../formats/json-list.ts";
import { type PsRow, parsePs } from "../formats/ps.ts";

export type { PsRow } from "../formats/ps.ts";

/** Running processes with their SELinux label, user and name. */
export const processes = defineFact({
  id: "processes",
  about: "Running processes",
  read: () => [["ps", "-AZ"]],
  parse: ([text = ""]): readonly PsRow[] => parsePs(text),
  otherwise: [
    reading({
      read: () => [["bugreport", "section", "PROCESSES AND THREADS"]],
      parse: ([text = ""]): readonly PsRow[] => parsePs(text),
    }),
    reading({
      read: () => [{ run: ["androidqf", "processes.json"], complete: /\]\s*$/ }],
      parse: ([text = ""]): readonly PsRow[] => parseAndroidQf(text),
    }),
    reading({
      read: () => [["androidqf", "processes.txt"]],
      parse: ([text = ""]): readonly PsRow[] => parsePs(text),
    }),
  ],
});

/** AndroidQF's processes.json: rows with pid, uid, context, path, filename and command_line. */
function parseAndroidQf(text: string): readonly PsRow[] {
  const rows = parseJsonList(text, "processes.json");
  if (rows.length === 0) throw new FormatError("processes.json", "no process in it");
  return rows.map((row) => {
    const { pid, uid, context, filename, path } = (row ?? {}) as Record<string, unknown>;
    const name = [filename, path].find((value) => typeof value === "string" && value !== "");
    if (typeof pid !== "number" || typeof name !== "string") throw new FormatError("processes.json", "row without pid");
    const label = typeof context === "string" && context !== "" ? context : null;
    return { label, user: uid === 0 ? "root" : String(uid), pid, name };
  });
}
