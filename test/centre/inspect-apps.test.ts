import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isUnread } from "../../src/apps/app-record.ts";
import { storedRecord } from "../../src/centre/app-cache.ts";
import { type AppEngines, loadEngines } from "../../src/centre/app-engines.ts";
import { appsCommand, withApps } from "../../src/centre/app-source.ts";
import { type InspectOptions, type InspectProgress, inspectApps } from "../../src/centre/inspect-apps.ts";
import { DeviceError } from "../../src/core/errors.ts";
import type { Output, Source } from "../../src/core/source.ts";
import { openTcpPhone } from "../../src/device/adb-tcp.ts";
import { parseAppInspections } from "../../src/formats/app-inspections.ts";
import { signerRing } from "../../src/phone/apk/signer-ring.ts";
import { writeApk } from "../../src/phone/apk/write-apk.ts";
import { createPhone, type VirtualPhone } from "../../src/phone/models/index.ts";
import { packageApk } from "../../src/phone/models/package-apk.ts";
import { startPhone } from "../../src/phone/start.ts";
import { phoneSource } from "../phone/phone-source.ts";

let folder = "";
let engines: AppEngines;
let homes = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "candor-inspect-"));
  engines = await loadEngines(folder, []);
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

function options(more: Partial<InspectOptions> = {}): InspectOptions {
  return { dataFolder: join(folder, String(homes++)), engines, ...more };
}

const now = Date.UTC(2026, 5, 1);

/** The stalked phone with few apps, of which one on /data and one of the image are large. */
async function smallerPhone(): Promise<{ phone: VirtualPhone; added: string; image: string; bytes: number }> {
  const phone = createPhone("stalked", { now: () => now });
  const { packages, files } = phone.state;
  const all = [...packages.values()];
  const added = all.find(({ apk, splits }) => apk.startsWith("/data/") && splits === undefined && apk.includes("~~"));
  const image = all.find(({ apk, name }) => apk.startsWith("/system/") && name !== "android");
  if (!added || !image) throw new Error("the model has changed");
  const keep = new Set(["android", "com.systemservice", added.name, image.name]);
  for (const { name } of all) if (!keep.has(name)) packages.delete(name);
  const signers = signerRing();
  let bytes = 0;
  for (const pkg of [added, image]) {
    const spec = packageApk(pkg, {
      files: { "lib/arm64-v8a/libbulk.so": new Uint8Array(3_000_000).fill(7) },
      dex: [{ classes: ["com.appsflyer.AppsFlyerLib", `${pkg.name}.Main`] }],
    });
    const apk = await writeApk({ ...spec, signer: await signers({ commonName: "Large" }) });
    bytes += apk.length;
    files.plant(pkg.apk, { mode: 0o644, mtime: pkg.timeStamp, body: apk });
  }
  return { phone, added: added.name, image: image.name, bytes };
}

