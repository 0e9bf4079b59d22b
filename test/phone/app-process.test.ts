import { expect, test } from "vitest";
import { attestClass, attestProgram } from "../../src/centre/attest-program.ts";
import { nodeCrypto } from "../../src/device/node-crypto.ts";
import { readPemChain, verifyAttestationChain } from "../../src/formats/attestation-chain.ts";
import { writeDex } from "../../src/phone/apk/dex-writer.ts";
import { readSmali } from "../../src/phone/apk/smali.ts";
import { shellKeys } from "../../src/phone/dalvik/android-classes.ts";
import { createPhone, type VirtualPhone } from "../../src/phone/models/index.ts";
import { virtualPhonesRoot } from "../../src/phone/state/key-attestation.ts";
import { ask } from "./phone-source.ts";

const now = () => Date.UTC(2026, 6, 1);
const program = await attestProgram();
const challenge = "00017f80ffdeadbeef0042";
const path = "/data/local/tmp/program";

/** What a phone of a model answers to the program. */
async function run(phone: VirtualPhone, dex: Uint8Array, argument = challenge, name = attestClass) {
  phone.state.files.plant(path, { body: dex, mode: 0o444, uid: 2000, gid: 2000 });
  const answer = await ask(phone, `CLASSPATH=${path} app_process / ${name} ${argument}`);
  return { ...answer, out: new TextDecoder().decode(answer.stdout), err: new TextDecoder().decode(answer.stderr) };
}

const verify = (pem: string) =>
  verifyAttestationChain(
    readPemChain(pem),
    {
      roots: [{ name: "virtual", publicKey: virtualPhonesRoot() }],
      revoked: new Map(),
      at: now(),
      challenge: Buffer.from(challenge, "hex"),
    },
    nodeCrypto,
  );

test.each(["24", "26", "28", "29", "30", "31", "32", "33", "34", "35", "36"])(
  "the program runs on API level %s",
  async (sdk) => {
    const phone = createPhone("stock", { now });
    phone.state.properties.set("ro.build.version.sdk", sdk);
    const { out, err, exitCode } = await run(phone, program);
    expect([err, exitCode]).toEqual(["", 0]);
    expect(out).toMatch(
      /^candor-attest\/1\n(-----BEGIN CERTIFICATE-----\n[A-Za-z0-9+/=]+\n-----END CERTIFICATE-----\n){3}end\n$/,
    );
    const { faults, says, root } = await verify(out);
    expect(faults).toEqual([]);
    expect(root).toBe("virtual");
    expect(says).toMatchObject({ level: "trusted-environment", rootOfTrust: { locked: true, state: "verified" } });
    expect(shellKeys(phone.state).size).toBe(0);
  },
);

test("the hardware says what it was told, whatever the properties say", async () => {
  const lying = await verify((await run(createPhone("stock+unlocked-hardware", { now }), program)).out);
  expect(lying.says?.rootOfTrust).toMatchObject({ locked: false, state: "unverified", bootKey: "00".repeat(32) });
  expect(lying.faults).toEqual([]);
  const soft = await verify((await run(createPhone("hyperos+software-keys", { now }), program)).out);
  expect(soft.faults).toEqual([{ kind: "software" }]);
  const forged = await verify((await run(createPhone("hyperos+forging-hardware", { now }), program)).out);
  expect(forged.faults).toEqual([{ kind: "signature", certificate: 0 }]);
  const hyperos = createPhone("hyperos", { now });
  const { says } = await verify((await run(hyperos, program)).out);
  expect(says?.vendorPatchLevel).toBe(hyperos.state.properties.get("ro.vendor.build.security_patch"));
  expect(says?.createdAt).toBe(now());
});

test("what fails is told in one line, and the key is gone", async () => {
  const refusing = createPhone("hyperos+refusing-hardware", { now });
  expect((await run(refusing, program)).out).toBe(
    "candor-attest/1\nerror java.security.ProviderException: Failed to generate key pair.; caused by " +
      "android.security.KeyStoreException: System error (internal Keystore code: -49)\nend\n",
  );
  const phone = createPhone("stock", { now });
  expect((await run(phone, program, "xy")).out).toBe(
    'candor-attest/1\nerror java.lang.NumberFormatException: For input string: "xy"\nend\n',
  );
  expect((await run(phone, program, "")).out).toContain(
    "error java.lang.ArrayIndexOutOfBoundsException: length=0; index=0\n",
  );
  expect(shellKeys(phone.state).size).toBe(0);
  phone.state.packages.delete("com.android.shell");
  const without = (await run(phone, program)).out;
  expect(without).toContain("note application android.content.pm.PackageManager$NameNotFoundException: ");
  expect((await verify(without)).faults).toEqual([]);
});

test("without its context the key store of Android 12 and 13 would lose the key", async () => {
  const phone = createPhone("stock", { now });
  phone.state.properties.set("ro.build.version.sdk", "33");
  phone.state.packages.delete("com.android.shell");
  const { out } = await run(phone, program);
  expect(out).toContain("error java.lang.SecurityException: Unable to find app for caller");
  expect(shellKeys(phone.state).size).toBe(0);
});

test("what is no program is aborted, and none runs for ever", async () => {
  const phone = createPhone("stock", { now });
  const aborted = { err: "Aborted \n", exitCode: 134, out: "" };
  expect(await run(phone, new TextEncoder().encode("nothing"))).toMatchObject(aborted);
  expect(await run(phone, program, challenge, "candor.Other")).toMatchObject(aborted);
  expect(await run(phone, program.subarray(0, 3000))).toMatchObject(aborted);
  const main = (body: string) =>
    writeDex({
      classes: readSmali(
        `.class public La/B;\n.super Ljava/lang/Object;\n.method public static main([Ljava/lang/String;)V\n.registers 2\n${body}\nreturn-void\n.end method`,
      ),
    });
  expect(await run(phone, await main(":on\ngoto :on"), "", "a.B")).toMatchObject(aborted);
  const deeper = await main("invoke-static {p0}, La/B;->main([Ljava/lang/String;)V");
  expect(await run(phone, deeper, "", "a.B")).toMatchObject(aborted);
  expect(await run(phone, await main("const/4 v0, 0x0\nthrow v0"), "", "a.B")).toMatchObject(aborted);
  const { exitCode, err } = await run(phone, program, "", "");
  expect([exitCode, err]).toEqual([10, expect.stringContaining("no class name")]);
});

test("mutated programs end", async () => {
  const phone = createPhone("stock", { now });
  for (let i = 0x70; i < program.length; i += 13) {
    const changed = program.slice();
    changed[i] = (changed[i] as number) ^ (1 << (i % 8));
    expect((await run(phone, changed)).exitCode).toBeLessThan(256);
  }
}, 60_000);
