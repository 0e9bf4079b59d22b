import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openSource } from "../../src/centre/open-source.ts";
import { choosePermissions, type PermissionWish } from "../../src/centre/permission-choice.ts";
import {
  daysUnopened,
  matrixFacts,
  type PermissionMatrix,
  type PermissionRow,
  permissionMatrix,
  unopenedFor,
} from "../../src/centre/permission-matrix.ts";
import { parseRule, parseRules, rulesText, ruleText } from "../../src/centre/permission-rules.ts";
import { permissionChoices, permissionGoals, permissionGroups } from "../../src/centre/permission-words.ts";
import { groupLines, matrixLines, permissionsCsv } from "../../src/cli/permissions-table.ts";
import { collect } from "../../src/core/collect.ts";
import { DeviceError, FormatError } from "../../src/core/errors.ts";
import { createPhone, models } from "../../src/phone/models/index.ts";
import { width } from "../../src/report/plain-text.ts";
import { phoneSource } from "../phone/phone-source.ts";

const now = Date.UTC(2026, 10, 22);
const day = 86_400_000;

async function matrixOf(model: string, without: readonly string[] = []): Promise<PermissionMatrix> {
  const facts = matrixFacts.filter(({ id }) => !without.includes(id));
  const phone = createPhone(model, { now: () => now });
  return permissionMatrix(await collect(phoneSource(phone), facts, { version: "test" }));
}

const rowOf = ({ rows }: PermissionMatrix, name: string, user = 0) =>
  rows.find((row) => row.package === name && row.user === user) as PermissionRow;
const stateOf = (row: PermissionRow, group: string) => row.cells.find((cell) => cell.group === group)?.state;

describe("the matrix", () => {
  test("tells allowed from allowed in use, denied from never asked, and users apart", async () => {
    const matrix = await matrixOf("hyperos");
    const owner = rowOf(matrix, "com.whatsapp");
    expect(stateOf(owner, "camera")).toBe("while-in-use");
    expect(stateOf(owner, "contacts")).toBe("allowed");
    expect(stateOf(owner, "location")).toBe("never");
    expect(stateOf(owner, "calendar")).toBe("not-asked");
    expect(rowOf(matrix, "com.whatsapp", 999).user).toBe(999);
    expect(stateOf(rowOf(matrix, "com.skylight.forecast"), "location")).toBe("allowed");
    expect(stateOf(rowOf(matrix, "com.skylight.forecast"), "background-location")).toBe("allowed");
    expect(rowOf(matrix, "com.oldtools.flashlight").legacy).toBe(true);
  });

  test("tells the last use of a permission, and when an app was last opened", async () => {
    const row = rowOf(await matrixOf("hyperos"), "com.whatsapp");
    const microphone = row.cells.find(({ group }) => group === "microphone");
    expect(microphone?.usedAgoMs).toBeGreaterThan(0);
    expect(microphone?.usedAgoMs).toBeLessThan(2 * day);
    expect(daysUnopened(row, now)).toBe(0);
    expect(row.cells.find(({ group }) => group === "calendar")?.usedAgoMs).toBeNull();
  });

  test("what withholds a permission shows; without app-ops the matrix says that it does not", async () => {
    const phone = createPhone("stock", { now: () => now });
    const name = "org.thoughtcrime.securesms";
    const pkg = phone.state.packages.get(name);
    const ops = phone.state.appOps
      .get(pkg?.appId ?? 0)
      ?.packages.get(name)
      ?.get("READ_CONTACTS");
    if (ops) ops.mode = "ignore";
    const snapshot = await collect(phoneSource(phone), matrixFacts, { version: "test" });
    expect(stateOf(rowOf(permissionMatrix(snapshot), name), "contacts")).toBe("ignored");
    const blind = await matrixOf("stock", ["app-ops"]);
    expect(stateOf(rowOf(blind, name), "contacts")).toBe("allowed");
    expect(blind.unread).toEqual([expect.stringContaining("App-ops")]);
  });

  test("of real bug reports tells what the system has fixed; on Android 9 it does not tell who asks", async () => {
    const of = async (capture: string) => {
      const path = join("../shared/captures", capture, "bugreport.zip");
      const source = await openSource({ input: path }, { dataFolder: "", now, env: {} });
      const matrix = permissionMatrix(await collect(source, matrixFacts, { version: "test" }));
      await source.close();
      return matrix;
    };
    const nine = await of("a9-emulator-gphone");
    expect(stateOf(rowOf(nine, "com.google.android.gms"), "camera")).toBe("allowed");
    expect(stateOf(rowOf(nine, "com.android.shell"), "camera")).toBe("unknown");
    const ten = await of("a10-pixel-sailfish-userdebug-no-main-entry");
    const system = rowOf(ten, "com.android.phone").cells.find(({ group }) => group === "sms");
    expect(system).toMatchObject({ state: "allowed", fixed: true });
    expect(ten.rows.some(({ user, lastOpened }) => user === 11 && lastOpened.state === "not-since")).toBe(true);
  });

  test("there is none without packages", async () => {
    await expect(matrixOf("stock", ["package-details"])).rejects.toThrow(DeviceError);
  });

  test.each(models.map(({ id }) => id))("of %s fits its terminal and is a CSV of all apps", async (model) => {
    const { rows } = await matrixOf(model);
    expect(rows.length).toBeGreaterThan(10);
    for (const room of [60, 80, 120]) {
      const [head = "", ...lines] = matrixLines(rows.slice(0, 40), room, now);
      for (const line of [head, ...lines.slice(0, 40)]) expect(width(line)).toBeLessThanOrEqual(room);
      expect(groupLines(rows, "camera", room, now).every((line) => width(line) <= room)).toBe(true);
    }
    expect(permissionsCsv(rows, now).trimEnd().split("\r\n")).toHaveLength(rows.length + 1);
  });
});

