import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { openStage, type Stage } from "../../scripts/page-stage.ts";
import { sampleTraffic } from "../../scripts/page-traffic.ts";
import { tool, withTool } from "../tools.ts";

const chromium = tool("chromium");
const inChromium = withTool("chromium");

async function saved(
  window: Page,
  click: () => Promise<void>,
): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([window.waitForEvent("download"), click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

const noteIt = async (window: Page, what: string, on: string, note = "") => {
  await window.locator('select[name="what"]').selectOption({ label: what });
  await window.locator('input[name="on"]').fill(on);
  if (note !== "") await window.locator('textarea[aria-describedby="rights-note"]').fill(note);
};

describe("requests about one's data, in a browser", () => {
  let stage: Stage;
  let now = Date.UTC(2026, 9, 1, 9, 30);
  beforeAll(async () => {
    if (chromium === undefined) return;
    stage = await openStage({ chromium, now: () => now });
  }, 120_000);
  afterAll(async () => stage?.close());

  inChromium(
    "a letter from a record is noted, sent, overdue, complained about; its answer is kept, and everything deleted",
    async () => {
      const window = await stage.window();
      const faults: string[] = [];
      window.on("pageerror", (error) => faults.push(error.message));
      // From the letter of a report to the request.
      await window.goto(`${stage.base}/traffic`, { waitUntil: "domcontentloaded" });
      await window.getByText("Letters that you note are listed").waitFor();
      await window.locator('input[type="file"]').setInputFiles(sampleTraffic);
      await window.locator(".map-place").first().waitFor();
      await window.locator('select[name="company"]').selectOption("Xiaomi");
      await window.locator('input[name="name"]').fill("Ana Example");
      await window.locator('input[name="file"]').check();
      await window.getByRole("button", { name: "Write the letter" }).click();
      await window.getByRole("link", { name: "Show your requests" }).click();
      await window.getByText("Not sent yet").waitFor();
      expect(await window.locator("h1").textContent()).toContain("Xiaomi");

      await noteIt(window, "I sent the letter", "2026-10-01");
      await window.getByRole("button", { name: "Note it" }).click();
      await window.getByText("Answer due on November 2, 2026").waitFor();
      expect(await window.getByText("32 days left").count()).toBe(1);
      await window.locator("summary", { hasText: "How the day was counted" }).click();
      expect(await window.getByText("counted by Regulation 1182/71").count()).toBe(1);
      const { name, text } = await saved(window, () => window.getByRole("button", { name: "calendar" }).click());
      expect(name).toBe("candor-rights-1.ics");
      expect(text).toContain("BEGIN:VCALENDAR\r\n");
      expect(text).toContain("DTSTART;VALUE=DATE:20261102\r\n");

      // Nothing came.
      now = Date.UTC(2026, 10, 22, 9, 30);
      await window.getByRole("link", { name: "All requests" }).click();
      await window.locator(".request .mark", { hasText: "Overdue" }).waitFor();
      expect(await window.getByText("20 days overdue").count()).toBe(1);
      await window.locator(".request a").first().click();
      await window.getByRole("button", { name: "Write a complaint" }).click();
      await window.locator('select[name="country"] option[value="AT"]').waitFor({ state: "attached" });
      await window.locator('select[name="country"]').selectOption("AT");
      await window
        .locator("form", { has: window.locator('select[name="country"]') })
        .locator('select[name="language"]')
        .selectOption("en");
      await window.getByRole("button", { name: "Write the letter" }).click();
      const sheet = window.locator(".traffic-sheet");
      await sheet.waitFor();
      expect(await sheet.textContent()).toContain("The time for it ended on 2 November 2026.");
      expect(await sheet.textContent()).toContain("Österreichische Datenschutzbehörde");

      // Then it did, in part; what it says is shown as text alone.
      const answer = join(tmpdir(), `candor-answer-${process.pid}.html`);
      await writeFile(answer, "<script>document.title = 'x'</script>");
      await noteIt(window, "They answered in part", "2026-11-21", "<img src=x onerror=alert(1)>");
      await window.locator('input[type="file"][name="file"]').setInputFiles(answer);
      await window.getByRole("button", { name: "Note it" }).click();
      await window.getByText("<img src=x onerror=alert(1)>").waitFor();
      expect(await window.locator("main img").count()).toBe(0);
      const kept = window.getByRole("link", { name: "Save candor-answer" });
      expect((await saved(window, () => kept.click())).text).toBe("<script>document.title = 'x'</script>");
      expect(await window.locator(".request .mark").textContent()).toBe("Not answered in full");

      await window.getByRole("button", { name: "Delete …" }).click();
      await window.getByRole("dialog").getByRole("button", { name: "Delete", exact: true }).click();
      await window.getByText("No request is noted yet.").waitFor();
      expect(faults).toEqual([]);
      await window.context().close();
    },
    90_000,
  );

  inChromium(
    "without a record; a near day stands in the overview of a phone, in the language of the page; nothing of it while locked",
    async () => {
      const window = await stage.window();
      await window.goto(`${stage.base}/rights`, { waitUntil: "domcontentloaded" });
      await window.locator("summary", { hasText: "Write a letter without a record" }).click();
      await window.locator('input[name="to"]').fill("Amazon");
      await window.locator('input[name="name"]').fill("Ana Example");
      await window.getByRole("button", { name: "Write the letter" }).click();
      await window.getByText("Noted as request 2.").waitFor();
      await window.getByText("There is no evidence in it").waitFor();
      await stage.ask("/rights/requests/2/events", { what: "sent", on: "2026-11-22" });
      const id = await stage.examine("virtual:hyperos");
      const overview = async () => {
        await window.goto(`${stage.base}/e/${id}`, { waitUntil: "domcontentloaded" });
        await window.locator(".tally").waitFor();
      };
      const near = window.locator('main a[href="/rights/2"]');
      const listed = window.waitForResponse((answer) => answer.url().endsWith("/api/v1/rights"));
      await overview();
      await (await listed).finished();
      expect(await near.count()).toBe(0);
      now = Date.UTC(2026, 11, 20, 9, 30);
      await stage.put("/settings", { language: "es", theme: "system" });
      await overview();
      await near.waitFor();
      expect(await window.locator('section[aria-labelledby="rights-near"]').textContent()).toContain("Quedan 2 días");
      await near.click();
      await window.locator("summary", { hasText: "Cómo se contó el día" }).click();
      await window.getByText("contado por el Reglamento 1182/71").waitFor();
      expect(await window.locator('main [lang="en"]:not(dd)').count()).toBe(0);

      await stage.lock();
      await window.reload({ waitUntil: "domcontentloaded" });
      await window.locator(".locked").waitFor();
      expect(await window.locator("main").textContent()).not.toContain("Amazon");
      await window.goto(`${stage.base}/traffic`, { waitUntil: "domcontentloaded" });
      await window.locator("h1").waitFor();
      expect(await window.locator(".rights-line").count()).toBe(0);
      await window.context().close();
    },
    90_000,
  );
});
