import { spawn } from "node:child_process";

/** A program that shows a notification. No shell is between: texts are arguments or variables, and never part of a script. */
export interface NotifyCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** The program of a system that shows a notification; undefined where Candor knows none. */
export function notifyCommand(platform: NodeJS.Platform, title: string, body: string): NotifyCommand | undefined {
  if (platform === "linux" || platform === "freebsd" || platform === "openbsd")
    // The body may be read as markup (freedesktop.org, Desktop Notifications Specification, §“Markup”).
    return { program: "notify-send", args: ["--app-name=Candor", "--", title, withoutMarkup(body)], env: {} };
  if (platform === "darwin") {
    const script = ["on run argv", "display notification (item 2 of argv) with title (item 1 of argv)", "end run"];
    // The first text after the script is Candor's own name, so that nothing of outside is taken for an option.
    const args = [...script.flatMap((line) => ["-e", line]), "Candor", `${title}: ${body}`];
    return { program: "osascript", args, env: {} };
  }
  if (platform !== "win32") return undefined;
  const args = ["-NoProfile", "-NonInteractive", "-WindowStyle", "Hidden", "-Command", toast];
  return { program: "powershell.exe", args, env: { CANDOR_NOTE_TITLE: title, CANDOR_NOTE_BODY: body } };
}

/**
 * Shows a notification; gives why it could not be shown, else null. Never rejects: what was found is told elsewhere, too.
 *
 * @param start starts the program; Node's own when left out
 */
export async function notify(
  platform: NodeJS.Platform,
  [title, body]: readonly [title: string, body: string],
  env: NodeJS.ProcessEnv,
  start: typeof spawn = spawn,
): Promise<string | null> {
  const command = notifyCommand(platform, title, body);
  if (command === undefined) return "No way is known to show a notification on this system.";
  const { program, args } = command;
  return await new Promise((resolve) => {
    const options = { stdio: "ignore", windowsHide: true, timeout: 20_000, env: { ...env, ...command.env } } as const;
    const child = start(program, args, options);
    child.once("error", () => resolve(`No notification can be shown: the program ${program} is missing.`));
    child.once("exit", (code) => resolve(code === 0 ? null : `No notification can be shown: ${program} failed.`));
  });
}

function withoutMarkup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Windows shows toasts of registered programs alone; PowerShell is one on every Windows. */
const toast = [
  "$m = [Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime]",
  "$x = $m::GetTemplateContent([Windows.UI.Notifications.ToastTemplateType]::ToastText02)",
  "$t = $x.GetElementsByTagName('text')",
  "[void]$t.Item(0).AppendChild($x.CreateTextNode($env:CANDOR_NOTE_TITLE))",
  "[void]$t.Item(1).AppendChild($x.CreateTextNode($env:CANDOR_NOTE_BODY))",
  "$id = '{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\\WindowsPowerShell\\v1.0\\powershell.exe'",
  "$m::CreateToastNotifier($id).Show([Windows.UI.Notifications.ToastNotification]::new($x))",
].join("; ");
