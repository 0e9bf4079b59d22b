import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { authoritiesOf, deadlineFor, listRequests, type RequestView } from "../centre/rights.ts";
import { calendarDays } from "../centre/rights-days.ts";
import { fileEvent, type RequestEvent } from "../centre/rights-requests.ts";
import type { LawRegion } from "../centre/traffic-view.ts";
import { writeFileAtomic } from "../centre/write-file.ts";
import { calendar } from "../report/letter-calendar.ts";
import { plainText, wrap } from "../report/plain-text.ts";
import { type Context, columns, exitCodes, tableColumns } from "./context.ts";
import { failure } from "./failure.ts";
import { layOut } from "./text-table.ts";

/** `candor rights list`. */
export async function rightsList(this: Context, { json }: { readonly json: boolean }): Promise<void> {
  await guarded(this, async () => {
    const views = await listRequests(this);
    if (json) print(this, JSON.stringify({ schema: "candor.rights-list/1", requests: views }, null, 1));
    else if (views.length === 0) print(this, "There is no request yet. To write one: candor rights letter --help");
    else print(this, tableOf(views, tableColumns(this.process.stdout)).join("\n"));
    return exitCodes.fine;
  });
}

/** `candor rights show ID`. */
export async function rightsShow(this: Context, { json }: { readonly json: boolean }, id: number): Promise<void> {
  await guarded(this, async () => {
    const view = (await listRequests(this)).find((each) => each.id === id);
    if (!view) return noSuch(this, id);
    print(
      this,
      json
        ? JSON.stringify({ schema: "candor.rights-request/1", ...view }, null, 1)
        : shown(view, columns(this.process.stdout)).join("\n"),
    );
    return exitCodes.fine;
  });
}

/** `candor rights sent ID [reminder|complaint]`. */
export async function rightsSent(
  this: Context,
  { on }: { readonly on?: string },
  id: number,
  what: "request" | "reminder" | "complaint" = "request",
): Promise<void> {
  const event = ({ request: "sent", reminder: "reminded", complaint: "complained" } as const)[what];
  await filed(this, id, event, { on });
}

/** `candor rights answer ID WHAT`. */
export async function rightsAnswer(
  this: Context,
  flags: { readonly on?: string; readonly note?: string; readonly file?: string },
  id: number,
  what: RequestEvent,
): Promise<void> {
  await filed(this, id, what, flags);
}

interface DeadlineFlags {
  readonly json: boolean;
  readonly ics?: string;
  readonly received?: string;
  readonly region?: LawRegion;
  readonly country?: string;
}

/** `candor rights deadline [ID]`. Exit code 1 where an answer is overdue. */
export async function rightsDeadline(this: Context, flags: DeadlineFlags, id?: number): Promise<void> {
  await guarded(this, async () => {
    if (flags.received !== undefined) return await counted(this, flags, flags.received);
    const all = await listRequests(this);
    const views = id === undefined ? all : all.filter((each) => each.id === id);
    if (id !== undefined && views.length === 0) return noSuch(this, id);
    if (flags.ics !== undefined) {
      const text = calendar(calendarDays(views), this.now());
      if (flags.ics === "-") this.process.stdout.write(text);
      else await writeFileAtomic(flags.ics, text);
    } else if (flags.json) print(this, JSON.stringify({ schema: "candor.rights-list/1", requests: views }, null, 1));
    else {
      const said = views.flatMap((view) => dueLines(view, columns(this.process.stdout)));
      print(this, said.length === 0 ? "No time is running." : said.join("\n"));
    }
    return views.some(({ overdue }) => overdue) ? exitCodes.findings : exitCodes.fine;
  });
}

/** `candor rights authorities [COUNTRY]`. */
export async function rightsAuthorities(
  this: Context,
  { json }: { readonly json: boolean },
  country?: string,
): Promise<void> {
  await guarded(this, async () => {
    const found = await authoritiesOf(this, country);
    if (json) print(this, JSON.stringify({ schema: "candor.authorities/1", authorities: found }, null, 1));
    else if (found.length === 0) print(this, `No authority of ${country ?? "any country"} is known here.`);
    else
      print(
        this,
        found
          .map(({ slug, country: of, name, address, email, form }) =>
            [`${slug}  ${of}  ${name}`, address.replaceAll("\n", ", "), email, form]
              .flatMap((line, i) => (line === null ? [] : [`${i === 0 ? "" : "    "}${plainText(line)}`]))
              .join("\n"),
          )
          .join("\n"),
      );
    return exitCodes.fine;
  });
}

async function counted(context: Context, flags: DeadlineFlags, received: string): Promise<number> {
  const { region = "EU", country = null } = flags;
  const deadline = await deadlineFor(context, received, region, country);
  if (flags.json)
    print(
      context,
      JSON.stringify({ schema: "candor.rights-deadline/1", received, region, country, deadline }, null, 1),
    );
  else if (deadline === null) print(context, "The law of this region as it is known here sets no time.");
  else {
    const more = deadline.extended === null ? [] : [`Longest, where that is told in time: ${deadline.extended}`];
    print(context, [`Due: ${deadline.due}`, ...more, deadline.rule, ...deadline.notes].join("\n"));
  }
  return exitCodes.fine;
}

