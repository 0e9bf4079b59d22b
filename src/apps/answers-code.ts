import { holesOf, type LibraryHole } from "../feeds/app-vulnerabilities.ts";
import { type AppAnswer, type AskedApp, answered, type Found, fewOf, type Seen, sectionOf } from "./answer-parts.ts";
import type { BehaviourId } from "./behaviour-rules.ts";

/** What an app's code, libraries and texts answer. */
export function codeAnswers(app: AskedApp): readonly AppAnswer[] {
  const say = (check: string, pass: string, fail: string, seen: Seen) => answered(check, { pass, fail }, seen, app);
  return [
    say(
      "app:private-keys",
      "No private key was found in its files",
      "A private key lies in its files",
      secrets(app, (kind) => kind === "private-key"),
    ),
    say(
      "app:given-away",
      "No password or token of its maker was found in its files",
      "Passwords or tokens of its maker lie in its files",
      secrets(app, (kind) => kind !== "private-key"),
    ),
    say(
      "app:known-holes",
      "No library with a known hole was found in it",
      "It carries libraries with known holes",
      knownHoles(app),
    ),
    say(
      "app:all-code-inside",
      "No code was found that loads further code",
      "It loads code that is not part of what was signed and looked at",
      loadsCode(app),
    ),
    say(
      "app:obfuscated",
      "Its code bears names that tell little",
      "Its code bears the names it was written with",
      names(app),
    ),
    say("app:trackers", "No known tracker was found in it", "It carries known trackers", trackers(app)),
    say(
      "app:device-ids",
      "No code was found that reads numbers which name the phone for good",
      "It reads numbers that name the phone for good",
      behaviour(app, "device-ids", "medium"),
    ),
    say(
      "app:advertising-id",
      "No code was found that reads the advertising ID",
      "It reads the advertising ID",
      behaviour(app, "advertising-id", "low"),
    ),
  ];
}

function secrets(app: AskedApp, isOne: (kind: string) => boolean): Seen {
  const read = sectionOf(app, (record) => record.secrets, "what lies in the app's texts");
  const own = read.values
    .flatMap(({ found }) => found)
    .filter(({ kind, exposure }) => exposure === "secret" && isOne(kind));
  const missed = read.values.reduce((sum, each) => sum + each.missed.length + (each.more > 0 ? 1 : 0), 0);
  return {
    found: own.map(({ name, opens, masked, entries, confidence }) => ({
      severity: confidence === "certain" ? "high" : "medium",
      message: `${name} ${masked}: as long as it is valid, anyone can ${opens}.`,
      items: [masked],
      from: entries,
    })),
    unread: [...read.unread, ...(missed === 0 ? [] : [`${missed} of its files were not searched for secrets.`])],
  };
}

function knownHoles(app: AskedApp): Seen {
  const { values, unread } = sectionOf(app, ({ libraries }) => libraries, "which libraries the app carries");
  const carried = values.flatMap(({ found }) => found).filter(({ grade }) => grade !== "type-referenced");
  const judged = carried.map((library) => ({ library, holes: holesOf(library, app.holes) }));
  const natives = values.flatMap(({ nativesUnread }) => nativesUnread);
  const untold = judged.filter(({ holes }) => holes === undefined).map(({ library }) => library.name);
  return {
    found: judged.flatMap(({ library: { name, version, evidence }, holes = [] }): Found[] =>
      holes.length === 0
        ? []
        : [
            {
              severity: holes.some(isGrave) ? "medium" : "low",
              message: `${name} ${version ?? ""} has known holes: ${fewOf(holes.map(({ id }) => id))}.`,
              items: holes.map(({ id }) => id),
              from: evidence.map(({ entry }) => entry),
            },
          ],
    ),
    unread: [
      ...unread,
      ...(values.every(({ complete, missed }) => complete && missed.length === 0)
        ? []
        : ["Not all of its files were looked through for libraries."]),
      ...(natives.length === 0 ? [] : [`What is built into these was not read: ${fewOf(natives)}.`]),
      ...(untold.length === 0 ? [] : [`These have holes in some versions and do not tell theirs: ${fewOf(untold)}.`]),
    ],
  };
}

function isGrave({ severity }: LibraryHole): boolean {
  return severity === "critical" || severity === "high";
}

function loadsCode(app: AskedApp): Seen {
  const { values, unread } = sectionOf(app, ({ code }) => code, "which code the app has");
  const calls = values.flatMap((code) => code.calls.filter(({ kind }) => kind === "loads-dex"));
  return {
    found:
      calls.length === 0
        ? []
        : [
            {
              severity: "medium",
              message: `Its code can load further code: ${fewOf(calls.map(({ caller }) => caller))}.`,
              items: calls.map(({ caller, method }) => `${caller} calls ${method}`),
              from: calls.map(({ entry }) => entry),
            },
          ],
    unread: [
      ...unread,
      ...(values.every(({ callsComplete, unreadable }) => callsComplete && unreadable.length === 0)
        ? []
        : ["Some of its code could not be walked through."]),
    ],
  };
}

function names(app: AskedApp): Seen {
  const { values, unread } = sectionOf(app, ({ code }) => code, "which code the app has");
  const classes = values.reduce((sum, code) => sum + code.classes, 0);
  const told = values.every(({ obfuscation }) => obfuscation.extent === "none");
  const message = `Of its ${classes} classes hardly any has a name that hides what it is for.`;
  return {
    found:
      values.length > 0 && classes > 0 && told
        ? [
            {
              severity: "info",
              message,
              items: [`${classes} classes`],
              from: values.flatMap((code) => code.files.map(({ entry }) => entry)),
            },
          ]
        : [],
    unread,
    never: values.length > 0 && classes === 0 ? "It has no code of its own." : undefined,
  };
}

function trackers(app: AskedApp): Seen {
  const read = sectionOf(app, (record) => record.trackers, "which trackers the app carries");
  const own = read.values.flatMap(({ found }) => found).filter(({ grade }) => grade === "class-defined");
  const weaker = read.values.flatMap(({ found }) => found).filter(({ grade }) => grade !== "class-defined");
  const told = [...new Set(own.map(({ name }) => name))];
  const open = [...new Set(weaker.map(({ name }) => name))].filter((name) => !told.includes(name));
  return {
    found:
      told.length === 0
        ? []
        : [
            {
              severity: "low",
              message: `It carries ${fewOf(told)}.`,
              items: told,
              from: own.flatMap(({ evidence }) => evidence.map(({ entry }) => entry)),
            },
          ],
    unread: [
      ...read.unread,
      ...(read.values.every(({ complete }) => complete)
        ? []
        : ["Some of its code could not be searched for trackers."]),
      ...(open.length === 0 ? [] : [`It refers to these, and does not hold their code: ${fewOf(open)}.`]),
    ],
  };
}

function behaviour(app: AskedApp, id: BehaviourId, severity: Found["severity"]): Seen {
  const { values, unread } = sectionOf(app, (record) => record.behaviour, "what the app's code can do");
  const all = values.flatMap(({ found }) => found).filter((each) => each.id === id);
  // Without the permission that it needs, Android refuses the call.
  const own = all.filter(({ grade, permission }) => grade === "called" && permission !== "not-asked");
  return {
    found: own.map(({ about, evidence }) => ({
      severity,
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
