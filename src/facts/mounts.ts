import { defineFact, reading } from "../core/fact.ts";
import { parseJsonTexts } from "../formats/json-list.ts";
import { type Mount, parseMounts } from "../formats/mount-table.ts";

export type { Mount } from "../formats/mount-table.ts";

/** Mounted file systems. AndroidQF keeps only those whose line names /system. */
export const mounts = defineFact({
  id: "mounts",
  about: "Mounted file systems",
  read: () => [["cat", "/proc/mounts"]],
  parse: ([text = ""]): readonly Mount[] => parseMounts(text.split("\n")),
  otherwise: [
    reading({
      read: () => [{ run: ["androidqf", "mounts.json"], complete: /\]\s*$/ }],
      parse: ([text = ""]): readonly Mount[] => parseMounts(parseJsonTexts(text, "mounts.json")),
    }),
  ],
});
