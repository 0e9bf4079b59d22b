import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createPhone, findModel } from "../../src/phone/models/index.ts";
import { installPcapdroid } from "../../src/phone/traffic/pcapdroid.ts";
import { withTool } from "../tools.ts";
import { ask, text } from "./phone-source.ts";

const begin = Date.UTC(2026, 6, 1, 10);
const control = "-n com.emanuelef.remote_capture/.activities.CaptureCtrl";
const start = `am start -e action start -e pcap_dump_mode pcap_file -e pcap_name x.pcap -e dump_extensions true ${control}`;
const file = "/sdcard/Download/PCAPdroid/x.pcap";

function phoneAt(): { readonly phone: ReturnType<typeof createPhone>; wait(ms: number): void } {
  let now = begin;
  const phone = createPhone("hyperos+pcapdroid", { now: () => now });
  return { phone, wait: (ms) => (now += ms) };
}

const sizeOf = async (phone: ReturnType<typeof createPhone>) => Number(await text(phone, `stat -c %s ${file}`));

test("what is installed besides a model stands behind its name, and unknown words are refused", async () => {
  expect(findModel("hyperos+nothing")).toBeNull();
  expect(findModel("nokia+pcapdroid")).toBeNull();
  expect(await text(createPhone("stock"), "pm list packages com.emanuelef")).toBe("");
  expect(await text(phoneAt().phone, "pm list packages com.emanuelef")).toContain("com.emanuelef.remote_capture");
});

test("a capture grows with the phone's clock from its start to its stop", async () => {
  const { phone, wait } = phoneAt();
  expect(await text(phone, start)).toContain("Starting: Intent");
  expect(await sizeOf(phone)).toBe(24);
  wait(10_000);
  const half = await sizeOf(phone);
  wait(10_000);
  const whole = await sizeOf(phone);
  expect(half).toBeGreaterThan(24);
  expect(whole).toBeGreaterThan(half);
  await text(phone, `am start -e action stop ${control}`);
  wait(60_000);
  expect(await sizeOf(phone)).toBe(whole);
});

test("only the apps of the filter are in it, and an owner who says no gets no file", async () => {
  const { phone, wait } = phoneAt();
  await text(phone, `${start} -e app_filter com.whatsapp`);
  wait(20_000);
  const bytes = (await ask(phone, `cat ${file}`)).stdout;
  expect(Buffer.from(bytes).includes("whatsapp.net")).toBe(true);
  expect(Buffer.from(bytes).includes("miui.com")).toBe(false);
  const other = createPhone("stock", { now: () => begin });
  installPcapdroid(other.state, "deny");
  await text(other, start);
  expect((await ask(other, `stat ${file}`)).exitCode).toBe(1);
});

test("what the phone counts goes up by what was sent, what went past the capture among it", async () => {
  const { phone, wait } = phoneAt();
  const sent = async () =>
    new Map(
      [...(await text(phone, "dumpsys netstats detail")).matchAll(/uid=(\d+).*?tb=(\d+)/gs)].map(([, uid, tb]) => [
        uid,
        Number(tb),
      ]),
    );
  const before = await sent();
  wait(20_000);
  const after = await sent();
  const vending = String(phone.state.packages.get("com.android.vending")?.appId);
  expect(after.get(vending)).toBeGreaterThan(before.get(vending) ?? Number.NaN);
  expect(after.size).toBe(before.size);
});

withTool("tshark")("tshark reads the capture without a complaint", async (tshark) => {
  const { phone, wait } = phoneAt();
  await text(phone, start);
  wait(20_000);
  const folder = mkdtempSync(join(tmpdir(), "candor-capture-"));
  try {
    writeFileSync(join(folder, "x.pcap"), (await ask(phone, `cat ${file}`)).stdout);
    const fields = [
      "-T",
      "fields",
      "-e",
      "tls.handshake.extensions_server_name",
      "-e",
      "http.host",
      "-e",
      "_ws.malformed",
    ];
    const names = execFileSync(tshark, ["-r", join(folder, "x.pcap"), ...fields], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    expect(names).toContain("tracking.intl.miui.com");
    expect(names).toContain("api.turbocleaner.example");
    expect(names).not.toContain("Malformed");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
