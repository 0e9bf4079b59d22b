import { severities } from "../core/check.ts";
import { countryName, kindWords } from "../traffic/rule-words.ts";
import type { CountryTraffic, ReportFlow, TrafficFinding, TrafficReport, Unseen } from "../traffic/traffic-report.ts";
import { brand } from "./html-brand.ts";
import { stylesheet } from "./html-style.ts";
import { html, join, type Markup, none } from "./html-text.ts";
import { trafficStylesheet } from "./traffic-html-style.ts";
import { mapPicture, sankeyPicture, standingWords, timelinePicture } from "./traffic-pictures.ts";
import { trafficUnits } from "./traffic-units.ts";
import { severityNames } from "./wording.ts";

/** Connections and look-ups that are listed; the table for spreadsheets has all. */
const mostFlows = 2_000;

/** Findings that stand open, the gravest; the pictures come soon after. */
const shownFindings = 5;

/** A report on traffic as one HTML file: no script, no request, light and dark, printable; each picture has its table. */
export function writeTrafficHtml(report: TrafficReport): string {
  const files = report.records.map(({ file }) => file).join(", ");
  const timeline = timelinePicture(report);
  const units = trafficUnits(report);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>Candor: where the data goes, ${files}</title>
<style>${{ markup: stylesheet + trafficStylesheet }}</style>
</head>
<body>
<a class="skip" href="#findings">Skip to the findings</a>
${heading(report, files)}
<main>
<section id="findings"><h2>What stands out <small>${report.findings.length}</small></h2>${findings(report)}</section>
<section><h2>Where the servers stand</h2>${mapPicture(report)}${countries(report)}
<p class="credit">Lines begin in your region: records do not say where the phone was. Borders as Natural Earth (public domain) has them, simplified.</p>${credits(report)}</section>
<section><h2>From app to company to country</h2>${sankeyPicture(report)}${companies(report)}${credits(report)}</section>
<section><h2>When each app was on the network</h2>${timeline === none ? html`<p>These records do not tell when anything happened.</p>` : timeline}<p class="credit">Times are UTC.</p></section>
<section><h2>All ${units.many} <small>${report.flows.length}</small></h2>${flowTable(report)}${credits(report)}</section>
<section class="unexamined"><h2>What these records do not show</h2>${unseen(report)}</section>
<section><h2>Records</h2>${records(report)}</section>
</main>
<footer><p>What was observed is evidence for the day of the record and for this phone. “Contacted” means that ${units.lookups ? (units.many === "look-ups of names" ? "a name was looked up, not that anything went there, nor what" : "a connection was seen or a name looked up, not what went there") : "a connection was seen, not what went through it"}. This is not legal advice.</p><p>Candor · ${report.schema}</p></footer>
</body>
</html>
`;
  return page.markup;
}

function heading(report: TrafficReport, files: string): Markup {
  const { flows, period, region, lawOn, marks, nothingChosen, apps } = report;
  const count = (test: (flow: ReportFlow) => boolean) => flows.filter(test).length;
  const chips: readonly (readonly [number, string, string])[] = [
    [flows.length, trafficUnits(report).many, "info"],
    [count(({ recipient }) => recipient.kind === "tracker"), "to trackers", "high"],
    [count(({ encryption }) => encryption === "clear"), "in clear", "high"],
    [count(({ standing }) => standing === "none"), "to countries without a decision", "medium"],
    ...(nothingChosen || marks.some(({ kind }) => kind !== "note")
      ? ([
          [count(({ moment }) => moment === "before-choice"), "before the choice", "medium"],
          [count(({ moment }) => moment === "after-refusal"), "after refusing", "high"],
        ] as const)
      : []),
  ];
  return html`<header>
${brand}
<h1>Where the data goes</h1>
<p class="sub"><span>${files}</span><span>${apps.length} apps</span></p>
<p class="meta">${period === null ? "The records tell no time." : `${time(period.from)} to ${time(period.to)} UTC.`} Judged for ${region.name} by the law of ${lawOn}.</p>
<ul class="chips">${join(chips.map(([number, words, tone]) => html`<li class="chip ${tone}${number === 0 ? " zero" : ""}"><b>${number}</b> ${words}</li>`))}</ul>
</header>`;
}

function findings(report: TrafficReport): Markup {
  const { findings: all, apps } = report;
  const { heading } = trafficUnits(report);
  const sorted = [...all].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  if (sorted.length === 0)
    return html`<p>Nothing stands out by these rules. What could not be seen is told at the end.</p>`;
  const names = new Map(apps.map(({ key, name }) => [key, name]));
  const made = sorted.map((each) =>
    finding(each, each.app === null ? null : (names.get(each.app) ?? each.app), heading),
  );
  const rest = made.slice(shownFindings);
  return html`${join(made.slice(0, shownFindings))}${rest.length > 0 ? html`<details class="more"><summary>${rest.length} more</summary>${join(rest)}</details>` : none}`;
}

function finding(each: TrafficFinding, app: string | null, heading: string): Markup {
  const { severity, title, message, articles, caution, references, flows } = each;
  const sources = references.map((reference) =>
    /^https:\/\/[^\s"'<>]+$/.test(reference)
      ? html`<li><a href="${reference}" rel="noreferrer">${reference}</a></li>`
      : html`<li>${reference}</li>`,
  );
  return html`<article class="${severity}"><h3><span class="badge ${severity}">${severityNames[severity]}</span> ${title}${app === null ? none : html` <small>${app}</small>`}</h3>
<p>${message}</p>
<details><summary>Evidence and articles to look at</summary><p>${heading}: ${join(flows.slice(0, 40).map((id, i) => html`${i > 0 ? ", " : ""}<a href="#flow-${id}">${id}</a>`))}${flows.length > 40 ? ` and ${flows.length - 40} more` : ""}</p>${articles.length > 0 ? html`<p>${articles.join(" · ")}</p>` : none}${caution === null ? none : html`<p>${caution}</p>`}<ul class="references">${join(sources)}</ul></details></article>`;
}

function table(heads: readonly string[], rows: readonly Markup[]): Markup {
  return html`<div class="scroller"><table><thead><tr>${join(heads.map((head) => html`<th scope="col">${head}</th>`))}</tr></thead><tbody>${join(rows)}</tbody></table></div>`;
}

function countries(report: TrafficReport): Markup {
  const { countries: all, law } = report;
  const said = (row: CountryTraffic) => {
    const own = law.find(({ country }) => country === row.country);
    const { decision } = own ?? {};
    if (decision)
      return html`<small>${decision.decision}, in force from ${decision.inForceFrom}${decision.until ? ` until ${decision.until}` : ""}. ${decision.scope} ${decision.condition ?? ""} <a href="${decision.source}" rel="noreferrer">${decision.source}</a></small>`;
    return own?.law ? html`<small>${own.law}, as of ${own.asOf}</small>` : none;
  };
  const rows = all.map(
    (row) =>
      html`<tr><th scope="row">${row.country === null ? "Place not known" : countryName(row.country)}</th><td>${row.country === null ? "not known" : standingWords[row.standing ?? "unknown"]}${said(row)}</td><td>${row.flows}</td><td>${size(row.bytesSent)}</td><td>${row.companies.join(", ")}</td></tr>`,
  );
  return table(["Country of the server", "By law", trafficUnits(report).heading, "Sent", "Companies"], rows);
}

function companies(report: TrafficReport): Markup {
  const { companies: all, apps } = report;
  const names = new Map(apps.map(({ key, name }) => [key, name]));
  const rows = all.map(
    (row) =>
      html`<tr><th scope="row">${row.name}${row.known ? none : html`<small>company not known</small>`}</th><td>${row.kind}${row.purposes.length > 0 ? html`<small>${row.purposes.join(", ")}</small>` : none}</td><td>${[...new Set(row.jurisdictions.map(({ country }) => countryName(country)))].join(", ")}</td><td>${row.flows}</td><td>${row.apps.map((key) => names.get(key) ?? key).join(", ")}</td><td>${row.countries.map(place).join(", ")}</td><td>${row.data.map((kind) => kindWords[kind]).join(", ")}</td></tr>`,
  );
  return table(["Company", "Is", "Seat", trafficUnits(report).heading, "Apps", "Servers in", "Data seen"], rows);
}

function flowTable({ flows, apps }: TrafficReport): Markup {
  const names = new Map(apps.map(({ key, name }) => [key, name]));
  const rows = flows
    .slice(0, mostFlows)
    .map(
      (flow) =>
        html`<tr id="flow-${flow.id}"><td>${flow.id}</td><td>${flow.start === null ? "not told" : time(flow.start)}${flow.moment === null ? none : html`<small>${flow.moment.replace("-", " ")}</small>`}</td><td>${flow.appKey === null ? "not known" : (names.get(flow.appKey) ?? flow.appKey)}</td><td>${flow.host ?? flow.address ?? "without a name"}<small>${flow.recipient.company ?? flow.recipient.domain ?? ""}</small></td><td>${place(flow.place.country)}</td><td>${flow.encryption === "unknown" ? "not known" : flow.encryption === "clear" ? "in clear" : "encrypted"}</td><td>${size(flow.bytesSent)}</td><td>${flow.data.length > 0 ? [...new Set(flow.data.map(({ kind }) => kindWords[kind]))].join(", ") : flow.contentSeen ? "nothing recognised" : "not to be seen"}</td></tr>`,
    );
  const rest = flows.length - rows.length;
  return html`<details><summary>Show them</summary>${table(["", "Time (UTC)", "App", "Server", "Stands in", "Protection", "Sent", "Data seen"], rows)}${rest > 0 ? html`<p>${rest} more are left out here; the table for spreadsheets has all.</p>` : none}</details>`;
}

const unseenWords: Readonly<Record<keyof Unseen, string>> = {
  withoutContent: "{heading} whose content is not to be seen",
  withoutName: "{heading} without the name of a server",
  hiddenNames: "Names hidden by encryption (ECH)",
  withoutApp: "{heading} without the app behind them",
  withoutTime: "{heading} without a time",
  doubtfulHosts: "Names that the record itself doubts",
  withoutPlace: "Servers whose place is not known or must not be stated",
  withoutCompany: "Servers whose company no list knows",
};

function unseen(report: TrafficReport): Markup {
  const { unseen: counts, flows } = report;
  const { heading } = trafficUnits(report);
  const kinds = (Object.keys(unseenWords) as (keyof Unseen)[]).filter((kind) => counts[kind] > 0);
  if (kinds.length === 0) return html`<p>Nothing of this kind was counted.</p>`;
  const rows = kinds.map(
    (kind) =>
      html`<tr><td>${unseenWords[kind].replace("{heading}", heading)}</td><td>${counts[kind]} of ${flows.length}</td></tr>`,
  );
  return html`<table><tbody>${join(rows)}</tbody></table>`;
}

function records({ records: all }: TrafficReport): Markup {
  const rows = all.map(
    ({ file, format, bytes, sha256, cannotTell, unread }) =>
      html`<tr><th scope="row">${file}</th><td>${format}, ${bytes} bytes</td><td><code>${sha256 ?? "no digest"}</code></td><td>${cannotTell.length > 0 ? `cannot tell: ${cannotTell.join(", ")}` : ""}${join(unread.map(({ reason, count }) => html`<small>${count} × ${reason}</small>`))}</td></tr>`,
  );
  return table(["File", "Format", "SHA-256", "Not read"], rows);
}

/** Stands wherever a place is shown. */
function credits({ attributions }: TrafficReport): Markup {
  return html`<p class="credit">${attributions.join(" · ")}</p>`;
}

function place(country: string | null): string {
  return country === null ? "not known" : countryName(country);
}

function size(bytes: number | null): string {
  if (bytes === null) return "not known";
  if (bytes < 10_000) return `${bytes} B`;
  return bytes < 10_000_000 ? `${Math.round(bytes / 1000)} kB` : `${Math.round(bytes / 1_000_000)} MB`;
}

function time(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace("T", " ");
}
