// `node scripts/run.mjs scripts/screenshots.ts [FOLDER] [VIEW …]`: every view, light and dark, wide and narrow, into docs/screenshots.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { openStage } from "./page-stage.ts";
import { type PageView, pageViews, showView } from "./page-views.ts";

const widths = { wide: { width: 1280, height: 880 }, narrow: { width: 390, height: 844 } } as const;
const [folder = join(import.meta.dirname, "..", "docs", "screenshots"), ...only] = process.argv.slice(2);

await mkdir(folder, { recursive: true });
const stage = await openStage({ now: () => Date.UTC(2026, 10, 22, 9, 30) });
try {
  // Twice, with something changed between, so that there is something to compare and a journal.
  await stage.examine("virtual:hyperos");
  await stage.switchOff("virtual:hyperos", "user-experience-program");
  const examination = await stage.examine("virtual:hyperos");
  for (const view of pageViews) if (only.length === 0 || only.includes(view.name)) await take(view, examination);
} finally {
  await stage.close();
}

async function take(view: PageView, examination: string): Promise<void> {
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
      await showView(window, stage.base, view, examination);
      await window.waitForTimeout(150);
      const path = join(folder, `${view.name}-${colorScheme}-${size}.jpg`);
      await window.screenshot({ path, type: "jpeg", quality: 82 });
      await window.context().close();
    }
}
