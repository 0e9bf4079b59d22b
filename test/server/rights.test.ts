import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { LetterForms } from "../../src/centre/letter-forms.ts";
import type { PageRequest, RightsPage } from "../../src/centre/rights-page.ts";
import type { ReportLetter } from "../../src/centre/traffic-letter.ts";
import { type Visited, visit } from "./browser.ts";

let visited: Visited;
let now = Date.UTC(2026, 6, 1);
beforeAll(async () => {
  visited = await visit({ now: () => now });
});
afterAll(async () => await visited.close());

interface Changed {
  readonly request: PageRequest;
  readonly unnoted: string | null;
}
const page = async () => await visited.json<RightsPage>("/rights");
const file = async (id: number, what: string, on: string, note?: string) =>
  await visited.json<Changed>(`/rights/requests/${id}/events`, { body: { what, on, ...(note && { note }) } });
const bytes = { "content-type": "application/octet-stream" };
const files = (id: number, event: number, name = "") =>
  `/rights/files?request=${id}&event=${event}&name=${encodeURIComponent(name)}`;
const status = async (path: string, init?: Parameters<Visited["ask"]>[1]) =>
  (await visited.ask(`/api/v1${path}`, init)).status;

async function write(to: string, more: object = {}): Promise<ReportLetter> {
  const body = { to, kind: "access", language: "en", region: "EU", name: "Ana Example", address: null, email: null };
  return await visited.json<ReportLetter>("/rights/letters", {
    body: { ...body, identity: ["Advertising ID: 38400000"], file: true, ...more },
  });
}

test("nothing was asked yet", async () => {
  expect(await page()).toEqual({ today: "2026-07-01", requests: [] });
});

test("from the letter to the complaint, with the days that are left and what may come next", async () => {
  const letter = await write("Xiaomi");
  expect(letter).toMatchObject({ request: 1, language: "en" });
  expect(letter.text).toContain("Ana Example");
  const [first] = (await page()).requests;
  expect(first).toMatchObject({ state: "written", may: ["sent", "closed"], due: null, daysLeft: null, days: [] });

  const { request: sent } = await file(1, "sent", "2026-07-02");
  // A Sunday: 2 August 2026. The Netherlands have no holiday on the Monday.
  expect(sent).toMatchObject({ state: "waiting", due: "2026-08-03", daysLeft: 33, overdue: false, cause: null });
  expect(sent.deadline?.rule).toContain("Art. 12(3)");
  expect(sent.deadline?.notes.join(" ")).toContain("Reg. 1182/71 Art. 3(4)");
  expect(sent.days.map(({ what, day }) => [what, day])).toEqual([
    ["due", "2026-08-03"],
    ["remind", "2026-08-04"],
  ]);
  const early = { body: { kind: "complaint", country: "DE", authority: "deberlbdi" } };
  expect(await status("/rights/requests/1/letter", early)).toBe(409);

  now = Date.UTC(2026, 7, 10);
  const [late] = (await page()).requests;
  expect(late).toMatchObject({ overdue: true, daysLeft: -7, cause: "no-answer" });
  const reminder = await visited.json<LetterForms>("/rights/requests/1/letter", { body: { kind: "reminder" } });
  expect(reminder.text).toContain("I have received no answer. The time for it ended on 3 August 2026.");
  const { authorities } = await visited.json<{ authorities: { slug: string; country: string }[] }>(
    "/rights/authorities",
  );
  expect(authorities.find(({ slug }) => slug === "deberlbdi")?.country).toBe("DE");
  const complaint = await visited.json<LetterForms>("/rights/requests/1/letter", {
    body: { kind: "complaint", country: "DE", authority: "deberlbdi", language: "es" },
  });
  expect(complaint).toMatchObject({ language: "es", to: { email: "mailbox@datenschutz-berlin.de" } });
  expect(complaint.eml).toContain("X-Unsent: 1");
  const { request: complained } = await file(1, "complained", "2026-08-10");
  expect(complained).toMatchObject({ state: "complained", daysLeft: null, days: [] });
});

test("more time that was asked for counts only in time", async () => {
  const { request: id } = await write("Amazon");
  if (id === null) throw new Error("it was not filed");
  await file(id, "sent", "2026-08-10");
  const { request: inTime } = await file(id, "extended", "2026-08-20", "Many requests");
  expect(inTime).toMatchObject({ extension: "in-time", due: inTime.deadline?.extended, state: "waiting" });
  expect(inTime.due).toBe("2026-11-10");
  const { request: other } = await write("Meta");
  if (other === null) throw new Error("it was not filed");
  await file(other, "sent", "2026-08-10");
  const { request: late } = await file(other, "extended", "2026-09-20");
  expect(late).toMatchObject({ extension: "late", due: late.deadline?.due, cause: "extended-late" });
});

