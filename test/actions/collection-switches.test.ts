import { expect, test } from "vitest";
import {
  type CollectionSwitch,
  collectionSwitch,
  collectionSwitches,
  notStopped,
} from "../../src/actions/collection-switches.ts";
import { screens } from "../../src/actions/screens.ts";
import action from "../../src/actions/set-collection-switch.ts";
import { planChanges } from "../../src/centre/changes.ts";
import { createPhone, type VirtualPhone } from "../../src/phone/models/index.ts";
import { phoneSource } from "../phone/phone-source.ts";

const now = () => Date.UTC(2026, 10, 22);
const all: readonly CollectionSwitch[] = collectionSwitches;
const off = (id: string, user: number | null) => ({
  action: action.id,
  params: { switch: id, user, to: "off" },
});

async function planned(phone: VirtualPhone, id: string, user: number | null, to = "off") {
  const call = { action: action.id, params: { switch: id, user, to } };
  const { plannings } = await planChanges(phoneSource(phone), [call]);
  return plannings[0]?.planning;
}

test.each(all.map((each) => [each.id, each] as const))(
  "%s tells what it sends, to whom, and how that is known",
  (_, each) => {
    const { id, sends, to, evidence, remains, steps, screen, setting, byComputer } = each;
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(sends).toMatch(/^[a-z].*[^.]$/);
    expect(to).toMatch(/[^.]$/);
    for (const source of evidence.sources) expect(source).toMatch(/^https:\/\/|^AOSP: /);
    for (const text of [remains, ...steps]) expect(text).toMatch(/^[A-Z].*(?:\.|remove com\.miui\.msa\.global)$/);
    if (screen !== undefined) expect(Object.keys(screens)).toContain(screen);
    if (byComputer) expect(setting).not.toBeNull();
  },
);

test("ids and settings stand once; keys that scripts invented are not among them", () => {
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  const keys = all.flatMap(({ setting }) => (setting ? [`${setting.space}/${setting.key}`] : []));
  expect(new Set(keys).size).toBe(keys.length);
  for (const invented of ["msa_enabled", "miui_analytics_enabled", "limit_ad_tracking", "launcher_recommend_enabled"])
    expect(keys.join()).not.toContain(invented);
  for (const { text, source } of notStopped) expect(`${text} ${source}`.length).toBeGreaterThan(40);
});

test.each(all.filter(({ byComputer }) => byComputer))("$id reads what it writes", ({ setting }) => {
  for (const value of [null, "0", "1", "2", "3", "ON", "OFF"])
    for (const to of ["on", "off"] as const) {
      if (setting?.flow(value, {}) === undefined) continue;
      expect(setting.flow(setting.value(to, value), {})).toBe(to);
    }
  for (const strange of ["", "yes", "-1", "4", "on", "00"]) expect(setting?.flow(strange, {})).toBeUndefined();
});

test("the bit of personalised advertising is cleared and set, and the other one left", () => {
  const mask = collectionSwitch("personalised-ads")?.setting;
  const written = (now: string | null) => [mask?.value("off", now), mask?.value("on", now)];
  expect([null, "0", "1", "2", "3"].map(written)).toEqual([
    ["0", "1"],
    ["0", "1"],
    ["0", "1"],
    ["2", "3"],
    ["2", "3"],
  ]);
});

test("never set: the programme counts as on, and diagnostic data follows it", () => {
  const programme = collectionSwitch("user-experience-program")?.setting;
  const diagnostics = collectionSwitch("diagnostic-data")?.setting;
  expect(programme?.flow(null, {})).toBe("on");
  expect(diagnostics?.flow(null, {})).toBe("on");
  expect(diagnostics?.flow(null, { upload_log_pref: "0" })).toBe("off");
  expect(diagnostics?.flow("1", { upload_log_pref: "0" })).toBe("on");
});

test("what was never set is written, and taken out again", async () => {
  const change = await planned(createPhone("hyperos", { now }), "user-experience-program", 0);
  expect(change).toMatchObject({
    state: "planned",
    change: {
      steps: [
        {
          run: ["settings", "put", "--user", "0", "secure", "upload_log_pref", "0"],
          undo: [["settings", "delete", "--user", "0", "secure", "upload_log_pref"]],
        },
      ],
    },
  });
});

test("refused in advance: no Xiaomi, nothing stored, by hand alone, security debugging off", async () => {
  const stock = createPhone("stock", { now });
  expect(await planned(stock, "personalised-ads", null)).toMatchObject({ state: "refused" });
  const xiaomi = createPhone("hyperos", { now });
  expect(await planned(xiaomi, "photo-camera", 0)).toMatchObject({
    state: "refused",
    refused: expect.stringContaining("has not stored"),
  });
  expect(await planned(xiaomi, "google-ad-id", null)).toMatchObject({
    state: "refused",
    advice: expect.stringContaining("Delete advertising ID"),
  });
  xiaomi.state.properties.set("persist.security.adbinput", "0");
  expect(await planned(xiaomi, "personalised-ads", null)).toMatchObject({
    state: "refused",
    advice: expect.stringContaining("Security settings"),
  });
});

test("a value that is not known is left alone", async () => {
  const phone = createPhone("hyperos", { now });
  phone.state.settings.global.set("personalized_ad_enabled", "yes");
  expect(await planned(phone, "personalised-ads", null)).toMatchObject({ state: "unknown" });
});

test("a user has to go with the switch", async () => {
  const source = phoneSource(createPhone("hyperos", { now }));
  for (const call of [off("personalised-ads", 0), off("user-experience-program", null), off("no-such", null)])
    await expect(planChanges(source, [call])).rejects.toThrow(/parameters/);
});
