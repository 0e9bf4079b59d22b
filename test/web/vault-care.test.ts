import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { openStage, type Stage } from "../../scripts/page-stage.ts";
import { checkRepository } from "../../src/vault/check.ts";
import { folderPlace } from "../../src/vault/folder-place.ts";
import { openRepository } from "../../src/vault/repository.ts";
import { tool, withTool } from "../tools.ts";

const chromium = tool("chromium");
const inChromium = withTool("chromium");
const passphrase = "orbit canyon velvet teapot lantern";
const second = "marble trumpet anchor willow comet";
const third = "violin harbour pepper mosaic glacier";
const hostile = `<img src=x onerror="globalThis.ran=1">`;

describe("the care of a vault, in a browser", () => {
  let stage: Stage;
  let work = "";
  let id = "";
  let clock = Date.UTC(2026, 10, 22, 9, 30);
  const put = async () => {
    clock += 60_000;
    await stage.run(`/vaults/${id}/put`, { path: join(work, "kept") });
  };
  beforeAll(async () => {
    if (chromium === undefined) return;
    stage = await openStage({ chromium, now: () => clock });
    work = await mkdtemp(join(tmpdir(), "candor-care-walk-"));
    await mkdir(join(work, "kept", "old"), { recursive: true });
    await writeFile(join(work, "kept", "old", "large"), Buffer.alloc(200_000, "large"));
    await writeFile(join(work, "kept", hostile), "one");
    const made = await stage.ask<{ id: string }>("/vaults", {
      place: join(work, "vault"),
      passphrase,
      name: "home",
      minutes: 600,
    });
    id = made.id;
    await put();
    await rm(join(work, "kept", "old"), { recursive: true });
    await writeFile(join(work, "kept", hostile), "another");
    await put();
    await put();
  }, 180_000);
  afterAll(async () => {
    await stage?.close();
    await rm(work, { recursive: true, force: true });
  });

  const vault = async (secret: string) => await openRepository(folderPlace(join(work, "vault")), secret);
  async function opened(section: string): Promise<Page> {
    const window = await stage.window();
    await window.goto(`${stage.base}/vault/${id}`, { waitUntil: "domcontentloaded" });
    await window.locator(".care summary", { hasText: section }).click();
    return window;
  }

  inChromium(
    "two snapshots are compared; what is gone and changed is told as text, and leads to where it lies",
    async () => {
      const window = await opened("Compare two snapshots");
      await window.getByLabel("Earlier").selectOption({ index: 2 });
      await window.getByRole("button", { name: "Compare", exact: true }).click();
      await window.locator(".care-differences").waitFor();
      const told = await window.locator(".care-differences summary").allTextContents();
      expect(told).toEqual(["Gone: 1 file, 200 kB", "Changed: 1 file, 7 bytes"]);
      expect(await window.locator(".care-differences a").allTextContents()).toEqual(["old", hostile]);
      expect(await window.evaluate(() => Object.hasOwn(globalThis, "ran"))).toBe(false);
      await window.getByRole("link", { name: "old", exact: true }).click();
      await window.locator(".way strong", { hasText: "old" }).waitFor();
      expect(decodeURIComponent(window.url())).not.toContain("old");
      await window.context().close();
    },
    120_000,
  );

  inChromium(
    "snapshots go after each was shown with its reason; what came meanwhile is refused; their room is freed",
    async () => {
      const window = await opened("Remove old snapshots");
      const see = async () => {
        await window.getByLabel("The last ones").fill("2");
        for (const each of ["day", "week", "month", "year"])
          await window.getByLabel(`The last of each ${each}, so many ${each}s`).fill("0");
        await window.getByRole("button", { name: "See what would go" }).click();
        await window.locator(".care-plan").waitFor();
      };
      await see();
      expect(await window.locator(".care-plan li.goes").count()).toBe(1);
      await window.getByText("1 goes, 2 stay.").waitFor();
      expect(await window.locator(".care-plan li:not(.goes)").first().textContent()).toContain("one of the last");
      await put();
      await window.getByRole("button", { name: "Remove 1 snapshot", exact: true }).click();
      await window.getByText("nothing was removed").waitFor();
      expect((await stage.ask<{ snapshots: unknown[] }>(`/vaults/${id}/snapshots`)).snapshots.length).toBe(4);

      await see();
      await window.getByText("2 go, 2 stay.").waitFor();
      await window.getByRole("button", { name: "Remove 2 snapshots", exact: true }).click();
      await window.getByText("2 snapshots were removed; 2 are in the vault, as it was read again.").waitFor();
      await window.getByText(/About \d+ kB would be free/).waitFor();
      await window.locator("#vault-snapshots ~ search").waitFor();
      expect(await window.locator("[aria-labelledby='vault-snapshots'] .cards > li").count()).toBe(2);
      await window.locator(".care-now").getByRole("button", { name: "Free it now" }).click();
      await window.getByText(/\d+ kB were freed/).waitFor();
      const { problems, snapshots } = await checkRepository(await vault(passphrase), { readData: true });
      expect([problems, snapshots]).toEqual([[], 2]);
      await window.context().close();
    },
    120_000,
  );

  inChromium(
    "snapshots are chosen by hand; leaving it removes nothing, and nothing left is said",
    async () => {
      const window = await opened("Remove old snapshots");
      await window.getByRole("radio", { name: "Chosen by hand" }).check();
      for (const each of await window.locator(".care-pick input").all()) await each.check();
      await window.getByRole("button", { name: "See what would go" }).click();
      await window.getByText("No snapshot would be left in the vault.").waitFor();
      await window.getByRole("button", { name: "Remove nothing" }).click();
      await window.locator(".care-pick").waitFor();
      expect((await stage.ask<{ snapshots: unknown[] }>(`/vaults/${id}/snapshots`)).snapshots.length).toBe(2);
      await window.context().close();
    },
    120_000,
  );

  inChromium(
    "a passphrase is added and changed, another removed; the one in use has no button for it",
    async () => {
      const window = await opened("Passphrases and keys");
      const keys = window.locator(".care-keys li");
      const choose = async (secret: string) => {
        await window.getByLabel("New passphrase", { exact: true }).fill(secret);
        await window.getByLabel("The new passphrase once more").fill(secret);
      };
      await keys.nth(1).waitFor();
      expect(await keys.first().textContent()).toContain("Opened the vault now");
      expect(await keys.first().locator("button").count()).toBe(0);
      await window.getByRole("button", { name: "Add a passphrase …" }).click();
      await choose(second);
      await window.getByRole("button", { name: "Add a passphrase", exact: true }).click();
      await window.getByText("either passphrase opens the vault").last().waitFor();
      await keys.nth(2).waitFor();
      expect((await vault(second)).id).toBe(id);

      await window.getByRole("button", { name: "Change a passphrase …" }).click();
      await window.getByLabel("The passphrase that is set now").fill("not this one");
      await choose(third);
      await window.getByRole("button", { name: "Change it" }).click();
      await window.getByText("This is not the passphrase.").waitFor();
      await window.getByLabel("The passphrase that is set now").fill(passphrase);
      await window.getByRole("button", { name: "Change it" }).click();
      await window.getByText("The passphrase was changed.").waitFor();
      expect((await vault(third)).id).toBe(id);
      await expect(vault(passphrase)).rejects.toMatchObject({ code: "wrong-passphrase" });
      expect(await keys.first().textContent()).toContain("Opened the vault now");

      const other = keys.filter({ hasNot: window.getByText("Opened the vault now") }).filter({ hasText: "Passphrase" });
      await other.getByRole("button").click();
      await window.getByText("can read that copy still").waitFor();
      await window.getByRole("button", { name: "Leave it" }).click();
      await window.locator("dialog").waitFor({ state: "detached" });
      await other.getByRole("button").click();
      await window.getByRole("button", { name: "Remove it" }).click();
      await window.getByText("The key was removed.").waitFor();
      expect((await readdir(join(work, "vault", "keys"))).length).toBe(2);
      await expect(vault(second)).rejects.toMatchObject({ code: "wrong-passphrase" });

      await window.getByRole("button", { name: "Make a new recovery key" }).click();
      const sheet = await window.locator("pre.sheet").textContent();
      const [recovery = ""] = /(?:[0-9A-Z]{4}-){8}[0-9A-Z]{4}/.exec(sheet ?? "") ?? [];
      expect((await vault(recovery)).id).toBe(id);
      const told = await window.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
      for (const secret of [passphrase, second, third, recovery]) expect(told).not.toContain(secret);
      await window.context().close();
    },
    180_000,
  );
});
