import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { parseBootParameters } from "../../src/formats/boot-parameters.ts";
import { parseJsonList, parseJsonTexts } from "../../src/formats/json-list.ts";
import { parseLockSettings } from "../../src/formats/lock-settings.ts";
import { parseMounts } from "../../src/formats/mount-table.ts";
import { parsePs } from "../../src/formats/ps.ts";
import { parseTrust } from "../../src/formats/trust.ts";

describe("ps", () => {
  const live = `LABEL                          USER           PID  PPID     VSZ    RSS WCHAN            ADDR S NAME
u:r:init:s0                    root             1     0 2200000   9000 0                   0 S init
u:r:untrusted_app:s0:c1,c2     u0_a123       4021   700 9000000  90000 0                   0 S com.example.app:remote
u:r:shell:s0                   shell         5000  4999   10000   3000 0                   0 R ps of many words
`;

  test("reads the columns by the header's names", () => {
    expect(parsePs(live)).toEqual([
      { label: "u:r:init:s0", user: "root", pid: 1, name: "init" },
      { label: "u:r:untrusted_app:s0:c1,c2", user: "u0_a123", pid: 4021, name: "com.example.app:remote" },
      { label: "u:r:shell:s0", user: "shell", pid: 5000, name: "ps of many words" },
    ]);
  });

  test("keeps processes of a listing with threads", () => {
    const rows = parsePs(`LABEL USER PID TID PPID VSZ RSS WCHAN ADDR S PRI NI RTPRIO SCH PCY TIME CMD
u:r:init:s0 root 1 1 1 17440 1944 0 0 S 19 0 - 0 fg 00:00:00 init
u:r:netd:s0 root 802 802 1 1 1 0 0 S 19 0 - 0 fg 00:00:00 netd
u:r:netd:s0 root 802 803 1 1 1 0 0 S 19 0 - 0 fg 00:00:00 Binder:802_1
`);
    expect(rows.map((row) => row.name)).toEqual(["init", "netd"]);
  });

  test("has no label where there is no such column", () => {
    expect(parsePs("USER PID PPID NAME\nroot 1 0 init\n")).toEqual([
      { label: null, user: "root", pid: 1, name: "init" },
    ]);
  });

  test.each(["", "bad listing\n", "LABEL USER PID NAME\n", "USER NAME\nroot init\n"])("refuses %j", (text) => {
    expect(() => parsePs(text)).toThrow(FormatError);
  });
});

describe("mounts", () => {
  const system = { device: "/dev/block/dm-0", path: "/", type: "ext4", options: ["ro", "seclabel"] };

  test("reads both ways of printing and keeps a mount once", () => {
    expect(
      parseMounts(["/dev/block/dm-0 / ext4 ro,seclabel 0 0", "/dev/block/dm-0 on / type ext4 (ro,seclabel)", ""]),
    ).toEqual([system]);
  });

  test("undoes octal escapes and allows any word in a path", () => {
    expect(parseMounts(["none /mnt/a\\040type\\040b tmpfs rw 0 0", "none on /mnt/x type y type tmpfs (rw)"])).toEqual([
      { device: "none", path: "/mnt/a type b", type: "tmpfs", options: ["rw"] },
      { device: "none", path: "/mnt/x type y", type: "tmpfs", options: ["rw"] },
    ]);
  });

  test.each([[[]], [["nothing of the sort"]], [["a b c d e f"]]])("refuses %j", (lines) => {
    expect(() => parseMounts(lines)).toThrow(FormatError);
  });
});

describe("boot parameters", () => {
  test("reads a command line and leaves serial numbers out", () => {
    const line =
      "console=0 androidboot.serialno=SECRET androidboot.verifiedbootstate=orange androidboot.veritymode=enforcing ro";
    expect({ ...parseBootParameters(line) }).toEqual({ verifiedbootstate: "orange", veritymode: "enforcing" });
  });

  test("reads a boot configuration", () => {
    const text = 'androidboot.vbmeta.device_state = "unlocked"\nandroidboot.verifiedbootstate = "green"\n';
    expect({ ...parseBootParameters(text) }).toEqual({ "vbmeta.device_state": "unlocked", verifiedbootstate: "green" });
  });

  test("refuses a text without boot parameters", () => {
    expect(() => parseBootParameters("console=ttyS0 root=/dev/dm-0")).toThrow(FormatError);
  });
});

