import { afterAll, beforeAll, describe, expect } from "vitest";
import { openStage, type Stage } from "../../scripts/page-stage.ts";
import { tool, withTool } from "../tools.ts";

const chromium = tool("chromium");
const inChromium = withTool("chromium");
const phone = "virtual:hyperos";

describe("what the server says, in the language of the page", () => {
  let stage: Stage;
  let examination = "";
  beforeAll(async () => {
    if (chromium === undefined) return;
    stage = await openStage({ chromium, now: () => Date.UTC(2026, 10, 22, 9, 30) });
    examination = await stage.examine(phone);
    const params = { user: 0, package: "com.whatsapp", permission: "android.permission.CAMERA", to: "deny" };
    await stage.change(phone, [{ action: "set-permission", params }]);
  }, 120_000);
  afterAll(async () => stage?.close());

  /** What a view shows in a language, and what of it is still in English. */
  async function shown(language: string, path: string, awaited: string) {
    await stage.put("/settings", { language, theme: "system" });
    const window = await stage.window();
    await window.goto(`${stage.base}${path}`, { waitUntil: "domcontentloaded" });
    await window.getByText(awaited).first().waitFor();
    const english = await window.locator('main [lang="en"]').allTextContents();
    await window.context().close();
    return english;
  }

  inChromium(
    "the journal and its entries are in the language of the page, and nothing is marked as English",
    async () => {
      expect(await shown("zh", "/journal", "从 com.whatsapp 收回：相机")).toEqual([]);
      expect(await shown("id", "/journal", "Cabut dari com.whatsapp: kamera")).toEqual([]);
    },
    60_000,
  );

  inChromium(
    "switches of data collection say what they send, and leave only names of source files in English",
    async () => {
      const english = await shown("es", `/e/${examination}/collection`, "qué pantallas y aplicaciones se usan");
      expect(english.filter((text) => !text.startsWith("AOSP: "))).toEqual([]);
    },
    60_000,
  );
});
