import { buildCommand, buildRouteMap } from "@stricli/core";
import { type LawRegion, lawRegions } from "../centre/traffic-view.ts";
import { severities } from "../core/check.ts";
import { json, optionalSource, wholeNumber } from "./common-flags.ts";
import { sourceFlags } from "./source-flags.ts";
import { momentTime } from "./traffic-time.ts";

const regions = Object.keys(lawRegions) as [LawRegion, ...LawRegion[]];

const fileFlag = (brief: string) =>
  ({ kind: "parsed", parse: String, optional: true, brief, placeholder: "FILE" }) as const;
const filesFlag = (brief: string) => ({ ...fileFlag(brief), variadic: true }) as const;
const timeFlag = (brief: string) =>
  ({ kind: "parsed", parse: momentTime, optional: true, brief, placeholder: "TIME" }) as const;

const judgeFlags = {
  json,
  region: {
    kind: "enum",
    values: regions,
    default: "EU",
    brief: "Your region, whose law is applied; EU is all of the EEA",
  },
  known: fileFlag(
    "Values of yours to look for, as JSON (imei, advertisingId, androidId, email, phoneNumber, location …)",
  ),
  consent: timeFlag("When you agreed: 2026-07-01T10:05, or 10:05 for today"),
  refused: timeFlag("When you refused"),
  nothingChosen: {
    kind: "boolean",
    default: false,
    brief: "You made no choice before or during the record: all of it is before consent",
  },
  policy: filesFlag("The text of a privacy notice, in which recipients are looked for; may be repeated"),
  snapshot: fileFlag("A saved examination (candor check --save), whose trackers in apps are held against the record"),
  mmdb: filesFlag("A database of places of your own, asked beside the one that comes with Candor; may be repeated"),
  client: {
    kind: "parsed",
    parse: String,
    optional: true,
    brief: "The device that is meant, in a log that serves several",
    placeholder: "NAME",
  },
} as const;

const report = buildCommand({
  loader: async () => (await import("./traffic-report.ts")).trafficReport,
  parameters: {
    flags: {
      ...judgeFlags,
      csv: {
        kind: "boolean",
        default: false,
        brief: "Print one connection a line as comma-separated values (RFC 4180)",
      },
      redact: fileFlag(
        "Also write the record with identifiers replaced, to share it; a HAR where the name ends in .har",
      ),
      html: fileFlag("Also write the report as a page with map, bands and timeline: one file, no script"),
      all: { kind: "boolean", default: false, brief: "Leave nothing out of long lists" },
      failOn: {
        kind: "enum",
        values: [...severities, "never"] as const,
        default: "high",
        brief: "Exit with 1 when there is a finding of this severity or worse",
      },
      progress: sourceFlags.progress,
    },
    aliases: { a: "all" },
    positional: {
      kind: "array",
      minimum: 1,
      parameter: { brief: "Records of traffic, and what belongs to them", parse: String, placeholder: "FILE" },
    },
  },
  docs: {
    brief: "Say who got what, where and when, out of records of a phone's traffic",
    fullDescription: [
      "Reads records of a phone's traffic and says for each app who was contacted, where, encrypted or not, before or after your choice, and",
      "which personal data was to be seen. Nothing is sent anywhere. Several files are read as one: add what the phone counted (dumpsys",
      "netstats detail) and its packages (pm list packages -U), and they are joined to the rest.",
      "",
      "Reads captures (pcap and pcapng, PCAPdroid's with the apps in them), HAR, lists of PCAPdroid and TrackerControl, backups of Rethink,",
      "logs of AdGuard Home, NextDNS and Pi-hole, /proc/net, and the privacy report of iOS: each by its content, whatever its name.",
      "",
      "Examples:",
      "  candor traffic report capture.pcap                           who was contacted",
      "  candor traffic report capture.pcap --refused 10:05           what came after you refused",
      '  candor traffic report app.har --known mine.json              where your own values went; mine.json: {"imei": "860000000000008"}',
      "  candor traffic report app.har --policy notice.txt            recipients that the privacy notice does not name",
      "  candor traffic report capture.pcap --csv > flows.csv         for a spreadsheet",
      "  candor traffic report capture.pcap --html report.html        a page with a map, to look at or print",
      "  candor traffic report capture.pcap --json > report.json      all of it",
      "",
      "Exit codes: 0 nothing at or above --fail-on, 1 a finding, 2 usage, 3 unreadable, 70 a fault of Candor, 130 stopped.",
    ].join("\n"),
  },
});

