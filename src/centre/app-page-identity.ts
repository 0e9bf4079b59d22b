import { isUnread } from "../apps/app-record.ts";
import type { AndroidSignatureVerdict, ApkSigners, SignerCertificate } from "../apps/app-signers.ts";
import { androidName } from "./android-name.ts";
import { originOf } from "./app-origins.ts";
import type { AppView, PageItem, PageRow, PageSection } from "./app-page.ts";
import { line, list, rowsOf } from "./page-row.ts";

/** What engines say against it, and what stands out in it. */
export function verdictSection({ verdicts, engines, missing, standsOut, inspection }: AppView): PageSection {
  const items = verdicts.map(({ severity, confidence, message, engine, list: name, date }): PageItem => {
    const tone = severity === "critical" || severity === "high" ? "alarm" : "warn";
    return { text: `${severity.toUpperCase()}, ${confidence}: ${message} (${engine}; ${name} of ${date})`, tone };
  });
  const powers = standsOut.flatMap((text) => whenAllowed.exec(text)?.[1] ?? []);
  const others = standsOut.filter((text) => !whenAllowed.test(text));
  const lists = engines.map(({ id, list: name, date, entries }) => `${id} (${name} of ${date}, ${entries} entries)`);
  const none: PageRow =
    inspection?.depth === "none"
      ? line("verdict", "none: its files were not looked into", "warn")
      : lists.length === 0
        ? line("verdict", "none: no engine had a list to compare with", "warn")
        : line("verdict", `nothing found by these engines: ${lists.join(", ")}. New and renamed apps are on no list.`);
  return {
    title: "In short",
    rows: [
      items.length > 0 ? { label: "verdict", items } : none,
      ...(items.length > 0 ? list("engines", [lists.join(", ")], "quiet") : []),
      ...list("not used", missing, "quiet"),
      ...list("if allowed", [...new Set(powers)], "warn"),
      ...(others.length > 0 ? list("stands out", others) : []),
      ...(standsOut.length === 0 ? [line("stands out", "nothing", "quiet")] : []),
    ],
  };
}

/** How the summary begins to tell of powers; what goes on after that is enough under a label. */
const whenAllowed = /^(?:If all of it is allowed, it can|Once allowed, it may) (.*)\.$/s;

/** Who made and signed it. */
export function makerSection({ records, inspection }: AppView): PageSection {
  const [base] = records;
  const title = "Who made it";
  if (base) {
    const other = new Set(records.map(({ signers }) => (isUnread(signers) ? "?" : newestSigners(signers).join())));
    const rows = rowsOf(base.signers, "signed by", signerRows);
    const mixed = "its parts are not all signed by the same: Android does not install them together";
    return { title, rows: other.size > 1 ? [...rows, line("parts", mixed, "alarm")] : rows };
  }
  if (!inspection || inspection.depth === "none")
    return { title, rows: [line("signed by", "unknown: its files were not looked into", "warn")] };
  const rows = inspection.signers.flatMap(({ subject, sha256, knownAs, debug }) => [
    line("signed by", knownAs ?? subject ?? "a certificate without a name", knownAs || debug ? "warn" : undefined),
    line("SHA-256", sha256, "quiet"),
    ...(debug ? [line("", debugWords, "warn")] : []),
  ]);
  return { title, rows: rows.length > 0 ? rows : [line("signed by", "unknown: it was not read", "warn")] };
}

const debugWords = "A key of development tools, which anyone can have: nobody stands behind it.";

function newestSigners({ verdicts }: ApkSigners): readonly string[] {
  return verdicts.at(-1)?.signers ?? [];
}

function signerRows(signers: ApkSigners): readonly PageRow[] {
  const { certificates, verdicts, schemes, stamp } = signers;
  if (schemes.length === 0) return [line("signed by", "nobody: it is not signed, and no Android installs it", "alarm")];
  const newest = newestSigners(signers);
  const ordered = [...certificates].sort(
    (a, b) => Number(newest.includes(b.sha256)) - Number(newest.includes(a.sha256)),
  );
  return [
    ...ordered.flatMap((certificate) => certificateRows(certificate, newest)),
    { label: "signature", items: verdicts.map(verdictItem) },
    ...lineageRows(verdicts),
    ...(stamp ? [line("stamp", stampWords(stamp))] : []),
  ];
}

