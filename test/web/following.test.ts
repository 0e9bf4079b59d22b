import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { openStage, type Stage } from "../../scripts/page-stage.ts";
import type { Listener } from "../../src/phone/listen.ts";
import { createPhone } from "../../src/phone/models/index.ts";
import { startPhone } from "../../src/phone/start.ts";
import { type AdbClient, adbClient } from "../phone/adb-client.ts";
import { tool, withTool } from "../tools.ts";

// Following phones from the page: a real browser, the real server, a real adb server, and a phone behind the real protocol.

const chromium = tool("chromium");
const adb = tool("adb");
const withBoth = withTool(adb === undefined ? "adb" : "chromium");
const passphrase = "copper lantern meadow outrun velvet sixty";

describe("following phones from the page", () => {
  let stage: Stage;
  let client: AdbClient;
  let phone: Listener;
  let window: Page;
  const model = createPhone("stock", { now: () => Date.now() });
  beforeAll(async () => {
    if (chromium === undefined || adb === undefined) return;
    client = await adbClient(() => [adb]);
    phone = await startPhone(model);
    await client.run(["connect", serial()]);
    const env = { HOME: client.home, ANDROID_ADB_SERVER_PORT: String(client.port), ADB_SERVER_SOCKET: "" };
    stage = await openStage({ chromium, now: () => Date.now(), env });
    window = await stage.window({ reducedMotion: "reduce" });
    window.setDefaultTimeout(40_000);
  }, 180_000);
  afterAll(async () => {
    await stage?.close();
    await phone?.close();
    await client?.close();
  });
  const serial = () => `127.0.0.1:${phone.port}`;
  const replug = async () => {
    await client.run(["disconnect", serial()]);
    await client.run(["connect", serial()]);
  };
  const main = () => window.locator("main");
  /** A part of the way; where it fails, what the page showed is told. */
  const step = (title: string, body: () => Promise<void>) =>
    withBoth(
      title,
      async () => {
        try {
          await body();
        } catch (cause) {
          throw new Error(`${String(cause)}\n${window.url()} shows:\n${await window.innerText("body")}`, { cause });
        }
      },
      120_000,
    );

  step("switched on, a phone that was never examined is named and left alone", async () => {
    await window.goto(`${stage.base}/following`, { waitUntil: "domcontentloaded" });
    await main().getByText("Off: phones are examined only when you say so.").waitFor();
    await window.getByLabel("Examine known phones whenever they are connected").check();
    await main().getByText(`${serial()} is connected and was never examined`).waitFor();
    expect((await stage.ask<{ examinations: unknown[] }>("/examinations")).examinations).toEqual([]);
  });

  step("examined once, it is examined again when it comes back, and the page tells it by itself", async () => {
    await stage.run("/examinations", { phone: `serial:${serial()}`, apps: false });
    await replug();
    await main().getByText("Followed from now on.").waitFor();
    await main().getByRole("heading", { name: "Pixel 8" }).first().waitFor();
  });

  step("a change is told over whatever view is shown, with the way to it", async () => {
    await window.goto(`${stage.base}/journal`, { waitUntil: "domcontentloaded" });
    await window.locator("h1").waitFor();
    // The page listens as soon as it knows that phones are followed.
    await window.waitForFunction(() =>
      performance.getEntriesByType("resource").some(({ name }) => name.endsWith("/following")),
    );
    await client.run(["-s", serial(), "shell", "settings put global package_verifier_enable 0"]);
    await replug();
    const toast = window.locator(".toast");
    await toast.getByText("1 new").waitFor();
    await toast.getByText("Switch USB debugging off again").waitFor();
    await toast.getByRole("link", { name: "Show the examination" }).click();
    await window.waitForURL(/\/e\/[^/]+$/);
    await toast.waitFor({ state: "detached" });
    await window.getByRole("heading", { level: 1, name: /Pixel/ }).waitFor();
    await main().getByRole("heading", { name: "Over time" }).waitFor();
  });

  step("what was told is listed with its findings, and goes from the screen when Candor is locked", async () => {
    await window.goto(`${stage.base}/following`, { waitUntil: "domcontentloaded" });
    await main().locator(".differences li").first().waitFor();
    expect(await main().locator(".differences li").count()).toBe(1);
    await stage.ask("/privacy/set", { passphrase, minutes: 5 });
    await window.reload({ waitUntil: "domcontentloaded" });
    await window.getByRole("button", { name: "Lock now" }).click();
    await main().getByText("On, but locked").waitFor();
    expect(await main().getByText("Pixel 8").count()).toBe(0);
  });

  step("switched off, nothing is examined any more", async () => {
    await window.getByLabel("Examine known phones whenever they are connected").uncheck();
    await main().getByText("Off: phones are examined only when you say so.").waitFor();
    const { state } = await stage.ask<{ state: { state: string } }>("/following");
    expect(state.state).toBe("off");
  });
});
