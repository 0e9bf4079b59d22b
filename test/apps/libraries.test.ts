import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { analyseApk } from "../../src/apps/analyse-apk.ts";
import type { FoundLibrary } from "../../src/apps/app-libraries.ts";
import { compileLibraries, knownLibraries, libraryOfFile } from "../../src/apps/library-set.ts";
import { builtIn, builtInTexts } from "../../src/apps/native-versions.ts";
import { memoryFile, nodeCodec } from "../../src/device/file.ts";
import { nodeCrypto } from "../../src/device/node-crypto.ts";
import { libraries } from "../../src/feeds/libraries.ts";
import { writeElf } from "../formats/elf-writer.ts";
import { exodusSet, read, record } from "./apk-record.ts";
import { type MadeApk, madeRecord, makeApk } from "./made-apk.ts";

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

async function found(made: MadeApk): Promise<ReadonlyMap<string, FoundLibrary>> {
  const { libraries: section } = await madeRecord(made);
  return new Map(read(section).found.map((each) => [each.name, each]));
}

test("libraries are known by their classes; what code only refers to is said as such", async () => {
  const all = await found({
    dex: { classes: ["Lokhttp3/OkHttpClient;"], types: ["Lretrofit2/Retrofit;", "Lokhttp33/X;"] },
  });
  expect(all.get("OkHttp")).toMatchObject({
    maker: "Square (Block)",
    kind: "network",
    licence: "Apache-2.0",
    coordinate: "com.squareup.okhttp3:okhttp",
    version: null,
    grade: "class-defined",
    confidence: "certain",
    evidence: [{ kind: "class", name: "okhttp3.OkHttpClient", defined: true, entry: "classes.dex" }],
  });
  expect(all.get("Retrofit")).toMatchObject({ grade: "type-referenced", confidence: "possible" });
  expect([...all.keys()]).toEqual(["OkHttp", "Retrofit"]);
});

test("native libraries are known by their files, and have their digest", async () => {
  const content = bytes("\x7fELF and no more");
  const made = await madeRecord({
    entries: {
      "lib/arm64-v8a/libflutter.so": content,
      "lib/arm64-v8a/libavcodec-59.so": bytes("x"),
      "lib/arm64-v8a/libown.so": bytes("y"),
      "assets/libunity.so": bytes("no library here"),
    },
  });
  const { found: all, natives, frameworks } = read(made.libraries);
  expect(all.map(({ name, grade, confidence }) => [name, grade, confidence])).toEqual([
    ["FFmpeg", "native-file", "likely"],
    ["Flutter", "native-file", "likely"],
  ]);
  expect(frameworks).toEqual(["Flutter"]);
  expect(natives).toHaveLength(3);
  expect(natives.find(({ entry }) => entry.endsWith("libflutter.so"))).toEqual({
    entry: "lib/arm64-v8a/libflutter.so",
    size: content.length,
    sha256: createHash("sha256").update(content).digest("hex"),
  });
});

test("notes of build tools give versions, and parts that no list knows", async () => {
  const all = await found({
    dex: { classes: ["Landroidx/core/app/ActivityCompat;"] },
    entries: {
      "META-INF/androidx.core_core.version": bytes("1.9.0\n"),
      "META-INF/androidx.core_core-ktx.version": bytes("1.9.1\n"),
      "META-INF/androidx.room_room-runtime.version": bytes("task ':room:writeVersionFile' property 'version'\n"),
      "META-INF/kotlinx_coroutines_core.version": bytes("1.7.3"),
      "META-INF/maven/com.acme/tool-kit/pom.properties": bytes("#x\r\nversion=4.5\r\ngroupId=other\r\n"),
      "play-services-base.properties": bytes("version=18.9.0\nclient=play-services-base\n"),
      "own.properties": bytes("version=7\n"),
      "assets/www/cordova_plugins.js": bytes(
        'module.exports.metadata = {\n "cordova-plugin-camera": "7.0.0",\n "@acme/thing": "1.2" };',
      ),
    },
  });
  const told = [...all.values()].map(({ name, coordinate, version, grade }) => [name, coordinate, version, grade]);
  expect(told).toEqual([
    ["@acme/thing", "@acme/thing", "1.2", "stated"],
    ["AndroidX Core", "androidx.core:core", "1.9.0", "class-defined"],
    ["AndroidX Room", "androidx.room:room-runtime", null, "stated"],
    ["Kotlin coroutines", "org.jetbrains.kotlinx:kotlinx-coroutines-core", "1.7.3", "stated"],
    ["Play services base", "com.google.android.gms:play-services-base", "18.9.0", "stated"],
    ["androidx.core:core-ktx", "androidx.core:core-ktx", "1.9.1", "stated"],
    ["com.acme:tool-kit", "com.acme:tool-kit", "4.5", "stated"],
    ["cordova-plugin-camera", "cordova-plugin-camera", "7.0.0", "stated"],
  ]);
  expect(all.get("androidx.core:core-ktx")?.maker).toBe("Google");
});

