import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { askForRequest } from "../../src/centre/ask-for-request.ts";
import { verifyAttestation } from "../../src/centre/attest.ts";
import { type AskOptions, attestPhone } from "../../src/centre/attest-phone.ts";
import { keptHardware } from "../../src/centre/attestation-store.ts";
import { examine } from "../../src/centre/examine.ts";
import { writeStored } from "../../src/centre/feed-store.ts";
import { journalRows } from "../../src/centre/journal-list.ts";
import { setPassphrase } from "../../src/centre/privacy-lock.ts";
import { openPrivate, readJournalOf } from "../../src/centre/private-store.ts";
import { virtualRoots } from "../../src/centre/virtual-roots.ts";
import attestationAgrees from "../../src/checks/attestation-agrees.ts";
import { DeviceError } from "../../src/core/errors.ts";
import type { Output, Source } from "../../src/core/source.ts";
import { openTcpPhone } from "../../src/device/adb-tcp.ts";
import { revokedAttestationKeys } from "../../src/feeds/revoked-attestation-keys.ts";
import { serve } from "../../src/phone/daemon.ts";
import { type Listener, listen } from "../../src/phone/listen.ts";
import { createPhone, type VirtualPhone } from "../../src/phone/models/index.ts";
import { cutWire } from "../../src/phone/modes.ts";
import { phoneServices } from "../../src/phone/services.ts";

// Asking a phone's hardware over the real protocol, what is remembered of it, and what an examination makes of it.

const start = Date.UTC(2026, 10, 22, 12);
let now = start;
let home = "";
let dataFolder = "";
let phone: VirtualPhone;
let listener: Listener;
/** Bytes from the phone after which the cable is pulled. */
let cutAfter: number | null = null;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "candor-attest-phone-"));
  listener = await listen((wire) =>
    serve(cutAfter === null ? wire : cutWire(wire, cutAfter), { banner: phone.banner, services: phoneServices(phone) }),
  );
});
afterAll(async () => {
  await listener.close();
  await rm(home, { recursive: true, force: true });
});
beforeEach(async () => {
  cutAfter = null;
  now = start;
  phone = createPhone("stock", { now: () => now });
  dataFolder = await mkdtemp(join(home, "data-"));
});

async function connected<T>(body: (source: Source) => Promise<T>): Promise<T> {
  const source = await openTcpPhone({
    address: `127.0.0.1:${listener.port}`,
    takenAt: now,
    keys: { ownKey: join(home, "key") },
  });
  try {
    return await body(source);
  } finally {
    await source.close();
  }
}

const ask = (other: Partial<AskOptions> = {}) =>
  connected(
    async (source) =>
      (
        await attestPhone(source, {
          routes: ["app_process", "csr"],
          place: { dataFolder, now: () => now },
          noted: false,
          moreRoots: virtualRoots,
          ...other,
        })
      ).attestation,
  );

/** A list of keys taken back; without one nothing counts as looked up. */
async function lookUp(...serials: readonly string[]): Promise<void> {
  const keys = ["00ff", ...serials].map((serial) => ({ serial, status: "REVOKED", reason: "KEY_COMPROMISE" }));
  const stored = {
    id: revokedAttestationKeys.id,
    date: "2026-11-20",
    fetchedAt: "2026-11-20T00:00:00.000Z",
    files: {},
  };
  const parser = revokedAttestationKeys.version ?? 0;
  await writeStored(dataFolder, { ...stored, parser, entries: keys.length, value: { keys } }, 0);
}

/** What the check says of an examination. */
async function checked() {
  return await connected(async (source) => {
    const { report } = await examine(source, { dataFolder });
    const outcome = report.outcomes.find(({ check }) => check === attestationAgrees.id);
    return {
      state: outcome?.state,
      messages: outcome?.findings?.map(({ messageKey }) => messageKey),
      unread: outcome?.reason,
    };
  });
}

