import { z } from "zod";
import type { GivenAccess } from "../centre/place-access.ts";
import { atPlace, lookAtPlace, type PlaceEntry, placeText } from "../centre/place-meeting.ts";
import { copiesOf, copyTo, forgetCopy, renewAccess } from "../centre/vault-copies.ts";
import { ruleOf } from "../centre/vault-places.ts";
import type { VaultVisit } from "../centre/vault-room.ts";
import type { Api } from "./api.ts";
import type { ServerContext } from "./context.ts";
import type { JobTools } from "./jobs.ts";
import { copiedShape, copiesShape, copyWish, looking, lookShape, onePlace, renewing } from "./place-shapes.ts";
import { vaultJobs } from "./vault-work-routes.ts";

/** Milliseconds between two words on how far it is. */
const pause = 200;

/** Places beyond this computer, and copies of vaults. A server is asked where the owner names it, and only then. */
export function placeRoutes(api: Api, { vaults, jobs }: ServerContext): void {
  api.post(
    "/places/look",
    {
      about: "Looks at a place before it is used: which key its server shows, and where it is; nobody logs in there",
      body: looking,
      answer: lookShape,
    },
    async ({ body: { place, country, operator, rule, verifiedOnly, vault } }) => {
      const own = rule === undefined ? null : ruleOf(rule, verifiedOnly);
      const held = vault === undefined ? own : (await vaults.known(vault)).rule;
      return await lookAtPlace(vaults.desk(), place, { declared: { country, operator }, rule: held });
    },
  );
  api.post(
    "/vaults/:vault/access",
    {
      about: "Other credentials for the place of a vault or of a copy, tried before they are kept; the vault is locked",
      body: renewing,
      answer: z.object({ kept: z.boolean() }),
    },
    async ({ param, body: { place, ...entry }, signal }) => {
      const known = await vaults.known(param("vault"));
      await renewAccess(vaults.desk(signal), known, place, entryOf(entry));
      if (known.address === place) await vaults.lock(known.id);
      return { kept: true };
    },
  );
  api.get(
    "/vaults/:vault/copies",
    { about: "The copies of an open vault, held against the snapshots it has now", answer: copiesShape },
    async ({ param, signal }) =>
      await vaults.visit(param("vault"), signal, async ({ desk, vault }) => ({ copies: await copiesOf(desk, vault) })),
  );
  api.post(
    "/vaults/:vault/copies/forget",
    { about: "Takes a copy off the list; what lies at its place stays", body: onePlace, answer: copiesShape },
    async ({ param, body: { place }, signal }) =>
      await vaults.visit(param("vault"), signal, async ({ desk, vault }) => {
        await forgetCopy(desk, vault, place);
        return { copies: await copiesOf(desk, { ...vault, known: await vaults.known(param("vault")) }) };
      }),
  );
  api.job(
    "/vaults/:vault/copies",
    { about: "Copies what is missing to another place, and verifies it there", body: copyWish, answer: copiedShape },
    ({ param, body }) =>
      jobs.start(`${vaultJobs}copy`, param("vault"), async (tools) => {
        const visit = await vaults.enter(param("vault"), tools.signal, (message) =>
          tools.tell({ type: "message", message }),
        );
        try {
          return await copy(visit, body, tools);
        } finally {
          visit.leave();
        }
      }),
  );
}

/** What lets a person in, of a request. */
export function entryOf({
  credentials = {},
  trust,
}: {
  credentials?: Loose | undefined;
  trust?: string | undefined;
}): PlaceEntry {
  const given = Object.fromEntries(Object.entries(credentials).filter(([, value]) => value));
  return { given: given as GivenAccess, trust };
}

type Loose = { readonly [K in keyof GivenAccess]?: string | undefined };

async function copy({ desk, vault }: VaultVisit, wish: z.output<typeof copyWish>, { tell }: JobTools) {
  const { country, operator, verify } = wish;
  const place = placeText(wish.place);
  const step = often((about: "copy" | "verify", done: number, of: number) =>
    tell({ type: "progress", about, done, of }),
  );
  const isKnown = vault.known?.copies.some(({ address }) => address === place) ?? false;
  const run = (credentials: string | null) =>
    copyTo(desk, vault, place, {
      credentials,
      declared: { ...(country !== undefined && { country }), ...(operator !== undefined && { operator }) },
      sample: verify,
      onProgress: ({ bytes, of }) => step("copy", bytes, of),
      onVerify: (files, of) => step("verify", files, of),
    });
  // What is known lets itself in as before, until its owner says otherwise.
  return isKnown ? await run(null) : await atPlace(desk, place, entryOf(wish), run);
}

/** Words on progress, not more often than a page can follow; what changes is told at once. */
function often<A extends string>(tell: (about: A, done: number, of: number) => void): typeof tell {
  let [last, before] = [Number.NEGATIVE_INFINITY, ""];
  return (about, done, of) => {
    const now = performance.now();
    if (about === before && done < of && now - last < pause) return;
    [last, before] = [now, about];
    tell(about, done, of);
  };
}
