// One verb of the vault in a process of its own, as bench/vault.ts measures it: VERB VAULT [ARGUMENT]; answers seconds and megabytes.
import { enableCompileCache } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

// As the command line keeps its compiled modules.
enableCompileCache(join(tmpdir(), "candor-bench-compiled"));
const [
  { checkRepository },
  { folderEntries },
  { folderPlace },
  { putFiles },
  repositories,
  snapshots,
  { restoreSnapshot },
] = await Promise.all([
  import("../src/vault/check.ts"),
  import("../src/vault/folder-entries.ts"),
  import("../src/vault/folder-place.ts"),
  import("../src/vault/put.ts"),
  import("../src/vault/repository.ts"),
  import("../src/vault/restic-snapshot.ts"),
  import("../src/vault/restore.ts"),
]);
const { initRepository, openRepository } = repositories;
const { findSnapshot } = snapshots;

const [verb = "", vault = "", argument = ""] = process.argv.slice(2);
const passphrase = process.env["CANDOR_PASSPHRASE"] ?? "";
const began = performance.now();
const place = folderPlace(vault);
const verbs: Readonly<Record<string, () => Promise<void>>> = {
  async init() {
    await initRepository(place, passphrase, { created: new Date() });
  },
  async put() {
    const entries = folderEntries([argument]);
    const repository = await openRepository(place, passphrase);
    await putFiles(repository, entries, { time: new Date(), paths: [argument], hostname: "bench" });
  },
  async check() {
    const { problems } = await checkRepository(await openRepository(place, passphrase), { readData: true });
    if (problems.length > 0) throw new Error(JSON.stringify(problems));
  },
  async restore() {
    const repository = await openRepository(place, passphrase);
    const { failed } = await restoreSnapshot(repository, await findSnapshot(repository, "latest"), argument);
    if (failed.length > 0) throw new Error(JSON.stringify(failed));
  },
};
await verbs[verb]?.();
const seconds = (performance.now() - began) / 1000;
const { user, system } = process.cpuUsage();
console.log(JSON.stringify({ seconds, cpu: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1000 }));
