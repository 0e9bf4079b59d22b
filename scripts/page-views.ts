// The views of the page, for screenshots and for the tests of accessibility: each once, in the state that tells most of it.
import type { Page } from "playwright-core";
import type { AttachedPhone } from "../src/centre/phone-list.ts";
import { damaged, openPackage, packedHere } from "./page-evidence.ts";
import { lookAtServer, showCopies } from "./page-places.ts";
import { showRights } from "./page-rights.ts";
import { dropSealed, forOneself, sealedHere } from "./page-share.ts";
import { sampleTraffic } from "./page-traffic.ts";
import { sampleVault } from "./page-vault.ts";

/** One view as it is looked at. */
export interface PageView {
  /** Names its screenshots. */
  readonly name: string;
  /** Its path in an examination of this id; `before` is an earlier one. */
  readonly path: (examination: string, before: string) => string;
  /** Phones on the cable. */
  readonly phones?: readonly AttachedPhone[];
  /** Brings it into the state that is looked at. */
  readonly prepare?: (window: Page) => Promise<void>;
}

const phone = (serial: string, model: string | null, state: string, advice: string | null = null): AttachedPhone => ({
  ref: `serial:${serial}`,
  serial,
  model,
  state,
  advice,
});

export const pageViews: readonly PageView[] = [
  { name: "start", path: () => "/" },
  {
    name: "start-phones",
    path: () => "/",
    phones: [
      phone("4f1c2a9b", "Xiaomi 14", "device"),
      phone("R58M12ABCDE", null, "unauthorized"),
      phone("emulator-5554", null, "offline"),
      phone("ZY22FKX7", null, "no permissions"),
    ],
  },
  { name: "overview", path: (id) => `/e/${id}` },
  { name: "findings", path: (id) => `/e/${id}/findings` },
  {
    name: "app-in-depth",
    path: (id) => `/e/${id}/apps`,
    prepare: async (window) => {
      await window.locator("table a").first().click();
      await window.locator(".depth").waitFor();
    },
  },
  { name: "apps", path: (id) => `/e/${id}/apps` },
  { name: "permissions", path: (id) => `/e/${id}/permissions` },
  {
    name: "permission-rules",
    path: (id) => `/e/${id}/permissions`,
    prepare: async (window) => {
      await window.locator("#permission-rules").scrollIntoViewIfNeeded();
      await window.locator(".rules li").first().waitFor();
    },
  },
  { name: "collection", path: (id) => `/e/${id}/collection` },
  { name: "preinstalled", path: (id) => `/e/${id}/preinstalled` },
  {
    name: "assessment",
    path: (id) => `/e/${id}/assessment`,
    prepare: async (window) => {
      await window.locator(".family > summary").first().click();
      await window.locator(".control > summary").first().click();
    },
  },
  {
    name: "assessment-claims",
    path: (id) => `/e/${id}/assessment/vendor-claims`,
    prepare: async (window) => {
      await window.locator(".questions > summary").click();
      await window.locator(".answer").first().waitFor();
      await window.locator("#assessment-compare ~ label select").selectOption({ index: 1 });
      await window.locator("#assessment-compare ~ [role=status]").waitFor();
    },
  },
  {
    name: "history",
    path: (id) => `/e/${id}/history`,
    prepare: async (window) => await window.locator(".history-table").waitFor(),
  },
  {
    name: "following",
    path: () => "/following",
    prepare: async (window) => {
      await window.locator(".following-switch").first().waitFor();
      await window.locator("details > summary").last().click();
      await window.locator("pre").waitFor();
    },
  },
  {
    name: "hardware",
    path: (id) => `/e/${id}/hardware`,
    prepare: async (window) => {
      await window.locator("form button[type=submit]").click();
      await window.locator(".hardware-page .told").waitFor();
    },
  },
  { name: "hidden", path: () => "/hidden" },
  { name: "lists", path: () => "/lists" },
  { name: "privacy", path: () => "/privacy" },
  {
    name: "change",
    path: (id) => `/e/${id}/findings`,
    prepare: async (window) => {
      await window.getByRole("button", { name: "Change this …" }).first().click();
      await window.locator("dialog .button").first().waitFor();
    },
  },
  { name: "examinations", path: () => "/examinations" },
  { name: "comparison", path: (id, before) => `/compare/${before}/${id}` },
  { name: "journal", path: () => "/journal" },
  {
    name: "journal-entry",
    path: () => "/journal",
    prepare: async (window) => {
      // The earliest: a change, where one was made.
      await window.locator('main a[href^="/journal/"]').first().click();
      await window.locator('main a[href="/journal"]').first().waitFor();
      await window.locator(".loading").first().waitFor({ state: "detached" });
    },
  },
  {
    name: "journal-proof",
    path: (id) => `/e/${id}/evidence`,
    prepare: async (window) => {
      // Packing signs the journal.
      await packedHere(window);
      await window.goto(new URL("/journal", window.url()).href, { waitUntil: "domcontentloaded" });
      await window.locator(".proof > summary").click();
      await window.getByRole("button", { name: "Sign its state now" }).click();
      await window.locator(".proof .notice").waitFor();
      await window.locator("summary", { hasText: "The public key, for others" }).click();
    },
  },
  {
    name: "updates",
    path: (id) => `/e/${id}/updates`,
    prepare: async (window) => {
      await window.locator(".updates-summary").waitFor();
      await window.locator(".updates-page details").evaluateAll((all) => {
        for (const each of all) each.setAttribute("open", "");
      });
    },
  },
  { name: "evidence-new", path: () => "/evidence" },
  { name: "evidence-make", path: (id) => `/e/${id}/evidence` },
  {
    name: "evidence-made",
    path: (id) => `/e/${id}/evidence`,
    prepare: async (window) => {
      await packedHere(window);
    },
  },
  {
    name: "evidence-holds",
    path: (id) => `/e/${id}/evidence`,
    prepare: async (window) => await openPackage(window, "case-7.zip", await packedHere(window)),
  },
  {
    name: "evidence-wrong",
    path: (id) => `/e/${id}/evidence`,
    prepare: async (window) => await openPackage(window, "case-7 by mail.zip", damaged(await packedHere(window))),
  },
  {
    name: "evidence",
    path: () => "/evidence",
    prepare: async (window) => {
      await window.locator("summary", { hasText: "Verify it without Candor" }).click();
    },
  },
  {
    name: "evidence-seal",
    path: (id) => `/e/${id}/evidence`,
    prepare: async (window) => {
      const include = { name: "letter.txt", mimeType: "text/plain", buffer: Buffer.from("Dear Sir or Madam") };
      await window.locator('input[name="include"]').setInputFiles(include);
      await window.locator(".included li").waitFor();
      await packedHere(window);
      await window.locator("summary", { hasText: "Seal it for the person" }).click();
      await forOneself(window);
    },
  },
  {
    name: "share",
    path: () => "/share",
    prepare: async (window) => {
      const file = { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("for the help desk alone") };
      await window.locator('input[name="files"]').setInputFiles(file);
      await forOneself(window);
      await window.locator("#share-keep").fill("Help desk");
      await window.getByRole("button", { name: "Keep them" }).click();
      await window.locator(".share-known li").waitFor();
      await sealedHere(window);
    },
  },
  {
    name: "share-passphrase",
    path: () => "/share",
    prepare: async (window) => {
      await window.locator('input[value="path"]').check();
      await window.locator('input[value="toWords"]').check();
      await window.getByLabel("New passphrase", { exact: true }).fill("password1");
      await window.locator("#strength strong").waitFor();
    },
  },
  {
    name: "share-examination",
    path: (id) => `/share/e/${id}`,
    prepare: async (window) => {
      await window.locator("#share-keys").fill("age1mistyped");
      await window.locator(".share-inside .said:not(:empty)").waitFor();
    },
  },
  {
    name: "received",
    path: (id) => `/share/e/${id}`,
    prepare: async (window) => {
      await dropSealed(window, "examination.json.age", await sealedHere(window));
      await window.locator("details > summary").click();
    },
  },
  {
    name: "received-opened",
    path: (id) => `/share/e/${id}`,
    prepare: async (window) => {
      await dropSealed(window, "examination.json.age", await sealedHere(window));
      await window.getByRole("button", { name: "Open it with the key of this Candor" }).click();
      await window.locator("#received-inside").waitFor();
    },
  },
  { name: "traffic", path: () => "/traffic" },
  {
    name: "traffic-report",
    path: () => "/traffic",
    prepare: async (window) => {
      await window.locator('input[type="file"]').setInputFiles(sampleTraffic);
      await window.locator(".map-place").first().waitFor();
      await window.locator("summary", { hasText: "Your region and your choice" }).click();
      await window.locator(".traffic-question select").nth(1).selectOption("refused");
      await window.locator('input[type="datetime-local"]').fill("2026-11-22T09:11:00");
      const before = window.url();
      await window.getByRole("button", { name: "Judge again" }).click();
      await window.waitForURL((url) => url.href !== before);
      await window.locator(".time-mark").waitFor();
      // Pictures as words: all that is folded is looked at, too.
      await window.locator("details", { hasText: "As a table" }).evaluateAll((all) => {
        for (const each of all) each.setAttribute("open", "");
      });
    },
  },
  { name: "rights-none", path: () => "/rights" },
  { name: "rights", path: () => "/rights", prepare: showRights },
  {
    name: "rights-request",
    path: () => "/rights",
    prepare: async (window) => {
      await showRights(window);
      await window.locator(".request a").first().click();
      await window.locator("summary", { hasText: "How the day was counted" }).click();
      await window.getByRole("button", { name: "Write a complaint" }).click();
      await window.locator('select[name="country"] option[value="DE"]').waitFor({ state: "attached" });
      await window.locator('select[name="country"]').selectOption("DE");
      await window.locator('select[name="authority"]').waitFor();
    },
  },
  { name: "vault-new", path: () => "/vault" },
  {
    name: "vault",
    path: () => "/vault",
    prepare: async (window) => {
      await sampleVault(window);
      await window.reload({ waitUntil: "domcontentloaded" });
      await window.locator(".map-place").first().waitFor();
    },
  },
  {
    name: "vault-open",
    path: () => "/vault",
    prepare: async (window) => {
      await toVault(window);
      await window.locator("summary", { hasText: "Pull from a phone" }).click();
      await window.locator(".whats").waitFor();
    },
  },
  { name: "vault-place", path: () => "/vault", prepare: lookAtServer },
  {
    name: "vault-copies",
    path: () => "/vault",
    prepare: async (window) => {
      await toVault(window);
      await showCopies(window);
    },
  },
  {
    name: "vault-hide",
    path: () => "/vault",
    prepare: async (window) => {
      await toVault(window);
      await toHidePlan(window);
      await window.locator(".hide-files .plan-files > summary").first().click();
      await window.locator(".hide-files .plan-files li").first().waitFor();
    },
  },
  {
    name: "vault-return",
    path: () => "/vault",
    prepare: async (window) => {
      await toVault(window);
      await window.locator(".return-files > summary").click();
      await window.locator(".return-files").getByLabel("Phone", { exact: true }).selectOption("virtual:hyperos");
      await window.getByRole("button", { name: "See what would be done" }).click();
      await window.locator(".return-files .plan-files > summary").nth(1).click();
    },
  },
  {
    name: "vault-care",
    path: () => "/vault",
    prepare: async (window) => {
      await toVault(window);
      await window.locator("#vault-care").waitFor();
      for (const each of ["Remove old snapshots", "Free room", "Compare two snapshots", "Passphrases and keys"])
        await window.locator(".care summary", { hasText: each }).click();
      await window.getByRole("radio", { name: "Chosen by hand" }).check();
      await window.locator(".care-pick input").last().check();
      await window.getByRole("button", { name: "See what would go" }).click();
      await window.locator(".care-plan").waitFor();
      await window.getByRole("button", { name: "Compare", exact: true }).click();
      await window.locator(".care-differences").waitFor();
      await window.getByRole("button", { name: "Change a passphrase …" }).click();
      await window.locator(".care-form").scrollIntoViewIfNeeded();
    },
  },
  {
    name: "vault-locked",
    path: () => "/vault",
    prepare: async (window) => {
      await toVault(window);
      await window.locator("button", { hasText: "Lock it" }).click();
      await window.locator(".locked").waitFor();
    },
  },
  {
    name: "vault-pictures",
    path: () => "/vault",
    prepare: async (window) => {
      await toPictures(window);
      await window.getByRole("checkbox").nth(1).check();
    },
  },
  {
    name: "vault-list",
    path: () => "/vault",
    prepare: async (window) => {
      await toPictures(window);
      await window.getByRole("button", { name: "List" }).click();
      await window.getByRole("button", { name: "Restore this folder" }).click();
    },
  },
  {
    name: "vault-picture",
    path: () => "/vault",
    prepare: async (window) => {
      await toPictures(window);
      await window.getByRole("button", { name: "IMG_20260702.png" }).click();
      await window.locator("dialog img").waitFor();
    },
  },
  {
    name: "vault-film",
    path: () => "/vault",
    prepare: async (window) => {
      await toPictures(window);
      await window.getByRole("button", { name: "Play VID_20260722.mp4" }).click();
      // A function: a text would be evaluated anew each time, which the page's policy forbids.
      await window.waitForFunction(() => {
        const { document } = globalThis as unknown as {
          readonly document: { querySelector(selector: string): { readonly readyState: number } | null };
        };
        return (document.querySelector("dialog video")?.readyState ?? 0) > 1;
      });
    },
  },
  { name: "settings", path: () => "/settings" },
];