/** A source that counts, and may answer otherwise. */
function watched(source: Source, instead?: (command: readonly string[]) => Partial<Output> | Error | undefined) {
  const watch = {
    ...source,
    bytes: 0,
    lines: [] as string[],
    run: async (command: readonly string[], limits: Parameters<Source["run"]>[1]): Promise<Output> => {
      watch.lines.push(command.join(" "));
      const said = instead?.(command);
      if (said instanceof Error) throw said;
      const output = said
        ? { stdout: new Uint8Array(), stderr: new Uint8Array(), exitCode: 0, ...said }
        : await source.run(command, limits);
      watch.bytes += output.stdout.length + output.stderr.length;
      return output;
    },
  };
  return watch;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

test("looks into all apps of a phone, and asks little the second time", async () => {
  const { phone, added, image, bytes } = await smallerPhone();
  const first = watched(phoneSource(phone));
  const how = options();
  const progress: InspectProgress[] = [];
  const found = await inspectApps(first, { ...how, onProgress: (each) => progress.push(each) });
  expect(parseAppInspections(JSON.stringify(found))).toEqual(found);
  const app = (name: string) => found.apps.find((each) => each.package === name);
  expect(app(added)).toMatchObject({
    depth: "code",
    unread: [],
    tampering: [],
    platformSigned: false,
    users: [0, 150],
  });
  expect(app(added)?.trackers?.map(({ name }) => name)).toContain("AppsFlyer");
  expect(app(image)).toMatchObject({ depth: "signer", trackers: null, loadsCode: null, unread: [], tampering: [] });
  expect(app(image)?.signers[0]?.subject).toContain("Large");
  expect(app("com.systemservice")?.verdicts.map(({ engine }) => engine)).toContain("stalkerware-names");
  expect(app("android")?.platformSigned).toBe(true);
  expect(first.bytes).toBeLessThan(bytes / 10);
  expect(progress.at(-1)).toMatchObject({ stage: "read", done: found.apps.length, of: found.apps.length });
  expect(progress.at(-1)?.expected).toBe(progress.at(-1)?.transferred);

  const second = watched(phoneSource(phone));
  expect(await inspectApps(second, how)).toEqual(found);
  expect(second.lines.filter((line) => /sha256sum|dd if/.test(line))).toEqual([]);
  const fresh = watched(phoneSource(phone));
  expect(await inspectApps(fresh, { ...how, fresh: true })).toEqual(found);
  expect(fresh.lines.filter((line) => line.startsWith("sha256sum"))).not.toEqual([]);
  expect(fresh.lines.filter((line) => line.includes("dd if"))).toEqual([]);
});

test("a record of a file that was read in parts says so, and calls nothing verified", async () => {
  const { phone, added } = await smallerPhone();
  const how = options();
  const found = await inspectApps(phoneSource(phone), { ...how, packages: [added] });
  expect(found.apps.map((each) => each.package)).toEqual([added]);
  const record = await storedRecord(how.dataFolder, found.apps[0]?.files[0]?.sha256 ?? "");
  if (!record || isUnread(record.signers)) throw new Error("no record");
  expect(record.file.leftOut[0]).toContain("Only parts of the file were read");
  expect(record.tampering.unread).toEqual(["local headers: only parts of the file were read"]);
  expect(record.signers.contentDigests).toEqual([]);
  for (const { outcome, signers, reason } of record.signers.verdicts) {
    expect(outcome).toBe("unknown");
    expect(signers).toHaveLength(1);
    expect(reason).toContain("content was not compared");
  }
});

test("the code of the system's apps is looked into where that is asked for, also after they were judged by their signers", async () => {
  const { phone, image } = await smallerPhone();
  const how = options({ packages: [image] });
  expect((await inspectApps(phoneSource(phone), how)).apps[0]?.depth).toBe("signer");
  const [app] = (await inspectApps(phoneSource(phone), { ...how, deep: true })).apps;
  expect(app).toMatchObject({ depth: "code" });
  expect(app?.trackers?.map(({ name }) => name)).toContain("AppsFlyer");
});

test("splits and bases are one app", async () => {
  const phone = createPhone("hyperos", { now: () => now });
  const found = await inspectApps(phoneSource(phone), options({ packages: ["com.callguard.identify"] }));
  expect(found.apps[0]?.files.map(({ split }) => split)).toEqual([null, "config.de", "config.xxhdpi", "spam_lists"]);
  expect(found.apps[0]).toMatchObject({ unread: [], tampering: [] });
});

test("an app that is another one in its file is said to be", async () => {
  const { phone, added } = await smallerPhone();
  const pkg = phone.state.packages.get(added);
  if (!pkg) throw new Error("no app");
  const apk = await writeApk({ ...packageApk(pkg), package: "com.other", versionCode: 7 });
  phone.state.files.plant(pkg.apk, { mode: 0o644, mtime: now, body: apk });
  const found = await inspectApps(phoneSource(phone), options({ packages: [added] }));
  expect(found.apps[0]?.tampering).toEqual(
    expect.arrayContaining([
      `Its file says that it is com.other, and not ${added}.`,
      expect.stringContaining("Its file is of version 7, where the phone says"),
    ]),
  );
});

test("a phone without sha256sum is read all the same, and what was not made is said", async () => {
  const { phone, added } = await smallerPhone();
  const source = watched(phoneSource(phone), ([name]) => (name === "sha256sum" ? { exitCode: 127 } : undefined));
  const found = await inspectApps(source, options({ packages: [added] }));
  expect(found.apps[0]).toMatchObject({ depth: "code", files: [{ sha256: null }] });
  expect(found.apps[0]?.unread.join()).toContain("the phone has no sha256sum");
});

test("hashes that the phone does not give in their form are none", async () => {
  const { phone, added } = await smallerPhone();
  const lies = ["", "xyz", `${"A".repeat(64)}  /x\n`, `${"a".repeat(64)}  /not/asked.apk\n`, `${"a".repeat(63)}  /x\n`];
  for (const lie of lies) {
    const source = watched(phoneSource(phone), ([name]) =>
      name === "sha256sum" ? { stdout: bytesOf(lie) } : undefined,
    );
    const found = await inspectApps(source, options({ packages: [added] }));
    expect(found.apps[0]?.files[0]?.sha256).toBeNull();
    expect(found.apps[0]?.unread.join()).toContain("did not hash it");
  }
});

test("a small file that is not what the phone hashed is not believed", async () => {
  const { phone } = await smallerPhone();
  const source = watched(phoneSource(phone), ([name, ...paths]) =>
    name === "sha256sum"
      ? { stdout: bytesOf(paths.map((path) => `${"5".repeat(64)}  ${path}\n`).join("")) }
      : undefined,
  );
  const how = options({ packages: ["com.systemservice"] });
  const [app] = (await inspectApps(source, how)).apps;
  expect(app?.unread.join()).toContain("other bytes than those that it hashed");
  expect(app?.depth).toBe("none");
  expect(await storedRecord(how.dataFolder, "5".repeat(64))).toBeUndefined();
});

test("a file that changes while it is read leaves no record behind", async () => {
  const { phone, added } = await smallerPhone();
  const pkg = phone.state.packages.get(added);
  let stats = 0;
  const real = phoneSource(phone);
  const source = watched(real, (command) => {
    if (command[2]?.includes("stat -c") && command.slice(4).some((path) => pkg?.apk.startsWith(path)) && ++stats === 2)
      return { stdout: bytesOf(`99 1 ${pkg?.apk}\nend\n`) };
    return undefined;
  });
  const how = options({ packages: [added] });
  const [app] = (await inspectApps(source, how)).apps;
  expect(app?.unread.join()).toContain("changed while it was read");
  expect(await storedRecord(how.dataFolder, app?.files[0]?.sha256 ?? "")).toBeUndefined();
});

test("a phone that is cut off at any byte leaves what was found, and the rest unread with the reason", async () => {
  const { phone } = await smallerPhone();
  for (const cutAfter of [20_000, 60_000, 120_000, 200_000]) {
    const listener = await startPhone(phone, { cutAfter });
    const how = options();
    try {
      const source = await openTcpPhone({
        address: `127.0.0.1:${listener.port}`,
        keys: { ownKey: join(folder, "adbkey") },
        takenAt: now,
      });
      const outcome = await inspectApps(source, how).catch((error: unknown) => error);
      if (outcome instanceof Error) expect(outcome).toMatchObject({ name: "DeviceError", code: "gone" });
      else {
        const { apps } = outcome as Awaited<ReturnType<typeof inspectApps>>;
        for (const each of apps) if (each.depth === "none") expect(each.unread.join()).toMatch(/cut|disconnected/);
      }
      await source.close();
    } finally {
      await listener.close();
    }
    const after = await inspectApps(phoneSource(phone), how);
    expect(after.apps.map(({ depth }) => depth)).not.toContain("none");
  }
});

test("stops when it is told to, and goes on from there", async () => {
  const { phone } = await smallerPhone();
  const stop = new AbortController();
  const how = options();
  const source = watched(phoneSource(phone));
  const going = inspectApps(source, {
    ...how,
    signal: stop.signal,
    onProgress: ({ stage, done }) => stage === "read" && done === 2 && stop.abort(),
  });
  await expect(going).rejects.toMatchObject({ name: "DeviceError", code: "cancelled" });
  expect((await readdir(join(how.dataFolder, "apps", "records"))).length).toBeGreaterThan(0);
  const rest = watched(phoneSource(phone));
  await inspectApps(rest, how);
  expect(rest.bytes).toBeLessThan(source.bytes);
  expect(rest.lines.filter((line) => line.startsWith("sha256sum"))).toEqual([]);
});

test("damaged files of the cache are made anew", async () => {
  const { phone, added } = await smallerPhone();
  const how = options({ packages: [added] });
  const found = await inspectApps(phoneSource(phone), how);
  const records = join(how.dataFolder, "apps", "records");
  for (const name of await readdir(records)) {
    const path = join(records, name);
    await writeFile(path, (await readFile(path, "utf8")).replace(/AppsFlyer/g, "AppsFryer"));
  }
  for (const name of await readdir(join(how.dataFolder, "apps")))
    if (name.startsWith("hashes")) await appendFile(join(how.dataFolder, "apps", name), "}{");
  const again = watched(phoneSource(phone));
  expect(await inspectApps(again, how)).toEqual(found);
  expect(again.lines.some((line) => line.includes("dd if"))).toBe(true);
  expect(await storedRecord(how.dataFolder, found.apps[0]?.files[0]?.sha256 ?? "")).toBeDefined();
});

test("a phone whose packages cannot be listed is an error, one without stat an answer for each app", async () => {
  const { phone } = await smallerPhone();
  const refuses = watched(phoneSource(phone), ([name]) =>
    name === "dumpsys" || name === "pm" ? new DeviceError("refused", "no") : undefined,
  );
  await expect(inspectApps(refuses, options())).rejects.toMatchObject({ name: "DeviceError", code: "refused" });
  const script = "/system/bin/sh: stat: inaccessible or not found\nend\n";
  const poor = watched(phoneSource(phone), (command) =>
    command[2]?.includes("stat -c") ? { stdout: bytesOf(script) } : undefined,
  );
  const found = await inspectApps(poor, options());
  for (const each of found.apps) {
    expect(each.depth).toBe("none");
    expect(each.unread.join()).toContain("stat: inaccessible or not found");
  }
});

test("paths that the phone makes up are not taken", async () => {
  const { phone, added } = await smallerPhone();
  const source = watched(phoneSource(phone), (command) =>
    command[2]?.includes("stat -c")
      ? { stdout: bytesOf("100 1 /etc/passwd\n100 1 ../../x.apk\n1e9 1 /data/x.apk\n-5 1 /data/y.apk\nend\n") }
      : undefined,
  );
  const found = await inspectApps(source, options({ packages: [added] }));
  expect(found.apps[0]).toMatchObject({ files: [], depth: "none" });
});

test("answers candor apps as a source, and asks for the long dump once", async () => {
  const { phone } = await smallerPhone();
  const inner = watched(phoneSource(phone));
  const source = withApps(inner, options());
  const limits = { timeoutMs: 1000, maxBytes: 1e9 };
  const [{ stdout }, dump] = await Promise.all([
    source.run(appsCommand, limits),
    source.run(["dumpsys", "package"], limits),
  ]);
  const found = parseAppInspections(new TextDecoder().decode(stdout));
  expect(found.apps.length).toBeGreaterThan(3);
  expect(dump.stdout.length).toBeGreaterThan(1000);
  expect(inner.lines.filter((line) => line === "dumpsys package")).toHaveLength(1);
  expect((await source.run(["getprop"], limits)).stdout.length).toBeGreaterThan(0);
});
