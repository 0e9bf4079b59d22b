import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { openStage, type Stage } from "../../scripts/page-stage.ts";
import { languages } from "../../src/web/messages/languages.ts";
import { tool, withTool } from "../tools.ts";

const chromium = tool("chromium");
const inChromium = withTool("chromium");
const passphrase = "orbit canyon velvet teapot lantern";
/** Found nowhere but where it is put. */
const secret = "PLAINTEXT-9f31c4-ONLY-IN-THE-VAULT";
const markup = `<img src=x onerror="globalThis.ran=1">.png`;
const folderName = "Summer <b>at the lake &amp; more";

/** A small picture with the secret in a comment, as cameras put places into theirs. */
function picture(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const [width, height] = [40, 30];
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const rows = Buffer.alloc((width * 3 + 1) * height, 0x60);
  for (let y = 0; y < height; y++) rows[y * (width * 3 + 1)] = 0;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("tEXt", Buffer.from(`Comment\0${secret}`)),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

describe("the vault, in a browser", () => {
  let stage: Stage;
  let work = "";
  const photo = picture();
  beforeAll(async () => {
    if (chromium === undefined) return;
    stage = await openStage({ chromium, now: () => Date.UTC(2026, 10, 22, 9, 30) });
    work = await mkdtemp(join(tmpdir(), "candor-vault-walk-"));
    const summer = join(work, "Photos", folderName);
    await mkdir(summer, { recursive: true });
    for (const name of ["one.png", "two.png", markup]) await writeFile(join(summer, name), photo);
    await writeFile(join(summer, "page.jpg"), `<!doctype html><script>globalThis.ran=1</script>${secret}`);
    await writeFile(join(summer, "drawing.svg"), `<svg xmlns="http://www.w3.org/2000/svg" onload="globalThis.ran=1"/>`);
  }, 120_000);
  afterAll(async () => {
    await stage?.close();
    await rm(work, { recursive: true, force: true });
  });

  const ran = async (window: Page) => await window.evaluate(() => Object.hasOwn(globalThis, "ran"));

  async function made(window: Page): Promise<void> {
    await window.goto(stage.base, { waitUntil: "domcontentloaded" });
    await window.getByRole("link", { name: "Vault" }).click();
    await window.getByLabel("Folder for the vault").fill(join(work, "vault"));
    await window.getByLabel("What to call it").fill("home");
    await window.getByLabel("New passphrase", { exact: true }).fill(passphrase);
    await window.getByLabel("The new passphrase once more").fill(passphrase);
    await window.getByRole("button", { name: "Make a vault" }).click();
    await window.locator("pre.sheet").waitFor();
    expect(await window.locator("pre.sheet").textContent()).toMatch(/(?:[0-9A-Z]{4}-){8}[0-9A-Z]{4}/);
    await window.getByRole("button", { name: "Not now" }).click();
    await window.getByRole("heading", { level: 1, name: "home" }).waitFor();
  }

  /** Goes down from a snapshot to the folder with the photos. */
  async function toSummer(window: Page): Promise<void> {
    await window.getByLabel("Search by name").fill("<B>AT the");
    await window.getByRole("button", { name: "Search" }).click();
    await window.locator(".found a", { hasText: folderName }).click();
    await window.locator(".way strong", { hasText: folderName }).waitFor();
  }

  inChromium(
    "a vault is made, filled and looked through; photos are shown, hostile names and files are text, and nothing is left on a disk",
    async () => {
      const window = await stage.window();
      const asked: string[] = [];
      window.on("request", (request) => asked.push(decodeURIComponent(request.url())));
      await made(window);
      await window.locator("summary", { hasText: "Keep a folder" }).click();
      await window.getByLabel("Folder to keep").fill(join(work, "Photos"));
      await window.getByRole("button", { name: "Keep it" }).click();
      await window.locator(".notice.good", { hasText: "5 files" }).waitFor();
      await window.locator(".cards a").first().click();
      await toSummer(window);

      await window.locator(".tile").nth(4).waitFor();
      await window.waitForFunction(
        () =>
          [...document.querySelectorAll<HTMLImageElement>(".tile img")].filter((each) => each.naturalWidth === 40)
            .length === 3,
      );
      // What is no picture by its bytes shows its kind; the others their picture.
      await window.locator(".tile-ending", { hasText: "JPG" }).waitFor();
      expect(await window.locator(".tile-ending", { hasText: "SVG" }).count()).toBe(1);
      expect(await window.locator(".tile-name").allTextContents()).toContain(markup);
      expect(await ran(window)).toBe(false);

      await window.getByLabel("Order").selectOption("name");
      await window.locator(".tile").nth(4).locator("span[title='two.png']").waitFor();
      await window.getByRole("button", { name: "Look at one.png" }).click();
      const large = window.locator("dialog img");
      await large.waitFor();
      expect(await large.getAttribute("alt")).toBe("one.png");
      await window.keyboard.press("ArrowRight");
      await window.getByText("This cannot be shown as a picture here.").waitFor();
      await window.keyboard.press("ArrowRight");
      await window.locator("dialog img[alt='two.png']").waitFor();
      await window.keyboard.press("Escape");
      await window.locator("dialog").waitFor({ state: "detached" });

      await window.getByRole("button", { name: "List" }).click();
      const [download] = await Promise.all([
        window.waitForEvent("download"),
        window.getByRole("link", { name: "Download page.jpg" }).click(),
      ]);
      expect(download.suggestedFilename()).toBe("page.jpg");
      await download.delete();
      // Addresses are kept by browsers: neither those of the page nor those it asks for tell what is in the vault.
      expect(asked.filter((url) => url.includes("Summer") || url.includes("one.png"))).toEqual([]);
      expect(decodeURIComponent(window.url())).not.toContain("Summer");
      expect(await holding(secret, [dirname(stage.page), join(work, "vault"), ...(await browserFolders())])).toEqual(
        [],
      );
      expect((await holding(secret, [join(work, "Photos")])).length).toBe(4);
      await window.context().close();
    },
    120_000,
  );

  inChromium(
    "chosen files are restored, a search finds what is there, and a locked vault shows nothing until its passphrase is given",
    async () => {
      const window = await stage.window();
      await window.goto(`${stage.base}/vault`, { waitUntil: "domcontentloaded" });
      await window.getByRole("link", { name: "Show what is in it" }).click();
      await toSummer(window);
      await window.getByRole("checkbox", { name: "Choose two.png" }).check();
      await window.getByRole("button", { name: "Restore 1 chosen" }).click();
      await window.getByLabel("Into this folder").fill(join(work, "restored"));
      await window.getByRole("button", { name: "Restore 1 chosen", exact: true }).click();
      await window.locator(".notice.good", { hasText: "Every byte was verified" }).waitFor();
      expect(await readFile(join(work, "restored", work, "Photos", folderName, "two.png"))).toEqual(photo);

      await window.getByRole("link", { name: "All vaults" }).click();
      await window.getByRole("button", { name: "Lock it" }).click();
      await window.getByRole("link", { name: /^Open\b/ }).click();
      await window.getByLabel("Passphrase of the vault").fill("not this one");
      await window.getByRole("button", { name: "Unlock" }).click();
      await window.getByText("This is not the passphrase.").waitFor();
      expect(await window.locator("main").textContent()).not.toContain("Snapshots");
      await window.getByLabel("Passphrase of the vault").fill(passphrase);
      await window.getByRole("button", { name: "Unlock" }).click();
      await window.getByRole("heading", { name: "Snapshots" }).waitFor();
      await window.context().close();
    },
    120_000,
  );

  inChromium(
    "photos are pulled from a phone while the page is loaded again, and are there afterwards",
    async () => {
      const window = await stage.window();
      await window.goto(`${stage.base}/vault`, { waitUntil: "domcontentloaded" });
      await window.locator(".vault-card a").first().click();
      await window.locator("summary", { hasText: "Pull from a phone" }).click();
      await window.getByLabel("Phone", { exact: true }).selectOption("virtual:hyperos");
      await window.getByRole("button", { name: "See how much that is" }).click();
      await window.getByText("To pull:").waitFor();
      await window.locator("summary", { hasText: "Check the vault" }).click();
      await window.getByRole("button", { name: "Check it" }).click();
      await window.locator(".notice.good", { hasText: "missing or damaged" }).waitFor();
      await window.getByRole("button", { name: "Pull it now" }).click();
      await window.locator(".vault-work").waitFor();
      await window.reload({ waitUntil: "domcontentloaded" });
      await window.locator(".cards").getByText("From a phone:").waitFor({ timeout: 90_000 });
      await window.context().close();
    },
    150_000,
  );

  inChromium(
    "all places of the page are in sight on a narrow screen, in every language",
    async () => {
      const window = await stage.window({ viewport: { width: 390, height: 800 } });
      const seen = new Map<string, readonly number[]>();
      for (const language of Object.keys(languages)) {
        await stage.put("/settings", { language, theme: "system" });
        await window.goto(`${stage.base}/settings`, { waitUntil: "domcontentloaded" });
        await window.locator(`html[lang="${language}"]`).waitFor();
        const edges = await window
          .locator("header nav .place span")
          .evaluateAll((all) =>
            all.map((each) => each.getBoundingClientRect()).map(({ left, right }) => [left, right]),
          );
        seen.set(language, edges.flat());
      }
      await stage.put("/settings", { language: "en", theme: "system" });
      await window.context().close();
      for (const [language, edges] of seen) {
        expect(edges.length, language).toBe(14);
        // None lies on the next, and none beyond the edge.
        expect(edges, language).toEqual([...edges].sort((a, b) => a - b));
        expect([(edges[0] ?? -1) >= 0, (edges.at(-1) ?? 999) <= 390], language).toEqual([true, true]);
      }
    },
    90_000,
  );

  inChromium(
    "while Candor is locked, nothing of vaults is shown",
    async () => {
      await stage.lock();
      const window = await stage.window();
      await window.goto(`${stage.base}/vault`, { waitUntil: "domcontentloaded" });
      await window.getByRole("heading", { name: "This is locked" }).waitFor();
      const text = await window.locator("main").textContent();
      for (const each of ["home", work, "Make a vault"]) expect(text).not.toContain(each);
      await window.context().close();
    },
    60_000,
  );
});

/** Folders of the browser, which keeps caches and addresses there. */
async function browserFolders(): Promise<readonly string[]> {
  const names = await readdir(tmpdir());
  return names.filter((name) => /^(?:playwright|\.?org\.chromium)/.test(name)).map((name) => join(tmpdir(), name));
}

/** Files below some folders that hold a text. */
async function holding(text: string, folders: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const folder of folders)
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      if ((await readFile(path).catch(() => Buffer.alloc(0))).includes(text)) found.push(path);
    }
  return found;
}
