import type { CalendarDay } from "../report/letter-calendar.ts";
import { daysAfter } from "./reply-deadline.ts";
import type { RequestView } from "./rights.ts";

/** A day of a request to be reminded of: an answer is due, a reminder may be sent, a complaint may be. */
export interface RequestDay {
  readonly what: "due" | "remind" | "complain";
  /** yyyy-mm-dd. */
  readonly day: string;
}

/** Days of a request to be reminded of; none where no time runs. */
export function requestDays({ due, state, request }: RequestView): readonly RequestDay[] {
  if (due === null || !["waiting", "contested"].includes(state)) return [];
  const reminded = request.events.findLast(({ what }) => what === "reminded");
  return [
    { what: "due", day: due },
    { what: "remind", day: daysAfter(due, 1) },
    ...(reminded ? [{ what: "complain" as const, day: daysAfter(reminded.on, 15) }] : []),
  ];
}

/** Days of requests to be reminded of, for a calendar. */
export function calendarDays(views: readonly RequestView[]): readonly CalendarDay[] {
  return views.flatMap((view) =>
    requestDays(view).map(({ what, day }) => ({ id: `rights-${view.id}-${what}`, day, ...wordsOf(what, view) })),
  );
}

function wordsOf(
  what: RequestDay["what"],
  { id, kind, to, deadline }: RequestView,
): { readonly title: string; readonly text: string } {
  const about = `Request ${id} (${kind}) to ${to}`;
  switch (what) {
    case "due":
      return {
        title: `Answer due: ${to}`,
        text: `${about}: the time for an answer ends today (${deadline?.rule ?? ""}).`,
      };
    case "remind":
      return {
        title: `No answer? Remind ${to}`,
        text: `${about}: if there is no answer, candor rights reminder ${id}; if you were told in time that it takes longer, candor rights answer ${id} extended.`,
      };
    case "complain":
      return {
        title: `Still no answer? Complain about ${to}`,
        text: `${about}: the two weeks of your reminder have passed; candor rights complaint ${id}.`,
      };
  }
}
