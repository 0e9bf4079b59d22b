import { buildApplication, buildCommand, buildRouteMap, numberParser, run } from "@stricli/core";
import { appFilters, appSorts } from "../centre/app-choice.ts";
import { dataFolder } from "../centre/data-folder.ts";
import { type DocumentName, documentNames } from "../centre/document-names.ts";
import { version } from "../centre/version.ts";
import { severities } from "../core/check.ts";
import { accessRoutes, networkRoutes, sensorsRoutes } from "./access-commands.ts";
import { changeFlags } from "./change-flags.ts";
import { type Context, exitCodes, mayColor } from "./context.ts";
import { hiddenCommand, hideCommand, unhideCommand } from "./hide-commands.ts";
import { lockRoutes, unlockCommand } from "./lock-commands.ts";
import { appsFlags } from "./look-into-apps.ts";
import { driftCommand, optoutRoutes } from "./optout-commands.ts";
import { permissionsRoutes } from "./permissions-commands.ts";
import { preinstalledRoutes, rescueCommand, restoreCommand } from "./preinstalled-commands.ts";
import { sourceBrief, sourceFlags } from "./source-flags.ts";

const json = { kind: "boolean", default: false, brief: "Print one JSON document and nothing else" } as const;
const noInput = { kind: "tuple", parameters: [] } as const;
const optionalSource = {
  kind: "tuple",
  parameters: [{ brief: sourceBrief, parse: String, optional: true, placeholder: "SOURCE" }],
} as const;

const start = buildCommand({
  loader: async () => (await import("./start.ts")).start,
  parameters: { flags: { ...sourceFlags, ...appsFlags }, positional: noInput },
  docs: {
    brief: "Examine the attached phone, or the virtual one where none is attached",
    fullDescription:
      "Examines the attached phone, prints the report and writes it as an HTML file. Where no phone is attached, the virtual phone is examined, and that is said.",
  },
});

const check = buildCommand({
  loader: async () => (await import("./check.ts")).check,
  parameters: {
    flags: {
      ...sourceFlags,
      ...appsFlags,
      json,
      verbose: { kind: "boolean", default: false, brief: "Show evidence, reasons, sources, and what passed" },
      html: {
        kind: "parsed",
        parse: String,
        optional: true,
        brief: "Also write the report as one HTML file",
        placeholder: "FILE",
      },
      save: {
        kind: "parsed",
        parse: String,
        optional: true,
        brief: "Also save all facts, to be checked again later",
        placeholder: "FILE",
      },
      failOn: {
        kind: "enum",
        values: [...severities, "never"] as const,
        default: "high",
        brief: "Exit with 1 when there is a finding of this severity or worse",
      },
    },
    aliases: { v: "verbose", s: "serial" },
    positional: optionalSource,
  },
  docs: {
    brief: "Examine a phone or a capture, and report",
    fullDescription: [
      "Examines a phone or a capture and reports what was found, what could not be examined, and what to do first.",
      "",
      "Examples:",
      "  candor check                              the phone on the cable",
      "  candor check --serial R58M12ABCDE         one of several phones",
      "  candor check --address 192.168.1.20:5555  a phone's own ADB port, without adb",
      "  candor check bugreport.zip                a bug report",
      "  candor check acquisition/ --json          an AndroidQF folder, as JSON",
      "  candor check phone.candor --html out.html a capture, also as an HTML file",
      "  candor check virtual:stalked -v           a virtual phone, with evidence",
      "  candor check --no-apps                    without looking into the files of the apps",
      "",
      "Exit codes: 0 examined and nothing at or above --fail-on, 1 findings, 2 usage, 3 input unreadable or phone unreachable, 70 a fault of Candor, 130 stopped.",
    ].join("\n"),
  },
});

const facts = buildCommand({
  loader: async () => (await import("./facts.ts")).facts,
  parameters: {
    flags: { ...sourceFlags, json },
    aliases: { s: "serial" },
    positional: {
      kind: "array",
      parameter: { brief: `SOURCE, then ids of facts. ${sourceBrief}`, parse: String, placeholder: "SOURCE|ID" },
    },
  },
  docs: {
    brief: "Print each fact as read, or why it could not be",
    fullDescription:
      "Prints the facts that checks are judged from, as read, with the commands behind them, or why they could not be read.\n\nExamples:\n  candor facts bugreport.zip\n  candor facts bugreport.zip packages app-ops --json",
  },
});

