import { spawn } from "node:child_process";
import { access, constants } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, isAbsolute, join } from "node:path";
import { DeviceError } from "../core/errors.ts";

/**
 * Finds the installed `adb`: on the path, in the Android SDK, in the usual places.
 *
 * @returns an absolute path, or null where there is none.
 */
export async function findAdb(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): Promise<string | null> {
  const name = platform === "win32" ? "adb.exe" : "adb";
  // A relative entry of the path would let a folder that somebody sent us decide which adb runs.
  const onPath = (env["PATH"] ?? env["Path"] ?? "").split(delimiter).filter(isAbsolute);
  for (const folder of [...onPath, ...sdkFolders(env), ...usualFolders(env, platform)]) {
    const path = join(folder, name);
    if (await isExecutable(path)) return path;
  }
  return null;
}

/**
 * Starts the adb server.
 *
 * @throws DeviceError `no-adb` when it does not start
 */
export async function startServer(adb: string, port: number, env: NodeJS.ProcessEnv): Promise<void> {
  // The words on standard error name the reason. Wait for the exit and not for the end of the pipe: the server inherits it.
  const child = spawn(adb, ["-P", String(port), "start-server"], {
    env: withoutAddress(env),
    stdio: ["ignore", "ignore", "pipe"],
    windowsHide: true,
    timeout: 15_000,
  });
  let told = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    told = (told + text).slice(-2000);
  });
  const code = await new Promise<number | null>((resolve) => {
    child.once("error", () => resolve(null));
    child.once("exit", resolve);
  });
  child.stderr.destroy();
  if (code === 0) return;
  const reason = told.trim().split("\n").at(-1) ?? "";
  throw new DeviceError(
    "no-adb",
    `The adb server did not start (${adb})${reason === "" ? "." : `: ${reason}`}`,
    "Run “adb start-server” in a terminal to see why. A phone that is reachable over the network needs no adb: give Candor its address, tcp:HOST:PORT.",
  );
}

/** That adb is missing, and how to get it. */
export function adbMissing(platform: NodeJS.Platform): DeviceError {
  const how = installation.get(platform) ?? "Install the Android platform tools.";
  return new DeviceError(
    "no-adb",
    "adb, the tool that talks to Android phones, is not installed on this computer.",
    `${how} Or unpack https://developer.android.com/tools/releases/platform-tools and add its folder to the PATH. ` +
      "A phone that is reachable over the network needs no adb: give Candor its address: tcp:HOST:PORT.",
  );
}

const installation = new Map<NodeJS.Platform, string>([
  [
    "linux",
    "Debian and Ubuntu: sudo apt install adb. Fedora: sudo dnf install android-tools. Arch: sudo pacman -S android-tools.",
  ],
  ["darwin", "With Homebrew: brew install --cask android-platform-tools."],
  ["win32", "In a terminal: winget install Google.PlatformTools."],
]);

function sdkFolders(env: NodeJS.ProcessEnv): string[] {
  const roots = [env["ANDROID_HOME"], env["ANDROID_SDK_ROOT"]];
  return roots
    .filter((root) => root !== undefined && isAbsolute(root))
    .map((root) => join(root ?? "", "platform-tools"));
}

function usualFolders(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  const home = env["HOME"] ?? homedir();
  if (platform === "darwin")
    return [join(home, "Library/Android/sdk/platform-tools"), "/opt/homebrew/bin", "/usr/local/bin"];
  if (platform === "win32") {
    const local = env["LOCALAPPDATA"] ?? join(home, "AppData", "Local");
    return [join(local, "Android", "Sdk", "platform-tools"), "C:\\platform-tools"];
  }
  return [
    join(home, "Android/Sdk/platform-tools"),
    "/usr/lib/android-sdk/platform-tools",
    "/opt/android-sdk/platform-tools",
  ];
}

/** adb refuses `-P` together with an address from the environment. */
function withoutAddress(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { ADB_SERVER_SOCKET: _socket, ANDROID_ADB_SERVER_ADDRESS: _address, ...rest } = env;
  return rest;
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
