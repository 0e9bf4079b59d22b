import fc from "fast-check";
import { expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { parseAndroidQfPackages } from "../../src/formats/androidqf-packages.ts";
import { parseDailyUpdates } from "../../src/formats/batterystats-daily.ts";
import { parsePackageList } from "../../src/formats/pm-list.ts";
import { parseQueriedPackages } from "../../src/formats/query-activities.ts";
import { bugReportService, captureText } from "./bug-report-service.ts";

test("the lists of a HyperOS tablet", () => {
  const all = parsePackageList(captureText("hyperos2-a14-xiaomi-pad6/packages.txt"));
  expect(all).toHaveLength(322);
  expect(all.find(({ name }) => name === "com.android.system.optimizer")?.path).toMatch(
    /^\/data\/app\/~~.*==\/.*==\/base\.apk$/,
  );
  expect(parsePackageList(captureText("hyperos2-a14-xiaomi-pad6/packages_sistema.txt"))).toHaveLength(267);
});

test("rows with installer and uid", () => {
  expect(
    parsePackageList("package:/data/app/~~a==/b-c==/base.apk=com.x  installer=com.android.vending uid:1010123\n"),
  ).toEqual([
    { name: "com.x", path: "/data/app/~~a==/b-c==/base.apk", uid: 1_010_123, installer: "com.android.vending" },
  ]);
  expect(parsePackageList("package:com.x uid:10001,1010001\npackage:com.y  installer=null\n")).toEqual([
    { name: "com.x", path: null, uid: 10_001, installer: null },
    { name: "com.y", path: null, uid: null, installer: null },
  ]);
  for (const text of ["", "\n", "com.x\n", "package:a b\n", "package:\u001b[31m\n"])
    expect(() => parsePackageList(text)).toThrow(FormatError);
});

test("AndroidQF's packages.json", () => {
  const rows = parseAndroidQfPackages(captureText("hyperos2-a14-xiaomi-pad6/derived-androidqf/packages.json"));
  expect(rows).toHaveLength(322);
  expect(rows.filter(({ system }) => system === false)).toHaveLength(55);
  expect(rows[0]?.files[0]?.certificateSha1).toBeNull();
  const [row] = parseAndroidQfPackages(
    '[{"name":"a.b","uid":10001,"installer":"null","files":[{"path":"/x","sha256":"' +
      `${"AB".repeat(32)}","certificate":{"Sha1":"${"0f".repeat(20)}","Sha256":7}}]}]`,
  );
  expect(row).toMatchObject({ name: "a.b", uid: 10_001, installer: null, system: null, disabled: null });
  expect(row?.files[0]).toMatchObject({
    sha256: "ab".repeat(32),
    certificateSha1: "0f".repeat(20),
    certificateSha256: null,
  });
  for (const text of ["", "[]", "{}", "[1]", '[{"name":""}]'])
    expect(() => parseAndroidQfPackages(text)).toThrow(FormatError);
});

test("daily package changes of batterystats", async () => {
  const updates = parseDailyUpdates(await bugReportService("a9-emulator-gphone", "batterystats"));
  expect(updates).toHaveLength(6);
  expect(updates[5]).toEqual({ name: "com.jeanboy.app.training", version: 1, since: "2019-03-30-22-12-10" });
  expect(
    parseDailyUpdates("Daily stats:\n  Daily from A to B:\n    Package changes:\n      Update a.b vers=0\n"),
  ).toEqual([{ name: "a.b", version: 0, since: "A" }]);
  for (const text of ["", "Statistics since last charge:\n", "Daily stats:\n      Update a.b\n"])
    expect(() => parseDailyUpdates(text)).toThrow(FormatError);
});

test("activities that answer an intent", () => {
  const answer =
    "2 activities found:\n  Activity #0:\n    priority=0 preferredOrder=0 match=0x108000 specificIndex=-1 isDefault=false\n" +
    "    com.android.chrome/com.google.android.apps.chrome.Main\n  Activity #1:\n    priority=0 preferredOrder=0\n    com.x/.Main$Alias\n";
  expect(parseQueriedPackages(answer)).toEqual(["com.android.chrome", "com.x"]);
  expect(parseQueriedPackages("No activities found\n")).toEqual([]);
  for (const text of ["", "3 activities found:\n", answer.replace("2 act", "3 act")])
    expect(() => parseQueriedPackages(text)).toThrow(FormatError);
});

test("any text gives a value or a FormatError", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }),
      fc.constantFrom("", "package:", "Daily stats:\n", "1 activities found:\n"),
      (text, head) => {
        for (const parse of [parsePackageList, parseAndroidQfPackages, parseDailyUpdates, parseQueriedPackages])
          try {
            parse(head + text);
          } catch (error) {
            expect(error).toBeInstanceOf(FormatError);
          }
      },
    ),
  );
});

test("long lines take no more than their length", () => {
  expect(() => parsePackageList(`package:a${" ".repeat(300_000)}b\n`)).toThrow(FormatError);
  expect(() => parseQueriedPackages(`1 activities found:\n${" ".repeat(300_000)}b\n`)).toThrow(FormatError);
});
