import type {
  DomainRules,
  NetworkRules,
  NetworkSecurityConfig,
  PinSet,
  TrustAnchor,
} from "./network-security-config.ts";

/** What an app's connections to a host are held to. */
export interface NetworkSecurityAnswer {
  /** Whether connections that are not encrypted are let through. */
  readonly cleartext: boolean;
  /** None: no server is trusted. */
  readonly trustAnchors: readonly TrustAnchor[];
  readonly pins: PinSet | null;
  readonly certificateTransparency: boolean;
  /** The domain of the rule that decides; null: the rules for all others. */
  readonly rule: string | null;
}

/** What decides besides the configuration itself. */
export interface NetworkSecurityApp {
  readonly targetSdk: number;
  readonly debuggable: boolean;
  /** The manifest's `usesCleartextTraffic` as in effect; counts only where there is no configuration. */
  readonly usesCleartextTraffic: boolean;
  /** Instant apps and apps in the newer sandbox never get connections that are not encrypted by default. */
  readonly targetSandboxVersion?: number | null;
}

interface Effective {
  readonly cleartext: boolean;
  readonly trustAnchors: readonly TrustAnchor[];
  readonly pins: PinSet | null;
  readonly certificateTransparency: boolean;
}

/**
 * The answer for one host, or for all hosts without a rule of their own when `host` is left out.
 *
 * @param config null where the manifest names none.
 * AOSP frameworks/base core/java/android/security/net/config/ApplicationConfig.java and NetworkSecurityConfig.java.
 */
export function networkSecurityFor(
  config: NetworkSecurityConfig | null,
  app: NetworkSecurityApp,
  host?: string,
): NetworkSecurityAnswer {
  const base = baseAnswer(config, app);
  const match = config && host !== undefined ? matchingRule(config, host) : undefined;
  if (!config || !match) return { ...base, rule: null };
  const chain: NetworkRules[] = [];
  for (let at: number | null = match.index; at !== null; ) {
    const rules: DomainRules | undefined = config.domains[at];
    if (!rules) break;
    chain.unshift(rules);
    at = rules.parent;
  }
  const debug = app.debuggable ? config.debugTrustAnchors : null;
  const answer = chain.reduce((around: Effective, rules) => within(around, rules, debug), base);
  return { ...answer, rule: match.name };
}

/** What counts where no domain rule does: the platform's defaults for this target, and the base configuration. */
function baseAnswer(config: NetworkSecurityConfig | null, app: NetworkSecurityApp): Effective {
  const { targetSdk, targetSandboxVersion, debuggable } = app;
  const anchor = (source: "system" | "user"): TrustAnchor => ({ source, resource: 0, overridePins: false });
  const debug = debuggable ? (config?.debugTrustAnchors ?? null) : null;
  const trustAnchors = targetSdk < 24 ? [anchor("system"), anchor("user")] : [anchor("system")];
  const byDefault = targetSdk < 28 && (targetSandboxVersion ?? 1) < 2;
  const platform: Effective = {
    cleartext: config ? byDefault : app.usesCleartextTraffic && (targetSandboxVersion ?? 1) < 2,
    trustAnchors: [...trustAnchors, ...(debug ?? [])],
    pins: null,
    certificateTransparency: false,
  };
  return config?.base ? within(platform, config.base, debug) : platform;
}

/** Rules inside of others: what they do not say is taken over. Debug authorities join those that are given anew. */
function within(around: Effective, rules: NetworkRules, debug: readonly TrustAnchor[] | null): Effective {
  return {
    cleartext: rules.cleartext ?? around.cleartext,
    trustAnchors: rules.trustAnchors ? [...rules.trustAnchors, ...(debug ?? [])] : around.trustAnchors,
    pins: rules.pins ?? around.pins,
    certificateTransparency: rules.certificateTransparency ?? around.certificateTransparency,
  };
}

/** The rule of the host itself, else that of the longest domain above it that includes what lies below. */
function matchingRule(config: NetworkSecurityConfig, host: string): { index: number; name: string } | undefined {
  const wanted = host.toLowerCase().replace(/\.$/, "");
  if (wanted === "") return undefined;
  let best: { index: number; name: string } | undefined;
  for (const [index, { domains }] of config.domains.entries())
    for (const { name, includeSubdomains } of domains) {
      if (name === wanted) return { index, name };
      if (!includeSubdomains || !wanted.endsWith(`.${name}`)) continue;
      if (!best || name.length > best.name.length) best = { index, name };
    }
  return best;
}
