import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { openStage, type Stage } from "../../scripts/page-stage.ts";
import { tool, withTool } from "../tools.ts";

// Asking a phone's hardware on the page: what is put onto the phone is said before, and what the hardware says is shown beside the system's word.

const chromium = tool("chromium");

describe("the hardware on the page", () => {
  let stage: Stage;
  let window: Page;
  beforeAll(async () => {
    if (chromium === undefined) return;
    stage = await openStage({ chromium, now: Date.now });
    window = await stage.window({ viewport: { width: 390, height: 900 }, reducedMotion: "reduce" });
    window.setDefaultTimeout(30_000);
  }, 120_000);
  afterAll(async () => stage?.close());

  withTool("chromium")(
    "an unlocked bootloader that the system hides is shown, and kept for the overview",
    async () => {
      const id = await stage.examine("virtual:stock+unlocked-hardware");
      await window.goto(`${stage.base}/e/${id}`);
      await window.getByRole("link", { name: "Ask the hardware" }).click();
      await window.getByText("The hardware of this phone was not asked yet.").waitFor();
      await window.getByText("A program of 6 kB is put into /data/local/tmp").waitFor();
      await window.getByRole("button", { name: "Ask the hardware" }).click();
      const told = window.locator(".told");
      await told.getByText("The system says otherwise").waitFor();
      await told.getByText("The system says 1, the hardware 0.").waitFor();
      await told.getByText("unlocked", { exact: true }).waitFor();
      expect(await window.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      // A request alone puts nothing onto the phone and proves less.
      await window.getByLabel("By a request alone").check();
      await window.getByRole("button", { name: "Ask again" }).click();
      await told.getByText("What was obtained on").waitFor();
      await window.getByRole("link", { name: "To the overview" }).click();
      await window.getByText("Said by hardware; its keys were not looked up").waitFor();
    },
    120_000,
  );
});
