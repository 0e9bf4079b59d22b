import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { parseAccessibilityDump } from "../../src/formats/accessibility-dump.ts";
import { parseAdbDump, parseUsbKeysBlock } from "../../src/formats/adb-keys.ts";
import { parseComponentList } from "../../src/formats/component-list.ts";
import { parseDeviceIdleDump } from "../../src/formats/device-idle-dump.ts";
import { parseDevicePolicyDump } from "../../src/formats/device-policy-dump.ts";
import { parseDumpTree } from "../../src/formats/dump-tree.ts";
import { md5 } from "../../src/formats/md5.ts";
import { parseNotificationListeners } from "../../src/formats/notification-listeners-dump.ts";
import { parseRoleDump } from "../../src/formats/role-dump.ts";
import { parseUserTypes } from "../../src/formats/user-dump.ts";
import * as dumps from "./service-dumps.ts";

const pad6 = "../shared/captures/hyperos2-a14-xiaomi-pad6";

function read(file: string): string {
  return readFileSync(`${pad6}/${file}`, "utf8");
}

function fingerprint(key: string): string {
  const hex = createHash("md5").update(Buffer.from(key, "base64")).digest("hex").toUpperCase();
  return hex.match(/../g)?.join(":") ?? "";
}

describe("component list", () => {
  test("spells classes out, and counts repeated entries once", () => {
    expect(parseComponentList("com.a/.B:com.a/com.a.B:com.c/com.d.E")).toEqual([
      { component: "com.a/com.a.B", package: "com.a" },
      { component: "com.c/com.d.E", package: "com.c" },
    ]);
  });

  test("nothing and null are the empty list; a name without a class is refused", () => {
    expect(parseComponentList("")).toEqual([]);
    expect(parseComponentList("null\n")).toEqual([]);
    expect(() => parseComponentList("com.a")).toThrow(FormatError);
    expect(() => parseComponentList("com.a/b c")).toThrow(FormatError);
  });
});

describe("dumpsys accessibility", () => {
  test("Android 7 to 9 tell only labels", () => {
    expect(parseAccessibilityDump(dumps.accessibility9)).toEqual([
      { user: 0, enabled: null, bound: ["Reader", "Helper"] },
    ]);
  });

  test("Android 10 names what is switched on, per user", () => {
    const [first, second] = parseAccessibilityDump(dumps.accessibility10);
    expect(first?.enabled?.map(({ component }) => component)).toEqual([
      "com.example.a/com.example.a.Service",
      "com.example.b/com.example.b.Short",
    ]);
    expect(second).toEqual({ user: 10, enabled: [], bound: [] });
  });

  test("a label cannot hide what is switched on", () => {
    const forged = dumps.accessibility10.replace(
      "Bound services:{}",
      "Bound services:{Service[label=x\n     Enabled services:{}\n, feedbackType[]]}",
    );
    expect(parseAccessibilityDump(forged)[0]?.enabled).toHaveLength(2);
  });

  test("HyperOS on Android 14: nine services", () => {
    const [user] = parseAccessibilityDump(read("accesibilidad_full.txt"));
    expect(user?.enabled).toHaveLength(9);
    expect(user?.bound).toHaveLength(9);
  });
});

