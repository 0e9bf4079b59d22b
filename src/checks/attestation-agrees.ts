import { defineCheck } from "../core/check.ts";
import { takenAt } from "../core/needs.ts";
import { attestation, type HardwareSilence, hardwareSchema } from "../facts/attestation.ts";
import { properties } from "../facts/properties.ts";
import { hardwareExample, honestStatement } from "./wording/hardware-examples.ts";
import { pinFindings, refutedFindings, silenceFindings, statementFindings } from "./wording/hardware-findings.ts";
import { refuting, unprovenSentence } from "./wording/hardware-reasons.ts";
import { originalSystem } from "./wording/remedies.ts";

/** Milliseconds after which the hardware's word says nothing of how the phone started this time. */
const lasts = 30 * 86_400_000;

const silence: HardwareSilence = {
  routes: ["csr", "app_process"],
  answered: "2025-08-01T00:00:00.000Z",
  since: "2025-09-01T00:00:00.000Z",
  at: "2026-01-20T00:00:00.000Z",
};

/** Whether the hardware vouches for the start, and says what the system says. */
export default defineCheck({
  id: "attestation-agrees",
  category: "boot",
  severity: "high",
  question: "Does the phone's hardware vouch for what the system says of its start?",
  title: {
    pass: "The phone's hardware vouches for a locked, verified start, and the system says the same",
    fail: "The phone's hardware does not vouch for what the system says of its start",
  },
  why: "A changed system can say of itself whatever it likes. What the phone's hardware signs, it cannot forge.",
  advice:
    "Do not rely on what the phone says of its bootloader, its build and its updates. If you did not change the system yourself, have the original installed.",
  references: [
    "https://source.android.com/docs/security/features/keystore/attestation",
    "https://developer.android.com/privacy-and-security/security-key-attestation",
    "AOSP: hardware/interfaces/security/rkp/README.md",
  ],
  messages: {
    lock: "The system says {property} = {said}; the hardware says {hardware}.",
    state: "The system says {property} = {said}; the hardware says {hardware}.",
    "os-level": "The system says that its security level is {said}; the hardware says {hardware}.",
    "vendor-level": "The system says that the level of the maker's parts is {said}; the hardware says {hardware}.",
    "boot-hash": "The system that runs has another digest than the one that the hardware verified.",
    unlocked: "The hardware itself says that the bootloader is unlocked.",
    "own-key": "The hardware says that the system was verified by a key of the owner's, and not by the maker's.",
    signature: "A signature is wrong in what the phone gave as its hardware's word.",
    challenge:
      "What the phone gave as its hardware's word was made for another question: an old or a foreign one was shown.",
    revoked: "The key that vouches was taken back by Google: it leaked, or its hardware is broken.",
    extended: "Certificates were added below the hardware's own; an app can do that.",
    identity:
      "Another key answered than when this phone was first asked, on {day}: another phone, or another mainboard.",
    "boot-key": "The system is verified by another key than when this phone was first asked, on {day}.",
    older: "A level that the hardware reports went back since {day}.",
    silent:
      "The hardware answered on {day}, and gave no answer when it was asked again on {later}. An update, a service that is switched off, or something that hides what the phone is can cause that.",
  },
  remedy: originalSystem,
  needs: { attestation, properties, takenAt },
  run: ({ attestation: { asked, unread }, properties: said, takenAt: now }) => {
    if (unread !== null) return { unread: [unread] };
    if (asked === null) return { unread: ["The phone's hardware was not asked yet: candor attest does that."] };
    const old = Math.abs(now - Date.parse(asked.at)) > lasts;
    const sameBuild =
      asked.build === null || !said["ro.build.fingerprint"] || asked.build === said["ro.build.fingerprint"];
    const day = asked.at.slice(0, 10);
    const silent = asked.silent !== null && Math.abs(now - Date.parse(asked.silent.at)) <= lasts;
    return {
      findings: [
        ...refutedFindings(asked),
        ...pinFindings(asked),
        ...(silent ? silenceFindings(asked) : []),
        ...(old ? [] : statementFindings(asked.statements, said, sameBuild)),
      ],
      unread: [
        ...new Set(asked.reasons.filter(({ code }) => !refuting.has(code)).map(unprovenSentence)),
        ...(old ? [`The hardware was asked on ${day}, which says nothing of now. Ask it again: candor attest`] : []),
        ...(sameBuild
          ? []
          : [`The system was updated since the hardware was asked, on ${day}. Ask it again: candor attest`]),
        ...(asked.statements.some(({ locked, state }) => locked === null || state === null)
          ? ["The hardware did not tell how the phone was started."]
          : []),
      ],
    };
  },
  examples: {
    pass: [{ name: "proven, and both say the same", given: hardwareExample({}) }],
    fail: [
      {
        name: "locked says the system, unlocked the hardware",
        given: hardwareExample({ statements: [{ ...honestStatement, locked: false, state: "unverified" }] }),
        findings: 3,
      },
      {
        name: "the hardware knows older levels",
        given: hardwareExample({
          statements: [{ ...honestStatement, osPatchLevel: "2024-01", vendorPatchLevel: "2024-01-05" }],
        }),
        findings: 2,
      },
      {
        name: "both say unlocked",
        given: {
          ...hardwareExample({ statements: [{ ...honestStatement, locked: false, state: "unverified" }] }),
          properties: {},
        },
        findings: 1,
      },
      {
        name: "a key of the owner's",
        given: { ...hardwareExample({ statements: [{ ...honestStatement, state: "self-signed" }] }), properties: {} },
        findings: 1,
      },
      {
        name: "a signature is wrong",
        given: hardwareExample({
          worth: "refuted",
          reasons: [{ code: "signature", route: "csr", detail: "" }],
          statements: [],
        }),
        findings: 1,
      },
      {
        name: "another phone answered, and its levels are older",
        given: hardwareExample({ pin: { since: "2025-01-01T00:00:00.000Z", changed: ["identity", "os-level"] } }),
        findings: 2,
      },
      {
        name: "it answered, and gives no answer any more",
        given: hardwareExample({ silent: silence }),
        findings: 1,
      },
    ],
    unknown: [
      {
        name: "silent long ago, and not asked since",
        given: hardwareExample({ at: "2025-08-01T00:00:00.000Z", silent: { ...silence, at: silence.since } }),
      },
      {
        name: "never asked",
        given: { ...hardwareExample({}), attestation: { schema: hardwareSchema, unread: null, asked: null } },
      },
      {
        name: "what is kept is locked",
        given: {
          ...hardwareExample({}),
          attestation: {
            schema: hardwareSchema,
            unread: "What Candor keeps is locked: candor unlock opens it.",
            asked: null,
          },
        },
      },
      {
        name: "nobody known vouches for the key",
        given: hardwareExample({ worth: "unvouched", reasons: [{ code: "unvouched", route: "csr", detail: "" }] }),
      },
      {
        name: "the phone refused",
        given: hardwareExample({
          worth: "not-obtained",
          reasons: [{ code: "refused", route: "csr", detail: "The phone answered: nothing." }],
          statements: [],
        }),
      },
      { name: "asked long ago", given: hardwareExample({ at: "2025-09-01T00:00:00.000Z" }) },
      { name: "updated since", given: hardwareExample({ build: "maker/name/device:15/OLD/1:user/release-keys" }) },
      {
        name: "the hardware does not tell the lock",
        given: hardwareExample({ statements: [{ ...honestStatement, locked: null }] }),
      },
    ],
  },
});
