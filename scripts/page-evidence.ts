// Evidence packages for looking at the page: one as it was signed, and the same with a byte of a file changed.
import type { Page } from "playwright-core";

/** Packs the examination whose part Evidence is in sight, and gives the zip as it is saved. */
export async function packedHere(window: Page): Promise<Buffer> {
  await window.getByRole("button", { name: "Make the package" }).click();
  const link = window.locator(".evidence-head a.button");
  await link.waitFor();
  const address = new URL((await link.getAttribute("href")) ?? "", window.url()).href;
  return await (await window.request.get(address)).body();
}

/** The same zip, in which a byte of the packed report is another one. */
export function damaged(zip: Buffer): Buffer {
  const changed = Buffer.from(zip);
  const at = changed.indexOf("report.html") + 400;
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}

/** Opens a package in the view of evidence, and waits for what was found. */
export async function openPackage(window: Page, name: string, zip: Buffer): Promise<void> {
  await window.goto(new URL("/evidence", window.url()).href, { waitUntil: "domcontentloaded" });
  const input = window.locator('input[name="package"]');
  await input.waitFor({ state: "attached" });
  await input.setInputFiles({ name, mimeType: "application/zip", buffer: zip });
  await window.locator(".evidence-lines").waitFor();
}
