import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openPrivate } from "../../src/centre/private-store.ts";
import { findRecord, keptRecords, markTraffic, readNotes } from "../../src/centre/traffic-notes.ts";
import { type RecordEvent, type RecordOptions, recordTraffic } from "../../src/centre/traffic-record.ts";
import { DeviceError } from "../../src/core/errors.ts";
import type { Source } from "../../src/core/source.ts";
import { nodePacketCrypto } from "../../src/device/node-crypto.ts";
import { createPhone } from "../../src/phone/models/index.ts";
import { installPcapdroid } from "../../src/phone/traffic/pcapdroid.ts";
import { createCaptureReader } from "../../src/traffic/capture-flows.ts";
import { phoneSource, text } from "../phone/phone-source.ts";

let dataFolder = "";
let now = 0;
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), "candor-record-"));
  now = Date.UTC(2026, 6, 1, 10);
});
afterEach(() => rmSync(dataFolder, { recursive: true, force: true }));

const place = () => ({ dataFolder, now: () => now, process: { env: {} } });

/** The phone's clock goes on with each command that it gets. */
function ticking(source: Source, ms: number, onRun: (command: readonly string[]) => void = () => {}): Source {
  return {
    ...source,
    run: async (command, options) => {
      now += ms;
      onRun(command);
      return await source.run(command, options);
    },
  };
}

async function options(more: Partial<RecordOptions> = {}): Promise<RecordOptions> {
  const store = await openPrivate(place());
  const ended = new AbortController().signal;
  return {
    store,
    apps: [],
    leave: false,
    forMs: 60_000,
    ended,
    now: () => now,
    onEvent: () => {},
    everyMs: 1,
    ...more,
  };
}

const phoneWith = () => createPhone("hyperos+pcapdroid", { now: () => now });

test("a recording is fetched whole, kept with what the phone counted, and removed from the phone", async () => {
  const phone = phoneWith();
  const events: RecordEvent[] = [];
  const recorded = await recordTraffic(
    ticking(phoneSource(phone), 3000),
    await options({ onEvent: (event) => events.push(event) }),
  );
  expect(recorded).toMatchObject({ whole: true, leftOnPhone: false, broken: null });
  expect(events.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["waiting", "recording", "counts", "fetching"]),
  );
  const store = await openPrivate(place());
  expect(await keptRecords(store)).toEqual([recorded.place.kind === "kept" ? recorded.place.id : ""]);
  const reader = createCaptureReader("x.pcap", nodePacketCrypto);
  reader.push(readFileSync(recorded.path));
  const { flows } = reader.end();
  expect(flows.some(({ host, app }) => host === "tracking.intl.miui.com" && app?.label === "Analytics")).toBe(true);
  const notes = await readNotes(store, recorded.place);
  const vending = phone.state.packages.get("com.android.vending")?.appId ?? 0;
  expect(notes.counted.some(({ uid }) => uid === vending)).toBe(true);
  expect(new Map(notes.packages).get(vending)).toContain("com.android.vending");
  expect(await text(phone, "ls /sdcard/Download/PCAPdroid")).toBe("");
});

test("marks from elsewhere find the recording that runs, and stay", async () => {
  let marked = false;
  const source = ticking(phoneSource(phoneWith()), 3000);
  const recorded = await recordTraffic(
    source,
    await options({
      out: join(dataFolder, "mine.pcap"),
      onEvent: ({ kind }) => {
        if (kind !== "counts" || marked) return;
        marked = true;
        void markTraffic(place(), "refused", {});
      },
      everyMs: 20,
    }),
  );
  expect(recorded.marks).toMatchObject([{ kind: "refused", text: "refused", app: null }]);
  const store = await openPrivate(place());
  const found = await findRecord(store, join(dataFolder, "mine.pcap"));
  expect(found && (await readNotes(store, found)).marks).toHaveLength(1);
  await markTraffic(place(), "opened the map", { record: join(dataFolder, "mine.pcap"), at: 5 });
  expect(found && (await readNotes(store, found)).marks.map(({ kind }) => kind)).toEqual(["note", "refused"]);
});

test("a phone that vanishes leaves what had come", async () => {
  let calls = 0;
  const source = ticking(phoneSource(phoneWith()), 3000, (command) => {
    if (command.join(" ").includes(".pending") && ++calls > 6)
      throw new DeviceError("gone", "The phone was disconnected.");
  });
  const recorded = await recordTraffic(source, await options());
  expect(recorded.broken).toBe("The phone was disconnected.");
  expect(recorded.bytes).toBeGreaterThan(24);
  expect(recorded.counted).toBeNull();
  expect(readFileSync(recorded.path).length).toBe(recorded.bytes);
});

test("without PCAPdroid it is said how to get it, and without permission what to tap", async () => {
  const stock = createPhone("stock", { now: () => now });
  const refusal = await recordTraffic(phoneSource(stock), await options()).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: "refused", next: expect.stringContaining("f-droid.org") });
  installPcapdroid(stock.state, "deny");
  const denied = await recordTraffic(ticking(phoneSource(stock), 10_000), await options()).catch(
    (error: unknown) => error,
  );
  expect(denied).toMatchObject({ code: "refused", next: expect.stringContaining("Allow") });
});

test("a mark without any record is refused, and so are notes that were tampered with", async () => {
  await expect(markTraffic(place(), "refused", {})).rejects.toMatchObject({ code: "refused" });
  const store = await openPrivate(place());
  await store.write("traffic/a.pcap.candor-notes.json", '{"schema":"candor.traffic-notes/1"}');
  await expect(readNotes(store, { kind: "kept", id: "a.pcap" })).rejects.toMatchObject({ code: "damaged" });
});
