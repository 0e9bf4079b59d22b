import { createHash } from "node:crypto";
import type { PhoneLink } from "../centre/phone-link.ts";
import { planReturn, type ReturnPlan, type ReturnTally, returnToPhone } from "../centre/vault-return.ts";
import { roomFor, type TakenName, takenNames, tightRooms } from "../centre/vault-return-look.ts";
import type { VaultVisit } from "../centre/vault-room.ts";
import type { Api } from "./api.ts";
import type { ServerContext } from "./context.ts";
import { failureOf } from "./jobs.ts";
import { pathOf, snapshotOf } from "./vault-browse-routes.ts";
import { notAgreed, notPlanned, otherPhone } from "./vault-hide-routes.ts";
import {
  agreeing,
  planPart,
  returnedShape,
  returnListShape,
  returnPlanShape,
  returnWish,
} from "./vault-phone-shapes.ts";
import { VaultPlans } from "./vault-plans.ts";
import { leftOut, linkTo, type Step, vaultJob } from "./vault-work-routes.ts";

/** A plan, the phone it is of, and what a person agrees to. */
interface Kept extends ReturnPlan {
  readonly phone: string;
  readonly serial: string;
  readonly digest: string;
}

/** Taken names that are told; the number tells of all. */
const mostTaken = 200;

/** Putting files of a vault on a phone: nothing that lies there is replaced. Progress names what is done (look, send), a space, the path. */
export function vaultReturnRoutes(api: Api, context: ServerContext): void {
  const start = vaultJob(context);
  const plans = new VaultPlans<Kept>();
  api.job(
    "/vaults/:vault/snapshots/:snapshot/return",
    {
      about: "Looks which files of a snapshot can be put on a phone, and which names are taken there; changes nothing",
      body: returnWish,
      answer: returnPlanShape,
    },
    ({ param, body: { phone, files, into, base } }) => {
      const [vault, snapshot] = [param("vault"), snapshotOf(param("snapshot"))];
      const { names } = context.vaults;
      const include = files.map((file) => pathOf(names, file));
      const options = {
        ...(include.length > 0 && { include }),
        ...(into !== undefined && { into, base: pathOf(names, base) }),
      };
      return start("return-plan", vault, async (visit, { tell }, step) => {
        const plan = await planReturn(visit.desk, visit.vault, snapshot, options);
        const link = await linkTo(context, phone, visit.desk.signal, tell);
        try {
          const onLooked = (looked: number) => step("look ", looked, plan.files.length);
          const taken = await takenNames(link, plan, { signal: visit.desk.signal, onLooked });
          const kept = { ...plan, phone, serial: link.serial, digest: digestOf(plan, link.serial) };
          const tight = tightRooms(await roomFor(link, plan, taken, visit.desk.signal));
          return { ...shownPlan(kept, taken, plans.keep(visit, kept)), tight };
        } finally {
          await link.close();
        }
      });
    },
  );
  api.get(
    "/vaults/:vault/return/:plan",
    { about: "The files of such a plan, a part at a time", query: planPart, answer: returnListShape },
    async ({ param, query, signal }) =>
      await context.vaults.visit(param("vault"), signal, async (visit) => {
        const plan = plans.get(visit, param("plan"));
        if (!plan) return undefined;
        const files = plan.files.slice(query.from, query.from + query.count);
        return { total: plan.files.length, files: files.map(({ to, bytes }) => ({ path: to.toWellFormed(), bytes })) };
      }),
  );
  sending(api, context, plans);
}

function sending(api: Api, context: ServerContext, plans: VaultPlans<Kept>): void {
  const start = vaultJob(context);
  api.job(
    "/vaults/:vault/return/:plan/send",
    {
      about: "Puts the files of the plan on the phone; each is read there to its last byte afterwards",
      body: agreeing,
      answer: returnedShape,
    },
    ({ param, body }) =>
      start("return", param("vault"), async (visit, { tell }, step) => {
        const plan = plans.get(visit, param("plan"));
        if (!plan) throw notPlanned();
        if (plan.digest !== body.agreed || plan.files.length === 0) throw notAgreed();
        const link = await linkTo(context, plan.phone, visit.desk.signal, tell);
        try {
          if (link.serial !== plan.serial) throw otherPhone();
          if (!plans.take(visit, param("plan"))) throw notPlanned();
          return await sent(visit, link, plan, step);
        } finally {
          await link.close();
        }
      }),
  );
}

/** Sends; what ends it early is told beside what was done by then. */
async function sent({ desk, vault }: VaultVisit, link: PhoneLink, plan: ReturnPlan, step: Step) {
  const tally: ReturnTally = { returned: [], same: [], left: [], bytes: 0 };
  const onProgress = ({ bytes, path }: { readonly bytes: number; readonly path: string }) =>
    step(`send ${path}`, bytes, plan.bytes);
  const broken = await returnToPhone(desk, vault, link, plan, onProgress, tally).then(() => null, failureOf);
  const { returned, same, left, bytes } = tally;
  const come = returned.length + same.length + left.length - plan.left.length;
  return {
    snapshot: plan.snapshot.id,
    of: plan.files.length,
    returned: returned.length,
    same: same.length,
    bytes,
    untouched: plan.files.length - Math.max(0, come),
    broken,
    ...leftOut(left),
  };
}

function shownPlan(plan: Kept, taken: readonly TakenName[], id: string) {
  return {
    plan: id,
    digest: plan.digest,
    phone: plan.phone,
    serial: plan.serial,
    snapshot: plan.snapshot.id,
    files: plan.files.length,
    bytes: plan.bytes,
    taken: taken
      .slice(0, mostTaken)
      .map(({ file, found }) => ({ path: file.to.toWellFormed(), bytes: file.bytes, found })),
    takenCount: taken.length,
    ...leftOut(plan.left),
  };
}

/** Names phone, snapshot, files and places: what is agreed to. */
function digestOf({ snapshot, files }: ReturnPlan, serial: string): string {
  const hash = createHash("sha256").update(`${serial}\n${snapshot.id}\n`);
  for (const { path, to, bytes } of files) hash.update(`${JSON.stringify([path, to, bytes])}\n`);
  return hash.digest("hex");
}
