import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { normalChain } from "../formats/attestation-chains.ts";
import { p256Request } from "../formats/rkp-requests.ts";
import { candor } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "candor-attest-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const env = { CANDOR_HOME: join(folder, "home") };
const pem = (chain: readonly string[]) =>
  chain.map((text) => `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----\n`).join("");

test("candor attest verify tells what is proven, what nobody looked up, and what is wrong", async () => {
  const file = join(folder, "chain.pem");
  writeFileSync(file, pem(normalChain));
  const then = ["--at", "2023-03-08T16:00:00Z"];
  const good = await candor(["attest", "verify", file, ...then, "--challenge", "6368616c6c656e6765"], env);
  expect(good.out).toContain("Whether its keys were taken back was not looked up");
  expect(good.out).toMatch(/Bootloader +locked/);
  expect(good.code).toBe(1);
  const other = await candor(["attest", "verify", file, ...then, "--challenge", "00", "--json"], env);
  expect(JSON.parse(other.out)).toMatchObject({
    schema: "candor.attestation/1",
    state: "not-proven",
    faults: [{ kind: "revocation-unknown" }, { kind: "challenge" }],
    says: { osPatchLevel: "2023-02" },
  });
  const now = await candor(["attest", "verify", file], env);
  expect(now.out).toContain("Certificate 2 was valid until 2023-03-24");
  writeFileSync(file, pem(normalChain.slice(0, 3)));
  expect((await candor(["attest", "verify", file, ...then], env)).out).toContain("none of Google's");
});

test("what is no attestation is refused with the next step", async () => {
  const file = join(folder, "none.pem");
  writeFileSync(file, "nothing");
  const { code, err } = await candor(["attest", "verify", file], env);
  expect(code).toBe(3);
  expect(err).toContain("Give a PEM file");
});

test("candor attest asks a phone's hardware, says what is put onto it, and the next examination knows", async () => {
  const saved = join(folder, "phone.pem");
  const home = { CANDOR_HOME: join(folder, "phone-home") };
  const unasked = await candor(["attest", "virtual:stock", "--route", "app_process"], home);
  expect(unasked.code).toBe(2);
  expect(unasked.err).toContain("A program of 6 kB is put into /data/local/tmp");
  expect(unasked.err).toContain("say --yes to agree");
  const without = await candor(["attest", "virtual:stock"], home);
  expect(without.out).toContain("nobody that is known vouches");
  expect(without.err).toContain("puts nothing onto the phone");
  const asked = await candor(["attest", "virtual:stock", "--yes", "--save", saved], home);
  expect(asked.code).toBe(1);
  expect(asked.out).toContain("by a key of the key store and by a request for keys");
  expect(asked.out).toMatch(/Bootloader +locked/);
  expect(asked.out).toMatch(/Root +Root of Candor's virtual phones/);
  expect(asked.out).toContain("The same hardware as on");
  expect(asked.err).toContain("names this phone");
  // The virtual phones' root is trusted where Candor has started the phone itself, and nowhere else.
  const verified = await candor(["attest", "verify", saved], home);
  expect(verified.out).toContain("none of Google's");
  const check = await candor(["check", "virtual:stock", "--no-apps", "--json"], home);
  const { outcomes } = JSON.parse(check.out) as { outcomes: { check: string; state: string; reason?: string }[] };
  const agrees = outcomes.find((each) => each.check === "attestation-agrees");
  expect(agrees).toMatchObject({ state: "unknown" });
  expect(agrees?.reason).toContain("candor feeds update revoked-attestation-keys");
  const facts = await candor(["facts", "virtual:stock", "attestation"], home);
  expect(facts.out).toMatch(/asked on \d{4}-\d\d-\d\d/);
}, 60_000);

test("what contradicts the system is told, and so are a forged answer and a refusal", async () => {
  const home = { CANDOR_HOME: join(folder, "odd-home") };
  const unlocked = await candor(["attest", "virtual:stock+unlocked-hardware", "--yes"], home);
  expect(unlocked.out).toContain("ro.boot.flash.locked: the system 1, the hardware 0");
  const check = await candor(["check", "virtual:stock", "--no-apps"], home);
  expect(check.out).toContain("does not vouch for what the system says");
  const forged = await candor(["attest", "virtual:stock+forging-hardware", "--yes"], home);
  expect(forged.out).toContain("A signature is wrong.");
  const refused = await candor(["attest", "virtual:miui12+refusing-hardware", "--yes"], home);
  expect(refused.out).toContain("did not vouch for anything");
  expect(refused.out.replaceAll(/\s+/g, " ")).toContain("it came with Android 14");
}, 60_000);

test("a request that was saved alone is verified; a capture has no hardware to ask", async () => {
  const file = join(folder, "request.pem");
  writeFileSync(file, p256Request);
  const published = Array.from({ length: 32 }, (_, i) => (i + 1).toString(16).padStart(2, "0")).join("");
  const good = await candor(["attest", "verify", file, "--challenge", published], env);
  expect(good.out).toContain("Every key signed the next");
  expect(good.out).toContain("Stage 1: component_name, mode normal");
  expect(good.code).toBe(1);
  const other = await candor(["attest", "verify", file, "--challenge", "00"], env);
  expect(other.out).toContain("It was made with another challenge.");
  const capture = join(folder, "phone.candor");
  await candor(["capture", capture, "--from", "virtual:stock", "--no-apps"], env);
  const { code, err } = await candor(["attest", capture, "--yes"], env);
  expect(code).toBe(3);
  expect(err).toContain("Connect the phone");
}, 60_000);
