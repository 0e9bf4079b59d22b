import { html, join } from "../report/html-text.ts";

/** A sheet with one secret, to be printed and kept where passports are. */
export interface PrintedSheet {
  readonly heading: string;
  /** ISO 8601. */
  readonly made: string;
  /** What the secret opens: a folder, a place. */
  readonly for: string;
  readonly warning: string;
  readonly secretTitle: string;
  readonly secret: string;
  readonly stepsTitle: string;
  readonly steps: readonly { readonly does: string; readonly commands: readonly string[] }[];
}

/** The sheet as plain text. */
export function sheetText(sheet: PrintedSheet): string {
  return [
    sheet.heading.toUpperCase(),
    `Made ${sheet.made.slice(0, 10)}, for ${sheet.for}`,
    "",
    sheet.warning,
    "",
    `${sheet.secretTitle}:`,
    "",
    `  ${sheet.secret}`,
    "",
    `${sheet.stepsTitle}:`,
    "",
    ...sheet.steps.flatMap(({ does, commands }, i) => [
      `${i + 1}. ${does}`,
      ...commands.map((command) => `     ${command}`),
      "",
    ]),
  ].join("\n");
}

/** The sheet as one HTML page to print. */
export function sheetHtml(sheet: PrintedSheet): string {
  const rows = sheet.steps.map(
    ({ does, commands }) => html`<li>${does}${join(commands.map((command) => html`<pre>${command}</pre>`))}</li>`,
  );
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${sheet.heading}</title>
<style>body{font:12pt/1.5 serif;max-width:44em;margin:2em auto;padding:0 1em;color:#000;background:#fff}
pre,.key{font-family:monospace;white-space:pre-wrap;overflow-wrap:anywhere}
pre{background:#f2f2f2;padding:.5em}.key{font-size:14pt;letter-spacing:.06em;border:2px solid #000;padding:.8em}
.warning{border-left:6px solid #000;padding-left:.8em;font-weight:bold}</style>
</head>
<body>
<h1>${sheet.heading}</h1>
<p>Made ${sheet.made.slice(0, 10)}, for ${sheet.for}</p>
<p class="warning">${sheet.warning}</p>
<h2>${sheet.secretTitle}</h2>
<p class="key">${sheet.secret}</p>
<h2>${sheet.stepsTitle}</h2>
<ol>${join(rows)}</ol>
</body>
</html>
`.markup;
}
