import fc from "fast-check";
import { expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import {
  bugReportDump,
  bugReportHeader,
  bugReportSection,
  indexBugReport,
  isBugReport,
} from "../../src/formats/bugreport.ts";
import { bugReportTime } from "../../src/formats/bugreport-time.ts";

const dashes = "-".repeat(79);
const bytes = (text: string) => new TextEncoder().encode(text);
const text = (found: Uint8Array | undefined) => (found ? new TextDecoder().decode(found) : undefined);
const footer = (name: string) =>
  `--------- 0.010s was the duration of dumpsys ${name}, ending at: 2026-05-04 18:30:00\n`;
const dump = (name: string, body: string, part = "") =>
  `${dashes}\nDUMP OF SERVICE ${part}${name}:\n${body}${footer(name)}`;

const rule = "=".repeat(56);
const head = `${rule}\n== dumpstate: 2026-05-04 18:30:00\n${rule}\n\nBuild: X\n\n`;
const properties = (zone: string) =>
  `------ SYSTEM PROPERTIES (getprop) ------\n[a]: [1]\n[persist.sys.timezone]: [${zone}]\n------ 0.030s was the duration of 'SYSTEM PROPERTIES' ------\n`;
const whole = (...dumps: string[]) =>
  `${head}------ DUMPSYS (/system/bin/dumpsys) ------\n${dumps.join("")}------ 1.2s was the duration of 'DUMPSYS' ------\n`;

test("finds the header, sections by title and dumps by service", () => {
  const report = indexBugReport(
    bytes(`${head}${properties("UTC")}${whole(dump("a", "one\n"), dump("x.y/default", "two\n")).slice(head.length)}`),
  );
  expect(text(bugReportHeader(report))).toBe(head);
  expect(text(bugReportSection(report, "SYSTEM PROPERTIES"))).toBe("[a]: [1]\n[persist.sys.timezone]: [UTC]\n");
  expect(text(bugReportSection(report, "SYSTEM PROPERTIES (getprop)"))).toContain("[a]");
  expect(text(bugReportDump(report, "a"))).toBe("one\n");
  expect(text(bugReportDump(report, "x.y/default"))).toBe("two\n");
  expect(bugReportDump(report, "b")).toBeUndefined();
  expect(bugReportSection(report, "NOTHING")).toBeUndefined();
});

test("joins the copies of a service that is dumped once for each of its priorities", () => {
  const report = indexBugReport(
    bytes(
      whole(dump("n", "records\n", "CRITICAL "), dump("n", "high\n", "HIGH "), dump("n", "all\n"), dump("z", "z\n")),
    ),
  );
  expect(text(bugReportDump(report, "n"))).toBe("records\nhigh\nall\n");
});

test("keeps lines of dashes that services print", () => {
  const body = [23, 31, 68, 78, 79, 80, 91].map((length) => `${"-".repeat(length)}\nx\n`).join("");
  expect(text(bugReportDump(indexBugReport(bytes(whole(dump("wifi", body)))), "wifi"))).toBe(body);
});

test("leaves out what dumpsys puts before a dump", () => {
  const before = "Service host process PID: 1234\nThreads in use: 0/31\nClient PIDs: 1, 2, 3\n";
  const report = indexBugReport(
    bytes(
      whole(
        dump("a", `${before}real\n`),
        dump("s", "Unknown argument: -a; use -h for help\nreal\n"),
        dump("t", before),
      ),
    ),
  );
  expect(text(bugReportDump(report, "a"))).toBe("real\n");
  expect(text(bugReportDump(report, "s"))).toBe("real\n");
  // Nothing but these lines: the last stays, for the engine to refuse.
  expect(text(bugReportDump(report, "t"))).toBe("Client PIDs: 1, 2, 3\n");
});

test("output that did not end its last line is whole when a mark follows", () => {
  const report = indexBugReport(
    bytes(
      `${whole(dump("a", "no line end"), dump("b", "b\n"))}------ KERNEL (uname) ------\nLinux------ 0.001s was the duration of 'KERNEL' ------\n`,
    ),
  );
  expect(text(bugReportDump(report, "a"))).toBe("no line end\n");
  expect(text(bugReportSection(report, "KERNEL"))).toBe("Linux\n");
});

test("reads line ends of Windows", () => {
  const report = indexBugReport(bytes(whole(dump("a", "one\n")).replaceAll("\n", "\r\n")));
  expect(text(bugReportDump(report, "a"))).toBe("one\r\n");
});

test("reads Android 6 and 7: no parenthesis, [TITLE: … elapsed], no closing lines", () => {
  const report = indexBugReport(
    bytes(
      `${head}------ SYSTEM PROPERTIES ------\n[a]: [1]\n\n[SYSTEM PROPERTIES: 0.1s elapsed]\n\n------ DUMPSYS (dumpsys) ------\n${dashes}\nDUMP OF SERVICE a:\none\n${dashes}\nDUMP OF SERVICE b:\ntwo\n------ END ------\n`,
    ),
  );
  expect(text(bugReportSection(report, "SYSTEM PROPERTIES"))).toBe("[a]: [1]\n\n");
  expect(text(bugReportDump(report, "a"))).toBe("one\n");
  expect(text(bugReportDump(report, "b"))).toBe("two\n");
});

test("a text of an app that imitates a dump or a section makes it unknown, not true", () => {
  const forged = `text of a notification\n${footer("n")}${dump("package", "nothing here\n")}`;
  const report = indexBugReport(bytes(whole(dump("n", forged), dump("package", "the truth\n"))));
  expect(() => bugReportDump(report, "package")).toThrow("twice");
  const section = indexBugReport(bytes(whole(dump("n", properties("UTC"))) + properties("UTC")));
  expect(() => bugReportSection(section, "SYSTEM PROPERTIES")).toThrow("2 times");
  // An imitation without the closing line of the dump around it cuts that dump off.
  const inner = indexBugReport(bytes(whole(dump("n", dump("m", "x\n")), dump("o", "o\n"))));
  expect(() => bugReportDump(inner, "n")).toThrow("breaks off");
});

test("a dump that timed out or breaks off is refused, and so is a short early copy alone", () => {
  const slow = "half\n\n*** SERVICE 'c' DUMP TIMEOUT (10000ms) EXPIRED ***\n\n";
  expect(() => bugReportDump(indexBugReport(bytes(whole(dump("c", slow)))), "c")).toThrow("in time");
  const full = whole(dump("n", "short\n", "CRITICAL "), dump("a", "one\n"), dump("n", "all\n"), dump("z", "z\n"));
  for (let length = head.length; length < full.length; length++) {
    const cut = bytes(full.slice(0, length));
    for (const [name, expected] of [
      ["n", "short\nall\n"],
      ["a", "one\n"],
    ] as const) {
      let read: string | undefined;
      try {
        read = text(bugReportDump(indexBugReport(cut), name));
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
      }
      if (read !== undefined) expect(read).toBe(expected);
    }
  }
});

test("the time is that of the phone's zone: by the alarms' own clock, else by the zone's name", () => {
  const at = (report: string) => bugReportTime(indexBugReport(bytes(report)));
  const summer = head.replace("2026-05-04", "2026-07-04");
  expect(at(head + properties("America/Bogota"))).toEqual({ at: Date.UTC(2026, 4, 4, 23, 30), zoneKnown: true });
  expect(at(summer + properties("Europe/Berlin"))).toEqual({ at: Date.UTC(2026, 6, 4, 16, 30), zoneKnown: true });
  const alarms = `  nowRTC=${Date.UTC(2026, 4, 4, 12, 44, 50, 123)}=2026-05-04 18:29:50.123 nowELAPSED=1\n`;
  expect(at(whole(dump("alarm", alarms)))).toEqual({ at: Date.UTC(2026, 4, 4, 12, 45), zoneKnown: true });
  expect(at(head + properties("Nowhere/Atlantis"))).toEqual({ at: Date.UTC(2026, 4, 4, 18, 30), zoneKnown: false });
  expect(at(whole(dump("a", "one\n")).replace("2026-05-04", "2026-15-04"))).toBeUndefined();
});

test("what is no bug report is a FormatError", () => {
  expect(() => indexBugReport(bytes("hello\n"))).toThrow(FormatError);
  expect(() => indexBugReport(new Uint8Array())).toThrow(FormatError);
  expect(isBugReport(bytes("* daemon started\n== dumpstate: 2026-05-04 18:30:00\n"))).toBe(true);
  expect(isBugReport(bytes("== nothing"))).toBe(false);
});

test("any text of dashes and marks is indexed in bounds, and every part lies in order", () => {
  const piece = fc.constantFrom(
    dashes,
    "-",
    "------",
    "------ ",
    " ------\n",
    "\n",
    "DUMP OF SERVICE a:",
    "DUMP OF SERVICE HIGH a:",
    footer("a"),
    "A (b)",
    "\r\n",
    "x",
    head,
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      try {
        const report = indexBugReport(bytes(pieces.join("")));
        for (const span of [...report.sections, ...[...report.dumps.values()].flat()])
          expect(span.start <= span.end && span.end <= report.bytes.length).toBe(true);
        bugReportTime(report);
        for (const name of report.dumps.keys()) bugReportDump(report, name);
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
      }
    }),
  );
});

test.each([
  "-",
  "------\n",
  `${dashes}\n`,
  "------ x\n",
  "------ x ------\n",
  "------ 1.0s was",
  `------ 1 ${"x".repeat(100)}`,
  `${dashes}\nDUMP OF SERVICE a:\n--------- 1.0s `,
])("20 MB of %j are no burden", (piece) => {
  try {
    indexBugReport(bytes(piece.repeat(20_000_000 / piece.length)));
  } catch (error) {
    expect(error).toBeInstanceOf(FormatError);
  }
});
