import type { PhoneLink } from "../centre/phone-link.ts";
import { deleteOnPhone, type HideTally } from "../centre/vault-hide.ts";
import { demandStillKept, type HidePlan, planHide } from "../centre/vault-hide-plan.ts";
import { pullRequest } from "../centre/vault-request.ts";
import type { VaultVisit } from "../centre/vault-room.ts";
import { DeviceError, FormatError, VaultError } from "../core/errors.ts";
import type { Api } from "./api.ts";
import type { ServerContext } from "./context.ts";
import { failureOf } from "./jobs.ts";
import { agreeing, hiddenShape, hideListShape, hidePlanShape, hideWish, planPart } from "./vault-phone-shapes.ts";
import { VaultPlans } from "./vault-plans.ts";
import { leftOut, linkTo, onLink, type Step, vaultJob } from "./vault-work-routes.ts";

/** A plan, and the phone it is of. */
interface Kept extends HidePlan {
  readonly phone: string;
}

/**
 * Taking files of a phone into a vault and deleting them there. What is deleted is the list that was shown, by its digest, and of it only what is
 * still the same. Progress names what is being done (pull, check, vault, phone, delete), then a space and the path.
 */
export function vaultHideRoutes(api: Api, context: ServerContext): void {
  const start = vaultJob(context);
  const plans = new VaultPlans<Kept>();
  api.job(
    "/vaults/:vault/hide",
    {
      about: "Pulls files of a phone, checks the vault and compares both sides; lists what could be deleted there",
      body: hideWish,
      answer: hidePlanShape,
    },
    ({ param, body }) => {
      demandFiles(body.what);
      return start("hide", param("vault"), async (visit, tools, step) =>
        onLink(context, body, visit, tools, step, async (link, found) => {
          const plan = await planHide(visit.desk, visit.vault, link, found, {
            onPull: ({ bytes, ofBytes, path }) => step(`pull ${path}`, bytes, ofBytes),
            onCheck: (packs, ofPacks) => step("check ", packs, ofPacks),
            onVerify: (far) => step(`${far.step} ${far.path}`, far.done, far.of),
          });
          return shownPlan(plan, body.phone, plans.keep(visit, { ...plan, phone: body.phone }));
        }),
      );
    },
  );
  api.get(
    "/vaults/:vault/hide/:plan",
    { about: "The files of such a list, a part at a time", query: planPart, answer: hideListShape },
    async ({ param, query, signal }) =>
      await context.vaults.visit(param("vault"), signal, async (visit) => {
        const plan = plans.get(visit, param("plan"));
        if (!plan) return undefined;
        const files = plan.verified.slice(query.from, query.from + query.count);
        return {
          total: plan.verified.length,
          files: files.map(({ path, bytes }) => ({ path: path.toWellFormed(), bytes: Number(bytes) })),
        };
      }),
  );
  deleting(api, context, plans);
}

function deleting(api: Api, context: ServerContext, plans: VaultPlans<Kept>): void {
  const start = vaultJob(context);
  api.job(
    "/vaults/:vault/hide/:plan/delete",
    {
      about: "Deletes the files of the list on the phone, each only where it is still the same; the vault has them",
      body: agreeing,
      answer: hiddenShape,
    },
    ({ param, body }) =>
      start("delete", param("vault"), async (visit, { tell }, step) => {
        const plan = plans.get(visit, param("plan"));
        if (!plan) throw notPlanned();
        if (plan.digest !== body.agreed || plan.verified.length === 0) throw notAgreed();
        const link = await linkTo(context, plan.phone, visit.desk.signal, tell);
        try {
          if (link.serial !== plan.serial) throw otherPhone();
          await demandStillKept(visit.desk, visit.vault, plan);
          // Asked for twice at once, it is begun once.
          if (!plans.take(visit, param("plan"))) throw notPlanned();
          return await deleted(visit, link, plan, step);
        } finally {
          await link.close();
        }
      }),
  );
}

/** Deletes; what ends it early is told beside what was done by then. */
async function deleted({ desk, vault }: VaultVisit, link: PhoneLink, { pulled, verified }: HidePlan, step: Step) {
  const tally: HideTally = { deleted: [], kept: [], inDoubt: 0 };
  const onProgress = (far: { readonly done: number; readonly of: number; readonly path: string }) =>
    step(`delete ${far.path}`, far.done, far.of);
  const broken = await deleteOnPhone(desk, vault, link, pulled.snapshot, verified, onProgress, tally).then(
    () => null,
    failureOf,
  );
  return {
    snapshot: pulled.snapshot.id,
    of: verified.length,
    deleted: tally.deleted.length,
    bytes: Number(tally.deleted.reduce((sum, { bytes }) => sum + bytes, 0n)),
    inDoubt: tally.inDoubt,
    untouched: verified.length - tally.deleted.length - tally.kept.length - tally.inDoubt,
    broken,
    ...leftOut(tally.kept),
  };
}

function shownPlan(plan: HidePlan, phone: string, id: string) {
  const { snapshot, transferred } = plan.pulled;
  return {
    plan: id,
    digest: plan.digest,
    phone,
    serial: plan.serial,
    snapshot: snapshot.id,
    files: plan.verified.length,
    bytes: plan.bytes,
    transferred,
    added: snapshot.summary?.dataAddedPacked ?? 0,
    problems: plan.problems.slice(0, 20).map(({ file, message }) => ({ file, message })),
    ...leftOut(plan.left),
  };
}

/** @throws FormatError for what cannot be deleted by its path: apps, messages, contacts */
function demandFiles(what: readonly string[]): void {
  const request = pullRequest(what);
  if (request === null || request.apps !== null || request.lists.length > 0)
    throw new FormatError("request", "only photos and files can be hidden");
}

/** Where a plan is not there: it was carried out, or the vault was locked since. */
export function notPlanned(): VaultError {
  return new VaultError("refused", "This list is no longer there.", "Look at the phone once more.");
}

/** Where what a person agreed to is not the plan that is there. */
export function notAgreed(): VaultError {
  return new VaultError("refused", "This is not the list that was shown.", "Look at it again and agree to it.");
}

/** Where a phone of the same name is another one. */
export function otherPhone(): DeviceError {
  return new DeviceError(
    "refused",
    "Another phone is connected than the one that the list is of.",
    "Connect that one, or look at this one.",
  );
}
