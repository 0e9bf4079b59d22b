import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import type { MadeEvidence, VerifiedEvidence } from "../../src/centre/evidence-desk.ts";
import type { KnownRecipient } from "../../src/centre/known-recipients.ts";
import type { SealedLetter } from "../../src/centre/received-desk.ts";
import type { SealedFile } from "../../src/centre/share-desk.ts";
import { withTool } from "../tools.ts";
import { done, examined, type Visited, visit } from "./browser.ts";

const passphrase = "seven wonderful otters swim upstream";
const work = mkdtempSync(join(tmpdir(), "candor-share-page-"));
const path = (name: string) => join(work, name);
let owner: Visited;
let helper: Visited;
beforeAll(async () => {
  owner = await visit();
  helper = await visit();
}, 60_000);
afterAll(async () => {
  await owner.close();
  await helper.close();
  rmSync(work, { recursive: true, force: true });
});

const secret = "what only the helper may read";
const recipientOf = async (of: Visited) => (await of.json<{ recipient: string }>("/share/own", { body: {} })).recipient;
const bytes = { "content-type": "application/octet-stream" };
const order = async (body: object) => (await owner.json<{ order: string }>("/share/orders", { body })).order;
const send = async (name: string, content: Uint8Array, wish: object) =>
  await owner.job<SealedFile>(`/share/files?order=${await order(wish)}&name=${encodeURIComponent(name)}`, {
    body: content,
    headers: bytes,
  });
const saved = async (from: Visited, at: string) => Buffer.from(await (await from.ask(`/api/v1${at}`)).arrayBuffer());
const sealed = async (about: SealedFile) => await saved(owner, `/share/sealed/${about.id}/file`);
const drop = async (to: Visited, content: Uint8Array, name = "for you.age") =>
  await to.job<{ kind: string; sealed: SealedLetter }>(`/files?name=${encodeURIComponent(name)}`, {
    body: content,
    headers: bytes,
  });
const received = async (content: Uint8Array, name?: string) => done(await drop(helper, content, name)).sealed;
const opened = async (letter: SealedLetter, body: object = {}) =>
  done(await helper.job<SealedLetter>(`/received/${letter.id}/open`, { body })).opened;

/** What lies below a folder, with the words in it; nothing of what was sealed may be among it. */
function onDisk(folder: string): string {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return names.map((each) => readFileSync(join(each.parentPath, each.name), "latin1")).join("\n");
}
afterEach(() => {
  for (const { folder } of [owner, helper]) {
    expect(onDisk(folder)).not.toContain(secret);
    expect(onDisk(folder)).not.toContain("otters");
  }
});

test("a file that is sent is sealed for the helper, who opens and saves it; nobody else can", async () => {
  const wish = { to: { recipients: await recipientOf(helper) } };
  const about = done(await send("ärger <b>.txt", Buffer.from(secret), wish));
  expect(about).toMatchObject({ keys: 1, problem: null });
  expect(about.name).toMatch(/^ärger.*\.txt\.age$/);
  const file = await sealed(about);
  expect(file.includes(secret)).toBe(false);
  expect(createHash("sha256").update(file).digest("hex")).toBe(about.sha256);
  expect((await owner.json<{ sealed: SealedFile[] }>("/share")).sealed[0]?.id).toBe(about.id);
  // It stands in the journal.
  const { rows } = await owner.json<{ rows: { about: string }[] }>("/journal");
  expect(rows.some((row) => /^Wrote age about/.test(row.about))).toBe(true);
  const letter = await received(file, about.name);
  expect(letter).toMatchObject({ for: ["age"], opened: null });
  const early = await helper.ask(`/api/v1/received/${letter.id}/file`);
  expect(early.status).toBe(409);
  const inside = await opened(letter);
  expect(inside).toMatchObject({ holds: "file", bytes: secret.length, evidence: null });
  const answer = await helper.ask(`/api/v1/received/${letter.id}/file`);
  expect(answer.headers.get("content-type")).toBe("application/octet-stream");
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename\*=UTF-8''%C3%A4rger/);
  expect(await answer.text()).toBe(secret);
  // The owner cannot open what was sealed for the helper alone.
  const own = done(await drop(owner, file)).sealed;
  expect(await owner.job(`/received/${own.id}/open`, { body: {} })).toMatchObject({
    failure: { code: "refused", message: expect.stringContaining("sealed for somebody else") as string },
  });
  // An order is good for one file.
  const once = await order(wish);
  const again = async () =>
    await owner.ask(`/api/v1/share/files?order=${once}&name=x`, { body: Buffer.from("x"), headers: bytes });
  expect((await again()).status).toBe(202);
  expect((await again()).status).toBe(404);
  for (const [who, at] of [
    [owner, `/share/sealed/${about.id}`],
    [helper, `/received/${letter.id}`],
  ] as const) {
    await who.json(at, { method: "DELETE" });
    expect((await who.ask(`/api/v1${at}${at.startsWith("/share") ? "/file" : ""}`)).status).toBe(404);
  }
});

