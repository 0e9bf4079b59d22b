import { type PrintedSheet, sheetHtml, sheetText } from "./printed-sheet.ts";

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
function steps({ dataFolder }: RecoverySheet): PrintedSheet["steps"] {
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
  return sheetText(printed(sheet));
}

/** The sheet as one HTML page to print. */
export function recoveryHtml(sheet: RecoverySheet): string {
  return sheetHtml(printed(sheet));
}

function printed(sheet: RecoverySheet): PrintedSheet {
  return {
    heading,
    made: sheet.made,
    for: sheet.dataFolder,
    warning,
    secretTitle: "The key",
    secret: sheet.identity,
    stepsTitle: "To open everything",
    steps: steps(sheet),
  };
}
