import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { openStage, type Stage } from "../../scripts/page-stage.ts";
import { tool, withTool } from "../tools.ts";

const chromium = tool("chromium");
const inChromium = withTool("chromium");
const patience = 90_000;

describe("hiding files of a phone and putting them back, in a browser", () => {
  let stage: Stage;
  let work = "";
  beforeAll(async () => {
    if (chromium === undefined) return;
    stage = await openStage({ chromium, now: () => Date.UTC(2026, 10, 22, 9, 30) });
    work = await mkdtemp(join(tmpdir(), "candor-hide-walk-"));
    await mkdir(join(work, "Papers"));
    await writeFile(join(work, "Papers", "lease <b>.pdf"), "a lease");
  }, 120_000);
  afterAll(async () => {
    await stage?.close();
    await rm(work, { recursive: true, force: true });
  });

  /** A vault of its own, with a lease in it, so that no test sees what another ended with. */
  async function newVault(name: string): Promise<string> {
    const wish = { place: join(work, name), name, passphrase: "orbit canyon velvet teapot" };
    const { id } = await stage.ask<{ readonly id: string }>("/vaults", wish);
    await stage.run(`/vaults/${id}/put`, { path: join(work, "Papers") });
    return id;
  }

  async function opened(
    name: string,
  ): Promise<{ readonly window: Page; readonly hide: Locator; readonly back: Locator }> {
    const id = await newVault(name);
    const window = await stage.window();
    window.setDefaultTimeout(patience);
    await window.goto(`${stage.base}/vault/${id}`, { waitUntil: "domcontentloaded" });
    await window.locator(".hide-files > summary").waitFor();
    return { window, hide: window.locator(".hide-files"), back: window.locator(".return-files") };
  }

  /** Chooses the photos of the phone that is tried out. */
  async function choose(hide: Locator): Promise<void> {
    await hide.locator("> summary").click();
    await hide.getByText("Think of your safety first").waitFor();
    await hide.locator("select").selectOption("virtual:hyperos");
  }

  inChromium(
    "photos are kept, listed, deleted after their own consent, and come back; a reload in between loses nothing",
    async () => {
      const { window, hide, back } = await opened("home");
      await choose(hide);
      await hide.getByRole("button", { name: "See how much that is" }).click();
      await hide.getByText("To pull:").waitFor();
      await hide.getByRole("button", { name: "Put it into the vault and compare" }).click();
      await hide.locator(".agree").waitFor();
      // The keyboard is where the list has come to.
      expect(await hide.locator(".agreeing").evaluate((each) => each === document.activeElement)).toBe(true);
      // Loaded again, the list stands there still, and nothing was deleted.
      await window.reload({ waitUntil: "domcontentloaded" });
      await hide.locator(".agree").waitFor();
      await hide.getByText("Nothing was deleted on the phone.").waitFor();
      const remove = hide.locator(".button.danger");
      expect(await remove.isDisabled()).toBe(true);
      await hide.locator(".plan-files > summary", { hasText: "What would be deleted" }).click();
      await hide.locator(".plan-files li", { hasText: "/sdcard/DCIM/Camera/" }).first().waitFor();
      const listed = await hide.locator(".plan-files li").count();
      expect(await remove.textContent()).toBe(`Delete ${listed} files on the phone`);
      await hide.locator(".agree input").check();
      await remove.click();
      await hide.locator(".notice.good", { hasText: `${listed} files were deleted on the phone` }).waitFor();

      // They are gone: the phone has none of them any more.
      await hide.getByRole("button", { name: "Begin again" }).click();
      await hide.locator("select").selectOption("virtual:hyperos");
      await hide.getByRole("button", { name: "See how much that is" }).click();
      await hide.getByText("The phone has none of that").waitFor();

      await back.locator("> summary").click();
      await back.getByLabel("Phone", { exact: true }).selectOption("virtual:hyperos");
      await back.getByRole("button", { name: "See what would be done" }).click();
      await back.getByText(`${listed} files, `).waitFor();
      expect(await back.getByText("taken on the phone").count()).toBe(0);
      await back.getByRole("button", { name: `Put ${listed} files on the phone` }).click();
      await back.locator(".notice.good", { hasText: `${listed} files were put on the phone` }).waitFor();
      // What is there is said to be there when it is asked for once more, and nothing is put over it.
      await back.getByRole("button", { name: "Begin again" }).click();
      await back.getByLabel("Phone", { exact: true }).selectOption("virtual:hyperos");
      await back.getByRole("button", { name: "See what would be done" }).click();
      await back.getByText(`${listed} names are taken on the phone`).waitFor();
      await back.getByRole("button", { name: `Put ${listed} files on the phone` }).click();
      await back.locator(".notice.good", { hasText: `${listed} files lay there already, the same.` }).waitFor();
      await window.context().close();
    },
    300_000,
  );

  inChromium(
    "what is left on the phone stays there; chosen files of a computer go into a folder of the phone",
    async () => {
      const { window, hide } = await opened("other");
      await choose(hide);
      await hide.getByRole("button", { name: "Put it into the vault and compare" }).click();
      // A phone that is away when it would begin: the list stands there still.
      const gone = { code: "no-device", message: "No phone is connected.", next: null };
      await window.route("**/delete", (route) => route.fulfill({ status: 502, json: { error: gone } }));
      await hide.locator(".agree input").check();
      await hide.locator(".button.danger").click();
      await hide.locator(".notice.bad", { hasText: "No phone is connected." }).waitFor();
      await hide.locator(".agree").waitFor();
      await window.unroute("**/delete");
      await hide.getByRole("button", { name: "Leave all on the phone" }).click();
      await hide.getByRole("button", { name: "See how much that is" }).click();
      await hide.getByText("files, ").first().waitFor();

      await window.getByLabel("Search by name").fill("lease <b>");
      await window.getByRole("button", { name: "Search" }).click();
      await window.locator(".found a").first().click();
      await window.getByRole("checkbox", { name: "Choose lease <b>.pdf" }).check();
      await window.getByRole("button", { name: "Put 1 chosen on a phone" }).click();
      const back = window.getByRole("region", { name: "Put files back on a phone" });
      await back.locator("select").selectOption("virtual:hyperos");
      await back.getByRole("button", { name: "See what would be done" }).click();
      // Its path on the computer is none of the phone.
      await back.getByText("Nothing of it can be put on the phone.").waitFor();
      await back.getByRole("button", { name: "Leave it" }).click();
      await back.locator("select").selectOption("virtual:hyperos");
      await back.getByLabel("Into a folder of the phone").check();
      await back.getByLabel("Folder on the phone").fill("/sdcard/Download/papers");
      await back.getByRole("button", { name: "See what would be done" }).click();
      await back.locator(".plan-files > summary").click();
      await back.locator(".plan-files code", { hasText: "/sdcard/Download/papers/lease <b>.pdf" }).waitFor();
      await back.getByRole("button", { name: "Put 1 file on the phone" }).click();
      await back.locator(".notice.good", { hasText: "1 file was put on the phone" }).waitFor();
      await window.context().close();
    },
    300_000,
  );
});
