import { plainText } from "../report/plain-text.ts";
import type { EvidenceDocument } from "./evidence.ts";
import { redactionWords } from "./redact-snapshot.ts";

/** What tells a reader who knows neither Candor nor signatures what the package is, what it proves and what not, and how to verify it. */
export function evidenceReadme(document: EvidenceDocument): string {
  const { made, candor, source, takenAt, redaction, outputs, lists, signedBy } = document;
  const updated = lists
    .filter(({ sha256 }) => sha256 !== null)
    .map(({ id, date, sha256 }) => `    ${id}, of ${date}: SHA-256 ${sha256}`);
  return `${[
    "EVIDENCE ABOUT A PHONE",
    "",
    `Packed on ${made} (UTC, by the clock of the computer) with Candor ${candor}.`,
    `Examined: ${plainText(source.name)} (${source.kind}), ${takenAt === null ? "at a time that the source does not tell" : `on ${takenAt}`}.`,
    redactionWords[redaction],
    "",
    "WHAT IS IN IT",
    "",
    "  report.html            what was found, to be read in any browser",
    "  report.json            the same for programs",
    "  snapshot.json          what was read from the phone; the report follows from it and from nothing else",
    "  findings.stix.json     what was found as STIX 2.1, for other tools",
    ...(outputs
      ? ["  outputs.json, outputs/ every command that was run, and the answer of the phone byte by byte"]
      : [
          "  (The answers of the phone as they came are not in it: they were not at hand, or would have told what was taken out.)",
        ]),
    "  apps.json, included/   what is in the apps, and files that were added as they are; where there are any",
    "  journal/               proof that the journal of the computer held this examination when it was packed",
    "  keys/                  the public key of whoever packed it, in the forms of minisign, SSH and C2SP",
    "  SHA256SUMS             the digest of every file; SHA256SUMS.minisig and SHA256SUMS.sig sign it",
    "",
    "HOW TO VERIFY IT, with programs that have nothing to do with Candor",
    "",
    "All of this at once, in this folder:   sh verify.sh",
    "",
    "1. No file was changed since (GNU coreutils):",
    "     sha256sum -c SHA256SUMS",
    "   Files that are not in that list do not belong to the evidence.",
    "2. The list was signed by the key in this package; either of the two is enough:",
    "     minisign -Vm SHA256SUMS -p keys/candor.pub",
    `     ssh-keygen -Y verify -f keys/allowed_signers -I ${signedBy.name} -n candor-evidence -s SHA256SUMS.sig < SHA256SUMS`,
    "3. The key is the one of whoever gave you this. Nothing in the package can prove that: compare it by telephone, or with a copy that you had",
    "   before. Its fingerprint:",
    `     ${signedBy.fingerprint}`,
    "   ssh-keygen prints it: cut -d' ' -f3- keys/allowed_signers | ssh-keygen -lf -",
    "4. The journal held it (the signature of its state; the proofs are verified with Candor):",
    "     minisign -Vm journal/checkpoint.txt -p keys/candor.pub",
    "     candor evidence verify FOLDER",
    "   This also judges snapshot.json again, and compares the answer with report.json.",
    "",
    "If it came to you as a file that ends with .age, it was sealed for you. It opens with age (https://age-encryption.org):",
    "     age -d -i YOUR-KEY -o evidence.zip evidence.zip.age",
    "",
    "WHAT IT PROVES, AND WHAT NOT",
    "",
    "It proves that whoever holds the key signed these bytes, and that none was changed since. It does not prove when: the time is that of one computer.",
    "It does not prove that the phone told the truth: a phone that somebody controls can lie to whoever asks it. What could not be read is named in the",
    "report, and is no answer. “Nothing found” means: nothing found by these checks.",
    "",
    "WHAT IT WAS JUDGED WITH",
    "",
    `    Candor ${candor}, ${document.runtime}`,
    ...(updated.length > 0 ? updated : ["    the lists that are built into this version of Candor"]),
  ].join("\n")}\n`;
}

/** Verifies a package with programs of any Debian; says what it could not verify because a program is missing. */
export function verifyScript(keyName: string): string {
  return `#!/bin/sh
# Verifies this package without Candor. Exits with 0 only when everything that could be verified holds, and a signature was among it.
cd "$(dirname "$0")" || exit 2
bad=0; signed=0
sha256sum --quiet -c SHA256SUMS && echo "Digests: every file is as it was signed." || { echo "Digests: A FILE WAS CHANGED OR IS MISSING."; bad=1; }
extra=$(find . -type f ! -path ./SHA256SUMS ! -path ./SHA256SUMS.minisig ! -path ./SHA256SUMS.sig | sed 's|^\\./||' | while IFS= read -r f; do cut -c67- SHA256SUMS | grep -qxF -- "$f" || echo "$f"; done)
[ -z "$extra" ] || { echo "Not part of the evidence, and not signed:"; echo "$extra"; bad=1; }
if command -v minisign >/dev/null; then
  minisign -Vqm SHA256SUMS -p keys/candor.pub && { echo "minisign: the signature holds."; signed=1; } || { echo "minisign: THE SIGNATURE DOES NOT HOLD."; bad=1; }
  minisign -Vqm journal/checkpoint.txt -p keys/candor.pub && echo "minisign: the state of the journal is signed." || { echo "minisign: THE STATE OF THE JOURNAL IS NOT SIGNED."; bad=1; }
else echo "minisign is not installed: not verified with it."; fi
if command -v ssh-keygen >/dev/null; then
  ssh-keygen -Y verify -f keys/allowed_signers -I ${keyName} -n candor-evidence -s SHA256SUMS.sig < SHA256SUMS >/dev/null && { echo "ssh-keygen: the signature holds."; signed=1; } || { echo "ssh-keygen: THE SIGNATURE DOES NOT HOLD."; bad=1; }
  echo "Compare this fingerprint with the one you were told:"; cut -d' ' -f3- keys/allowed_signers | ssh-keygen -lf -
else echo "ssh-keygen is not installed: not verified with it."; fi
[ "$bad" = 0 ] && [ "$signed" = 1 ]
`;
}
