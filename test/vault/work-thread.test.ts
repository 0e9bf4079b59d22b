import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { VaultError } from "../../src/core/errors.ts";
import type { PayloadJob, PayloadThreadData } from "../../src/vault/age-worker.ts";
import { startWorkThread } from "../../src/vault/work-thread.ts";

const opener = () =>
  startWorkThread<PayloadJob, number>("age-worker", { does: "open", key: randomBytes(32) } satisfies PayloadThreadData);
const job = (): PayloadJob => ({
  batch: { first: 0, ends: true },
  input: new Uint8Array(new SharedArrayBuffer(40)),
  output: new Uint8Array(new SharedArrayBuffer(64)),
});

test("what a job throws reaches whoever gave it, as it was thrown, and the thread goes on", async () => {
  const thread = opener();
  const [first, second] = [thread.run(job()), thread.run({ ...job(), batch: null } as unknown as PayloadJob)];
  await expect(first).rejects.toBeInstanceOf(VaultError);
  await expect(first).rejects.toMatchObject({ code: "damaged", message: expect.stringContaining("changed") });
  await expect(second).rejects.not.toBeInstanceOf(VaultError);
  expect(thread.ready).toBe(true);
  await thread.close();
});

test("jobs of a thread that is ended, broke off or never stood are answered, and so are later ones", async () => {
  const ended = opener();
  const waiting = ended.run(job());
  await Promise.all([expect(waiting).rejects.toThrow("ended"), ended.close()]);
  await expect(ended.run(job())).rejects.toThrow("ended");
  expect(ended.ready).toBe(false);
  const none = startWorkThread<number, number>("no-such-module", null);
  await expect(none.run(1)).rejects.toThrow("broke off");
  await expect(none.run(2)).rejects.toThrow("broke off");
  await none.close();
});