test("what is no key is named; secret ones and easy passphrases are not taken", async () => {
  const read = async (text: string) => await owner.ask("/api/v1/share/recipients", { body: { text } });
  const own = await recipientOf(owner);
  const ssh = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIB0123456789abcdefghijklmnopqrstuvwxyz0123AB";
  expect(await (await read(`# me\n${own}\n\n${own}\n`)).json()).toEqual({
    recipients: [{ kind: "age", text: own, comment: null, own: true }],
  });
  for (const [text, said] of [
    [`${own.slice(0, -1)}${own.endsWith("q") ? "p" : "q"}`, "no recipient"],
    ["hello", "no recipient"],
    [ssh.slice(0, 40), "no recipient"],
    [`AGE-SECRET-KEY-1${"Q".repeat(58)}`, "secret half"],
  ] as const) {
    const answer = await read(text);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain(said);
  }
  const refused = async (body: object) => (await owner.ask("/api/v1/share/orders", { body })).status;
  expect(await refused({ to: { recipients: "" } })).toBe(409);
  expect(await refused({ to: { passphrase: "password1" } })).toBe(409);
  expect(await refused({ to: { passphrase: "password1", weakToo: true } })).toBe(200);
});

test("a passphrase seals and opens, as text; a wrong one is named", async () => {
  const about = done(await send("notes.txt", Buffer.from(secret), { to: { passphrase }, armor: true }));
  expect(about.keys).toBe(null);
  const file = await sealed(about);
  expect(file.toString()).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----\n/);
  const letter = await received(file);
  expect(letter.for).toEqual(["passphrase"]);
  for (const body of [{}, { passphrase: "eight otters" }])
    expect(await helper.job(`/received/${letter.id}/open`, { body })).toMatchObject({
      failure: { code: "wrong-passphrase" },
    });
  expect(await opened(letter, { passphrase })).toMatchObject({ holds: "file", bytes: secret.length });
}, 60_000);

test("a sealed file that is cut or changed anywhere is not opened, and leaves nothing", async () => {
  const wish = { to: { recipients: await recipientOf(helper) } };
  const file = await sealed(done(await send("long", randomBytes(300_000), wish)));
  const flipped = (at: number) => file.map((byte, i) => (i === at ? byte ^ 1 : byte));
  for (const content of [file.subarray(0, -1), file.subarray(0, -65_552), flipped(40), flipped(file.length - 9)]) {
    const ended = await drop(helper, content);
    const last =
      ended.type === "done" ? await helper.job(`/received/${ended.result.sealed.id}/open`, { body: {} }) : ended;
    expect(last).toMatchObject({ type: "failed" });
    expect(JSON.stringify(last)).toMatch(/no longer what was written|somebody else/);
  }
  expect(await drop(helper, Buffer.from("age-encryption.org/v1\n-> X25519 abc\n"))).toMatchObject({
    failure: { code: "damaged" },
  });
});

