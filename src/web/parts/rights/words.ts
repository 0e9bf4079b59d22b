import type { PageRequest, RightsPage } from "../../../centre/rights-page.ts";
import { calendar } from "../../../report/letter-calendar.ts";
import { language, t } from "../../i18n.ts";
import { saveFile } from "../save-file.ts";

/** A day, yyyy-mm-dd, in words: the same day wherever one is. */
export function dayWords(day: string, options: Intl.DateTimeFormatOptions = { dateStyle: "long" }): string {
  return new Intl.DateTimeFormat(language(), { ...options, timeZone: "UTC" }).format(Date.parse(`${day}T00:00:00Z`));
}

/** Today where one is, which may be a day before or after the server's. */
export function todayHere({ today }: Pick<RightsPage, "today">): string {
  const now = new Date();
  const here = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  return Math.abs(Date.parse(here) - Date.parse(today)) <= 86_400_000 ? here : today;
}

/** Where a request stands, with overdue as a state of its own. */
export type Standing = PageRequest["state"] | "overdue";

export const standingOf = ({ state, overdue }: PageRequest): Standing => (overdue ? "overdue" : state);

/** How many days before its end a time is near. */
const nearDays = 7;

/** Whether an answer is due soon, or overdue. */
export const isNear = ({ state, daysLeft }: PageRequest): boolean =>
  state === "waiting" && daysLeft !== null && daysLeft <= nearDays;

/** The meaning that a request is shown with. */
export function toneOf(request: PageRequest): "high" | "medium" | "pass" | "info" {
  if (request.overdue) return "high";
  if (request.state === "contested" || isNear(request)) return "medium";
  return ["answered", "decided", "closed"].includes(request.state) ? "pass" : "info";
}

/** The days that are left, in words; nothing where no time runs. */
export function leftWords({ daysLeft, state }: PageRequest): string {
  if (daysLeft === null) return "";
  if (daysLeft > 0) return t("rights.left", { count: daysLeft });
  if (daysLeft === 0) return t("rights.lastDay");
  return t(state === "contested" ? "rights.overContested" : "rights.over", { count: -daysLeft });
}

/** By which rule its day was counted. */
export const basisWords = ({ region, deadline }: PageRequest): string =>
  t(region === "EU" || region === "GB" ? "rights.basisEuropean" : "rights.basisRule", { rule: deadline?.rule ?? "" });

/** The days of requests as a calendar in the language of the page, to be saved. */
export function saveCalendar(name: string, requests: readonly PageRequest[]): void {
  const days = requests.flatMap(({ id, to, deadline, days: own }) =>
    own.map(({ what, day }) => ({
      id: `rights-${id}-${what}`,
      day,
      title: t(`rights.cal.${what}`, { name: to }),
      text: t(`rights.cal.${what}About`, { number: id, rule: deadline?.rule ?? "" }),
    })),
  );
  saveFile(name, calendar(days, Date.now()), "text/calendar");
}
