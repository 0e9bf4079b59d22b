import { type AppRecord, isUnread } from "./app-record.ts";

/** A file that was looked into, as far as parts of an app are put together. */
export interface PartFile {
  readonly record: AppRecord | null;
}

/**
 * The records of the app that a base belongs to: itself first, then the other parts of its package. Of a part whose base is there, none: it
 * is looked at with its base.
 */
export function wholeApp(record: AppRecord, beside: readonly PartFile[]): readonly AppRecord[] {
  if (isUnread(record.identity)) return [record];
  const { packageName, split } = record.identity;
  const family = beside.flatMap(({ record: other }) =>
    other && other !== record && !isUnread(other.identity) && other.identity.packageName === packageName ? [other] : [],
  );
  if (split !== null && family.some((other) => splitOf(other) === null)) return [];
  return [record, ...family.filter((other) => splitOf(other) !== null)];
}

function splitOf({ identity }: AppRecord): string | null {
  return isUnread(identity) ? null : identity.split;
}

interface Family {
  readonly versions: Set<string>;
  readonly signers: Set<string>;
  readonly records: AppRecord[];
}

/**
 * What does not fit among files, in sentences: Android installs only parts of one package, version and signer together, with a base and
 * with the splits that it needs. AOSP frameworks/base services/core/java/com/android/server/pm/PackageInstallerSession.java.
 *
 * @param oneApp whether all of them are meant to be one app
 * @param choice whether they are more than one phone gets, so that a phone takes only some of them
 */
export function partMisfits(files: readonly PartFile[], oneApp: boolean, choice = false): readonly string[] {
  const families = new Map<string, Family>();
  for (const { record } of files) {
    if (!record || isUnread(record.identity)) continue;
    const { packageName, versionCode } = record.identity;
    const family = families.get(packageName) ?? { versions: new Set(), signers: new Set(), records: [] };
    family.versions.add(versionCode ?? "none");
    family.signers.add(isUnread(record.signers) ? "?" : (record.signers.verdicts.at(-1)?.signers.join() ?? ""));
    family.records.push(record);
    families.set(packageName, family);
  }
  const notes: string[] = [];
  if (oneApp && families.size > 1)
    notes.push(
      `Its parts are of ${families.size} packages, and not of one: ${[...families.keys()].slice(0, 5).join(", ")}.`,
    );
  for (const [name, family] of families) {
    const { versions, signers } = family;
    if (versions.size > 1)
      notes.push(`The parts of ${name} are of ${versions.size} versions: Android does not install them together.`);
    if (signers.size > 1)
      notes.push(`The parts of ${name} are not all signed by the same: Android does not install them together.`);
    notes.push(...incomplete(name, family, oneApp, choice));
  }
  return notes;
}

function incomplete(name: string, { records }: Family, oneApp: boolean, choice: boolean): readonly string[] {
  const identities = records.flatMap(({ identity }) => (isUnread(identity) ? [] : [identity]));
  const bases = identities.filter(({ split }) => split === null);
  const splits = identities.filter(({ split }) => split !== null);
  const notes: string[] = [];
  if (oneApp && bases.length === 0)
    notes.push(`The base of ${name} is not there: its parts alone cannot be installed as an app.`);
  if (oneApp && !choice) {
    const names = identities.map(({ split }) => split ?? "base");
    const twice = [...new Set(names.filter((each, i) => names.indexOf(each) !== i))];
    if (twice.length > 0)
      notes.push(
        `Parts of ${name} are there more than once (${twice.slice(0, 5).join(", ")}): Android does not install them together.`,
      );
  }
  for (const base of bases) {
    if (base.splitRequired && splits.length === 0)
      notes.push(`${name} needs further parts that are not here: Android does not install its base alone.`);
    const there = new Set(splits.flatMap(({ splitTypes }) => splitTypes));
    const missing = base.requiredSplitTypes.filter((type) => !there.has(type));
    if (missing.length > 0 && splits.length > 0)
      notes.push(
        `${name} needs parts that are not here (${missing.slice(0, 5).join(", ")}): Android 13 and newer do not install it so.`,
      );
  }
  return notes;
}