test("names and notes that are made to mislead give no coordinate and no version", async () => {
  const all = await found({
    entries: {
      "META-INF/..\u0000x_y.version": bytes("1"),
      "META-INF/no-group_here.version": bytes("1"),
      "META-INF/com.acme_a b.version": bytes("1"),
      "META-INF/com.acme_good.version": bytes("1.0\u001b[31m evil"),
      "META-INF/com.acme_long.version": bytes("9".repeat(400_000)),
      "META-INF/com.acme___proto__.version": bytes("2"),
    },
  });
  expect([...all.values()].map(({ coordinate, version }) => [coordinate, version])).toEqual([
    ["com.acme:__proto__", "2"],
    ["com.acme:good", null],
    ["com.acme:long", null],
  ]);
});

test("texts of their sources tell what was built into native code, and its version", async () => {
  const go = `${"\xff Go buildinf:"}\x08\x02${"\0".repeat(16)}\x08go1.22.3`;
  const all = await found({
    entries: {
      "lib/arm64-v8a/libone.so": bytes(
        [
          "\x7fELF",
          "OpenSSL 1.1.1k  25 Mar 2021",
          " deflate 1.2.11 Copyright 1995-2017 Jean-loup Gailly and Mark Adler ",
          "SQLite format 3",
          "3.39.2",
          "libcurl/8.4.0 stuff",
          go,
          "",
        ].join("\0"),
      ),
      "lib/arm64-v8a/libtwo.so": bytes("\0OpenSSL 1.1.1 (compatible; BoringSSL)\0OpenSSL is nice\0inflate 1.x\0"),
      "assets/notes.txt": bytes("OpenSSL 3.0.0 7 Sep 2021 is mentioned here"),
    },
  });
  expect([...all.values()].map(({ name, version, grade }) => [name, version, grade])).toEqual([
    ["BoringSSL", null, "built-in"],
    ["Go", "1.22.3", "built-in"],
    ["OpenSSL", "1.1.1k", "built-in"],
    ["SQLite", "3.39.2", "built-in"],
    ["libcurl", "8.4.0", "built-in"],
    ["zlib", "1.2.11", "built-in"],
  ]);
});

test("two versions of one library are no version", async () => {
  const all = await found({
    entries: {
      "lib/arm64-v8a/liba.so": bytes("\0libpng version 1.6.37\0"),
      "lib/arm64-v8a/libb.so": bytes("\0libpng version 1.6.40\0"),
    },
  });
  expect(all.get("libpng")?.version).toBeNull();
  expect(all.get("libpng")?.evidence).toHaveLength(2);
});

test("any bytes around a text give a value or nothing, and versions that are plain", () => {
  fc.assert(
    fc.property(
      fc.nat(builtInTexts.length - 1),
      fc.uint8Array({ maxLength: 60 }),
      fc.uint8Array({ maxLength: 60 }),
      (literal, before, after) => {
        const text = bytes(builtInTexts[literal]?.text ?? "");
        const result = builtIn(Uint8Array.of(...before, ...text, ...after), literal, before.length);
        expect(result?.version ?? "1").toMatch(/^[\w.+-]{1,60}$/);
        expect(result?.text ?? "").toMatch(/^[\x20-\x7e]{0,200}$/);
      },
    ),
    { numRuns: 300 },
  );
});

