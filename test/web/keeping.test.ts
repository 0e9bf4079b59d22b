import { afterAll, beforeAll, describe, expect } from "vitest";
import { openStage, type Stage } from "../../scripts/page-stage.ts";
import { tool, withTool } from "../tools.ts";

const chromium = tool("chromium");
const phone = "virtual:stock";
const good = "copper lantern meadow outrun velvet sixty";

describe("what Candor keeps, in the page", () => {
  let stage: Stage;
  let examination = "";
  beforeAll(async () => {
    if (chromium === undefined) return;
    // A session of the privacy password waits by the clock of the disk.
    stage = await openStage({ chromium, now: () => Date.now() });
    examination = await stage.examine(phone);
  }, 120_000);
  afterAll(async () => stage?.close());

  const change = async (key: string, value: string) => {
    const calls = [{ action: "set-global-setting", params: { key, value } }];
    const { digest } = await stage.ask<{ digest: string }>("/plan", { phone, calls });
    await stage.run("/apply", { phone, calls, agreed: digest });
  };

  withTool("chromium")(
    "an entry of the journal is taken back, and then all that is left",
    async () => {
      for (const key of ["candor_one", "candor_two", "candor_three"]) await change(key, "1");
      const window = await stage.window();
      await window.goto(`${stage.base}/journal`);
      await window.getByRole("link", { name: /candor_two/ }).click();
      await window.getByRole("button", { name: "Take it back" }).click();
      const dialog = window.getByRole("dialog");
      await dialog.getByText("The exact commands").click();
      await dialog.getByText("settings delete global candor_two").waitFor();
      await dialog.getByRole("button", { name: "Take it back" }).click();
      await dialog.getByText("Taken back, and seen on the phone").waitFor();
      await dialog.getByRole("button", { name: "Close" }).click();
      await window.getByText("Taken back", { exact: true }).waitFor();
      await window.getByRole("link", { name: "To the journal" }).click();
      await window.getByRole("button", { name: /Take everything back/ }).click();
      await dialog.getByText("settings delete global candor_three").waitFor({ state: "attached" });
      expect(await dialog.getByText("candor_two").count()).toBe(0);
      await dialog.getByRole("button", { name: "Take it back" }).click();
      await expect.poll(async () => dialog.getByText("Taken back, and seen on the phone").count()).toBe(2);
      await dialog.getByRole("button", { name: "Close" }).click();
      await expect.poll(async () => window.getByRole("button", { name: /Take everything back/ }).count()).toBe(0);
      await window.context().close();
    },
    60_000,
  );

  withTool("chromium")(
    "two examinations are compared, and one is removed only after asking",
    async () => {
      await stage.examine(phone);
      const window = await stage.window();
      await window.goto(`${stage.base}/examinations`);
      await window.getByRole("checkbox").nth(1).waitFor();
      for (const box of await window.getByRole("checkbox").all()) await box.check();
      await window.getByRole("button", { name: "Compare the two" }).click();
      await window.getByRole("heading", { name: "What changed" }).waitFor();
      await window.getByText(/findings? (?:are|is) the same/).waitFor();
      await window.getByRole("link", { name: "To the examinations" }).click();
      await window.getByRole("checkbox").first().check();
      await window.getByRole("button", { name: "Remove …" }).click();
      await window.getByRole("dialog").getByRole("button", { name: "Leave it" }).click();
      expect(await window.getByRole("checkbox").count()).toBe(2);
      await window.getByRole("button", { name: "Remove …" }).click();
      await window.getByRole("dialog").getByRole("button", { name: "Remove for good" }).click();
      await expect.poll(async () => window.getByRole("checkbox").count()).toBe(1);
      await window.context().close();
    },
    60_000,
  );

  withTool("chromium")(
    "a privacy password is set with its sheet; what locks leaves the screen; the passphrase brings back what was wanted",
    async () => {
      const window = await stage.window();
      await window.goto(`${stage.base}/privacy`);
      const [first, again] = [window.getByLabel("New passphrase", { exact: true }), window.getByLabel(/once more/)];
      const set = window.getByRole("button", { name: "Set it and seal everything" });
      await first.fill("summer2024");
      await again.fill("summer2024");
      await window.getByText("Easily guessed", { exact: true }).waitFor();
      expect(await set.isDisabled()).toBe(true);
      await first.fill(good);
      await again.fill(good);
      await set.click();
      await window.getByText(/AGE-SECRET-KEY-1/).waitFor();
      await window.getByRole("button", { name: "Not now" }).click();
      await window.goto(`${stage.base}/journal`);
      const sensitive = window.getByText("candor_one");
      await sensitive.first().waitFor();
      // Locked elsewhere: by the command line, or by itself.
      await stage.ask("/privacy/lock", {});
      await window.evaluate('document.dispatchEvent(new Event("visibilitychange"))');
      await window.getByRole("heading", { name: "This is locked" }).waitFor();
      expect(await sensitive.count()).toBe(0);
      for (const path of ["/hidden", "/examinations", `/e/${examination}`, `/e/${examination}/apps`]) {
        await window.goto(stage.base + path);
        await window.getByRole("heading", { name: "This is locked" }).waitFor();
      }
      // Where it is known already that it is locked, and where that has still to be asked.
      await window.getByRole("link", { name: "Hidden apps" }).click();
      await window.getByLabel("Passphrase").fill("not this one");
      await window.getByRole("button", { name: "Unlock" }).click();
      await window.getByText("This is not the passphrase.").waitFor();
      await window.getByLabel("Passphrase").fill(good);
      await window.getByRole("button", { name: "Unlock" }).click();
      await window.getByRole("heading", { name: "Hidden now" }).waitFor();
      await window.getByRole("button", { name: "Lock now" }).click();
      await window.goto(`${stage.base}/e/${examination}`);
      await window.getByLabel("Passphrase").fill(good);
      await window.getByRole("button", { name: "Unlock" }).click();
      await window.getByRole("link", { name: "Findings" }).first().waitFor();
      await window.context().close();
    },
    180_000,
  );

  withTool("chromium")(
    "an app is hidden and brought back",
    async () => {
      const window = await stage.window();
      await window.goto(`${stage.base}/hidden`);
      const choice = window.locator(".choices label:has(code:not(:empty))").first();
      const label = (
        await choice.locator("span:has(> code)").evaluate((span) => span.firstChild?.textContent ?? "")
      ).trim();
      await choice.locator("input").check();
      await window.getByRole("button", { name: "Hide 1 app …" }).click();
      const dialog = window.getByRole("dialog");
      await dialog.getByText(/It encrypts nothing/).waitFor();
      await dialog.getByRole("button", { name: "Do it" }).click();
      await dialog.getByText("Done, and seen on the phone").waitFor();
      await dialog.getByRole("button", { name: "Close" }).click();
      // By the name that people know it by.
      await window.getByRole("heading", { level: 3, name: label }).waitFor();
      await window.getByRole("button", { name: /^Bring back/ }).click();
      await dialog.getByRole("button", { name: "Take it back" }).click();
      await dialog.getByText("Taken back, and seen on the phone").waitFor();
      await dialog.getByRole("button", { name: "Close" }).click();
      await window.getByText("Candor has hidden no app.").waitFor();
      await window.context().close();
    },
    60_000,
  );
});
