import { FormatError } from "../core/errors.ts";

/** A trust agent: an app's service that may keep the phone unlocked. */
export interface TrustAgent {
  /** package/class as printed, for example `com.google.android.gms/.auth.trustagent.GoogleTrustAgent`. */
  readonly component: string;
  readonly package: string;
  /** Whether it keeps the phone unlocked right now; null where not printed. */
  readonly trusted: boolean | null;
}

/** Trust of one user. */
export interface UserTrust {
  readonly user: number;
  readonly current: boolean;
  /** Whether the phone counts as locked for this user; null where not printed. */
  readonly deviceLocked: boolean | null;
  readonly agents: readonly TrustAgent[];
}

/**
 * Parses `dumpsys trust`: per user a head line, then `Enabled agents:` with a component per line. Profiles, which print that
 * switching to them is not possible, have no agents of their own.
 *
 * @throws FormatError when there is no user, or a user without the block of agents.
 * AOSP: frameworks/base/services/core/java/com/android/server/trust/TrustManagerService.java, dumpUser.
 */
export function parseTrust(text: string): UserTrust[] {
  if (!/^Trust manager state:/m.test(text)) throw new FormatError("trust", "no trust manager state found");
  const blocks: string[][] = [];
  for (const line of text.split("\n")) {
    if (/^ User ".*" \(id=\d+, flags=/.test(line)) blocks.push([line]);
    else blocks.at(-1)?.push(line);
  }
  if (blocks.length === 0) throw new FormatError("trust", "no user found");
  return blocks.map(([head = "", ...lines]) => readUser(head, lines));
}

function readUser(head: string, lines: readonly string[]): UserTrust {
  const match = /^ User ".*" \(id=(\d{1,9}), flags=\w{1,12}\)(.*)$/.exec(head);
  if (!match) throw new FormatError("trust", `unexpected line "${head.slice(0, 60)}"`);
  const [, user = "", rest = ""] = match;
  const locked = /\bdeviceLocked=([01])/.exec(rest)?.[1];
  const state = {
    user: Number(user),
    current: rest.startsWith(" (current)"),
    deviceLocked: locked === undefined ? null : locked === "1",
  };
  if (rest.startsWith("(managed profile)")) return { ...state, agents: [] };
  const start = lines.findIndex((line) => line.trim() === "Enabled agents:");
  if (start < 0) throw new FormatError("trust", `no block of agents for user ${user}`);
  return { ...state, agents: readAgents(lines.slice(start + 1)) };
}

function readAgents(lines: readonly string[]): TrustAgent[] {
  const agents: { component: string; package: string; trusted: boolean | null }[] = [];
  for (const line of lines) {
    if (line.trim() === "Events:") break;
    const component = /^\s+(([\w.]{1,255})\/[\w.$]{1,255})$/.exec(line);
    if (component) agents.push({ component: component[1] as string, package: component[2] as string, trusted: null });
    const trusted = /\btrusted=([01])/.exec(line)?.[1];
    const agent = agents.at(-1);
    if (trusted !== undefined && agent) agent.trusted = trusted === "1";
  }
  return agents;
}
