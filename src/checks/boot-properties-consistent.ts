import { defineCheck, type Evidence, type Finding } from "../core/check.ts";
import { kernelCommandLine } from "../facts/kernel-command-line.ts";
import { properties } from "../facts/properties.ts";
import { originalSystem } from "./wording/remedies.ts";

type Properties = Readonly<Record<string, string>>;
type Message = "lock" | "kernel" | "fingerprint" | "missing";

const lockProperties = ["ro.boot.flash.locked", "ro.boot.vbmeta.device_state", "ro.secureboot.lockstate"] as const;
const lockStates = new Map([
  ["0", "open"],
  ["unlocked", "open"],
  ["1", "closed"],
  ["locked", "closed"],
]);
/** Every official MIUI and HyperOS from Android 9 on reports these. */
const xiaomiProperties = ["ro.boot.verifiedbootstate", "ro.boot.veritymode", ...lockProperties] as const;
const kernelParameters = ["verifiedbootstate", "veritymode", "flash.locked", "vbmeta.device_state"] as const;

export default defineCheck({
  id: "boot-properties-consistent",
  category: "boot",
  severity: "high",
  question: "Does what the phone says about its start agree?",
  title: {
    pass: "What the phone says about its start does not contradict itself",
    fail: "What the phone says about its start contradicts itself",
  },
  why: "Root tools rewrite what a phone says of itself so that it looks untouched. They seldom rewrite everything, and then the answers do not fit together.",
  advice:
    "Do not rely on the phone's other answers about its bootloader and its build. If you did not change the system yourself, have the original installed.",
  references: [
    "https://source.android.com/docs/security/features/verifiedboot/boot-flow",
    "https://source.android.com/docs/core/architecture/bootloader/implementing-bootconfig",
    "https://topjohnwu.github.io/Magisk/tools.html",
  ],
  messages: {
    lock: "The phone reports a fully verified start and an unlocked bootloader at once, or locked and unlocked at once.",
    kernel: 'The property {name} is "{said}", but the bootloader told the kernel "{told}".',
    fingerprint: 'The fingerprint of the system names {field} "{named}", the system itself says "{said}".',
    missing: "Properties that every official MIUI or HyperOS of this age reports are missing: {names}.",
  },
  remedy: originalSystem,
  needs: { properties },
  wants: { kernelCommandLine },
  run: ({ properties: said }, { kernelCommandLine: told }) => {
    const findings = [
      ...lockFault(said),
      ...fingerprintFaults(said),
      ...missingFault(said),
      ...kernelFaults(said, told),
    ];
    const anything = [...xiaomiProperties, "ro.build.fingerprint"].some((name) => said[name]);
    return { findings, unread: anything ? [] : ["The phone reported nothing about its start."] };
  },
  examples: {
    pass: [
      {
        name: "all agree",
        given: { properties: { "ro.boot.verifiedbootstate": "green", "ro.boot.flash.locked": "1" } },
        wanted: { kernelCommandLine: { verifiedbootstate: "green" } },
      },
      {
        name: "unlocked and says so everywhere",
        given: { properties: { "ro.boot.verifiedbootstate": "orange", "ro.boot.flash.locked": "0" } },
      },
    ],
    fail: [
      {
        name: "green and unlocked",
        given: { properties: { "ro.boot.verifiedbootstate": "green", "ro.boot.vbmeta.device_state": "unlocked" } },
        findings: 1,
      },
      {
        name: "the kernel was told something else",
        given: { properties: { "ro.boot.verifiedbootstate": "green" } },
        wanted: { kernelCommandLine: { verifiedbootstate: "orange" } },
        findings: 1,
      },
      {
        name: "a fingerprint of another system",
        given: {
          properties: {
            "ro.build.fingerprint": "maker/name/device:15/BUILD/1:user/release-keys",
            "ro.build.version.release": "16",
            "ro.build.type": "userdebug",
            "ro.build.tags": "release-keys",
          },
        },
        findings: 2,
      },
      {
        name: "a HyperOS without its boot properties",
        given: {
          properties: {
            "ro.product.manufacturer": "Xiaomi",
            "ro.miui.ui.version.name": "V816",
            "ro.build.version.sdk": "35",
            "ro.boot.verifiedbootstate": "green",
            "ro.boot.flash.locked": "1",
          },
        },
        findings: 1,
      },
    ],
    unknown: [{ name: "nothing reported", given: { properties: { "ro.build.type": "user" } } }],
  },
});

const device = { kind: "device" } as const;

function value(name: string, text: string): Evidence {
  return { kind: "value", fact: properties, name, value: text };
}

function lockFault(said: Properties): Finding<Message>[] {
  const states = lockProperties.flatMap((name) => {
    const state = lockStates.get(said[name]?.toLowerCase() ?? "");
    return state ? [{ name, state }] : [];
  });
  const boot = said["ro.boot.verifiedbootstate"] ?? "";
  const open = states.some(({ state }) => state === "open");
  const closed = states.some(({ state }) => state === "closed");
  if (!open || (!closed && boot.toLowerCase() !== "green")) return [];
  const evidence = states.map(({ name }) => value(name, said[name] ?? ""));
  if (boot !== "") evidence.push(value("ro.boot.verifiedbootstate", boot));
  return [{ subject: device, message: "lock", evidence }];
}

function fingerprintFaults(said: Properties): Finding<Message>[] {
  const fingerprint = said["ro.build.fingerprint"] ?? "";
  const match = /^[^/]+\/[^/]+\/[^/:]+:([^/]+)\/[^/]+\/[^/:]+:([^/]+)\/(.+)$/.exec(fingerprint);
  if (!match) return [];
  const fields = [
    ["Android", match[1] ?? "", "ro.build.version.release"],
    ["build type", match[2] ?? "", "ro.build.type"],
    ["keys", match[3] ?? "", "ro.build.tags"],
  ] as const;
  return fields.flatMap(([field, named, name]): Finding<Message>[] => {
    const own = said[name] ?? "";
    if (own === "" || own.toLowerCase() === named.toLowerCase()) return [];
    const evidence = [value("ro.build.fingerprint", fingerprint), value(name, own)];
    const params = { field, named: named.slice(0, 40), said: own.slice(0, 40) };
    return [{ subject: device, message: "fingerprint", severity: "medium", params, evidence }];
  });
}

function missingFault(said: Properties): Finding<Message>[] {
  const official = said["ro.product.manufacturer"]?.toLowerCase() === "xiaomi" && said["ro.miui.ui.version.name"];
  if (!official || !(Number(said["ro.build.version.sdk"]) >= 29)) return [];
  const names = xiaomiProperties.filter((name) => !said[name]);
  if (names.length === 0) return [];
  const evidence: Evidence[] = [{ kind: "list", fact: properties, name: "not reported", items: names }];
  const params = { names: names.join(", ") };
  return [{ subject: device, message: "missing", severity: "medium", confidence: "likely", params, evidence }];
}

function kernelFaults(said: Properties, told: Properties | undefined): Finding<Message>[] {
  return kernelParameters.flatMap((parameter): Finding<Message>[] => {
    const name = `ro.boot.${parameter}`;
    const [own, kernel] = [said[name] ?? "", told?.[parameter] ?? ""];
    if (own === "" || kernel === "" || own.toLowerCase() === kernel.toLowerCase()) return [];
    const evidence: Evidence[] = [
      value(name, own),
      { kind: "value", fact: kernelCommandLine, name: `androidboot.${parameter}`, value: kernel },
    ];
    const params = { name, said: own.slice(0, 40), told: kernel.slice(0, 40) };
    return [{ subject: device, message: "kernel", params, evidence }];
  });
}
