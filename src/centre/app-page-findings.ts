import type { BehaviourEvidence, BehaviourFacts, FoundBehaviour } from "../apps/app-behaviour.ts";
import type { FoundSecret, SecretFacts } from "../apps/app-secrets.ts";
import type { AppView, PageItem, PageRow, PageSection } from "./app-page.ts";
import { joined, line, list, rowsOf, unique } from "./page-row.ts";

/** What its code can be seen to be able to do, with what each is used for. */
export function behaviourSection({ records }: AppView): PageSection {
  const title = "What its code can do";
  const merged = joined(
    records,
    ({ behaviour }) => behaviour,
    ({ found }: BehaviourFacts) => found,
  );
  if (merged === undefined) return { title, rows: [] };
  return {
    title,
    rows: rowsOf(merged, "behaviour", ({ values, facts }) => [
      ...unique(values, ({ id }) => id).map(behaviourRow),
      ...(values.length === 0 ? [line("behaviour", "nothing of what Candor looks for", "quiet")] : []),
      ...(facts.every(({ complete }) => complete)
        ? []
        : [line("", "Not all of its code could be searched: something may be missing.", "warn")]),
    ]),
  };
}

function behaviourRow({ id, about, use, grade, permission, asked, evidence }: FoundBehaviour): PageRow {
  const weak = grade === "text-only" || permission === "not-asked";
  const caveats = [
    ...(grade === "text-only" ? ["only texts stand there that such code holds"] : []),
    ...(permission === "not-asked" ? ["it does not ask for the permission that this needs"] : []),
    ...(permission === "asked" ? [`it asks for ${asked.join(", ")}`] : []),
  ];
  const [first, ...others] = evidence;
  const seen =
    first === undefined ? "" : `${evidenceWords(first)}${others.length > 0 ? `, and ${others.length} more` : ""}`;
  const items: PageItem[] = [
    { text: `${[about.replace(/\.$/, ""), ...caveats].join("; ")}.`, ...(weak && { tone: "quiet" }) },
    { text: `${use} Seen: ${seen}`, tone: "quiet" },
  ];
  return { label: id.replaceAll("-", " "), items };
}

function evidenceWords(evidence: BehaviourEvidence): string {
  return evidence.kind === "call"
    ? `${evidence.method}, called in ${evidence.caller}`
    : `${JSON.stringify(evidence.text)} in ${evidence.entry}`;
}

/** Keys, tokens and passwords that stand in it. */
export function secretSection({ records }: AppView): PageSection {
  const title = "Keys and passwords that lie in it";
  const merged = joined(
    records,
    ({ secrets }) => secrets,
    ({ found }: SecretFacts) => found,
  );
  if (merged === undefined) return { title, rows: [] };
  return {
    title,
    rows: rowsOf(merged, "secrets", ({ values, facts }) => {
      const more = facts.reduce((sum, each) => sum + each.more, 0);
      const missed = facts.flatMap((each) => each.missed);
      return [
        ...unique(values, ({ sha256 }) => sha256).map(secretRow),
        ...(values.length === 0 ? [line("secrets", "none that Candor knows by their shape", "quiet")] : []),
        ...(more > 0 ? [line("", `and ${more} more that were not kept`, "quiet")] : []),
        ...list("not searched", missed, "quiet"),
      ];
    }),
  };
}

function secretRow({ name, masked, opens, exposure, confidence, entries, sha256, length }: FoundSecret): PageRow {
  const common = exposure === "often-public";
  const means = common
    ? "made to stand in apps; what it may do should be bounded elsewhere"
    : `with it, anyone can ${opens}`;
  return {
    label: name,
    items: [
      { text: `${masked} (${length} characters, ${confidence}): ${means}`, tone: common ? "quiet" : "warn" },
      { text: `in ${entries.join(", ")}; SHA-256 begins ${sha256}`, tone: "quiet" },
    ],
  };
}
