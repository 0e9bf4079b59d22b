import fc from "fast-check";
import { expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { parseAppHibernation } from "../../src/formats/app-hibernation-dump.ts";
import { parseDataSaver, parseNetPolicyList } from "../../src/formats/net-policy-list.ts";
import { parseSensorPrivacyDump } from "../../src/formats/sensor-privacy-dump.ts";
import { parseTrafficRules } from "../../src/formats/traffic-rules-dump.ts";

const of12 = `SENSOR PRIVACY MANAGER STATE (dumpsys sensor_privacy)
{
  users=[
    {
      user_id=0
      is_enabled=false
      individual_enabled_sensor=[
        {
          sensor=1
          is_enabled=false
        }
        {
          sensor=2
          is_enabled=true
        }
      ]
    }
    {
      user_id=10
      is_enabled=false
      individual_enabled_sensor={
        sensor=1
        is_enabled=true
      }
    }
  ]
}
`;

const of13 = `SENSOR PRIVACY MANAGER STATE (dumpsys sensor_privacy)
{
  storage_version=2
  users={
    user_id=0
    sensors=[
      {
        sensor=1
        toggles=[
          {
            toggle_type=1
            state_type=2
            last_change=1781
          }
          {
            toggle_type=2
            state_type=1
            last_change=1781
          }
        ]
      }
      {
        sensor=2
        toggles={
          toggle_type=1
          state_type=2
          last_change=1781
        }
      }
    ]
  }
}
`;

const rules = `TrafficController

BPF map content:
  current ownerMatch configuration: 2049 HAPPY_BOX_MATCH OEM_DENY_3_MATCH
  current statsMap configuration: 0 SELECT_MAP_A

  sCookieTagMap:
    cookie=1 tag=0x1 uid=10001
  sUidOwnerMap:
    10123 OEM_DENY_3_MATCH
    10124 HAPPY_BOX_MATCH IIF_MATCH 4
    1010123 STANDBY_MATCH OEM_DENY_3_MATCH UNKNOWN_MATCH(65536)
  sUidPermissionMap:
    10125 OEM_DENY_3_MATCH
`;

const asleep = `User Level Hibernation States, user=0
  UserLevelState{packageName='com.android.calendar', hibernated=false', savedByte=0', lastUnhibernated=2026-06-10 09:02:03}
  UserLevelState{packageName='com.example.old', hibernated=true', savedByte=0', lastUnhibernated=2026-06-10 09:02:03}

User Level Hibernation States, user=10

Global Level Hibernation States
GlobalLevelState{packageName='com.example.other', hibernated=true', savedByte=0', lastUnhibernated=1970-01-01}
`;

test("sensor switches of Android 12, users in a list", () => {
  expect(parseSensorPrivacyDump(of12)).toEqual([
    { user: 0, microphone: false, camera: true },
    { user: 10, microphone: true, camera: false },
  ]);
});

test("sensor switches of Android 13: a switch in software or in hardware", () => {
  expect(parseSensorPrivacyDump(of13)).toEqual([{ user: 0, microphone: true, camera: false }]);
  const untouched = "SENSOR PRIVACY MANAGER STATE (dumpsys sensor_privacy)\n{\n  storage_version=2\n}\n";
  expect(parseSensorPrivacyDump(untouched)).toEqual([]);
});

test("Android 10 and 11 have no switches for single sensors; half a dump is none", () => {
  const of10 = "SENSOR PRIVACY MANAGER STATE (dumpsys sensor_privacy)\n{\n  is_enabled=false\n}\n";
  for (const text of [of10, "", of13.slice(0, -4), of12.replaceAll("is_enabled=true", "is_enabled=maybe")])
    expect(() => parseSensorPrivacyDump(text)).toThrow(FormatError);
});

test("firewall rules: whether they count, and for whom", () => {
  expect(parseTrafficRules(rules)).toEqual({ on: true, denied: [10_123, 1_010_123] });
  expect(parseTrafficRules(rules.replace("2049 HAPPY_BOX_MATCH OEM_DENY_3_MATCH", "0 NO_MATCH")).on).toBe(false);
  // Android 13 writes the words with a space before each.
  const of13 = rules.replace("10123 OEM", "10123  OEM").replace("sUidOwnerMap", "mUidOwnerMap");
  expect(parseTrafficRules(of13).denied).toEqual([10_123, 1_010_123]);
});

test("rules that broke off or have another layout are not taken for none", () => {
  for (const text of [
    rules.replace("  sUidOwnerMap:\n", ""),
    rules.replace(/^.*ownerMatch.*\n/m, ""),
    rules.replace("10124 HAPPY", "10124: happy"),
    rules.replace("    10124 HAPPY_BOX_MATCH IIF_MATCH 4", "    Map dump end with error: EPERM"),
  ])
    expect(() => parseTrafficRules(text)).toThrow(FormatError);
});

test("lists of uids, and data saver", () => {
  expect(parseNetPolicyList("Restrict background blacklisted UIDs: 10123 1010200 \n")).toEqual([10_123, 1_010_200]);
  expect(parseNetPolicyList("Restrict background whitelisted UIDs: none\n\n")).toEqual([]);
  expect(parseDataSaver("Restrict background status: enabled\n")).toBe(true);
  for (const text of ["", "Error: unknown list type 'x'\n", "Restrict background blacklisted UIDs: \n"])
    expect(() => parseNetPolicyList(text)).toThrow(FormatError);
  expect(() => parseDataSaver("Restrict background status: \n")).toThrow(FormatError);
});

test("sleeping apps, per user; the global state is another matter", () => {
  expect(parseAppHibernation(asleep)).toEqual([
    { user: 0, packages: ["com.example.old"] },
    { user: 10, packages: [] },
  ]);
  expect(() => parseAppHibernation("Global Level Hibernation States\n")).toThrow(FormatError);
  expect(() => parseAppHibernation(asleep.replace("hibernated=true", "hibernated=perhaps"))).toThrow(FormatError);
});

test.each([
  ["sensor_privacy", parseSensorPrivacyDump, of13],
  ["trafficcontroller", parseTrafficRules, rules],
  ["netpolicy", parseNetPolicyList, "Restrict background blacklisted UIDs: 10123 \n"],
  ["app_hibernation", parseAppHibernation, asleep],
] as const)("%s: whatever comes is read or refused", (_, parse, good) => {
  const tried = (text: string): void => {
    try {
      parse(text);
    } catch (error) {
      expect(error).toBeInstanceOf(FormatError);
    }
  };
  const cut = fc.tuple(fc.nat(good.length), fc.nat(good.length), fc.string({ maxLength: 30 }));
  fc.assert(
    fc.property(cut, ([from, to, put]) => tried(good.slice(0, from) + put + good.slice(to))),
    { numRuns: 200 },
  );
  fc.assert(fc.property(fc.string({ maxLength: 2000 }), tried), { numRuns: 200 });
  tried(`${good}${"    10123 ".repeat(50_000)}`);
});
