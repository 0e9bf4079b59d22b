import { buildCommand, buildRouteMap } from "@stricli/core";
import { appFilters, appSorts } from "../centre/app-choice.ts";
import { severities } from "../core/check.ts";
import { json, optionalSource, wholeNumber } from "./common-flags.ts";
import { sourceBrief, sourceFlags } from "./source-flags.ts";

const inspectFlags = {
  ...sourceFlags,
  json,
  user: {
    kind: "parsed",
    parse: wholeNumber,
    optional: true,
    brief: "Only apps that are installed for this user or profile (0 is the owner)",
    placeholder: "ID",
  },
  fresh: { kind: "boolean", default: false, brief: "Hash all files anew instead of trusting what was seen before" },
  deep: { kind: "boolean", default: false, brief: "Also look into the code of apps that came with the phone" },
} as const;

const list = buildCommand({
  loader: async () => (await import("./apps-list.ts")).appsOfPhone,
  parameters: {
    flags: {
      ...inspectFlags,
      all: { kind: "boolean", default: false, brief: "Also list pre-installed apps in which nothing was found" },
      csv: { kind: "boolean", default: false, brief: "Print comma-separated values (RFC 4180) and nothing else" },
      sort: { kind: "enum", values: appSorts, default: "verdict", brief: "What comes first" },
      filter: {
        kind: "enum",
        values: appFilters,
        optional: true,
        variadic: true,
        brief: "Only apps of which this holds; may be repeated, and then all has to hold",
      },
      search: {
        kind: "parsed",
        parse: String,
        optional: true,
        brief: "Only apps with this text in name, package, installer, signer or trackers",
        placeholder: "TEXT",
      },
      yara: {
        kind: "parsed",
        parse: String,
        optional: true,
        variadic: true,
        brief:
          "Also ask these YARA rules about the code of the apps, which is transferred anew for that; may be repeated",
        placeholder: "FILE|FOLDER",
      },
      failOn: {
        kind: "enum",
        values: [...severities, "never"] as const,
        default: "high",
        brief: "Exit with 1 when an app that is listed has a verdict of this severity or worse",
      },
    },
    aliases: { s: "serial", f: "filter", a: "all" },
    positional: optionalSource,
  },
  docs: {
    brief: "List the apps of a phone: who made them, where they came from, what is in them",
    fullDescription: [
      "Looks into every app of a phone without pulling it: hashes are made on the phone, and only the parts that matter are read. What was",
      "looked into is kept, so that the next time is quick. Nothing is sent anywhere, and nothing is changed on the phone.",
      "",
      "Examples:",
      "  candor apps                                    the phone on the cable",
      "  candor apps --filter user --sort trackers      what was added, the most trackers first",
      "  candor apps --filter sideloaded                what no shop installed",
      "  candor apps --search facebook                  a word in name, package, signer or trackers",
      "  candor apps phone.candor --csv > apps.csv      a capture, for a spreadsheet",
      "  candor apps --json                             all of it, as JSON",
      "  candor apps --yara rules.yar                   also by YARA rules, about the code that was read",
      "  candor apps show com.example.app               everything about one",
      "  candor apps scan app.apk                       app files, without a phone",
      "",
      "Exit codes: 0 nothing at or above --fail-on, 1 a verdict, 2 usage, 3 nothing could be looked into, 70 a fault of Candor, 130 stopped.",
    ].join("\n"),
  },
});

const show = buildCommand({
  loader: async () => (await import("./apps-show.ts")).appsShow,
  parameters: {
    flags: {
      ...inspectFlags,
      all: { kind: "boolean", default: false, brief: "Leave nothing out of long lists" },
    },
    aliases: { s: "serial", a: "all" },
    positional: {
      kind: "tuple",
      parameters: [
        {
          brief: "Package name, or the name of the app, or an app file (APK, XAPK, APKS, APKM)",
          parse: String,
          placeholder: "PACKAGE|FILE",
        },
        { brief: sourceBrief, parse: String, optional: true, placeholder: "SOURCE" },
      ],
    },
  },
  docs: {
    brief: "Show everything about one app of a phone, or about an app file",
    fullDescription: [
      "Shows who made and signed an app, where it came from, what it may do, who else gets data, how it talks, what is in its code, and",
      "what could not be read.",
      "",
      "Examples:",
      "  candor apps show com.example.app               an app of the phone on the cable",
      "  candor apps show com.example.app phone.candor  as it was when the capture was taken",
      "  candor apps show app.apk                       an app file",
      "  candor apps show app.apk --json                the whole record",
    ].join("\n"),
  },
});

