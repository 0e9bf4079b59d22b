import { buildCommand, buildRouteMap } from "@stricli/core";
import { type LawRegion, lawRegions } from "../centre/traffic-view.ts";
import { problems } from "../report/letter.ts";
import { isMailbox } from "../report/letter-mail.ts";
import { json, noInput, wholeNumber } from "./common-flags.ts";

const regions = Object.keys(lawRegions) as [LawRegion, ...LawRegion[]];
const kinds = ["access", "erasure", "objection", "withdrawal", "portability", "restriction", "rectification"] as const;
const formats = ["text", "html", "pdf", "eml", "mailto", "json"] as const;

const text = (brief: string, placeholder: string) =>
  ({ kind: "parsed", parse: String, optional: true, brief, placeholder }) as const;
const day = (brief: string) => ({ kind: "parsed", parse: aDay, optional: true, brief, placeholder: "DAY" }) as const;
const mail = (brief: string) =>
  ({ kind: "parsed", parse: aMailbox, optional: true, brief, placeholder: "MAIL" }) as const;
const id = { brief: "Number of the request, as candor rights list has it", parse: wholeNumber, placeholder: "ID" };
const language = {
  kind: "parsed",
  parse: aLanguage,
  optional: true,
  brief: "en, de, es, zh, id; for some letters also cs, el, fr, hr, it, nl, pt, ro, sv",
  placeholder: "LANGUAGE",
} as const;
const region = {
  kind: "enum",
  values: regions,
  optional: true,
  brief: "Whose law: that of the report, else EU, which is all of the EEA",
} as const;
const country = {
  kind: "parsed",
  parse: aCountry,
  optional: true,
  brief: "Country, two letters",
  placeholder: "COUNTRY",
} as const;
const outFlags = {
  format: { kind: "enum", values: formats, default: "text", brief: "How it is written; pdf by an installed Chromium" },
  out: text("File to write; else it is printed", "FILE"),
} as const;

const letter = buildCommand({
  loader: async () => (await import("./rights-letter.ts")).rightsLetter,
  parameters: {
    flags: {
      to: text("Company, host, or name of its record at datarequests.org", "COMPANY"),
      controller: text("A record of datarequests.org, saved as JSON, instead of --to", "FILE"),
      flowReport: text("What candor traffic report --json wrote: the evidence", "FILE"),
      language,
      region,
      name: { kind: "parsed", parse: String, brief: "Your name", placeholder: "NAME" },
      address: text("Your postal address, lines separated by semicolons", "ADDRESS"),
      email: mail("Your e-mail address"),
      toAddress: text("Their postal address, where you found it yourself; lines separated by semicolons", "ADDRESS"),
      toEmail: mail("Their e-mail address, where you found it yourself"),
      id: {
        kind: "parsed",
        parse: String,
        optional: true,
        variadic: true,
        brief: "What identifies you there, such as “Advertising ID: …”; may be repeated",
        placeholder: "LINE",
      },
      data: text("What is to be erased or corrected; all of it when left out, for erasure", "TEXT"),
      reason: text("Your reasons, for an objection", "TEXT"),
      keep: { kind: "boolean", default: true, brief: "File the request, so that its time is counted" },
      ...outFlags,
    },
    aliases: { o: "out" },
    positional: {
      kind: "tuple",
      parameters: [{ brief: kinds.join(", "), parse: aKind, placeholder: "KIND" }],
    },
  },
  docs: {
    brief: "Write a letter about your data, filled with what was recorded",
    fullDescription: [
      "Writes a letter by which you ask for your data, its erasure, correction, restriction or a copy to take along, object, or withdraw consent.",
      "What was recorded of connections to the recipient stands in it, host by host, with the file's digest. The address comes with its source",
      "and is never guessed. Nothing is sent: you do that. The request is filed, so that candor rights list counts the days.",
      "",
      "Examples:",
      "  candor traffic report phone.pcap --json > report.json",
      '  candor rights letter access --flow-report report.json --to Xiaomi --name "Ada Example" --id "Advertising ID: 38400000-…"',
      '  candor rights letter erasure --to adjust --name "Ada Example" --language de --format pdf -o letter.pdf',
      '  candor rights letter withdrawal --to graph.facebook.com --name "Ada Example" --format eml -o letter.eml',
      "",
      "Exit codes: 0 written, 2 usage, 3 not written or not filed, 70 a fault of Candor.",
    ].join("\n"),
  },
});

const list = buildCommand({
  loader: async () => (await import("./rights-requests.ts")).rightsList,
  parameters: { flags: { json }, positional: noInput },
  docs: { brief: "List your requests: to whom, what became of them, by when an answer is due" },
});

const show = buildCommand({
  loader: async () => (await import("./rights-requests.ts")).rightsShow,
  parameters: { flags: { json }, positional: { kind: "tuple", parameters: [id] } },
  docs: { brief: "Show one request with all that happened" },
});

const sent = buildCommand({
  loader: async () => (await import("./rights-requests.ts")).rightsSent,
  parameters: {
    flags: { on: day("The day it reached them; today when left out") },
    positional: {
      kind: "tuple",
      parameters: [id, { brief: "request, reminder, complaint", parse: aSending, optional: true, placeholder: "WHAT" }],
    },
  },
  docs: {
    brief: "Say that you sent the letter of a request, a reminder or a complaint",
    fullDescription:
      "The time for an answer runs from the day on which the request reached them: for e-mail that of sending, for a letter that of its arrival.",
  },
});