const openCommand = buildCommand({
  loader: async () => (await import("./page.ts")).openPage,
  parameters: {
    flags: {
      port: {
        kind: "parsed",
        parse: numberParser,
        optional: true,
        brief: "The port to listen on; a free one is found otherwise",
        placeholder: "PORT",
      },
      browser: { kind: "boolean", default: true, brief: "Open the browser, too" },
    },
    positional: noInput,
  },
  docs: {
    brief: "Open Candor’s page in the browser",
    fullDescription:
      "Serves the page on this computer alone and opens it in the browser. Nobody gets in without the link that is printed.\n\nExamples:\n  candor open\n  candor open --no-browser --port 8080",
  },
});

const devices = buildCommand({
  loader: async () => (await import("./devices.ts")).devices,
  parameters: { flags: { json }, positional: noInput },
  docs: { brief: "List attached phones, each with its state and what to do" },
});

const capture = buildCommand({
  loader: async () => (await import("./capture.ts")).capture,
  parameters: {
    flags: {
      ...sourceFlags,
      ...appsFlags,
      from: {
        kind: "parsed",
        parse: String,
        optional: true,
        brief: "Capture from this instead of the phone on the cable",
        placeholder: "SOURCE",
      },
    },
    aliases: { s: "serial" },
    positional: {
      kind: "tuple",
      parameters: [{ brief: "The file to write, for example phone.candor", parse: String, placeholder: "OUT" }],
    },
  },
  docs: {
    brief: "Read everything once and keep it in one file",
    fullDescription:
      "Reads everything from the phone once, and looks into its apps. Checking the file gives the same report as the phone itself.\n\nExample:\n  candor capture phone.candor && candor check phone.candor",
  },
});

const phoneListCommand = buildCommand({
  loader: async () => (await import("./phone.ts")).phoneList,
  parameters: { flags: { json }, positional: noInput },
  docs: { brief: "List the virtual phones" },
});

const wholeNumber = (text: string) => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new SyntaxError(`${JSON.stringify(text)} is not a whole number`);
  return number;
};

const portNumber = (text: string) => {
  const port = wholeNumber(text);
  if (port > 65_535) throw new SyntaxError(`${text} is not a port: they end at 65535`);
  return port;
};

const phoneStartCommand = buildCommand({
  loader: async () => (await import("./phone.ts")).phoneStart,
  parameters: {
    flags: {
      port: {
        kind: "parsed",
        parse: portNumber,
        default: "0",
        brief: "TCP port on 127.0.0.1; 0 lets the system choose",
        placeholder: "PORT",
      },
      ask: {
        kind: "boolean",
        default: false,
        brief: "Let no computer in that has not been allowed, as a locked phone does",
      },
      latency: {
        kind: "parsed",
        parse: wholeNumber,
        optional: true,
        brief: "Milliseconds that each packet is delayed",
        placeholder: "MS",
      },
      cutAfter: {
        kind: "parsed",
        parse: wholeNumber,
        optional: true,
        brief: "Cut the cable after this many bytes",
        placeholder: "BYTES",
      },
    },
    positional: {
      kind: "tuple",
      parameters: [{ brief: "Which (see phone list)", parse: String, optional: true, placeholder: "MODEL" }],
    },
  },
  docs: {
    brief: "Start a virtual phone on a TCP port, for adb and other tools",
    fullDescription:
      "Starts a virtual Android phone that real adb and other clients can use.\n\nExample:\n  candor phone start hyperos --port 6555    then: adb connect 127.0.0.1:6555",
  },
});

const feedsListCommand = buildCommand({
  loader: async () => (await import("./feeds.ts")).feedsList,
  parameters: { flags: { json }, positional: noInput },
  docs: { brief: "Show each list with origin, licence, date, size and digest" },
});

