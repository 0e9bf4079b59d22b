// Sealed files for looking at the page: sealed and opened by the Candor that shows it.
import type { Page } from "playwright-core";

/** Writes this Candor's own key into the field for keys, and waits until it was read. */
export async function forOneself(window: Page): Promise<void> {
  const own = await window.evaluate(async () => {
    const headers = { "content-type": "application/json" };
    const answer = await fetch("/api/v1/share/own", { method: "POST", headers, body: "{}" });
    return ((await answer.json()) as { readonly recipient: string }).recipient;
  });
  await window.locator("#share-keys").fill(own);
  await window.locator(".share-found li").first().waitFor();
}

/** Seals the examination in sight for oneself, and gives the file as it is saved. */
export async function sealedHere(window: Page): Promise<Buffer> {
  await forOneself(window);
  await window.getByRole("button", { name: "Seal it" }).click();
  const link = window.locator(".share-form .notice a.button");
  await link.waitFor();
  const address = new URL((await link.getAttribute("href")) ?? "", window.url()).href;
  return await (await window.request.get(address)).body();
}

/** Hands a sealed file over, and waits for what it opens with. */
export async function dropSealed(window: Page, name: string, file: Buffer): Promise<void> {
  await window.goto(new URL("/share", window.url()).href, { waitUntil: "domcontentloaded" });
  const input = window.locator('input[name="sealed"]');
  await input.waitFor({ state: "attached" });
  await input.setInputFiles({ name, mimeType: "application/octet-stream", buffer: file });
  await window.waitForURL(/\/share\/received\//);
  await window.locator(".facts").waitFor();
}
