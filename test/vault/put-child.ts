// Puts a folder into a vault again and again in a process of its own, which the tests end at any moment: VAULT SOURCE ROUNDS.
// Says "done <snapshot>" for each snapshot that is reported done, or the code of what went wrong.
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { VaultError } from "../../src/core/errors.ts";
import { folderEntries } from "../../src/vault/folder-entries.ts";
import { folderPlace } from "../../src/vault/folder-place.ts";
import { forgetSnapshots } from "../../src/vault/forget.ts";
import { pruneRepository } from "../../src/vault/prune.ts";
import { putFiles } from "../../src/vault/put.ts";
import { openRepository } from "../../src/vault/repository.ts";
import { readSnapshots } from "../../src/vault/restic-snapshot.ts";
import { noise } from "./tree-maker.ts";

const [vault = "", source = "", rounds = "1"] = process.argv.slice(2);
try {
  const repository = await openRepository(folderPlace(vault), process.env["CANDOR_PASSPHRASE"] ?? "", {
    packSize: 65_536,
  });
  for (let round = 0; round < Number(rounds); round++) {
    const name = readdirSync(source)[round % 7] ?? "";
    rmSync(join(source, name), { force: true });
    writeFileSync(join(source, `new ${process.pid} ${round}`), noise(200_000, `${process.pid} ${round}`));
    const entries = folderEntries([source]);
    const { snapshot } = await putFiles(repository, entries, { time: new Date(), paths: [source], hostname: "here" });
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
