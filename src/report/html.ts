import { type Category, categories, type Severity, severities } from "../core/check.ts";
import type { Outcome, Report, ReportFinding } from "../core/report.ts";
import { brand } from "./html-brand.ts";
import { stylesheet } from "./html-style.ts";
import { html, join, type Markup, none } from "./html-text.ts";
import { remedyHint, remedyLines } from "./remedy-text.ts";
import {
  addedAppsNotice,
  appsConcerned,
  categoryNames,
  closingNotice,
  deviceName,
  evidenceText,
  firstThings,
  listsUsed,
  mayBeWatched,
  safetyNotice,
  saidAlready,
  severityNames,
  sourceName,
  subjectName,
} from "./wording.ts";

/** The report as one HTML file: no script, no request, light and dark, printable. */
export function writeHtml(report: Report): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>Candor: ${deviceName(report)}</title>
<style>${{ markup: stylesheet }}</style>
</head>
<body>
<a class="skip" href="#findings">Skip to the findings</a>
${heading(report)}
<main>
${mayBeWatched(report) ? html`<section class="safety" role="note" aria-label="Your safety first"><h2>Your safety first</h2><p>${safetyNotice}</p></section>` : none}
${first(report)}
<p class="meta">${addedAppsNotice}</p>
<div id="findings">${join(categories.map((category) => section(category, report)))}</div>
${notExamined(report)}
${notArising(report)}
</main>
${footer(report)}
</body>
</html>
`;
  return page.markup;
}

function heading(report: Report): Markup {
  const when = report.takenAt
    ? html`<time datetime="${report.takenAt}">${report.takenAt.slice(0, 16).replace("T", " ")} UTC</time>`
    : html`at an unknown time`;
  const [name = "", ...facts] = deviceName(report).split(" · ");
  return html`<header>
${brand}
<h1>${name}</h1>
<p class="sub">${join(facts.map((fact) => html`<span>${fact}</span>`))}</p>
<p class="meta">${report.source.kind === "phone" ? "Examined" : "Taken"} ${when}, from ${sourceName(report)}</p>
${counts(report)}
${bar(report)}
</header>`;
}

function counts(report: Report): Markup {
  const chips = severities.map((severity) => {
    const count = report.summary.findings[severity];
    return html`<li class="chip ${severity}${count === 0 ? " zero" : ""}"><b>${count}</b> ${severityNames[severity].toLowerCase()}</li>`;
  });
  return html`<ul class="chips" aria-label="Findings by severity">${join(chips)}</ul>`;
}

/** How many questions were answered, and how: lengths and words, no score. */
function bar(report: Report): Markup {
  const { total, fail, pass, unknown, notApplicable } = report.summary.checks;
  const parts = [
    ["fail", fail, "have findings"],
    ["pass", pass, "found nothing"],
    ["unknown", unknown, "could not be answered"],
    ["not-applicable", notApplicable, "do not arise here"],
  ] as const;
  let x = 0;
  const pieces = parts.map(([state, count]) => {
    const length = total === 0 ? 0 : (count / total) * 100;
    const piece = html`<rect class="${state}" x="${x.toFixed(2)}" y="0" width="${length.toFixed(2)}" height="4"/>`;
    x += length;
    return piece;
  });
  const legend = parts.map(([state, count, words]) => html`<li class="${state}"><b>${count}</b> ${words}</li>`);
  return html`<div class="answers"><p><b>${total}</b> questions asked</p>
<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">${join(pieces)}</svg>
<ul>${join(legend)}</ul></div>`;
}

function first(report: Report): Markup {
  const things = firstThings(report);
  if (things.length === 0) return none;
  const items = things.map((outcome) => {
    const apps = appsConcerned(outcome);
    return html`<li><a href="#${outcome.check}">${outcome.title}</a> ${badge(outcome.severity)}<p>${apps === "" ? none : html`<b>${apps}</b>. `}${outcome.advice}</p></li>`;
  });
  return html`<section class="first"><h2>What to do first</h2><ol>${join(items)}</ol></section>`;
}

function section(category: Category, report: Report): Markup {
  const outcomes = report.outcomes.filter((outcome) => outcome.category === category);
  const failed = outcomes.filter((outcome) => outcome.state === "fail");
  const passed = outcomes.filter((outcome) => outcome.state === "pass");
  const unknown = outcomes.filter((outcome) => outcome.state === "unknown");
  if (failed.length + passed.length === 0) return none;
  const sorted = failed.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const said = [
    failed.length > 0 ? `${failed.length} have findings` : "",
    passed.length > 0 ? `${passed.length} found nothing` : "",
    unknown.length > 0 ? `${unknown.length} could not be answered` : "",
  ].filter((words) => words !== "");
  return html`<section class="category" aria-labelledby="category-${category}"><h2 id="category-${category}">${categoryNames[category]} <small>${said.join(" · ")}</small></h2>
