import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { openStage, type Stage } from "../../scripts/page-stage.ts";
import { tool, withTool } from "../tools.ts";

// An examination held against profiles, and the history of a phone: a real browser, the real server, a virtual phone.

const chromium = tool("chromium");
const inChromium = withTool("chromium");
const phone = "virtual:hyperos";

describe("assessments in a browser", () => {
  let stage: Stage;
  let clock = Date.UTC(2026, 10, 1, 9, 30);
  let before = "";
  let after = "";
  beforeAll(async () => {
    if (chromium === undefined) return;
    stage = await openStage({ chromium, now: () => clock });
    before = await stage.examine(phone);
    await stage.change(phone, [
      { action: "set-global-setting", params: { key: "http_proxy", value: "192.0.2.1:8080" } },
    ]);
    clock = Date.UTC(2026, 10, 22, 9, 30);
    after = await stage.examine(phone);
  }, 180_000);
  afterAll(async () => stage?.close());

  const open = async (path: string): Promise<Page> => {
    const window = await stage.window({ locale: "en-GB", timezoneId: "UTC", reducedMotion: "reduce" });
    window.setDefaultTimeout(30_000);
    await window.goto(`${stage.base}/e/${after}/${path}`, { waitUntil: "domcontentloaded" });
    return window;
  };
  const counts = async (window: Page) => (await window.locator("button.count strong").allTextContents()).map(Number);

  inChromium(
    "a control is read from its count to the finding; families are folded until then",
    async () => {
      const window = await open("assessment");
      await window.locator(".family").first().waitFor();
      expect(await window.locator(".family[open]").count()).toBe(0);
      const [failed = 0] = await counts(window);
      await window.locator("button.count").first().click();
      await window.locator(".family[open]").first().waitFor();
      expect(await window.locator(".control").count()).toBe(failed);
      const control = window.locator("#NET-02");
      await control.locator("> summary").click();
      await control.getByText("speaks against it").waitFor();
      await control.getByText("192.0.2.1:8080", { exact: false }).first().waitFor();
      expect(await control.locator(".references li").count()).toBeGreaterThan(0);
      await control.getByRole("link", { name: /Show what was found/ }).click();
      await window.waitForURL(/\/findings\/[a-z-]+$/);
      await window.locator("article").first().waitFor();
      expect(await window.locator("main").innerText()).not.toMatch(/certified|score of \d/i);
      await window.context().close();
    },
    90_000,
  );

  inChromium(
    "a question is answered, counts change at once, the answer and its note survive a reload, and can be taken back",
    async () => {
      const window = await open("assessment/owner");
      await window.locator(".questions > summary").click();
      const form = window.locator(".questions fieldset", { hasText: "UPD-09" });
      const then = await counts(window);
      await form.getByRole("button", { name: "Yes", exact: true }).click();
      await form.getByText("Nov 22, 2026").waitFor();
      await expect.poll(() => counts(window)).toEqual([then[0], (then[1] ?? 0) - 1, (then[2] ?? 0) + 1, then[3]]);
      // Nothing that was open closed.
      expect(await window.locator(".questions[open]").count()).toBe(1);
      await form.getByRole("textbox").fill("<b>maker's</b> page");
      await form.getByRole("button", { name: "Keep the note" }).click();
      await form.getByRole("button", { name: "Keep the note" }).waitFor({ state: "detached" });
      await window.reload({ waitUntil: "domcontentloaded" });
      await window.locator("summary", { hasText: "Updates" }).first().click();
      await window.locator("#UPD-09 > summary").click();
      await window.getByText("Confirmed by hand on").first().waitFor();
      expect(await window.locator("#UPD-09 .notice").innerText()).toContain("<b>maker's</b> page");
      await window.locator("#UPD-09").getByRole("button", { name: "Take the answer back" }).click();
      await expect.poll(() => counts(window)).toEqual(then);
      await window.context().close();
    },
    90_000,
  );

  inChromium(
    "what the maker promises is told in words; the earlier examination is compared; the page is saved",
    async () => {
      const window = await open("assessment/vendor-claims");
      await window.getByRole("heading", { name: "What the maker promises" }).waitFor();
      const promise = window.locator("li.card", { hasText: "The phone gets security fixes in time" });
      await promise.getByText("That may be the owner's doing").waitFor();
      await window.getByRole("link", { name: /^Owner/ }).click();
      await window.waitForURL(/assessment\/owner$/);
      await window
        .locator("section", { hasText: "Compare with an earlier examination" })
        .locator("select")
        .selectOption(before);
      const row = window.locator("tr", { hasText: "NET-02" });
      await row.waitFor();
      expect((await row.locator("td").allTextContents()).map((text) => text.trim())).toEqual([
        "Satisfied",
        "Not satisfied",
      ]);
      const save = async (name: string) => {
        const [download] = await Promise.all([
          window.waitForEvent("download"),
          window.getByRole("button", { name, exact: true }).click(),
        ]);
        return { name: download.suggestedFilename(), text: await readFile(await download.path(), "latin1") };
      };
      const page = await save("Page (HTML)");
      expect(page.name).toMatch(/^candor-.*-owner-2026-11-22\.html$/);
      expect(page.text).toContain("NET-02");
      expect((await save("PDF")).text).toMatch(/^%PDF-/);
      expect(JSON.parse((await save("SARIF")).text)).toMatchObject({ version: "2.1.0" });
      await window.context().close();
    },
    120_000,
  );

  inChromium(
    "the history shows both examinations as lines and as a table, and leads to what changed",
    async () => {
      const window = await open("history");
      await window.locator(".history-table tbody tr").nth(1).waitFor();
      const [now, then] = await window.locator(".history-table tbody tr").all();
      expect(await now?.locator("th").innerText()).toContain("This examination");
      const lane = await window.locator('svg.high[role="img"]').getAttribute("aria-label");
      const high = async (row: typeof now) => (await row?.locator("td").nth(1).innerText()) ?? "";
      expect(lane).toBe(`High: ${await high(now)} now, at most ${await high(now)}, in 2 examinations`);
      expect(Number(await high(now))).toBeGreaterThan(Number(await high(then)));
      await now?.getByRole("link", { name: "Compare with the one before" }).click();
      await window.waitForURL(new RegExp(`/compare/${before}/${after}$`));
      await window.context().close();
    },
    60_000,
  );

  inChromium(
    "what a hostile phone calls things stays text in every control",
    async () => {
      const hostile = await stage.examine("virtual:hostile");
      const window = await stage.window();
      const ran: string[] = [];
      window.on("dialog", (dialog) => {
        ran.push(dialog.message());
        void dialog.dismiss();
      });
      await window.goto(`${stage.base}/e/${hostile}/assessment/person-at-risk`, { waitUntil: "domcontentloaded" });
      await window.getByRole("button", { name: "Open all" }).click();
      await window.locator(".control").first().waitFor();
      const elements = await window.evaluate(() => {
        for (const each of document.querySelectorAll("details")) each.open = true;
        return document.querySelectorAll("main :is(img, script, iframe, b, marquee, style)").length;
      });
      expect([elements, ran]).toEqual([0, []]);
      await window.context().close();
    },
    90_000,
  );

  inChromium(
    "in another language nothing of it is left in English but the names of documents",
    async () => {
      await stage.put("/settings", { language: "es", theme: "system" });
      for (const path of ["assessment/vendor-claims", "assessment/person-at-risk"]) {
        const window = await open(path);
        await window.getByRole("heading", { name: "Todos los controles" }).waitFor();
        await window.getByRole("button", { name: "Abrir todo" }).click();
        await window.locator(".control").first().waitFor();
        await window.evaluate(() => {
          for (const each of document.querySelectorAll("details")) each.open = true;
        });
        // The texts of controls are fetched beside the view.
        await expect
          .poll(async () => await window.locator("main .control h4 [lang=en], main .profiles [lang=en]").count(), {
            timeout: 30_000,
          })
          .toBe(0);
        const english = await window
          .locator('main [lang="en"]')
          .evaluateAll((all) => all.filter((each) => !each.closest(".references")).map((each) => each.textContent));
        expect(english).toEqual([]);
        await window.context().close();
      }
      await stage.put("/settings", { language: "en", theme: "system" });
    },
    120_000,
  );
});