/** Goes to the vault that is made for looking at. */
async function toVault(window: Page): Promise<void> {
  const id = await sampleVault(window);
  await window.goto(new URL(`/vault/${id}`, window.url()).href, { waitUntil: "domcontentloaded" });
  await window.locator("#vault-snapshots").waitFor();
}

/** Goes to the list of what could be deleted on a phone; one that is there from before is taken up by the page itself. */
async function toHidePlan(window: Page): Promise<void> {
  const wasMade = await window.evaluate(async () => {
    const { jobs } = (await (await fetch("/api/v1/jobs")).json()) as { jobs: { kind: string; state: string }[] };
    return jobs.some(({ kind, state }) => kind === "vault-hide" && state === "done");
  });
  if (!wasMade) {
    await window.locator(".hide-files > summary").click();
    await window.locator(".hide-files select").selectOption("virtual:hyperos");
    await window.getByRole("button", { name: "Put it into the vault and compare" }).click();
  }
  await window.locator(".hide-files .agree").waitFor();
}

/** Goes to the folder with the drawn pictures. */
async function toPictures(window: Page): Promise<void> {
  await toVault(window);
  await window.getByLabel("Search by name").fill("Summer at the lake");
  await window.getByRole("button", { name: "Search" }).click();
  await window.locator(".found a").first().click();
  await window.locator(".tile img.shown").nth(3).waitFor();
}

/** Views that are another thing while Candor is locked. */
export const lockedViews: readonly PageView[] = [
  { name: "locked-start", path: () => "/" },
  { name: "locked-examination", path: (id) => `/e/${id}` },
  { name: "locked-hidden", path: () => "/hidden" },
  { name: "locked-rights", path: () => "/rights" },
  { name: "locked-journal", path: () => "/journal" },
  { name: "locked-evidence", path: () => "/evidence" },
  { name: "locked-share", path: () => "/share" },
  { name: "locked-privacy", path: () => "/privacy" },
];

/** Goes to a view of two examinations, the earlier first, and waits until it stands. */
export async function showView(
  window: Page,
  base: string,
  view: PageView,
  [before, after]: readonly [before: string, after: string],
): Promise<void> {
  await window.goto(base + view.path(after, before), { waitUntil: "domcontentloaded" });
  await window.locator("h1").first().waitFor();
  await window.locator(".loading").first().waitFor({ state: "detached" });
  await view.prepare?.(window);
}
