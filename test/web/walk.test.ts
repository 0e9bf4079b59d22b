import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { openStage, type Stage } from "../../scripts/page-stage.ts";
import type { PhoneList } from "../../src/centre/phone-list.ts";
import type { Listener } from "../../src/phone/listen.ts";
import { createPhone } from "../../src/phone/models/index.ts";
import { startPhone } from "../../src/phone/start.ts";
import { candorHere } from "../cli/run.ts";
import { tool, withTool } from "../tools.ts";

// One person's way through the page, from the first look to a pulled cable: a real browser, the real server, and a phone behind the real protocol.

const chromium = tool("chromium");
const passphrase = "copper lantern meadow outrun velvet sixty";
const app = "com.turbo.cleanmaster.pro";
const sms = "android.permission.READ_SMS";
const phone = createPhone("hyperos", { now: Date.now });
const isGranted = (permission: string) =>
  phone.state.packages.get(app)?.users.get(0)?.permissions.get(permission)?.granted ?? false;

describe("a walk through the page", () => {
  let stage: Stage;
  let window: Page;
  let cable: Listener | undefined;
  let port = 0;
  beforeAll(async () => {
    if (chromium === undefined) return;
    await plug();
    port = cable?.port ?? 0;
    stage = await openStage({ chromium, now: Date.now });
    window = await stage.window({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
    window.setDefaultTimeout(20_000);
    await window.route("**/api/v1/phones", async (route) => {
      const list = (await (await route.fetch()).json()) as PhoneList;
      await route.fulfill({ json: { ...list, attached: cable ? [attached()] : [], problem: null } });
    });
  }, 120_000);
  afterAll(async () => {
    await stage?.close();
    await cable?.close();
  });

  /** Puts the phone on the cable; each of its commands takes so many milliseconds. */
  async function plug(command = 0): Promise<void> {
    await unplug();
    cable = await startPhone(phone, { port, slow: { command } });
  }
  async function unplug(): Promise<void> {
    const pulled = cable;
    cable = undefined;
    await pulled?.close();
  }
  const attached = () => ({
    ref: `address:127.0.0.1:${port}` as const,
    serial: phone.serial,
    model: "Redmi Note 14 Pro 5G",
    state: "device",
    advice: null,
  });
  const button = (name: string | RegExp) => window.getByRole("button", { name, exact: true });
  const link = (name: string) => window.getByRole("link", { name, exact: true }).first();
  const said = (text: string | RegExp) => window.getByText(text).first().waitFor();
  const dialog = () => window.getByRole("dialog");
  /** A part of the way; where it fails, what the page showed is told. */
  const step = (title: string, body: () => Promise<void>) =>
    withTool("chromium")(
      title,
      async () => {
        try {
          await body();
        } catch (cause) {
          throw new Error(`${String(cause)}\n${window.url()} shows:\n${await window.innerText("body")}`, { cause });
        }
      },
      90_000,
    );

  step("the phone is there, an examination is stopped, begun again, and ends in the overview", async () => {
    await plug(25);
    await window.goto(stage.base);
    const examine = window.getByRole("button", { name: /^Examine.*Redmi/ });
    await examine.click();
    await button("Stop").click();
    await said("Stopped");
    await plug();
    await examine.click();
    await window.waitForURL(/\/e\/[^/]+$/);
    await window.getByRole("heading", { level: 1, name: /Redmi/ }).waitFor();
  });

  step("a finding is read: what was seen, why it matters, where that is written", async () => {
    await link("Findings").click();
    await window.getByRole("searchbox").fill(app);
    const card = window.locator("article#sms-access");
    await card.waitFor();
    await card.getByText("What was seen").first().click();
    await card.getByText("dumpsys package", { exact: false }).first().waitFor();
    await card.getByText("Why it matters").click();
    expect(await card.getByRole("link").count()).toBeGreaterThan(0);
  });

  step("the permission is taken away, seen on the phone, and given back", async () => {
    expect(isGranted(sms)).toBe(true);
    const row = window.locator("article#sms-access .findings > li").filter({ hasText: /Turbo/i }).first();
    await row.getByRole("button", { name: "Change this …" }).click();
    await dialog().getByText("The exact commands").click();
    await dialog().getByText(`pm revoke`).first().waitFor();
    await dialog().getByRole("button", { name: "Do it" }).click();
    await dialog().getByText("Done, and seen on the phone").waitFor();
    expect(isGranted(sms)).toBe(false);
    await dialog().getByRole("button", { name: "Take it back" }).click();
    await dialog().getByText("Taken back, and seen on the phone").waitFor();
    expect(isGranted(sms)).toBe(true);
    await dialog().getByRole("button", { name: "Close" }).click();
    await said(/Something was changed on the phone since/);
  });

  step(
    "the privacy password is set, an app is hidden, all is locked and unlocked, and the app comes back",
    async () => {
      await link("Hidden apps").click();
      await window.locator('main a[href="/privacy"]').click();
      await window.getByLabel("New passphrase", { exact: true }).fill(passphrase);
      await window.getByLabel(/once more/).fill(passphrase);
      await button("Set it and seal everything").click();
      await said(/AGE-SECRET-KEY-1/);
      await button("Not now").click();
      await link("Hidden apps").click();
      await window.getByRole("checkbox", { name: /com\.skylight\.forecast/ }).check();
      await button("Hide 1 app …").click();
      await dialog().getByRole("button", { name: "Do it" }).click();
      await dialog().getByText("Done, and seen on the phone").waitFor();
      await dialog().getByRole("button", { name: "Close" }).click();
      await button("Lock now").click();
      await window.getByRole("heading", { name: "This is locked" }).waitFor();
      expect(await window.getByText("com.skylight.forecast").count()).toBe(0);
      await window.getByLabel("Passphrase").fill(passphrase);
      await button("Unlock").click();
      await window.getByRole("button", { name: /^Bring back/ }).click();
      await dialog().getByRole("button", { name: "Take it back" }).click();
      await dialog().getByText("Taken back, and seen on the phone").waitFor();
      await dialog().getByRole("button", { name: "Close" }).click();
      await said("Candor has hidden no app.");
    },
  );

  step("a capture is dropped onto the start and examined", async () => {
    const folder = mkdtempSync(join(tmpdir(), "candor-walk-"));
    try {
      const file = join(folder, "phone.candor");
      const { code, err } = await candorHere(["capture", file, "--from", "virtual:stock", "--no-apps"]);
      expect(`${code} ${code === 0 ? "" : err}`).toBe("0 ");
      await window.route("**/dropped", (route) => route.fulfill({ body: readFileSync(file) }));
      await link("Phones").click();
      await button("Choose a file …").waitFor();
      await window.evaluate(async () => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([await (await fetch("/dropped")).blob()], "phone.candor"));
        for (const type of ["dragover", "drop"]) dispatchEvent(new DragEvent(type, { dataTransfer, cancelable: true }));
      });
      await window.waitForURL(/\/e\/[^/]+$/);
      await window.getByRole("heading", { level: 1, name: /Pixel/ }).waitFor();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  /** Begins to take the permission away and pulls the cable as soon as the phone did it, before that was seen. */
  async function pulledInTheMiddle(): Promise<void> {
    await window.goto(`${stage.base}/examinations`);
    await window.locator("section", { hasText: "Redmi" }).locator("h3 a").first().click();
    await link("Findings").click();
    await window.getByRole("searchbox").fill(app);
    const row = window.locator("article#sms-access .findings > li").filter({ hasText: /Turbo/i }).first();
    await plug(150);
    await row.getByRole("button", { name: "Change this …" }).click();
    await dialog().getByRole("button", { name: "Do it" }).click();
    while (isGranted(sms)) await setTimeout(5);
    await unplug();
  }

  step(
    "the cable is pulled in the middle of a change: the page says what that means, and takes it back once it is in again",
    async () => {
      await pulledInTheMiddle();
      await dialog().getByText("A change was interrupted").waitFor();
      await dialog().getByRole("button", { name: "Take it back" }).click();
      await dialog().getByRole("alert").getByText("What to do").waitFor();
      await plug();
      await dialog().getByRole("button", { name: "Take it back" }).click();
      await dialog().getByText("Taken back, and seen on the phone").waitFor();
      expect(isGranted(sms)).toBe(true);
    },
  );

  step("pulled again, the change is found in the journal and finished from there", async () => {
    await pulledInTheMiddle();
    await dialog().getByText("A change was interrupted").waitFor();
    await dialog().getByRole("button", { name: "Close" }).click();
    await plug();
    await link("Journal").click();
    await button("Finish it").click();
    await said("Done, and seen on the phone");
    expect(isGranted(sms)).toBe(false);
    await button("Close").click();
    await expect.poll(() => button("Finish it").count()).toBe(0);
  });
});
