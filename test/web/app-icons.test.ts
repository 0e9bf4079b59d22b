import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { openStage, type Stage } from "../../scripts/page-stage.ts";
import type { AppTable, AppTableRow } from "../../src/centre/app-table.ts";
import { tool, withTool } from "../tools.ts";

const chromium = tool("chromium");

describe("the icons of apps on the page", () => {
  let stage: Stage;
  let examination = "";
  beforeAll(async () => {
    if (chromium === undefined) return;
    stage = await openStage({ chromium, now: Date.now });
    examination = await stage.examine("virtual:hyperos");
  }, 240_000);
  afterAll(async () => stage?.close());

  const open = async (path: string) => {
    const window = await stage.window({ viewport: { width: 1280, height: 900 } });
    await window.goto(`${stage.base}/e/${examination}/${path}`);
    return window;
  };
  /** Pictures that the browser has drawn. */
  const drawn = (window: Page, within: string) =>
    window.waitForFunction((where) => {
      const all = [...document.querySelectorAll<HTMLImageElement>(`${where} .tile img`)];
      const done = all.filter(({ complete, naturalWidth }) => complete && naturalWidth > 0);
      return all.length > 0 && done.length === all.length ? all.length : 0;
    }, within);
  const tile = (window: Page, name: string) => window.locator("[data-row]", { hasText: name }).locator(".tile");

  withTool("chromium")(
    "are drawn by the browser in the table, in depth, among permissions and pre-installed apps",
    async () => {
      for (const [path, within] of [
        ["apps", "table.apps"],
        ["apps/com.callguard.identify", ".app-head"],
        ["permissions", "table.matrix"],
        ["preinstalled", "table.came"],
      ] as const) {
        const window = await open(path);
        await drawn(window, within);
        // A picture is fetched as one, and never becomes a part of the page.
        const sources = await window
          .locator(`${within} .tile img`)
          .evaluateAll((all) => all.map((img) => img.getAttribute("src")));
        for (const source of sources) expect(source).toMatch(/^\/api\/v1\/icons\/[0-9a-f]{64}$/);
        expect(await window.locator(`${within} .tile svg`).count()).toBe(0);
        await window.context().close();
      }
    },
    240_000,
  );

  withTool("chromium")(
    "leave a letter where there are none, and where they cannot be had or are no pictures",
    async () => {
      const window = await stage.window({ viewport: { width: 1280, height: 900 } });
      const hostile = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert(1)</script>";
      const icon = (sha256: string): AppTableRow["icon"] => ({ fills: true, layers: [{ sha256, box: [0, 0, 1, 1] }] });
      await window.route("**/api/v1/examinations/*/apps", async (route) => {
        const table = (await (await route.fetch()).json()) as AppTable;
        const [first] = table.rows;
        const rows = [
          { name: "None", package: "a.none", icon: null },
          { name: "Gone", package: "a.gone", icon: icon("ab".repeat(32)) },
          { name: "Page", package: "a.page", icon: icon("cd".repeat(32)) },
        ];
        await route.fulfill({ json: { ...table, rows: rows.map((row) => ({ ...first, ...row })) } });
      });
      await window.route(`**/icons/${"cd".repeat(32)}`, (route) =>
        route.fulfill({ contentType: "text/html", body: hostile }),
      );
      let alerts = 0;
      window.on("dialog", (dialog) => {
        alerts++;
        void dialog.dismiss();
      });
      await window.goto(`${stage.base}/e/${examination}/apps`);
      for (const [name, letter] of [
        ["None", "N"],
        ["Gone", "G"],
        ["Page", "P"],
      ] as const)
        await tile(window, name).filter({ hasText: letter }).waitFor();
      expect(await window.locator(".tile img").count()).toBe(0);
      expect(alerts).toBe(0);
      await window.context().close();
    },
    120_000,
  );

  withTool("chromium")(
    "are shown of a file that is dropped, out of its record and without being kept",
    async () => {
      const window = await stage.window({ viewport: { width: 1280, height: 900 } });
      await window.goto(stage.base);
      await window.locator(".drop").waitFor();
      const bytes = readFileSync("../shared/apks/evil/apkinspector-minimal_orig.apk").toString("base64");
      const data = await window.evaluateHandle((content) => {
        const transfer = new DataTransfer();
        const file = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([file], "app.apk"));
        return transfer;
      }, bytes);
      await window.dispatchEvent("body", "drop", { dataTransfer: data });
      await drawn(window, "article");
      const sources = await window
        .locator("article .tile img")
        .evaluateAll((all) => all.map((img) => img.getAttribute("src")));
      expect(sources.map((source) => source?.slice(0, 23))).toEqual([
        "data:image/svg+xml;base",
        "data:image/webp;base64,",
      ]);
      await window.context().close();
    },
    120_000,
  );

  withTool("chromium")(
    "are those of the app in a row after the rows were scrolled and sorted",
    async () => {
      const window = await open("apps");
      await drawn(window, "table.apps");
      const { rows } = await stage.ask<AppTable>(`/examinations/${examination}/apps`);
      const wanted = new Map(rows.map((row) => [row.name, row.icon?.layers.map(({ sha256 }) => sha256) ?? []]));
      for (const y of [4000, 12_000, 0]) {
        await window.evaluate((top) => scrollTo(0, top), y);
        await window.waitForFunction((top) => Math.abs(scrollY - top) < 400, y);
        const seen = await window.locator("[data-row]").evaluateAll((all) =>
          all.map((row) => ({
            name: row.querySelector("a")?.textContent ?? "",
            icon: [...row.querySelectorAll(".tile img")].map((img) => img.getAttribute("src")?.split("/").at(-1)),
          })),
        );
        expect(seen.length).toBeGreaterThan(5);
        for (const { name, icon } of seen) expect([name, icon]).toEqual([name, wanted.get(name)]);
      }
      await window.context().close();
    },
    120_000,
  );
});