test("where only parts of a file are read, names have to do, and that is said", async () => {
  const apk = makeApk({ entries: { "META-INF/androidx.core_core.version": bytes("1.9.0\n") } });
  const parts = await analyseApk(memoryFile(apk), {
    codec: nodeCodec,
    crypto: nodeCrypto,
    trackers: exodusSet,
    parts: "code",
  });
  const { found: all, missed, natives } = read(parts.libraries);
  expect(all).toMatchObject([{ name: "AndroidX Core", version: null, grade: "stated" }]);
  expect(missed.join()).toContain("only parts of the file were read");
  expect(natives).toEqual([]);
});

test("on a phone the texts of native libraries are read, and the rest of them is not", async () => {
  const texts = bytes("\0OpenSSL 1.0.2u  20 Dec 2019\0");
  const large = new Uint8Array(2_000_000);
  const apk = makeApk({
    entries: {
      "lib/arm64-v8a/libown.so": writeElf(texts, { code: 500_000 }),
      "lib/armeabi-v7a/libown.so": writeElf(bytes("\0OpenSSL 3.0.0  7 Sep 2021\0"), { wide: false }),
      "lib/arm64-v8a/libmany.so": writeElf(large),
      "lib/arm64-v8a/libnone.so": bytes("no library"),
    },
  });
  const file = memoryFile(apk);
  let transferred = 0;
  const counted = {
    size: file.size,
    read: async (at: number, length: number) => {
      transferred += length;
      return await file.read(at, length);
    },
  };
  const how = { codec: nodeCodec, crypto: nodeCrypto, trackers: exodusSet, parts: "code" as const };
  const { found: all, nativesUnread, natives } = read((await analyseApk(counted, how)).libraries);
  expect(all).toMatchObject([{ name: "OpenSSL", version: "1.0.2u", grade: "built-in" }]);
  expect([...nativesUnread].sort()).toEqual(["libmany.so", "libnone.so"]);
  expect(natives).toEqual([]);
  expect(transferred).toBeLessThan(200_000);
  const whole = read((await record(apk)).libraries);
  expect(whole.nativesUnread).toEqual([]);
  expect(whole.natives).toHaveLength(3);
});

test("code that cannot be read leaves the list open", async () => {
  const made = await madeRecord({
    dex: null,
    entries: { "classes.dex": bytes("no DEX at all, though it is named so") },
  });
  expect(read(made.libraries).complete).toBe(false);
});

test("a real app: what it is built with, by class and with the versions that it tells", async () => {
  const { libraries: section } = await record("node_modules/io.appium.settings/apks/settings_apk-debug.apk");
  const { found: all, tools, frameworks, complete } = read(section);
  const of = new Map(all.map((each) => [each.name, each]));
  expect(complete).toBe(true);
  expect(frameworks).toContain("Kotlin standard library");
  expect(tools.map(({ name }) => name)).toContain("Android Gradle plugin");
  expect(of.get("AndroidX Core")).toMatchObject({ version: "1.9.0", grade: "class-defined" });
  expect(of.get("Kotlin coroutines")).toMatchObject({ version: "1.7.3", grade: "class-defined" });
  expect(of.get("Play services Location")?.version).toMatch(/^\d+\./);
});

test("files with a star in their names fit what stands around it, in any case of letters", () => {
  const set = compileLibraries([
    { name: "A", maker: "a", kind: "media", maven: [], classPrefixes: [], natives: ["libone*.so", "libtwo.so"] },
  ]);
  expect(["libone.so", "LibOne-9.so", "libtwo.so"].map((name) => libraryOfFile(set, name))).toEqual([0, 0, 0]);
  expect(["libon.so", "libone.s", "libtwo-1.so", "xlibtwo.so"].map((name) => libraryOfFile(set, name))).toEqual(
    Array.from({ length: 4 }, () => undefined),
  );
});

test("the whole list is made ready, and its date is told", async () => {
  expect(knownLibraries().libraries.length).toBe(libraries.embedded?.value.libraries.length);
  expect(read((await madeRecord({})).libraries).list).toEqual({
    id: "libraries",
    date: libraries.embedded?.date,
    entries: knownLibraries().libraries.length,
  });
});
