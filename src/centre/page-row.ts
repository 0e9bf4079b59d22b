import { type AppRecord, isUnread, type Section } from "../apps/app-record.ts";
import type { PageItem, PageRow } from "./app-page.ts";

/** A row with one statement. */
export function line(label: string, text: string, tone?: PageItem["tone"]): PageRow {
  return { label, items: [{ text, ...(tone && { tone }) }] };
}

/** A row with several statements; no row where there are none. */
export function list(label: string, texts: readonly string[], tone?: PageItem["tone"]): readonly PageRow[] {
  return texts.length === 0 ? [] : [{ label, items: texts.map((text) => ({ text, ...(tone && { tone }) })) }];
}

/** The rows of a part of a record, or the one that says why it could not be read. */
export function rowsOf<T extends object>(
  section: Section<T> | undefined,
  label: string,
  rows: (facts: T) => readonly PageRow[],
): readonly PageRow[] {
  if (section === undefined) return [line(label, "unknown: its files were not looked into", "warn")];
  return isUnread(section) ? [line(label, `unknown: ${section.unread}`, "warn")] : rows(section);
}

/** "1 class", "2 classes". */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

/** A section of all parts of an app put together; undefined where no record has it, as those that older versions kept do not. */
export function joined<F extends object, V>(
  records: readonly AppRecord[],
  section: (record: AppRecord) => Section<F> | undefined,
  values: (facts: F) => readonly V[],
): Section<{ readonly facts: readonly F[]; readonly values: readonly V[] }> | undefined {
  const sections = records.flatMap((record) => section(record) ?? []);
  const [first] = sections;
  if (first === undefined) return undefined;
  const facts = sections.flatMap((each) => (isUnread(each) ? [] : [each]));
  return facts.length === 0 && isUnread(first) ? first : { facts, values: facts.flatMap(values) };
}

/** Each once, by its key. */
export function unique<V>(values: readonly V[], key: (value: V) => string): readonly V[] {
  return [...new Map(values.map((value) => [key(value), value])).values()];
}
