import fc from "fast-check";
import { expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { parseSettingsDump, printSettingsList } from "../../src/formats/settings-dump.ts";
import { parseSettingsList } from "../../src/formats/settings-list.ts";

const row = (name: string, value: string, rest = ` default:${value} defaultSystemSet:true`) =>
  `_id:1 name:${name} pkg:android value:${value}${rest}\n`;
const secure = (rows: string, user = 0) =>
  `SECURE SETTINGS (user ${user})\nversion: 213\n${rows}\n\nHistorical operations\n2026 update x\n\n`;
const only = (rows: string) => parseSettingsDump(secure(rows))[0]?.settings;

test("reads blocks by namespace and user", () => {
  const dump = `CONFIG SETTINGS (user 0)\n_id:9 name:flag value:1\n\nGLOBAL SETTINGS (user 0)\n${row("adb_enabled", "1")}\n${secure(row("a", "b"))}${secure(row("a", "c"), 10)}`;
  expect(parseSettingsDump(dump)).toEqual([
    { namespace: "global", user: 0, settings: { adb_enabled: "1" } },
    { namespace: "secure", user: 0, settings: { a: "b" } },
    { namespace: "secure", user: 10, settings: { a: "c" } },
  ]);
});

test.each([
  ["no default", row("a", "1", ""), "1"],
  ["no default, a tag", row("a", "1", " tag:device_config"), "1"],
  ["another default", row("a", "2147483647", " default:60000 defaultSystemSet:true"), "2147483647"],
  ["a tag", row("a", "1", " default:1 defaultSystemSet:true tag:x"), "1"],
  ["nothing", row("a", "{null}", ""), "null"],
  ["empty", row("a", "", ""), ""],
  ["spaces", row("a", "Android SDK built for x86"), "Android SDK built for x86"],
  ["line breaks", row("a", "one\ntwo"), "one\ntwo"],
  ["the words themselves", row("a", "0 default:1"), "0 default:1"],
  [
    "the words themselves, another default",
    row("a", "0 default:1", " default:2 defaultSystemSet:false"),
    "0 default:1",
  ],
  ["no package", "_id:1 name:a value:1\n", "1"],
])("a value with %s", (_, rows, value) => {
  expect(only(rows)).toEqual({ a: value });
});

test("a value cannot pose as another setting", () => {
  expect(() => only(row("adb_enabled", "1") + row("b", "x\n_id:7 name:adb_enabled pkg:android value:0"))).toThrow(
    "twice",
  );
  expect(() => parseSettingsDump(secure(row("a", "1")) + secure(row("a", "0")))).toThrow("twice");
  const settings = only(row("b", "x\nadb_enabled=0") + row("adb_enabled", "1")) ?? {};
  expect(parseSettingsList(printSettingsList(settings))["adb_enabled"]).toBe("1");
});

test("names are data, whatever they are", () => {
  expect(Object.entries(only(row("__proto__", "1") + row("constructor", "2")) ?? {})).toEqual([
    ["__proto__", "1"],
    ["constructor", "2"],
  ]);
});

test("what is no settings dump is a FormatError", () => {
  expect(() => parseSettingsDump("Can't find service: settings\n")).toThrow(FormatError);
  expect(() => only("_id:1 something else\n")).toThrow(FormatError);
});

test("any settings come back from print and parse of the list", () => {
  const name = fc.stringMatching(/^[a-z_.]{1,20}$/);
  fc.assert(
    fc.property(fc.dictionary(name, fc.stringMatching(/^[ -~]{0,30}$/), { minKeys: 1 }), (settings) => {
      expect(Object.entries(parseSettingsList(printSettingsList(settings)))).toEqual(Object.entries(settings));
    }),
  );
});