function certificateRows(certificate: SignerCertificate, newest: readonly string[]): readonly PageRow[] {
  const { subject, sha256, knownAs, debug, notBefore, notAfter, key, signatureAlgorithm, faults } = certificate;
  const proven = newest.includes(sha256);
  const name = knownAs ?? subject ?? "a certificate without a name";
  const size = key && (key.curve ?? (key.bits === null ? "" : `${key.bits} bits`));
  const made = key === null ? "its key was not read" : `${key.kind} ${size ?? ""}`.trim();
  const valid = notBefore && notAfter ? `, ${notBefore.slice(0, 10)} to ${notAfter.slice(0, 10)}` : "";
  return [
    line(proven ? "signed by" : "also names", name, knownAs || debug ? "warn" : undefined),
    ...(debug && knownAs === null ? [line("", debugWords, "warn")] : []),
    line("SHA-256", sha256, "quiet"),
    line("key", `${made}${signatureAlgorithm ? `, ${signatureAlgorithm}` : ""}${valid}`, "quiet"),
    ...list("", faults, "warn"),
  ];
}

function verdictItem({ from, to, outcome, scheme, reason }: AndroidSignatureVerdict): PageItem {
  const versions =
    from === to ? androidName(from) : `${androidName(from)} to ${androidName(to).replace("Android ", "")}`;
  if (outcome === "verified") return { text: `${versions}: verified${scheme ? ` (scheme ${scheme})` : ""}` };
  const word = outcome === "refused" ? "Android refuses it" : "not known";
  return { text: `${versions}: ${word}${reason ? `: ${reason}` : ""}`, tone: outcome === "refused" ? "alarm" : "warn" };
}

function lineageRows(verdicts: readonly AndroidSignatureVerdict[]): readonly PageRow[] {
  const lineage = verdicts.at(-1)?.lineage ?? [];
  return list(
    "keys before",
    lineage.slice(0, -1).map(({ sha256 }) => sha256),
    "quiet",
  );
}

function stampWords({ outcome, reason }: NonNullable<ApkSigners["stamp"]>): string {
  return `source stamp of a shop: ${outcome}${reason ? `, ${reason}` : ""}`;
}

/** Where it came from, and for which Android it is made. */
export function originSection({ inspection, records }: AppView): PageSection {
  const rows: PageRow[] = [];
  if (inspection) {
    const { kind, words } = originOf(inspection);
    const by = inspection.installer !== null && inspection.installer !== words ? ` (${inspection.installer})` : "";
    rows.push(line("from", `${words}${by}`, kind === "outside" || kind === "unknown" ? "warn" : undefined));
    rows.push(line("users", inspection.users.join(", ") || "installed for nobody"));
  }
  const [base] = records;
  if (base)
    rows.push(
      ...rowsOf(base.identity, "made for", (identity) => {
        const { minSdk, targetSdk, effectiveTargetSdk, versionCode, category, overlayOf, sharedUserId } = identity;
        const target = `${androidName(targetSdk ?? effectiveTargetSdk)}${targetSdk === null ? " (not written)" : ""}`;
        return [
          line(
            "made for",
            `${target}; runs from ${androidName(minSdk ?? 1)} on`,
            effectiveTargetSdk < 23 ? "warn" : undefined,
          ),
          line("version", `${identity.versionName ?? "no name"} (code ${versionCode ?? "none"})`, "quiet"),
          ...(category === null ? [] : [line("kind", category, "quiet")]),
          ...(overlayOf === null ? [] : [line("lies over", overlayOf)]),
          ...(sharedUserId === null ? [] : [line("shares", `data and permissions with all apps of ${sharedUserId}`)]),
        ];
      }),
    );
  return { title: "Where it came from", rows };
}

/** Its files with their hashes, for those who look them up elsewhere. */
export function filesSection({ files }: AppView): PageSection {
  return {
    title: "Files and their SHA-256",
    rows: files.map(({ name, size, sha256 }) => ({
      label: size === null ? "?" : `${size.toLocaleString("en")} B`,
      items: [
        { text: name },
        sha256 === null ? { text: "SHA-256 unknown", tone: "warn" } : { text: sha256, tone: "quiet" },
      ],
    })),
  };
}
