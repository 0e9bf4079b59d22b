import { z } from "zod";
import { localFolder } from "../centre/local-folders.ts";
import { placeText } from "../centre/place-meeting.ts";
import { demandGood } from "../centre/privacy-lock.ts";
import { vaultCards } from "../centre/vault-cards.ts";
import { makeRecoveryKey, proveKey } from "../centre/vault-make.ts";
import { ruleOf } from "../centre/vault-places.ts";
import { recoveryKeyOf, vaultSheetHtml, vaultSheetText } from "../centre/vault-recovery.ts";
import { VaultError } from "../core/errors.ts";
import type { Api } from "./api.ts";
import type { ServerContext } from "./context.ts";
import { entryOf } from "./place-routes.ts";
import { localFolderShape, making, meeting, proving, sheetShape, unlocking, vaultCardShape } from "./vault-shapes.ts";

const minute = 60_000;
const answers = { id: z.string() };
const status = z.object({ vaults: z.array(vaultCardShape) });

/** Which vaults there are, making one, and opening them. A passphrase is neither kept nor told of in any answer. */
export function vaultRoutes(api: Api, context: ServerContext): void {
  const { vaults } = context;
  const cards = cardsOf(context);
  api.get(
    "/vaults",
    { about: "The vaults that Candor knows, and which of them are open; does not count as their use", answer: status },
    cards,
  );
  api.get(
    "/vaults/open",
    {
      about: "Which vaults are open, and until when; does not count as use, not even of the privacy password",
      answer: z.object({ open: z.array(z.object({ id: z.string(), locksAt: z.iso.datetime() })) }),
    },
    async () => {
      await vaults.look();
      return { open: [...vaults.open()].map(([id, ends]) => ({ id, locksAt: new Date(ends).toISOString() })) };
    },
  );
  api.post(
    "/vaults",
    {
      about: "Makes a vault at an empty place, with a recovery key, and keeps it open",
      body: making,
      answer: z.object({ ...answers, sheet: sheetShape.nullable() }),
    },
    async ({ body }) => {
      const { name, rule, verifiedOnly, country, operator, passphrase, weakToo, minutes } = body;
      demandGood(passphrase, weakToo);
      const options = { name, rule, verifiedOnly, declared: { country, operator }, entry: entryOf(body) };
      const made = await vaults.make(placeText(body.place), passphrase, options, minutes * minute);
      const { repository, place } = made.vault;
      return {
        id: repository.id,
        sheet: made.recoveryKey === null ? null : sheetOf(context, made.recoveryKey, place.name),
      };
    },
  );
  api.post(
    "/vaults/meet",
    {
      about: "Opens a vault that lies at a place already, and remembers it",
      body: meeting,
      answer: z.object(answers),
    },
    async ({ body, signal }) => {
      const { passphrase, minutes, country, operator, rule, verifiedOnly } = body;
      const told = {
        entry: entryOf(body),
        declared: { country, operator },
        rule: rule === undefined ? null : ruleOf(rule, verifiedOnly),
      };
      const place = placeText(body.place);
      const vault = await vaults.meet(place, passphrase, told, minutes * minute, signal);
      return { id: vault.repository.id };
    },
  );
  api.get(
    "/folders",
    {
      about: "Folders of this computer, to choose one; the person's own where none is named",
      query: z.object({ at: z.string().max(4096).default("") }),
      answer: localFolderShape,
    },
    async ({ query }) => await localFolder(query.at),
  );
  opening(api, context);
}

const cardsOf = (context: ServerContext) => async () => ({ vaults: await vaultCards(context, context.vaults) });

function sheetOf({ now }: ServerContext, key: string, place: string) {
  const sheet = { key, place, made: new Date(now()).toISOString() };
  return { html: vaultSheetHtml(sheet), text: vaultSheetText(sheet) };
}

/** Opening and locking a known vault, and its recovery key. */
function opening(api: Api, context: ServerContext): void {
  const { vaults } = context;
  const cards = cardsOf(context);
  api.post(
    "/vaults/:vault/unlock",
    { about: "Opens a vault until it was not used for a while", body: unlocking, answer: status },
    async ({ param, body, signal }) => {
      await vaults.unlock(param("vault"), body.passphrase, body.minutes * minute, signal);
      return await cards();
    },
  );
  api.post(
    "/vaults/:vault/lock",
    { about: "Locks a vault, and stops what goes on with it", answer: status },
    async ({ param }) => {
      await vaults.lock(param("vault"));
      return await cards();
    },
  );
  api.post(
    "/vaults/:vault/recovery",
    { about: "Makes a new recovery key; earlier ones still open the vault", answer: z.object({ sheet: sheetShape }) },
    async ({ param, signal }) =>
      await vaults.visit(param("vault"), signal, async ({ desk, vault }) => ({
        sheet: sheetOf(context, await makeRecoveryKey(desk, vault), vault.place.name),
      })),
  );
  api.post(
    "/vaults/:vault/prove",
    { about: "Proves that a recovery key opens the vault, all anew from its place", body: proving, answer: status },
    async ({ param, body, signal }) => {
      if (recoveryKeyOf(body.key) === null)
        throw new VaultError(
          "wrong-passphrase",
          "That is no recovery key as Candor makes them, or it is mistyped.",
          "It has nine groups of four letters and digits.",
        );
      await vaults.visit(param("vault"), signal, async ({ desk, vault }) => await proveKey(desk, vault, body.key));
      return await cards();
    },
  );
}
