import { localPath } from "../centre/local-folders.ts";
import { openLink, type PhoneLink } from "../centre/phone-link.ts";
import type { LeftOut } from "../centre/phone-tree.ts";
import { sizeBelow } from "../centre/vault-browse.ts";
import { estimatePull, pull } from "../centre/vault-pull.ts";
import { type Found, findOnPhone, pullRequest } from "../centre/vault-request.ts";
import type { VaultVisit } from "../centre/vault-room.ts";
import { checkVault, keepFiles, restoreFrom } from "../centre/vault-use.ts";
import { DeviceError, FormatError } from "../core/errors.ts";
import type { Api } from "./api.ts";
import type { ServerContext } from "./context.ts";
import type { Job, JobTools } from "./jobs.ts";
import { pathOf, snapshotOf } from "./vault-browse-routes.ts";
import {
  checkedShape,
  checkWish,
  estimateShape,
  keepWish,
  keptShape,
  pulledShape,
  pullWish,
  restoredShape,
  restoreWish,
} from "./vault-shapes.ts";

/** How jobs on vaults begin in lists; what they told is forgotten when the vault is locked. */
export const vaultJobs = "vault-";
/** Milliseconds between two words on how far it is. */
const pause = 200;
/** What was left out and is named; the number tells of all. */
const mostLeft = 200;

/** Long work on an open vault. Each goes on when the page is left, and is stopped when the vault is locked. */
export function vaultWorkRoutes(api: Api, context: ServerContext): void {
  const start = vaultJob(context);
  api.job(
    "/vaults/:vault/put",
    { about: "Keeps a folder or a file of this computer in the vault", body: keepWish, answer: keptShape },
    ({ param, body }) =>
      start("put", param("vault"), async ({ desk, vault }, _, step) => {
        const kept = await keepFiles(desk, vault, [localPath(body.path)], ({ bytes, path }) => step(path, bytes, 0));
        const { id, summary } = kept.snapshot;
        return {
          snapshot: id,
          files: summary?.totalFiles ?? 0,
          bytes: summary?.totalBytes ?? 0,
          unchanged: summary?.filesUnmodified ?? 0,
          added: summary?.dataAddedPacked ?? 0,
          ...leftOut(kept.left),
        };
      }),
  );
  api.job(
    "/vaults/:vault/check",
    { about: "Looks whether everything is there that the snapshots need", body: checkWish, answer: checkedShape },
    ({ param, body }) =>
      start("check", param("vault"), async ({ desk, vault }, _, step) =>
        checkVault(desk, vault, {
          readData: body.readData,
          onProgress: ({ packs, ofPacks }) => step("", packs, ofPacks),
        }),
      ),
  );
  pulling(api, context, start);
  restoring(api, context, start);
}

/** Begins long work on an open vault; the kind of the job begins with `vaultJobs`. */
export type Start = (
  kind: string,
  vault: string,
  work: (visit: VaultVisit, tools: JobTools, step: Step) => Promise<unknown>,
) => Job;

/** What begins jobs on vaults. */
export function vaultJob({ jobs, vaults }: ServerContext): Start {
  return (kind, vault, work) =>
    jobs.start(`${vaultJobs}${kind}`, vault, async (tools) => {
      const visit = await vaults.enter(vault, tools.signal, (message) => tools.tell({ type: "message", message }));
      try {
        return await work(visit, tools, stepsOf(tools));
      } finally {
        visit.changed();
        visit.leave();
      }
    });
}

