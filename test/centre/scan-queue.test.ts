// When a further worker is started for a scan, and when not.
import { expect, test } from "vitest";
import type { ScanInput } from "../../src/centre/scan-inputs.ts";
import { ScanQueue } from "../../src/centre/scan-queue.ts";

const megabyte = 1024 * 1024;
const input = (path: string, size: number) => ({ state: "file", path, size, modified: null }) as unknown as ScanInput;
const never = new AbortController().signal;

async function* inputs(...sizes: readonly number[]) {
  for (const [n, size] of sizes.entries()) yield input(String(n), size);
}

async function drain(queue: ScanQueue): Promise<string[]> {
  const paths: string[] = [];
  for (let next = await queue.next(never); next; next = await queue.next(never)) paths.push(next.path);
  return paths;
}

test("a few small files are left to one worker, which takes all in their order", async () => {
  const queue = new ScanQueue(inputs(megabyte, megabyte, megabyte));
  const second = queue.enoughFor(1, never);
  expect(await drain(queue)).toEqual(["0", "1", "2"]);
  expect(await second).toBe(false);
});

test("each further worker starts where there is enough for it", async () => {
  const queue = new ScanQueue(inputs(...Array.from({ length: 10 }, () => 10 * megabyte)));
  expect(await queue.enoughFor(1, never)).toBe(true);
  expect(await queue.enoughFor(2, never)).toBe(true);
  const third = queue.enoughFor(3, never);
  expect((await drain(queue)).length).toBe(10);
  expect(await third).toBe(false);
});

test("a further worker starts where small files take long", async () => {
  const queue = new ScanQueue(inputs(1, 1));
  await queue.next(never);
  expect(await queue.enoughFor(1, never)).toBe(true);
}, 10_000);

test("a list that pauses keeps nothing from the first worker", async () => {
  let go = () => {};
  async function* slow() {
    yield input("first", 1);
    await new Promise<void>((resolve) => {
      go = resolve;
    });
    yield input("second", 1);
  }
  const queue = new ScanQueue(slow());
  const second = queue.enoughFor(1, never);
  expect((await queue.next(never))?.path).toBe("first");
  const next = queue.next(never);
  setTimeout(() => go(), 20);
  expect((await next)?.path).toBe("second");
  expect(await queue.next(never)).toBeUndefined();
  expect(await second).toBe(false);
});

test("a stopped run waits for nothing", async () => {
  const stop = new AbortController();
  const queue = new ScanQueue(
    (async function* () {
      await new Promise(() => {});
      yield input("never", 1);
    })(),
  );
  const [first, second] = [queue.next(stop.signal), queue.enoughFor(1, stop.signal)];
  stop.abort();
  expect(await first).toBeUndefined();
  expect(await second).toBe(false);
});

test("a list that cannot be read is told to all who wait", async () => {
  const queue = new ScanQueue(
    (async function* () {
      yield await Promise.reject(new Error("the list is gone"));
    })() as AsyncGenerator<ScanInput>,
  );
  const all = await Promise.allSettled([queue.next(never), queue.enoughFor(1, never)]);
  expect(all[0]).toMatchObject({ status: "rejected", reason: { message: "the list is gone" } });
});
