import { html, join, type Markup, none } from "./html-text.ts";
import type { Letter } from "./letter.ts";

/** A letter on paper: A4 or US letter, the address where the window of an envelope is; what is only for the person is not printed. */
const style = `
:root{color-scheme:light dark;--ground:#eef1f5;--sheet:#fff;--ink:#16202c;--soft:#526071}
@media (prefers-color-scheme:dark){:root{--ground:#10151c;--sheet:#18202a;--ink:#e8edf3;--soft:#a3b0bf}}
body{margin:0;background:var(--ground);color:var(--ink);font:11pt/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}
aside,main{max-width:44rem;margin:1.2rem auto;padding:1rem 1.5rem;box-sizing:border-box}
aside{color:var(--soft);font-size:.95rem;padding-bottom:0}aside h2{font-size:1rem;margin:0}aside ul{padding-left:1.2rem;margin:.4rem 0}
main{background:var(--sheet);padding:2.2rem 2.6rem;border-radius:6px}
address{font-style:normal}.to{margin:2rem 0}.day{text-align:end;margin:0 0 1.5rem}
h1{font-size:1.05rem;margin:0 0 1.2rem}p{margin:0 0 .8rem}
@page{margin:22mm 20mm}
@media print{:root{color-scheme:light;--ground:#fff;--sheet:#fff;--ink:#000}aside{display:none}main{margin:0;padding:0;max-width:none}p{orphans:3;widows:3}}
`;

/**
 * A letter as one HTML file: no script, no request, printable. All of it is text, whatever a company is called.
 *
 * @param notes for the person who sends it: shown above it, never printed
 */
export function letterHtml(letter: Letter, notes: readonly string[], notesTitle = "Before you send this"): string {
  const paragraphs = letter.body.split(/\n{2,}/).map((text) => html`<p>${lines(text)}</p>`);
  const aside =
    notes.length === 0
      ? none
      : html`<aside lang="en"><h2>${notesTitle}</h2><ul>${join(notes.map((note) => html`<li>${note}</li>`))}</ul></aside>`;
  return html`<!doctype html>
<html lang="${letter.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<title>${letter.subject}</title>
<style>${{ markup: style }}</style>
</head>
<body>
${aside}
<main>
<address>${lines(letter.from)}</address>
<address class="to">${lines(letter.to)}</address>
<p class="day">${letter.date}</p>
<h1>${letter.subject}</h1>
${join(paragraphs)}
</main>
</body>
</html>
`.markup;
}

function lines(text: string): Markup {
  return join(text.split("\n").map((line, i) => (i === 0 ? html`${line}` : html`<br>${line}`)));
}