const answer = buildCommand({
  loader: async () => (await import("./rights-requests.ts")).rightsAnswer,
  parameters: {
    flags: {
      on: day("The day it came; today when left out"),
      note: text("What it says, or what is missing; stands in reminder and complaint", "TEXT"),
      file: text("The answer itself, kept with the request", "FILE"),
    },
    positional: {
      kind: "tuple",
      parameters: [
        id,
        {
          brief: "confirmed, extended, answered, partial, refused, id-demanded, decided, closed",
          parse: anAnswer,
          placeholder: "WHAT",
        },
      ],
    },
  },
  docs: {
    brief: "File what they answered, and say what may follow",
    fullDescription: [
      "Examples:",
      "  candor rights answer 1 confirmed",
      '  candor rights answer 1 partial --note "The recipients are not named." --file answer.pdf',
      "  candor rights answer 1 id-demanded --on 2026-07-10",
    ].join("\n"),
  },
});

const deadline = buildCommand({
  loader: async () => (await import("./rights-requests.ts")).rightsDeadline,
  parameters: {
    flags: {
      json,
      ics: text("Write a calendar with reminders (iCalendar); - prints it", "FILE"),
      received: day("Count for a request that was received on this day, without a request that is filed"),
      region,
      country,
    },
    positional: { kind: "tuple", parameters: [{ ...id, optional: true }] },
  },
  docs: {
    brief: "Say by when answers are due, by which rule; write reminders for a calendar",
    fullDescription: [
      "In the EEA and the United Kingdom a month ends on the same date of the next one; an end at the weekend or on a public holiday of the",
      "recipient's country moves to the next working day (Regulation 1182/71). Elsewhere by the law of the region, in calendar days.",
      "",
      "Examples:",
      "  candor rights deadline --ics rights.ics",
      "  candor rights deadline --received 2026-01-31 --region EU --country DE",
      "",
      "Exit codes: 0 nothing overdue, 1 an answer is overdue, 2 usage, 3 unreadable.",
    ].join("\n"),
  },
});

const backFlags = {
  language,
  problem: {
    kind: "enum",
    values: problems,
    optional: true,
    brief: "What is wrong; told by what was filed when left out",
  },
  note: text("Details, in the language of the letter", "TEXT"),
  ...outFlags,
} as const;

const reminder = buildCommand({
  loader: async () => (await import("./rights-letter.ts")).rightsReminder,
  parameters: { flags: backFlags, aliases: { o: "out" }, positional: { kind: "tuple", parameters: [id] } },
  docs: { brief: "Write a reminder of a request that was not answered, or not in full" },
});

const complaint = buildCommand({
  loader: async () => (await import("./rights-letter.ts")).rightsComplaint,
  parameters: {
    flags: {
      ...backFlags,
      country: { ...country, brief: "Country of the authority: where you live or work, or where it happened" },
      authority: text("Its id, where a country has several: candor rights authorities DE", "ID"),
    },
    aliases: { o: "out" },
    positional: { kind: "tuple", parameters: [id] },
  },
  docs: {
    brief: "Write a complaint to the supervisory authority about a request",
    fullDescription: [
      "Writes a complaint with the dates of the request, what is wrong with the answer, and the evidence of the request.",
      "",
      "Examples:",
      "  candor rights complaint 1 --country AT",
      "  candor rights complaint 1 --country DE --authority deberlbdi --format html -o complaint.html",
    ].join("\n"),
  },
});

const authorities = buildCommand({
  loader: async () => (await import("./rights-requests.ts")).rightsAuthorities,
  parameters: {
    flags: { json },
    positional: {
      kind: "tuple",
      parameters: [{ brief: "Country, two letters", parse: aCountry, optional: true, placeholder: "COUNTRY" }],
    },
  },
  docs: { brief: "List supervisory authorities with their addresses" },
});

function aKind(word: string): (typeof kinds)[number] {
  const kind = kinds.find((each) => each === word);
  if (!kind) throw new SyntaxError(`${JSON.stringify(word)} is no kind of letter: ${kinds.join(", ")}`);
  return kind;
}

function aSending(word: string): "request" | "reminder" | "complaint" {
  const what = (["request", "reminder", "complaint"] as const).find((each) => each === word);
  if (!what) throw new SyntaxError(`${JSON.stringify(word)} is none of request, reminder, complaint`);
  return what;
}

const answers = [
  "confirmed",
  "extended",
  "answered",
  "partial",
  "refused",
  "id-demanded",
  "decided",
  "closed",
] as const;

function anAnswer(word: string): (typeof answers)[number] {
  const what = answers.find((each) => each === word);
  if (!what) throw new SyntaxError(`${JSON.stringify(word)} is none of ${answers.join(", ")}`);
  return what;
}

function aDay(word: string): string {
  const time = /^\d{4}-\d\d-\d\d$/.test(word) ? Date.parse(`${word}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== word)
    throw new SyntaxError(`${JSON.stringify(word)} is no day such as 2026-07-01`);
  return word;
}

function aMailbox(word: string): string {
  if (!isMailbox(word)) throw new SyntaxError(`${JSON.stringify(word)} is no e-mail address`);
  return word;
}

function aLanguage(word: string): string {
  if (!/^[a-z]{2}$/.test(word)) throw new SyntaxError(`${JSON.stringify(word)} is no language such as en`);
  return word;
}

function aCountry(word: string): string {
  if (!/^[a-z]{2}$/i.test(word)) throw new SyntaxError(`${JSON.stringify(word)} is no country such as DE`);
  return word.toUpperCase();
}

/** `candor rights …`. */
export const rightsRoutes = buildRouteMap({
  routes: { letter, list, show, sent, answer, reminder, complaint, deadline, authorities },
  docs: { brief: "Your rights: letters about your data with the evidence, deadlines, answers, complaints" },
});