test("what cannot have happened is refused, and so is what is no day", async () => {
  const body = (what: string, on: string) => ({ body: { what, on } });
  expect(await status("/rights/requests/1/events", body("sent", "2026-08-11"))).toBe(409);
  expect(await status("/rights/requests/1/events", body("decided", "2026-08-01"))).toBe(409);
  expect(await status("/rights/requests/1/events", body("decided", "2026-02-31"))).toBe(400);
  expect(await status("/rights/requests/99/events", body("sent", "2026-08-11"))).toBe(404);
  for (const id of ["0", "-1", "1e3", "..%2f..%2fjournal", "9".repeat(30)])
    expect(await status(`/rights/requests/${id}`), id).toBe(404);
});

test("an answer is kept as it came, given back to be saved only, and deleted with its request", async () => {
  const { request: id } = await write("graph.facebook.com");
  if (id === null) throw new Error("it was not filed");
  await file(id, "sent", "2026-08-10");
  await file(id, "answered", "2026-08-11", "<img src=x onerror=alert(1)>");
  const body = new TextEncoder().encode("<!doctype html><script>alert(1)</script>");
  const name = '../../Antwort “a";b\u202e.html';
  const kept = await visited.json<Changed>(files(id, 2, name), { body, headers: bytes });
  expect(kept.request.request.events[2]?.file).toMatchObject({
    kept: `rights/answers/${id}-2.html`,
    bytes: body.length,
  });
  expect(await readdir(join(visited.folder, "rights", "answers"))).toEqual([`${id}-2.html`]);
  const back = await visited.ask(`/api/v1${files(id, 2)}`);
  expect(new Uint8Array(await back.arrayBuffer())).toEqual(body);
  expect(back.headers.get("content-type")).toBe("application/octet-stream");
  expect(back.headers.get("content-disposition")).toMatch(/^attachment; filename\*=UTF-8''[\w.%-]+$/);
  expect(decodeURIComponent(back.headers.get("content-disposition") ?? "")).not.toMatch(/[/"\u202e]/);
  expect(back.headers.get("content-security-policy")).toContain("sandbox");
  expect(back.headers.get("cache-control")).toContain("no-store");
  // One file for one event; none for what did not happen, and no empty one.
  expect(await status(files(id, 2, "b"), { body, headers: bytes, method: "POST" })).toBe(409);
  expect(await status(files(id, 7, "b"), { body, headers: bytes, method: "POST" })).toBe(404);
  expect(await status(files(id, 1, "b"), { body: new Uint8Array(), headers: bytes, method: "POST" })).toBe(409);
  expect(await status("/rights/files?request=x&event=1")).toBe(400);

  await visited.json(`/rights/requests/${id}`, { method: "DELETE" });
  expect(await status(`/rights/requests/${id}`)).toBe(404);
  expect(await status(files(id, 2))).toBe(404);
  expect(await readdir(join(visited.folder, "rights", "answers"))).toEqual([]);
  // No number is given twice: the journal still speaks of the one that is gone.
  expect((await write("Google")).request).toBe(id + 1);
  const journal = JSON.stringify(await visited.json("/journal"));
  expect(journal).toContain(`Request ${id} (access) to Meta Platforms Ireland Limited: deleted on 2026-08-10`);
});

test("while Candor is locked nothing is shown or taken; what is kept is sealed", async () => {
  const secret = "the answer that nobody else is to read";
  await file(2, "answered", "2026-08-22");
  await visited.json(files(2, 3, "answer.txt"), { body: new TextEncoder().encode(secret), headers: bytes });
  const passphrase = "correct horse battery staple 42";
  await visited.json("/privacy/set", { body: { passphrase } });
  await visited.json("/privacy/lock", { method: "POST" });
  const letter = { kind: "reminder" };
  const asked: readonly (readonly [string, Parameters<Visited["ask"]>[1]])[] = [
    ["/rights", undefined],
    ["/rights/requests/1", undefined],
    [files(2, 3), undefined],
    ["/rights/requests/1/letter", { body: letter }],
    ["/rights/requests/2/events", { body: { what: "closed", on: "2026-08-23" } }],
    [files(2, 1, "x"), { body: new TextEncoder().encode("x"), headers: bytes, method: "POST" }],
    ["/rights/requests/1", { method: "DELETE" }],
  ];
  for (const [path, init] of asked) {
    const answer = await visited.ask(`/api/v1${path}`, init);
    expect(answer.status, path).toBe(423);
    expect(await answer.text(), path).not.toMatch(/Xiaomi|Amazon|Meta|Example/);
  }
  const folder = join(visited.folder, "rights");
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const text = await readFile(join(entry.parentPath, entry.name), "latin1");
    expect(text, entry.name).not.toMatch(/Xiaomi|Ana Example|nobody else/);
  }
  await visited.json("/privacy/unlock", { body: { passphrase } });
  expect((await page()).requests.length).toBeGreaterThan(2);
  expect(await (await visited.ask(`/api/v1${files(2, 3)}`)).text()).toBe(secret);
}, 60_000);
