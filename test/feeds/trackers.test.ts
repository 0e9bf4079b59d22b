import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { trackerPurposes, trackers } from "../../src/feeds/trackers.ts";
import { compileSignatures, findSignatures } from "../../src/formats/class-tree.ts";
import { readDex } from "../../src/formats/dex.ts";
import { parseYaml } from "../../src/formats/yaml-document.ts";
import { buildDex } from "../formats/dex-builder.ts";
import { dexEntries } from "../formats/dex-entries.ts";

const shared = join(import.meta.dirname, "../../../shared");
const list = trackers.embedded?.value.trackers ?? [];
const exodus = Object.values(
  (
    JSON.parse(readFileSync(join(shared, "feeds/exodus/trackers.json"), "utf8")) as {
      trackers: Record<string, { name: string; code_signature: string }>;
    }
  ).trackers,
);
const tree = compileSignatures(
  list.map(({ classPrefixes }) => classPrefixes.join("|")),
  false,
);

test("every entry has a name of its own, a company, purposes, and prefixes and hosts of the right shape", () => {
  expect(list.length).toBeGreaterThanOrEqual(120);
  expect(trackers.count({ trackers: list })).toBe(list.length);
  expect(new Set(list.map(({ name }) => name)).size).toBe(list.length);
  for (const { name, company, country, purposes, classPrefixes, hosts } of list) {
    expect(
      [name, company].every((text) => /^\S.*\S$/.test(text)),
      name,
    ).toBe(true);
    expect(country ?? "XX", name).toMatch(/^[A-Z]{2}$/);
    expect(new Set(purposes).size, name).toBe(purposes.length);
    expect(purposes.length, name).toBeGreaterThan(0);
    for (const purpose of purposes) expect(Object.hasOwn(trackerPurposes, purpose), `${name}: ${purpose}`).toBe(true);
    expect(classPrefixes.length, name).toBeGreaterThan(0);
    for (const prefix of classPrefixes) expect(prefix, name).toMatch(/^[a-z][\w-]*(?:\.[\w-]+)*$/);
    for (const host of hosts) expect(host, name).toMatch(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/);
  }
  expect(tree.refused).toEqual([]);
});

test("no prefix or host stands there twice or inside another of the same tracker", () => {
  const all = list.flatMap(({ classPrefixes }) => classPrefixes);
  expect(all.filter((prefix, i) => all.indexOf(prefix) !== i)).toEqual([]);
  for (const { name, classPrefixes, hosts } of list) {
    const inside = (value: string, values: readonly string[], fits: (a: string, b: string) => boolean) =>
      values.some((other) => other !== value && fits(value, other));
    expect(
      classPrefixes.filter((p) => inside(p, classPrefixes, (a, b) => a.startsWith(`${b}.`))),
      name,
    ).toEqual([]);
    expect(
      hosts.filter((h) => inside(h, hosts, (a, b) => a.endsWith(`.${b}`))),
      name,
    ).toEqual([]);
  }
});

test("no host is one that whole networks, shops or maps stand behind", () => {
  const common =
    /^(?:www\.)?(?:google|googleapis|facebook|amazon|amazonaws|microsoft|apple|baidu|qq|xiaomi|miui|mi|huawei|hicloud|taobao|aliyun|aliyuncs|yandex|vk|twitter|x|samsung|cloudfront|akamai)\.\w+$/;
  expect(list.flatMap(({ hosts }) => hosts).filter((host) => common.test(host))).toEqual([]);
});

test("the makers of phones, the big networks and the common measurers are there", () => {
  const of = (company: string) => list.filter((tracker) => tracker.company === company).length;
  expect(["Xiaomi", "Huawei", "Google", "Meta", "Tencent", "Alibaba", "Baidu", "ByteDance", "Yandex"].map(of)).toEqual([
    5, 5, 12, 7, 8, 9, 5, 4, 2,
  ]);
  const one = (className: string) => {
    const dex = readDex(buildDex({ classes: [`L${className.replaceAll(".", "/")};`] }));
    return findSignatures(tree, dex).findings.map(({ signature }) => list[signature]?.name);
  };
  expect(one("com.xiaomi.onetrack.OneTrack")).toEqual(["Xiaomi OneTrack"]);
  expect(one("com.xiaomi.mipush.sdk.MiPushClient")).toEqual(["Xiaomi Push (MiPush)"]);
  expect(one("com.umeng.analytics.MobclickAgent")).toEqual(["Umeng Analytics"]);
  expect(one("cn.jpush.android.api.JPushInterface")).toEqual(["JPush (Jiguang)"]);
  expect(one("com.igexin.sdk.PushManager")).toEqual(["GeTui"]);
  expect(one("com.tencent.bugly.crashreport.CrashReport")).toEqual(["Tencent Bugly"]);
  expect(one("com.appsflyer.AppsFlyerLib")).toEqual(["AppsFlyer"]);
  expect(one("com.adjust.sdk.Adjust")).toEqual(["Adjust"]);
  expect(one("io.branch.referral.Branch")).toEqual(["Branch"]);
  expect(one("com.google.firebase.messaging.FirebaseMessaging")).toEqual([]);
  expect(one("com.tune.inapp.Name")).toEqual(["Tune"]);
  expect(one("com.tunein.player.Name")).toEqual([]);
});

test("of the 428 trackers that Exodus has code of, it knows at least 380", () => {
  const known = exodus.filter(({ code_signature }) => {
    const parts = code_signature.split("|").filter((part) => part !== "");
    const classes = parts.map((part) => `L${part.startsWith(".") ? `x${part}` : part}.C;`.replaceAll(/\.+/g, "/"));
    return findSignatures(tree, readDex(buildDex({ classes: [...new Set(classes)] }))).findings.length > 0;
  });
  expect(exodus.filter(({ code_signature }) => code_signature !== "").length).toBe(428);
  expect(known.length).toBeGreaterThanOrEqual(380);
});

/** What exodus-core calls these, by the names of this list; the others it has no name for. */
const exodusNames: Readonly<Record<string, string>> = {
  "Facebook App Events": "Facebook Analytics",
  "Google Firebase Crashlytics": "Google CrashLytics",
};

test.each(readdirSync(join(shared, "apks")).filter((file) => file.endsWith(".apk")))(
  "%s: the trackers that exodus-core reports, and besides them only those it has no signature of",
  (name) => {
    const { files } = JSON.parse(readFileSync(join(shared, "apks/expected-trackers.json"), "utf8")) as {
      files: Record<string, string[]>;
    };
    const dexes = dexEntries(join(shared, "apks", name)).flatMap(({ bytes }) => readDex(bytes));
    const { findings, complete } = findSignatures(tree, dexes);
    const found = findings.filter(({ defined }) => defined).map(({ signature }) => list[signature]?.name ?? "");
    expect(complete).toBe(true);
    const named = found.map((tracker) => exodusNames[tracker] ?? tracker);
    expect(named).toEqual(expect.arrayContaining(files[name] ?? ["not listed"]));
    const more = named.filter((tracker) => !files[name]?.includes(tracker));
    expect(more.filter((tracker) => tracker !== "Google advertising ID")).toEqual(moreThanExodus[name] ?? []);
  },
);

/** Trackers in the shared apps that Exodus has no signature of. */
const moreThanExodus: Readonly<Record<string, readonly string[]>> = {
  "gh-exodus-instapaper.apk": ["Google Firebase Remote Config"],
};

test("it is not published elsewhere", () => {
  expect(trackers.files).toEqual({});
  expect(() => trackers.parse({}, { yaml: parseYaml })).toThrow(FormatError);
});
