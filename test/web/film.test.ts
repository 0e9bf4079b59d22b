import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Page, Request } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { box, heicWith, recorded } from "../../scripts/page-film.ts";
import { openStage, type Stage } from "../../scripts/page-stage.ts";
import { tool, withTool } from "../tools.ts";

const chromium = tool("chromium");
const inChromium = withTool("chromium");
const passphrase = "orbit canyon velvet teapot lantern";
const mib = 2 ** 20;
/** Found nowhere but in the film that is put into the vault. */
const secret = "PLAINTEXT-3c77d1-ONLY-IN-THE-FILM";

describe("films of a vault, in a browser", () => {
  let stage: Stage;
  let work = "";
  beforeAll(async () => {
    if (chromium === undefined) return;
    stage = await openStage({ chromium, now: () => Date.UTC(2026, 10, 22, 9, 30) });
    work = await mkdtemp(join(tmpdir(), "candor-film-walk-"));
    const window = await stage.window();
    const { mp4, webm, jpeg } = await recorded(window);
    await window.context().close();
    await mkdir(join(work, "Films"));
    const keep = async (name: string, bytes: Buffer | string) => await writeFile(join(work, "Films", name), bytes);
    const [ftyp, rest] = [mp4.subarray(0, mp4.readUInt32BE(0)), mp4.subarray(mp4.readUInt32BE(0))];
    // What is to be played lies behind 40 MiB, as in a film whose list of frames stands at its end.
    await keep("long.mp4", Buffer.concat([ftyp, box("free", Buffer.alloc(mib, secret), randomBytes(39 * mib)), rest]));
    await keep("small.webm", webm);
    const quicktime = Buffer.from(mp4);
    quicktime.write("qt  ", 8, "latin1");
    await keep("iphone.mov", quicktime);
    await keep("page.mp4", "<!doctype html><script>globalThis.ran=1</script>");
    await keep("with.heic", heicWith(jpeg));
    await keep("without.heic", heicWith(null));
    const { id } = await stage.ask<{ id: string }>("/vaults", { place: join(work, "vault"), passphrase, name: "home" });
    await stage.run(`/vaults/${id}/put`, { path: join(work, "Films") });
  }, 180_000);
  afterAll(async () => {
    await stage?.close();
    await rm(work, { recursive: true, force: true });
  });

  async function toFilms(window: Page): Promise<void> {
    await window.goto(`${stage.base}/vault`, { waitUntil: "domcontentloaded" });
    await window.getByRole("link", { name: "Show what is in it" }).click();
    await window.getByLabel("Search by name").fill("Films");
    await window.getByRole("button", { name: "Search" }).click();
    await window.locator(".found a", { hasText: "Films" }).click();
    await window.locator(".tile").nth(5).waitFor();
  }

  const film = (window: Page) => window.locator("dialog video");
  const position = async (window: Page) =>
    await film(window).evaluate((video) => (video instanceof HTMLVideoElement ? video.currentTime : -1));

  inChromium(
    "tiles show a frame of each film that can be played, and the picture in a HEIC photo; what cannot be shown says so",
    async () => {
      const window = await stage.window();
      await toFilms(window);
      await window.waitForFunction(() => document.querySelectorAll(".film-face canvas").length === 3, undefined, {
        timeout: 60_000,
      });
      const coloured = await window.locator(".film-face canvas").evaluateAll((all) =>
        all.map((each) => {
          if (!(each instanceof HTMLCanvasElement)) return 0;
          const { data } = each.getContext("2d")?.getImageData(0, 0, each.width, each.height) ?? { data: [] };
          return Math.max(...data.slice(0, 3)) - Math.min(...data.slice(0, 3));
        }),
      );
      for (const each of coloured) expect(each).toBeGreaterThan(40);
      await window
        .locator(".film-mark", { hasText: /\d:\d\d/ })
        .first()
        .waitFor();
      await window.waitForFunction(
        () => document.querySelector<HTMLImageElement>(".tile img.shown")?.naturalWidth === 320,
      );
      await window.locator(".tile-why", { hasText: "no preview in it" }).waitFor();
      expect(await window.locator(".tile-ending", { hasText: "MP4" }).count()).toBe(1);
      // Nothing is kept open for what only stands there.
      expect(await window.locator("video").count()).toBe(0);
      await window.context().close();
    },
    120_000,
  );

  inChromium(
    "a film plays from the part that is asked for, and is wound by the arrows",
    async () => {
      const window = await stage.window();
      const ranges: string[] = [];
      window.on("request", (request: Request) => {
        const { range } = request.headers();
        if (range !== undefined) ranges.push(range);
      });
      await toFilms(window);
      await window.getByRole("button", { name: "Play long.mp4" }).click();
      await film(window).waitFor();
      await film(window).evaluate(async (video) => {
        if (video instanceof HTMLVideoElement) await video.play();
      });
      await expect.poll(async () => await position(window), { timeout: 60_000 }).toBeGreaterThan(0.3);
      // It did not wait for the 40 MiB before it.
      expect(ranges.some((range) => Number(/^bytes=(\d+)-/.exec(range)?.[1] ?? 0) > 30 * mib)).toBe(true);
      await film(window).focus();
      await window.keyboard.press("ArrowLeft");
      expect(await window.locator("#looking-name").textContent()).toBe("long.mp4");
      await window.keyboard.press("Escape");
      await window.locator("dialog").waitFor({ state: "detached" });

      await window.getByRole("button", { name: "Play page.mp4" }).click();
      await window.getByText("Your browser does not play this film").waitFor();
      expect(await window.evaluate(() => Object.hasOwn(globalThis, "ran"))).toBe(false);
      await window.keyboard.press("Escape");
      await window.getByRole("button", { name: "Look at with.heic" }).click();
      await window.getByText("the small picture that the camera put").waitFor();
      await window.keyboard.press("Escape");
      await window.getByRole("button", { name: "Look at without.heic" }).click();
      await window.getByText("holds no small picture").waitFor();
      // Neither the browser nor the server has written any of the film to a disk.
      const browsers = (await readdir(tmpdir())).filter((name) => /^(?:playwright|\.?org\.chromium)/.test(name));
      const folders = [dirname(stage.page), join(work, "vault"), ...browsers.map((name) => join(tmpdir(), name))];
      expect(await holding(secret, folders)).toEqual([]);
      expect(await holding(secret, [join(work, "Films")])).toEqual([join(work, "Films", "long.mp4")]);
      await window.context().close();
    },
    120_000,
  );
});

/** Files below some folders that hold a text. */
async function holding(text: string, folders: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const folder of folders)
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile() && (await readFile(path).catch(() => Buffer.alloc(0))).includes(text)) found.push(path);
    }
  return found;
}
