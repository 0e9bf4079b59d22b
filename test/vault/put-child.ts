// Puts a folder into a vault again and again in a process of its own, which the tests end at any moment: VAULT SOURCE ROUNDS [slowly].
// Slowly, so that a thread comes to seal what is put. Says "done <snapshot>" for each snapshot that is reported done, or the code of what went wrong.
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as rest } from "node:timers/promises";
import { VaultError } from "../../src/core/errors.ts";
import type { Entry } from "../../src/vault/entry.ts";
import { folderEntries } from "../../src/vault/folder-entries.ts";
import { folderPlace } from "../../src/vault/folder-place.ts";
import { forgetSnapshots } from "../../src/vault/forget.ts";
import { pruneRepository } from "../../src/vault/prune.ts";
import { putFiles } from "../../src/vault/put.ts";
import { openRepository } from "../../src/vault/repository.ts";
import { readSnapshots } from "../../src/vault/restic-snapshot.ts";
import { noise } from "./tree-maker.ts";

const [vault = "", source = "", rounds = "1", pace = ""] = process.argv.slice(2);

async function* slowEntries(): AsyncGenerator<Entry> {
  for await (const entry of folderEntries([source])) {
    const { open, ...rest } = entry;
    yield open ? { ...rest, open: (signal) => afterRest(open(signal)) } : entry;
  }
}

async function* afterRest(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  await rest(120);
  yield* content;
}

try {
  const repository = await openRepository(folderPlace(vault), process.env["CANDOR_PASSPHRASE"] ?? "", {
    packSize: 65_536,
  });
  for (let round = 0; round < Number(rounds); round++) {
    const name = readdirSync(source)[round % 7] ?? "";
    rmSync(join(source, name), { force: true });
    for (const [part, bytes] of [1000, 200_000].entries())
      writeFileSync(
        join(source, `new ${process.pid} ${round} ${part}`),
        noise(bytes, `${process.pid} ${round} ${part}`),
      );
    const options = { time: new Date(), paths: [source], hostname: "here" };
    const { snapshot } =
      pace === "slowly"
        ? await putFiles(repository, slowEntries(), { ...options, threadAfter: 1 })
        : await putFiles(repository, folderEntries([source]), options);
    process.stdout.write(`done ${snapshot.id}\n`);
    if (round % 2 === 0) continue;
    const [oldest, ...others] = await readSnapshots(repository);
    if (!oldest || others.length < 2) continue;
    process.stdout.write(`forget ${oldest.id}\n`);
    await forgetSnapshots(repository, [oldest.id]);
    await pruneRepository(repository, { mostUnused: 0 });
  }
} catch (error) {
  process.stdout.write(`${error instanceof VaultError ? error.code : String(error)}\n`);
}
