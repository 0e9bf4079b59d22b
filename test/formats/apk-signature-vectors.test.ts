// AOSP's signature vectors and real apps: verdicts and certificates as apksigner has them, and by Android's rules where it errs.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { withTool } from "../tools.ts";
import { at, check, summary } from "./apk-signature-check.ts";

const shared = "../shared/apks";

interface Row {
  readonly file: string;
  readonly atDefault: string;
  readonly at24: string;
  readonly at28: string;
  readonly certificates: string;
}

const rows = readFileSync(`${shared}/expected-signatures.tsv`, "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .slice(1)
  .map((line): Row => {
    const [file = "", atDefault = "", at24 = "", at28 = "", certificates = ""] = line.split("\t");
    return { file, atDefault, at24, at28, certificates };
  });

/** Where apksigner 31 is not what Android does, and what Android does. */
const corrections: ReadonlyMap<RegExp, { readonly why: string; readonly at24?: string; readonly all?: string }> =
  new Map([
    [
      /^sigs\/v2-only-with-rsa-pss-/,
      {
        why: "Java 17 has no SHA256withRSA/PSS under that name, and apksigner stops; Android's provider has it",
        all: "OK:v2",
      },
    ],
  ]);

test("there are as many vectors as the list had when it was written", () => {
  expect(rows.length).toBe(113);
});

describe.each(rows)("$file", ({ file, at24, at28, certificates }) => {
  const correction = [...corrections].find(([pattern]) => pattern.test(file))?.[1];

  test("verdicts and schemes at API level 24 and 28", async () => {
    const signatures = await check(`${shared}/${file}`);
    const [old, recent] = [at(signatures, 24), at(signatures, 28)];
    // apksigner takes an APK with only a v3 signature for verified on Android 7 and 8, which do not know v3 and find no signature.
    const onlyV3 = at24 === "OK:v3";
    expect(old.outcome === "verified").toBe((correction?.all ?? at24).startsWith("OK") && !onlyV3);
    expect(recent.outcome === "verified").toBe((correction?.all ?? at28).startsWith("OK"));
    if (recent.outcome === "verified") expect(`OK:${recent.scheme}`).toBe(correction?.all ?? at28);
    if (old.outcome === "verified") expect((correction?.all ?? at24).slice(3).split("+")).toContain(old.scheme);
    if (recent.outcome === "verified" && certificates !== "")
      expect([...recent.signers].sort()).toEqual(certificates.split(",").sort());
    for (const { outcome, reason, signers } of signatures.verdicts) {
      expect(reason === undefined).toBe(outcome === "verified");
      expect(signers.length > 0).toBe(outcome === "verified");
    }
  });
});

describe("what apksigner's verdicts leave out, by Android's rules", () => {
  const reasons: readonly (readonly [file: string, sdk: number, reason: RegExp])[] = [
    ["golden-aligned-in", 24, /not signed/],
    ["unsigned-targetSandboxVersion-2", 24, /not signed/],
    ["golden-aligned-v3-lineage-out", 27, /not signed in a way that this version/],
    ["v1-only-with-cr-in-entry-name", 24, /MANIFEST.MF that cannot be read/],
    ["v1-only-with-signed-attrs-missing-content-type", 24, /without the content's type/],
    ["v1-only-with-signed-attrs-wrong-digest", 24, /does not match the signature file/],
    [
      "v1-only-with-signed-attrs-signerInfo1-multiple-good-digests-signerInfo2-good",
      24,
      /cannot be read \(pkcs7: a signed attribute/,
    ],
    ["v1-only-with-dsa-sha512-2.16.840.1.101.3.4.3.4-3072", 24, /algorithms that Android does not verify together/],
    ["v1-sha1-sha256-manifest-and-sf-with-sha256-wrong-in-manifest", 24, /does not match "resources.arsc"/],
    ["v2-only-apk-sig-block-size-mismatch", 24, /not signed/],
    ["v2-only-garbage-between-cd-and-eocd", 24, /not signed/],
    ["v2-only-no-certs-in-sig", 24, /names no certificate/],
    ["v2-only-two-signers-second-signer-no-supported-sig", 24, /only with algorithms that Android does not know/],
    ["v2-only-with-ecdsa-sha256-p256-sig-does-not-verify", 24, /v2 signature does not match what it signs/],
    ["v2-stripped-with-ignorable-signing-schemes", 24, /there is a v2 signature, which is missing: it was taken out/],
    ["v3-only-no-certs-in-sig", 28, /v3 signature names no certificate/],
    ["v3-only-with-dsa-sha256-2048-sig-does-not-verify", 28, /v3 signature does not match what it signs/],
  ];

  test.each(reasons)("%s at %i is refused because of %s", async (file, sdk, reason) => {
    expect(at(await check(`${shared}/sigs/${file}.apk`), sdk).reason).toMatch(reason);
  });

  test("the demands of the manifest: v2 for the sandbox and for API level 30", async () => {
    const file = `${shared}/gh-insecurebankv2.apk`;
    expect(summary(await check(file))).toBe("24-37 v1 verified");
    expect(summary(await check(file, { targetSdk: 30 }))).toBe("24-29 v1 verified, 30-37 none refused");
    expect(summary(await check(file, { targetSdk: 29 }))).toBe("24-37 v1 verified");
    expect(summary(await check(file, { targetSandbox: 2 }))).toBe("24-25 v1 verified, 26-37 none refused");
  });

  const byVersion: readonly (readonly [file: string, from: number, verdicts: string])[] = [
    ["rsa-pkcs1-sha256-1.2.840.113549.1.1.11-1024", 17, "17-17 v1 refused, 18-37 v1 verified"],
    ["rsa-pkcs1-sha384-1.2.840.113549.1.1.12-3072", 18, "18-20 v1 refused, 21-37 v1 verified"],
    ["rsa-pkcs1-sha1-1.2.840.113549.1.1.5-1024", 4, "4-37 v1 verified"],
    ["dsa-sha256-1.2.840.10040.4.1-3072", 20, "20-21 v1 refused, 22-37 v1 verified"],
    ["ecdsa-sha256-1.2.840.10045.2.1-p521", 18, "18-37 v1 verified"],
    ["signed-attrs", 18, "18-18 v1 refused, 19-37 v1 verified"],
    ["signed-attrs-missing-content-type", 18, "18-18 v1 refused, 19-23 v1 verified, 24-37 v1 refused"],
  ];

  test.each(byVersion)("v1 with %s changes with the version of Android", async (file, from, verdicts) => {
    expect(summary(await check(`${shared}/sigs/v1-only-with-${file}.apk`, { from }))).toBe(verdicts);
  });

  withTool("apksigner")(
    "the installed apksigner says the same of v1 for each version of Android",
    async (apksigner) => {
      for (const [file, from] of byVersion) {
        const path = `${shared}/sigs/v1-only-with-${file}.apk`;
        const signatures = await check(path, { from });
        for (const sdk of [from, 23]) {
          const level = String(sdk);
          const run = spawnSync(apksigner, ["verify", "--min-sdk-version", level, "--max-sdk-version", level, path]);
          expect(at(signatures, sdk).outcome === "verified", `${file} at ${sdk}`).toBe(run.status === 0);
        }
      }
    },
    60_000,
  );

  test("a lineage is told with what it allows, the oldest signer first", async () => {
    const { lineage, signers } = at(await check(`${shared}/sigs/golden-aligned-v3-lineage-out.apk`), 33);
    expect(lineage.map(({ sha256 }) => sha256.slice(0, 8))).toEqual(["fb5dbd3c", "681b0e56"]);
    expect(lineage.at(-1)?.sha256).toBe(signers[0]);
    expect(lineage[0]?.allows).toContain("installed-data");
  });

  test("the certificate of a signer is described, however its bytes are written", async () => {
    const signatures = await check(`${shared}/sigs/v1-only-with-rsa-1024-cert-not-der.apk`);
    const [name = ""] = at(signatures, 24).signers;
    expect(signatures.certificates[name]).toMatchObject({
      sha256: name,
      subject: "CN=rsa-1024",
      notBefore: "2016-03-31T16:14:43Z",
      key: { kind: "RSA", bits: 1024 },
      signatureAlgorithm: "SHA-256 with RSA",
      selfSigned: true,
      debug: false,
      faults: ["a length is not written in the shortest form"],
    });
  });
});

const files = [
  ...rows.filter(({ file }) => !file.startsWith("sigs/")).map(({ file }) => `${shared}/${file}`),
  `${shared}/sigs/golden-legacy-aligned-v1v2v3-lineage-out.apk`,
  `${shared}/sigs/v1-only-with-rsa-1024-cert-not-der.apk`,
  `${shared}/sigs/v1-only-pkcs7-cert-bag-first-cert-not-used.apk`,
  `${shared}/sigs/v2-only-with-rsa-pkcs1-sha256-8192.apk`,
  "node_modules/android-apidemos/apks/ApiDemos-debug.apk",
  "node_modules/io.appium.settings/apks/settings_apk-debug.apk",
  "node_modules/appium-uiautomator2-server/apks/appium-uiautomator2-server-v10.6.6.apk",
].filter((file) => existsSync(file));

withTool("apksigner")(
  "the installed apksigner says the same: verdict, scheme, three fingerprints, subject, key",
  async (apksigner) => {
    for (const file of files) {
      const signatures = await check(file);
      const run = spawnSync(apksigner, ["verify", "-v", "--print-certs", "--min-sdk-version", "28", file], {
        encoding: "utf8",
      });
      const { outcome, signers } = at(signatures, 28);
      expect(outcome === "verified", `${file}: ${run.stdout}${run.stderr}`).toBe(run.status === 0);
      const told = (pattern: RegExp) => [...run.stdout.matchAll(pattern)].map(([, value]) => value).sort();
      const own = signers.flatMap((name) => signatures.certificates[name] ?? []);
      expect(own.map(({ sha256 }) => sha256).sort()).toEqual(told(/certificate SHA-256 digest: (\w+)/g));
      expect(own.map(({ sha1 }) => sha1).sort()).toEqual(told(/certificate SHA-1 digest: (\w+)/g));
      expect(own.map(({ md5 }) => md5).sort()).toEqual(told(/certificate MD5 digest: (\w+)/g));
      expect(own.map(({ key }) => `${key?.kind} ${key?.bits}`).sort()).toEqual(
        [...run.stdout.matchAll(/key algorithm: (\w+)\n.*key size \(bits\): (\d+)/g)]
          .map(([, a, b]) => `${a} ${b}`)
          .sort(),
      );
      expect(own.map(({ subject }) => subject).sort()).toEqual(told(/certificate DN: (.+)/g));
    }
  },
  120_000,
);
