import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { openStage, type Stage } from "../../scripts/page-stage.ts";
import type { AppTable, AppTableRow } from "../../src/centre/app-table.ts";
import { tool, withTool } from "../tools.ts";

const chromium = tool("chromium");

describe("the apps of an examination", () => {
  let stage: Stage;
  let examination = "";
  beforeAll(async () => {
    if (chromium === undefined) return;
    stage = await openStage({ chromium, now: () => Date.UTC(2026, 10, 22, 9, 30) });
    examination = await stage.examine("virtual:stalked");
  }, 180_000);
  afterAll(async () => stage?.close());

  /** The table with other rows, made of its first one. */
  const tableOf = async (window: Page, rows: readonly Partial<AppTableRow>[]) => {
    await window.route("**/api/v1/examinations/*/apps", async (route) => {
      const table = (await (await route.fetch()).json()) as AppTable;
      const [first] = table.rows;
      await route.fulfill({ json: { ...table, rows: rows.map((row) => ({ ...first, verdict: null, ...row })) } });
    });
    await window.goto(`${stage.base}/e/${examination}/apps`);
    await window.locator("[data-row]").first().waitFor();
  };
  const names = (window: Page) => window.locator("[data-row] a").allTextContents();
  const open = async () => await stage.window({ viewport: { width: 1280, height: 900 } });

  withTool("chromium")(
    "of 2,000 rows only those in sight are in the document, and each stands where it belongs",
    async () => {
      const window = await open();
      const rows = Array.from({ length: 2000 }, (_, i) => ({ name: `App ${i}`, package: `a.b${i}`, trackers: i % 5 }));
      await tableOf(window, rows);
      expect(await window.locator("table").getAttribute("aria-rowcount")).toBe("2001");
      for (const y of [0, 700, 40_000, 1_000_000, 60_000]) {
        await window.evaluate((y) => scrollTo(0, y), y);
        await window.waitForTimeout(200);
        const seen = await window.evaluate(() => {
          const row = document.elementFromPoint(400, 600)?.closest("[data-row]");
          const body = document.querySelector("table.apps")?.getBoundingClientRect();
          const head = document.querySelector("table.apps thead")?.clientHeight ?? 0;
          const top = row?.getBoundingClientRect();
          return {
            count: document.querySelectorAll("[data-row]").length,
            index: Number(row?.getAttribute("aria-rowindex")),
            name: row?.querySelector("a")?.textContent,
            place: top && body ? Math.round((top.top - body.top - head) / top.height) : -1,
          };
        });
        expect(seen.count).toBeLessThan(60);
        expect(seen.name).toBe(`App ${seen.index - 2}`);
        expect(seen.place).toBe(seen.index - 2);
      }
      await window.context().close();
    },
    60_000,
  );

  withTool("chromium")(
    "search, filters and order work together, and are there again after looking at an app",
    async () => {
      const window = await open();
      await tableOf(window, [
        ...Array.from({ length: 60 }, (_, i) => ({ name: `Plain ${i}`, package: `plain.a${i}`, trackers: 0 })),
        { name: "Two", package: "com.systemservice", trackers: 2, companies: ["Meta"] },
        { name: "Nine", package: "nine.app", trackers: 9, companies: ["Google"] },
        { name: "Unread", package: "unread.app", trackers: null, depth: "none", unread: true, dangerous: null },
      ]);
      await window.getByRole("button", { name: /^With trackers/ }).click();
      expect(await window.locator(".app-found").textContent()).toContain("1 more is left out");
      await window.getByRole("button", { name: "Trackers", exact: true }).click();
      expect(await names(window)).toEqual(["Nine", "Two"]);
      expect(await window.locator("th[aria-sort]").getAttribute("aria-sort")).toBe("descending");
      await window.getByRole("button", { name: "Trackers", exact: true }).click();
      expect(await names(window)).toEqual(["Two", "Nine"]);
      await window.getByRole("searchbox").fill("meta");
      expect(await names(window)).toEqual(["Two"]);
      await window.getByRole("link", { name: "Two" }).click();
      await window.locator(".depth").waitFor();
      await window.getByRole("link", { name: /All apps/ }).click();
      await window.locator("[data-row]").first().waitFor();
      expect(await names(window)).toEqual(["Two"]);
      await window.getByRole("searchbox").fill("no such app");
      await window.getByRole("button", { name: "Show all apps" }).click();
      expect(await window.locator("[data-row]").count()).toBeGreaterThan(10);
      await window.getByRole("searchbox").fill("unread");
      expect(await window.locator("[data-row]").textContent()).toContain("not looked into");
      await window.context().close();
    },
    60_000,
  );

  withTool("chromium")(
    "a name with markup in it is a name",
    async () => {
      const window = await open();
      const name = `<img src=x onerror="document.title='evil'"><b>x</b>`;
      await tableOf(window, [{ name, package: "evil.app", companies: ["<script>1</script>"], trackers: 1 }]);
      expect(await names(window)).toEqual([name]);
      expect(await window.locator("table img, table b, table script").count()).toBe(0);
      expect(await window.title()).not.toBe("evil");
      await window.context().close();
    },
    60_000,
  );

  withTool("chromium")(
    "an app in depth: a permission is taken from it, seen to be gone, told in its history, and given back",
    async () => {
      const window = await open();
      await window.goto(`${stage.base}/e/${examination}/apps/com.systemservice`);
      await window.getByRole("heading", { level: 1, name: "System Service" }).waitFor();
      for (const text of ["Take care of yourself first", "TheTruthSpy", "stalkerware-indicators of", "Who signed it"])
        expect(await window.locator("main").textContent()).toContain(text);
      const camera = window.getByRole("switch", { name: "The camera" });
      expect(await camera.getAttribute("aria-checked")).toBe("true");
      await camera.click();
      const dialog = window.getByRole("dialog");
      await dialog.getByRole("heading", { name: "Take care of yourself first" }).waitFor();
      await dialog.getByRole("button", { name: "Do it" }).click();
      await dialog.getByText("Done, and seen on the phone").waitFor({ timeout: 30_000 });
      await dialog.getByRole("button", { name: "Close" }).click();
      await window.getByText(/As the phone told at/).waitFor({ timeout: 30_000 });
      expect(await camera.getAttribute("aria-checked")).toBe("false");
      const history = window.locator("section", { has: window.locator("#app-history") });
      await history.getByText("the camera").waitFor();
      await history.getByRole("button", { name: "Take it back" }).click();
      await history.getByText("taken back").first().waitFor({ timeout: 30_000 });
      await window
        .locator('[role="switch"][aria-label="The camera"][aria-checked="true"]')
        .waitFor({ timeout: 30_000 });
      await window.context().close();
    },
    120_000,
  );
});
