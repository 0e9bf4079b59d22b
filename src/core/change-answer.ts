import type { Step } from "./action.ts";

/** What the phone's answer to a step comes to, by its words. What really holds is seen when the facts are read again. */
export interface StepAnswer {
  readonly outcome: "ran" | "refused";
  /** What the phone said, shortened; outside text. Empty where it said nothing. */
  readonly said: string;
}

/** Ways in which `pm`, `cmd`, `appops`, `settings` and `am` say no, some of them with exit code 0 and after other lines. */
const refusals: readonly RegExp[] = [
  /^.*Failure \[.*\]/m,
  /^.*SecurityException\b.*/m,
  /^.*Exception occurred while executing\b.*/m,
  /^(?:Error|Failed|Invalid)\b.*/m,
  /^Bad arguments\b.*/m,
  /^Unknown (?:command|option|argument|package|operation string|role|user)\b.*/im,
  /^.*\bPermission denial\b.*/im,
  /^.*Can't find (?:service|package)\b.*/m,
  /^.*: (?:inaccessible or )?not found$/m,
  /^.*Shell does not have permission\b.*/m,
  /^.*java\.lang\.[A-Za-z]+(?:Exception|Error)\b.*/m,
];

/** Reads the answer to a step. A command that changes something usually says nothing; silence is no refusal. */
export function judgeAnswer(
  step: Pick<Step, "says">,
  answer: { readonly stdout: string; readonly stderr: string; readonly exitCode: number | null },
): StepAnswer {
  const text = `${answer.stdout}\n${answer.stderr}`;
  const line = refusals.map((pattern) => pattern.exec(text)?.[0]).find((found) => found !== undefined);
  if (line !== undefined) return { outcome: "refused", said: clip(exceptionIn(text) ?? line) };
  const said = clip(text.trim());
  if (answer.exitCode !== null && answer.exitCode !== 0)
    return { outcome: "refused", said: said || `exit code ${answer.exitCode}` };
  if (step.says !== undefined && !text.includes(step.says)) return { outcome: "refused", said };
  return { outcome: "ran", said };
}

/** The line that names the reason, behind "Exception occurred while executing". */
function exceptionIn(text: string): string | undefined {
  return /^.*\b[\w.]*(?:Exception|Error): .*/m.exec(text)?.[0];
}

function clip(text: string): string {
  const line = text.trim();
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}

/** What well-known refusals mean, for people. Sources: AOSP PackageManagerShellCommand and PackageManagerService, reports of users. */
const meanings: readonly { readonly of: RegExp; readonly means: string; readonly advice?: string }[] = [
  {
    of: /Cannot disable system packages/,
    means: "HyperOS does not let a computer disable apps of the system.",
    advice: "Uninstall it for the user and keep its data: that can be taken back as well.",
  },
  { of: /Cannot disable miui core packages/, means: "Xiaomi lets nobody disable this app." },
  {
    of: /only root can delete system app for a particular user/,
    means: "From Android 17 on a computer cannot remove apps of the system.",
    advice: "Suspend it instead: it stays, and cannot be opened.",
  },
  { of: /Failure \[-1000\]/, means: "Xiaomi protects this app from removal." },
  {
    of: /DELETE_FAILED_DEVICE_POLICY_MANAGER/,
    means: "It is an active device administrator.",
    advice: "Take that right away on the phone first: Settings, Security, Device admin apps.",
  },
  { of: /DELETE_FAILED_USER_RESTRICTED/, means: "The phone forbids this user to remove apps." },
  { of: /not installed for/, means: "It is not installed for this user." },
  {
    of: /GRANT_RUNTIME_PERMISSIONS|REVOKE_RUNTIME_PERMISSIONS|WRITE_SECURE_SETTINGS|WRITE_SETTINGS|MANAGE_DEVICE_ADMINS|UPDATE_APP_OPS_STATS/,
    means: "The phone does not let computers change this.",
    advice: "On Xiaomi phones, switch on “USB debugging (Security settings)” in the developer options.",
  },
  {
    of: /system fixed permission|is not a changeable permission type/,
    means: "Android has fixed this permission: nobody may change it.",
  },
  { of: /has not requested permission/, means: "The app does not ask for this permission." },
  { of: /Attempt to remove non-test admin/, means: "Only the person at the phone can take this right away." },
  { of: /Shell does not have permission to access user/, means: "This user is closed to computers." },
];

/** What a refusal means and what to do, where it is a known one. */
export function meaningOf(said: string): { readonly means: string; readonly advice?: string } | undefined {
  const known = meanings.find(({ of }) => of.test(said));
  return known && { means: known.means, ...(known.advice && { advice: known.advice }) };
}
