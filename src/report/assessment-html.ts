import { type Assessment, type ControlResult, type ControlState, controlStates } from "../core/assessment.ts";
import { countsInWords, methodInWords, preloadInWords, stateNames, verdictNames } from "./assessment-words.ts";
import { brand } from "./html-brand.ts";
import { stylesheet } from "./html-style.ts";
import { html, join, type Markup, none } from "./html-text.ts";
import { deviceName, evidenceText, listsUsed, severityNames, sourceName } from "./wording.ts";

/** Each state looks like a severity that the report's style has; the word always stands beside it. */
const looks: Readonly<Record<ControlState, string>> = {
  "not-satisfied": "high",
  "not-determinable": "info",
  satisfied: "pass",
  "not-applicable": "info",
};

const ownStyle =
  ".badge.pass{color:var(--pass)}article.pass{border-left-color:var(--pass)}dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin:.4rem 0}dt{color:var(--soft)}dd{margin:0}" +
  "table.all td{width:auto}@page{margin:16mm}";

/** An assessment as one HTML file: scope, method, versions, limits, evidence per control. No script, no request; made to be printed. */
export function writeAssessmentHtml(assessment: Assessment): string {
  const { profile, results, notice } = assessment;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>Candor assessment: ${deviceName(assessment)}</title>
<style>${{ markup: stylesheet }}${{ markup: ownStyle }}</style>
</head>
<body>
<header>
${brand}
<h1>Assessment against “${profile.title}”</h1>
<p class="sub"><span>${deviceName(assessment)}</span></p>
<p class="meta">${notice}</p>
</header>
<main>
<section><h2>Summary</h2><p><b>${countsInWords(assessment)}</b></p>${overview(results)}</section>
${about(assessment)}
${claims(assessment)}
${preload(assessment)}
${join(controlStates.map((state) => group(state, results)))}
</main>
<footer><p>${notice}</p><p>Candor ${assessment.candor} · ${assessment.schema} · profile ${profile.id} version ${profile.version} · ${listsUsed(assessment)}</p>
<p>The digest of this file stands in the journal of the computer that made it, which is chained and can be signed: candor journal verify.</p></footer>
</body>
</html>
`;
  return page.markup;
}

function about(assessment: Assessment): Markup {
  const { profile, takenAt, answeredBy } = assessment;
  const limits = profile.limits.map((limit) => html`<li>${limit}</li>`);
  const when = takenAt === null ? "at an unknown time" : `${takenAt.slice(0, 16).replace("T", " ")} UTC`;
  return html`<section><h2>Scope, method and limits</h2><dl>
<dt>Made for</dt><dd>${profile.audience}</dd>
<dt>Scope</dt><dd>${profile.scope}</dd>
<dt>Examined</dt><dd>${sourceName(assessment)}, ${when}</dd>
<dt>Method</dt><dd>Commands of Android's own shell were run without root and their answers kept; each check is a published question judged from them; each control names its checks and the rule that joins them. What could not be read stays unknown.</dd>
<dt>Answered by hand</dt><dd>${answeredBy ?? "by nobody named"}, ${assessment.summary.byHand} controls</dd>
</dl><ul>${join(limits)}</ul></section>`;
}

function overview(results: readonly ControlResult[]): Markup {
  const families = [...new Set(results.map(({ family }) => family))];
  const rows = families.map((family) => {
    const cells = controlStates.map((state) => {
      const count = results.filter((result) => result.family === family && result.state === state).length;
      return html`<td>${count}</td>`;
    });
    return html`<tr><td>${family}</td>${join(cells)}</tr>`;
  });
  const heads = controlStates.map((state) => html`<th scope="col">${stateNames[state]}</th>`);
  return html`<table class="all"><thead><tr><th scope="col">Family</th>${join(heads)}</tr></thead><tbody>${join(rows)}</tbody></table>`;
}

function claims({ claims }: Assessment): Markup {
  if (claims.length === 0) return none;
  const items = claims.map(({ promise, verdict, reason, about, controls }) => {
    const look = { verified: "pass", contradicted: "high", "not-determinable": "info" }[verdict];
    return html`<article class="${look}"><h3><span class="badge ${look}">${verdictNames[verdict]}</span> ${promise}</h3><p>${reason}</p><p class="meta">${about} Controls: ${controls.join(", ")}.</p></article>`;
  });
  return html`<section><h2>Promises of the maker</h2>${join(items)}</section>`;
}

function preload({ preload }: Assessment): Markup {
  if (preload === null) return none;
  const rows = preload.metrics.map(
    ({ name, weight, added, all, score }) =>
      html`<tr><td>${name}</td><td>${weight}</td><td>${added ?? "not known"}</td><td>${all ?? "not known"}</td><td>${score?.toFixed(2) ?? "not known"}</td></tr>`,
  );
  return html`<section><h2>Risk score of pre-installed apps</h2><p><b>${preloadInWords(preload)}</b>, by ${preload.method} (${preload.source}), against ${preload.baseline}.</p>
<p>${preload.formula}</p><table class="all"><thead><tr><th scope="col">Metric</th><th scope="col">Weight</th><th scope="col">Not in the baseline</th><th scope="col">All</th><th scope="col">Score</th></tr></thead><tbody>${join(rows)}</tbody></table>
<ul>${join(preload.deviations.map((each) => html`<li>${each}</li>`))}</ul></section>`;
}

function group(state: ControlState, results: readonly ControlResult[]): Markup {
  const own = results.filter((result) => result.state === state);
  if (own.length === 0) return none;
  return html`<section><h2>${stateNames[state]} <small>${own.length}</small></h2>${join(own.map(control))}</section>`;
}

function control(result: ControlResult): Markup {
  const { id, title, state, severity, level, why, reason, rule, question, answer, evidence, references } = result;
  const refs = references.map(({ document, edition, section }) => html`<li>${document} (${edition}): ${section}</li>`);
  return html`<article id="${id}" class="${looks[state]}">
<h3><span class="badge ${looks[state]}">${stateNames[state]}</span> ${id} ${title} <small>${level}, ${severityNames[severity].toLowerCase()}</small></h3>
<p>${reason}</p>
${question === null || state === "satisfied" ? none : html`<p class="meta">Asked of a person: ${question}</p>`}
${answer === null ? none : html`<p class="meta">Answer by hand: ${answer.answer}${answer.note === null ? "" : `. ${answer.note}`}</p>`}
<details><summary>Evidence, rule and references</summary><p>${why} ${methodInWords(result)}. ${rule}</p>
${evidence.length === 0 ? none : html`<table><thead><tr><th scope="col">Seen</th><th scope="col">Read with</th></tr></thead><tbody>${join(evidence.flatMap(rows))}</tbody></table>`}
<ul class="references">${join(refs)}</ul></details>
</article>`;
}

function rows({ check, state, title, reason, findings, more }: ControlResult["evidence"][number]): readonly Markup[] {
  const found = findings.map(({ message, evidence }) => {
    const from = [...new Set(evidence.flatMap((each) => each.from.slice(0, 3)))].slice(0, 3).join("; ");
    const seen = evidence.map(evidenceText).join("; ");
    return html`<tr><td>${message}${seen === "" ? none : html`<small>${seen}</small>`}</td><td><code>${from}</code></td></tr>`;
  });
  const rest = more === 0 ? [] : [html`<tr><td>and ${more} more findings</td><td></td></tr>`];
  return [
    html`<tr><td>${title}${reason === null ? none : html`<small>${reason}</small>`}</td><td>check ${check}: ${state}</td></tr>`,
    ...found,
    ...rest,
  ];
}
