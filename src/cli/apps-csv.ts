import type { AppRow } from "../centre/app-list.ts";
import { severities } from "../core/check.ts";
import { type CsvCell, writeCsv } from "../report/csv.ts";

/** The list as CSV, one app a line; lists within a cell are separated by semicolons, unknown is empty. */
export function appsCsv(rows: readonly AppRow[]): string {
  return writeCsv([columns.map(([title]) => title), ...rows.map((row) => columns.map(([, value]) => value(row)))]);
}

const list = (texts: readonly string[]) => texts.map((text) => text.replaceAll(";", ",")).join("; ");

const columns: readonly (readonly [title: string, value: (row: AppRow) => CsvCell])[] = [
  ["label", ({ app }) => app.label],
  ["package", ({ app }) => app.package],
  ["version", ({ app }) => app.versionName],
  ["version_code", ({ app }) => app.versionCode],
  ["users", ({ app }) => list(app.users.map(String))],
  ["system", ({ app }) => app.system],
  ["installer", ({ app }) => app.installer],
  ["from", ({ origin }) => origin.words],
  ["signer", ({ signer }) => signer],
  ["signer_sha256", ({ app }) => list(app.signers.map(({ sha256 }) => sha256))],
  ["bytes", ({ size }) => size],
  ["trackers", ({ trackers }) => trackers],
  ["tracker_names", ({ app }) => app.trackers && list(app.trackers.map(({ name }) => name))],
  ["tracker_companies", ({ app }) => app.trackers && list(companies(app.trackers))],
  ["dangerous_permissions", ({ dangerous }) => dangerous],
  ["permission_names", ({ app }) => list(app.dangerous)],
  ["cleartext", ({ app }) => app.cleartext],
  ["severity", ({ rank }) => severities[rank] ?? null],
  ["verdict", ({ verdict }) => verdict],
  ["engines", ({ app }) => list([...new Set(app.verdicts.map(({ engine }) => engine))])],
  ["depth", ({ app }) => app.depth],
  ["unread", ({ app }) => list(app.unread)],
  ["sha256", ({ app }) => list(app.files.flatMap(({ sha256 }) => (sha256 === null ? [] : [sha256])))],
];

function companies(trackers: readonly { readonly name: string; readonly company: string | null }[]): readonly string[] {
  return [...new Set(trackers.map(({ name, company }) => company ?? name))];
}
