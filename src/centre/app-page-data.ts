import type { Endpoint } from "../apps/app-endpoints.ts";
import type { NetworkAnswer, NetworkFacts } from "../apps/app-network.ts";
import { type AppRecord, isUnread } from "../apps/app-record.ts";
import type { FoundTracker } from "../apps/app-trackers.ts";
import type { InspectedTracker } from "../formats/app-inspections.ts";
import type { AppView, PageItem, PageRow, PageSection } from "./app-page.ts";
import { counted, line, list, rowsOf } from "./page-row.ts";

/** Who else gets data: trackers by company and country. */
export function trackerSection({ records, inspection }: AppView): PageSection {
  const title = "Who else gets data";
  const [base] = records;
  const found = base ? trackersOf(records) : (inspection?.trackers ?? null);
  if (!base && found === null) return { title, rows: [line("trackers", "unknown: its code was not read", "warn")] };
  const unreadHere = base && isUnread(base.trackers) ? base.trackers.unread : null;
  if (unreadHere !== null && (found ?? []).length === 0)
    return { title, rows: [line("trackers", `unknown: ${unreadHere}`, "warn")] };
  if ((found ?? []).length === 0)
    return { title, rows: [line("trackers", "none of those that the lists know", "quiet")] };
  return {
    title,
    rows: [
      ...companies(found ?? []),
      ...list(
        "",
        ["That a tracker is in an app is no proof that it is used; what it sends is seen in its traffic."],
        "quiet",
      ),
    ],
  };
}

/** Of all parts, the strongest evidence of each. */
function trackersOf(records: readonly AppRecord[]): readonly (InspectedTracker | FoundTracker)[] {
  const byName = new Map<string, FoundTracker>();
  for (const { trackers } of records)
    if (!isUnread(trackers))
      for (const each of trackers.found) {
        const before = byName.get(each.name);
        if (!before || grades.indexOf(each.grade) < grades.indexOf(before.grade)) byName.set(each.name, each);
      }
  return [...byName.values()];
}

const grades: readonly FoundTracker["grade"][] = ["class-defined", "type-referenced", "host-only"];
const graded: Readonly<Record<FoundTracker["grade"], string>> = {
  "class-defined": "",
  "type-referenced": "; its code is only referred to",
  "host-only": "; only its host stands there",
};

/** One row a company, those with code in the app first. */
function companies(trackers: readonly (InspectedTracker | FoundTracker)[]): readonly PageRow[] {
  const groups = new Map<string, (InspectedTracker | FoundTracker)[]>();
  for (const tracker of trackers) {
    const company = tracker.company ?? tracker.name;
    groups.set(company, [...(groups.get(company) ?? []), tracker]);
  }
  const strength = (group: readonly (InspectedTracker | FoundTracker)[]) =>
    Math.min(...group.map(({ grade }) => grades.indexOf(grade)));
  return [...groups]
    .sort(([a, one], [b, other]) => strength(one) - strength(other) || (a < b ? -1 : 1))
    .map(([company, group]) => {
      const country = group.find((each) => each.country !== null)?.country ?? null;
      return {
        label: company,
        items: [
          ...(country === null ? [] : [{ text: countryName(country), tone: "quiet" } as const]),
          ...group.map(({ name, purposes, grade }): PageItem => {
            const use = purposes.length > 0 ? `: ${purposes.join(", ")}` : "";
            return { text: `${name}${use}${graded[grade]}`, ...(grade === "host-only" && { tone: "quiet" }) };
          }),
        ],
      };
    });
}

const regions = new Intl.DisplayNames(["en"], { type: "region" });

/** The name of a country by its ISO 3166-1 code; the code itself where it is none. */
function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code;
}

/** How it talks, and with whom. */
export function networkSection({ records, inspection }: AppView): PageSection {
  const title = "How it talks, and with whom";
  const [base] = records;
  if (!base) {
    const { cleartext = null } = inspection ?? {};
    if (cleartext === null) return { title, rows: [line("network", "unknown: its rules were not read", "warn")] };
    const words = cleartext
      ? "connections without encryption are let through"
      : "only encrypted connections are let through";
    return { title, rows: [line("network", words, cleartext ? "warn" : undefined)] };
  }
  return { title, rows: [...rowsOf(base.network, "network", networkRows), ...hostRows(records)] };
}

function networkRows({ means, hosts, errors, byDefault, debugOverrides, file }: NetworkFacts): readonly PageRow[] {
  // The first two sentences are about these, in this order.
  const weak = [byDefault.cleartext, byDefault.userAuthorities];
  return [
    { label: "rules", items: means.map((text, i): PageItem => (weak[i] ? { text, tone: "warn" } : { text })) },
    ...list(
      "for hosts",
      hosts.map((rule) => `${rule.subdomains ? "*." : ""}${rule.host}: ${ruleWords(rule)}`),
    ),
    ...(debugOverrides ? [line("", "While it is debugged it trusts further certificate authorities.", "quiet")] : []),
    ...list("faulty", errors, "alarm"),
    line("written in", file ?? "no rules of its own: those of its Android version count", "quiet"),
  ];
}

function ruleWords({ cleartext, userAuthorities, ownAuthorities, pins, pinsExpire }: NetworkAnswer): string {
  return [
    cleartext ? "also without encryption" : "only encrypted",
    ...(userAuthorities ? ["authorities that were added by hand are trusted"] : []),
    ...(ownAuthorities > 0 ? [`brings ${counted(ownAuthorities, "authority", "authorities")} of its own`] : []),
    ...(pins > 0 ? [`${counted(pins, "key")} pinned${pinsExpire ? ` until ${pinsExpire}` : ""}`] : []),
  ].join(", ");
}

function hostRows(records: readonly AppRecord[]): readonly PageRow[] {
  const read = records.flatMap(({ endpoints }) => (isUnread(endpoints) ? [] : [endpoints]));
  const [base] = records;
  if (base && isUnread(base.endpoints)) return [line("hosts", `unknown: ${base.endpoints.unread}`, "warn")];
  const hosts = new Map<string, Endpoint>();
  for (const facts of read) for (const each of facts.hosts) if (!hosts.has(each.host)) hosts.set(each.host, each);
  const outside = [...hosts.values()].filter(({ local }) => !local);
  const plain = outside.filter(({ cleartext }) => cleartext);
  // A host with an address was written to be called; bare names are often only compared with.
  const called = outside.filter(({ cleartext, schemes }) => !cleartext && schemes.length > 0);
  const bare = outside.filter(({ schemes }) => schemes.length === 0);
  const more = read.reduce((sum, facts) => sum + facts.more, 0);
  return [
    ...list(
      "unencrypted",
      plain.map(({ addresses: [first], host }) => first ?? host),
      "warn",
    ),
    ...list(
      "hosts",
      called.map(({ host }) => host),
    ),
    ...list(
      "only named",
      bare.map(({ host }) => host),
      "quiet",
    ),
    ...(outside.length === 0 ? [line("hosts", "none found in its texts", "quiet")] : []),
    ...(more > 0 ? [line("", `and ${more} more hosts that were not kept`, "quiet")] : []),
  ];
}
