// Made-up requests for looking at the page, in the states that tell most: overdue, due soon, disputed, not sent yet, answered.
import type { Page } from "playwright-core";
import type { PageRequest, RightsPage } from "../src/centre/rights-page.ts";
import type { FiledEvent, RightsRequest } from "../src/centre/rights-requests.ts";

const at = "2026-10-01T08:00:00.000Z";
const rule = "GDPR (EU), Art. 12(3)";
const happened = (what: FiledEvent["what"], on: string, note = "", file: FiledEvent["file"] = null): FiledEvent => ({
  what,
  on,
  at,
  note,
  file,
});

type Sample = Pick<PageRequest, "id" | "kind" | "to" | "state" | "may"> &
  Partial<Omit<PageRequest, "request">> & {
    readonly events: readonly FiledEvent[];
    readonly evidence?: RightsRequest["evidence"];
  };

function request({ id, kind, to, events, evidence = null, ...more }: Sample): PageRequest {
  const articles = { access: ["15"], erasure: ["17"], objection: ["21"] }[kind as "access"] ?? ["7"];
  return {
    id,
    kind,
    to,
    region: "EU",
    sentOn: null,
    deadline: null,
    due: null,
    overdue: false,
    daysLeft: null,
    cause: null,
    extension: null,
    days: [],
    request: {
      id,
      kind,
      region: "EU",
      language: "en",
      from: { name: "Ana Example", address: null, email: "ana@example.org" },
      to: {
        name: to,
        address: "Prinses Beatrixlaan 582\n2595 BM Den Haag\nNetherlands",
        email: null,
        form: null,
        country: "NL",
      },
      law: { region: "EU", name: "GDPR (EU)", unit: "article", articles, reply: { amount: 1, unit: "months" } },
      letter: { subject: "Request for access according to Article 15 GDPR", sha256: "4f".repeat(32) },
      evidence,
      events: [...events],
    },
    ...more,
  };
}

const deadline = (due: string, extended: string, last = due) => ({
  due,
  extended,
  rule,
  notes: [
    ...(last === due
      ? []
      : [`It would end on ${last}, which is no working day; it ends on the next one (Reg. 1182/71 Art. 3(4)).`]),
    "Counted with the public holidays of the whole of NL; a regional holiday may move the end by a day.",
  ],
});

const evidence: RightsRequest["evidence"] = {
  device: "Xiaomi 14, Android 16",
  from: Date.UTC(2026, 8, 30, 9, 10),
  to: Date.UTC(2026, 8, 30, 9, 52),
  records: [{ file: "phone.pcapng", bytes: 1_840_233, sha256: "9c".repeat(32) }],
  hosts: [
    { host: "tracking.intl.miui.com", connections: 31, apps: ["MIUI Analytics"], country: null },
    { host: "data.mistat.intl.xiaomi.com", connections: 12, apps: ["Weather", "Security"], country: "SG" },
  ].map((each) => ({
    ...each,
    first: null,
    last: null,
    clear: 0,
    beforeChoice: 0,
    afterRefusal: 0,
    data: [],
    placeFrom: null,
  })),
};
const waiting = [
  "confirmed",
  "extended",
  "answered",
  "partial",
  "refused",
  "id-demanded",
  "reminded",
  "complained",
  "closed",
] as const;

/** The requests, those that press first. */
export const sampleRequests: RightsPage = {
  today: "2026-11-22",
  requests: [
    request({
      id: 1,
      kind: "access",
      to: "Xiaomi Technology Netherlands B.V.",
      state: "waiting",
      sentOn: "2026-10-01",
      deadline: deadline("2026-11-02", "2027-01-04", "2026-11-01"),
      due: "2026-11-02",
      overdue: true,
      daysLeft: -20,
      may: waiting,
      cause: "no-answer",
      extension: "late",
      days: [{ what: "due", day: "2026-11-02" }],
      evidence,
      events: [
        happened("written", "2026-10-01"),
        happened("sent", "2026-10-01"),
        happened("confirmed", "2026-10-02", "", {
          name: "Receipt of your request.eml",
          kept: "rights/answers/1-2.eml",
          bytes: 18_204,
          sha256: "7a".repeat(32),
        }),
        happened("extended", "2026-11-05", "They write that they need until January, because of many requests."),
      ],
    }),
    request({
      id: 4,
      kind: "erasure",
      to: "Meta Platforms Ireland Limited",
      state: "waiting",
      sentOn: "2026-10-24",
      deadline: deadline("2026-11-24", "2027-01-25"),
      due: "2026-11-24",
      daysLeft: 2,
      may: waiting,
      days: [{ what: "due", day: "2026-11-24" }],
      events: [happened("written", "2026-10-23"), happened("sent", "2026-10-24")],
    }),
    request({
      id: 3,
      kind: "access",
      to: "AppsFlyer Ltd.",
      state: "contested",
      sentOn: "2026-10-28",
      deadline: deadline("2026-11-30", "2027-01-28", "2026-11-28"),
      due: "2026-11-30",
      daysLeft: 8,
      may: waiting.filter((each) => each !== "confirmed"),
      cause: "partial",
      days: [{ what: "due", day: "2026-11-30" }],
      events: [
        happened("written", "2026-10-27"),
        happened("sent", "2026-10-28"),
        happened("partial", "2026-11-12", "The recipients are not named."),
      ],
    }),
    request({
      id: 5,
      kind: "objection",
      to: "Adjust GmbH",
      state: "written",
      may: ["sent", "closed"],
      events: [happened("written", "2026-11-21")],
    }),
    request({
      id: 2,
      kind: "withdrawal",
      to: "Google Ireland Limited",
      state: "answered",
      sentOn: "2026-10-05",
      deadline: deadline("2026-11-05", "2027-01-05"),
      due: "2026-11-05",
      may: ["partial", "reminded", "complained", "closed"],
      events: [
        happened("written", "2026-10-04"),
        happened("sent", "2026-10-05"),
        happened("answered", "2026-10-20", "The consent is withdrawn and the data erased."),
      ],
    }),
  ],
};

/** Lets the page see these requests in place of those of its server, and shows the view anew. */
export async function showRights(window: Page): Promise<void> {
  await window.route("**/api/v1/rights", (route) => route.fulfill({ json: sampleRequests }));
  await window.route("**/api/v1/rights/requests/*", (route) => {
    const id = Number(new URL(route.request().url()).pathname.split("/").at(-1));
    return route.fulfill({ json: sampleRequests.requests.find((each) => each.id === id) });
  });
  await window.reload({ waitUntil: "domcontentloaded" });
  await window.locator(".leaf").first().waitFor();
}
