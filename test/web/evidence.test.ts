import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { damaged, openPackage } from "../../scripts/page-evidence.ts";
import { openStage, type Stage } from "../../scripts/page-stage.ts";
import { openFile } from "../../src/device/file.ts";
import { zipFolder } from "../../src/device/folder.ts";
import { tool, withTool } from "../tools.ts";

const chromium = tool("chromium");
const inChromium = withTool("chromium");

describe("evidence, the journal as proof and updates, in a browser", () => {
  const work = mkdtempSync(join(tmpdir(), "candor-page-evidence-"));
  const folder = join(work, "case-7");
  let stage: Stage;
  let examination: string;
  /** As the page gave it to be saved. */
  let zip: Buffer;
  beforeAll(async () => {
    if (chromium === undefined) return;
    stage = await openStage({ chromium, now: () => Date.UTC(2026, 10, 22, 9, 30) });
    examination = await stage.examine("virtual:miui12");
  }, 120_000);
  afterAll(async () => {
    await stage?.close();
    rmSync(work, { recursive: true, force: true });
  });

  const open = async (path: string, options: Parameters<Stage["window"]>[0] = {}): Promise<Page> => {
    const window = await stage.window(options);
    window.setDefaultTimeout(40_000);
    await window.goto(stage.base + path, { waitUntil: "domcontentloaded" });
    return window;
  };
  const lines = async (window: Page) =>
    (await window.locator(".evidence-lines .mark").allTextContents()).map((text) => text.trim());

  inChromium(
    "an examination is packed, with what is taken out said before, and saved as a zip that verifies without Candor",
    async () => {
      const window = await open(`/e/${examination}/evidence`);
      const names = window.locator("label", { hasText: "Names, too" });
      expect(await names.textContent()).toMatch(/serial numbers: \d/);
      await names.click();
      await window.getByRole("button", { name: "Make the package" }).click();
      const link = window.locator(".evidence-head a.button");
      await link.waitFor();
      const [download] = await Promise.all([window.waitForEvent("download"), link.click()]);
      expect(download.suggestedFilename()).toMatch(/^candor-evidence-\d{8}T\d{6}\.zip$/);
      zip = readFileSync(await download.path());
      const print = (await window.locator(".evidence-head .fingerprint").textContent()) ?? "";
      await window.context().close();
      await unpack(zip);
      execFileSync("sha256sum", ["--quiet", "-c", "SHA256SUMS"], { cwd: folder });
      expect(readFileSync(join(folder, "README.txt"), "utf8")).toContain(print);
      expect(readFileSync(join(folder, "snapshot.json"), "utf8")).toContain("[serial-1]");
    },
    120_000,
  );

  async function unpack(bytes: Buffer): Promise<void> {
    const path = join(work, "saved.zip");
    writeFileSync(path, bytes);
    const packed = await zipFolder(await openFile(path), "saved.zip");
    try {
      for (const name of packed.files.keys()) {
        const file = await packed.open(name);
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), await file.read(0, file.size));
      }
    } finally {
      await packed.close();
    }
  }

  inChromium(
    "dropped onto the first view it is verified line by line; looking at it opens what was found",
    async () => {
      const window = await open("/");
      await window.locator(".drop").waitFor();
      const data = await window.evaluateHandle((base64) => {
        const transfer = new DataTransfer();
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([bytes], "<b>case</b>.zip"));
        return transfer;
      }, zip.toString("base64"));
      await window.dispatchEvent("body", "drop", { dataTransfer: data });
      await window.getByRole("heading", { name: "Nothing is wrong with this package" }).waitFor();
      expect(await lines(window)).toEqual(Array.from({ length: 5 }, () => "Holds"));
      expect(await window.locator("h1 b").count()).toBe(0);
      await window.getByText("It is the key of this computer.").waitFor();
      const body = (await window.locator("main").textContent()) ?? "";
      expect(body).toContain("That the phone told the truth");
      expect(body).not.toMatch(/certif|clean/i);
      // It is still there after the page was loaded again.
      await window.reload({ waitUntil: "domcontentloaded" });
      await window.getByRole("button", { name: "Look at all of it" }).click();
      await window.waitForURL(/\/e\//);
      await window.getByRole("heading", { level: 1 }).waitFor();
      await window.context().close();
    },
    120_000,
  );

  inChromium(
    "one in which a byte was changed is named with its file, and what is no package is told",
    async () => {
      const window = await open("/evidence");
      await openPackage(window, "by mail.zip", damaged(zip));
      await window.getByRole("heading", { name: "This package is not as it was signed" }).waitFor();
      expect((await lines(window))[0]).toBe("Wrong");
      expect(await window.locator(".evidence-faults li").allTextContents()).toEqual([
        expect.stringContaining("report.html"),
      ]);
      await window.getByRole("link", { name: "All packages" }).click();
      await window.locator(".card.edge.critical", { hasText: "by mail.zip" }).waitFor();
      await window
        .locator('input[name="package"]')
        .setInputFiles({ name: "x.zip", mimeType: "application/zip", buffer: Buffer.from("nothing like a zip") });
      await window.getByRole("alert").waitFor();
      await window.context().close();
    },
    120_000,
  );

  inChromium(
    "a folder is chosen, or dropped as the browser drops one, and verified like its zip",
    async () => {
      const window = await open("/evidence");
      await window.locator(".drop").waitFor();
      await window.locator('input[name="folder"]').setInputFiles(folder);
      await window.getByRole("heading", { level: 1, name: "case-7.zip" }).waitFor();
      expect(await lines(window)).toEqual(Array.from({ length: 5 }, () => "Holds"));
      await window.getByRole("link", { name: "All packages" }).click();
      await window.locator(".drop").waitFor();
      const debug = await window.context().newCDPSession(window);
      const drag = { items: [], files: [folder], dragOperationsMask: 1 };
      for (const type of ["dragEnter", "dragOver", "drop"] as const)
        await debug.send("Input.dispatchDragEvent", { type, x: 200, y: 300, data: drag });
      await window.getByRole("heading", { level: 1, name: "case-7.zip" }).waitFor();
      await window.getByRole("heading", { name: "Nothing is wrong with this package" }).waitFor();
      await window.context().close();
    },
    120_000,
  );

  inChromium(
    "the fingerprint that one was told is compared, as it is printed and as a key",
    async () => {
      // A package of another computer: this one knows its key as little as any.
      const window = await open("/evidence");
      await window.route("**/api/v1/evidence/verdicts/*", async (route) => {
        const answer = (await (await route.fetch()).json()) as object;
        await route.fulfill({ json: { ...answer, own: null } });
      });
      await openPackage(window, "case-7.zip", zip);
      const print = ((await window.locator(".fingerprint").textContent()) ?? "").trim();
      const field = window.getByLabel("The fingerprint or public key that you were told");
      const compare = window.getByRole("button", { name: "Compare" });
      const told = async (text: string) => {
        await field.fill(text);
        await compare.click();
        const notice = window.locator("form .notice");
        await notice.waitFor();
        return (await notice.textContent()) ?? "";
      };
      expect(await told(print.replace("SHA256:", "").replace(/(.{4})/g, "$1 "))).toContain("They are the same");
      expect(await told(readFileSync(join(folder, "keys", "candor.pub"), "utf8"))).toContain("They are the same");
      expect(await told(`SHA256:${"A".repeat(43)}`)).toContain("They are different");
      expect(await told("what he said")).toContain("none of minisign");
      await window.context().close();
    },
    120_000,
  );

  inChromium(
    "the journal's state is signed and saved, and holds against what was saved; another's does not",
    async () => {
      const window = await open("/journal");
      await window.locator(".proof > summary").click();
      await window.getByRole("button", { name: "Sign its state now" }).click();
      const [download] = await Promise.all([
        window.waitForEvent("download"),
        window.getByRole("button", { name: "Save the signed state" }).click(),
      ]);
      const note = readFileSync(await download.path());
      expect(note.toString()).toContain("candor/journal/");
      const input = window.locator('input[name="checkpoint"]');
      await input.setInputFiles({ name: "kept.txt", mimeType: "text/plain", buffer: note });
      await window.locator(".proof .notice.good", { hasText: "kept.txt" }).waitFor();
      const other = Buffer.from(note.toString().replace(/^\d+$/m, "9999"));
      await input.setInputFiles({ name: "other.txt", mimeType: "text/plain", buffer: other });
      await window.locator(".proof .notice.bad", { hasText: "is not signed by a known key" }).waitFor();
      await window.context().close();
    },
    120_000,
  );

  inChromium(
    "what an old phone lacks is said in one sentence, in pictures, and one by one",
    async () => {
      const window = await open(`/e/${examination}/updates`);
      await window.locator(".updates-summary", { hasText: "fixes that were published since are missing" }).waitFor();
      const missing = await window.locator(".level-missing").first().textContent();
      const bars = await window.locator(".grade-pictures .card").first().locator("strong").allTextContents();
      const sum = bars.reduce((total, text) => total + Number(text.replace(/\D/g, "")), 0);
      expect(Number(missing?.replace(/\D/g, ""))).toBe(sum);
      await window.locator(".month-picture summary").click();
      expect(await window.locator(".month-picture tbody tr").count()).toBeGreaterThan(24);
      await window.locator("details.whole > summary").click();
      await window.getByRole("searchbox").fill("CVE-2022-0492");
      const row = window.locator("details.whole tbody tr");
      await row.nth(1).waitFor({ state: "detached" });
      expect(await row.textContent()).toContain("Kernel");
      const [download] = await Promise.all([
        window.waitForEvent("download"),
        window.getByRole("button", { name: "Save as a table (CSV) …" }).click(),
      ]);
      expect(readFileSync(await download.path(), "utf8").split("\r\n").length).toBeGreaterThan(1000);
      await window.context().close();
    },
    120_000,
  );

  inChromium(
    "all of it is in the language of the page",
    async () => {
      await stage.put("/settings", { language: "zh", theme: "system" });
      const window = await open("/evidence");
      await openPackage(window, "case-7.zip", damaged(zip));
      const said: string[] = [];
      for (const path of ["", `/e/${examination}/updates`, `/e/${examination}/evidence`, "/journal"]) {
        if (path !== "") await window.goto(stage.base + path, { waitUntil: "domcontentloaded" });
        await window.locator(".evidence-lines, .updates-summary, fieldset, .proof").first().waitFor();
        await window.locator(".loading").first().waitFor({ state: "detached" });
        // Sentences of the server are fetched when the first is met.
        await window.locator('main :not(li) > [lang="en"]').first().waitFor({ state: "detached" });
        said.push(
          await window.locator("main").evaluate((main) => {
            const copy = main.cloneNode(true) as HTMLElement;
            for (const each of copy.querySelectorAll('[lang="en"], code, pre, h1, option')) each.remove();
            return copy.innerText;
          }),
        );
      }
      await stage.put("/settings", { language: "en", theme: "system" });
      expect(said.join("\n")).not.toMatch(
        /\b(?:package|signed|missing|journal(?!\/)|level|entry|entries|key|holds)\b/i,
      );
      await window.context().close();
    },
    120_000,
  );
});
