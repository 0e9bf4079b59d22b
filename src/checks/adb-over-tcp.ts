import { defineCheck } from "../core/check.ts";
import { reported } from "../core/errors.ts";
import { properties } from "../facts/properties.ts";

/** Whether ADB listens on a TCP port. */
export default defineCheck({
  id: "adb-over-tcp",
  category: "device",
  severity: "high",
  question: "Is ADB's old network port (usually 5555) closed?",
  title: { pass: "ADB's old network port (usually 5555) is closed", fail: "ADB listens on a network port" },
  why: "Every device in the same network can knock on this port. On old phones, and for computers that were allowed once, it opens without a question.",
  advice: "Close it: restart the phone, or switch debugging off and on.",
  references: ["https://developer.android.com/tools/adb", "AOSP: packages/modules/adb/daemon/main.cpp"],
  messages: {
    listens: "ADB listens on TCP port {port}.",
    set: "ADB is set to TCP port {port}, but its service is not running now.",
  },
  needs: { properties },

  run: (given) => {
    // Shows that the list of properties is there: the two below are absent as long as ADB stays on the cable.
    reported(given.properties["ro.build.version.sdk"], "ro.build.version.sdk");
    const names = ["service.adb.tcp.port", "persist.adb.tcp.port"];
    const name = names.find((candidate) => Number(given.properties[candidate]) > 0);
    if (name === undefined) return [];
    const port = given.properties[name] ?? "";
    const stopped = given.properties["init.svc.adbd"] === "stopped";
    return [
      {
        subject: { kind: "device" },
        message: stopped ? "set" : "listens",
        params: { port },
        severity: stopped ? "low" : "high",
        evidence: [
          { kind: "value", fact: properties, name, value: port },
          {
            kind: "value",
            fact: properties,
            name: "init.svc.adbd",
            value: given.properties["init.svc.adbd"] ?? "not reported",
          },
        ],
        remedy: {
          kind: "steps",
          steps: [
            "From the computer on the cable: adb usb. Or restart the phone.",
            ...(name.startsWith("persist.")
              ? ["This setting outlives a restart: somebody with root set it. Find out who."]
              : []),
          ],
        },
      },
    ];
  },
  examples: {
    pass: [
      { name: "only over the cable", given: { properties: { "ro.build.version.sdk": "34" } } },
      {
        name: "switched off again",
        given: { properties: { "ro.build.version.sdk": "34", "service.adb.tcp.port": "-1" } },
      },
    ],
    fail: [
      {
        name: "port 5555",
        given: {
          properties: { "ro.build.version.sdk": "34", "service.adb.tcp.port": "5555", "init.svc.adbd": "running" },
        },
        findings: 1,
      },
      {
        name: "port 5555 for good",
        given: {
          properties: { "ro.build.version.sdk": "29", "persist.adb.tcp.port": "5555", "init.svc.adbd": "stopped" },
        },
        findings: 1,
      },
    ],
    unknown: [{ name: "no properties", given: { properties: {} } }],
  },
});