function pulling(api: Api, context: ServerContext, start: Start): void {
  api.job(
    "/vaults/:vault/pull/estimate",
    {
      about: "Says what pulling from a phone would take; reads on the phone, and changes nothing",
      body: pullWish,
      answer: estimateShape,
    },
    ({ param, body }) =>
      start("estimate", param("vault"), async (visit, tools, step) =>
        onLink(context, body, visit, tools, step, async (link, found) => {
          const { keptFiles, keptBytes, speed, seconds } = await estimatePull(
            visit.vault,
            link,
            found,
            visit.desk.signal,
          );
          const counts = { files: found.files, bytes: Number(found.bytes), keptFiles, keptBytes: Number(keptBytes) };
          return { ...counts, speed, seconds, ...leftOut(found.left) };
        }),
      ),
  );
  api.job(
    "/vaults/:vault/pull",
    {
      about: "Pulls photos and more from a phone into the vault; the phone is not changed",
      body: pullWish,
      answer: pulledShape,
    },
    ({ param, body }) =>
      start("pull", param("vault"), async (visit, tools, step) =>
        onLink(context, body, visit, tools, step, async (link, found) => {
          const onProgress = ({ bytes, ofBytes, path }: { bytes: number; ofBytes: number; path: string }) =>
            step(path, bytes, ofBytes);
          const { snapshot, files, transferred, left } = await pull(visit.desk, visit.vault, link, found, onProgress);
          const bytes = snapshot.summary?.totalBytes ?? 0;
          const added = snapshot.summary?.dataAddedPacked ?? 0;
          return { snapshot: snapshot.id, files, bytes, transferred, added, ...leftOut(left) };
        }),
      ),
  );
}

function restoring(api: Api, { vaults }: ServerContext, start: Start): void {
  api.job(
    "/vaults/:vault/snapshots/:snapshot/restore",
    {
      about:
        "Restores files of a snapshot, or all of them, below a folder of this computer; what is there already stays",
      body: restoreWish,
      answer: restoredShape,
    },
    ({ param, body }) => {
      const [vault, snapshot, to] = [param("vault"), snapshotOf(param("snapshot")), localPath(body.to)];
      const include = body.files.map((file) => pathOf(vaults.names, file));
      return start("restore", vault, async (visit, _, step) => {
        const size = await sizeBelow(visit, snapshot, include);
        const { files, folders, links, bytes, failed } = await restoreFrom(visit.desk, visit.vault, snapshot, to, {
          ...(include.length > 0 && { include }),
          onProgress: ({ bytes, path }) => step(path, bytes, size.bytes),
        });
        const left = failed.map(({ path, message }) => ({ path, reason: message }));
        return { to, files, folders, links, bytes, ...leftOut(left) };
      });
    },
  );
}

/** Tells how far it is: what is at work, and bytes; 0 where nobody knows of how many. */
export type Step = (about: string, done: number, of: number) => void;

function stepsOf({ tell }: JobTools): Step {
  let last = Number.NEGATIVE_INFINITY;
  return (about, done, of) => {
    const now = performance.now();
    if (now - last < pause) return;
    last = now;
    tell({ type: "progress", about: about.toWellFormed(), done, of });
  };
}

/** Connects to a phone for as long as it takes, and lists what is asked for. */
export async function onLink<T>(
  context: ServerContext,
  { phone, what }: { readonly phone: string; readonly what: readonly string[] },
  { desk }: VaultVisit,
  { tell }: JobTools,
  step: Step,
  work: (link: PhoneLink, found: Found) => Promise<T>,
): Promise<T> {
  const request = pullRequest(what);
  if (request === null) throw new FormatError("request", "this names nothing that can be pulled");
  const { signal } = desk;
  const link = await linkTo(context, phone, signal, tell);
  try {
    const onFound = (_: number, bytes: bigint) => step("", Number(bytes), 0);
    const found = await findOnPhone(link, request, { signal, onFound, now: desk.now() });
    if (found.files === 0)
      throw new DeviceError(
        "absent",
        "The phone has none of that, or does not let it be read.",
        found.left[0] ? `${found.left[0].path}: ${found.left[0].reason}` : undefined,
      );
    return await work(link, found);
  } finally {
    await link.close();
  }
}

/** Connects to a phone that is waited for when its cable is pulled; whoever calls closes it. */
export async function linkTo(
  { phones }: Pick<ServerContext, "phones">,
  phone: string,
  signal: AbortSignal | undefined,
  tell: JobTools["tell"],
): Promise<PhoneLink> {
  const say = (message: string) => tell({ type: "message", message });
  const open = () => phones.open(phone, { ...(signal && { signal }), onPrompt: say });
  return await openLink({ open, signal, onGone: say });
}

/** What was left out as the page is told of it: the first of it, and how much it is. */
export function leftOut(left: readonly LeftOut[]) {
  const named = left.slice(0, mostLeft).map(({ path, reason }) => ({ path: path.toWellFormed(), reason }));
  return { left: named, leftCount: left.length };
}
