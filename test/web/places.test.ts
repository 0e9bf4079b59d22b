import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { openStage, type Stage } from "../../scripts/page-stage.ts";
import { tool, withFound } from "../tools.ts";
import { rcloneServer, type SshServer, sshServer, type TestServer } from "../vault/place-servers.ts";

const chromium = tool("chromium");
const sshd = tool("sshd") ?? ["/usr/sbin/sshd"].find((path) => existsSync(path));
const rclone = tool("rclone");
const inChromium = withFound(chromium && sshd && rclone, "needs chromium, sshd and rclone, which are not installed");
const passphrase = "orbit canyon velvet teapot lantern";
/** The password of the server that copies lie at. */
const password = "secret";

describe("places beyond this computer, in a browser", () => {
  let stage: Stage;
  let work = "";
  let ssh: SshServer;
  let dav: TestServer;
  beforeAll(async () => {
    if (chromium === undefined || sshd === undefined || rclone === undefined) return;
    stage = await openStage({ chromium, now: () => Date.UTC(2026, 10, 22, 9, 30) });
    ssh = await sshServer(sshd);
    // So slow that a copy of what is kept below takes long enough to be seen and stopped.
    dav = await rcloneServer(rclone, "webdav", ["--dir-cache-time", "0s", "--bwlimit", "400k"]);
    work = await mkdtemp(join(tmpdir(), "candor-places-walk-"));
    await mkdir(join(work, "Papers"));
    await writeFile(join(work, "Papers", "large.bin"), randomBytes(8_000_000));
  }, 120_000);
  afterAll(async () => {
    await stage?.close();
    ssh?.stop();
    dav?.stop();
    await rm(work, { recursive: true, force: true });
  });

  const keep = async (name: string) => {
    const { vaults } = await stage.ask<{ vaults: { id: string; name: string }[] }>("/vaults");
    const id = vaults.find((each) => each.name === name)?.id ?? "";
    await stage.run(`/vaults/${id}/put`, { path: join(work, "Papers") });
    return id;
  };

  async function fillServer(form: Locator): Promise<void> {
    await form.getByLabel("Where it is to lie").selectOption("sftp");
    await form.getByLabel("Server", { exact: true }).fill("127.0.0.1");
    await form.getByLabel("Port", { exact: true }).fill(String(ssh.port));
    await form.getByLabel("User", { exact: true }).fill(ssh.user);
    await form.getByLabel("Folder on the server").fill(`${ssh.folder}/vault`);
    await form.getByLabel("File of the private SSH key").fill(ssh.keyFile);
  }

  inChromium(
    "a vault is made on a server by SSH: outside of the rule nothing is asked, and its key is agreed to first",
    async () => {
      const window = await stage.window();
      await window.goto(`${stage.base}/vault`, { waitUntil: "domcontentloaded" });
      const form = window.locator("details", { hasText: "Make a vault" }).first();
      await form.getByLabel("Where it may lie").selectOption("eea");
      await fillServer(form);
      await form.getByLabel("Country, by its two letters").fill("US");
      await form.getByText("United States").waitFor();
      await form.getByRole("button", { name: "Look at the place" }).click();
      await form.getByText("The vault may only lie in EU/EEA, and this place is in US").waitFor();

      await form.getByLabel("Country, by its two letters").fill("FI");
      await form.getByRole("button", { name: "Look at the place" }).click();
      expect(await form.locator(".place-seen .key").textContent()).toBe(ssh.fingerprint);
      await form.getByLabel("What to call it").fill("far");
      await form.getByLabel("New passphrase", { exact: true }).fill(passphrase);
      await form.getByLabel("The new passphrase once more").fill(passphrase);
      const make = form.getByRole("button", { name: "Make a vault" });
      await form.getByText("Compare the key first, then agree to it.").waitFor();
      expect(await make.isDisabled()).toBe(true);
      expect(existsSync(join(ssh.folder, "vault"))).toBe(false);
      await form.getByRole("checkbox", { name: "I compared this key" }).check();
      await make.click();
      await window.locator("pre.sheet").waitFor();
      await window.getByRole("button", { name: "Not now" }).click();
      await window.getByRole("heading", { level: 1, name: "far" }).waitFor();
      await window.getByText("Finland, run by you (declared, not verified)").waitFor();
      expect(readdirSync(join(ssh.folder, "vault"))).toContain("config");
      await window.context().close();
    },
    120_000,
  );

  async function copyForm(window: Page): Promise<Locator> {
    const form = window.locator("details", { hasText: "Make a copy at another place" });
    await form.locator("summary").click();
    await form.getByLabel("Where it is to lie").selectOption("webdav");
    await form.getByLabel("Address").fill(`http://127.0.0.1:${dav.port}/copies/far`);
    await form.getByLabel("Country, by its two letters").fill("de");
    await form.getByLabel("User", { exact: true }).fill("owner");
    return form;
  }

  inChromium(
    "a copy is refused with a wrong password, stopped, taken up again, and brought up to date; no password is ever told",
    async () => {
      const id = await keep("far");
      const window = await stage.window();
      const urls: string[] = [];
      window.on("request", (request) => urls.push(request.url()));
      await window.goto(`${stage.base}/vault/${id}`, { waitUntil: "domcontentloaded" });
      await window.getByText("There is no copy yet").waitFor();
      const form = await copyForm(window);
      await form.getByLabel("Password", { exact: true }).fill("guessed");
      await form.getByRole("button", { name: "Look at the place" }).click();
      await form.getByText("It is reached on this computer alone").waitFor();
      const copy = form.getByRole("button", { name: "Copy it there" });
      await copy.click();
      await window.getByText("does not accept the credentials (status 401)").waitFor();
      await window.getByText("There is no copy yet").waitFor();

      await form.getByLabel("Password", { exact: true }).fill(password);
      await copy.click();
      await window.locator(".vault-work", { hasText: "Copying" }).waitFor();
      await window.reload({ waitUntil: "domcontentloaded" });
      await window.locator(".vault-work", { hasText: "Copying" }).waitFor();
      await window.getByRole("button", { name: "Stop" }).click();
      await window.getByText("Stopped. What was copied stays there").waitFor();
      await window.getByText("Never finished").waitFor();
      await window.locator(".copy-card", { hasText: "1 snapshot behind" }).waitFor();

      await window.getByRole("button", { name: "Bring up to date:" }).click();
      await window.locator(".notice.good", { hasText: "are what they should be" }).waitFor({ timeout: 120_000 });
      await window.locator(".copy-card", { hasText: "Holds every snapshot of the vault" }).waitFor();
      expect(readdirSync(join(dav.folder, "copies", "far"))).toContain("config");
      expect(urls.filter((url) => url.includes(password) || url.includes("guessed"))).toEqual([]);
      expect(await window.content()).not.toContain(password);

      await window.goto(`${stage.base}/vault`, { waitUntil: "domcontentloaded" });
      await window.locator(".place-list", { hasText: "far, a copy" }).waitFor();
      const map = await window.locator(".vault-picture svg").getAttribute("aria-label");
      expect(map).toContain("Germany: 1 place");
      expect(map).toContain("Finland: 1 place");
      await window.context().close();
    },
    240_000,
  );

  inChromium(
    "a server that was set up anew is refused in the language of the page, until its new key is agreed to",
    async () => {
      const { vaults } = await stage.ask<{ vaults: { id: string; name: string }[] }>("/vaults");
      const id = vaults.find(({ name }) => name === "far")?.id ?? "";
      await stage.ask(`/vaults/${id}/lock`, {});
      await ssh.renew();
      const window = await stage.window({ locale: "es-ES" });
      await window.goto(`${stage.base}/vault/${id}`, { waitUntil: "domcontentloaded" });
      await window.getByLabel("Frase de acceso de la bóveda").fill(passphrase);
      const open = window.getByRole("button", { name: "Desbloquear" });
      await open.click();
      await window.getByText(`mostró la clave de host ${ssh.fingerprint}; antes era`).waitFor();
      await window.locator("summary", { hasText: "Otras credenciales u otra clave" }).click();
      const form = window.locator("details.renew");
      await form.getByLabel("Archivo de la clave privada SSH").fill(ssh.keyFile);
      await form.getByRole("button", { name: "Mirar el lugar" }).click();
      await form.getByText("Es otra clave que antes").waitFor();
      await form.getByRole("checkbox").check();
      await form.getByRole("button", { name: "Probarlas y guardarlas" }).click();
      await form.getByText("El lugar deja entrar a Candor con ellas.").waitFor();
      await open.click();
      await window.getByRole("heading", { name: "Copias" }).waitFor();
      await window.context().close();
    },
    120_000,
  );

  inChromium(
    "a copy is met as the vault where the first place is lost, and taken off the list",
    async () => {
      const window = await stage.window();
      const { vaults } = await stage.ask<{ vaults: { id: string; name: string }[] }>("/vaults");
      const id = vaults.find(({ name }) => name === "far")?.id ?? "";
      await window.goto(`${stage.base}/vault/${id}`, { waitUntil: "domcontentloaded" });
      await window.getByRole("button", { name: "Take off the list:" }).click();
      await window.getByRole("button", { name: "Take it off the list" }).click();
      await window.getByText("There is no copy yet").waitFor();
      expect(readFileSync(join(dav.folder, "copies", "far", "config")).length).toBeGreaterThan(0);
      await window.goto(`${stage.base}/vault`, { waitUntil: "domcontentloaded" });
      const form = window.locator("details", { hasText: "Add a vault that is there already" });
      await form.locator("summary").first().click();
      await form.getByLabel("Where it lies").selectOption("webdav");
      await form.getByLabel("Address").fill(`http://127.0.0.1:${dav.port}/copies/far/`);
      await form.getByLabel("Country, by its two letters").fill("DE");
      await form.getByLabel("User", { exact: true }).fill("owner");
      await form.getByLabel("Password", { exact: true }).fill(password);
      await form.getByRole("button", { name: "Look at the place" }).click();
      await form.locator(".place-seen").waitFor();
      await form.getByLabel("Passphrase of the vault").fill(passphrase);
      await form.getByRole("button", { name: "Add it" }).click();
      await window.getByRole("heading", { level: 1, name: "far" }).waitFor();
      await window.getByText(`webdav://127.0.0.1:${dav.port}/copies/far/`).waitFor();
      await window.context().close();
    },
    120_000,
  );
});
