import { type AppRecord, isUnread } from "../apps/app-record.ts";
import { appShapes, shapeCount, shapesDate } from "../apps/app-shapes.ts";
import type { KnownSigner, KnownSigners } from "../feeds/known-signers.ts";
import type { AppEngine, EngineUse } from "./app-engines.ts";

type ListUse = Omit<EngineUse, "id" | "about">;
type Finding = ReturnType<AppEngine["judge"]>[number];

/**
 * Packages that are known, signed by somebody else than their known signers. What the system or a shop answers for is left out: they compare
 * signers themselves, and a maker may have more keys than a list.
 */
export function knownSignerEngine({ signers }: KnownSigners, use: ListUse): AppEngine {
  const listed = new Map(signers.map((signer) => [signer.package, signer]));
  return {
    use: { id: "known-signers", about: "signers of apps that are often copied", ...use },
    judge: ({ records: [base] = [], vouched }) => {
      if (!base || isUnread(base.identity) || base.identity.split !== null || vouched) return [];
      const known = listed.get(base.identity.packageName);
      return known ? otherSigner(base, known) : [];
    },
  };
}

function otherSigner({ signers }: AppRecord, { package: packageName, maker, certificates }: KnownSigner): Finding[] {
  if (isUnread(signers)) return [];
  const proven = provenSigners(signers);
  if (certificates.some((sha256) => proven.has(sha256))) return [];
  const common = { severity: "high", name: `${packageName}, not by its known signer` } as const;
  if (proven.size === 0) {
    const newest = signers.verdicts.at(-1);
    // A signature that Candor cannot verify is no proof against anybody.
    if (signers.verdicts.some(({ outcome }) => outcome !== "refused")) return [];
    const why =
      signers.schemes.length === 0 ? "nobody has signed it" : `its signature does not fit: ${newest?.reason ?? ""}`;
    const message = `It bears the package name of ${maker}'s app, and ${why.replace(/\.$/, "")}.`;
    return [{ ...common, confidence: "certain", message, evidence: { name: "package", value: packageName } }];
  }
  const named = signers.certificates.find(({ sha256 }) => proven.has(sha256));
  if (!named) return [];
  const evidence = { name: "SHA-256 of the certificate", value: named.sha256 };
  const anybody = named.debug || named.knownAs !== null;
  const message = anybody
    ? `It bears the package name of ${maker}'s app and is signed with a key that anybody can have: somebody else has built or changed it.`
    : `It bears the package name of ${maker}'s app and is signed by another key than the known one: somebody else has built or changed it, or ${maker} uses a key that the list does not have.`;
  return [{ ...common, confidence: anybody ? "certain" : "likely", message, evidence }];
}

/** Certificates of signers whose signatures are good, those before a rotation among them. */
function provenSigners(signers: Exclude<AppRecord["signers"], { unread: string }>): ReadonlySet<string> {
  return new Set(
    signers.verdicts.flatMap((verdict) => [...verdict.signers, ...verdict.lineage.map(({ sha256 }) => sha256)]),
  );
}

/**
 * Candor's own rules over what an app asks for, does and hides. Not asked about what came with the phone, which has such powers by
 * nature, and about apps of makers whose keys are known.
 */
export function shapeEngine(known: KnownSigners | undefined): AppEngine {
  const makers = new Set(known?.signers.flatMap(({ certificates }) => certificates));
  return {
    use: {
      id: "heuristics",
      about: "shapes of harmful apps, by Candor's own rules",
      list: "Candor's rules",
      origin: "embedded",
      date: shapesDate,
      entries: shapeCount,
    },
    judge: ({ records = [], vouched }) => {
      const [base] = records;
      if (!base || vouched === "system") return [];
      if (!isUnread(base.signers) && [...provenSigners(base.signers)].some((sha256) => makers.has(sha256))) return [];
      // Shops look for such apps themselves; what they let through is mostly a companion of a watch, or an office's administration.
      const shop = vouched === "shop";
      return appShapes(records).map(({ name, says, severity, confidence, reasons, points }) => ({
        severity: shop && severity === "high" ? ("medium" as const) : severity,
        confidence: shop ? ("possible" as const) : confidence,
        name,
        message: `${says}: it ${listed(reasons)}. This is a judgement by Candor's own rules, and no proof.`,
        evidence: { name: "what it has", value: points.join(", ") },
      }));
    },
  };
}

function listed(reasons: readonly string[]): string {
  const last = reasons.at(-1) ?? "";
  return reasons.length < 2 ? last : `${reasons.slice(0, -1).join(", ")} and ${last}`;
}