const compare = buildCommand({
  loader: async () => (await import("./traffic-compare.ts")).trafficCompare,
  parameters: {
    flags: judgeFlags,
    positional: {
      kind: "tuple",
      parameters: [
        { brief: "The earlier record", parse: String, placeholder: "BEFORE" },
        { brief: "The later record", parse: String, placeholder: "AFTER" },
      ],
    },
  },
  docs: {
    brief: "Say what differs between two records: after refusing, after removing, after an update",
    fullDescription: [
      "Says which servers, companies, countries and data are new in the later record, and which are gone. That something is gone means only",
      "that this record does not show it.",
      "",
      "Example:",
      "  candor traffic compare first-run.har after-refusing.har",
      "",
      "Exit codes: 0 nothing new, 1 something new, 2 usage, 3 unreadable, 70 a fault of Candor, 130 stopped.",
    ].join("\n"),
  },
});

const record = buildCommand({
  loader: async () => (await import("./traffic-record.ts")).trafficRecord,
  parameters: {
    flags: {
      ...sourceFlags,
      json,
      out: fileFlag("Where to write the record; kept by Candor, sealed where a privacy password is set, when left out"),
      app: {
        kind: "parsed",
        parse: packageName,
        optional: true,
        variadic: true,
        brief: "Only this package; may be repeated",
        placeholder: "PACKAGE",
      },
      minutes: {
        kind: "parsed",
        parse: wholeNumber,
        optional: true,
        brief: "End after so many minutes",
        placeholder: "N",
      },
      apiKey: {
        kind: "parsed",
        parse: String,
        optional: true,
        brief: "Key of PCAPdroid (Settings, Control Permissions), so that it does not ask on the phone",
        placeholder: "KEY",
      },
      leave: { kind: "boolean", default: false, brief: "Leave the record on the phone, too" },
    },
    aliases: { s: "serial", o: "out" },
    positional: optionalSource,
  },
  docs: {
    brief: "Record the traffic of a phone with PCAPdroid, without root",
    fullDescription: [
      "Starts PCAPdroid on the phone (it has to be installed; Candor says where to get it), fetches what it records while it records, and ends it.",
      "On a terminal: r marks that you refused, a that you agreed, n anything else, q ends. From another terminal: candor traffic mark.",
      "What the phone counted meanwhile is kept beside the record, so that the report can say what the record missed.",
      "",
      "A record holds private things. It is taken off the phone once it was fetched whole, and kept here until you remove it.",
      "",
      "Examples:",
      "  candor traffic record --minutes 5",
      "  candor traffic record --app org.example.diet -o diet.pcap",
      "  candor traffic record virtual:hyperos+pcapdroid --minutes 1      with the virtual phone",
      "",
      "Exit codes: 0 recorded, 2 usage, 3 no record or a broken one, 70 a fault of Candor, 130 stopped before it began.",
    ].join("\n"),
  },
});

const mark = buildCommand({
  loader: async () => (await import("./traffic-mark.ts")).trafficMark,
  parameters: {
    flags: {
      at: timeFlag("When it was; now when left out"),
      app: fileless("The package that asked; all apps when left out"),
      record: fileFlag("The record; the one that was last made with Candor when left out"),
    },
    positional: {
      kind: "tuple",
      parameters: [{ brief: "refused, accepted, or a note", parse: String, placeholder: "WORD" }],
    },
  },
  docs: {
    brief: "Mark a moment in a record: that you refused, that you agreed, or a note",
    fullDescription: [
      "A record shows what an app sent; only you know what you chose, and when. The mark is kept beside the record.",
      "",
      "Examples:",
      "  candor traffic mark refused                          now, in the record that runs",
      '  candor traffic mark "opened the map" --at 10:07      a note',
      "  candor traffic mark accepted --at 2026-07-01T10:05 --record capture.pcap",
    ].join("\n"),
  },
});

function fileless(brief: string) {
  return { kind: "parsed", parse: packageName, optional: true, brief, placeholder: "PACKAGE" } as const;
}

function packageName(text: string): string {
  if (!/^[A-Za-z][\w.]{0,254}$/.test(text)) throw new SyntaxError(`${JSON.stringify(text)} is no name of a package`);
  return text;
}

/** `candor traffic …`. */
export const trafficRoutes = buildRouteMap({
  routes: { report, record, mark, compare },
  docs: { brief: "Traffic: who gets data, where, encrypted or not, before or after your choice" },
});
