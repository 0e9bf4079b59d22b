import {
  type AppAnswer,
  type AskedApp,
  answered,
  baseOf,
  type Found,
  fewOf,
  type Seen,
  sectionOf,
} from "./answer-parts.ts";
import type { NetworkAnswer, NetworkFacts } from "./app-network.ts";

/** What an app's own rules and addresses answer about its connections. Native code need not keep to the rules. */
export function networkAnswers(app: AskedApp): readonly AppAnswer[] {
  const say = (check: string, pass: string, fail: string, seen: Seen) => answered(check, { pass, fail }, seen, app);
  const rules = sectionOf(baseOf(app), ({ network }) => network, "which connections the app accepts");
  return [
    say(
      "app:encrypted-only",
      "Its rules demand encrypted connections",
      "Its rules allow connections without encryption",
      ruled(rules, ({ cleartext }) => cleartext, "medium", "Connections without encryption are let through"),
    ),
    say(
      "app:plain-addresses",
      "No address for a connection without encryption stands in it",
      "Addresses for connections without encryption stand in it",
      plainAddresses(app, rules),
    ),
    say(
      "app:authorities",
      "It trusts none of the certificate authorities that were added by hand",
      "It trusts certificate authorities that were added by hand",
      ruled(rules, ({ userAuthorities }) => userAuthorities, "medium", "Authorities that were added by hand count"),
    ),
    say("app:pins-in-force", "The keys that it pins are pinned still", "Pins of it have run out", pins(app, rules)),
    say(
      "app:certificates-checked",
      "No code was found that goes on without a valid certificate",
      "Code in it goes on without a valid certificate",
      unchecked(app),
    ),
  ];
}

interface Rules {
  readonly values: readonly NetworkFacts[];
  readonly unread: readonly string[];
}

/** Where the rules let something through, by default or for hosts. */
function ruled(
  { values, unread }: Rules,
  lets: (answer: NetworkAnswer) => boolean,
  severity: Found["severity"],
  what: string,
): Seen {
  return {
    found: values.flatMap(({ file, byDefault, hosts }): Found[] => {
      const from = [file ?? "AndroidManifest.xml"];
      const own = hosts.filter(lets).map(({ host }) => host);
      if (lets(byDefault)) return [{ severity, message: `${what} to all hosts.`, items: ["all hosts", ...own], from }];
      return own.length === 0 ? [] : [{ severity: "low", message: `${what} to ${fewOf(own)}.`, items: own, from }];
    }),
    unread,
  };
}

function plainAddresses(app: AskedApp, rules: Rules): Seen {
  const { values, unread } = sectionOf(app, ({ endpoints }) => endpoints, "which addresses stand in the app");
  const plain = values.flatMap(({ hosts }) => hosts).filter(({ cleartext, local }) => cleartext && !local);
  const lets = rules.values.some(({ byDefault, hosts }) => byDefault.cleartext || hosts.some((each) => each.cleartext));
  // Where the rules are known and let none through, Android lets the app make no such connection.
  const closed = rules.values.length > 0 && rules.unread.length === 0 && !lets;
  const names = [...new Set(plain.map(({ host }) => host))];
  const missed = values.flatMap(({ missed }) => missed).length;
  if (closed) return { found: [], unread: [], never: "Its own rules let no connection without encryption through." };
  return {
    found:
      names.length === 0
        ? []
        : [
            {
              severity: "low",
              message: `Addresses without encryption: ${fewOf(names)}. Whether they are used is not told by this.`,
              items: plain.flatMap(({ addresses, host }) => (addresses.length > 0 ? addresses : [host])),
              from: plain.flatMap(({ entries }) => entries),
            },
          ],
    unread: [...unread, ...(missed === 0 ? [] : [`${missed} of its files were not searched for addresses.`])],
  };
}

function pins({ day }: AskedApp, { values, unread }: Rules): Seen {
  const pinned = values.flatMap(({ file, byDefault, hosts }) =>
    [{ host: "all hosts", ...byDefault }, ...hosts]
      .filter((answer) => answer.pins > 0)
      .map(({ host, pinsExpire }) => ({ host, pinsExpire, file: file ?? "AndroidManifest.xml" })),
  );
  const ending = pinned.filter(({ pinsExpire }) => pinsExpire !== null);
  const over = day === null ? [] : ending.filter(({ pinsExpire }) => (pinsExpire ?? "") < day);
  const hosts = over.map(({ host, pinsExpire }) => `${host} (${pinsExpire})`);
  return {
    found:
      over.length === 0
        ? []
        : [
            {
              severity: "low",
              message: `Keys are no longer pinned for ${fewOf(hosts)}.`,
              items: hosts,
              from: over.map(({ file }) => file),
            },
          ],
    unread: [
      ...unread,
      ...(day === null && ending.length > 0 ? ["It is not known of which day this is, and its pins have an end."] : []),
    ],
    never: pinned.length === 0 ? "It pins no keys." : undefined,
  };
}

function unchecked(app: AskedApp): Seen {
  const { values, unread } = sectionOf(app, ({ behaviour }) => behaviour, "what the app's code can do");
  const own = values.flatMap(({ found }) =>
    found.filter(({ id, grade }) => id === "accepts-any-certificate" && grade === "called"),
  );
  return {
    found: own.map(({ about, evidence }) => ({
      severity: "high",
      message: about,
      items: evidence.map((each) => (each.kind === "call" ? `${each.caller} calls ${each.method}` : each.text)),
      from: evidence.map(({ entry }) => entry),
    })),
    unread: [
      ...unread,
      ...(values.every(({ complete }) => complete) ? [] : ["Some of its code could not be searched."]),
    ],
  };
}
