import { expect, test } from "vitest";
import { parsePackageDump } from "../../src/formats/dumpsys-package.ts";
import { phoneOf } from "../../src/phone/models/index.ts";
import { captureText } from "../formats/bug-report-service.ts";
import { stateOf } from "./load-capture.ts";
import { loadPackageDump } from "./load-package.ts";
import { text } from "./phone-source.ts";

const samples = [
  ["a11or12_installed_from_whatsapp_userId.txt", "30", "Asia/Jakarta", 7],
  ["automotive_emulator_a15_user10_appId.txt", "35", "Etc/GMT-7", 7],
  ["samsung_a15or16_myfiles_sideload_appId.txt", "35", "Europe/Berlin", 2],
] as const;

/** Lines that we print and that this phone did not, each because of its maker or of a module that we do not have. */
const foreign =
  /^ +(?:primaryCpuAbi|extractNativeLibs|cpuAbiOverride|dataDir|category|installerPackageUid|queriesPackages|flags)=|uninstallReason|^ {4}User \d+: |Sequence number/;

test.each(samples)("dumpsys package out of %s comes back", async (file, sdk, zone, offset) => {
  // One file carries the broken remains of a byte order mark.
  const theirs = captureText(`dumpsys-package/${file}`).replace(/^[^A-Z]+/, "");
  const state = stateOf({ "ro.build.version.sdk": sdk, "persist.sys.timezone": zone }, "aosp", 0);
  const pkg = loadPackageDump(theirs, offset);
  state.packages.set(pkg.name, pkg);
  state.users.splice(
    0,
    1,
    ...[...pkg.users.keys()].map((id) => ({ ...(state.users[0] as (typeof state.users)[0]), id })),
  );
  const ours = await text(phoneOf(state), `dumpsys package ${pkg.name}`);

  expect(parsePackageDump(ours)).toEqual(parsePackageDump(theirs));

  const known = new Set(part(theirs));
  const invented = part(ours).filter((line) => !known.has(line) && !foreign.test(line));
  expect(invented).toEqual([]);
  expect(part(ours).length).toBeGreaterThan(30);
});

/** The lines of the resolver tables and of the package itself, with identity hashes blanked. */
function part(dump: string): readonly string[] {
  const end = dump.search(/^(?:Queries|Package Changes|Dexopt state):/m);
  return dump
    .slice(0, end < 0 ? undefined : end)
    .split("\n")
    .map((line) =>
      line
        .replace(/\{[0-9a-f]{4,8}/g, "{#")
        .replace(/\([0-9a-f]{4,8}\):$/, "(#):")
        .replace(/^( {8})[0-9a-f]+ (\S+) filter [0-9a-f]+$/, "$1# $2 filter #"),
    )
    .filter((line) => line.trim() !== "");
}
