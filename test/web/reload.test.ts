import { afterAll, beforeAll, describe, expect } from "vitest";
import { openStage, type Stage } from "../../scripts/page-stage.ts";
import { tool, withTool } from "../tools.ts";

const chromium = tool("chromium");

describe("an examination that is under way", () => {
  let stage: Stage;
  beforeAll(async () => {
    if (chromium !== undefined) stage = await openStage({ chromium, now: () => Date.UTC(2026, 10, 22, 9, 30) });
  }, 120_000);
  afterAll(async () => stage?.close());

  withTool("chromium")(
    "goes on while the page is loaded again, and is taken up where it is",
    async () => {
      const window = await stage.window();
      await window.goto(stage.base, { waitUntil: "domcontentloaded" });
      await window
        .getByRole("button", { name: /^Examine/ })
        .first()
        .click();
      await window.getByRole("button", { name: "Stop" }).waitFor();
      await window.reload({ waitUntil: "domcontentloaded" });
      await window.waitForURL(/\/e\//, { timeout: 60_000 });
      await window.getByRole("heading", { level: 1 }).first().waitFor();
      expect(await window.locator("main").textContent()).toContain("Redmi Note 14 Pro");
      await window.context().close();
    },
    120_000,
  );
});
