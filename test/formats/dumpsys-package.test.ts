import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { parsePackageDump } from "../../src/formats/dumpsys-package.ts";
import { parsePackageChanges, parseRequiredVerifiers } from "../../src/formats/dumpsys-package-parts.ts";
import { bugReportService, captureText } from "./bug-report-service.ts";

const a9 = await bugReportService("a9-emulator-gphone", "package");
const a10 = await bugReportService("a10-pixel-sailfish-userdebug-no-main-entry", "package");

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** The lines from "Packages:" to the next headline, as grep would take them. */
function packagesBlock(text: string): string {
  const start = text.indexOf("\nPackages:\n");
  return text.slice(start, text.indexOf("\nShared users:\n", start));
}

describe.each([
  ["Android 9", a9, 110],
  ["Android 10", a10, 134],
])("%s, whole phone", (_, text, total) => {
  const parsed = parsePackageDump(text);
  const block = packagesBlock(text);

  test("every package and every user is read", () => {
    expect(parsed).toHaveLength(total);
    expect(total).toBe(count(block, /^ {2}Package \[/gm));
    expect(parsed.flatMap((details) => details.users)).toHaveLength(count(block, /^ {4}User \d+:/gm));
  });

  test("every permission that packages without shared user id hold is read", () => {
    const own = block
      .split("\n  Package [")
      .filter((part) => !part.includes("sharedUser="))
      .join("\n  Package [");
    const alone = parsed.filter(
      (details) => !block.split(`Package [${details.name}] (`)[1]?.split("\n  Package [")[0]?.includes("sharedUser="),
    );
    const held = alone.flatMap((details) => [
      ...details.installPermissions,
      ...details.users.flatMap((user) => user.permissions),
    ]);
    expect(held).toHaveLength(count(own, /: granted=/g));
    expect(held.length).toBeGreaterThan(500);
  });
});

test("permissions of a shared user id count for each of its packages", () => {
  const phone = parsePackageDump(a9).find((details) => details.name === "com.android.phone");
  expect(phone?.installPermissions.some(({ name }) => name === "android.permission.CALL_PRIVILEGED")).toBe(true);
  const media = parsePackageDump(a9).find((details) => details.name === "com.android.providers.media");
  expect(media?.users[0]?.permissions.map(({ name }) => name)).toContain("android.permission.READ_PHONE_STATE");
});

test("the sideloaded debug build of the Android 9 emulator", () => {
  const app = parsePackageDump(a9).find((details) => details.name === "com.jeanboy.app.training");
  expect(app).toMatchObject({
    appId: 10086,
    targetSdk: 27,
    versionName: "1.0",
    firstInstallTime: "2019-04-09 08:23:24",
  });
  expect(app?.flags).toContain("TEST_ONLY");
  expect(app?.installSource).toEqual({ installing: null, initiating: null, originating: null, source: null });
  expect(app?.signatureHashes).toEqual(["dc174791"]);
});

test("flags with and without a space before the bracket", () => {
  const flags = (text: string, name: string, permission: string) =>
    parsePackageDump(text)
      .find((details) => details.name === name)
      ?.users[0]?.permissions.find((state) => state.name === `android.permission.${permission}`)?.flags;
  expect(flags(a9, "com.android.defcontainer", "READ_EXTERNAL_STORAGE")).toEqual([
    "SYSTEM_FIXED",
    "GRANTED_BY_DEFAULT",
  ]);
  expect(flags(a10, "com.android.messaging", "READ_SMS")).toContain("RESTRICTION_UPGRADE_EXEMPT");
});

test("one app, Android 15 and 16, with appId, packageSource and times per user", () => {
  const [app] = parsePackageDump(captureText("dumpsys-package/samsung_a15or16_myfiles_sideload_appId.txt"));
  expect(app).toMatchObject({
    appId: 10319,
    installSource: {
      originating: "com.sec.android.app.myfiles",
      initiating: "com.google.android.packageinstaller",
      source: 3,
    },
  });
  expect(app?.users.map((user) => [user.user, user.installed])).toEqual([
    [0, true],
    [10, false],
    [150, false],
  ]);
  expect(app?.users[0]?.firstInstallTime).toBe("2026-07-07 18:35:06");
  expect(app?.users[0]?.permissions[0]?.name).toBe("android.permission.POST_NOTIFICATIONS");
  expect(app?.requestedPermissions).toHaveLength(6);
});

test("one app, Android 12, with overlay paths between a user and its permissions", () => {
  const [app] = parsePackageDump(captureText("dumpsys-package/a11or12_installed_from_whatsapp_userId.txt"));
  expect(app?.installSource.installing).toBe("com.whatsapp");
  expect(app?.users[0]?.permissions.map(({ name }) => name)).toEqual([
    "android.permission.ACCESS_FINE_LOCATION",
    "android.permission.ACCESS_COARSE_LOCATION",
  ]);
  expect(app?.users[0]?.lastDisabledCaller).toBe("com.whatsapp");
});

test("one app, UTF-16, installed for user 10 only", () => {
  const [app] = parsePackageDump(captureText("dumpsys-package/automotive_emulator_a15_user10_appId.txt"));
  expect(app?.users.map((user) => user.installed)).toEqual([false, true]);
  expect(app?.flags).toEqual(["DEBUGGABLE", "HAS_CODE", "ALLOW_CLEAR_USER_DATA", "TEST_ONLY", "ALLOW_BACKUP"]);
});

test("an app cannot make itself a system app by line breaks in its version name", () => {
  const forged = a9.replace(
    /(Package \[com\.jeanboy\.app\.training\][\s\S]*?versionName=1\.0)/,
    "$1\n    pkgFlags=[ SYSTEM HAS_CODE ]",
  );
  expect(forged).not.toBe(a9);
  const app = parsePackageDump(forged).find((details) => details.name === "com.jeanboy.app.training");
  expect(app?.flags).toEqual(["HAS_CODE"]);
});

test("the hidden factory versions of updated apps are passed over", () => {
  const hidden = a9.replace(
    "\nShared users:\n",
    `\nHidden system packages:\n${packagesBlock(a9).slice(11)}\nShared users:\n`,
  );
  expect(parsePackageDump(hidden)).toHaveLength(110);
});

test("verifiers and changes", () => {
  expect(parseRequiredVerifiers(a9)).toEqual(["com.android.vending"]);
  expect(parseRequiredVerifiers(a10)).toEqual([]);
  expect(parsePackageChanges(a9)).toContain("com.jeanboy.app.training");
  expect(parsePackageChanges(a10)).toEqual([]);
  expect(() => parseRequiredVerifiers("Verifiers:\n\nFeatures:\n")).toThrow(FormatError);
});

test("anything else is a FormatError", () => {
  for (const text of ["", "Packages:\n", "Packages:\n  Package [a.b] (1):\n", "Packages:\n  Package [] (1):\n"])
    expect(() => parsePackageDump(text)).toThrow(FormatError);
});

test("mutated dumps give a value or a FormatError", () => {
  const text = captureText("dumpsys-package/samsung_a15or16_myfiles_sideload_appId.txt");
  const start = text.indexOf("\nPackages:\n");
  const dump = text.slice(start, start + 6000);
  fc.assert(
    fc.property(fc.nat(dump.length), fc.nat(200), fc.string(), (at, length, patch) => {
      try {
        expect(parsePackageDump(dump.slice(0, at) + patch + dump.slice(at + length))).not.toHaveLength(0);
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
      }
    }),
    { numRuns: 300 },
  );
});

test("long and repeated input takes no more than its length", () => {
  const words = "A ".repeat(200_000);
  const users = Array.from({ length: 20_000 }, (_, i) => `    User ${i}: installed=true`).join("\n");
  const dump =
    `Packages:\n  Package [a.b] (1):\n    userId=1\n    sharedUser=SharedUserSetting{1 s/1}\n    pkgFlags=[ ${words}]\n` +
    `    pkgFlags=[ ${words}]\n${users}\nShared users:\n  SharedUser [s] (1):\n${users}\n`;
  expect(parsePackageDump(dump)[0]?.users).toHaveLength(20_000);
});
