import type { SwitchedSensor } from "../actions/access-words.ts";
import type { ActionCall } from "../core/action.ts";
import type { Fact } from "../core/fact.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { appNetwork } from "../facts/app-network.ts";
import { backgroundData } from "../facts/background-data.ts";
import { packageDetails } from "../facts/package-details.ts";
import { sensorPrivacy } from "../facts/sensor-privacy.ts";

/** What one fact tells, or why it could not be read. */
export type Told<T> =
  | { readonly state: "read"; readonly value: T }
  | { readonly state: "unknown"; readonly reason: string };

/** The switches of camera and microphone, per user; a value of null: this Android has none. */
export const sensorFacts: readonly Fact<unknown>[] = [sensorPrivacy];

/** The state of the switches. */
export function sensorSwitches(snapshot: Snapshot) {
  return told(snapshot, sensorPrivacy);
}

/** The changes that switch sensors off or on: for one user, or for all that the phone names. */
export function sensorCalls(
  snapshot: Snapshot,
  sensors: readonly SwitchedSensor[],
  off: boolean,
  user: number | undefined,
): readonly ActionCall[] {
  const seen = sensorSwitches(snapshot);
  const users = seen.state === "read" && seen.value !== null ? seen.value.map((each) => each.user) : [0];
  return (user === undefined ? users : [user]).flatMap((id) =>
    sensors.map((sensor) => ({ action: "set-sensor-privacy", params: { user: id, sensor, off } })),
  );
}

/** What the networks of apps are told from. */
export const networkFacts: readonly Fact<unknown>[] = [appNetwork, backgroundData, packageDetails];

/** Apps whose network was limited. */
export interface NetworkLimitsSeen {
  /** Without any network, for all users; null: this Android cannot do that. */
  readonly cut: Told<{ readonly on: boolean; readonly denied: readonly string[] } | null>;
  /** Without mobile data in the background. */
  readonly background: Told<{
    readonly saver: boolean;
    readonly denied: readonly { readonly user: number; readonly package: string }[];
  }>;
}

/** Who has no network, and who none in the background. Pure. */
export function networkLimits(snapshot: Snapshot): NetworkLimitsSeen {
  const data = told(snapshot, backgroundData);
  const packages = told(snapshot, packageDetails);
  const names = (uid: number) => {
    const known = packages.state === "read" ? packages.value.filter(({ appId }) => appId === uid % 100_000) : [];
    const user = Math.floor(uid / 100_000);
    return known.length > 0 ? known.map(({ name }) => ({ user, package: name })) : [{ user, package: `uid ${uid}` }];
  };
  const network = told(snapshot, appNetwork);
  const { value } = network.state === "read" ? network : { value: null };
  return {
    cut:
      network.state === "unknown" ? network : { state: "read", value: value && { on: value.on, denied: value.denied } },
    background:
      data.state === "read"
        ? { state: "read", value: { saver: data.value.saver, denied: data.value.denied.flatMap(names) } }
        : data,
  };
}

/** The changes that cut apps off or let them have networks again; `background`: only mobile data while they are not open. */
export function networkCalls(
  apps: readonly string[],
  on: boolean,
  background: boolean,
  user: number,
): readonly ActionCall[] {
  return apps.map((name) =>
    background
      ? { action: "set-background-data", params: { user, package: name, on } }
      : { action: "set-app-network", params: { package: name, on } },
  );
}

function told<T>({ facts }: Snapshot, { id }: Fact<T>): Told<T> {
  const found = facts[id];
  return found?.state === "read"
    ? { state: "read", value: found.value as T }
    : { state: "unknown", reason: found?.reason ?? "it was not asked for" };
}
