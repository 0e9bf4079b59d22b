import type {
  AskedHardware,
  AttestationRoute,
  HardwareReason,
  HardwareStatement,
  HardwareWorth,
} from "../facts/attestation.ts";
import type { RkpFault, RkpVerdict } from "../formats/rkp-request.ts";
import type { AttestationFault, ChainVerdict } from "./attest.ts";

/** What came of one way of asking. `sha256`: of what the phone answered, in hexadecimal; all that may be published of a request. */
export type AskedRoute = (
  | { readonly route: AttestationRoute; readonly obtained: false; readonly reason: string }
  | { readonly route: "csr"; readonly obtained: true; readonly sha256: string; readonly verdict: RkpVerdict }
  | { readonly route: "app_process"; readonly obtained: true; readonly sha256: string; readonly verdict: ChainVerdict }
) & {
  /** Where a program of Candor's still lies on the phone because it could not be removed; null where nothing does. */
  readonly leftOnPhone: string | null;
};

/** What all ways together are worth. */
export type HardwareWord = Pick<AskedHardware, "worth" | "reasons" | "statements">;

/** What the answers are worth together: one that was altered spoils all; else the best counts, and only its own lacks are told. */
export function hardwareWord(routes: readonly AskedRoute[]): HardwareWord {
  const words = routes.map(wordOf);
  const refuted = words.filter(({ worth }) => worth === "refuted");
  const [best] = order.flatMap((worth) => words.filter((each) => each.worth === worth));
  const counting = refuted.length > 0 ? refuted : best === undefined ? [] : words.filter(isAsGoodAs(best));
  return {
    worth: refuted.length > 0 ? "refuted" : (best?.worth ?? "not-obtained"),
    reasons: counting.flatMap(({ reasons }) => reasons),
    statements: words.flatMap(({ statements }) => statements),
  };
}

/** From best to worst. */
const order: readonly HardwareWorth[] = [
  "proven",
  "not-looked-up",
  "unvouched",
  "software",
  "not-proven",
  "not-obtained",
];

/** What hardware vouched for needs no other way; where it did not, each way has its reasons. */
function isAsGoodAs(best: HardwareWord): (word: HardwareWord) => boolean {
  return best.worth === "proven" || best.worth === "not-looked-up"
    ? (word) => word === best
    : (word) => word.worth === best.worth || word.worth === "not-obtained";
}

function wordOf(asked: AskedRoute): HardwareWord {
  const { route } = asked;
  const because = (all: readonly HardwareReason[], detail = "") => {
    const codes = [...new Set(all)];
    // That nobody looked up what was taken back matters only where nothing else is wrong.
    const telling = codes.length > 1 ? codes.filter((code) => code !== "not-looked-up") : codes;
    return telling.map((code) => ({ code, route, detail }));
  };
  if (!asked.obtained)
    return { worth: "not-obtained", reasons: because(["refused"], asked.reason.slice(0, 400)), statements: [] };
  if (asked.route === "csr") {
    const codes = asked.verdict.faults.map(requestReason);
    const worth = codes.length === 0 ? "unvouched" : worthOf(codes);
    const reasons = because(codes.length === 0 ? ["unvouched"] : codes);
    return { worth, reasons, statements: codes.length === 0 ? requestStatement(asked.verdict) : [] };
  }
  const codes = asked.verdict.faults.map(chainReason);
  const worth = codes.length === 0 ? "proven" : worthOf(codes);
  const believed = worth === "proven" || worth === "not-looked-up";
  return { worth, reasons: because(codes), statements: believed ? chainStatement(asked.verdict) : [] };
}

const refuting: ReadonlySet<HardwareReason> = new Set(["signature", "challenge", "revoked", "extended"]);

function worthOf(codes: readonly HardwareReason[]): HardwareWorth {
  // Software signs with keys that everybody has: that its root is none of Google's is no sign of anything.
  if (codes.includes("software")) return "software";
  if (codes.some((code) => refuting.has(code))) return "refuted";
  if (codes.every((code) => code === "not-looked-up")) return "not-looked-up";
  return codes.includes("encrypted") ? "not-obtained" : "not-proven";
}

function requestReason({ kind }: RkpFault): HardwareReason {
  switch (kind) {
    case "dice-signature":
    case "request-signature":
      return "signature";
    case "challenge":
    case "encrypted":
    case "unreadable":
      return kind;
    case "dice-issuer":
    case "voucher":
      return "unreadable";
  }
}

function chainReason({ kind }: AttestationFault): HardwareReason {
  switch (kind) {
    case "signature":
    case "issuer":
      return "signature";
    case "not-yet-valid":
    case "expired":
      return "dates";
    case "revocation-unknown":
      return "not-looked-up";
    case "no-attestation":
      return "no-statement";
    default:
      return kind;
  }
}

function requestStatement({ says }: RkpVerdict): readonly HardwareStatement[] {
  if (says === null) return [];
  const { locked, state, osPatchLevel, vendorPatchLevel, bootPatchLevel, bootHash } = says;
  return [{ route: "csr", locked, state, osPatchLevel, vendorPatchLevel, bootPatchLevel, bootHash }];
}

function chainStatement({ says }: ChainVerdict): readonly HardwareStatement[] {
  if (says === null) return [];
  const { rootOfTrust: root, osPatchLevel, vendorPatchLevel, bootPatchLevel } = says;
  return [
    {
      ...{ route: "app_process", locked: root?.locked ?? null, state: root?.state ?? null },
      ...{ osPatchLevel, vendorPatchLevel, bootPatchLevel, bootHash: root?.bootHash ?? null },
    },
  ];
}
