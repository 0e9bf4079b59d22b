import { expect, test } from "vitest";
import { readOptOuts } from "../../src/centre/opt-outs.ts";
import { DeviceError } from "../../src/core/errors.ts";
import { createPhone } from "../../src/phone/models/index.ts";
import { phoneSource } from "../phone/phone-source.ts";

const now = () => Date.UTC(2026, 10, 22);

/** A HyperOS phone with dual apps, another person and a work profile besides its owner. */
function phoneOfMany() {
  const phone = createPhone("hyperos", { now });
  const { users, settings } = phone.state;
  const owner = users[0];
  if (!owner) throw new Error("no owner");
  const type = (name: string) => `android.os.usertype.${name}`;
  const person = { ...owner, id: 10, name: "Other", flags: 0x400, type: type("full.SECONDARY"), parent: null };
  const work = { ...owner, id: 11, name: "Work", flags: 0x1030, type: type("profile.MANAGED"), parent: 0 };
  users.push(person, work);
  settings.secure.set(10, new Map([["upload_log_pref", "0"]]));
  settings.secure.set(11, new Map());
  return phone;
}

test("the owner's switches and those of other persons; profiles follow their owner", async () => {
  const source = phoneSource(phoneOfMany());
  const of = (all: Awaited<ReturnType<typeof readOptOuts>>) =>
    all.optOuts.filter(({ id }) => id === "user-experience-program").map(({ user, state }) => [user, state]);
  expect(of(await readOptOuts(source, []))).toEqual([
    [0, "on"],
    [10, "off"],
  ]);
  expect(of(await readOptOuts(source, [], { user: 10 }))).toEqual([[10, "off"]]);
});

test("what is one for the whole phone stands once", async () => {
  const { optOuts } = await readOptOuts(phoneSource(phoneOfMany()), []);
  expect(optOuts.filter(({ id }) => id === "personalised-ads").map(({ user }) => user)).toEqual([null]);
});

test("a phone of another maker has none of Xiaomi's", async () => {
  const { optOuts } = await readOptOuts(phoneSource(createPhone("stock", { now })), []);
  expect(optOuts.map(({ vendor }) => vendor)).not.toContain("Xiaomi");
  expect(optOuts.find(({ id }) => id === "google-usage-diagnostics")).toMatchObject({ state: "off", since: null });
});

test("settings that were not told are no answer", async () => {
  const mute = phoneSource(createPhone("hyperos", { now, refuses: ["settings"] }));
  await expect(readOptOuts(mute, [])).rejects.toThrow(DeviceError);
});

test("a word that is not known, and a revocation that was never made, are unknown", async () => {
  const phone = createPhone("hyperos", { now });
  phone.state.settings.global.set("passport_ad_status", "MAYBE");
  const { optOuts } = await readOptOuts(phoneSource(phone), []);
  const stateOf = (wanted: string) => optOuts.find(({ id }) => id === wanted)?.state;
  expect([stateOf("mi-account-ads"), stateOf("msa-authorisation")]).toEqual(["unknown", "unknown"]);
});
