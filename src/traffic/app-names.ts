import type { Flow, FlowApp } from "./flow.ts";

/** Who the apps of some records are, joined over all of them. */
export interface AppNames {
  /** The app of a flow, completed by what other flows tell of it, with its key; null where the record does not tell the app. */
  readonly appOf: (flow: Flow) => { readonly app: FlowApp; readonly key: string } | null;
  readonly nameOf: (key: string) => string;
}

/**
 * Joins what records say of apps: one names the package, another only the uid or the label. A uid that several packages share stands for
 * none of them.
 */
export function appNames(flows: readonly Flow[], labels: ReadonlyMap<string, string>): AppNames {
  const byUid = new Only<number>();
  const byLabel = new Only<string>();
  const labelOf = new Map<string, string>(labels);
  for (const { app } of flows) {
    if (!app?.package) continue;
    if (app.uid !== null) byUid.add(app.uid, app.package);
    if (app.label === null) continue;
    byLabel.add(app.label, app.package);
    if (!labelOf.has(app.package)) labelOf.set(app.package, app.label);
  }
  const names = new Map<string, string>();
  const completed = (app: FlowApp): FlowApp => {
    const name =
      app.package ??
      (app.uid === null ? null : byUid.get(app.uid)) ??
      (app.label === null ? null : byLabel.get(app.label));
    return { uid: app.uid, package: name, label: (name === null ? null : labelOf.get(name)) ?? app.label };
  };
  return {
    appOf: ({ app, origin }) => {
      if (app === null || (app.uid ?? app.package ?? app.label) === null) return null;
      // PCAPdroid's "unknown app": the record has the field and nothing in it.
      if (app.uid !== null && app.uid < 0 && app.package === null && app.label === null) return null;
      const whole = completed(app);
      const key = whole.package ?? (whole.uid === null ? `label:${whole.label}` : `uid:${whole.uid}`);
      if (!names.has(key)) {
        const label = whole.label !== null && origin.format === "pcap" ? marked(whole.label) : whole.label;
        names.set(key, label ?? whole.package ?? systemName(whole.uid));
      }
      return { app: whole, key };
    },
    nameOf: (key) => names.get(key) ?? key,
  };
}

/** PCAPdroid's trailer holds 19 bytes of a name, and cuts what is longer. */
function marked(label: string): string {
  return new TextEncoder().encode(label).length === 19 ? `${label}…` : label;
}

/** Parts of the system that have no package of their own (AOSP: system/core/libcutils/include/private/android_filesystem_config.h). */
function systemName(uid: number | null): string {
  const parts: Readonly<Record<number, string>> = {
    0: "root",
    1000: "Android system",
    1021: "location (GPS)",
    1051: "name lookups",
    2000: "shell",
  };
  return parts[uid ?? -1] ?? `uid ${uid}`;
}

/** What a key stands for, where all rows agree. */
class Only<K> {
  private readonly values = new Map<K, string | null>();

  add(key: K, value: string): void {
    const known = this.values.get(key);
    this.values.set(key, known === undefined || known === value ? value : null);
  }

  get(key: K): string | null {
    return this.values.get(key) ?? null;
  }
}