const scan = buildCommand({
  loader: async () => (await import("./apps.ts")).appsScan,
  parameters: {
    flags: {
      json,
      ndjson: { kind: "boolean", default: false, brief: "Print one JSON record a line, each as soon as it is there" },
      jobs: {
        kind: "parsed",
        parse: wholeNumber,
        optional: true,
        brief: "Files at a time; as many as there are processors when left out",
        placeholder: "N",
      },
      resume: {
        kind: "parsed",
        parse: String,
        optional: true,
        brief: "Skip what the NDJSON of an earlier run holds",
        placeholder: "FILE",
      },
      hashes: {
        kind: "parsed",
        parse: String,
        optional: true,
        variadic: true,
        brief: "Also compare with this list of digests (SHA-256, SHA-1, MD5; .hsb, .hdb, sha256sum); may be repeated",
        placeholder: "FILE",
      },
      yara: {
        kind: "parsed",
        parse: String,
        optional: true,
        variadic: true,
        brief: "Also ask the YARA rules of this file, or of all .yar and .yara files of this folder; may be repeated",
        placeholder: "FILE|FOLDER",
      },
      clamd: { kind: "boolean", default: false, brief: "Also send each file to the clamd that runs here (ClamAV)" },
      clamdAddress: {
        kind: "parsed",
        parse: String,
        optional: true,
        brief: "Also send each file to the clamd at this socket or HOST:PORT",
        placeholder: "ADDRESS",
      },
      sbom: {
        kind: "parsed",
        parse: String,
        optional: true,
        brief:
          "Also write the bill of materials of each app (CycloneDX 1.6) into this folder; - prints them and nothing else",
        placeholder: "FOLDER|-",
      },
      failOn: {
        kind: "enum",
        values: [...severities, "never"] as const,
        default: "high",
        brief: "Exit with 1 when there is a verdict of this severity or worse",
      },
      progress: sourceFlags.progress,
    },
    positional: {
      kind: "array",
      parameter: {
        brief: "App files (APK, XAPK, APKS, APKM), folders, or - for a list of them on standard input",
        parse: String,
        placeholder: "FILE",
      },
    },
  },
  docs: {
    brief: "Look into app files, containers and folders of them",
    fullDescription: [
      "Looks into app files without a phone: who signed them, what they ask for, which trackers are in them, and whether a list knows them as",
      "stalkerware or spyware. Nothing is sent anywhere, but to a clamd that you name. A bad file never stops the run.",
      "",
      "Examples:",
      "  candor apps scan app.apk                             one app, on one screen",
      "  candor apps scan game.xapk --json                    all that is known of it, as JSON",
      "  candor apps scan downloads/ --hashes bad.hsb         a folder, also against a list of your own",
      "  candor apps scan app.apk --yara rules/ --clamd       also by YARA rules, and by the ClamAV that runs here",
      "  candor apps scan app.apk --sbom bills/               also its bill of materials, as CycloneDX",
      "  candor apps scan corpus/ --ndjson > apps.ndjson      a corpus, one record a line",
      "  candor apps scan corpus/ --ndjson --resume apps.ndjson >> apps.ndjson    go on where it was stopped",
      "  find . -name '*.apk' -print0 | candor apps scan -    a list on standard input",
      "",
      "Exit codes: 0 nothing at or above --fail-on, 1 a verdict, 2 usage, 3 nothing could be read, 70 a fault of Candor, 130 stopped.",
    ].join("\n"),
  },
});

/** `candor apps …`. */
export const appsRoutes = buildRouteMap({
  routes: { list, show, scan },
  defaultCommand: "list",
  docs: {
    brief: "Apps: who made them, what is inside of them, who else gets data",
    fullDescription:
      "Apps: who made them, what is inside of them, who else gets data. Without a further word it is the list: see candor apps list --help.",
  },
});
