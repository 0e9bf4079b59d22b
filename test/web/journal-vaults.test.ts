import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { openStage, type Stage } from "../../scripts/page-stage.ts";
import { tool, withTool } from "../tools.ts";

const chromium = tool("chromium");
const inChromium = withTool("chromium");

describe("signed states of the journal in vaults, in a browser", () => {
  let stage: Stage;
  let work = "";
  beforeAll(async () => {
    if (chromium === undefined) return;
    stage = await openStage({ chromium, now: () => Date.UTC(2026, 10, 22, 9, 30) });
    work = await mkdtemp(join(tmpdir(), "candor-journal-walk-"));
    await writeFile(join(work, "note.txt"), "Doctor on Tuesday\n");
  }, 120_000);
  afterAll(async () => {
    await stage?.close();
    await rm(work, { recursive: true, force: true });
  });

  inChromium(
    "a vault gets one by itself, the journal is compared with it, and it can be switched off",
    async () => {
      const passphrase = "orbit canyon velvet teapot lantern";
      const { id } = await stage.ask<{ id: string }>("/vaults", {
        place: join(work, "vault"),
        passphrase,
        name: "home",
      });
      const put = async () => await stage.run(`/vaults/${id}/put`, { path: join(work, "note.txt") });
      await put();
      const window = await stage.window();
      await window.goto(`${stage.base}/journal`, { waitUntil: "domcontentloaded" });
      await window.locator(".proof > summary").click();
      await window.getByText("Sign the state once").waitFor();
      await window.getByRole("button", { name: "Sign its state now" }).click();
      await window.getByText("No vault holds one yet").waitFor();
      await put();
      await window.reload({ waitUntil: "domcontentloaded" });
      await window.locator(".proof > summary").click();
      await window.getByText("entries, kept").waitFor();
      await window.getByRole("button", { name: "Compare with home" }).click();
      await window.locator(".proof .notice.good", { hasText: "signed in the vault “home”" }).waitFor();
      const keep = window.getByRole("checkbox", { name: "Keep the newest signed state" });
      await keep.uncheck();
      await expect
        .poll(async () => (await stage.ask<{ keepsInVaults: boolean }>("/proof")).keepsInVaults, { timeout: 30_000 })
        .toBe(false);
      await window.locator(".proof").getByRole("link", { name: "home" }).click();
      await window.getByRole("heading", { level: 1, name: "home" }).waitFor();
      await window.locator("#vault-snapshots").waitFor();
      // Only what the person kept is listed.
      expect(await window.locator(".cards a[href*='/vault/']").count()).toBe(2);
      await window.context().close();
    },
    120_000,
  );
});
