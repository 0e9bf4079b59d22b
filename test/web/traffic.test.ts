import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { openStage, type Stage } from "../../scripts/page-stage.ts";
import { sampleTraffic } from "../../scripts/page-traffic.ts";
import { tool, withTool } from "../tools.ts";

const chromium = tool("chromium");
const inChromium = withTool("chromium");
const synthetic = join(import.meta.dirname, "..", "..", "..", "shared", "traffic", "synthetic");

/** Drops files onto the page as a person does with the mouse. */
async function drop(window: Page, files: readonly { readonly name: string; readonly bytes: Buffer }[]): Promise<void> {
  const data = await window.evaluateHandle(
    (given) => {
      const transfer = new DataTransfer();
      for (const { name, base64 } of given) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([bytes], name));
      }
      return transfer;
    },
    files.map(({ name, bytes }) => ({ name, base64: bytes.toString("base64") })),
  );
  await window.dispatchEvent("body", "drop", { dataTransfer: data });
}

async function saved(window: Page, button: string): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([
    window.waitForEvent("download"),
    window.getByRole("button", { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

describe("where the data goes, in a browser", () => {
  let stage: Stage;
  beforeAll(async () => {
    if (chromium === undefined) return;
    stage = await openStage({ chromium, now: () => Date.UTC(2026, 10, 22, 9, 30) });
  }, 120_000);
  afterAll(async () => stage?.close());

  inChromium(
    "a capture dropped onto the first view shows the map; filtered to one app, a letter about it is taken along",
    async () => {
      const window = await stage.window();
      const elsewhere: string[] = [];
      window.on("request", (request) => {
        if (!/^(?:http:\/\/127\.0\.0\.1:|blob:|data:)/.test(request.url())) elsewhere.push(request.url());
      });
      await window.goto(stage.base, { waitUntil: "domcontentloaded" });
      await window.locator(".drop").waitFor();
      const names = ["pcapdroid.pcapng", "pm-list-packages-U.txt"];
      await drop(
        window,
        await Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(synthetic, name)) }))),
      );
      await window.locator(".map-place").first().waitFor();
      const countries = await window.locator(".map-place title").allTextContents();
      expect(countries.find((text) => text.startsWith("Singapore"))).toContain("6 connections");
      expect(await window.locator(".legend", { hasText: "Place not known: 5" }).count()).toBe(1);
      expect(await window.getByText("IP Geolocation by DB-IP").count()).toBeGreaterThan(2);

      await window.locator(".filterbar select").selectOption("org.example.diet");
      await window.getByRole("heading", { name: "Diet, Health & Co in depth" }).waitFor();
      expect(await window.locator(".map-place").count()).toBe(3);
      expect(await window.locator("#traffic-flows ~ section tbody tr").count()).toBe(4);

      await window.locator('select[name="company"]').selectOption("Meta");
      await window.locator('input[name="name"]').fill("Ana Example");
      await window.locator('select[name="language"]').selectOption("es");
      await window.getByRole("button", { name: "Write the letter" }).click();
      await window.locator(".traffic-sheet", { hasText: "graph.facebook.com" }).waitFor();
      const letter = await saved(window, "Save as text …");
      expect(letter.name).toBe("candor-meta-platforms-ireland-limited.txt");
      expect(letter.text).toContain("Ana Example");
      expect(letter.text).toContain("graph.facebook.com");
      expect((await saved(window, "Save as a mail draft …")).text).toContain("X-Unsent: 1");
      const page = await saved(window, "Save as a page …");
      expect(page.text).toContain("<svg");
      expect(page.text).not.toContain("<script");
      expect((await saved(window, "Save as a table (CSV) …")).text.split("\r\n").length).toBeGreaterThan(17);
      expect(elsewhere).toEqual([]);
      await window.context().close();
    },
    60_000,
  );

  inChromium(
    "what was chosen when is said on the page, and everything is judged by it",
    async () => {
      const window = await stage.window({ timezoneId: "UTC" });
      await window.goto(`${stage.base}/traffic`, { waitUntil: "domcontentloaded" });
      await window.locator('input[type="file"]').setInputFiles(sampleTraffic);
      await window.locator(".map-place").first().waitFor();
      expect(await window.getByText("No choice is marked").count()).toBe(1);
      await window.locator("summary", { hasText: "Your region and your choice" }).click();
      await window.locator(".traffic-question select").nth(1).selectOption("refused");
      await window.locator('input[type="datetime-local"]').fill("2026-11-22T09:11:00");
      await window.getByRole("button", { name: "Judge again" }).click();
      await window.locator(".time-mark").waitFor();
      const tally = await window.locator(".tally li").allTextContents();
      expect(tally).toContain("5Before the choice");
      expect(tally).toContain("4After refusing");
      await window.context().close();
    },
    60_000,
  );

  inChromium(
    "the view is in the language of the page but for names of lists and what rules say",
    async () => {
      await stage.put("/settings", { language: "zh", theme: "system" });
      const window = await stage.window();
      await window.goto(`${stage.base}/traffic`, { waitUntil: "domcontentloaded" });
      await window.getByText("数据去了哪里").first().waitFor();
      await window.locator('input[type="file"]').setInputFiles(sampleTraffic);
      await window.locator(".map-place").first().waitFor();
      const said = await window.locator("main").evaluate((main) => {
        const copy = main.cloneNode(true) as HTMLElement;
        for (const each of copy.querySelectorAll('[lang="en"], option, svg, code, td, th, strong, h2, .lead'))
          each.remove();
        return copy.innerText;
      });
      expect(said).not.toMatch(/\b(?:connection|tracker|server|known|country|decision)s?\b/i);
      await stage.put("/settings", { language: "en", theme: "system" });
      await window.context().close();
    },
    60_000,
  );
});
