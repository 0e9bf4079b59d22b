import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadEngines } from "../../src/centre/app-engines.ts";
import { inspectApps } from "../../src/centre/inspect-apps.ts";
import vulnerableLibraries from "../../src/checks/vulnerable-libraries.ts";
import { answer } from "../../src/core/judge.ts";
import { snapshotSchema } from "../../src/core/snapshot.ts";
import { appInspections } from "../../src/facts/app-inspections.ts";
import { signerRing } from "../../src/phone/apk/signer-ring.ts";
import { writeApk } from "../../src/phone/apk/write-apk.ts";
import { createPhone } from "../../src/phone/models/index.ts";
import { packageApk } from "../../src/phone/models/package-apk.ts";
import { phoneSource } from "../phone/phone-source.ts";

test("a library whose version stands in an app of a phone is told of with its holes", async () => {
  const folder = await mkdtemp(join(tmpdir(), "candor-libraries-"));
  try {
    const phone = createPhone("stalked", { now: () => Date.UTC(2026, 5, 1) });
    const { packages, files } = phone.state;
    const app = [...packages.values()].find(({ apk, splits }) => apk.startsWith("/data/") && splits === undefined);
    if (!app) throw new Error("the model has changed");
    for (const { name } of [...packages.values()]) if (![app.name, "android"].includes(name)) packages.delete(name);
    const note = "version=2.8.6\ngroupId=com.google.code.gson\nartifactId=gson\n";
    const spec = packageApk(app, {
      files: {
        "META-INF/maven/com.google.code.gson/gson/pom.properties": new TextEncoder().encode(note),
        "lib/arm64-v8a/libbulk.so": new Uint8Array(400_000).fill(7),
      },
      dex: [{ classes: ["com.google.gson.Gson", `${app.name}.Main`] }],
    });
    const apk = await writeApk({ ...spec, signer: await signerRing()({ commonName: "Maker" }) });
    files.plant(app.apk, { mode: 0o644, mtime: app.timeStamp, body: apk });
    const found = await inspectApps(phoneSource(phone), { dataFolder: folder, engines: await loadEngines(folder, []) });
    expect(found.apps.find((each) => each.package === app.name)?.libraries).toContainEqual({
      name: "Gson",
      coordinate: "com.google.code.gson:gson",
      version: "2.8.6",
    });
    const outcome = answer(
      vulnerableLibraries,
      {
        schema: snapshotSchema,
        candor: "0",
        source: { kind: "phone", name: "x" },
        takenAt: null,
        facts: { [appInspections.id]: { state: "read", value: found, from: [] } },
      },
      [],
    );
    expect(outcome.state).toBe("fail");
    expect(
      outcome.findings?.map(({ message, evidence }) => [
        message.includes("Gson 2.8.6"),
        JSON.stringify(evidence).includes("CVE-2022-25647"),
      ]),
    ).toEqual([[true, true]]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 60_000);