test("a file that breaks off on its way leaves nothing, and its order is used up", async () => {
  const id = await order({ to: { recipients: await recipientOf(helper) } });
  const before = (await owner.json<{ sealed: SealedFile[] }>("/share")).sealed.length;
  const uploads = () => readdirSync(join(owner.folder, "uploads")).length;
  const held = uploads();
  const sending = request(`${owner.base}/api/v1/share/files?order=${id}&name=cut`, {
    method: "POST",
    headers: { cookie: owner.cookie, origin: owner.base, ...bytes, "content-length": 5_000_000 },
  });
  sending.on("error", () => undefined);
  sending.write(Buffer.alloc(1_000_000, secret));
  await vi.waitFor(() => expect(uploads()).toBe(held + 1), 20_000);
  sending.destroy();
  await vi.waitFor(() => expect(uploads()).toBe(held), 20_000);
  expect((await owner.json<{ sealed: SealedFile[] }>("/share")).sealed).toHaveLength(before);
  const again = await owner.ask(`/api/v1/share/files?order=${id}&name=x`, { body: Buffer.from("x"), headers: bytes });
  expect(again.status).toBe(404);
}, 60_000);

test("an examination goes without what names the phone, and is kept by the helper only when that is asked for", async () => {
  const examination = await examined(owner, "virtual:stalked");
  const to = { recipients: await recipientOf(helper) };
  const seal = async (redaction: string) =>
    await sealed(
      done(await owner.job<SealedFile>("/share/sealed", { body: { to, what: { examination, redaction } } })),
    );
  const letter = await received(await seal("identifiers"), `${examination}.json.age`);
  const inside = await opened(letter);
  expect(inside).toMatchObject({ holds: "examination" });
  expect((await saved(helper, `/received/${letter.id}/file`)).toString()).not.toContain("R5CT30ABCDE");
  const count = async () => (await helper.json<{ examinations: unknown[] }>("/examinations")).examinations.length;
  expect(await count()).toBe(0);
  const looked = done(await helper.job<{ kind: string }>(`/received/${letter.id}/look`, { body: {} }));
  expect(looked.kind).toBe("examination");
  expect(await count()).toBe(1);
  const whole = await received(await seal("none"));
  await opened(whole);
  expect((await saved(helper, `/received/${whole.id}/file`)).toString()).toContain("R5CT30ABCDE");
  expect(await owner.job("/share/sealed", { body: { to, what: { path: path("none") } } })).toMatchObject({
    failure: { code: "absent" },
  });
}, 60_000);

test("evidence is packed with a file beside it, sealed, and verified where it is opened", async () => {
  const examination = await examined(owner, "virtual:stock");
  const added = await owner.json<{ id: string }>(`/evidence/includes?name=${encodeURIComponent("../letter.txt")}`, {
    body: Buffer.from("Dear court"),
    headers: bytes,
  });
  const dropped = await owner.json<{ id: string }>("/evidence/includes?name=not.txt", {
    body: Buffer.from("no"),
    headers: bytes,
  });
  await owner.json(`/evidence/includes/${dropped.id}`, { method: "DELETE" });
  const include = [added.id];
  const body = { examination, redaction: "none", include };
  const made = done(await owner.job<MadeEvidence>("/evidence/packages", { body }));
  // Once packed it is held no longer.
  expect(await owner.job("/evidence/packages", { body })).toMatchObject({ failure: { code: "absent" } });
  const to = { recipients: await recipientOf(helper) };
  const about = done(await owner.job<SealedFile>("/share/sealed", { body: { to, what: { evidence: made.id } } }));
  expect(about.name).toBe(`${made.name}.age`);
  const letter = await received(await sealed(about), about.name);
  const inside = await opened(letter);
  expect(inside).toMatchObject({ holds: "evidence", name: made.name, evidence: { holds: true } });
  const zip = await saved(helper, `/received/${letter.id}/file`);
  expect(createHash("sha256").update(zip).digest("hex")).toBe(made.sha256);
  expect(zip.includes("included/letter.txt")).toBe(true);
  const verdicts = (await helper.json<{ verified: VerifiedEvidence[] }>("/evidence")).verified;
  expect(verdicts.map(({ id }) => id)).toContain(inside?.evidence?.id);
}, 60_000);

