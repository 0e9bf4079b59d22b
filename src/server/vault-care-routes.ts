import type { z } from "zod";
import { demandGood } from "../centre/privacy-lock.ts";
import type { SealedNames } from "../centre/sealed-names.ts";
import { compareSnapshots, type SnapshotComparison } from "../centre/vault-compare.ts";
import { carryOutForget, type ForgetWish, planForget, seenInPlan } from "../centre/vault-forget.ts";
import { changePassphraseOf, keyList } from "../centre/vault-keys.ts";
import { addVaultKey, removeVaultKey } from "../centre/vault-make.ts";
import { pruneIn } from "../centre/vault-use.ts";
import { VaultError } from "../core/errors.ts";
import { digestOf } from "./agreed.ts";
import type { Api } from "./api.ts";
import type { ServerContext } from "./context.ts";
import { shownSnapshot } from "./vault-browse-routes.ts";
import {
  changedKey,
  compareQuery,
  comparisonShape,
  forgetAgreed,
  forgetPlanShape,
  forgetWish,
  forgottenShape,
  keysShape,
  newKey,
  prunedShape,
} from "./vault-care-shapes.ts";
import { vaultJob } from "./vault-work-routes.ts";

/** Differences of each kind that are told by name. */
const mostDifferences = 300;

/** What keeps a vault in order: which snapshots stay, freeing room, its keys, and what differs between two snapshots. */
export function vaultCareRoutes(api: Api, context: ServerContext): void {
  forgetting(api, context);
  pruning(api, context);
  keys(api, context);
  comparing(api, context);
}

function forgetting(api: Api, context: ServerContext): void {
  const { vaults } = context;
  const start = vaultJob(context);
  api.post(
    "/vaults/:vault/forget/plan",
    { about: "Says which snapshots would go, and why the others stay", body: forgetWish, answer: forgetPlanShape },
    async ({ param, body, signal }) =>
      await vaults.visit(param("vault"), signal, async ({ desk, vault }) => {
        const decisions = await planForget(desk, vault, wishOf(body));
        return {
          digest: digestOf(seenInPlan(decisions)),
          decisions: [...decisions]
            .reverse()
            .map(({ snapshot, ...rest }) => ({ snapshot: shownSnapshot(snapshot), ...rest })),
        };
      }),
  );
  api.job(
    "/vaults/:vault/forget",
    {
      about: "Removes the snapshots that a plan lets go; refused where the plan would be another one by now",
      body: forgetAgreed,
      answer: forgottenShape,
    },
    ({ param, body }) =>
      start("forget", param("vault"), async ({ desk, vault }, _, step) => {
        const decisions = await planForget(desk, vault, wishOf(body.wish));
        if (digestOf(seenInPlan(decisions)) !== body.agreed)
          throw new VaultError(
            "refused",
            "The snapshots of the vault have changed since they were shown; nothing was removed.",
            "Look at the list again and agree to it.",
          );
        return await carryOutForget(desk, vault, decisions, (done, of) => step("", done, of));
      }),
  );
}

/** @throws VaultError `absent` */
function wishOf({ snapshots, keep }: z.output<typeof forgetWish>): ForgetWish {
  if (snapshots !== undefined) return { snapshots };
  return { keep: keep ?? {} };
}

function pruning(api: Api, context: ServerContext): void {
  const start = vaultJob(context);
  for (const dryRun of [true, false])
    api.job(
      dryRun ? "/vaults/:vault/prune/look" : "/vaults/:vault/prune",
      {
        about: dryRun
          ? "Says how much room is taken by what no snapshot needs; changes nothing"
          : "Frees the room of what no snapshot needs; it can be stopped at any time",
        answer: prunedShape,
      },
      ({ param }) =>
        start(dryRun ? "prune-look" : "prune", param("vault"), async ({ desk, vault }, _, step) =>
          pruneIn(desk, vault, {
            repair: false,
            dryRun,
            onProgress: ({ step: at, done, of }) => step(at, done, of),
          }),
        ),
    );
}

function keys(api: Api, { vaults }: ServerContext): void {
  api.get(
    "/vaults/:vault/keys",
    { about: "The keys of a vault: each is a passphrase that opens it", answer: keysShape },
    async ({ param, signal }) =>
      await vaults.visit(param("vault"), signal, async ({ desk, vault }) => await keyList(desk, vault)),
  );
  api.post(
    "/vaults/:vault/keys",
    { about: "Adds a passphrase", body: newKey, answer: keysShape },
    async ({ param, body, signal }) => {
      demandGood(body.passphrase, body.weakToo);
      return await vaults.visit(param("vault"), signal, async ({ desk, vault }) => {
        await addVaultKey(desk, vault, body.passphrase);
        return await keyList(desk, vault);
      });
    },
  );
  api.post(
    "/vaults/:vault/keys/change",
    {
      about: "Puts another passphrase in the place of one that is given; wrong ones are counted",
      body: changedKey,
      answer: keysShape,
    },
    async ({ param, body, signal }) => {
      demandGood(body.next, body.weakToo);
      await vaults.visit(
        param("vault"),
        signal,
        async (visit) => await changePassphraseOf(visit, body.passphrase, body.next),
      );
      // Anew: the key that opened it may be another one now.
      return await vaults.visit(param("vault"), signal, async ({ desk, vault }) => await keyList(desk, vault));
    },
  );
  api.delete(
    "/vaults/:vault/keys/:key",
    { about: "Removes a key; never the last, nor the one that opened the vault", answer: keysShape },
    async ({ param, signal }) =>
      await vaults.visit(param("vault"), signal, async ({ desk, vault }) => {
        const { keys: all } = await keyList(desk, vault);
        const key = all.find(({ name }) => name === param("key"));
        if (!key) throw new VaultError("absent", "There is no such key any more.");
        await removeVaultKey(desk, vault, key.name);
        return await keyList(desk, vault);
      }),
  );
}

function comparing(api: Api, { vaults }: ServerContext): void {
  api.get(
    "/vaults/:vault/compare",
    {
      about: "What is not the same in two snapshots; a folder that is wholly new or gone is one entry",
      query: compareQuery,
      answer: comparisonShape,
    },
    async ({ param, query: { before, after }, signal }) =>
      await vaults.visit(param("vault"), signal, async (visit) => {
        const { desk, vault } = visit;
        return shownComparison(
          vaults.names,
          await compareSnapshots(desk, vault, [before, after], mostDifferences, await visit.reader()),
        );
      }),
  );
}

function shownComparison(names: SealedNames, found: SnapshotComparison): z.input<typeof comparisonShape> {
  const { before, after, counts, differences, more } = found;
  return {
    before: shownSnapshot(before),
    after: shownSnapshot(after),
    counts,
    differences: differences.map(({ path, ...rest }) => {
      const { change, kind } = rest;
      const folder = kind === "dir" ? path : path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
      return {
        ...rest,
        path: path.toWellFormed(),
        snapshot: change === "gone" ? before.id : after.id,
        folder: folder === "" ? "" : names.seal(folder),
      };
    }),
    more,
  };
}
