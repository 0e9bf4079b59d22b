import type { Fact } from "../core/fact.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { packages } from "../facts/packages.ts";
import { properties } from "../facts/properties.ts";
import { secureSettings } from "../facts/secure-settings.ts";
import type { KnownKind, KnownValues } from "../traffic/known-values.ts";

/** Properties and settings that hold a value by which the phone is known, by kind. */
const inProperties: readonly (readonly [string, KnownKind])[] = [
  ["ro.serialno", "serial"],
  ["ro.boot.serialno", "serial"],
  ["ro.ril.oem.imei", "imei"],
  ["ro.ril.oem.imei1", "imei"],
  ["ro.ril.oem.imei2", "imei"],
  ["ro.ril.miui.imei0", "imei"],
  ["ro.ril.miui.imei1", "imei"],
];
const inSettings: readonly (readonly [string, KnownKind])[] = [
  // Of the shell; since Android 8 each developer's apps see another one (Settings.Secure.ANDROID_ID), which has to be named by the owner.
  ["android_id", "androidId"],
  ["bluetooth_address", "mac"],
];

/**
 * What an examination knows of the owner's phone that may be looked for in its traffic: serial number, IMEI where the maker keeps it in a
 * property, Android ID, Bluetooth's address, names of installed apps. Facts that could not be read give nothing to look for.
 */
export function knownFromSnapshot(snapshot: Snapshot): KnownValues {
  const props = factValue(snapshot, properties) ?? {};
  const settings = (factValue(snapshot, secureSettings) ?? []).map((user) => user.settings);
  const values = [
    ...inProperties.map(([name, kind]) => ({ kind, value: props[name] ?? "" })),
    ...settings.flatMap((user) => inSettings.map(([name, kind]) => ({ kind, value: user[name] ?? "" }))),
  ].filter(({ value }) => value.trim() !== "");
  const distinct = new Map(values.map((each) => [`${each.kind} ${each.value}`, each]));
  const names = (factValue(snapshot, packages) ?? []).map(({ name }) => name);
  return { values: [...distinct.values()], places: [], packages: names };
}

/** Several sources of known values as one. */
export function joinKnown(...all: readonly KnownValues[]): KnownValues {
  return {
    values: all.flatMap(({ values }) => values),
    places: all.flatMap(({ places }) => places),
    packages: [...new Set(all.flatMap(({ packages }) => packages))],
  };
}

function factValue<T>(snapshot: Snapshot, { id }: Fact<T>): T | null {
  const read = snapshot.facts[id];
  return read?.state === "read" ? (read.value as T) : null;
}