test.each([
  [{ state: "opened", at: now - 100 * day }, true],
  [{ state: "opened", at: now - 20 * day }, false],
  [{ state: "not-since", at: now - 100 * day }, true],
  [{ state: "not-since", at: now - 20 * day }, null],
  [{ state: "unknown" }, null],
] as const)("not opened for 90 days: %o is %s", (lastOpened, expected) => {
  expect(unopenedFor({ lastOpened }, 90, now)).toBe(expected);
});

describe("a choice", () => {
  const wish = (over: Partial<PermissionWish>): PermissionWish => ({
    permissions: ["location"],
    to: "deny",
    apps: null,
    user: null,
    unusedDays: null,
    ...over,
  });
  const touched = (chosen: ReturnType<typeof choosePermissions>) => chosen.calls.map(({ params }) => params["package"]);

  test("for all added apps leaves out what came with the phone and what is so already", async () => {
    const matrix = await matrixOf("hyperos");
    const { calls } = choosePermissions(matrix, wish({}), now);
    expect(calls.length).toBeGreaterThan(0);
    for (const { params } of calls) {
      const row = rowOf(matrix, String(params["package"]), Number(params["user"]));
      expect(row.system).toBe(false);
      const states = row.cells
        .flatMap(({ permissions }) => permissions)
        .find(({ name }) => name === params["permission"]);
      expect(["allowed", "while-in-use", "once", "ignored"]).toContain(states?.state);
    }
    const forecast = calls.filter(({ params }) => params["package"] === "com.skylight.forecast");
    expect(forecast.map(({ params }) => String(params["permission"]))).toContain(
      "android.permission.ACCESS_BACKGROUND_LOCATION",
    );
  });

  test("takes only apps that were not opened for so long, and says of which nobody knows", async () => {
    const matrix = await matrixOf("hyperos");
    const chosen = choosePermissions(matrix, wish({ permissions: ["contacts"], unusedDays: 90 }), now);
    expect(touched(chosen)).toContain("com.zhiliaoapp.musically");
    expect(touched(chosen)).not.toContain("com.whatsapp");
    expect(chosen.leftOut.map((each) => each.package)).toContain("app.bargainhunt.coupons");
  });

  test("keeps default apps what they need, unless they are named: then it is said", async () => {
    const matrix = await matrixOf("stock");
    const base = matrix.rows.find(({ package: name }) => name === "org.thoughtcrime.securesms") as PermissionRow;
    const sms: PermissionMatrix = { rows: [{ ...base, roles: ["SMS"] }], unread: [] };
    const all = choosePermissions(sms, wish({ permissions: ["contacts"] }), now);
    expect(all.calls).toEqual([]);
    expect(all.leftOut[0]?.why).toContain("the app for messages");
    const named = choosePermissions(sms, wish({ permissions: ["contacts"], apps: [base.package] }), now);
    expect(named.calls.length).toBeGreaterThan(0);
    expect(named.warnings[0]).toContain("the app for messages");
  });

  test("of one user touches no other; a stranger is named", async () => {
    const matrix = await matrixOf("hyperos");
    const chosen = choosePermissions(
      matrix,
      wish({ permissions: ["camera"], apps: ["com.whatsapp", "no.such"], user: 999 }),
      now,
    );
    expect(new Set(chosen.calls.map(({ params }) => params["user"]))).toEqual(new Set([999]));
    expect(chosen.missing).toEqual(["no.such"]);
  });

  test("never asks an action for a name that no package can have", async () => {
    const matrix = await matrixOf("hostile");
    for (const permission of permissionGroups) {
      const { calls } = choosePermissions(matrix, wish({ permissions: [permission] }), now);
      for (const { params } of calls) expect(params["package"]).toMatch(/^[\w.]+$/);
    }
  });
});