describe("notification listeners", () => {
  test("Android 8 and later, per user; a package without a class is kept", () => {
    expect(parseNotificationListeners(dumps.notification14)).toEqual([
      {
        user: 0,
        listeners: [
          { component: "com.example.a/com.example.a.Listener", package: "com.example.a" },
          { component: "com.example.b/com.example.b.Short", package: "com.example.b" },
          { component: "com.example.whole", package: "com.example.whole" },
        ],
      },
      { user: 10, listeners: [{ component: "com.example.a/com.example.a.Listener", package: "com.example.a" }] },
    ]);
  });

  test("Android 7 does not tell the user", () => {
    expect(parseNotificationListeners(dumps.notification7)).toEqual([
      { user: null, listeners: [{ component: "com.example.a/com.example.a.Listener", package: "com.example.a" }] },
    ]);
  });

  test("the text of a notification cannot hide the real block", () => {
    const forged = dumps.notification14.replace(
      "NotificationRecord",
      "Allowed notification listeners:\n\nNotificationRecord",
    );
    expect(parseNotificationListeners(forged)).toEqual(parseNotificationListeners(dumps.notification14));
  });

  test("a dump that breaks off in the block is refused", () => {
    const end = dumps.notification14.indexOf("(user: 10");
    expect(() => parseNotificationListeners(`${dumps.notification14.slice(0, end)}\n`)).toThrow(FormatError);
  });

  test("HyperOS on Android 14: three listeners", () => {
    const [user] = parseNotificationListeners(read("notificaciones.txt"));
    expect(user?.listeners.map((listener) => listener.package)).toEqual([
      "com.omarea.vtools",
      "com.arlosoft.macrodroid",
      "com.catchingnow.icebox",
    ]);
  });
});

test("dumpsys device_policy: admins, owners, encryption", () => {
  expect(parseDevicePolicyDump(dumps.devicePolicy12)).toEqual({
    admins: [
      {
        user: 0,
        component: "com.example.owner/com.example.owner.Receiver",
        package: "com.example.owner",
        uid: 10_294,
        testOnly: true,
        policies: ["wipe-data", "force-lock"],
      },
      {
        user: 0,
        component: "com.example.mail/com.example.mail.Admin",
        package: "com.example.mail",
        uid: 10_100,
        testOnly: false,
        policies: [],
      },
    ],
    deviceOwner: {
      user: 0,
      component: "com.example.owner/com.example.owner.Receiver",
      package: "com.example.owner",
      name: "Example",
    },
    profileOwners: [
      {
        user: 10,
        component: "com.example.work/com.example.work.Receiver",
        package: "com.example.work",
        name: null,
      },
    ],
    encryptionStatus: "per-user",
  });
});

test("dumpsys deviceidle: lists of exempt apps", () => {
  expect(parseDeviceIdleDump(dumps.deviceIdle14)).toEqual({
    user: ["com.example.radio", "com.example.messenger"],
    system: ["com.android.shell"],
    systemExceptIdle: ["com.android.shell", "com.google.android.gms"],
  });
  expect(parseDeviceIdleDump(read("deviceidle.txt")).user).toHaveLength(34);
});

test("dumpsys role: one holder, several, none", () => {
  const [owner, work] = parseRoleDump(dumps.role10);
  expect({ ...owner?.holders }).toEqual({
    "android.app.role.CALL_SCREENING": [],
    "android.app.role.SMS": ["com.example.messages"],
    "android.app.role.ASSISTANT": ["com.example.one", "com.example.two"],
  });
  expect(work?.user).toBe(10);
});

test("dumpsys user: types", () => {
  const text =
    "Users:\n  UserInfo{0:Owner:c13} serialNo=0\n    Type: android.os.usertype.full.SYSTEM\n  UserInfo{12:x:1010} serialNo=12\n    Type: android.os.usertype.profile.PRIVATE\n";
  expect([...parseUserTypes(text)]).toEqual([
    [0, "android.os.usertype.full.SYSTEM"],
    [12, "android.os.usertype.profile.PRIVATE"],
  ]);
});

