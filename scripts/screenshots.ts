// `node scripts/run.mjs scripts/screenshots.ts [FOLDER] [VIEW …]`: every view, light and dark, wide and narrow, into docs/screenshots.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { openStage } from "./page-stage.ts";
import { lockedViews, type PageView, pageViews, showView } from "./page-views.ts";

const widths = { wide: { width: 1280, height: 880 }, narrow: { width: 390, height: 844 } } as const;
const [folder = join(import.meta.dirname, "..", "docs", "screenshots"), ...only] = process.argv.slice(2);

await mkdir(folder, { recursive: true });
let clock = Date.UTC(2026, 10, 15, 9, 30);
const stage = await openStage({ now: () => clock });
try {
  // Twice, with something changed between, so that there is something to compare and a journal.
  const before = await stage.examine("virtual:hyperos");
  await stage.change("virtual:hyperos", [
    { action: "set-collection-switch", params: { switch: "user-experience-program", user: 0, to: "off" } },
  ]);
  clock = Date.UTC(2026, 10, 22, 18, 5);
  const after = await stage.examine("virtual:hyperos");
  await stage.put("/permission-rules", { rules: ["unused 90d: location -> ask", "sms, call-log -> deny"] });
  const wanted = ({ name }: PageView) => only.length === 0 || only.includes(name);
  for (const view of pageViews.filter(wanted)) await take(view, [before, after]);
  const locked = lockedViews.filter(wanted);
  if (locked.length > 0) await stage.lock();
  for (const view of locked) await take(view, [before, after]);
} finally {
  await stage.close();
}

async function take(view: PageView, examinations: readonly [string, string]): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const)
    for (const [size, viewport] of Object.entries(widths)) {
      const window = await stage.window({
        colorScheme,
        viewport,
        locale: "en-GB",
        timezoneId: "UTC",
        reducedMotion: "reduce",
        ...(view.phones && { phones: view.phones }),
      });
      await showView(window, stage.base, view, examinations);
      await window.waitForTimeout(150);
      const path = join(folder, `${view.name}-${colorScheme}-${size}.jpg`);
      await window.screenshot({ path, type: "jpeg", quality: 74 });
      await window.context().close();
    }
}