${join(sorted.map((outcome) => failure(outcome, report)))}
${passed.length > 0 ? html`<ul class="passed">${join(passed.map((outcome) => html`<li>${outcome.title}</li>`))}</ul>` : none}
</section>`;
}

/** Findings of one check shown before the rest folds away. */
const shownFindings = 8;

function failure(outcome: Outcome, report: Report): Markup {
  const findings = outcome.findings ?? [];
  const shown = findings.slice(0, shownFindings);
  const rest = findings.slice(shownFindings);
  const hint = remedyHint(report, outcome);
  const references = outcome.references.map((reference) =>
    /^https:\/\/[^\s"'<>]+$/.test(reference)
      ? html`<li><a href="${reference}" rel="noreferrer">${reference}</a></li>`
      : html`<li>${reference}</li>`,
  );
  return html`<article id="${outcome.check}" class="${outcome.severity}">
<h3>${badge(outcome.severity)} ${outcome.title}${findings.length > 1 ? html` <small>${findings.length}</small>` : none}</h3>
<ul class="findings">${join(shown.map((item) => finding(item, outcome)))}</ul>
${rest.length > 0 ? html`<details class="more"><summary>${rest.length} more</summary><ul class="findings">${join(rest.map((item) => finding(item, outcome)))}</ul></details>` : none}
${join((outcome.unread ?? []).map((sentence) => html`<p class="unread">Not seen: ${sentence}</p>`))}
<p class="advice"><b>What to do.</b> ${outcome.advice}</p>
${hint === null ? none : html`<p class="remedy">${hint.text}${hint.command === null ? none : html` <code>${hint.command}</code>`}</p>`}
<details><summary>Why it matters, and sources</summary><p>${outcome.why}</p><ul class="references">${join(references)}</ul></details>
</article>`;
}

function finding(item: ReportFinding, outcome: Outcome): Markup {
  const about = saidAlready(item) ? "" : subjectName(item.subject);
  const rows = item.evidence.map(
    (evidence) =>
      html`<tr><td>${evidenceText(evidence)}</td><td><code>${evidence.from.slice(0, 3).join("; ") || evidence.fact}</code></td></tr>`,
  );
  return html`<li>${about !== "" ? html`<b>${about}</b> ` : none}${item.message}${item.severity === outcome.severity ? none : html` ${badge(item.severity)}`}${item.confidence === "certain" ? none : html` <small>${item.confidence}</small>`}
${remedy(item, outcome)}
${rows.length > 0 ? html`<details><summary>Evidence</summary><table><thead><tr><th scope="col">Seen</th><th scope="col">Read with</th></tr></thead><tbody>${join(rows)}</tbody></table></details>` : none}</li>`;
}

/** What to do about one finding; folded where there are several, which often need the same. What safety may hang on is never folded. */
function remedy(item: ReportFinding, outcome: Outcome): Markup {
  const folded = (outcome.findings?.length ?? 0) > 1 && outcome.category !== "stalkerware";
  const { candor, byHand } = remedyLines(item);
  const does = candor.map((words) => html`<li>${words}</li>`);
  const steps = byHand.map((step) => html`<li>${step}</li>`);
  if (does.length + steps.length === 0) return none;
  const lines = html`${does.length > 0 ? html`<p class="how">Candor can:</p><ul class="does">${join(does)}</ul>` : none}
${does.length > 0 && steps.length > 0 ? html`<p class="how">Or by hand:</p>` : none}
${steps.length > 0 ? html`<ol class="steps">${join(steps)}</ol>` : none}`;
  return folded ? html`<details><summary>What to do about it</summary>${lines}</details>` : lines;
}

function notExamined(report: Report): Markup {
  const unknown = report.outcomes.filter((outcome) => outcome.state === "unknown");
  if (unknown.length === 0) return none;
  const rows = unknown.map(
    (outcome) =>
      html`<tr><td>${outcome.question}<small>${categoryNames[outcome.category]}</small></td><td>${outcome.reason ?? ""}</td></tr>`,
  );
  return html`<section class="unexamined"><h2>Could not be examined <small>${unknown.length}</small></h2>
<p>These questions have no answer here. That is not the same as a good answer.</p>
<table><thead><tr><th scope="col">Question</th><th scope="col">Reason</th></tr></thead><tbody>${join(rows)}</tbody></table></section>`;
}

function notArising(report: Report): Markup {
  const outcomes = report.outcomes.filter((outcome) => outcome.state === "not-applicable");
  if (outcomes.length === 0) return none;
  const items = outcomes.map((outcome) => html`<li>${outcome.question} <small>${outcome.reason ?? ""}</small></li>`);
  return html`<section><h2>Do not arise here <small>${outcomes.length}</small></h2><details><summary>Show them</summary><ul>${join(items)}</ul></details></section>`;
}

function footer(report: Report): Markup {
  return html`<footer><p>${closingNotice}</p>
<p>Candor ${report.candor} · ${report.schema} · ${listsUsed(report)}</p></footer>`;
}

function badge(severity: Severity): Markup {
  return html`<span class="badge ${severity}">${severityNames[severity]}</span>`;
}
