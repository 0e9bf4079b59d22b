import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import type { Fact } from "../../src/core/fact.ts";
import { activeVpns } from "../../src/facts/active-vpns.ts";
import { backup } from "../../src/facts/backup.ts";
import { hostsFile } from "../../src/facts/hosts-file.ts";
import { userCertificates } from "../../src/facts/user-certificates.ts";

const captures = join(import.meta.dirname, "../../../shared/captures");
const parse = <T>(fact: Fact<T>, text: string, values: object = {}, way = 0): T =>
  fact.readings[way]?.parse([text], values as never) as T;

/** A section of a zipped bug report's main text. */
function section(capture: string, service: string): string {
  const text = execFileSync("unzip", ["-p", join(captures, capture, "bugreport.zip"), "bugreport-*.txt"], {
    maxBuffer: 100_000_000,
  }).toString();
  const [, after = ""] = text.split(`\nDUMP OF SERVICE ${service}:\n`);
  return after.split(/^-{9} |^-{70,}$|^DUMP OF SERVICE /m)[0] ?? "";
}

test.skipIf(!existsSync(captures))("the VPN of a real Android 14 tablet, and none on Android 9 and 10", () => {
  const text = readFileSync(join(captures, "hyperos2-a14-xiaomi-pad6/conectividad.txt"), "utf8");
  expect(parse(activeVpns, text)).toEqual([
    { interface: "tun1", session: "Rethink", ownerUid: 10307, dns: ["10.204.21.5"] },
  ]);
  expect(parse(activeVpns, section("a9-emulator-gphone", "connectivity"))).toEqual([]);
  expect(parse(activeVpns, section("a10-pixel-sailfish-userdebug-no-main-entry", "connectivity"))).toEqual([]);
});

test("networks in an unknown layout, and a cut list, are no answer", () => {
  for (const text of [
    "",
    "Current Networks:\n  NetworkAgentInfo{ something new }\n\nNetwork Requests:\n",
    "Current Networks:\n  NetworkAgentInfo{ nc{[ Transports: WIFI ]} }\n",
    "Active default network: none\n",
  ]) {
    expect(() => parse(activeVpns, text), text).toThrow(FormatError);
  }
});

test.skipIf(!existsSync(captures))("backup on real Android 9 and 10 phones", () => {
  expect(parse(backup, section("a9-emulator-gphone", "backup"))).toEqual([
    { user: "current", enabled: false, transport: "com.google.android.gms/.backup.BackupTransportService" },
  ]);
  expect(parse(backup, section("a10-pixel-sailfish-userdebug-no-main-entry", "backup"))).toEqual([
    { user: "current", enabled: false, transport: "com.android.localtransport/.LocalTransport" },
  ]);
});

test("backup from the settings, where they tell", () => {
  const settings = { backup_enabled: "1", backup_transport: "com.example/.T" };
  expect(parse(backup, "", { secureSettings: [{ user: 0, settings }] }, 1)).toEqual([
    { user: 0, enabled: true, transport: "com.example/.T" },
  ]);
  expect(() => parse(backup, "", { secureSettings: [{ user: 0, settings: {} }] }, 1)).toThrow(FormatError);
  expect(() => parse(backup, "", { secureSettings: [{ user: 0, settings: { backup_enabled: "null" } }] }, 1)).toThrow();
});

const twoUsers = { users: [{ id: 0 }, { id: 10 }] };

test("added certificates per user; a folder that is not there holds none", () => {
  const text =
    "user 0\n.\n..\n9a5ba575.0\nc7981ae8.1\nuser 10\nls: /data/misc/user/10/cacerts-added: No such file or directory\nend\n";
  expect(parse(userCertificates, text, twoUsers)).toEqual([
    { user: 0, files: ["9a5ba575.0", "c7981ae8.1"] },
    { user: 10, files: [] },
  ]);
});

test("a folder that may not be read, a cut listing and strange files are no answer", () => {
  const denied = "ls: /data/misc/user/0/cacerts-added: Permission denied";
  for (const text of [
    `user 0\n${denied}\nuser 10\n${denied}\nend\n`,
    `user 0\n.\n..\nuser 10\n${denied}\nend\n`,
    "user 0\n.\n..\nuser 10\n.\n..\n",
    "user 0\n.\n..\nend\n",
    "user 0\n.\n..\nreadme.txt\nuser 10\n.\n..\nend\n",
    "user 0\nuser 10\nend\n",
    "user 0\nls: /other: No such file or directory\nuser 10\n.\nend\n",
    "end\n",
  ]) {
    expect(() => parse(userCertificates, text, twoUsers), text).toThrow(FormatError);
  }
});

test("the notice of added certificates is a sign, its absence none", () => {
  const record =
    "    NotificationRecord(0x0a: pkg=android user=UserHandle{10} id=33 tag=DevicePolicyManager importance=2\n";
  expect(parse(userCertificates, record, {}, 1)).toEqual([{ user: 10, files: null }]);
  for (const other of [record.replace("id=33", "id=26"), record.replace("pkg=android", "pkg=com.example"), ""]) {
    expect(() => parse(userCertificates, other, {}, 1)).toThrow(FormatError);
  }
});

test("the hosts file, with comments, IPv6 and any spacing", () => {
  expect(parse(hostsFile, "# AOSP\n127.0.0.1\tlocalhost\n::1   ip6-localhost # x\nfe80::1%wlan0 router\n")).toEqual([
    { address: "127.0.0.1", names: ["localhost"] },
    { address: "::1", names: ["ip6-localhost"] },
    { address: "fe80::1%wlan0", names: ["router"] },
  ]);
  for (const text of ["", "# only words\n", "<html>\n", "127.0.0.1\n", "localhost 127.0.0.1\n"]) {
    expect(() => parse(hostsFile, text), text).toThrow(FormatError);
  }
});

test("any text gives a value or a FormatError", () => {
  const all: [Fact<unknown>, object, number][] = [
    [activeVpns, {}, 0],
    [backup, {}, 0],
    [hostsFile, {}, 0],
    [userCertificates, twoUsers, 0],
    [userCertificates, {}, 1],
  ];
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), fc.constantFrom(...all), (text, [fact, values, way]) => {
      try {
        parse(fact, text, values, way);
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
      }
    }),
  );
});
