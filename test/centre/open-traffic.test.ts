import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openTraffic } from "../../src/centre/open-traffic.ts";

const synthetic = join(import.meta.dirname, "../../../shared/traffic/synthetic");
const folder = mkdtempSync(join(tmpdir(), "candor-traffic-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("files are joined: packages first, counts apart, and progress ends at all bytes", async () => {
  const names = ["proc-net-tcp6.txt", "dumpsys-netstats-detail.txt", "pm-list-packages-U.txt", "pcapdroid.pcap"];
  const told: (readonly [number, number])[] = [];
  const { records, counted, packages } = await openTraffic(
    names.map((name) => join(synthetic, name)),
    { onProgress: (...both) => told.push(both) },
  );
  expect(packages?.size).toBe(10);
  expect(counted).toHaveLength(18);
  expect(records.map(({ record }) => [record.file, record.flows[1]?.app?.package])).toEqual([
    ["proc-net-tcp6.txt", "com.miui.analytics"],
    ["pcapdroid.pcap", "com.miui.analytics"],
  ]);
  const [read, all] = told.at(-1) ?? [];
  expect(read).toBe(all);
});

test("the digest is that of the file, and what is held in memory reads the same", async () => {
  const path = join(synthetic, "pcapdroid.csv");
  const bytes = readFileSync(path);
  const [onDisk] = (await openTraffic([path])).records;
  const [held] = (await openTraffic([{ name: "pcapdroid.csv", bytes, written: 0 }])).records;
  expect(held).toEqual(onDisk);
  const { createHash } = await import("node:crypto");
  expect(onDisk?.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
});

test("a log without a year takes that of its file, the one before where it would lie ahead of it, and says so", async () => {
  const path = join(folder, "log");
  writeFileSync(path, "Dec 31 10:00:00 dnsmasq[1]: query[A] a.example from 10.0.0.1\n");
  const yearOf = async (written: string) => {
    utimesSync(path, new Date(written), new Date(written));
    const [opened] = (await openTraffic([path])).records;
    expect(opened?.assumed).toHaveLength(1);
    return new Date(opened?.record.flows[0]?.start ?? 0).getUTCFullYear();
  };
  expect(await yearOf("2025-12-31T20:00:00Z")).toBe(2025);
  expect(await yearOf("2026-01-05T20:00:00Z")).toBe(2025);
  const clock = { year: 2020, offsetMinutes: 0 };
  const [opened] = (await openTraffic([path], { clock })).records;
  expect([opened?.record.flows[0]?.start, opened?.assumed]).toEqual([Date.parse("2020-12-31T10:00:00Z"), []]);
});

test("two counts of a phone tell what lies between them", async () => {
  const before = readFileSync(join(synthetic, "dumpsys-netstats-detail.txt"));
  const after = Buffer.from(before.toString().replace("tb=303", "tb=1303"));
  const { counted } = await openTraffic([
    { name: "after", bytes: after, written: 2 },
    { name: "before", bytes: before, written: 1 },
  ]);
  expect(counted).toMatchObject([{ uid: 1000, set: "background", bytesSent: 1000, bytesReceived: 0 }]);
});

test("what is no file, no record, or was cancelled is said so", async () => {
  await expect(openTraffic(["/dev/zero"])).rejects.toMatchObject({ code: "unreadable", message: /no file/ });
  await expect(openTraffic([join(folder, "absent")])).rejects.toMatchObject({
    code: "unreadable",
    message: /no such file/,
  });
  await expect(openTraffic([join(synthetic, "truth.json")])).rejects.toMatchObject({ code: "unreadable" });
  const signal = AbortSignal.abort("enough");
  await expect(openTraffic([join(synthetic, "pcapdroid.pcap")], { signal })).rejects.toMatchObject({
    code: "cancelled",
  });
});
