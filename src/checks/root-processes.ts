import { defineCheck, type Severity } from "../core/check.ts";
import { type PsRow, processes } from "../facts/processes.ts";
import { originalSystem } from "./wording/remedies.ts";

/** SELinux domains that only root tools and developer builds have. */
const rootDomains = new Set(["su", "magisk", "magisk_client", "supersu", "ksu", "kernelsu", "apatch"]);
/** Background programs of root tools, and of tools that change apps while they run. */
const rootPrograms = new Set(["magiskd", "magisk", "daemonsu", "ksud", "zygiskd", "lspd", "frida-server"]);

export default defineCheck({
  id: "root-processes",
  category: "boot",
  severity: "high",
  question: "Is a program of a root tool running?",
  title: {
    pass: "No running program of a root tool was seen",
    fail: "A program of a root tool is running",
  },
  why: "Files can be hidden, running programs less so: the label that SELinux gives a process shows which rights it really has.",
  advice:
    "If you did not root the phone yourself, treat it as controlled by somebody else and have the original system installed.",
  references: ["https://source.android.com/docs/security/features/selinux", "AOSP: system/sepolicy/public/su.te"],
  messages: {
    domain: '{name} runs in the SELinux domain "{domain}", which only root tools and developer builds have.',
    program: "{name}, a program of a root tool, is running.",
    shell: "{name}, started from a computer or terminal, runs with root rights.",
  },
  remedy: originalSystem,
  needs: { processes },
  run: ({ processes: rows }) => {
    const suspects = new Map<string, { row: PsRow; sign: Sign; pids: string[] }>();
    for (const row of rows) {
      const sign = suspicion(row);
      if (!sign) continue;
      const key = `${sign} ${row.name}`;
      const suspect = suspects.get(key) ?? { row, sign, pids: [] };
      suspect.pids.push(`${row.pid} ${row.user} ${row.label ?? "no label"} ${row.name}`);
      suspects.set(key, suspect);
    }
    const findings = [...suspects.values()].map(({ row, sign, pids }) => ({
      subject: { kind: "device" as const },
      message: sign,
      params: { name: row.name, domain: domain(row) ?? "" },
      severity: "high" as Severity,
      evidence: [{ kind: "list" as const, fact: processes, name: "pid, user, label, name", items: pids.slice(0, 20) }],
    }));
    const unread = rows.some(({ label }) => label !== null)
      ? []
      : ["The listing shows no SELinux labels of processes."];
    return { findings, unread };
  },
  examples: {
    pass: [
      {
        name: "the maker's own programs",
        given: { processes: [ps("u:r:init:s0", "root", "init"), ps("u:r:adbd:s0", "shell", "adbd")] },
      },
    ],
    fail: [
      {
        name: "Magisk, two processes of one program",
        given: { processes: [ps("u:r:magisk:s0", "root", "magiskd"), ps("u:r:magisk:s0", "root", "magiskd")] },
        findings: 1,
      },
      { name: "root shell", given: { processes: [ps("u:r:shell:s0", "root", "sh")] }, findings: 1 },
      { name: "without labels", given: { processes: [ps(null, "root", "ksud")] }, findings: 1 },
    ],
    unknown: [{ name: "no labels and nothing found", given: { processes: [ps(null, "root", "init")] } }],
  },
});

type Sign = "domain" | "program" | "shell";

function suspicion(row: PsRow): Sign | undefined {
  const name = row.name.slice(row.name.lastIndexOf("/") + 1);
  if (rootDomains.has(domain(row) ?? "")) return "domain";
  if (rootPrograms.has(name)) return "program";
  if (row.user === "root" && (domain(row) === "shell" || name === "adbd")) return "shell";
  return undefined;
}

/** The type in a label such as `u:r:init:s0`. */
function domain({ label }: PsRow): string | undefined {
  return label?.split(":")[2];
}

function ps(label: string | null, user: string, name: string): PsRow {
  return { label, user, pid: 1, name };
}
