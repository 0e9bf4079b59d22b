// The page in a real Chromium, from the real server: what its first view loads, how soon it paints, and how a table of 2,000 apps scrolls.
// Each is given beside something bare from the same server in the same browser, since a browser and a busy machine have costs of their own.
//
//   npm run bench page
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium, type Page } from "playwright-core";
import { openStage, type Stage } from "../scripts/page-stage.ts";
import type { AppTable } from "../src/centre/app-table.ts";
import { recordScrolling, type Scrolling } from "./scrolling.ts";

const firstViewLimit = 120;
const paintLimitMs = 1000;
const runs = 5;
const rowCount = 2000;
/** Pixels a second: reading along, and a strong push of the wheel. */
const speeds = [1500, 6000];

const program = process.env["CANDOR_CHROMIUM"] ?? "/usr/bin/chromium";
const stage = await openStage({ chromium: program, now: Date.now });
try {
  await sizes();
  await paints();
  await scrolls();
} finally {
  await stage.close();
}

/** What is transferred for the first view, as gzip would make it; and what else there is, for other views and languages. */
async function sizes(): Promise<void> {
  const window = await stage.window({ locale: "en-GB" });
  const loaded = new Map<string, number>();
  window.on("response", async (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.startsWith("/api/")) return;
    loaded.set(pathname, gzipSync(await response.body().catch(() => Buffer.alloc(0))).length);
  });
  await window.goto(stage.base, { waitUntil: "networkidle" });
  const first = sum(loaded.values());
  const rest = (await readdir(join(stage.page, "assets"))).filter((name) => !loaded.has(`/assets/${name}`));
  const others = new Map<string, number>();
  for (const name of rest) others.set(name, gzipSync(await readFile(join(stage.page, "assets", name))).length);
  const languages = sum([...others].filter(([name]) => /^(?:zh|es|id)-/.test(name)).map(([, size]) => size));
  const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1).padStart(6);
  console.log(
    `size     ${kilobytes(first)} kB  gzip, first view in English: ${loaded.size} files; limit ${firstViewLimit} kB${over(first / 1000, firstViewLimit)}`,
  );
  console.log(`size     ${kilobytes(sum(others.values()) - languages)} kB  all other views, when they are opened`);
  console.log(`size     ${kilobytes(languages)} kB  the three other languages, each when it is chosen`);
  await window.context().close();
}

/** First contentful paint from the start of the navigation, each time in a browser that has seen nothing yet. */
async function paints(): Promise<void> {
  const [page, bare]: [number[], number[]] = [[], []];
  for (let i = 0; i < runs; i++) {
    page.push(await paint(stage.base));
    bare.push(await paint(`${stage.base}/open/used`));
  }
  console.log(
    `paint    ${median(page).toFixed(0).padStart(6)} ms  first view, cold: median of ${runs}, slowest ${Math.max(...page).toFixed(0)} ms; limit ${paintLimitMs} ms${over(Math.max(...page), paintLimitMs)}`,
  );
  console.log(`paint    ${median(bare).toFixed(0).padStart(6)} ms  a bare sentence from the same server`);
}

async function paint(address: string): Promise<number> {
  const browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox"] });
  try {
    const context = await browser.newContext();
    await context.addCookies([{ ...stage.cookie, url: stage.base }]);
    const window = await context.newPage();
    await window.goto(address, { waitUntil: "load" });
    return await window.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const look = (entries: PerformanceEntryList) => {
            const painted = entries.find(({ name }) => name === "first-contentful-paint");
            if (painted) resolve(painted.startTime);
          };
          new PerformanceObserver((list) => look(list.getEntries())).observe({ type: "paint", buffered: true });
        }),
    );
  } finally {
    await browser.close();
  }
}

async function scrolls(): Promise<void> {
  const id = await stage.examine("virtual:stalked");
  for (const speed of speeds) {
    for (const icons of [true, false]) {
      const window = await stage.window({ viewport: { width: 1280, height: 900 } });
      await openTable(window, stage, id, icons);
      const what = `${rowCount} apps with ${icons ? "icons" : "letters alone"}`;
      told(what, speed, await recordScrolling(window, speed));
      await window.context().close();
    }
    const bare = await stage.browser.newPage({ viewport: { width: 1280, height: 900 } });
    await bare.setContent(`<body style="margin:0;height:120000px;background:linear-gradient(#fff,#888)">`);
    told("an empty page", speed, await recordScrolling(bare, speed));
    await bare.close();
  }
}

function told(what: string, speed: number, seen: Scrolling): void {
  const { framesPerSecond, slowestSecond, msPerFrame, worstFrameMs, longestMs } = seen;
  console.log(
    `scroll   ${framesPerSecond.toFixed(0).padStart(6)} fps ${what}, ${speed} px/s: slowest second ${slowestSecond}; main thread ${msPerFrame.toFixed(1)} ms a frame, 95 % under ${worstFrameMs.toFixed(1)} ms, longest task ${longestMs.toFixed(0)} ms`,
  );
}

/** The table of an examination, with its rows repeated under other names until there are enough; all of them with icons, or none. */
async function openTable(window: Page, { base }: Stage, id: string, icons: boolean): Promise<void> {
  await window.route("**/api/v1/examinations/*/apps", async (route) => {
    const table = (await (await route.fetch()).json()) as AppTable;
    const pictures = table.rows.flatMap(({ icon }) => (icon ? [icon] : []));
    const rows = Array.from({ length: rowCount }, (_, i) => {
      const row = table.rows[i % table.rows.length];
      const icon = icons ? pictures[i % pictures.length] : null;
      return { ...row, icon, name: `${row?.name} ${i}`, package: `${row?.package}.n${i}` };
    });
    await route.fulfill({ json: { ...table, rows } });
  });
  await window.goto(`${base}/e/${id}/apps`, { waitUntil: "networkidle" });
  await window.locator("[data-row]").first().waitFor();
}

function over(value: number, limit: number): string {
  if (value > limit) process.exitCode = 1;
  return value > limit ? ": OVER IT" : "";
}

function sum(numbers: Iterable<number>): number {
  return [...numbers].reduce((a, b) => a + b, 0);
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((x, y) => x - y)[numbers.length >> 1] ?? Number.NaN;
}
