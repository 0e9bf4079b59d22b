import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { openStage, type Stage } from "../../scripts/page-stage.ts";
import { tool, withTool } from "../tools.ts";

const packages = join(import.meta.dirname, "..", "..", "node_modules");
const apk = join(packages, "io.appium.settings", "apks", "settings_apk-debug.apk");
const chromium = tool("chromium");

describe("files that are opened on the start", () => {
  let stage: Stage;
  beforeAll(async () => {
    if (chromium !== undefined) stage = await openStage({ chromium, now: () => Date.UTC(2026, 10, 22, 9, 30) });
  }, 120_000);
  afterAll(async () => stage?.close());

  withTool("chromium")(
    "an app is looked into, and the way back leads to the phones",
    async () => {
      const window = await stage.window();
      await window.goto(stage.base, { waitUntil: "domcontentloaded" });
      await window.locator("input[type=file]").setInputFiles(apk);
      await window.getByRole("heading", { level: 1, name: "What is in the file" }).waitFor();
      expect(await window.evaluate(() => document.activeElement?.tagName)).toBe("H1");
      expect(await window.locator(".depth").textContent()).toContain("io.appium.settings");
      await window.getByRole("button", { name: "Back" }).click();
      await window.getByRole("heading", { name: "Which phone shall be examined?" }).waitFor();
      await window.context().close();
    },
    90_000,
  );

  withTool("chromium")(
    "a file that is dropped is taken, and what it is not is said with what to do",
    async () => {
      const window = await stage.window();
      await window.goto(stage.base, { waitUntil: "domcontentloaded" });
      await window.getByRole("button", { name: "Choose a file …" }).waitFor();
      await window.evaluate(() => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(["no phone was ever like this"], "<img src=x onerror=alert(1)>.txt"));
        dispatchEvent(new DragEvent("dragover", { dataTransfer, cancelable: true }));
      });
      await window.getByText("Let go to open it").waitFor();
      await window.evaluate(() => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(["no phone was ever like this"], "<img src=x onerror=alert(1)>.txt"));
        dispatchEvent(new DragEvent("drop", { dataTransfer, cancelable: true }));
      });
      const alert = window.getByRole("alert");
      await alert.waitFor();
      expect(await alert.textContent()).toContain("What to do");
      expect(await window.locator("img").count()).toBe(0);
      expect(await window.getByText("Let go to open it").count()).toBe(0);
      // The choice is there again.
      await window.getByRole("button", { name: "Choose a file …" }).waitFor();
      await window.context().close();
    },
    60_000,
  );

  withTool("chromium")(
    "two files at once are asked for one after the other",
    async () => {
      const window = await stage.window();
      await window.goto(stage.base, { waitUntil: "domcontentloaded" });
      await window.getByRole("button", { name: "Choose a file …" }).waitFor();
      const bytes = [...readFileSync(apk).subarray(0, 10)];
      await window.evaluate((bytes) => {
        const dataTransfer = new DataTransfer();
        for (const name of ["a.apk", "b.apk"]) dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
        dispatchEvent(new DragEvent("drop", { dataTransfer, cancelable: true }));
      }, bytes);
      await window.getByText("One file at a time, please.").waitFor();
      await window.context().close();
    },
    60_000,
  );
});
