import { html, join } from "../report/html-text.ts";

/** What a recovery sheet tells. */
export interface RecoverySheet {
  /** `AGE-SECRET-KEY-1…` */
  readonly identity: string;
  /** When it was made, ISO 8601. */
  readonly made: string;
  /** Where the sealed files lie. */
  readonly dataFolder: string;
}

const heading = "Candor: recovery sheet";
const warning =
  "Whoever holds this sheet can read everything that Candor keeps sealed, without the passphrase. Print it, keep it where you keep your passport, and delete the file.";

/** How everything is opened with nothing but `age` (Debian: apt install age; https://age-encryption.org), in steps. */
function steps({
  dataFolder,
}: RecoverySheet): readonly { readonly does: string; readonly commands: readonly string[] }[] {
  return [
    { does: "Write the key into a file key.txt, exactly as it stands above, on one line.", commands: [] },
    {
      does: "Open a sealed file (its name ends in .age):",
      commands: ["age -d -i key.txt FILE.age > FILE"],
    },
    {
      does: "Open all of them:",
      commands: [
        `find '${dataFolder.replaceAll("'", "'\\''")}' -name '*.age' ! -name identity.age -exec sh -c 'age -d -i key.txt -o "\${1%.age}" "$1"' open {} ';'`,
      ],
    },
    {
      does: "Read the journal: each line of journal.ndjson holds one sealed entry in base64.",
      commands: [
        `sed -n 's/.*"sealed":"\\([^"]*\\)".*/\\1/p' journal.ndjson | while read -r line; do printf %s "$line" | base64 -d | age -d -i key.txt; echo; done`,
      ],
    },
    {
      does: "With the passphrase instead of this sheet, the same commands work with privacy/identity.age in the place of key.txt.",
      commands: [],
    },
    { does: "When you are done, delete key.txt.", commands: [] },
  ];
}

/** The sheet as plain text. */
export function recoveryText(sheet: RecoverySheet): string {
  const lines = [
    heading.toUpperCase(),
    `Made ${sheet.made.slice(0, 10)}, for ${sheet.dataFolder}`,
    "",
    warning,
    "",
    "The key:",
    "",
    `  ${sheet.identity}`,
    "",
    "To open everything:",
    "",
    ...steps(sheet).flatMap(({ does, commands }, i) => [
      `${i + 1}. ${does}`,
      ...commands.map((command) => `     ${command}`),
      "",
    ]),
  ];
  return lines.join("\n");
}

/** The sheet as one HTML page to print. */
export function recoveryHtml(sheet: RecoverySheet): string {
  const rows = steps(sheet).map(
    ({ does, commands }) => html`<li>${does}${join(commands.map((command) => html`<pre>${command}</pre>`))}</li>`,
  );
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${heading}</title>
<style>body{font:12pt/1.5 serif;max-width:44em;margin:2em auto;padding:0 1em;color:#000;background:#fff}
pre,.key{font-family:monospace;white-space:pre-wrap;overflow-wrap:anywhere}
pre{background:#f2f2f2;padding:.5em}.key{font-size:14pt;letter-spacing:.06em;border:2px solid #000;padding:.8em}
.warning{border-left:6px solid #000;padding-left:.8em;font-weight:bold}</style>
</head>
<body>
<h1>${heading}</h1>
<p>Made ${sheet.made.slice(0, 10)}, for ${sheet.dataFolder}</p>
<p class="warning">${warning}</p>
<h2>The key</h2>
<p class="key">${sheet.identity}</p>
<h2>To open everything</h2>
<ol>${join(rows)}</ol>
</body>
</html>
`.markup;
}
