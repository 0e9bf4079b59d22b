import type { PermissionCell, PermissionRow } from "../../../centre/permission-matrix.ts";
import { language, t } from "../../i18n.ts";
import { daysSince } from "./rows.ts";

/** "today", "3 days ago", in the language of the page. */
export function daysAgo(days: number): string {
  return new Intl.RelativeTimeFormat(language(), { numeric: "auto" }).format(-days, "day");
}

/** When an app was last opened, in words. */
export function openedWords(row: PermissionRow, now: number): string {
  const days = daysSince(row, now);
  if (days === null) return t("permissions.notTold");
  return row.lastOpened.state === "opened" ? daysAgo(days) : t("permissions.notSince", { days });
}

/** When an app last used what a cell is about, in words. */
export function usedWords({ usedAgoMs }: PermissionCell): string {
  return usedAgoMs === null ? t("permissions.notRecorded") : daysAgo(Math.max(0, Math.floor(usedAgoMs / 86_400_000)));
}
