import { afterAll, beforeAll, describe, expect } from "vitest";
import { openStage, type Stage } from "../../scripts/page-stage.ts";
import { tool, withTool } from "../tools.ts";

const chromium = tool("chromium");

describe("language and appearance", () => {
  let stage: Stage;
  beforeAll(async () => {
    if (chromium === undefined) return;
    stage = await openStage({ chromium, now: () => Date.UTC(2026, 10, 22, 9, 30) });
  }, 120_000);
  afterAll(async () => stage?.close());

  withTool("chromium")(
    "what was chosen holds in a browser that has never been here, and nothing is shown in another language first",
    async () => {
      const first = await stage.window({ locale: "en-GB" });
      await first.goto(`${stage.base}/settings`);
      await first.getByRole("combobox", { name: "Language" }).selectOption("es");
      await first.getByRole("heading", { level: 1, name: "Ajustes" }).waitFor();
      await first.getByRole("radio", { name: "Oscuro" }).check();
      await expect.poll(() => stage.ask("/settings")).toEqual({ language: "es", theme: "dark" });
      await first.context().close();

      const other = await stage.window({ locale: "en-GB", colorScheme: "light" });
      await other.addInitScript(() => {
        const titles: string[] = [];
        Object.assign(globalThis, { titles });
        new MutationObserver(() => {
          const title = document.querySelector("h1")?.textContent ?? "";
          if (title !== "" && titles.at(-1) !== title) titles.push(title);
        }).observe(document, { childList: true, subtree: true, characterData: true });
      });
      await other.goto(`${stage.base}/settings`);
      await other.getByRole("heading", { level: 1, name: "Ajustes" }).waitFor();
      expect(await other.evaluate(() => (globalThis as unknown as { titles: string[] }).titles)).toEqual(["Ajustes"]);
      const root = other.locator("html");
      expect([await root.getAttribute("lang"), await root.getAttribute("dir")]).toEqual(["es", "ltr"]);
      expect(await root.getAttribute("data-theme")).toBe("dark");
      expect(await other.getByRole("radio", { name: "Oscuro" }).isChecked()).toBe(true);
      await other.context().close();
    },
    60_000,
  );

  withTool("chromium")(
    "without a choice the page follows the browser, and keeps nothing",
    async () => {
      await stage.put("/settings", { language: null, theme: "system" });
      const window = await stage.window({ locale: "id-ID" });
      await window.goto(`${stage.base}/settings`);
      await window.getByRole("heading", { level: 1, name: "Setelan" }).waitFor();
      expect(await window.locator("html").getAttribute("data-theme")).toBeNull();
      expect(await stage.ask("/settings")).toEqual({ language: null, theme: "system" });
      await window.context().close();
    },
    60_000,
  );

  withTool("chromium")(
    "a server that does not tell leaves a page that can be read",
    async () => {
      const window = await stage.window({ locale: "en-GB" });
      await window.route("**/api/v1/settings", (route) => route.abort());
      await window.goto(stage.base);
      await window.getByRole("heading", { level: 1 }).waitFor();
      await window.context().close();
    },
    60_000,
  );
});
