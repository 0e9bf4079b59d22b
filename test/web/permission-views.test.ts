import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { openStage, type Stage } from "../../scripts/page-stage.ts";
import { tool, withTool } from "../tools.ts";

const chromium = tool("chromium");
const inChromium = withTool("chromium");

describe("permissions, data collection and pre-installed apps in the browser", () => {
  let stage: Stage;
  let examination = "";
  beforeAll(async () => {
    if (chromium === undefined) return;
    stage = await openStage({ chromium, now: () => Date.UTC(2026, 10, 22, 9, 30) });
    examination = await stage.examine("virtual:hyperos");
  }, 120_000);
  afterAll(async () => stage?.close());

  /** A view once it shows what the phone tells now. */
  async function view(part: string): Promise<Page> {
    const window = await stage.window({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
    await window.goto(`${stage.base}/e/${examination}/${part}`, { waitUntil: "domcontentloaded" });
    await window.getByText("Read from the phone").waitFor();
    return window;
  }
  const button = (window: Page, name: string) => window.getByRole("button", { name, exact: true });
  const done = (window: Page) => window.getByText("Done, and seen on the phone").waitFor();

  inChromium(
    "one permission of one app is withdrawn, seen in the table, and taken back",
    async () => {
      const window = await view("permissions");
      const row = window.getByRole("row", { name: /com\.whatsapp(?!.*999)/ }).first();
      await row.getByRole("button", { name: "Contacts: Allowed" }).click();
      await button(window, "Withdraw …").click();
      await button(window, "Do it").click();
      await done(window);
      await button(window, "Take it back").click();
      await window.getByText("Taken back, and seen on the phone").waitFor();
      await button(window, "Close").last().click();
      await row.getByRole("button", { name: "Contacts: Allowed" }).waitFor();
      await row.getByRole("button", { name: "Contacts: Allowed" }).click();
      await button(window, "Withdraw …").click();
      await button(window, "Do it").click();
      await done(window);
      await button(window, "Close").last().click();
      await row.getByRole("button", { name: /Contacts: Denied/ }).waitFor();
      await window.context().close();
    },
    60_000,
  );

  inChromium(
    "many are changed at once, and the arrow keys lead through the table",
    async () => {
      const window = await view("permissions");
      await window.getByRole("columnheader", { name: "Location", exact: true }).getByRole("button").click();
      await window.getByRole("checkbox", { name: "Only where it is allowed" }).check();
      await window.getByRole("checkbox", { name: "Choose all that are shown" }).focus();
      await window.keyboard.press("Space");
      await window.keyboard.press("ArrowDown");
      await window.keyboard.press("ArrowRight");
      await window.keyboard.press("ArrowRight");
      expect(await window.evaluate(() => document.activeElement?.textContent)).toBe("Allowed");
      await window.keyboard.press("Home");
      expect(await window.evaluate(() => document.activeElement?.getAttribute("type"))).toBe("checkbox");
      await button(window, "Show what will be done …").click();
      await button(window, "Do it").click();
      await done(window);
      await button(window, "Close").last().click();
      await window.getByText("No app matches.").waitFor();
      await window.context().close();
    },
    60_000,
  );

  inChromium(
    "collection is switched off, noted with the date, and seen",
    async () => {
      const window = await view("collection");
      await window.getByRole("button", { name: /^Switch off all \d+ that are on …$/ }).click();
      await button(window, "Do it").click();
      await done(window);
      await button(window, "Close").last().click();
      await window.getByText("Noted in the journal.").waitFor();
      await window
        .getByText(/^Off by your choice since/)
        .first()
        .waitFor();
      expect(await window.getByText(/^Off by your choice since/).count()).toBeGreaterThan(5);
      expect(await window.getByRole("button", { name: /^Switch off all/ }).count()).toBe(0);
      const journal = await window.evaluate(async () => await (await fetch("/api/v1/journal")).text());
      expect(journal).toContain('"consent"');
      await window.context().close();
    },
    60_000,
  );

  inChromium(
    "a ready-made choice is seen first, goes the way that the phone allows, and all of it comes back",
    async () => {
      const window = await view("preinstalled");
      await window.getByRole("button", { name: /^Choose \d+ apps\s*: Gentle$/ }).click();
      const chosen = await window.locator("tbody tr").count();
      expect(chosen).toBeGreaterThan(0);
      await button(window, "Put away …").click();
      await window.getByText("What is lost").waitFor();
      expect(await button(window, "Do it").count()).toBe(0);
      await button(window, "Show what it would do").click();
      await button(window, "Do it").click();
      await done(window);
      await button(window, "Close").last().click();
      await window.getByText("Nothing left to put away").waitFor();
      const saved = window.waitForEvent("download");
      await button(window, "Save the rescue script").click();
      expect((await saved).suggestedFilename()).toMatch(/^rescue-.*\.sh$/);
      await button(window, "Bring back all that Candor put away …").click();
      await button(window, "Bring them back").click();
      await window.getByText("Taken back, and seen on the phone").first().waitFor();
      await button(window, "Close").last().click();
      await window.getByRole("button", { name: new RegExp(`^Choose ${chosen} apps\\s*: Gentle$`) }).waitFor();
      await window.context().close();
    },
    60_000,
  );

  inChromium(
    "rules are kept, told in words, applied together after a look, saved and taken from a file",
    async () => {
      const window = await view("permissions");
      const rules = window.getByRole("region", { name: "Rules" });
      await rules.getByRole("combobox", { name: "For" }).selectOption("");
      await rules.getByRole("combobox", { name: "Permission" }).selectOption("contacts");
      await button(window, "Keep this rule").click();
      const [first, second] = [rules.getByRole("listitem").nth(0), rules.getByRole("listitem").nth(1)];
      await expect.poll(() => first.textContent()).toContain("All apps that were added → Withdraw: Contacts");
      await rules.locator('input[type="file"]').setInputFiles({
        name: "rules.json",
        mimeType: "application/json",
        buffer: Buffer.from(
          JSON.stringify({
            schema: "candor.permission-rules/1",
            rules: ["contacts -> deny", "app com.whatsapp: contacts -> never"],
          }),
        ),
      });
      await expect.poll(() => second.textContent()).toContain("com.whatsapp → Withdraw for good: Contacts");
      expect(await rules.getByRole("listitem").count()).toBe(2);
      await button(window, "Apply all rules …").click();
      const dialog = window.getByRole("dialog");
      await button(window, "Do it").click();
      await done(window);
      await button(window, "Close").last().click();
      await window.getByRole("button", { name: "Contacts: Denied, may not ask again" }).first().waitFor();
      await dialog.waitFor({ state: "detached" });
      const saved = window.waitForEvent("download");
      await button(window, "Save as a file").click();
      expect((await saved).suggestedFilename()).toBe("candor-permission-rules.json");
      await rules
        .getByRole("button", { name: /^Remove/ })
        .first()
        .click();
      await expect.poll(() => rules.getByRole("listitem").count()).toBe(1);
      await rules.locator('input[type="file"]').setInputFiles({
        name: "other.json",
        mimeType: "application/json",
        buffer: Buffer.from('{"schema":"candor.selection/1","packages":[]}'),
      });
      await rules.getByText("This file holds no permission rules.").waitFor();
      await window.context().close();
    },
    60_000,
  );

  inChromium(
    "a phone that cannot be reached leaves what was examined, and says so",
    async () => {
      const window = await stage.window();
      await window.route("**/api/v1/phones/**", (route) =>
        route.fulfill({ status: 502, json: { error: { code: "gone", message: "The phone is gone.", next: null } } }),
      );
      for (const part of ["permissions", "collection", "preinstalled"]) {
        await window.goto(`${stage.base}/e/${examination}/${part}`, { waitUntil: "domcontentloaded" });
        await window.getByText("The phone could not be read just now.").waitFor();
        await window.getByText("As it was when it was examined").waitFor();
        expect(await window.getByRole("heading", { level: 2 }).or(window.getByRole("table")).count()).toBeGreaterThan(
          0,
        );
      }
      await window.context().close();
    },
    60_000,
  );
});
