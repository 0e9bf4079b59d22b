import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { parseUsageStats } from "../../src/formats/usage-stats-dump.ts";

const hyperos = readFileSync("../shared/captures/hyperos2-a14-xiaomi-pad6/usagestats.txt", "utf8");

test("reads when apps of a HyperOS tablet were last opened, and since when it counts", () => {
  const [owner, ...others] = parseUsageStats(hyperos);
  expect(others).toEqual([]);
  expect(owner).toMatchObject({ user: 0, since: 1777071545710 });
  const last = new Map(owner?.last.map(({ package: name, at }) => [name, at]));
  expect(last.get("com.facebook.katana")).toMatch(/^2026-05-04 /);
  expect(last.has("com.google.android.networkstack.tethering")).toBe(false);
  expect(last.size).toBeGreaterThan(20);
});

const android9 = `user=0 
  Last 24 hour events (timeRange="8/14/2019, 3:09 PM" )
    time="2019-08-15 12:07:32" type=MOVE_TO_FOREGROUND package=com.example lastTime="2020-01-01 00:00:00"
  In-memory daily stats
  timeRange="8/15/2019, 12:07" 
    packages
      package=com.android.printspooler totalTime="00:00" lastTime="1970-01-01 22:45:05" appLaunchCount=0 
      package=com.jeanboy.app.training totalTime="2:59:23" lastTime="2019-08-15 15:09:11" appLaunchCount=2 
    
    ChooserCounts
      package=com.android.settings 
`;

test("reads Android 9, which names no beginning", () => {
  const last = [{ package: "com.jeanboy.app.training", at: "2019-08-15 15:09:11" }];
  expect(parseUsageStats(android9)).toEqual([{ user: 0, since: null, last }]);
});

test("keeps the newest of the counts of a day, a week, a month and a year", () => {
  const week = '  In-memory weekly stats\n    packages\n      package=a.b x lastTimeUsed="2026-05-02 08:00:00"\n';
  const year = '  In-memory yearly stats\n    packages\n      package=a.b x lastTimeUsed="2026-04-02 08:00:00"\n';
  expect(parseUsageStats(`user=10 \n${week}${year}`)[0]?.last).toEqual([{ package: "a.b", at: "2026-05-02 08:00:00" }]);
});

test.each([
  ["nothing", ""],
  ["a refusal", "Permission Denial: can't dump UsageStats"],
  ["no counts", "user=0 \n  Last 24 hour events\n"],
  ["an app without a time", 'user=0 \n  In-memory daily stats\n    packages\n      package=a.b totalTime="00:00"\n'],
])("%s is no answer", (_, text) => {
  expect(() => parseUsageStats(text)).toThrow(FormatError);
});

test("any change to a real dump gives a value or a FormatError", () => {
  const sample = `${android9}\n${hyperos.slice(-6000)}`;
  fc.assert(
    fc.property(fc.nat(sample.length), fc.nat(40), fc.string(), (at, cut, put) => {
      try {
        parseUsageStats(sample.slice(0, at) + put + sample.slice(at + cut));
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
      }
    }),
    { numRuns: 60 },
  );
});
