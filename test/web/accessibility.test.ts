import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { openStage, type Stage } from "../../scripts/page-stage.ts";
import { lockedViews, pageViews, showView } from "../../scripts/page-views.ts";
import { tool, withTool } from "../tools.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const chromium = tool("chromium");

/** The rules that colours decide; all others answer the same in both themes. */
const rulesOfColour = ["color-contrast", "link-in-text-block"];
const allRules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe-core found, in a few words each. */
async function violations(window: Page, runOnly: readonly string[]): Promise<readonly string[]> {
  // By the debugger, which the page's policy does not hold: it lets nobody else add a script.
  await window.evaluate(axe);
  return await window.evaluate(async (runOnly) => {
    const { axe } = globalThis as unknown as {
      readonly axe: { run(options: unknown): Promise<{ readonly violations: readonly Violation[] }> };
    };
    interface Violation {
      readonly id: string;
      readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
    }
    const found = await axe.run({ runOnly, resultTypes: ["violations"] });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ""}`),
    );
  }, runOnly);
}

describe("accessibility of the page", () => {
  let stage: Stage;
  let examinations: readonly [string, string] = ["", ""];
  beforeAll(async () => {
    if (chromium === undefined) return;
    stage = await openStage({ chromium, now: () => Date.UTC(2026, 10, 22, 9, 30) });
    examinations = [await stage.examine("virtual:stock"), await stage.examine("virtual:stock")];
    const params = {
      user: 0,
      package: "com.google.android.gm",
      permission: "android.permission.READ_CONTACTS",
      to: "deny",
    };
    await stage.change("virtual:stock", [{ action: "set-permission", params }]);
    await stage.put("/permission-rules", { rules: ["unused 90d: location -> ask"] });
  }, 120_000);
  afterAll(async () => stage?.close());

  for (const colorScheme of ["light", "dark"] as const)
    withTool("chromium")(
      `axe-core finds nothing in any view, ${colorScheme}`,
      async () => {
        const found: string[] = [];
        for (const view of pageViews) {
          const phones = view.phones ? { phones: view.phones } : {};
          const window = await stage.window({ colorScheme, reducedMotion: "reduce", ...phones });
          await showView(window, stage.base, view, examinations);
          for (const each of await violations(window, colorScheme === "light" ? allRules : rulesOfColour))
            found.push(`${view.name}: ${each}`);
          await window.context().close();
        }
        expect(found).toEqual([]);
      },
      480_000,
    );

  withTool("chromium")(
    "no view is wider than a narrow screen",
    async () => {
      const window = await stage.window({ viewport: { width: 360, height: 740 } });
      const wide: string[] = [];
      for (const view of pageViews) {
        await showView(window, stage.base, view, examinations);
        const width = await window.evaluate(() => document.documentElement.scrollWidth);
        if (width > 360) wide.push(`${view.name}: ${width}`);
      }
      await window.context().close();
      expect(wide).toEqual([]);
    },
    300_000,
  );

  withTool("chromium")(
    "the keyboard leads from the start to a change, the focus always to be seen, and back out of it",
    async () => {
      const window = await stage.window({ viewport: { width: 1280, height: 900 } });
      await window.goto(`${stage.base}/e/${examinations[1]}`, { waitUntil: "domcontentloaded" });
      await window.locator("h1").first().waitFor();
      await window.keyboard.press("Tab");
      expect(await focused(window)).toBe("Skip to content");
      await window.keyboard.press("Enter");
      expect(await window.evaluate(() => document.activeElement?.id)).toBe("main");
      await tabTo(window, "Findings");
      await window.keyboard.press("Enter");
      await window.getByRole("heading", { level: 1, name: "Findings" }).waitFor();
      expect(await window.evaluate(() => document.activeElement?.id)).toBe("main");
      await tabTo(window, "Change this …");
      await window.keyboard.press("Enter");
      const dialog = window.getByRole("dialog");
      await dialog.waitFor();
      expect(await window.evaluate(() => document.activeElement?.closest("dialog") !== null)).toBe(true);
      await window.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      expect(await focused(window)).toBe("Change this …");
      await window.context().close();
    },
    90_000,
  );

  withTool("chromium")(
    "a phone that stays keeps the focus while others come and go",
    async () => {
      const phone = (serial: string, state: string) => ({
        ref: `serial:${serial}`,
        serial,
        model: null,
        state,
        advice: "…",
      });
      const phones = [phone("A1", "device"), phone("B2", "unauthorized")];
      const window = await stage.window({ phones });
      await window.goto(stage.base, { waitUntil: "domcontentloaded" });
      await window.getByRole("button", { name: /^Examine.*A1/ }).focus();
      phones.reverse();
      phones[0] = phone("B2", "device");
      await window.getByRole("button", { name: /^Examine.*B2/ }).waitFor();
      expect(await focused(window)).toBe("Examine: A1");
      await window.context().close();
    },
    60_000,
  );

  // The last: nothing private can be read from then on.
  withTool("chromium")(
    "axe-core finds nothing in the views of a Candor that is locked, and none is wider than a narrow screen",
    async () => {
      await stage.lock();
      const found: string[] = [];
      for (const colorScheme of ["light", "dark"] as const) {
        const window = await stage.window({
          colorScheme,
          reducedMotion: "reduce",
          viewport: { width: 360, height: 740 },
        });
        for (const view of lockedViews) {
          await showView(window, stage.base, view, examinations);
          if (/examination|hidden/.test(view.name)) await window.locator(".locked").waitFor();
          for (const each of await violations(window, colorScheme === "light" ? allRules : rulesOfColour))
            found.push(`${view.name}: ${each}`);
          const width = await window.evaluate(() => document.documentElement.scrollWidth);
          if (width > 360) found.push(`${view.name}: ${width} wide`);
        }
        await window.context().close();
      }
      expect(found).toEqual([]);
    },
    120_000,
  );
});

const focused = (window: Page): Promise<string> =>
  window.evaluate(() => document.activeElement?.textContent?.trim() ?? "");

/** Goes on by Tab until something of this name has the focus; each stop has to be seen. */
async function tabTo(window: Page, name: string): Promise<void> {
  for (let i = 0; i < 80; i++) {
    await window.keyboard.press("Tab");
    const seen = await window.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return "nothing";
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      return outlineStyle !== "none" && outlineWidth !== "0px" && box.width > 0 ? "" : element.outerHTML.slice(0, 120);
    });
    expect(seen).toBe("");
    if ((await focused(window)).startsWith(name)) return;
  }
  throw new Error(`Tab does not lead to “${name}”`);
}
