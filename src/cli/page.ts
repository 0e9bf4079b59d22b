import { spawn } from "node:child_process";
import { type Context, exitCodes } from "./context.ts";
import { failure } from "./failure.ts";

export interface PageFlags {
  readonly port?: number;
  readonly browser: boolean;
}

/** `candor open`: serves the page on this computer and opens it in the browser; runs until it is stopped. */
export async function openPage(this: Context, flags: PageFlags): Promise<void> {
  const { stdout, env } = this.process;
  try {
    const { startServer } = await import("../server/server.ts");
    const server = await startServer({
      dataFolder: this.dataFolder,
      now: this.now,
      env,
      port: flags.port,
    });
    const link = server.link();
    stdout.write(`Candor’s page, for this computer alone. The link lets one browser in, once:\n  ${link}\n`);
    const elsewhere = withoutBrowser(env, server.port);
    if (flags.browser && elsewhere !== null) stdout.write(`${elsewhere}\n`);
    if (flags.browser && elsewhere === null)
      openBrowser(link, this, () => stdout.write("No browser could be opened from here: open the link yourself.\n"));
    const without = env["npm_lifecycle_event"] === "start" ? "npm start -- --no-page" : "candor --no-page";
    stdout.write(`Enter prints another link; Ctrl-C stops Candor. Without the page: ${without}\n`);
    const more = () => stdout.write(`  ${server.link()}\n`);
    if (process.stdin.isTTY) process.stdin.on("data", more);
    await new Promise<void>((resolve) => {
      if (this.signal.aborted) resolve();
      this.signal.addEventListener("abort", () => resolve(), { once: true });
    });
    process.stdin.off("data", more).destroy();
    await server.close();
    stdout.write("\nCandor has stopped.\n");
    this.process.exitCode = exitCodes.fine;
  } catch (error) {
    this.process.exitCode = failure(this, error);
  }
}

/**
 * What to say where no browser can be shown to the person; null where one can.
 *
 * Nothing is tried there: a browser for text would take over the terminal, and use up the link.
 */
function withoutBrowser(env: NodeJS.ProcessEnv, port: number): string | null {
  if (env["SSH_CONNECTION"] && !env["DISPLAY"] && !env["WAYLAND_DISPLAY"])
    return `This computer is another one than yours. On yours, run ssh -L ${port}:127.0.0.1:${port} with its name, then open the link there.`;
  if (process.platform !== "linux" || env["DISPLAY"] || env["WAYLAND_DISPLAY"] || env["WSL_DISTRO_NAME"]) return null;
  return "There is no screen for a browser here: open the link yourself.";
}

/** Asks the system to show an address; says where it cannot. */
function openBrowser(link: string, { process: { env }, now }: Context, onFailure: () => void): void {
  const [command, args]: readonly [string, readonly string[]] =
    process.platform === "darwin"
      ? ["open", [link]]
      : process.platform === "win32"
        ? ["rundll32", ["url.dll,FileProtocolHandler", link]]
        : ["xdg-open", [link]];
  const since = now();
  spawn(command, args, { stdio: "ignore", detached: true, env })
    .once("error", onFailure)
    // Where the browser is not one that runs already, this ends with it: what that says later is about something else.
    .once("exit", (code) => {
      if (code !== 0 && now() - since < 15_000) onFailure();
    })
    .unref();
}
