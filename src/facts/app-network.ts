import { FormatError } from "../core/errors.ts";
import { defineFact, reading } from "../core/fact.ts";
import { parseTrafficRules } from "../formats/traffic-rules-dump.ts";
import { apiLevel } from "./api-level.ts";
import { packageDetails } from "./package-details.ts";

/** Apps that are cut off from every network by a rule that a computer set. */
export interface AppNetwork {
  /** Whether the rules count. After a restart of the phone they are gone, and this is false. */
  readonly on: boolean;
  /** Packages with such a rule, for all users of the phone. */
  readonly denied: readonly string[];
  /** Packages that were asked about; null for all. */
  readonly asked: readonly string[] | null;
}

/** One command for all added apps: the state of the chain, one line for each app, and the last line `end`. */
const askEach = [
  "cmd connectivity get-chain3-enabled || exit 1",
  "for p in $(pm list packages -3 | cut -d: -f2); do cmd connectivity get-package-networking-enabled $p; done",
  "echo end",
].join("; ");

/** Apps that a computer cut off from every network; null before Android 13, where it cannot. */
export const appNetwork = defineFact({
  id: "app-network",
  about: "Apps that a computer cut off from every network",
  needs: { apiLevel, packageDetails },
  read: ({ apiLevel }) => (apiLevel < 33 ? [] : [["dumpsys", "connectivity", "trafficcontroller"]]),
  parse: ([text = ""], { apiLevel, packageDetails }): AppNetwork | null => {
    if (apiLevel < 33) return null;
    const { on, denied } = parseTrafficRules(text);
    const appIds = new Set(denied.map((uid) => uid % 100_000));
    const names = packageDetails.filter(({ appId }) => appIds.has(appId)).map(({ name }) => name);
    return { on, denied: names, asked: null };
  },
  otherwise: [
    reading({
      read: () => [{ run: ["sh", "-c", askEach], timeoutMs: 60_000 }],
      parse: ([text = ""]): AppNetwork => parseEach(text),
    }),
  ],
});

function parseEach(text: string): AppNetwork {
  const lines = text.trimEnd().split("\n");
  const chain = /^chain:(enabled|disabled)$/.exec(lines[0] ?? "");
  if (!chain || lines.at(-1) !== "end") throw new FormatError("cmd connectivity", "no state of the chain");
  const states = lines.slice(1, -1).map((line) => /^([\w.]+):(allow|deny)$/.exec(line));
  const told = states.flatMap((state) => (state ? [{ name: state[1] ?? "", denied: state[2] === "deny" }] : []));
  return {
    on: chain[1] === "enabled",
    denied: told.filter(({ denied }) => denied).map(({ name }) => name),
    asked: told.map(({ name }) => name),
  };
}
