import { FormatError } from "../core/errors.ts";

/** The firewall rules that a computer may set for apps. */
export interface TrafficRules {
  /** Whether the rules count: their chain is switched on. It is off after each restart. */
  readonly on: boolean;
  /** Uids with a rule that denies them every network while the chain is on. */
  readonly denied: readonly number[];
}

const format = "dumpsys connectivity trafficcontroller";
const match = "OEM_DENY_3_MATCH";
/** A uid and its rules, behind one of which the number of a network interface may stand. */
const row = /^\s*(\d{1,10}) ([A-Z0-9_() -]{1,1000})$/;
const most = 100_000;

/**
 * Parses `dumpsys connectivity trafficcontroller`, from Android 13 on.
 *
 * @throws FormatError where the rules of the chain or of the uids are missing, or could not be dumped to their end.
 * AOSP: packages/modules/Connectivity/service/src/com/android/server/BpfNetMaps.java (dump) and, in 13,
 * service/native/TrafficController.cpp (dump).
 */
export function parseTrafficRules(text: string): TrafficRules {
  const config = /^ *current ownerMatch configuration: \d{1,20}([A-Z0-9_() ]{0,1000})$/m.exec(text);
  if (!config) throw new FormatError(format, "no configuration of the chains");
  const lines = text.split("\n");
  const start = lines.findIndex((line) => /^\s*[sm]UidOwnerMap:\s*$/.test(line));
  if (start < 0) throw new FormatError(format, "no rules of uids");
  const denied: number[] = [];
  for (const line of lines.slice(start + 1)) {
    const found = row.exec(line);
    if (found) {
      if ((found[2] ?? "").split(" ").includes(match)) denied.push(Number(found[1]));
      if (denied.length > most) throw new FormatError(format, "too many rules");
    } else if (/^\s*\d|\berror\b/i.test(line)) throw new FormatError(format, "rules that are not known, or broke off");
    else if (/^\s*[A-Za-z]{1,100}Map:|^\s*$/.test(line)) break;
  }
  return { on: (config[1] ?? "").split(" ").includes(match), denied };
}
