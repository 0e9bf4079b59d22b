import { spawn } from "node:child_process";
import { type Context, exitCodes } from "./context.ts";
import { failure } from "./failure.ts";

export interface PageFlags {
  readonly port?: number;
  readonly browser: boolean;
}

/** `candor open`: serves the page on this computer and opens it in the browser; runs until it is stopped. */
export async function openPage(this: Context, flags: PageFlags): Promise<void> {
  const { stdout } = this.process;
  try {
    const { startServer } = await import("../server/server.ts");
    const server = await startServer({
      dataFolder: this.dataFolder,
      now: this.now,
      env: this.process.env,
      port: flags.port,
    });
    const link = server.link();
    stdout.write(`Candor’s page, for this computer alone. The link lets one browser in, once:\n  ${link}\n`);
    stdout.write("Enter prints another link; Ctrl-C stops Candor.\n");
    if (flags.browser) openBrowser(link);
    const more = () => stdout.write(`  ${server.link()}\n`);
    if (process.stdin.isTTY) process.stdin.on("data", more);
    await new Promise<void>((resolve) => {
      if (this.signal.aborted) resolve();
      this.signal.addEventListener("abort", () => resolve(), { once: true });
    });
    process.stdin.off("data", more).destroy();
    await server.close();
    this.process.exitCode = exitCodes.fine;
  } catch (error) {
    this.process.exitCode = failure(this, error);
  }
}

/** Asks the system to show an address; where it cannot, the person has the link. */
function openBrowser(link: string): void {
  const [command, args]: readonly [string, readonly string[]] =
    process.platform === "darwin"
      ? ["open", [link]]
      : process.platform === "win32"
        ? ["rundll32", ["url.dll,FileProtocolHandler", link]]
        : ["xdg-open", [link]];
  spawn(command, args, { stdio: "ignore", detached: true })
    .once("error", () => undefined)
    .unref();
}
