import { type AndroidManifest, launcherActivities } from "../formats/android-manifest.ts";
import type { ManifestComponent } from "../formats/manifest-components.ts";
import { frameworkPermission } from "./permission-levels.ts";
import { declaredPowers, type PowerDeclaration } from "./system-powers.ts";

/** The parts of an app that the phone and other apps can start. */
export interface ComponentFacts {
  readonly counts: Readonly<Record<ManifestComponent["kind"], number>>;
  readonly exported: readonly ExportedComponent[];
  readonly powers: readonly PowerDeclaration[];
  /** Receivers that start the app with the phone. */
  readonly startsWithPhone: readonly string[];
  /** Activities that the home screen shows; none: the app has no icon there. */
  readonly launcher: readonly string[];
  /** Web and other links that open the app. */
  readonly links: readonly LinkFacts[];
  readonly queries: QueryFacts;
  /** How many exported components and links there are beyond those that are listed. */
  readonly more: number;
}

/** A component that other apps can start. */
export interface ExportedComponent {
  readonly kind: ManifestComponent["kind"];
  readonly name: string;
  /** Written so, or Android's rule: with an intent filter (before target SDK 31), a provider of an old app. */
  readonly why: "declared" | "intent-filter" | "old-provider";
  /** What a caller must hold; of providers the weaker of reading and writing. */
  readonly permission: string | null;
  /** Whether that keeps others out: `no` for none, normal and dangerous ones; `unlisted`: not known to Candor. */
  readonly guarded: "yes" | "no" | "unlisted";
  readonly enabled: boolean;
  readonly actions: readonly string[];
  readonly authorities: readonly string[];
}

/** A link that opens the app. */
export interface LinkFacts {
  readonly component: string;
  readonly scheme: string;
  readonly host: string | null;
  /** The phone asks the host whether the app speaks for it. */
  readonly verified: boolean;
}

/** Which other apps it wants to see. */
export interface QueryFacts {
  readonly all: boolean;
  readonly packages: readonly string[];
  readonly actions: readonly string[];
  readonly providers: readonly string[];
}

const maxListed = 1000;
const bootActions: ReadonlySet<string> = new Set([
  "android.intent.action.BOOT_COMPLETED",
  "android.intent.action.LOCKED_BOOT_COMPLETED",
  "android.intent.action.QUICKBOOT_POWERON",
  "com.htc.intent.action.QUICKBOOT_POWERON",
  "android.intent.action.REBOOT",
]);

/** Reads the components of a manifest. */
export function readComponentFacts(manifest: AndroidManifest): ComponentFacts {
  const { components } = manifest;
  const counts = { activity: 0, "activity-alias": 0, service: 0, receiver: 0, provider: 0 };
  for (const { kind } of components) counts[kind]++;
  const own = new Map(manifest.permissionDefinitions.map(({ name, protection }) => [name, protection.base]));
  const exported = components.filter((each) => each.exported.value);
  const links = components.flatMap(linksOf);
  return {
    counts,
    exported: exported.slice(0, maxListed).map((each) => describe(each, own)),
    powers: declaredPowers(components).slice(0, maxListed),
    startsWithPhone: components
      .filter(
        ({ kind, filters }) =>
          kind === "receiver" && filters.some(({ actions }) => actions.some((name) => bootActions.has(name))),
      )
      .map(({ name }) => name)
      .slice(0, maxListed),
    launcher: launcherActivities(manifest)
      .map(({ name }) => name)
      .slice(0, maxListed),
    links: links.slice(0, maxListed),
    queries: queriesOf(manifest),
    more: Math.max(exported.length - maxListed, 0) + Math.max(links.length - maxListed, 0),
  };
}

function describe(component: ManifestComponent, own: ReadonlyMap<string, string>): ExportedComponent {
  const { kind, name, exported, enabled, filters, provider } = component;
  const guards = provider ? [provider.readPermission, provider.writePermission] : [component.permission];
  // The weaker of the two is the way in.
  const [weakest] = guards.map((permission) => ({ permission, guarded: guardOf(permission, own) })).sort(byWeakness);
  return {
    kind,
    name,
    why: exported.declared ? "declared" : kind === "provider" ? "old-provider" : "intent-filter",
    permission: weakest?.permission ?? null,
    guarded: weakest?.guarded ?? "no",
    enabled: enabled.value,
    actions: [...new Set(filters.flatMap(({ actions }) => actions))].slice(0, 20),
    authorities: provider?.authorities.slice(0, 20) ?? [],
  };
}

type Guard = ExportedComponent["guarded"];
const strength: Readonly<Record<Guard, number>> = { no: 0, unlisted: 1, yes: 2 };

function byWeakness(a: { readonly guarded: Guard }, b: { readonly guarded: Guard }): number {
  return strength[a.guarded] - strength[b.guarded];
}

/** Names of permissions that only the system holds begin so; Android's others are looked up. */
const systemOnly =
  /^android\.permission\.(?:BIND_|BROADCAST_|DUMP$|INSTALL_PACKAGES$|DELETE_PACKAGES$|INTERACT_ACROSS_USERS|WRITE_SECURE_SETTINGS$)/;

function guardOf(permission: string | null, own: ReadonlyMap<string, string>): Guard {
  if (permission === null) return "no";
  if (frameworkPermission(permission)) return "no";
  const base = own.get(permission);
  if (base !== undefined) return base === "signature" || base === "internal" ? "yes" : "no";
  return systemOnly.test(permission) ? "yes" : "unlisted";
}

/** Android mixes all schemes and hosts of a filter; so does this. */
function linksOf({ kind, name, exported, filters }: ManifestComponent): LinkFacts[] {
  if ((kind !== "activity" && kind !== "activity-alias") || !exported.value) return [];
  const links = new Map<string, LinkFacts>();
  for (const { actions, categories, data, autoVerify } of filters) {
    if (!actions.includes("android.intent.action.VIEW") || !categories.includes("android.intent.category.BROWSABLE"))
      continue;
    const schemes = new Set(data.map(({ scheme }) => scheme).filter((scheme) => scheme !== null));
    const hosts = new Set(data.map(({ host }) => host).filter((host) => host !== null));
    for (const scheme of schemes)
      for (const host of hosts.size > 0 ? hosts : [null]) {
        if (links.size >= maxListed) return [...links.values()];
        links.set(`${scheme} ${host} ${autoVerify}`, { component: name, scheme, host, verified: autoVerify });
      }
  }
  return [...links.values()];
}

function queriesOf({ extras: { queries }, usesPermissions }: AndroidManifest): QueryFacts {
  return {
    all: usesPermissions.some(({ name }) => name === "android.permission.QUERY_ALL_PACKAGES"),
    packages: queries.packages.slice(0, maxListed),
    actions: [...new Set(queries.intents.flatMap(({ actions }) => actions))].slice(0, maxListed),
    providers: queries.providers.slice(0, maxListed),
  };
}
