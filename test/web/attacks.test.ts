import { createServer, type Server } from "node:http";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { openStage, type Stage } from "../../scripts/page-stage.ts";
import { tool, withTool } from "../tools.ts";

const chromium = tool("chromium");

/** What a page elsewhere tries against Candor's, with the cookie in the same browser. */
const attack = (target: string) => `<!doctype html><title>attacker</title>
<iframe id="frame" src="${target}/"></iframe>
<form id="form" action="${target}/api/v1/examinations" method="post" enctype="text/plain" target="frame2">
  <input name='{"phone":"virtual:stock","apps":false,"x":"' value='"}'></form><iframe name="frame2"></iframe>
<script src="${target}/api/v1/journal"></script><img src="${target}/icon.svg">
<script>
  const target = ${JSON.stringify(target)};
  const got = [];
  const attempt = async (name, work) => { try { got.push([name, await work()]); } catch (error) { got.push([name, "refused"]); } };
  const body = JSON.stringify({ phone: "virtual:stock", apps: false });
  const all = async () => {
    await attempt("read", async () => (await fetch(target + "/api/v1/about", { credentials: "include" })).text());
    await attempt("opaque", async () => (await fetch(target + "/api/v1/about", { credentials: "include", mode: "no-cors" })).type);
    await attempt("post", async () => (await fetch(target + "/api/v1/examinations", { method: "POST", credentials: "include", mode: "no-cors", body })).type);
    await attempt("json", async () => (await fetch(target + "/api/v1/examinations", { method: "POST", credentials: "include", headers: { "content-type": "application/json" }, body })).text());
    await attempt("delete", async () => (await fetch(target + "/api/v1/jobs/x", { method: "DELETE", credentials: "include" })).text());
    await attempt("file", async () => (await fetch(target + "/api/v1/files", { method: "POST", credentials: "include", mode: "no-cors", body: new Blob(["x"]) })).type);
    await attempt("beacon", async () => String(navigator.sendBeacon(target + "/api/v1/examinations", body)));
    await attempt("events", () => new Promise((resolve) => { const events = new EventSource(target + "/api/v1/jobs/x/events", { withCredentials: true }); events.onopen = () => resolve("open"); events.onerror = () => { events.close(); resolve("refused"); }; }));
    await attempt("socket", () => new Promise((resolve) => { const socket = new WebSocket(target.replace("http", "ws") + "/api/v1/about"); socket.onopen = () => resolve("open"); socket.onerror = () => resolve("refused"); }));
    document.getElementById("form").submit();
    await new Promise((resolve) => setTimeout(resolve, 500));
    await attempt("frame", () => document.getElementById("frame").contentDocument.title);
    window.got = got;
  };
  all();
</script>`;

describe("attacks on the page in a real browser", () => {
  let stage: Stage;
  let elsewhere: Server;
  let port = 0;
  beforeAll(async () => {
    if (chromium === undefined) return;
    stage = await openStage({ chromium, now: () => Date.UTC(2026, 10, 22, 9, 30) });
    elsewhere = createServer((_, answer) => answer.setHeader("content-type", "text/html").end(attack(stage.base)));
    await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
    const address = elsewhere.address();
    port = typeof address === "object" && address !== null ? address.port : 0;
  }, 120_000);
  afterAll(async () => {
    elsewhere?.closeAllConnections();
    elsewhere?.close();
    await stage?.close();
  });

  const nothingWasDone = async () => {
    expect(await stage.ask("/jobs")).toEqual({ jobs: [] });
    expect(await stage.ask("/examinations")).toEqual({ examinations: [] });
  };

  // Another port of the same host is the same site, and gets the cookie sent along.
  for (const host of ["127.0.0.1", "localhost", "evil.localhost"])
    withTool("chromium")(
      `a page at another port of ${host} reads nothing, starts nothing and frames nothing`,
      async () => {
        const window = await stage.window();
        const statuses = new Set<number>();
        window.on("response", (answer) => {
          if (answer.url().startsWith(stage.base)) statuses.add(answer.status());
        });
        await window.goto(`http://${host}:${port}/`, { waitUntil: "domcontentloaded" });
        await window.waitForFunction("window.got !== undefined");
        const got = new Map(await window.evaluate<[string, string][]>("window.got"));
        for (const name of ["read", "json", "delete", "events", "socket", "frame"])
          expect(got.get(name), name).toBe("refused");
        for (const name of ["opaque", "post", "file"]) expect(["opaque", "refused"], name).toContain(got.get(name));
        expect([...statuses].filter((status) => status < 400)).toEqual([]);
        expect(statuses.size).toBeGreaterThan(0);
        await nothingWasDone();
        await window.context().close();
      },
      60_000,
    );

  withTool("chromium")(
    "a name that leads to this computer gets nothing, and a link from elsewhere does not open the page",
    async () => {
      const window = await stage.window();
      const own = new URL(stage.base).port;
      const rebound = await window.goto(`http://evil.localhost:${own}/`);
      expect(rebound?.status()).toBe(421);
      await window.goto(`http://127.0.0.1:${port}/nothing`, { waitUntil: "domcontentloaded" });
      await window.evaluate(
        `const link = document.createElement("a"); link.href = ${JSON.stringify(stage.base)}; document.body.append(link); link.click()`,
      );
      await window.waitForURL(`${stage.base}/**`);
      expect(await window.textContent("body")).toContain("not answered");
      await nothingWasDone();
      await window.context().close();
    },
    60_000,
  );

  withTool("chromium")(
    "no text of a phone that attacks becomes markup, in any view, and nothing is asked of anybody else",
    async () => {
      const id = await stage.examine("virtual:hostile");
      const window = await stage.window();
      const bad: string[] = [];
      window.on("dialog", async (dialog) => {
        bad.push(`dialog ${dialog.message()}`);
        await dialog.dismiss();
      });
      window.on("request", (request) => {
        if (!request.url().startsWith(stage.base) && !/^(?:data|blob):/.test(request.url())) bad.push(request.url());
      });
      window.on("console", (message) => {
        if (/Content Security Policy|Trusted ?Type/i.test(message.text())) bad.push(message.text());
      });
      for (const view of ["", "/findings", "/apps", "/permissions", "/collection", "/preinstalled"])
        await shown(window, `${stage.base}/e/${id}${view}`, bad);
      const { rows } = await stage.ask<{ readonly rows: readonly { readonly package: string }[] }>(
        `/examinations/${id}/apps`,
      );
      for (const { package: name } of rows.filter((row) => !/^[\w.]+$/.test(row.package)).slice(0, 6))
        await shown(window, `${stage.base}/e/${id}/apps/${encodeURIComponent(name)}`, bad);
      await shown(window, `${stage.base}/examinations`, bad);
      await shown(window, `${stage.base}/journal`, bad);
      expect(bad).toEqual([]);
      await window.context().close();
    },
    120_000,
  );
});

/** Goes to a view, and looks for elements that only a phone could have brought. */
async function shown(window: Page, address: string, bad: string[]): Promise<void> {
  await window.goto(address, { waitUntil: "domcontentloaded" });
  await window.locator("h1").first().waitFor();
  await window.locator(".loading").first().waitFor({ state: "detached" });
  await window.evaluate('for (const each of document.querySelectorAll("details")) each.open = true');
  const strange = await window.evaluate<readonly string[]>(
    `[...document.querySelectorAll("[onerror],[onload],script:not([src]),img[src='x'],a[href^='javascript:']")].map((each) => each.outerHTML.slice(0, 200))`,
  );
  bad.push(...strange.map((each) => `${address}: ${each}`));
}