describe("lock settings", () => {
  test("Android 8 to 10: the SID tells whether a lock is set", () => {
    const text = `Current lock settings service state:
SP Enabled = false
    User 0
        SP Handle = 0
        SID = 0
    User 11
        SP Handle = 9f3e
        SID = 5ad0c0ffee0ddba1
`;
    expect(parseLockSettings(text)).toEqual([
      { user: 0, secured: false, type: "none", separate: null, disabled: null },
      { user: 11, secured: true, type: null, separate: null, disabled: null },
    ]);
  });

  test("newer versions: the kind is printed; later sections repeat the users and are not read", () => {
    const text = `Current lock settings service state:

User State:
  User 0
    SID: 0000000000000000
    CredentialType: NONE
    IsLockScreenDisabled: true
    SeparateChallenge: false

  User 10
    LSKF-based SP protector ID: 127c801dd428770a
    LSKF last changed: 2026-01-01 10:00:00 (previous protector: 0000000000000000)
    SID: 3151c0d03213992e
    Quality: 0
    CredentialType: Pin
    SeparateChallenge: true
    Metrics: known

Storage:
  User 0 [/data/system_de/0/spblob]:
    CredentialType: NONE
`;
    expect(parseLockSettings(text)).toEqual([
      { user: 0, secured: false, type: "none", separate: false, disabled: true },
      { user: 10, secured: true, type: "pin", separate: true, disabled: null },
    ]);
    expect(JSON.stringify(parseLockSettings(text))).not.toMatch(/3151c0d0|127c801d/);
  });

  test.each([
    "",
    "Current lock settings service state:\n",
    "Current lock settings service state:\n  User 0\n    Quality: 0\n",
    "Current lock settings service state:\n  User 0\n    CredentialType: EYE\n",
  ])("refuses %j", (text) => {
    expect(() => parseLockSettings(text)).toThrow(FormatError);
  });
});

describe("trust", () => {
  const text = `Trust manager state:
 User "Owner "of" (id=9)" (id=0, flags=0x13) (current): trusted=1, trustManaged=1, deviceLocked=0, strongAuthRequired=0x0
   Enabled agents:
    com.google.android.gms/.auth.trustagent.GoogleTrustAgent
     bound=1, connected=1, managingTrust=1, trusted=1
      message="on body"
   Events:
    #0  01-01 10:00:00.000 GrantTrust:
    com.other/.NotAnAgent

 User "Work" (id=10, flags=0x30)(managed profile)
   disabled because switching to this user is not possible.
`;

  test("reads agents per user, and not its events", () => {
    const component = "com.google.android.gms/.auth.trustagent.GoogleTrustAgent";
    expect(parseTrust(text)).toEqual([
      {
        user: 0,
        current: true,
        deviceLocked: false,
        agents: [{ component, package: "com.google.android.gms", trusted: true }],
      },
      { user: 10, current: false, deviceLocked: null, agents: [] },
    ]);
  });

  test.each([
    "",
    "Trust manager state:\n",
    "disabled because the system is in safe mode.\n",
    'Trust manager state:\n User "a" (id=0, flags=0x13) (current): trusted=0\n',
  ])("refuses %j", (broken) => {
    expect(() => parseTrust(broken)).toThrow(FormatError);
  });
});

test("JSON lists are lists", () => {
  expect(parseJsonTexts('["a"]', "x")).toEqual(["a"]);
  for (const text of ["", "null", "{}", '"a"', "[1"]) expect(() => parseJsonList(text, "x")).toThrow(FormatError);
  expect(() => parseJsonTexts("[1]", "x")).toThrow(FormatError);
});

test("any text gives a value or FormatError", () => {
  const words = fc.constantFrom(
    "LABEL USER PID NAME\n",
    "u:r:su:s0 root 1 ",
    "Current lock settings service state:\n",
    "  User 0\n",
    " SID = ",
    "CredentialType: ",
    "Trust manager state:\n",
    ' User "',
    '" (id=0, flags=0x13)',
    "   Enabled agents:\n",
    "androidboot.",
    "veritymode=",
    " on / type ",
    " 0 0",
    "\n",
    "0",
    "__proto__",
  );
  const text = fc
    .array(fc.oneof(words, fc.string({ maxLength: 12 })), { maxLength: 60 })
    .map((parts) => parts.join(""));
  const parsers = [
    parsePs,
    parseLockSettings,
    parseTrust,
    parseBootParameters,
    (t: string) => parseMounts(t.split("\n")),
  ];
  fc.assert(
    fc.property(text, (input) => {
      for (const parse of parsers)
        try {
          parse(input);
        } catch (error) {
          if (!(error instanceof FormatError)) throw error;
        }
    }),
    { numRuns: 400 },
  );
});

test("long lines and many lines take little time", () => {
  const long = [
    " ".repeat(300_000),
    "\n".repeat(300_000),
    "USER ".repeat(60_000),
    '" (id='.repeat(50_000),
    "a".repeat(300_000),
    " User ".repeat(50_000),
  ];
  for (const line of long)
    for (const parse of [parsePs, parseLockSettings, parseTrust, parseBootParameters])
      for (const head of ["", 'Trust manager state:\n User "', "Current lock settings service state:\n ", "LABEL "])
        try {
          parse(head + line);
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
        }
});
