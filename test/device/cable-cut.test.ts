import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectedPhone } from "../../src/centre/change-facts.ts";
import { changeRecords, openRecord } from "../../src/centre/change-records.ts";
import { applyChanges, planChanges, resumeChanges, undoChanges } from "../../src/centre/changes.ts";
import { Journal } from "../../src/centre/journal.ts";
import type { ActionCall } from "../../src/core/action.ts";
import { DeviceError } from "../../src/core/errors.ts";
import type { Source } from "../../src/core/source.ts";
import { openTcpPhone } from "../../src/device/adb-tcp.ts";
import { serve } from "../../src/phone/daemon.ts";
import { type Listener, listen } from "../../src/phone/listen.ts";
import { createPhone } from "../../src/phone/models/index.ts";
import { cutWire } from "../../src/phone/modes.ts";
import { phoneServices } from "../../src/phone/services.ts";
import type { Wire } from "../../src/phone/wire.ts";
import { candor } from "../cli/run.ts";
import { adbClient } from "../phone/adb-client.ts";
import { withTool } from "../tools.ts";

// Changes over the real protocol, with the cable pulled after so many bytes: the journal always leads to all done or all undone.

const now = () => Date.UTC(2026, 10, 22);
const phone = createPhone("stock", { now });
const { global } = phone.state.settings;
const calls = ["a", "b", "c"].map(
  (key): ActionCall => ({ action: "set-global-setting", params: { key: `candor_${key}`, value: key } }),
);
const state = () => ["a", "b", "c"].filter((key) => global.get(`candor_${key}`) === key).join("");

/** Where each connection is cut, in bytes to the computer or to the phone. */
interface Cut {
  readonly toComputer?: number;
  readonly toPhone?: number;
}

/** What went over a connection when a command that changes something came in. */
interface Passed {
  toComputer: number;
  toPhone: number;
}

let folder = "";
let cut: Cut = {};
let passed: Passed = { toComputer: 0, toPhone: 0 };
/** `passed` at each command that changes something. */
let marks: Passed[] = [];
let listener: Listener;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "candor-cable-"));
  const services = phoneServices(phone);
  listener = await listen((wire) =>
    serve(through(wire), {
      banner: phone.banner,
      services: (name) => {
        if (/settings (?:put|delete)/.test(name)) marks.push({ ...passed });
        return services(name);
      },
    }),
  );
});
afterAll(async () => {
  await listener.close();
  await rm(folder, { recursive: true, force: true });
});

/** The wire, counted, and cut where it is to be. */
function through(wire: Wire): Wire {
  passed = { toComputer: 0, toPhone: 0 };
  const counts = passed;
  const counted: Wire = {
    incoming: upTo(wire, cut.toPhone ?? Number.POSITIVE_INFINITY, counts),
    send: (parts) => {
      counts.toComputer += parts.reduce((sum, part) => sum + part.length, 0);
      wire.send(parts);
    },
    close: () => wire.close(),
  };
  return cut.toComputer === undefined ? counted : cutWire(counted, cut.toComputer);
}

async function* upTo(wire: Wire, limit: number, counts: Passed): AsyncGenerator<Uint8Array> {
  for await (const chunk of wire.incoming) {
    const room = limit - counts.toPhone;
    counts.toPhone += chunk.length;
    yield chunk.subarray(0, room);
    if (chunk.length >= room) break;
  }
  wire.close();
}

const address = () => `127.0.0.1:${listener.port}`;
const connect = () => openTcpPhone({ address: address(), keys: { ownKey: join(folder, "key") }, takenAt: now() });

async function withSource<T>(work: (source: Source) => Promise<T>): Promise<T> {
  const source = await connect();
  try {
    return await work(source);
  } finally {
    await source.close();
  }
}

/** Applies the changes through the cut cable; whether it came to its end. */
async function applied(journal: Journal): Promise<boolean> {
  try {
    await withSource(async (source) => await applyChanges(source, journal, await planChanges(source, calls)));
    return true;
  } catch (error) {
    if (error instanceof DeviceError) return false;
    throw error;
  } finally {
    cut = {};
  }
}

/** What a plan and its application take on a whole cable, and where its first and its last command are. */
async function measured(journal: Journal) {
  marks = [];
  expect(await applied(journal)).toBe(true);
  const whole = { ...passed };
  const [first] = marks;
  const last = marks.at(-1);
  if (!first || !last) throw new Error("no change was made");
  await withSource(async (source) => {
    const record = changeRecords(journal.entries).at(-1);
    if (record) await undoChanges(source, journal, record);
  });
  expect(state()).toBe("");
  return { first, last, whole };
}

test.each(["toComputer", "toPhone"] as const)(
  "a cable cut at any byte %s leaves all done or all undone",
  async (way) => {
    const journal = await Journal.open(join(folder, way), { now });
    const { first, last, whole } = await measured(journal);
    // Every byte of the exchange in which something is changed, and some of what goes before and comes after.
    const offsets = [...Array(whole[way] + 1).keys()].filter(
      (at) => (at >= first[way] - 50 && at <= last[way] + 150) || at % 97 === 0,
    );
    let interruptions = 0;
    for (const [i, at] of offsets.entries()) {
      cut = { [way]: at };
      const ended = await applied(journal);
      const back = i % 2 === 0;
      await withSource(async (source) => {
        const open = openRecord(changeRecords(journal.entries), await connectedPhone(source));
        if (!open) {
          expect(state(), `cut at ${at}`).toBe(ended ? "abc" : "");
        } else {
          interruptions++;
          if (back) await undoChanges(source, journal, open);
          else await resumeChanges(source, journal, open);
          expect(state(), `cut at ${at}, back: ${back}`).toBe(back ? "" : "abc");
        }
        const made = changeRecords(journal.entries).findLast(({ body }) => body.do === "apply");
        if (state() !== "" && made) await undoChanges(source, journal, made);
        expect(state(), `cut at ${at}`).toBe("");
      });
    }
    await journal.close();
    expect(interruptions).toBeGreaterThan(50);
  },
  120_000,
);

withTool("adb")("the real adb sees what Candor says it did, and what it took back", async (adb) => {
  const client = await adbClient(() => [adb]);
  try {
    await client.run(["connect", address()]);
    const seen = async () => {
      const values = await Promise.all(
        ["a", "b", "c"].map((key) => client.run(["-s", address(), "shell", `settings get global candor_${key}`])),
      );
      return values.map(({ stdout }) => stdout.toString().trim()).join(" ");
    };
    const home = join(folder, "home");
    const journal = await Journal.open(home, { now });
    expect(await applied(journal)).toBe(true);
    await journal.close();
    expect(await seen()).toBe("a b c");
    const env = { CANDOR_HOME: home, ANDROID_ADB_SERVER_PORT: String(client.port), ANDROID_ADB_SERVER_ADDRESS: "" };
    const { out, code } = await candor(["undo", "0/2", "--yes", "--serial", address()], env);
    expect(out).toContain("1 of 1 taken back");
    expect(code).toBe(0);
    expect(await seen()).toBe("a null c");
    expect((await candor(["undo", "--all", "--yes", "--address", address()], env)).code).toBe(0);
    expect(await seen()).toBe("null null null");
  } finally {
    await client.close();
  }
});
