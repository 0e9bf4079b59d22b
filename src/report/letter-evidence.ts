import type { HostEvidence, LetterInput } from "./letter.ts";
import { fillTemplate } from "./letter-template.ts";
import type { LetterWords } from "./letter-words.ts";

/** Servers that a letter lists; the record has the others. */
const maxHosts = 25;
const maxApps = 6;

/** What was recorded, and what is asked about it; empty where there is no evidence. */
export function evidenceText({ kind, evidence, law }: LetterInput, words: LetterWords): string {
  if (evidence === null || evidence.hosts.length === 0) return "";
  const { device, from, to, records, hosts } = evidence;
  const period = from !== null && to !== null;
  const said = words.evidence;
  const intro = fillTemplate(said.intro, {
    values: { device: device ?? "", from: timeText(from), to: timeText(to) },
    flags: { device: device !== null, period },
  });
  const shown = hosts.slice(0, maxHosts).map((host) => hostLine(host, words));
  const more = hosts.length - shown.length;
  const lines = more > 0 ? [...shown, one(said.more, { count: String(more) })] : shown;
  const files = records.map(({ file, bytes, sha256 }) =>
    one(said.record, { file, bytes: String(bytes), sha256: sha256 ?? "–" }),
  );
  const questions = kind === "access" ? `\n\n${questionsText(hosts, law.region, words)}` : "";
  return `${intro}\n${lines.join("\n")}\n\n${files.join("\n")}\n${said.caution}${questions}`;
}

function hostLine(host: HostEvidence, words: LetterWords): string {
  const said = words.evidence;
  const count = (text: string, number: number) => (number > 0 ? one(text, { count: String(number) }) : "");
  const data = host.data.map((kind) => said.kinds[kind] ?? kind).join(words.comma);
  const facts = [
    count(said.clear, host.clear),
    count(said.beforeChoice, host.beforeChoice),
    count(said.afterRefusal, host.afterRefusal),
    data === "" ? said.contactOnly : one(said.data, { data }),
    placeText(host, words),
  ].filter((text) => text !== "");
  const apps = host.apps.slice(0, maxApps).join(words.comma);
  const [first, last] = [timeText(host.first), timeText(host.last)];
  return fillTemplate(said.host, {
    values: {
      host: host.host,
      connections: String(host.connections),
      first,
      last,
      apps,
      facts: facts.join(words.locale.startsWith("zh") ? "" : " "),
    },
    flags: {
      one: host.connections === 1,
      several: host.connections !== 1,
      moment: host.first !== null && first === last,
      times: host.first !== null && host.last !== null && first !== last,
      apps: apps !== "",
    },
  });
}

function placeText({ country, placeFrom }: HostEvidence, words: LetterWords): string {
  if (country === null || placeFrom === null) return words.evidence.placeUnknown;
  const name = new Intl.DisplayNames(words.locale, { type: "region", fallback: "code" }).of(country) ?? country;
  return one(words.evidence.place, { country: name, ...placeFrom });
}

/** Articles are named where the law is the GDPR, or has its numbers. */
function questionsText(hosts: readonly HostEvidence[], region: string, words: LetterWords): string {
  const gdpr = region === "EU" || region === "GB";
  const cited = (articles: readonly string[]) =>
    gdpr ? words.cited(words.cite("article", articles), words.laws[region] ?? "GDPR") : "";
  const values = {
    ground: cited(["6(1)", "7(1)"]),
    recipients: cited(["15(1)(c)"]),
    transfer: cited(["13(1)(f)", "15(2)", "46"]),
    security: cited(["32"]),
  };
  const asked = hosts.some(({ clear }) => clear > 0)
    ? [...words.evidence.questions, words.evidence.security]
    : words.evidence.questions;
  return [words.evidence.ask, ...asked.map((text) => one(text, values))].join("\n");
}

/** To the second, without the mark of the zone, which the sentence has. */
function timeText(time: number | null): string {
  return time === null ? "–" : new Date(time).toISOString().slice(0, 19).replace("T", " ");
}

function one(text: string, values: Readonly<Record<string, string>>): string {
  return fillTemplate(text, { values, flags: {} });
}
