import { intentsFor, isOfApp, type Screen, type ScreenTarget, screenOf, screens, wayTo } from "../actions/screens.ts";
import { isXiaomi } from "../actions/shell-powers.ts";
import { judgeAnswer } from "../core/change-answer.ts";
import type { UserId } from "../core/check.ts";
import { collect } from "../core/collect.ts";
import { DeviceError } from "../core/errors.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { Source } from "../core/source.ts";
import { decodeText } from "../core/text.ts";
import { properties } from "../facts/properties.ts";
import { profileKinds, type UserKind, userKinds } from "../facts/user-kinds.ts";
import { version } from "./version.ts";

/** What a screen is opened for. */
export interface OpenFor {
  readonly package?: string | undefined;
  readonly user?: UserId | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Screens that can be opened: id and title. */
export function listScreens(): readonly { readonly id: string; readonly title: string }[] {
  return Object.entries(screens).map(([id, { title }]) => ({ id, title }));
}

/** Whether there is a screen of this id. */
export function isScreen(id: string): boolean {
  return screenOf(id) !== undefined;
}

/** What came of opening a screen. `way` leads to it by hand. */
export type Opened = { readonly title: string; readonly way: string } & (
  | { readonly state: "opened"; readonly component: string; readonly command: readonly string[] }
  | { readonly state: "not-opened"; readonly reason: string }
);

/**
 * Opens a settings screen on the phone: the first of its intents that the phone can resolve and lets a computer start. Changes nothing.
 *
 * @throws DeviceError `gone`, `cancelled`; RangeError for a screen that there is not
 */
export async function openScreen(source: Source, id: string, wanted: OpenFor = {}): Promise<Opened> {
  const screen = screenOf(id);
  if (!screen) throw new RangeError(`there is no screen ${JSON.stringify(id)}`);
  const phone = await phoneNow(source, wanted.signal);
  const told = { title: screen.title, way: wayTo(screen, phone) };
  if (source.kind !== "phone")
    return { ...told, state: "not-opened", reason: "This is not the phone itself: nothing can be opened on it." };
  if (wanted.package === undefined && isOfApp(screen))
    return { ...told, state: "not-opened", reason: "It is the screen of one app: say which." };
  const user = userFor(screen, wanted.user, phone);
  if (typeof user !== "number") return { ...told, state: "not-opened", reason: user.elsewhere };
  const target: ScreenTarget = { sdk: phone.sdk, xiaomi: phone.xiaomi, package: wanted.package };
  for (const intent of intentsFor(screen, target)) {
    const component = await resolved(source, user, intent, wanted.signal);
    if (component === null) continue;
    const command = ["am", "start", "--user", String(user), ...intent];
    const answer = await ask(source, command, wanted.signal);
    if (answer !== null && judgeAnswer({}, answer).outcome === "ran")
      return { ...told, state: "opened", component, command };
  }
  return { ...told, state: "not-opened", reason: "This phone has no such screen, or lets no computer open it." };
}

/** What of the phone decides how a screen is opened. */
interface PhoneNow {
  readonly sdk: number | null;
  readonly xiaomi: boolean;
  readonly currentUser: number;
  readonly users: readonly UserKind[];
}

async function phoneNow(source: Source, signal: AbortSignal | undefined): Promise<PhoneNow> {
  const snapshot = await collect(source, [properties, userKinds], { version, signal });
  const gone = Object.values(snapshot.facts).find((fact) => fact.state === "unknown" && fact.code === "gone");
  if (gone?.state === "unknown") throw new DeviceError("gone", gone.reason);
  const values = factIn<Readonly<Record<string, string>>>(snapshot, properties.id) ?? {};
  const sdk = Number(values["ro.build.version.sdk"]);
  const current = await ask(source, ["am", "get-current-user"], signal);
  const user = /^\s*(\d{1,4})\s*$/.exec(current?.stdout ?? "")?.[1];
  return {
    sdk: Number.isInteger(sdk) && sdk > 0 ? sdk : null,
    xiaomi: isXiaomi(values),
    currentUser: Number(user ?? 0),
    users: factIn<readonly UserKind[]>(snapshot, userKinds.id) ?? [],
  };
}

function factIn<T>({ facts }: Snapshot, id: string): T | undefined {
  const read = facts[id];
  return read?.state === "read" ? (read.value as T) : undefined;
}

function userFor(
  screen: Screen,
  user: UserId | undefined,
  { currentUser, users }: PhoneNow,
): number | { readonly elsewhere: string } {
  if (user === undefined || user === "current" || user === currentUser) return currentUser;
  const found = users.find((each) => each.user === user);
  // Settings of the phone are the owner's for a profile, too; those of its apps are its own.
  if (found && profileKinds.includes(found.kind)) return isOfApp(screen) ? user : currentUser;
  const name = found ? `${user} (${found.name})` : String(user);
  return { elsewhere: `It is a setting of user ${name}: switch the phone to that user first.` };
}

/** The component that would open, or null. A chooser is none: the person could not know what to choose. */
async function resolved(
  source: Source,
  user: number,
  intent: readonly string[],
  signal: AbortSignal | undefined,
): Promise<string | null> {
  const command = ["cmd", "package", "resolve-activity", "--brief", "--user", String(user), ...intent];
  const answer = await ask(source, command, signal);
  if (answer === null || judgeAnswer({}, answer).outcome !== "ran") return null;
  const component = answer.stdout.split("\n").find((line) => /^[\w.]{1,200}\/[\w.$]{1,200}$/.test(line.trim()));
  return component === undefined || component.includes("ResolverActivity") ? null : component.trim();
}

const limits = { timeoutMs: 15_000, maxBytes: 64 * 1024 };

/** The answer to a command; null where the phone does not take it. @throws DeviceError `gone`, `cancelled` */
async function ask(source: Source, command: readonly string[], signal: AbortSignal | undefined) {
  try {
    const { stdout, stderr, exitCode } = await source.run(command, { ...limits, signal });
    return { stdout: decodeText(stdout), stderr: decodeText(stderr), exitCode };
  } catch (error) {
    if (error instanceof DeviceError && error.code !== "gone" && error.code !== "cancelled") return null;
    throw error;
  }
}
