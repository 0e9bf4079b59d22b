import { expect, test as plainTest, vi } from "vitest";
import { VaultError } from "../../src/core/errors.ts";
import { checkRepository } from "../../src/vault/check.ts";
import { forgetSnapshots } from "../../src/vault/forget.ts";
import type { Place } from "../../src/vault/place.ts";
import { pruneRepository, repairIndex } from "../../src/vault/prune.ts";
import { putFiles } from "../../src/vault/put.ts";
import {
  addKey,
  changePassphrase,
  initRepository,
  openRepository,
  type Repository,
  removeKey,
} from "../../src/vault/repository.ts";
import { removeLocks } from "../../src/vault/restic-lock.ts";
import { readSnapshots } from "../../src/vault/restic-snapshot.ts";
import { withTool } from "../tools.ts";
import {
  cheap,
  created,
  memoryEntries,
  memoryPlace,
  newFolder,
  passphrase,
  polynomial,
  runRestic,
  writeFiles,
} from "./repository-tools.ts";
import { noise } from "./tree-maker.ts";

// Every call of a place that changes something is a point at which the power may go. Each step of a vault's life is run once for each such
// point and each way of failing; after it the vault must be whole, and must hold every snapshot that was reported done.

type Files = Map<string, Uint8Array>;
const packSize = 256;
const second = "the second passphrase";
const third = "the third passphrase";

interface Step {
  readonly name: string;
  run(place: Place): Promise<void>;
  /** The passphrases of which one opens it afterwards, whatever happened. */
  readonly opens?: readonly string[];
  readonly forgets?: boolean;
}

const open = (place: Place, secret = passphrase) => openRepository(place, secret, { packSize });
const put = (seeds: readonly number[], day: number) => async (place: Place) => {
  const files = Object.fromEntries(
    seeds.map((seed) => [`folder ${seed % 3}/file ${seed}`, noise(900 + seed, `${seed}`)]),
  );
  const time = new Date(created.getTime() + day * 86_400_000);
  await putFiles(await open(place), memoryEntries(files, BigInt(day)), { time, paths: ["files"], hostname: "here" });
};
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);
const forgetOldest = async (place: Place, secret = passphrase) => {
  const repository = await open(place, secret);
  const [oldest] = await readSnapshots(repository);
  await forgetSnapshots(repository, oldest ? [oldest.id] : []);
};

const steps: readonly Step[] = [
  { name: "the first put", run: put(range(0, 60), 1) },
  { name: "a second put", run: put(range(40, 110), 2) },
  { name: "a third put", run: put([...range(0, 10), ...range(105, 150)], 3) },
  {
    name: "another key",
    run: async (place) => void (await addKey(await open(place), second, { created, cost: cheap })),
  },
  { name: "forget", run: forgetOldest, forgets: true },
  { name: "prune", run: async (place) => void (await pruneRepository(await open(place), { mostUnused: 0 })) },
  { name: "put after prune", run: put(range(0, 50), 4) },
  { name: "a new index", run: async (place) => void (await repairIndex(await open(place))) },
  { name: "forget again", run: forgetOldest, forgets: true },
  { name: "prune again", run: async (place) => void (await pruneRepository(await open(place))) },
  {
    name: "another passphrase",
    run: async (place) => void (await changePassphrase(await open(place, second), third, { created, cost: cheap })),
    opens: [passphrase],
  },
  {
    name: "a key less",
    run: async (place) => {
      const repository = await open(place, third);
      const { keyName } = await open(place);
      await removeKey(repository, keyName);
    },
    opens: [third],
  },
];

class PowerCut extends Error {}

const nothing = () => undefined;
/** How a call fails: nothing works any more; only writing fails, and goes on failing; or one call fails and the next do not. */
const ways = {
  "power cut before": (n: number) =>
    failing(
      (count) => count >= n,
      () => true,
      new PowerCut(),
    ),
  "full disk": (n: number) =>
    failing(
      (count) => count >= n,
      (what) => what.startsWith("put"),
      new VaultError("unwritable", "full"),
    ),
  "one failure": (n: number) =>
    failing(
      (count) => count === n,
      () => true,
      new VaultError("unreachable", "away"),
    ),
  // The call took effect, but nobody learnt of it.
  "lost answer": (n: number) =>
    failing(
      (count) => count === n,
      () => true,
      new VaultError("unreachable", "no answer"),
    ),
};