test("people are kept under a name, and sealed for by it", async () => {
  const lines = `# the desk\n${await recipientOf(helper)}\n`;
  const body = { name: "Help desk", recipients: lines };
  const { known } = await owner.json<{ known: KnownRecipient }>("/share/known", { body });
  const about = done(await send("a.txt", Buffer.from(secret), { to: { recipients: "", known: [known.id] } }));
  expect(about.keys).toBe(1);
  expect(await opened(await received(await sealed(about)))).toMatchObject({ holds: "file" });
  await owner.json(`/share/known/${known.id}`, { method: "DELETE" });
  const gone = { to: { known: [known.id] } };
  expect((await owner.ask("/api/v1/share/orders", { body: gone })).status).toBe(404);
});

withTool("age")(
  "age opens what the page seals, and the page what age sealed, by keys, SSH keys and passphrase",
  async () => {
    execFileSync("age-keygen", ["-o", path("identity")], { stdio: "pipe" });
    const keys = [path("identity")];
    for (const kind of ["ed25519", "rsa"]) {
      execFileSync("ssh-keygen", ["-q", "-t", kind, "-N", "", "-C", "desk", "-f", path(kind)]);
      keys.push(path(kind));
    }
    const recipients = [
      execFileSync("age-keygen", ["-y", path("identity")]).toString(),
      ...["ed25519", "rsa"].map((kind) => readFileSync(path(`${kind}.pub`), "utf8")),
    ].join("\n");
    const source = path("source.bin");
    writeFileSync(source, randomBytes(3_000_000));
    const about = done(
      await owner.job<SealedFile>("/share/sealed", { body: { to: { recipients }, what: { path: source } } }),
    );
    writeFileSync(path("sealed.age"), await sealed(about));
    for (const key of keys) {
      const out = execFileSync("age", ["-d", "-i", key, path("sealed.age")], { maxBuffer: 1 << 26 });
      expect(out.equals(readFileSync(source))).toBe(true);
    }
    writeFileSync(path("to"), `${recipients}\n${await recipientOf(helper)}\n`);
    const theirs = execFileSync("age", ["-a", "-R", path("to")], { input: secret });
    for (const body of [{}, ...keys.map((key) => ({ key: readFileSync(key, "utf8") }))]) {
      const letter = await received(theirs);
      expect([...letter.for].sort()).toEqual(["age", "ssh"]);
      expect(await opened(letter, body)).toMatchObject({ bytes: secret.length });
      expect((await saved(helper, `/received/${letter.id}/file`)).toString()).toBe(secret);
    }
    const letter = await received(theirs);
    expect(await helper.job(`/received/${letter.id}/open`, { body: { key: "no key" } })).toMatchObject({
      failure: { code: "refused", message: expect.stringContaining("neither an age identity") as string },
    });
  },
  60_000,
);

test("a lock takes away what was sealed and received, and closes the door", async () => {
  const about = done(await send("a.txt", Buffer.from(secret), { to: { recipients: await recipientOf(owner) } }));
  const file = await sealed(about);
  const letter = done(await drop(owner, file)).sealed;
  done(await owner.job(`/received/${letter.id}/open`, { body: {} }));
  const uploads = () => readdirSync(join(owner.folder, "uploads"));
  expect(uploads().length).toBeGreaterThan(1);
  await owner.json("/privacy/set", { body: { passphrase, minutes: 5 } });
  // What was sealed for this Candor's own key before opens still.
  done(await owner.job(`/received/${letter.id}/open`, { body: {} }));
  await owner.json("/privacy/lock", { body: {} });
  expect(uploads()).toEqual([]);
  for (const at of ["/share", "/received", `/received/${letter.id}`, `/received/${letter.id}/file`])
    expect((await owner.ask(`/api/v1${at}`)).status).toBe(423);
  expect(await drop(owner, file)).toMatchObject({ failure: { code: "locked" } });
  expect(uploads()).toEqual([]);
}, 60_000);