describe("rules", () => {
  test("are read as people write them", () => {
    expect(parseRule("unused 90d: location, camera → deny")).toEqual({
      permissions: ["location", "camera"],
      to: "deny",
      apps: null,
      user: null,
      unusedDays: 90,
    });
    expect(parseRule("app com.a, com.b; user 10: contacts -> never")).toMatchObject({
      apps: ["com.a", "com.b"],
      user: 10,
    });
    expect(parseRule("microphone->ask")).toMatchObject({ permissions: ["microphone"], to: "ask", apps: null });
  });

  test.each([
    "",
    "location",
    "location -> maybe",
    "gps -> deny",
    "old 90d: location -> deny",
    "unused soon: sms -> deny",
    "app ../x: sms -> deny",
    "a -> b -> deny",
  ])("%j is not understood, and it is said why", (text) => {
    expect(() => parseRule(text)).toThrow(FormatError);
  });

  test("come back from a selection file as they were", () => {
    const rule = fc.record({
      permissions: fc.uniqueArray(fc.constantFrom(...permissionChoices), { minLength: 1 }),
      to: fc.constantFrom(...permissionGoals),
      apps: fc.option(fc.array(fc.constantFrom("com.a", "org.b_1.c"), { minLength: 1, maxLength: 3 }), { nil: null }),
      user: fc.option(fc.nat(999), { nil: null }),
      unusedDays: fc.option(fc.integer({ min: 1, max: 9999 }), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 5 }), (rules) => {
        expect(parseRules(rulesText(rules))).toEqual(rules);
        expect(rules.map(ruleText)).toEqual(parseRules(rulesText(rules)).map(ruleText));
      }),
      { numRuns: 50 },
    );
  });

  test("a selection file of another kind is refused", () => {
    for (const text of [
      "",
      "[]",
      "null",
      '{"schema":"other","rules":[]}',
      '{"schema":"candor.permission-rules/1","rules":[5]}',
    ])
      expect(() => parseRules(text)).toThrow(FormatError);
  });
});
