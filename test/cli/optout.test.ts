import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { serve } from "../../src/phone/daemon.ts";
import { type Listener, listen } from "../../src/phone/listen.ts";
import { createPhone, type VirtualPhone } from "../../src/phone/models/index.ts";
import { phoneServices } from "../../src/phone/services.ts";
import { candorHere as candor } from "./run.ts";

// `candor optout` and `candor drift` as processes of their own, against a virtual HyperOS phone over ADB.

let phone: VirtualPhone;
let listener: Listener;
let home = "";
beforeAll(async () => {
  listener = await listen((wire) => serve(wire, { banner: phone.banner, services: phoneServices(phone) }));
});
afterAll(() => listener.close());
beforeEach(async () => {
  phone = createPhone("hyperos", { now: Date.now });
  home = await mkdtemp(join(tmpdir(), "candor-optout-"));
});
afterEach(async () => await rm(home, { recursive: true, force: true }));

const run = async (...args: readonly string[]) =>
  await candor([...args, "--address", `127.0.0.1:${listener.port}`], { CANDOR_HOME: home });
const globalOf = (key: string) => phone.state.settings.global.get(key);

test("the list tells state, what is sent, to whom, how that is known, and what is not stopped", async () => {
  const { out, code } = await run("optout");
  expect(code).toBe(1);
  for (const told of ["● on  user-experience-program", "To: Xiaomi.", "Known how: measured", "Not stopped by it:"])
    expect(out).toContain(told);
  expect(out).toContain("com.miui.analytics");
  expect(out).toContain("Not on this phone: photo-camera.");
  const { out: text } = await run("optout", "--json");
  const { schema, optOuts } = JSON.parse(text);
  expect(schema).toBe("candor.optouts/1");
  expect(optOuts.find(({ id }: { id: string }) => id === "personalised-ads")).toMatchObject({
    state: "on",
    value: "3",
  });
  expect(text).not.toContain(globalOf("ad_aaid"));
});

test("off, noted with the date, back after an update, told, made again, and taken back to what was", async () => {
  const before = new Map(phone.state.settings.global);
  const ids = ["personalised-ads", "google-usage-diagnostics"];
  const dry = await run("optout", "off", ...ids, "--dry-run");
  expect(dry.out).toContain("settings put global personalized_ad_enabled 2");
  expect(phone.state.settings.global).toEqual(before);
  const off = await run("optout", "off", ...ids, "--yes");
  expect([off.code, off.err]).toEqual([0, ""]);
  expect([globalOf("personalized_ad_enabled"), globalOf("multi_cb")]).toEqual(["2", "0"]);
  expect((await run("optout")).out).toMatch(
    /○ off since \d{4}-\d\d-\d\d \d\d:\d\d UTC \(entry 0 of the journal\) {2}personalised-ads/,
  );
  const { entries } = JSON.parse((await candor(["journal", "--json"], { CANDOR_HOME: home })).out);
  expect(entries.map(({ kind }: { kind: string }) => kind)).toEqual(["consent", "change"]);
  expect(await run("drift")).toMatchObject({ code: 0, out: expect.stringContaining("2 of 2 choices") });

  phone.state.settings.global.set("multi_cb", "1");
  phone.state.properties.set("ro.build.fingerprint", "Xiaomi/after/the:update");
  const told = await run("drift");
  expect(told.code).toBe(1);
  expect(told.out).toContain("✗ Switch off: Google, Usage & diagnostics");
  expect(told.out).toContain("the system was updated since");
  const check = await run("check", "--no-apps", "--json", "--fail-on", "never");
  const hold = JSON.parse(check.out).outcomes.find((each: { check: string }) => each.check === "choices-hold");
  expect(hold).toMatchObject({ state: "fail", findings: [{ messageKey: "updated" }] });
  expect(await run("drift", "--apply", "--yes")).toMatchObject({ code: 0 });
  expect(globalOf("multi_cb")).toBe("0");
  expect((await run("drift")).code).toBe(0);

  expect(await run("undo", "--all", "--yes")).toMatchObject({ code: 0 });
  expect(phone.state.settings.global).toEqual(before);
  expect((await run("drift")).out).toContain("Nothing was chosen");
}, 60_000);

test("what is off already is to stay so, and is told when it does not", async () => {
  phone.state.settings.global.set("multi_cb", "0");
  expect(await run("optout", "off", "google-usage-diagnostics", "--yes")).toMatchObject({ code: 0 });
  phone.state.settings.global.set("multi_cb", "1");
  expect(await run("drift", "--json")).toMatchObject({ code: 1, out: expect.stringContaining("came-back") });
});

test("nobody to ask: nothing is changed, and nothing noted", async () => {
  const off = await run("optout", "off", "personalised-ads");
  expect([off.code, globalOf("personalized_ad_enabled")]).toEqual([2, "3"]);
  expect(JSON.parse((await candor(["journal", "--json"], { CANDOR_HOME: home })).out).entries).toEqual([]);
});

test("what only a person can switch is told in steps; wrong words are told", async () => {
  const hands = await run("optout", "off", "msa-authorisation", "--yes");
  expect(hands.out).toContain("Authorisation & revocation");
  expect(hands.code).toBe(1);
  expect(await run("optout", "off", "no-such-switch")).toMatchObject({
    code: 2,
    err: expect.stringContaining("There are:"),
  });
  expect((await run("optout", "off")).code).toBe(2);
  expect((await run("optout", "off", "personalised-ads", "--all")).code).toBe(2);
});