const feedsUpdateCommand = buildCommand({
  loader: async () => (await import("./feeds.ts")).feedsUpdate,
  parameters: {
    flags: {
      json,
      force: { kind: "boolean", default: false, brief: "Also take a list that shrank by more than half" },
    },
    positional: {
      kind: "array",
      parameter: { brief: "Lists to update; all when left out", parse: String, placeholder: "ID" },
    },
  },
  docs: {
    brief: "Fetch the lists from their publishers",
    fullDescription:
      "Fetches the lists from their publishers, the only thing that Candor ever fetches unasked by another command. What is broken, truncated or hostile is refused and the old list stays.",
  },
});

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

const appsListCommand = buildCommand({
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

const appsShowCommand = buildCommand({
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

const appsScanCommand = buildCommand({
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

const fixCommand = buildCommand({
  loader: async () => (await import("./fix.ts")).fix,
  parameters: {
    flags: {
      ...changeFlags,
      ...appsFlags,
      severity: {
        kind: "enum",
        values: severities,
        default: "low",
        brief: "Go through findings of this severity and worse",
      },
      only: {
        kind: "enum",
        values: ["safe"] as const,
        optional: true,
        brief: "Only what Candor can do by itself and what can break nothing",
      },
    },
    aliases: { s: "serial" },
    positional: {
      kind: "array",
      parameter: {
        brief: "Checks whose findings to go through; all when left out",
        parse: String,
        placeholder: "CHECK",
      },
    },
  },
  docs: {
    brief: "Go through what was found, the worst first: explain, show, ask, change, see",
    fullDescription: [
      "Examines the phone, then goes through the findings, the worst first. For each it says why it matters, shows exactly what would be done",
      "or opens the right screen on the phone, asks, and reads again what holds. Every change is in the journal and can be taken back.",
      "",
      "Examples:",
      "  candor fix                             go through everything together",
      "  candor fix camera-access               only what one check found",
      "  candor fix --dry-run                   see the commands of everything that Candor could do",
      "  candor fix --only safe --yes           do what can break nothing, without asking",
      "  candor fix --json                      what could be done, as JSON",
      "",
      "Exit codes: 0 nothing is left, 1 something is, 2 usage, 3 phone unreachable, 70 a fault of Candor, 130 stopped.",
    ].join("\n"),
  },
});

const guideCommand = buildCommand({
  loader: async () => (await import("./guide.ts")).guide,
  parameters: {
    flags: {
      ...sourceFlags,
      json,
      app: {
        kind: "parsed",
        parse: String,
        optional: true,
        brief: "The app whose screen to open",
        placeholder: "PACKAGE",
      },
      user: {
        kind: "parsed",
        parse: wholeNumber,
        optional: true,
        brief: "The user whose screen to open; the one in the foreground when left out",
        placeholder: "ID",
      },
      wait: {
        kind: "parsed",
        parse: wholeNumber,
        optional: true,
        brief: "Seconds in which Candor looks again whether it is done",
        placeholder: "SECONDS",
      },
    },
    aliases: { s: "serial" },
    positional: {
      kind: "tuple",
      parameters: [
        {
          brief: "A check, or a screen; the screens are listed when left out",
          parse: String,
          optional: true,
          placeholder: "CHECK|SCREEN",
        },
      ],
    },
  },
  docs: {
    brief: "Open the right settings screen on the phone, and see when it is done",
    fullDescription: [
      "For what only a person can do: opens the settings screen on the phone, says what to tap, and reads again until it is done.",
      "Candor changes nothing itself.",
      "",
      "Examples:",
      "  candor guide screen-lock-set                       what this check found",
      "  candor guide app --app com.example.app             a screen of one app",
      "  candor guide                                       all screens",
      "  candor guide screen-lock-set --wait 0 --json       what was found and opened, as JSON",
    ].join("\n"),
  },
});

const journalCommand = buildCommand({
  loader: async () => (await import("./journal.ts")).journal,
  parameters: {
    flags: { json },
    positional: {
      kind: "tuple",
      parameters: [{ brief: "One entry, in full", parse: String, optional: true, placeholder: "ENTRY" }],
    },
  },
  docs: {
    brief: "List what Candor did, newest first; or show one entry with its commands",
    fullDescription: [
      "Lists the changes that Candor made, what became of them and what was taken back, and the examinations and files it wrote.",
      "",
      "Examples:",
      "  candor journal                 everything, newest first",
      "  candor journal 12              one entry: its commands, the answers of the phone, what takes it back",
      "  candor journal resume          finish what was interrupted; with --undo take it back",
      "  candor journal verify          see that no entry was changed, left out or put in",
    ].join("\n"),
  },
});

const journalResumeCommand = buildCommand({
  loader: async () => (await import("./journal.ts")).journalResume,
  parameters: {
    flags: {
      ...changeFlags,
      undo: { kind: "boolean", default: false, brief: "Take it back instead of finishing it" },
    },
    aliases: { s: "serial" },
    positional: noInput,
  },
  docs: { brief: "Finish what was interrupted by a pulled cable or a power cut, or take it back" },
});

const journalVerifyCommand = buildCommand({
  loader: async () => (await import("./journal.ts")).journalVerify,
  parameters: { flags: { json }, positional: noInput },
  docs: { brief: "Verify the chain of the journal; exit with 1 where a line is not as it was written" },
});

const undoCommand = buildCommand({
  loader: async () => (await import("./undo.ts")).undo,
  parameters: {
    flags: {
      ...changeFlags,
      all: { kind: "boolean", default: false, brief: "Everything that Candor changed on this phone, newest first" },
      since: {
        kind: "parsed",
        parse: String,
        optional: true,
        brief: "Everything since a time (2026-11-22, 2026-11-22T12:30) or for so long (30m, 6h, 2d)",
        placeholder: "TIME",
      },
    },
    aliases: { s: "serial" },
    positional: {
      kind: "tuple",
      parameters: [
        {
          brief: "An entry of the journal, or one change of it; the last change when left out",
          parse: String,
          optional: true,
          placeholder: "ENTRY[/CHANGE]",
        },
      ],
    },
  },
  docs: {
    brief: "Take changes back",
    fullDescription: [
      "Takes back what Candor changed, from the state that was written down before the change, and reads the phone again to see that it holds.",
      "",
      "Examples:",
      "  candor undo                    the last change",
      "  candor undo 12                 entry 12 of the journal",
      "  candor undo 12/3               its third change alone",
      "  candor undo --since 2d         everything of the last two days",
      "  candor undo --all --dry-run    the commands that would take everything back",
      "",
      "Exit codes: 0 all is as before, 1 some is not, 2 usage or nobody to ask, 3 phone unreachable, 70 a fault of Candor, 130 stopped.",
    ].join("\n"),
  },
});

const compareCommand = buildCommand({
  loader: async () => (await import("./compare.ts")).compare,
  parameters: {
    flags: { json },
    positional: {
      kind: "tuple",
      parameters: [
        { brief: "The earlier examination", parse: String, placeholder: "BEFORE" },
        { brief: "The later one", parse: String, placeholder: "AFTER" },
      ],
    },
  },
  docs: {
    brief: "Compare two examinations: what is new, gone, changed, or not known any more",
    fullDescription: [
      "Compares two examinations, both judged with the lists of today. Each is a saved one (candor check --save), a capture, a bug report, or the",
      "id of one that the page kept. What the later one could not read is never taken for gone.",
      "",
      "Examples:",
      "  candor compare january.json february.json",
      "  candor compare before.candor after.candor --json",
      "",
      "Exit codes: 0 nothing new and all known, 1 something is, 3 one cannot be read, 70 a fault of Candor.",
    ].join("\n"),
  },
});

const explain = buildCommand({
  loader: async () => (await import("./explain.ts")).explain,
  parameters: {
    flags: { json },
    positional: {
      kind: "tuple",
      parameters: [
        { brief: "Its id; all checks are listed when left out", parse: String, optional: true, placeholder: "CHECK" },
      ],
    },
  },
  docs: { brief: "Print a check's documentation, or list all checks" },
});

const schema = buildCommand({
  loader: async () => (await import("./schema.ts")).schema,
  parameters: {
    flags: {},
    positional: {
      kind: "tuple",
      parameters: [{ brief: `One of ${documentNames.join(", ")}`, parse: documentName, placeholder: "DOCUMENT" }],
    },
  },
  docs: { brief: "Print the JSON Schema of a document that Candor writes" },
});

function documentName(text: string): DocumentName {
  const name = documentNames.find((each) => each === text);
  if (name === undefined) throw new SyntaxError(`one of ${documentNames.join(", ")}`);
  return name;
}

const application = buildApplication(
  buildRouteMap({
    routes: {
      start,
      open: openCommand,
      check,
      facts,
      devices,
      capture,
      compare: compareCommand,
      explain,
      schema,
      apps: buildRouteMap({
        routes: { list: appsListCommand, show: appsShowCommand, scan: appsScanCommand },
        defaultCommand: "list",
        docs: {
          brief: "Apps: who made them, what is inside of them, who else gets data",
          fullDescription:
            "Apps: who made them, what is inside of them, who else gets data. Without a further word it is the list: see candor apps list --help.",
        },
      }),
      permissions: permissionsRoutes,
      optout: optoutRoutes,
      drift: driftCommand,
      undo: undoCommand,
      fix: fixCommand,
      guide: guideCommand,
      journal: buildRouteMap({
        routes: { list: journalCommand, resume: journalResumeCommand, verify: journalVerifyCommand },
        defaultCommand: "list",
        docs: { brief: "The journal: what was examined, changed and taken back" },
      }),
      access: accessRoutes,
      sensors: sensorsRoutes,
      network: networkRoutes,
      preinstalled: preinstalledRoutes,
      restore: restoreCommand,
      rescue: rescueCommand,
      feeds: buildRouteMap({
        routes: { list: feedsListCommand, update: feedsUpdateCommand },
        docs: { brief: "Published lists: indicators of stalkerware and of mobile threats" },
      }),
      hide: hideCommand,
      hidden: hiddenCommand,
      unhide: unhideCommand,
      lock: lockRoutes,
      unlock: unlockCommand,
      phone: buildRouteMap({
        routes: { list: phoneListCommand, start: phoneStartCommand },
        docs: { brief: "The virtual phone" },
      }),
    },
    docs: { brief: "Candor: a phone security and privacy centre whose every answer can be checked" },
  }),
  {
    name: "candor",
    versionInfo: { currentVersion: version },
    scanner: { caseStyle: "allow-kebab-for-camel" },
    documentation: { caseStyle: "convert-camel-to-kebab", disableAnsiColor: !mayColor(process.stdout, process.env) },
  },
);

/** Runs the command line and sets the process's exit code. */
export async function main(argv: readonly string[]): Promise<void> {
  const stop = new AbortController();
  let asked = false;
  process.on("SIGINT", () => {
    if (asked) process.exit(exitCodes.stopped);
    asked = true;
    stop.abort();
  });
  process.on("SIGTERM", () => stop.abort());
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // A reader that closes early (`| head`) is no fault; nor was everything said, so the code is that of a closed pipe.
    if (error.code === "EPIPE") process.exit(exitCodes.pipeClosed);
    process.stderr.write(`The output cannot be written: ${error.message}\n`);
    process.exit(exitCodes.unreadable);
  });
  // Nobody reads what is said besides: the examination goes on.
  process.stderr.on("error", () => {});
  const context: Context = {
    process: process as Context["process"],
    now: () => Date.now(),
    signal: stop.signal,
    dataFolder: dataFolder(),
  };
  await runOn(context, argv);
}

/** Runs the command line for a context, whose process gets the exit code. */
export async function runOn(context: Context, argv: readonly string[]): Promise<void> {
  await run(application, inputs(argv), context);
  // stricli's own codes for what it could not understand are negative; scripts get the usual 2.
  const code = context.process.exitCode;
  if (typeof code === "number" && (code < 0 || code > 250)) context.process.exitCode = exitCodes.usage;
}

/** No command means `start`; flags alone are flags of `start`, except those that ask about Candor itself. */
function inputs(argv: readonly string[]): readonly string[] {
  const [first] = argv;
  if (first === undefined) return ["start"];
  const asks = ["-h", "--help", "-v", "--version"].includes(first);
  return first.startsWith("-") && !asks ? ["start", ...argv] : argv;
}
