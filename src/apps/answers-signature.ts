import { type AppAnswer, type AskedApp, answered, type Found, fewOf, type Seen, sectionOf } from "./answer-parts.ts";

/** What an app's signatures and the make of its files answer. */
export function signatureAnswers(app: AskedApp): readonly AppAnswer[] {
  const say = (check: string, pass: string, fail: string, seen: Seen) => answered(check, { pass, fail }, seen, app);
  return [
    say(
      "app:signed-whole",
      "A signature covers every byte of it, and holds on the newest Android",
      "Its signature does not cover all of it, or does not hold",
      signedWhole(app),
    ),
    say(
      "app:own-key",
      "It is signed with a key of its maker's own that is long enough",
      "It is signed with a key that says nothing of who made it, or is short",
      ownKey(app),
    ),
    say(
      "app:sound-file",
      "Its file is made as its formats ask",
      "Its file differs from what its formats ask",
      soundFile(app),
    ),
  ];
}

function signedWhole(app: AskedApp): Seen {
  const { values, unread } = sectionOf(app, ({ signers }) => signers, "who signed the app");
  const newest = values.flatMap(({ verdicts, schemes }) => {
    const last = verdicts.at(-1);
    return last ? [{ ...last, schemes }] : [];
  });
  const schemes = (list: readonly string[]) => (list.length === 0 ? "none" : list.join(", "));
  return {
    found: newest.flatMap(({ outcome, scheme, reason, schemes: all }): Found[] => {
      const from = ["APK Signing Block", "META-INF"];
      const items = [`schemes: ${schemes(all)}`];
      if (outcome === "refused")
        return [
          {
            severity: "high",
            message: `The newest Android refuses it: ${reason ?? "its signature is not good"}`,
            items,
            from,
          },
        ];
      if (scheme !== "v1") return [];
      const message = "It has the oldest kind of signature alone, which does not cover all of the file.";
      return [{ severity: "medium", message, items, from }];
    }),
    unread: [
      ...unread,
      ...newest.flatMap(({ outcome, reason }) =>
        outcome === "unknown" ? [`Its signature could not be verified: ${(reason ?? "").replace(/\.$/, "")}.`] : [],
      ),
      ...(values.length > 0 && newest.length === 0 ? ["Nothing is known of its signature."] : []),
    ],
  };
}

/** Bits of an RSA or DSA key below which it is short; NIST SP 800-131A. */
const shortBits = 2048;

function ownKey(app: AskedApp): Seen {
  const { values, unread } = sectionOf(app, ({ signers }) => signers, "who signed the app");
  const certificates = values.flatMap((each) => each.certificates);
  const unknownKeys = certificates.filter(({ key }) => key === null);
  return {
    found: certificates.flatMap(({ knownAs, debug, key, sha256 }): Found[] => {
      const from = [`certificate ${sha256}`];
      if (knownAs !== null)
        return [{ severity: "high", message: `Its key is known to everybody: ${knownAs}.`, items: [knownAs], from }];
      if (debug)
        return [{ severity: "medium", message: "It is signed with a key for tests.", items: ["debug key"], from }];
      const bits = key?.bits ?? null;
      if (bits === null || key?.curve !== null || bits >= shortBits) return [];
      return [{ severity: "low", message: `Its key has ${bits} bits alone.`, items: [`${key.kind} ${bits}`], from }];
    }),
    unread: [
      ...unread,
      ...(unknownKeys.length === 0 ? [] : ["Some of its keys could not be read."]),
      ...(values.length > 0 && certificates.length === 0 ? ["It has no certificate that could be read."] : []),
    ],
  };
}

function soundFile({ records }: AskedApp): Seen {
  const marks = records.flatMap(({ tampering }) => tampering.marks);
  const unread = [...new Set(records.flatMap(({ tampering }) => tampering.unread))];
  const told = marks.map(({ entry, detail }) => (entry === null ? detail : `${entry}: ${detail}`));
  return {
    found:
      told.length === 0
        ? []
        : [
            {
              severity: "medium",
              message: `It is made otherwise than its formats ask: ${fewOf(told, 3)}.`,
              items: told,
              from: marks.flatMap(({ entry }) => (entry === null ? [] : [entry])),
            },
          ],
    unread: [
      ...(records.length === 0 ? ["Nothing of the app's files was read."] : []),
      ...unread.map((each) => `Compared in part only: ${each.replace(/\.$/, "")}.`),
    ],
  };
}
