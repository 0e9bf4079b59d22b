import { resolve } from "node:path";

/** Systems whose way to start a program at login Candor can write. */
export const serviceKinds = ["systemd", "launchd", "windows"] as const;
export type ServiceKind = (typeof serviceKinds)[number];

/**
 * What makes a system start `candor watch` when its person logs in, with where it belongs.
 *
 * @param command the program and its arguments, whole paths
 * @throws RangeError for a path with a line break, which none of them can hold
 */
export function serviceText(kind: ServiceKind, command: readonly string[]): string {
  if (command.some((word) => /[\u0000-\u001f]/.test(word))) throw new RangeError("a path holds a control character");
  return { systemd, launchd, windows }[kind](command);
}

/** This very Candor with other words: program, script and words, whole paths. */
export function ownCommand(...words: readonly string[]): readonly string[] {
  return [process.execPath, resolve(process.argv[1] ?? "candor"), ...words];
}

/** systemd.service(5), “COMMAND LINES”: quotes, and `%` and `$` doubled. */
function systemd(command: readonly string[]): string {
  const quoted = command.map((word) => {
    const escaped = word.replace(/["\\]/g, "\\$&").replaceAll("%", "%%").replaceAll("$", "$$$$");
    return `"${escaped}"`;
  });
  return [
    "# Save as ~/.config/systemd/user/candor-watch.service, then:",
    "#   systemctl --user daemon-reload && systemctl --user enable --now candor-watch",
    "[Unit]",
    "Description=Candor follows your phones and tells what changed",
    "",
    "[Service]",
    `ExecStart=${quoted.join(" ")}`,
    "Restart=on-failure",
    "RestartSec=60",
    "Nice=10",
    "NoNewPrivileges=true",
    "",
    "[Install]",
    "WantedBy=default.target",
    "",
  ].join("\n");
}

/** launchd.plist(5). */
function launchd(command: readonly string[]): string {
  const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    "<!-- Save as ~/Library/LaunchAgents/candor.watch.plist, then: launchctl load -w with that path -->",
    '<plist version="1.0">',
    "<dict>",
    "  <key>Label</key><string>candor.watch</string>",
    "  <key>ProgramArguments</key>",
    "  <array>",
    ...command.map((word) => `    <string>${escaped(word)}</string>`),
    "  </array>",
    "  <key>RunAtLoad</key><true/>",
    "  <key>ProcessType</key><string>Background</string>",
    "</dict>",
    "</plist>",
    "",
  ].join("\n");
}

/** Lines for PowerShell; its quoted texts know one escape, the doubled quote. Programs of Windows take words in double quotes, and no path holds one. */
function windows(command: readonly string[]): string {
  const literal = (text: string) => `'${text.replaceAll(/['\u2018\u2019\u201a\u201b]/g, "$&$&")}'`;
  const [program = "", ...words] = command;
  const argument = words.map((word) => (/[\s&]/.test(word) ? `"${word}"` : word)).join(" ");
  return [
    "# Run in PowerShell, once:",
    `$action = New-ScheduledTaskAction -Execute ${literal(program)} -Argument ${literal(argument)}`,
    "$trigger = New-ScheduledTaskTrigger -AtLogOn -User $env:USERNAME",
    "$settings = New-ScheduledTaskSettingsSet -AllowStartIfOnBatteries -ExecutionTimeLimit 0",
    "Register-ScheduledTask -TaskName 'Candor watch' -Action $action -Trigger $trigger -Settings $settings",
    "",
  ].join("\n");
}
