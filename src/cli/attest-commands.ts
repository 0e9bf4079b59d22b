import { buildCommand, buildRouteMap } from "@stricli/core";
import { attestRouteChoices } from "./attest-routes.ts";
import { json, optionalSource } from "./common-flags.ts";
import { sourceFlags } from "./source-flags.ts";

const phoneCommand = buildCommand({
  loader: async () => (await import("./attest-phone.ts")).attestThePhone,
  parameters: {
    flags: {
      ...sourceFlags,
      json,
      route: {
        kind: "enum",
        values: attestRouteChoices,
        default: "both",
        brief: "csr asks for a request for keys; app_process has a program of some kilobytes ask the key store",
      },
      yes: { kind: "boolean", default: false, brief: "Put that program onto the phone without being asked" },
      anew: {
        kind: "boolean",
        default: false,
        brief: "Forget what is remembered of this phone's hardware, after a repair",
      },
      save: {
        kind: "parsed",
        parse: String,
        optional: true,
        brief: "Also write what the phone answered, which names it",
        placeholder: "FILE",
      },
    },
    aliases: { s: "serial" },
    positional: optionalSource,
  },
  docs: {
    brief: "Have the phone's hardware vouch for its start, and compare what the system says",
    fullDescription: [
      "Asks the phone's trusted hardware how it was started: whether the bootloader is locked, whether the system is the maker's, and its patch levels. The system can say of itself what it likes; what the hardware signs it cannot forge. Each question has a fresh challenge, and nothing is believed unverified. The hardware is remembered: another phone under this serial number, or a level that went back, is told.",
      "",
      "There are two ways, and by default both are gone. csr (Android 14) asks for a request for attestation keys: it puts nothing onto the phone, and no public root vouches for it. app_process puts a program of some kilobytes onto the phone for some seconds and gives a chain of certificates up to Google's root; you are asked before.",
      "",
      "Examples:",
      "  candor attest                         the phone on the cable",
      "  candor attest --route csr             nothing is put onto the phone",
      "  candor attest --yes --save phone.pem  also keep the answers, to be verified elsewhere",
      "  candor attest verify phone.pem        verify what was saved, or made by an app",
      "",
      "Exit codes: 0 proven, locked, verified, and the system says the same; 1 anything less; 2 nobody agreed; 3 phone unreachable; 70 a fault of Candor.",
    ].join("\n"),
  },
});

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
        {
          parse: String,
          brief: "PEM file: the key's certificate first, the root last; or a saved request",
          placeholder: "FILE",
        },
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

/** `candor attest [SOURCE]` and `candor attest verify FILE`. */
export const attestRoutes = buildRouteMap({
  routes: { phone: phoneCommand, verify: verifyCommand },
  defaultCommand: "phone",
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