test("an honest phone is proven by its key store, remembered, and an examination says that both agree", async () => {
  await lookUp();
  expect((await checked()).unread).toContain("was not asked yet");
  const first = await ask();
  expect(first).toMatchObject({ worth: "proven", reasons: [], differences: [], kept: true, pin: { state: "first" } });
  expect(first.statements.map(({ route }) => route)).toEqual(["app_process", "csr"]);
  expect(first.routes.every(({ leftOnPhone }) => leftOnPhone === null)).toBe(true);
  expect(await checked()).toMatchObject({ state: "pass" });
  const second = await ask();
  expect(second.pin).toEqual({ state: "same", since: first.at, changed: [] });
  // Each way has a challenge of its own, and a fresh one each time.
  const challenges = [first, second].map(({ routes }) => {
    const [key] = routes;
    return key?.obtained && key.route === "app_process" ? key.verdict.says?.challenge : undefined;
  });
  expect(challenges[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(challenges[0]).not.toBe(challenges[1]);
});

test("without a list of keys taken back, or without a known root, nothing passes", async () => {
  expect(await ask()).toMatchObject({ worth: "not-looked-up", reasons: [{ code: "not-looked-up" }] });
  expect(await checked()).toMatchObject({ state: "unknown" });
  await lookUp();
  expect(await ask({ moreRoots: [] })).toMatchObject({ worth: "unvouched" });
  expect(await checked()).toMatchObject({ state: "unknown" });
});

test("hardware that knows of an open bootloader contradicts a system that says locked", async () => {
  await lookUp();
  phone = createPhone("stock+unlocked-hardware", { now: () => now });
  const found = await ask();
  expect(found).toMatchObject({ worth: "proven", statements: [{ locked: false }, { locked: false }] });
  expect(found.differences.map(({ property, hardware }) => [property, hardware])).toEqual([
    ["ro.boot.flash.locked", "0"],
    ["ro.boot.vbmeta.device_state", "unlocked"],
    ["ro.boot.verifiedbootstate", "orange"],
  ]);
  expect(await checked()).toMatchObject({ state: "fail", messages: ["lock", "lock", "state"] });
  phone = createPhone("stock+older-hardware", { now: () => now });
  expect((await ask({ anew: true })).differences.map(({ kind }) => kind)).toEqual(["os-level", "vendor-level"]);
  expect(await checked()).toMatchObject({ state: "fail", messages: ["os-level", "vendor-level"] });
});

test("a wrong signature, software keys, an older form and a refusal are each named, and none passes", async () => {
  await lookUp();
  phone = createPhone("hyperos+forging-hardware", { now: () => now });
  const forged = await ask();
  expect(forged).toMatchObject({ worth: "refuted", statements: [] });
  expect(forged.reasons.map(({ code, route }) => [code, route])).toEqual([
    ["signature", "app_process"],
    ["signature", "csr"],
  ]);
  expect(await checked()).toMatchObject({ state: "fail", messages: ["signature"] });
  phone = createPhone("stalked+software-keys", { now: () => now });
  expect(await ask()).toMatchObject({ worth: "software", statements: [] });
  expect(await checked()).toMatchObject({ state: "unknown" });
  phone = createPhone("stock+refusing-hardware", { now: () => now });
  const refused = await ask();
  expect(refused).toMatchObject({ worth: "not-obtained", routes: [{ obtained: false }, { obtained: false }] });
  expect(refused.reasons.map(({ detail }) => detail).join()).toContain("STATUS_FAILED");
  expect(await checked()).toMatchObject({ state: "unknown" });
  phone.state.hardware.manner = "answers";
  phone.state.hardware.requests = "encrypted";
  expect(await ask({ routes: ["csr"] })).toMatchObject({ worth: "not-obtained", reasons: [{ code: "encrypted" }] });
});

test("a key that was taken back refutes, whatever it signed", async () => {
  const before = await ask();
  const [key] = before.routes;
  if (!key?.obtained || key.route !== "app_process") throw new Error("not obtained");
  await lookUp(key.verdict.certificates[1]?.serial.replace(/^0+/, "") ?? "");
  expect(await ask()).toMatchObject({ worth: "refuted", reasons: [{ code: "revoked" }] });
  expect(await checked()).toMatchObject({ state: "fail", messages: ["revoked"] });
});

test("another phone under the same serial number is told each time, until it is taken as new", async () => {
  await lookUp();
  const { at } = await ask();
  phone = createPhone("stock", { now: () => now });
  Object.assign(phone.state.hardware, { seed: "another mainboard" });
  for (let times = 0; times < 2; times++) {
    now += 86_400_000;
    expect((await ask()).pin).toEqual({ state: "changed", since: at, changed: ["identity", "boot-key"] });
  }
  expect(await checked()).toMatchObject({ state: "fail", messages: ["identity", "boot-key"] });
  expect((await ask({ anew: true })).pin.state).toBe("first");
  expect(await checked()).toMatchObject({ state: "pass" });
});

test("a level that goes back is told, one that rises is remembered", async () => {
  await lookUp();
  const levels = (day: string) =>
    Object.assign(phone.state.hardware, { osPatchLevel: day, vendorPatchLevel: day, bootPatchLevel: day });
  levels("2026-09-05");
  await ask();
  levels("2026-11-05");
  expect((await ask()).pin.state).toBe("same");
  levels("2026-10-05");
  expect((await ask()).pin.changed).toEqual(["os-level", "vendor-level", "boot-level"]);
  expect((await checked()).messages).toContain("older");
  levels("2026-11-05");
  expect((await ask()).pin.state).toBe("same");
});

test("an old answer, and one of another build, say nothing of now", async () => {
  await lookUp();
  await ask();
  now += 31 * 86_400_000;
  expect((await checked()).unread).toContain("Ask it again");
  now = start;
  phone.state.properties.set("ro.build.fingerprint", "google/shiba/shiba:16/NEW/1:user/release-keys");
  expect((await checked()).unread).toContain("was updated since");
});

test("asking for less later does not lose what was proven, and cannot hide what speaks against it", async () => {
  await lookUp();
  await ask();
  expect((await ask({ routes: ["csr"] })).kept).toContain("proves more, and is still kept");
  expect(await checked()).toMatchObject({ state: "pass" });
  phone.state.hardware.locked = false;
  phone.state.hardware.bootState = "unverified";
  expect((await ask({ routes: ["csr"] })).kept).toBe(true);
  expect(await checked()).toMatchObject({ state: "fail" });
});

test("a cable that is pulled anywhere ends it, and loses nothing of what was remembered", async () => {
  await lookUp();
  const { at } = await ask();
  for (const bytes of [1_000, 4_000, 8_000, 10_000, 12_000]) {
    cutAfter = bytes;
    const ended = await ask().catch((error: unknown) => error);
    // Cut before the end it is an error; what was answered whole stands.
    if (ended instanceof Error) expect(ended).toBeInstanceOf(DeviceError);
    else expect(ended).toMatchObject({ worth: "proven" });
    cutAfter = null;
    expect(await checked()).toMatchObject({ state: "pass" });
    expect((await ask()).pin).toEqual({ state: "same", since: at, changed: [] });
  }
});

test("the journal says that something is put onto the phone before it is, and what came of it", async () => {
  const place = { dataFolder, now: () => now };
  await ask({ noted: true });
  const rows = journalRows((await readJournalOf(place)).entries);
  expect(rows.map(({ kind, about }) => [kind, about])).toEqual([
    ["attestation", "Asked the phone's hardware: said by hardware, its keys not looked up"],
    ["attestation", "Puts a small program onto the phone for some seconds, to ask its hardware"],
  ]);
  // Where it cannot be noted, nothing is put onto the phone.
  await writeFile(join(dataFolder, "no-folder"), "");
  const broken = await ask({
    noted: true,
    routes: ["app_process"],
    place: { ...place, dataFolder: join(dataFolder, "no-folder") },
  }).catch((error: unknown) => error);
  const reason = broken instanceof Error ? "error" : (broken as Awaited<ReturnType<typeof ask>>).routes[0];
  expect(reason === "error" || (typeof reason === "object" && !reason.obtained)).toBe(true);
  expect((await phone.state.files.list("/data/local/tmp")).filter((name) => name.endsWith(".dex"))).toEqual([]);
});

test("what is kept is sealed by a privacy password, and still remembered; while locked nothing passes", async () => {
  await lookUp();
  const { at } = await ask();
  const place = { dataFolder, now: () => now };
  await setPassphrase(place, "correct horse battery", 10);
  await expect(readFile(join(dataFolder, "hardware.json"))).rejects.toThrow();
  expect((await readFile(join(dataFolder, "hardware.json.age"))).includes("REMOTE PROVISIONING")).toBe(false);
  const locked = await ask();
  expect(locked).toMatchObject({ worth: "proven", pin: { state: "unknown" } });
  expect(locked.kept).toContain("locked");
  expect((await checked()).unread).toContain("candor unlock opens it");
  const open = { ...place, process: { env: { CANDOR_PASSPHRASE: "correct horse battery" } } };
  expect((await ask({ place: open })).pin).toEqual({ state: "same", since: at, changed: [] });
});

test("what is kept and damaged is named, and can be taken anew", async () => {
  await ask();
  for (const text of ['{"kept":1}', "no JSON", '{"kept":1,"phones":[{"serial":"2A101FDH200C4M","kept":{}}]}']) {
    await writeFile(join(dataFolder, "hardware.json"), text);
    expect((await checked()).unread).toContain("cannot be read");
    expect((await ask()).kept).toContain("candor attest --anew");
    expect((await ask({ anew: true })).pin.state).toBe("first");
  }
});

test("what was saved is verified elsewhere, by its certificates or by its request", async () => {
  const { answers } = await connected((source) =>
    attestPhone(source, {
      ...{ routes: ["app_process", "csr"] as const, place: { dataFolder, now: () => now }, noted: false },
    }),
  );
  const file = join(dataFolder, "saved.pem");
  await writeFile(file, answers ?? "");
  const chain = await verifyAttestation(file, { at: now, moreRoots: virtualRoots }, dataFolder);
  expect(chain).toMatchObject({ schema: "candor.attestation/1", state: "not-looked-up" });
  const request = (answers ?? "").slice((answers ?? "").indexOf("Challenge of the request"));
  const [, challenge = ""] = /request: ([0-9a-f]{32})\n/.exec(request) ?? [];
  await writeFile(file, request);
  expect(await verifyAttestation(file, { at: now, challenge }, dataFolder)).toMatchObject({
    schema: "candor.attestation-request/1",
    faults: [],
  });
  expect(await verifyAttestation(file, { at: now, challenge: "00" }, dataFolder)).toMatchObject({
    faults: [{ kind: "challenge" }],
  });
});

test("a phone that answers anything is refused in words, and one that is gone is no refusal", async () => {
  const answering = (answer: (command: readonly string[]) => Partial<Output> & { readonly text?: string }): Source => ({
    kind: "phone",
    name: "x",
    takenAt: now,
    run: async (command) => {
      const { text = "", ...rest } = answer(command);
      return { stdout: new TextEncoder().encode(text), stderr: new Uint8Array(), exitCode: 0, ...rest };
    },
    close: async () => {},
  });
  const listed = (text: string) => (command: readonly string[]) => ({
    text: command[2] === "list" ? "default\n" : text,
  });
  const challenge = new Uint8Array(16);
  for (const text of ["", "no base64!\n", "\u001b[31mred", "=".repeat(1000)])
    expect(await askForRequest(answering(listed(text)), challenge)).toHaveProperty("refused");
  expect(
    await askForRequest(
      answering(() => ({ text: "strongbox\n" })),
      challenge,
    ),
  ).toEqual({
    refused: "The phone's key store makes no such requests.",
  });
  const gone = answering(() => {
    throw new DeviceError("gone", "The phone is gone.");
  });
  await expect(askForRequest(gone, challenge)).rejects.toMatchObject({ code: "gone" });
  const capture: Source = { ...gone, kind: "capture" };
  await expect(
    attestPhone(capture, { routes: ["csr"], place: { dataFolder, now: () => now }, noted: false }),
  ).rejects.toMatchObject({ code: "refused" });
});

test("a phone whose hardware answered and gives no answer any more is a finding, until it answers again", async () => {
  await lookUp();
  const first = await ask();
  expect(await checked()).toMatchObject({ state: "pass" });
  const honest = phone;
  phone = createPhone("stock+refusing-hardware", { now: () => now });
  now += 10 * 86_400_000;
  // A way that never gave an answer is none that fell silent; this phone answered by both.
  expect((await ask({ routes: ["csr"] })).kept).toContain("what was obtained before is still kept");
  expect(await checked()).toMatchObject({ state: "fail", messages: ["silent"] });
  const since = new Date(now).toISOString();
  now += 86_400_000;
  await ask();
  const { asked } = await kept();
  expect(asked.silent).toEqual({
    routes: ["csr", "app_process"],
    answered: first.at,
    since,
    at: new Date(now).toISOString(),
  });
  phone = honest;
  await ask({ routes: ["csr"] });
  expect((await kept()).asked.silent?.routes).toEqual(["app_process"]);
  await ask();
  expect((await kept()).asked.silent).toBeNull();
  expect(await checked()).toMatchObject({ state: "pass" });
});

test("a phone that never answered is not silent, nor one that this computer did not ask, and older files tell of none", async () => {
  phone = createPhone("stock+refusing-hardware", { now: () => now });
  await ask();
  await ask();
  expect((await kept()).asked.silent).toBeNull();
  expect(await checked()).toMatchObject({ state: "unknown" });
  const file = join(dataFolder, "hardware.json");
  const text = await readFile(file, "utf8");
  expect(text).toContain('"silent":null');
  await writeFile(file, text.replaceAll(',"silent":null', ""));
  expect((await kept()).asked.silent).toBeNull();
});

/** What is kept of the phone that is connected. */
async function kept() {
  const store = await openPrivate({ dataFolder, now: () => now });
  const found = await keptHardware(store, phone.state.serial);
  if (!found) throw new Error("nothing is kept");
  return found;
}
