import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { findChromium } from "../../src/centre/letter-pdf.ts";
import {
  authoritiesDocument,
  letterDocument,
  rightsDeadlineDocument,
  rightsListDocument,
  rightsRequestDocument,
} from "../../src/centre/rights-documents-schema.ts";
import { candorHere as candor, root } from "./run.ts";

// `candor rights` from a record of traffic to a complaint, on the made-up scenario.

const synthetic = join(root, "..", "shared", "traffic", "synthetic");
let folder = "";
let report = "";
let home = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "candor-rights-"));
  report = join(folder, "report.json");
  const judged = await candor([
    ...["traffic", "report", join(synthetic, "pcapdroid.pcapng"), join(synthetic, "diet-before-consent.har")],
    ...["--json", "--nothing-chosen", "--fail-on", "never"],
  ]);
  expect(judged.code).toBe(0);
  await writeFile(report, judged.out);
});
beforeEach(async () => {
  home = await mkdtemp(join(folder, "home-"));
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

const rights = async (...args: readonly string[]) => await candor(["rights", ...args], { CANDOR_HOME: home });
const me = ["--name", "Ada Example", "--email", "ada@example.org", "--id", "Advertising ID: 38400000"];

test.each([
  ["en", "To Whom It May Concern:", "fr.app.chat.global.xiaomi.net: 1 connection"],
  ["de", "Art. 15 DSGVO", "fr.app.chat.global.xiaomi.net: 1 Verbindung"],
  ["es", "art. 15 RGPD", "fr.app.chat.global.xiaomi.net: 1 conexión"],
  ["zh", "《通用数据保护条例》（GDPR）第15条", "fr.app.chat.global.xiaomi.net：1 次连接"],
  ["id", "Pasal 15 GDPR", "fr.app.chat.global.xiaomi.net: 1 koneksi"],
  ["fr", "Article 15", "fr.app.chat.global.xiaomi.net: 1 connection"],
])("a complete letter with evidence in %s", async (language, ...parts) => {
  const { code, out, err } = await rights(
    ...["letter", "access", "--flow-report", report, "--to", "Xiaomi", "--language", language, ...me],
  );
  expect(code).toBe(0);
  expect(out).not.toMatch(/[{}[\]]|undefined/);
  const sha256 = "3e353a92b9d154020053d43266a40a5072635e5369e634f899288fb1bf9b6168";
  const always = ["Prinses Beatrixlaan 582", "tracking.intl.miui.com", sha256, "2026-07-01 10:00:05", "38400000"];
  for (const part of [...parts, ...always]) expect(out).toContain(part);
  // What belongs to others is not in it, nor are the values that were seen.
  expect(out).not.toMatch(/appsflyer|graph\.facebook/);
  expect(err).toContain("datarequests.org, record “mi-com”, list of 2026-11-22");
  expect(err).toContain("This is no legal advice.");
  expect(err).toContain("Filed as request 1.");
});

test("whom: one is asked for where there are several; a host, a part of a name, a stranger without an address", async () => {
  const several = await rights("letter", "access", "--flow-report", report, ...me);
  expect([several.code, several.err]).toEqual([3, expect.stringContaining("6 companies: Xiaomi (7)")]);
  const host = await rights("letter", "withdrawal", "--to", "graph.facebook.com", "--no-keep", ...me);
  expect(host.out).toContain("Meta Platforms Ireland Limited");
  const part = await rights("letter", "access", "--to", "amaz", "--no-keep", ...me);
  expect(part.err).toMatch(/“amaz” may be: Amazon, Amazon Web Services/);
  const stranger = await rights("letter", "access", "--to", "Nobody Knows Inc.", "--no-keep", ...me);
  expect(stranger.code).toBe(0);
  expect(stranger.out).toContain("Postal address to be completed");
  expect(stranger.err).toContain("No address of Nobody Knows Inc. is known here, and none is guessed.");
  const record = join(folder, "record.json");
  const companies = JSON.parse(
    await readFile(join(root, "..", "shared", "feeds", "datenanfragen", "companies.json"), "utf8"),
  ) as readonly { slug: string }[];
  await writeFile(record, JSON.stringify(companies.find(({ slug }) => slug === "1blu")));
  const own = await rights("letter", "erasure", "--controller", record, "--no-keep", ...me);
  expect(own.out).toContain("Riedemannweg 60");
  expect((await rights("list")).out).toContain("There is no request yet.");
});

test("other laws: their articles, and a plain word where there is no such right", async () => {
  const brazil = await rights("letter", "access", "--to", "Xiaomi", "--region", "BR", "--no-keep", ...me);
  expect(brazil.out).toContain("Art. 18 and 19 LGPD");
  expect(brazil.out).toContain("15 days");
  expect(brazil.err).toContain("rest on general knowledge");
  const india = await rights("letter", "erasure", "--to", "Xiaomi", "--region", "IN", "--no-keep", ...me);
  expect([india.code, india.err]).toEqual([3, expect.stringContaining("For India, the law as it is known here")]);
});

test("from the letter to the complaint: sent, more time claimed too late, reminded, complained, all in the journal", async () => {
  await rights("letter", "access", "--flow-report", report, "--to", "Xiaomi", "--region", "EU", ...me);
  // As if it had been written in summer.
  const file = join(home, "rights", "requests.json");
  await writeFile(file, (await readFile(file, "utf8")).replace(/"on": "[\d-]+"/, '"on": "2026-07-01"'));
  expect((await rights("answer", "1", "answered")).err).toContain("“answered” cannot follow, only sent, closed");
  const sent = await rights("sent", "1", "--on", "2026-07-02");
  expect(sent.out).toContain("Request 1 is waiting.");
  expect(sent.out).toContain("an answer was due on 2026-08-03.");
  const due = await rights("deadline");
  expect(due.code).toBe(1);
  expect(JSON.parse((await rights("list", "--json")).out).requests[0]).toMatchObject({
    state: "waiting",
    due: "2026-08-03",
    overdue: true,
  });
  const ics = join(home, "rights.ics");
  await rights("deadline", "--ics", ics);
  expect(await readFile(ics, "utf8")).toContain("DTSTART;VALUE=DATE:20260803\r\n");
  const reminder = await rights("reminder", "1");
  expect(reminder.out).toContain("on 2 July 2026 I sent you a request according to Article 15 GDPR.");
  expect(reminder.out).toContain("I have received no answer. The time for it ended on 3 August 2026.");
  const late = await rights("answer", "1", "extended", "--on", "2026-08-20", "--note", "We are busy.");
  expect(late.out).toContain("it does not count (Art. 12(3))");
  const answer = join(folder, "answer.txt");
  await writeFile(answer, "Dear customer");
  const partial = await rights(
    ...["answer", "1", "partial", "--on", "2026-09-01", "--note", "No recipient is named.", "--file", answer],
  );
  expect(partial.out).toContain("Request 1 is contested.");
  expect(await readdir(join(home, "rights", "answers"))).toEqual(["1-3.txt"]);
  const where = await rights("complaint", "1");
  expect([where.code, where.err]).toEqual([3, expect.stringContaining("--country DE")]);
  expect((await rights("complaint", "1", "--country", "DE")).err).toContain("deberlbdi");
  const complaint = await rights("complaint", "1", "--country", "AT");
  for (const part of [
    "Österreichische Datenschutzbehörde",
    "Barichgasse 40-42",
    "2. Juli 2026",
    "No recipient is named.",
  ])
    expect(complaint.out).toContain(part);
  expect(complaint.out).toContain("tracking.intl.miui.com");
  expect(complaint.out).not.toMatch(/[{}[\]]/);
  expect((await rights("sent", "1", "complaint")).out).toContain("Request 1 is complained.");
  const { out } = await candor(["journal", "--json"], { CANDOR_HOME: home });
  const about = JSON.parse(out).entries.map((row: { about: string }) => row.about);
  expect(about[0]).toMatch(/^Request 1 \(access\) to Xiaomi Communications Co., Ltd.: complained on /);
  expect(about.length).toBe(5);
});

test("what is printed as JSON is as its schema says", async () => {
  const letter = await rights("letter", "access", "--flow-report", report, "--to", "Meta", "--format", "json", ...me);
  const read = letterDocument.parse(JSON.parse(letter.out));
  expect(read.evidence?.hosts.map(({ host }) => host)).toContain("graph.facebook.com");
  await rights("sent", "1");
  const list = rightsListDocument.parse(JSON.parse((await rights("list", "--json")).out));
  expect(list.requests.map(({ state, overdue }) => [state, overdue])).toEqual([["waiting", false]]);
  rightsRequestDocument.parse(JSON.parse((await rights("show", "1", "--json")).out));
  const counted = await rights("deadline", "--received", "2026-04-01", "--country", "de", "--json");
  expect(rightsDeadlineDocument.parse(JSON.parse(counted.out)).deadline?.due).toBe("2026-05-04");
  const { authorities } = authoritiesDocument.parse(JSON.parse((await rights("authorities", "DE", "--json")).out));
  expect(authorities.length).toBeGreaterThan(16);
});

test("with a privacy password nothing of a request lies open, and it is not read while locked", async () => {
  await rights("letter", "access", "--to", "Xiaomi", ...me);
  const secret = { CANDOR_HOME: home, CANDOR_PASSPHRASE: "correct horse battery staple lamp" };
  const set = await candor(["lock", "set"], secret);
  if (set.code !== 0) throw new Error(set.err);
  expect(await readdir(join(home, "rights"))).toEqual(["requests.json.age"]);
  expect((await rights("list")).code).toBe(3);
  const open = await candor(["rights", "list"], secret);
  expect(open.out).toContain("Xiaomi Communications");
});

test("a hostile name stays text in every format", async () => {
  const name = "<script>alert(1)</script>\r\nBcc: victim@example.com";
  const to = ["letter", "access", "--to", name, "--no-keep", ...me];
  const eml = (await rights(...to, "--to-email", "a@b.example", "--format", "eml")).out;
  expect(eml.slice(0, eml.indexOf("\r\n\r\n"))).not.toMatch(/^Bcc/im);
  const page = (await rights(...to, "--format", "html")).out;
  expect(page).not.toContain("<script");
  const uri = (await rights(...to, "--to-email", "a@b.example", "--format", "mailto")).out;
  expect(new URL(uri.trim()).pathname).toBe("a@b.example");
  expect([...new URL(uri.trim()).searchParams.keys()]).toEqual(["subject", "body"]);
  expect((await rights(...to, "--to-email", "a@b.example\nBcc: c@d.example")).code).toBe(2);
});

test("what is no report is refused with what to do", async () => {
  const bad = join(folder, "bad.json");
  for (const text of ["", "{}", '{"schema":"candor.traffic-report/1"}', "[]"]) {
    await writeFile(bad, text);
    const { code, err } = await rights("letter", "access", "--flow-report", bad, "--to", "Xiaomi", ...me);
    expect([code, err]).toEqual([3, expect.stringContaining("candor traffic report RECORD --json")]);
  }
});

test("damaged requests are said, and not written over", async () => {
  await rights("letter", "access", "--to", "Xiaomi", ...me);
  const file = join(home, "rights", "requests.json");
  await writeFile(file, '{"schema":"candor.rights/1","requests":[{}]}');
  expect((await rights("list")).err).toContain("is damaged");
  expect((await rights("sent", "1")).code).toBe(3);
  expect(await readFile(file, "utf8")).toContain("[{}]");
});

test("a PDF by an installed Chromium, or a word on how to do without", { timeout: 60_000 }, async () => {
  const to = ["letter", "access", "--flow-report", report, "--to", "Xiaomi", "--language", "zh", "--no-keep", ...me];
  const path = join(folder, "letter.pdf");
  expect((await rights(...to, "--format", "pdf")).code).toBe(2);
  const none = await candor(["rights", ...to, "--format", "pdf", "-o", path], { CANDOR_HOME: home, PATH: "" });
  expect([none.code, none.err]).toEqual([3, expect.stringContaining("--format html")]);
  if ((await findChromium(process.env)) === null) return;
  const made = await rights(...to, "--format", "pdf", "-o", path);
  expect([made.code, made.err]).toEqual([0, expect.stringContaining("Before you send this")]);
  const text = spawnSync("pdftotext", [path, "-"], { encoding: "utf8" });
  if (text.status === 0) expect(text.stdout).toContain("tracking.intl.miui.com");
  expect((await readFile(path)).subarray(0, 5).toString()).toBe("%PDF-");
});
