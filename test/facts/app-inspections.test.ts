import { expect, test } from "vitest";
import { exampleApp, exampleInspections, exampleSigner } from "../../src/checks/wording/app-examples.ts";
import { collect } from "../../src/core/collect.ts";
import { DeviceError } from "../../src/core/errors.ts";
import type { Fact } from "../../src/core/fact.ts";
import { appCertificates } from "../../src/facts/app-certificates.ts";
import { appInspections } from "../../src/facts/app-inspections.ts";

/** Reads facts from a phone whose apps were looked into with this outcome; or that says why not. */
async function read(answer: string | DeviceError, ...facts: readonly Fact<unknown>[]) {
  const snapshot = await collect(
    {
      kind: "phone",
      name: "example",
      takenAt: 0,
      run: async (command) => {
        if (command.join(" ") !== "candor apps") throw new DeviceError("absent", "not here");
        if (answer instanceof DeviceError) throw answer;
        return { stdout: new TextEncoder().encode(answer), stderr: new Uint8Array(), exitCode: 0 };
      },
      close: async () => {},
    },
    facts,
    { version: "0" },
  );
  return snapshot.facts;
}

const found = exampleInspections(
  exampleApp("com.example.a"),
  exampleApp("com.example.b", { signers: [exampleSigner({ sha256: "12".repeat(32), knownAs: "a public test key" })] }),
  exampleApp("com.example.c", { files: [], signers: [] }),
).appInspections;

test("what was found in the apps is read as it was written, and says where from", async () => {
  const facts = await read(`${JSON.stringify(found)}\n`, appInspections);
  expect(facts["app-inspections"]).toEqual({ state: "read", value: found, from: ["candor apps"] });
});

test("no app at all is no answer, and neither is half of one", async () => {
  for (const [text, reason] of [
    [`${JSON.stringify({ ...found, apps: [] })}\n`, /no app/],
    [JSON.stringify(found).slice(0, -1), /breaks off/],
  ] as const) {
    const fact = (await read(text, appInspections))["app-inspections"];
    expect(fact).toMatchObject({ state: "unknown", reason: expect.stringMatching(reason) });
  }
});

test("digests of files and certificates come from what was found; a key that anyone has tells of no maker", async () => {
  const facts = await read(`${JSON.stringify(found)}\n`, appCertificates);
  const file = ["ab".repeat(32)];
  expect(facts["app-certificates"]).toMatchObject({
    state: "read",
    value: [
      {
        name: "com.example.a",
        certificateSha1: ["cd".repeat(20)],
        certificateSha256: ["cd".repeat(32)],
        certificateMd5: ["cd".repeat(16)],
        fileSha256: file,
      },
      { name: "com.example.b", certificateSha1: [], certificateSha256: [], certificateMd5: [], fileSha256: file },
    ],
  });
});

test("where the apps were not looked into, both say that and nothing else", async () => {
  const facts = await read(
    new DeviceError("absent", "The apps were not looked into."),
    appInspections,
    appCertificates,
  );
  for (const id of ["app-inspections", "app-certificates"])
    expect(facts[id]).toMatchObject({ state: "unknown", code: "absent", reason: "The apps were not looked into." });
});
