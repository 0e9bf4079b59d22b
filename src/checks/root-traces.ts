import { defineCheck, type Finding } from "../core/check.ts";
import { kernelVersion } from "../facts/kernel-version.ts";
import { rootTraces } from "../facts/root-traces.ts";
import { originalSystem } from "./wording/remedies.ts";

export default defineCheck({
  id: "root-traces",
  category: "boot",
  severity: "high",
  question: "Are there files of root tools on the phone?",
  title: {
    pass: "No files of root tools were seen in the places that a computer may look into",
    fail: "There are traces of root tools",
  },
  why: "Root rights stand above every protection of Android: an app that has them can read and change everything, and hide from this examination.",
  advice:
    "If you did not root the phone yourself, treat it as controlled by somebody else: write down what was found, use another phone for what is private, and have the original system installed.",
  references: [
    "https://source.android.com/docs/security/overview/kernel-security",
    "https://topjohnwu.github.io/Magisk/details.html",
  ],
  messages: {
    files: "Files of root tools are on the phone: {files}.",
    busybox:
      "BusyBox, a set of command-line tools, is on the phone. It often comes with root tools, and with some makers' systems.",
    kernel: "The kernel calls itself a version with root access built in.",
  },
  remedy: originalSystem,
  needs: { rootTraces },
  wants: { kernelVersion },
  run: ({ rootTraces: { found } }, { kernelVersion: kernel }) => {
    const findings: Finding<"files" | "busybox" | "kernel">[] = [];
    const tools = found.filter((path) => !path.endsWith("/busybox"));
    const busybox = found.filter((path) => path.endsWith("/busybox"));
    const list = (items: readonly string[]) => [{ kind: "list" as const, fact: rootTraces, name: "found", items }];
    if (tools.length > 0)
      findings.push({
        subject: { kind: "device" },
        message: "files",
        params: { files: tools.slice(0, 5).join(", ") },
        evidence: list(tools),
      });
    if (busybox.length > 0)
      findings.push({
        subject: { kind: "device" },
        message: "busybox",
        severity: tools.length > 0 ? "medium" : "low",
        confidence: "possible",
        evidence: list(busybox),
      });
    if (kernel && /kernelsu|sukisu|apatch|magisk|[-_.]ksu\b/i.test(kernel.text))
      findings.push({
        subject: { kind: "device" },
        message: "kernel",
        confidence: "likely",
        evidence: [{ kind: "value", fact: kernelVersion, name: "release", value: kernel.text }],
      });
    return findings;
  },
  examples: {
    pass: [{ name: "nothing found", given: { rootTraces: { found: [], hidden: ["/data/adb/magisk"] } } }],
    fail: [
      { name: "su", given: { rootTraces: { found: ["/system/xbin/su", "/sbin/.magisk"], hidden: [] } }, findings: 1 },
      { name: "only BusyBox", given: { rootTraces: { found: ["/system/bin/busybox"], hidden: [] } }, findings: 1 },
      {
        name: "kernel with root",
        given: { rootTraces: { found: [], hidden: [] } },
        wanted: { kernelVersion: { release: "5.10.198-KernelSU", text: "Linux version 5.10.198-KernelSU (a@b) #1" } },
        findings: 1,
      },
    ],
  },
});
