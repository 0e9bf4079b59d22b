import { homedir } from "node:os";
import { join } from "node:path";

/**
 * Where one person's data lies: `$CANDOR_HOME`, else `$XDG_DATA_HOME/candor`, else the platform's place for application data.
 * Nothing is created here.
 */
export function dataFolder(
  env: NodeJS.ProcessEnv = process.env,
  platform = process.platform,
  home = homedir(),
): string {
  if (env["CANDOR_HOME"]) return env["CANDOR_HOME"];
  if (env["XDG_DATA_HOME"]) return join(env["XDG_DATA_HOME"], "candor");
  if (platform === "win32") return join(env["LOCALAPPDATA"] ?? join(home, "AppData", "Local"), "candor");
  if (platform === "darwin") return join(home, "Library", "Application Support", "candor");
  return join(home, ".local", "share", "candor");
}