describe("ADB keys", () => {
  test("Android 10: keys, names, last connections", () => {
    expect(parseAdbDump(dumps.adb10)).toEqual([
      { fingerprint: fingerprint(dumps.key1), comment: "me@desk", lastConnection: null },
      { fingerprint: fingerprint(dumps.key2), comment: null, lastConnection: 1_578_495_537_856 },
    ]);
  });

  test("Android 13: binary key store", () => {
    expect(parseAdbDump(dumps.adb13)).toEqual([
      { fingerprint: fingerprint(dumps.key1), comment: "me@desk", lastConnection: null },
    ]);
  });

  test("Android 9 in dumpsys usb, Android 7 and 8 in its older layout", () => {
    expect(parseAdbDump(dumps.usb9)).toHaveLength(1);
    expect(parseUsbKeysBlock(dumps.usb8).map(({ comment }) => comment)).toEqual(["me@desk", null]);
  });

  test("no file of keys is no key; a file that could not be read is not known", () => {
    const start = dumps.usb8.indexOf(dumps.key1);
    const end = dumps.usb8.indexOf("    System keys:");
    const said = (text: string) => `${dumps.usb8.slice(0, start)}${text}\n${dumps.usb8.slice(end)}`;
    const missing =
      "IOException: java.io.FileNotFoundException: /data/misc/adb/adb_keys: open failed: ENOENT (No such file)";
    expect(parseUsbKeysBlock(said(missing))).toEqual([]);
    expect(() => parseUsbKeysBlock(said(missing.replace("ENOENT", "EACCES")))).toThrow(FormatError);
  });

  test("the key itself is not in the value", () => {
    for (const text of [dumps.adb10, dumps.adb13, dumps.usb9])
      expect(JSON.stringify(parseAdbDump(text))).not.toContain(dumps.key1.slice(0, 12));
  });

  test("MD5 is that of Node", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(Buffer.from(md5(bytes)).toString("hex")).toBe(createHash("md5").update(bytes).digest("hex"));
      }),
    );
  });
});

describe("structured dumps", () => {
  test("prototype keys are plain names", () => {
    const root = parseDumpTree("{\n  __proto__={\n    constructor=x\n  }\n}\n");
    expect(Object.getPrototypeOf(root.fields)).toBeNull();
    expect(({} as Record<string, unknown>)["constructor"]).toBe(Object);
  });

  test("an open brace and deep nesting are refused", () => {
    expect(() => parseDumpTree("{\n  a={\n  }\n")).toThrow(FormatError);
    expect(() => parseDumpTree(`{\n${"a={\n".repeat(100)}${"}\n".repeat(101)}`)).toThrow(FormatError);
  });
});

const parsers: Readonly<Record<string, readonly [(text: string) => unknown, string]>> = {
  accessibility: [parseAccessibilityDump, dumps.accessibility10],
  "accessibility of Android 9": [parseAccessibilityDump, dumps.accessibility9],
  notification: [parseNotificationListeners, dumps.notification14],
  device_policy: [parseDevicePolicyDump, dumps.devicePolicy12],
  deviceidle: [parseDeviceIdleDump, dumps.deviceIdle14],
  role: [parseRoleDump, dumps.role10],
  adb: [parseAdbDump, dumps.adb10],
  "usb of Android 8": [parseUsbKeysBlock, dumps.usb8],
  user: [parseUserTypes, "Users:\n  UserInfo{0:Owner:c13} serialNo=0\n    Type: android.os.usertype.full.SYSTEM\n"],
  components: [parseComponentList, "com.a/.B:com.c/com.d.E"],
};

describe.each(Object.entries(parsers))("%s", (_, [parse, sample]) => {
  test("any text, and any mutation of a real layout, gives a value or FormatError", () => {
    const mutated = fc
      .tuple(
        fc.nat(sample.length),
        fc.nat(60),
        fc.oneof(fc.string(), fc.constantFrom("\n", "}", "{", "]", "\0", "=", ":")),
      )
      .map(([at, cut, put]) => sample.slice(0, at) + put + sample.slice(at + cut));
    fc.assert(
      fc.property(fc.oneof(fc.string(), mutated), (text) => {
        try {
          parse(text);
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("a long hostile answer takes no long time", () => {
    for (const line of [
      "{\n",
      "  a=b\n",
      "Service[label=",
      "User state[",
      " com.a/.B:",
      "Enabled Device Admins (User 0):\n",
    ]) {
      try {
        parse(sample + line.repeat(Math.floor(200_000 / line.length)));
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
      }
    }
  });
});
