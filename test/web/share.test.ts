import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { dropSealed, sealedHere } from "../../scripts/page-share.ts";
import { openStage, type Stage } from "../../scripts/page-stage.ts";
import { tool, withFound } from "../tools.ts";

const chromium = tool("chromium");
const inChromium = withFound(tool("age") && chromium, "needs chromium and age");

describe("sharing and receiving, in a browser", () => {
  const work = mkdtempSync(join(tmpdir(), "candor-page-share-"));
  const path = (name: string) => join(work, name);
  const words = "seven wonderful otters swim upstream";
  let stage: Stage;
  let examination: string;
  /** The helper's own keys, made by age and ssh-keygen. */
  let lines: string;
  beforeAll(async () => {
    if (chromium === undefined || tool("age") === undefined) return;
    execFileSync("age-keygen", ["-o", path("identity")], { stdio: "pipe" });
    execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "help@desk", "-f", path("id_ed25519")]);
    const recipient = execFileSync("age-keygen", ["-y", path("identity")]).toString();
    lines = `# The help desk\n${recipient}${readFileSync(path("id_ed25519.pub"), "utf8")}`;
    stage = await openStage({ chromium, now: () => Date.UTC(2026, 10, 22, 9, 30) });
    examination = await stage.examine("virtual:stalked");
  }, 120_000);
  afterAll(async () => {
    await stage?.close();
    rmSync(work, { recursive: true, force: true });
  });

  const open = async (at: string): Promise<Page> => {
    const window = await stage.window();
    window.setDefaultTimeout(60_000);
    await window.goto(stage.base + at, { waitUntil: "domcontentloaded" });
    return window;
  };
  const saved = async (window: Page, link: Locator) => {
    const [download] = await Promise.all([window.waitForEvent("download"), link.click()]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };
  const decrypted = (bytes: Buffer, key: string) => {
    writeFileSync(path("sealed.age"), bytes);
    return execFileSync("age", ["-d", "-i", path(key), path("sealed.age")], { maxBuffer: 1 << 26 });
  };
  const done = (window: Page) => window.locator(".share-form .notice a.button");

  inChromium(
    "a file is sealed for the keys in a helper's file, who keeps a name, and opens with age by either",
    async () => {
      const window = await open("/share");
      const seal = window.getByRole("button", { name: "Seal it" });
      await window
        .locator('input[name="files"]')
        .setInputFiles({ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("for the desk") });
      await window.locator("#share-keys").fill("age1mistyped");
      await window.locator(".share-inside .said", { hasText: "mistyped" }).waitFor();
      expect(await seal.isDisabled()).toBe(true);
      await window.locator("#share-keys").fill("");
      await window
        .locator('input[name="keys"]')
        .setInputFiles({ name: "desk.txt", mimeType: "text/plain", buffer: Buffer.from(lines) });
      await window.locator(".share-found li", { hasText: "help@desk" }).waitFor();
      await window.getByLabel("Keep these keys under a name").fill("Help <b>desk</b>");
      await window.getByRole("button", { name: "Keep them" }).click();
      await window.getByLabel("Help <b>desk</b>").waitFor();
      await seal.click();
      const { name, bytes } = await saved(window, done(window));
      expect(name).toBe("notes.txt.age");
      for (const key of ["identity", "id_ed25519"]) expect(decrypted(bytes, key).toString()).toBe("for the desk");
      await window.reload({ waitUntil: "domcontentloaded" });
      // It is held still, and can be removed; whoever was kept is there, and can be forgotten.
      await window.locator(".entries .card", { hasText: "notes.txt.age" }).waitFor();
      await window.getByRole("button", { name: /^Remove here ?: notes/ }).click();
      await window.locator(".entries .card").first().waitFor({ state: "detached" });
      await window.getByLabel("Help <b>desk</b>").check();
      const two = ["a.txt", "b.txt"].map((each) => ({ name: each, mimeType: "text/plain", buffer: Buffer.from(each) }));
      await window.locator('input[name="files"]').setInputFiles(two);
      await seal.click();
      const zip = await saved(window, done(window));
      expect(zip.name).toMatch(/\.zip\.age$/);
      expect(decrypted(zip.bytes, "identity").toString("latin1")).toMatch(/^PK.*a\.txt.*b\.txt/s);
      await window.getByRole("button", { name: /^Forget them/ }).click();
      await window.getByRole("dialog").getByRole("button", { name: "Forget them" }).click();
      await window.locator(".share-known").waitFor({ state: "detached" });
      await window.context().close();
    },
    180_000,
  );

  inChromium(
    "a file that age sealed for this Candor opens when it is dropped on the first view, and is saved",
    async () => {
      const window = await open("/share");
      const own = (await window.locator(".own-key").textContent()) ?? "";
      const sealed = execFileSync("age", ["-a", "-r", own], { input: "from the desk" });
      await window.goto(`${stage.base}/`, { waitUntil: "domcontentloaded" });
      await window.locator(".drop").waitFor();
      const data = await window.evaluateHandle((base64) => {
        const transfer = new DataTransfer();
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        // By its content, whatever it is called.
        transfer.items.add(new File([bytes], "mail.dat"));
        return transfer;
      }, sealed.toString("base64"));
      await window.dispatchEvent("body", "drop", { dataTransfer: data });
      await window.getByRole("heading", { name: "A sealed file" }).waitFor();
      await window.getByRole("button", { name: "Open it with the key of this Candor" }).click();
      await window.getByText("Who sealed it is not proven").waitFor();
      const { name, bytes } = await saved(window, window.getByRole("link", { name: "Save what was in it" }));
      expect([name, bytes.toString()]).toEqual(["mail.dat", "from the desk"]);
      await window.reload({ waitUntil: "domcontentloaded" });
      await window.getByRole("button", { name: "Remove it here" }).click();
      await window.waitForURL(/\/share$/);
      await window.context().close();
    },
    120_000,
  );

  inChromium(
    "a passphrase is tried, and a secret key that is pasted is used once; both name what is wrong",
    async () => {
      const window = await open("/share");
      await window
        .locator('input[name="files"]')
        .setInputFiles({ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("for the desk") });
      await window.locator('input[value="toWords"]').check();
      await window.getByLabel("New passphrase", { exact: true }).fill(words);
      await window.getByLabel("The new passphrase once more").fill(words);
      await window.getByRole("button", { name: "Seal it" }).click();
      const { bytes } = await saved(window, done(window));
      await dropSealed(window, "notes.txt.age", bytes);
      const field = window.getByLabel("The passphrase that it was sealed with");
      await field.fill("eight otters");
      await window.getByRole("button", { name: "Open it" }).click();
      await window.getByRole("alert").filter({ hasText: "That is not the passphrase." }).waitFor();
      await field.fill(words);
      await window.getByRole("button", { name: "Open it" }).click();
      await window.locator("#received-inside").waitFor();
      const theirs = execFileSync("age", ["-R", path("id_ed25519.pub")], { input: "by SSH" });
      await dropSealed(window, "theirs.age", theirs);
      const key = window.getByLabel("Secret key");
      await key.fill("no key at all");
      await window.getByRole("button", { name: "Open it" }).click();
      await window.getByRole("alert").filter({ hasText: "This key cannot be used" }).waitFor();
      expect(await key.inputValue()).toBe("");
      await window.locator('input[name="key"]').setInputFiles(path("id_ed25519"));
      await window.getByRole("button", { name: "Open it" }).click();
      await window.locator("#received-inside").waitFor();
      await window.context().close();
    },
    180_000,
  );

  inChromium(
    "an examination is sealed with what is taken out said before, and opened as one only after asking",
    async () => {
      const window = await open(`/e/${examination}/evidence`);
      await window.getByRole("link", { name: "Seal it for a helper instead" }).click();
      const names = window.locator("label", { hasText: "Names, too" });
      expect(await names.textContent()).toMatch(/serial numbers: \d/);
      await names.click();
      await dropSealed(window, "for you.age", await sealedHere(window));
      await window.getByRole("button", { name: "Open it with the key of this Candor" }).click();
      await window.getByText("An examination of [serial-1]").waitFor();
      const { examinations } = await stage.ask<{ readonly examinations: readonly object[] }>("/examinations");
      expect(examinations).toHaveLength(1);
      await window.getByRole("button", { name: "Keep it and look at it" }).click();
      await window.waitForURL((url) => url.pathname.startsWith("/e/") && !url.pathname.includes(examination));
      await window.getByRole("heading", { level: 1 }).waitFor();
      await window.context().close();
    },
    120_000,
  );

  inChromium(
    "evidence is packed with a letter beside it, sealed for one person, and verified where it is opened",
    async () => {
      const window = await open(`/e/${examination}/evidence`);
      const letter = { name: "letter.txt", mimeType: "text/plain", buffer: Buffer.from("Dear court") };
      await window.locator('input[name="include"]').setInputFiles([letter, { ...letter, name: "draft.txt" }]);
      await window.getByText("What is taken out above is not taken out of these files.").waitFor();
      await window.getByRole("button", { name: /^Take out ?: draft/ }).click();
      await window.locator(".included li", { hasText: "draft.txt" }).waitFor({ state: "detached" });
      await window.getByRole("button", { name: "Make the package" }).click();
      await window.locator("summary", { hasText: "Seal it for the person" }).click();
      const file = await sealedHere(window);
      await dropSealed(window, "case.zip.age", file);
      await window.getByRole("button", { name: "Open it with the key of this Candor" }).click();
      await window.locator(".mark.pass", { hasText: "Nothing is wrong" }).waitFor();
      const { bytes } = await saved(window, window.getByRole("link", { name: "Save what was in it" }));
      expect(bytes.includes("included/letter.txt")).toBe(true);
      expect(bytes.includes("draft.txt")).toBe(false);
      await window.getByRole("link", { name: "See what was verified" }).click();
      await window.locator(".evidence-lines").waitFor();
      await window.context().close();
    },
    120_000,
  );

  inChromium(
    "what is being sent is stopped, and nothing of it stays",
    async () => {
      const window = await open("/share");
      await window.getByRole("heading", { name: "Share and receive" }).waitFor();
      // The server does not answer until the person has stopped it.
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      await window.route("**/api/v1/share/files*", async (route) => {
        await held;
        await route.abort();
      });
      await window
        .locator('input[name="files"]')
        .setInputFiles({ name: "long.txt", mimeType: "text/plain", buffer: Buffer.from("long") });
      await window.locator("#share-keys").fill(lines);
      await window.locator(".share-found li").first().waitFor();
      await window.getByRole("button", { name: "Seal it" }).click();
      await window.locator(".share-form").getByRole("button", { name: "Stop" }).click();
      await window.locator(".share-form .notice", { hasText: "stopped" }).waitFor();
      release();
      expect(await window.getByRole("button", { name: "Seal it" }).isEnabled()).toBe(true);
      const { sealed } = await stage.ask<{ readonly sealed: readonly { readonly name: string }[] }>("/share");
      expect(sealed.map(({ name }) => name)).not.toContain("long.txt.age");
      await window.context().close();
    },
    120_000,
  );

  inChromium(
    "all of it is in the language of the page",
    async () => {
      const window = await open(`/share/e/${examination}`);
      const file = await sealedHere(window);
      await stage.put("/settings", { language: "zh", theme: "system" });
      const said: string[] = [];
      const take = async () => {
        await window.locator(".loading").first().waitFor({ state: "detached" });
        said.push(
          await window.locator("main").evaluate((main) => {
            const copy = main.cloneNode(true) as HTMLElement;
            for (const each of copy.querySelectorAll("code, pre")) each.remove();
            return `${copy.innerText} ${[...copy.querySelectorAll('[lang="en"]')].map((each) => each.textContent).join()}`;
          }),
        );
      };
      await window.goto(`${stage.base}/share`, { waitUntil: "domcontentloaded" });
      await window.locator("#share-keys").fill("age1mistyped");
      await window.locator(".share-inside .said:not(:empty)", { hasText: "写错了" }).waitFor();
      await take();
      await dropSealed(window, "x.age", file.subarray(0, -3));
      await window.locator("main .button").first().click();
      await window.getByRole("alert").filter({ hasText: "缺少结尾" }).waitFor();
      await take();
      await stage.put("/settings", { language: "en", theme: "system" });
      expect(said.join("\n")).not.toMatch(/\b(?:seal|sealed|file|passphrase|recipient|open|opened|written)\b/i);
      await window.context().close();
    },
    120_000,
  );
});
