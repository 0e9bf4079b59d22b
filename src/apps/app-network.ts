import type { AndroidManifest } from "../formats/android-manifest.ts";
import { resolveText } from "../formats/arsc-lookup.ts";
import { networkSecurityFor } from "../formats/network-security-answer.ts";
import { type NetworkSecurityConfig, readNetworkSecurityConfig } from "../formats/network-security-config.ts";
import type { ApkContents } from "./apk-contents.ts";
import type { TableRead } from "./app-identity.ts";
import type { Section } from "./app-record.ts";
import { unread } from "./section.ts";

/** Which connections an app accepts, by what Android enforces on its own network code; native code may do otherwise. */
export interface NetworkFacts {
  /** Name of the entry with its network security configuration; null: it has none, and the manifest counts. */
  readonly file: string | null;
  readonly byDefault: NetworkAnswer;
  /** Hosts for which another rule counts. */
  readonly hosts: readonly (NetworkAnswer & { readonly host: string; readonly subdomains: boolean })[];
  /** Certificate authorities that are trusted besides only where the app is debuggable. */
  readonly debugOverrides: boolean;
  /** Why Android would refuse the configuration. */
  readonly errors: readonly string[];
  /** What that comes to, as sentences; the most telling first. */
  readonly means: readonly string[];
}

/** What connections to a host are held to. */
export interface NetworkAnswer {
  /** Whether connections that are not encrypted are let through. */
  readonly cleartext: boolean;
  /** Whether certificate authorities count that were added on the phone by hand. */
  readonly userAuthorities: boolean;
  /** Certificate authorities that the app brings along. */
  readonly ownAuthorities: number;
  /** How many keys are pinned; 0: none. */
  readonly pins: number;
  /** `yyyy-MM-dd` after which nothing is pinned any more; null: never, or nothing pinned. */
  readonly pinsExpire: string | null;
}

const maxHosts = 500;

/** Reads the network security configuration and says what it comes to. */
export async function readNetwork(
  contents: ApkContents,
  manifest: AndroidManifest,
  table: TableRead,
): Promise<Section<NetworkFacts>> {
  const { application } = manifest;
  if (!application) return unread("its manifest has no <application>");
  const resource = application.networkSecurityConfig;
  if (resource === 0) return factsOf(manifest, null, null);
  if ("unread" in table) return unread(`its network security configuration is a resource, and ${table.unread}`);
  const path = resolveText(table, resource);
  if (path === undefined)
    return unread(
      `its network security configuration is resource 0x${resource.toString(16)}, which is not in this file`,
    );
  return factsOf(manifest, path, readNetworkSecurityConfig(await contents.xml(path)));
}

function factsOf(manifest: AndroidManifest, file: string | null, config: NetworkSecurityConfig | null): NetworkFacts {
  const { application, effectiveTargetSdk: targetSdk, targetSandboxVersion } = manifest;
  const app = {
    targetSdk,
    targetSandboxVersion,
    debuggable: application?.debuggable.value ?? false,
    usesCleartextTraffic: application?.usesCleartextTraffic.value ?? false,
  };
  const answer = (host?: string): NetworkAnswer => {
    const { cleartext, trustAnchors, pins } = networkSecurityFor(config, app, host);
    return {
      cleartext,
      userAuthorities: trustAnchors.some(({ source }) => source === "user"),
      ownAuthorities: trustAnchors.filter(({ source }) => source === "resource").length,
      pins: pins?.pins.length ?? 0,
      pinsExpire: pins?.expires ?? null,
    };
  };
  const domains = (config?.domains ?? []).flatMap((rules) => rules.domains).slice(0, maxHosts);
  const byDefault = answer();
  const hosts = domains.map(({ name, includeSubdomains }) => ({
    host: name,
    subdomains: includeSubdomains,
    ...answer(name),
  }));
  const debugOverrides = (config?.debugTrustAnchors ?? null) !== null;
  const errors = config?.errors ?? [];
  return { file, byDefault, hosts, debugOverrides, errors, means: meaning({ byDefault, hosts, errors }) };
}

function meaning({ byDefault, hosts, errors }: Pick<NetworkFacts, "byDefault" | "hosts" | "errors">): string[] {
  const open = hosts.filter(({ cleartext }) => cleartext && !byDefault.cleartext);
  const closed = hosts.filter(({ cleartext }) => !cleartext && byDefault.cleartext);
  const pinned = hosts.filter(({ pins }) => pins > 0).length;
  const user = hosts.filter(({ userAuthorities }) => userAuthorities && !byDefault.userAuthorities).length;
  const listed = (some: readonly { readonly host: string }[]) =>
    some.length <= 5 ? some.map(({ host }) => host).join(", ") : `${some.length} hosts`;
  return [
    byDefault.cleartext
      ? `Connections without encryption are let through${closed.length > 0 ? `, except to ${listed(closed)}` : ""}: who is on the way can read and change them.`
      : `Connections without encryption are refused${open.length > 0 ? `, except to ${listed(open)}` : ""}.`,
    byDefault.userAuthorities
      ? "Certificate authorities that someone added to the phone are trusted: whoever holds such a key can read its connections."
      : `Only certificate authorities of the phone or of the app are trusted${user > 0 ? `, except for ${user} of its hosts` : ""}.`,
    ...(pinned > 0 || byDefault.pins > 0 ? [`For ${pinned} of its hosts only certain keys are accepted.`] : []),
    ...(errors.length > 0 ? ["Android would refuse this configuration, so that it may never have been in use."] : []),
  ];
}
