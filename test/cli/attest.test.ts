import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { normalChain } from "../formats/attestation-chains.ts";
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
