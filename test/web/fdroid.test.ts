import { afterAll, beforeAll, describe, expect } from "vitest";
import { openStage, type Stage } from "../../scripts/page-stage.ts";
import { tool, withTool } from "../tools.ts";

const chromium = tool("chromium");
const inChromium = withTool("chromium");
const name = "com.whatsapp";

describe("an app in the list of F-Droid, and apps out of sight, in a browser", () => {
  let stage: Stage;
  let id = "";
  beforeAll(async () => {
    if (chromium === undefined) return;
    stage = await openStage({ chromium, now: () => Date.UTC(2026, 10, 22, 9, 30) });
    id = await stage.examine("virtual:hyperos");
  }, 120_000);
  afterAll(async () => stage?.close());

  inChromium(
    "the person's own list is compared, told on the app's page, and still there when it is loaded again; nothing is fetched",
    async () => {
      const app = JSON.stringify(await stage.ask(`/examinations/${id}/apps/${name}`));
      const [, signer = ""] = /"signers":\[\{"sha256":"([0-9a-f]{64})"/.exec(app) ?? [];
      const manifest = { versionName: "<b>999</b>", versionCode: 2_000_000_000, signer: { sha256: [signer] } };
      const index = {
        repo: { timestamp: Date.UTC(2026, 9, 1) },
        packages: { [name]: { versions: { a: { manifest } } } },
      };
      const window = await stage.window();
      window.setDefaultTimeout(60_000);
      const asked: string[] = [];
      window.on("request", (request) => asked.push(request.url()));
      await window.goto(`${stage.base}/e/${id}/apps/${name}`, { waitUntil: "domcontentloaded" });
      const card = window.locator("section", { has: window.locator("#app-fdroid") });
      await card.locator("summary").click();
      const file = (text: string) => ({
        name: "index-v2.json",
        mimeType: "application/json",
        buffer: Buffer.from(text),
      });
      await card.locator("input[type=file]").setInputFiles(file("{}"));
      await card.getByText("This is not the list of a repository").waitFor();
      await card.locator("input[type=file]").setInputFiles(file(JSON.stringify(index)));
      await card.getByText("A newer version is in the list: <b>999</b>.").waitFor();
      await card.getByText("It is signed by one of the signers that the list names.").waitFor();
      await window.reload({ waitUntil: "domcontentloaded" });
      await card.getByText("A newer version is in the list: <b>999</b>.").waitFor();
      // An app that is not in it is not said to be anything else.
      await window.goto(`${stage.base}/e/${id}/apps/com.duolingo`, { waitUntil: "domcontentloaded" });
      await card.getByText("F-Droid’s list has no app of this name").waitFor();
      expect(asked.filter((url) => !url.startsWith(stage.base))).toEqual([]);
      await window.context().close();
    },
    180_000,
  );

  inChromium(
    "before apps are put out of sight, safety is spoken of",
    async () => {
      await stage.ask("/privacy/set", { passphrase: "only for pictures and tests", minutes: 5 });
      const window = await stage.window();
      window.setDefaultTimeout(60_000);
      await window.goto(`${stage.base}/hidden`, { waitUntil: "domcontentloaded" });
      await window.locator(".choices .choice input").first().check();
      await window.getByRole("button", { name: /^Hide 1 app/ }).click();
      await window
        .locator("dialog", { hasText: "stopstalkerware.org" })
        .getByRole("button", { name: "Do it" })
        .waitFor();
      await window.context().close();
    },
    120_000,
  );
});
