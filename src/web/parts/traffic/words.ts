import type { PersonalKind } from "../../../traffic/personal-hit.ts";
import type { ReportFlow, TrafficReport } from "../../../traffic/traffic-report.ts";
import { language, t } from "../../i18n.ts";

/** The name of an app by its key. */
export function appNames(report: TrafficReport): (key: string | null) => string {
  const names = new Map(report.apps.map(({ key, name }) => [key, name]));
  return (key) => (key === null ? t("traffic.noApp") : (names.get(key) ?? key));
}

/** The host where it is known, else the address. */
export const serverOf = ({ host, address }: Pick<ReportFlow, "host" | "address">): string =>
  host ?? address ?? t("traffic.unseen.withoutName");

/** The company where a list knows it, else the domain. */
export const companyOf = ({ recipient, host }: Pick<ReportFlow, "recipient" | "host">): string | null =>
  recipient.company ?? recipient.domain ?? host;

/** Kinds of data in words, each once. */
export const dataWords = (kinds: readonly PersonalKind[]): string =>
  [...new Set(kinds)].map((kind) => t(`traffic.kind.${kind}`)).join(", ");

/** A moment within a record, as exact as the record is long. */
export function momentIn(at: number, step: number): string {
  const day = 86_400_000;
  const options: Intl.DateTimeFormatOptions =
    step >= day
      ? { month: "short", day: "numeric" }
      : step >= 60_000
        ? { hour: "2-digit", minute: "2-digit" }
        : { hour: "2-digit", minute: "2-digit", second: "2-digit" };
  return new Intl.DateTimeFormat(language(), options).format(new Date(at));
}

/** Day and time to the second. */
export const exactTime = (at: number): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: "short", timeStyle: "medium" }).format(new Date(at));

/** From when to when, to the second; what both have in common is said once. */
export const periodOf = ({ from, to }: { readonly from: number; readonly to: number }): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: "medium", timeStyle: "medium" }).formatRange(from, to);
