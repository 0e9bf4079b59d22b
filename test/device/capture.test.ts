import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { collect } from "../../src/core/collect.ts";
import { DeviceError } from "../../src/core/errors.ts";
import type { Output, Source } from "../../src/core/source.ts";
import { recordingSource, writeCapture } from "../../src/device/capture.ts";
import { openInput } from "../../src/device/open.ts";
import { globalSettings } from "../../src/facts/global-settings.ts";
import { properties } from "../../src/facts/properties.ts";
import { secureSettings } from "../../src/facts/secure-settings.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "candor-capture-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const limits = { timeoutMs: 1000, maxBytes: 1_000_000 };
const takenAt = Date.UTC(2026, 4, 4, 23, 30);
const bytes = (text: string) => new TextEncoder().encode(text);
const said = (stdout: string, exitCode: number | null = 0, stderr = ""): Output => ({
  stdout: bytes(stdout),
  stderr: bytes(stderr),
  exitCode,
});
const phoneAnswers = new Map<string, Output | DeviceError>([
  ["getprop", said("[a]: [b]\n")],
  ["pm list users", said("Users:\n\tUserInfo{0:Owner:c13} running\n")],
  ["settings list --user 0 secure", said("", 255, "SecurityException: no\n")],
  ["settings list global", new DeviceError("timeout", "The phone did not answer in time.", "Try again.")],
]);

/** A phone that answers four commands, in its own ways. */
const phone: Source = {
  kind: "phone",
  name: "SERIAL\u001b[31m",
  takenAt,
  async run(command) {
    const answer = phoneAnswers.get(command.join(" "));
    if (!answer) throw new DeviceError("refused", `not found: ${command.join(" ")}`);
    if (answer instanceof DeviceError) throw answer;
    return answer;
  },
  async close() {},
};
const facts = [properties, globalSettings, secureSettings];
const options = { version: "0" };

async function captured(name: string): Promise<string> {
  const recording = recordingSource(phone);
  await collect(recording, facts, options);
  const path = join(folder, name);
  await writeCapture(path, recording.recording(), "1.2.3");
  return path;
}

test("examining a capture reads the same facts as the phone, with the same refusals", async () => {
  const source = await openInput(await captured("a.candor"));
  expect([source.kind, source.takenAt]).toEqual(["capture", takenAt]);
  const live = await collect(phone, facts, options);
  const again = await collect(source, facts, options);
  expect(again.facts).toEqual(live.facts);
  expect(again.takenAt).toBe(live.takenAt);
  expect(live.facts["properties"]?.state).toBe("read");
  expect(live.facts["global-settings"]).toMatchObject({ state: "unknown", code: "timeout" });
  await expect(source.run(["settings", "list", "global"], limits)).rejects.toMatchObject({ next: "Try again." });
  const refused = await source.run(["settings", "list", "--user", "0", "secure"], limits);
  expect([refused.exitCode, new TextDecoder().decode(refused.stderr)]).toEqual([255, "SecurityException: no\n"]);
  await source.close();
});

test("what was never asked is absent", async () => {
  const source = await openInput(await captured("b.candor"));
  await expect(source.run(["id"], limits)).rejects.toMatchObject({ code: "absent" });
  await expect(source.run(["getprop"], { ...limits, maxBytes: 3 })).rejects.toMatchObject({ code: "too-large" });
  await source.close();
});

test("a capture of a capture is the same", async () => {
  const first = await captured("c.candor");
  const source = recordingSource(await openInput(first));
  const before = await collect(source, facts, options);
  const second = join(folder, "d.candor");
  await writeCapture(second, source.recording(), "1.2.3");
  await source.close();
  const again = await openInput(second);
  expect((await collect(again, facts, options)).facts).toEqual(before.facts);
  await again.close();
});

test("an answer that repeats itself without end is read back, though it packs like a zip bomb", async () => {
  const long = said(`${"A".repeat(3_000_000)}\n`);
  const recording = recordingSource({ ...phone, run: async () => long });
  await recording.run(["getprop"], { ...limits, maxBytes: 10_000_000 });
  const path = join(folder, "long.candor");
  await writeCapture(path, recording.recording(), "1");
  const source = await openInput(path);
  expect((await source.run(["getprop"], { ...limits, maxBytes: 10_000_000 })).stdout).toEqual(long.stdout);
  await source.close();
});

test("writes whole or not at all, for its owner alone", async () => {
  const path = await captured("e.candor");
  if (process.platform !== "win32") expect(statSync(path).mode & 0o777).toBe(0o600);
  writeFileSync(path, "old");
  await captured("e.candor");
  expect(readFileSync(path).subarray(0, 2).toString()).toBe("PK");
  const error = await writeCapture(join(folder, "no/such/place.candor"), recordingSource(phone).recording(), "1").catch(
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DeviceError);
  expect(readdirSync(folder).filter((name) => name.includes(".part"))).toEqual([]);
});

test("the same answers give the same bytes", async () => {
  expect(readFileSync(await captured("f.candor"))).toEqual(readFileSync(await captured("g.candor")));
});