async function filed(
  context: Context,
  id: number,
  what: RequestEvent,
  { on, note, file }: { readonly on?: string | undefined; readonly note?: string; readonly file?: string },
): Promise<void> {
  await guarded(context, async () => {
    const given = file === undefined ? undefined : { name: basename(file), bytes: await readFile(file) };
    const today = new Date(context.now()).toISOString().slice(0, 10);
    const { unnoted } = await fileEvent(context, id, { what, on: on ?? today, note: note ?? "", file: given });
    if (unnoted !== null) context.process.stderr.write(`${plainText(unnoted)}\n`);
    const view = (await listRequests(context)).find((each) => each.id === id);
    if (!view) return noSuch(context, id);
    const width = columns(context.process.stdout);
    const said = [`Request ${id} is ${view.state}.`, ...dueLines(view, width), ...wrap(advice(what, view), width)];
    print(context, said.filter((line) => line !== "").join("\n"));
    return exitCodes.fine;
  });
}

/** What may be done next; of the GDPR where that is the law. */
function advice(what: RequestEvent, { id, deadline, request, region }: RequestView): string {
  const gdpr = region === "EU" || region === "GB";
  const on = request.events.at(-1)?.on ?? "";
  switch (what) {
    case "sent":
      return `Reminders for your calendar: candor rights deadline ${id} --ics rights-${id}.ics`;
    case "extended":
      if (!gdpr || deadline === null) return "";
      return on <= deadline.due
        ? "They may take up to two months more if they named reasons (Art. 12(3))."
        : `It was told after ${deadline.due}, when the first period had ended: it does not count (Art. 12(3)).`;
    case "id-demanded":
      return gdpr
        ? `They may ask for more only where there is reasonable doubt about who you are (Art. 12(6)), and only for what is needed (Art. 5(1)(c)). Offer an identifier instead, or black out all but name and address. To insist: candor rights reminder ${id}`
        : `Ask by which rule. To insist: candor rights reminder ${id}`;
    case "partial":
      return `Name what is missing (--note), then: candor rights reminder ${id}`;
    case "refused":
      return gdpr
        ? `They have to give reasons, and name the authority and the courts (Art. 12(4)). Next: candor rights reminder ${id}, or candor rights complaint ${id}`
        : `Next: candor rights reminder ${id}, or candor rights complaint ${id}`;
    case "answered":
      return `If something is missing after all: candor rights answer ${id} partial. If not: candor rights answer ${id} closed`;
    case "reminded":
      return `If nothing comes within two weeks: candor rights complaint ${id}`;
    default:
      return "";
  }
}

function tableOf(views: readonly RequestView[], width: number): readonly string[] {
  const { head, lines } = layOut<RequestView>(
    [
      { title: "ID", value: ({ id }) => String(id), least: 2, most: 6, align: "right" },
      { title: "Kind", value: ({ kind }) => kind, least: 8, most: 14 },
      { title: "To", value: ({ to }) => to, least: 12, most: 44 },
      { title: "State", value: ({ state, overdue }) => (overdue ? "overdue" : state), least: 9, most: 12 },
      { title: "Sent", value: ({ sentOn }) => sentOn ?? "–", least: 10, most: 10, priority: 1 },
      { title: "Due", value: ({ due }) => due ?? "–", least: 10, most: 10 },
    ],
    views,
    width,
  );
  return [head, ...lines];
}

function dueLines({ id, to, state, due, overdue, deadline }: RequestView, width: number): readonly string[] {
  if (!["waiting", "contested"].includes(state)) return [];
  const about = `Request ${id} to ${plainText(to)}`;
  if (due === null || deadline === null) return [`${about}: the law as it is known here sets no time.`];
  const line = overdue ? `${about}: an answer was due on ${due}.` : `${about}: an answer is due on ${due}.`;
  return [
    line,
    ...[deadline.rule, ...deadline.notes].flatMap((note) => wrap(note, width - 2).map((row) => `  ${row}`)),
  ];
}

function shown(view: RequestView, width: number): readonly string[] {
  const { id, kind, to, request } = view;
  const { address, email } = request.to;
  return [
    `Request ${id}: ${kind}, to ${plainText(to)}`,
    ...(address === null ? [] : [`  ${plainText(address.replaceAll("\n", ", "))}`]),
    ...(email === null ? [] : [`  ${plainText(email)}`]),
    `  ${plainText(request.letter.subject)}`,
    `  SHA-256 of the letter: ${plainText(request.letter.sha256)}`,
    ...request.events.flatMap(({ what, on, note, file }) => [
      `${plainText(on)}  ${what}${note === "" ? "" : `: ${plainText(note)}`}`,
      ...(file === null
        ? []
        : [`            ${plainText(file.name)}, ${file.bytes} bytes, kept as ${plainText(file.kept)}`]),
    ]),
    ...dueLines(view, width),
  ];
}

async function guarded(context: Context, run: () => Promise<number>): Promise<void> {
  try {
    context.process.exitCode = await run();
  } catch (error) {
    context.process.exitCode = failure(context, error);
  }
}

function noSuch(context: Context, id: number): number {
  context.process.stderr.write(`There is no request ${id}. See them all: candor rights list\n`);
  return exitCodes.usage;
}

function print(context: Context, text: string): void {
  context.process.stdout.write(`${text}\n`);
}
