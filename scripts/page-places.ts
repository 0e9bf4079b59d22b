// Places beyond this computer for looking at the page: a server on this computer that shows a key and lets nobody in.
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import ssh2 from "ssh2";

let port: Promise<number> | undefined;

/** The port of a server that shows a key of SSH; it ends with the program. */
function keyServer(): Promise<number> {
  port ??= new Promise((resolve, reject) => {
    const key = ssh2.utils.generateKeyPairSync("ed25519").private;
    const server = new ssh2.Server({ hostKeys: [key] }, (client) => client.on("error", () => undefined));
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
    server.unref();
  });
  return port;
}

/** Fills the form of a new vault for a server by SSH, and looks at it: its key is to be agreed to. */
export async function lookAtServer(window: Page): Promise<void> {
  const make = window.locator("details", { hasText: "Make a vault" }).first();
  if ((await make.getAttribute("open")) === null) await make.locator("summary").first().click();
  await make.getByLabel("Where it is to lie").selectOption("sftp");
  await make.getByLabel("Server", { exact: true }).fill("127.0.0.1");
  await make.getByLabel("Port", { exact: true }).fill(String(await keyServer()));
  await make.getByLabel("User", { exact: true }).fill("maria");
  await make.getByLabel("Folder on the server").fill("vault");
  await make.getByLabel("Country, by its two letters").fill("FI");
  await make.getByLabel("Where it may lie").selectOption("eea");
  await make.getByRole("button", { name: "Look at the place" }).click();
  await make.locator(".place-seen .wish").waitFor();
}

/** Opens what makes another copy of a vault, at a bucket. */
export async function showCopies(window: Page): Promise<void> {
  await window.locator(".copy-card").first().waitFor();
  await window.locator("summary", { hasText: "Make a copy at another place" }).click();
  const add = window.locator("details", { hasText: "Make a copy at another place" });
  await add.getByLabel("Where it is to lie").selectOption("s3");
  await window.locator("#vault-copies").scrollIntoViewIfNeeded();
}
