import { buildCommand, buildRouteMap } from "@stricli/core";
import { json } from "./common-flags.ts";

const verifyCommand = buildCommand({
  loader: async () => (await import("./attest.ts")).attestVerify,
  parameters: {
    flags: {
      json,
      challenge: {
        kind: "parsed",
        parse: hexadecimal,
        optional: true,
        brief: "What the key had to be made with, in hexadecimal: proves that it was not made before",
        placeholder: "HEX",
      },
      at: {
        kind: "parsed",
        parse: time,
        optional: true,
        brief: "Judge the certificates' dates at this time instead of now",
        placeholder: "TIME",
      },
    },
    positional: {
      kind: "tuple",
      parameters: [
        { parse: String, brief: "PEM file: the key's certificate first, the root last", placeholder: "FILE" },
      ],
    },
  },
  docs: {
    brief: "Verify a hardware attestation that was made elsewhere",
    fullDescription: [
      "Follows the chain up to Google's roots, looks up whether a key was taken back, and tells what the hardware says: whether the bootloader is locked, whether the system is the maker's, and its patch levels. Only what a chain without a fault says is proven.",
      "",
      "Examples:",
      "  candor attest verify chain.pem",
      "  candor attest verify chain.pem --challenge 6368616c6c656e6765 --json",
      "  candor feeds update revoked-attestation-keys     the list of keys that were taken back",
      "",
      "Exit codes: 0 proven, 1 not proven or not looked up, 3 the file cannot be read.",
    ].join("\n"),
  },
});

/** `candor attest …`. */
export const attestRoutes = buildRouteMap({
  routes: { verify: verifyCommand },
  docs: { brief: "What a phone's hardware itself says of its state" },
});

function hexadecimal(text: string): string {
  if (!/^([0-9a-f]{2}){1,128}$/i.test(text)) throw new SyntaxError(`${text} is not hexadecimal`);
  return text;
}

function time(text: string): number {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new SyntaxError(`${text} is no time such as 2026-11-22T10:00:00Z`);
  return at;
}