function failing(
  when: (count: number) => boolean,
  which: (what: string) => boolean,
  error: Error,
): (what: string) => void {
  let count = 0;
  return (what) => {
    if (when(count++) && which(what)) throw error;
  };
}

async function openAny(files: Files, secrets: readonly string[]): Promise<Repository> {
  for (const secret of secrets)
    try {
      return await open(memoryPlace(files), secret);
    } catch (error) {
      if (!(error instanceof VaultError && error.code === "wrong-passphrase")) throw error;
    }
  throw new Error("no passphrase opens it");
}

/** Whole, and nothing lost; gives its snapshots. */
async function demandWhole(
  files: Files,
  step: Step,
  before: readonly string[],
  title: string,
): Promise<readonly string[]> {
  const repository = await openAny(files, step.opens ?? [passphrase]);
  await removeLocks(repository);
  const { problems } = await checkRepository(repository, { readData: true });
  expect(
    problems.filter(({ grade }) => grade === "error"),
    title,
  ).toEqual([]);
  const after = (await readSnapshots(repository)).map(({ id }) => id);
  for (const id of step.forgets ? before.slice(1) : before) expect(after, title).toContain(id);
  return after;
}

async function countCalls(files: Files, step: Step): Promise<number> {
  let calls = 0;
  await step.run(memoryPlace(files, () => void calls++));
  return calls;
}

plainTest(
  "a power cut or full disk at any call loses nothing that was reported done",
  async () => {
    // The pause after locking is for others at the same place; there are none here.
    const later = setTimeout;
    vi.stubGlobal("setTimeout", (work: () => void) => later(work, 0));
    let points = 0;
    let files: Files = new Map();
    const options = { created, cost: cheap, polynomial, packSize };
    for (let n = 0; n < 2; n++) {
      const cut: Files = new Map();
      await expect(
        initRepository(memoryPlace(cut, ways["power cut before"](n)), passphrase, options),
      ).rejects.toThrow();
      await initRepository(memoryPlace(cut), passphrase, options);
      await open(memoryPlace(cut));
      points++;
    }
    await initRepository(memoryPlace(files), passphrase, options);
    for (const step of steps) {
      const before = (await readSnapshots(await openAny(files, [passphrase, third]))).map(({ id }) => id);
      const calls = await countCalls(new Map(files), step);
      for (const [way, fail] of Object.entries(ways))
        for (let n = 0; n < calls; n++) {
          const cut = new Map(files);
          await step
            .run(memoryPlace(cut, way === "lost answer" ? nothing : fail(n), way === "lost answer" ? fail(n) : nothing))
            .catch((error: unknown) => {
              if (!(error instanceof PowerCut || error instanceof VaultError)) throw error;
            });
          await demandWhole(cut, step, before, `${step.name}, ${way} ${n} of ${calls}`);
          points++;
          if (n % 10 !== 0 || step.opens) continue;
          // It can be done again, and then is.
          await step.run(memoryPlace(cut));
          await demandWhole(
            cut,
            { ...step, forgets: false },
            step.forgets ? [] : before,
            `${step.name} again after ${way} ${n}`,
          );
        }
      const whole = new Map(files);
      await step.run(memoryPlace(whole));
      files = whole;
    }
    vi.unstubAllGlobals();
    expect(points).toBeGreaterThan(1000);
  },
  600_000,
);

withTool("restic")(
  "restic finds nothing wrong after a power cut either",
  async (restic) => {
    const later = setTimeout;
    vi.stubGlobal("setTimeout", (work: () => void) => later(work, 0));
    let files: Files = new Map();
    await initRepository(memoryPlace(files), passphrase, { created, cost: cheap, polynomial, packSize });
    for (const step of steps.slice(0, 7)) {
      const calls = await countCalls(new Map(files), step);
      for (const n of [Math.floor(calls / 3), Math.floor((calls * 2) / 3)]) {
        const cut = new Map(files);
        await step.run(memoryPlace(cut, ways["power cut before"](n))).catch(() => undefined);
        for (const path of cut.keys()) if (path.startsWith("locks/")) cut.delete(path);
        const folder = newFolder();
        writeFiles(cut, folder);
        expect(runRestic(restic, folder, ["check", "--read-data"]), `${step.name} ${n}`).toContain(
          "no errors were found",
        );
      }
      const whole = new Map(files);
      await step.run(memoryPlace(whole));
      files = whole;
    }
    vi.unstubAllGlobals();
  },
  300_000,
);
