import { FormatError } from "../core/errors.ts";
import { defineFact } from "../core/fact.ts";

/** One line of the hosts file. */
export interface HostsEntry {
  readonly address: string;
  readonly names: readonly string[];
}

/** The file that overrules DNS for the whole phone: which names it sends where. */
export const hostsFile = defineFact({
  id: "hosts-file",
  about: "Names that the hosts file sends elsewhere, past DNS",
  // Some makers leave out the final newline.
  read: () => [{ run: ["cat", "/system/etc/hosts"], complete: /(?:^|\n)[0-9a-f.:]+[ \t]+[\w.-]+$/i }],
  parse: ([text = ""]): readonly HostsEntry[] => {
    const lines = text.split("\n").map((line) => line.replace(/#.*$/, "").trim());
    const entries = lines.filter((line) => line !== "").map(entry);
    if (entries.length === 0) throw new FormatError("hosts", "no entry in it");
    return entries;
  },
});

/** `address name…`. AOSP: system/core/rootdir/etc/hosts; hosts(5). */
function entry(line: string): HostsEntry {
  const [address = "", ...names] = line.split(/\s+/);
  const isAddress = /^\d{1,3}(?:\.\d{1,3}){3}$/.test(address) || /^[0-9a-f]*:[0-9a-f:.]*(?:%\w+)?$/i.test(address);
  if (!isAddress || names.length === 0) throw new FormatError("hosts", `unexpected line "${line.slice(0, 60)}"`);
  return { address, names };
}
