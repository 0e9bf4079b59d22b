// The page with a real server, virtual phones and a real browser: what screenshots and the tests of accessibility look at.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import type { PhoneList } from "../src/centre/phone-list.ts";
import type { ActionCall } from "../src/core/action.ts";
import { type RunningServer, startServer } from "../src/server/server.ts";
import { buildPage } from "./page.ts";

export interface Stage {
  readonly base: string;
  readonly browser: Browser;
  /** The folder of the page as it was built. */
  readonly page: string;
  /** What lets a browser in. */
  readonly cookie: { readonly name: string; readonly value: string };
  /** A window that was let in, with the phones of a list in place of those of this computer. */
  window(options?: BrowserContextOptions & { readonly phones?: PhoneList["attached"] }): Promise<Page>;
  /** Examines a virtual phone and gives the id of the examination. */
  examine(phone: string): Promise<string>;
  /** Makes changes that this script agrees to. */
  change(phone: string, calls: readonly ActionCall[]): Promise<void>;
  /** Asks as the page does; posts where there is a body. */
  ask<T>(path: string, body?: unknown): Promise<T>;
  /** Puts as the page does. */
  put(path: string, body: unknown): Promise<void>;
  /** Begins a job and gives what it ends with. */
  run<T>(path: string, body: unknown): Promise<T>;
  /** Sets a privacy password and locks: from then on nothing private can be read. */
  lock(): Promise<void>;
  close(): Promise<void>;
}

export interface StageOptions {
  /** The browser's program. */
  readonly chromium?: string;
  /** The server's clock. */
  readonly now: () => number;
  /** Beside what the server's own process is given: names the adb server whose phones it sees. */
  readonly env?: Readonly<Record<string, string>>;
}

interface Ended<T> {
  readonly type: "done";
  readonly result: T;
}

/** Builds the page apart from that of the checkout, starts a server that sees no phone of this computer, and a browser. */
export async function openStage({
  chromium: program = "/usr/bin/chromium",
  now,
  env: more = {},
}: StageOptions): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), "candor-stage-"));
  const page = join(folder, "page");
  await buildPage(join(import.meta.dirname, ".."), page);
  // A port that no adb server listens on.
  const env = { ADB_SERVER_SOCKET: "tcp:127.0.0.2:1", PATH: "/usr/bin:/bin", XDG_RUNTIME_DIR: folder, ...more };
  const server = await startServer({ dataFolder: join(folder, "data"), now, env, page });
  const browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox"] });
  const base = `http://127.0.0.1:${server.port}`;
  const cookie = await cookieOf(server);
  const send = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${base}/api/v1${path}`, {
      method,
      headers: { cookie: `${cookie.name}=${cookie.value}`, origin: base, "content-type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  const ask = async <T>(path: string, body?: unknown) =>
    (await (await send(body === undefined ? "GET" : "POST", path, body)).json()) as T;
  const run = async <T>(path: string, body: unknown) => {
    const { job } = await ask<{ readonly job: string }>(path, body);
    const events = await fetch(`${base}/api/v1/jobs/${job}/events`, {
      headers: { cookie: `${cookie.name}=${cookie.value}` },
    });
    const last = (await events.text()).trim().split("\n\n").at(-1) ?? "";
    const ended = JSON.parse(/^data: (.*)$/m.exec(last)?.[1] ?? "null") as Ended<T> | null;
    if (ended?.type !== "done") throw new Error(`${path}: ${last}`);
    return ended.result;
  };
  return {
    base,
    browser,
    page,
    cookie,
    ask,
    put: async (path, body) => {
      await send("PUT", path, body);
    },
    run,
    window: async ({ phones, ...options } = {}) => {
      const context = await browser.newContext(options);
      await context.addCookies([{ ...cookie, url: base }]);
      const window = await context.newPage();
      if (phones) await showPhones(window, phones);
      return window;
    },
    examine: async (phone) => {
      const kept = await run<{ readonly examination: { readonly id: string } }>("/examinations", { phone, apps: true });
      return kept.examination.id;
    },
    change: async (phone, calls) => {
      const { digest } = await ask<{ readonly digest: string }>("/plan", { phone, calls });
      await run("/apply", { phone, calls, agreed: digest });
    },
    lock: async () => {
      await ask("/privacy/set", { passphrase: "only for pictures and tests", minutes: 5 });
      await ask("/privacy/lock", {});
    },
    close: async () => {
      await browser.close();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Lets the page see these phones on the cable; all else comes from the server. */
async function showPhones(window: Page, attached: PhoneList["attached"]): Promise<void> {
  await window.route("**/api/v1/phones", async (route) => {
    const answer = await route.fetch();
    const list = (await answer.json()) as PhoneList;
    await route.fulfill({ json: { ...list, attached, problem: null } });
  });
}

async function cookieOf(server: RunningServer): Promise<{ readonly name: string; readonly value: string }> {
  const opened = await fetch(server.link(), { redirect: "manual" });
  const [, name = "", value = ""] = /^([^=]+)=([^;]+)/.exec(opened.headers.get("set-cookie") ?? "") ?? [];
  return { name, value };
}
