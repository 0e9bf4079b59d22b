import { FormatError } from "../core/errors.ts";

/** One row of `pm list packages`; a field is null where its option (-f, -U, -i) was not given or the phone prints null. */
export interface ListedPackage {
  readonly name: string;
  /** The base APK. */
  readonly path: string | null;
  /** Of the user that was asked for, the first where several are printed. */
  readonly uid: number | null;
  readonly installer: string | null;
}

/**
 * Reads `pm list packages` with any of -f, -U, -i, -s, -3, -d: `package:/path/base.apk=com.x  installer=com.y uid:10123`.
 *
 * @throws FormatError when a line is no package row, or there is none at all.
 */
export function parsePackageList(text: string): readonly ListedPackage[] {
  const rows = text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map(row);
  if (rows.length === 0) throw new FormatError("pm list packages", "no package");
  return rows;
}

function row(line: string): ListedPackage {
  if (!line.startsWith("package:")) throw new FormatError("pm list packages", `not a package: ${line.slice(0, 80)}`);
  const [subject = "", ...options] = line
    .slice(8)
    .trim()
    .split(/ (?=installer=|uid:|versionCode:)/);
  // Paths hold "==": the name stands after the last "=".
  const equals = subject.lastIndexOf("=");
  const name = subject.slice(equals + 1).trimEnd();
  if (!/^[A-Za-z0-9_.-]+$/.test(name)) throw new FormatError("pm list packages", `not a name: ${name.slice(0, 80)}`);
  const installer = option(options, "installer=");
  return {
    name,
    path: equals < 0 ? null : subject.slice(0, equals),
    uid: uid(option(options, "uid:")),
    installer: installer === "null" ? null : installer,
  };
}

function option(options: readonly string[], prefix: string): string | null {
  return (
    options
      .find((word) => word.startsWith(prefix))
      ?.slice(prefix.length)
      .trim() ?? null
  );
}

function uid(value: string | null): number | null {
  const first = value === null ? undefined : /^\d{1,10}/.exec(value)?.[0];
  return first === undefined ? null : Number(first);
}
