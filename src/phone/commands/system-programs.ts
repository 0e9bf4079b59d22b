import type { Program } from "../program.ts";
import type { PhoneState, ProcessState } from "../state/phone-state.ts";
import { type Exit, exit, type Lines, program } from "./answer.ts";
import { dumps } from "./dumps/index.ts";

/** `getenforce`. */
export function getenforce(state: PhoneState): Program {
  return program(() => [state.selinux]);
}

/** `mount` without arguments: `X on Y type Z (options)`. */
export function mount(state: PhoneState): Program {
  return program((args): Lines | Exit =>
    args.length > 0 && state.identity.uid !== 0
      ? exit(1, "mount: '/'->'/': Operation not permitted")
      : state.mounts.map((each) => `${each.device} on ${each.path} type ${each.type} (${each.options})`),
  );
}

/** `ps`, with `-A` for all processes, `-Z` for SELinux labels (toybox's columns). */
export function ps(state: PhoneState): Program {
  return program((args): Lines => {
    const letters = args.filter((arg) => arg.startsWith("-")).join("");
    const chosen = /[Ae]/.test(letters) ? state.processes : state.processes.filter((each) => each.user === "shell");
    const label = letters.includes("Z");
    const head = "USER           PID  PPID     VSZ    RSS WCHAN            ADDR S NAME                       ";
    return [
      label ? `LABEL                          ${head}` : head,
      ...chosen.map((each) => `${label ? `${each.label.padEnd(30)} ` : ""}${row(each)}`),
    ];
  });
}

function row({ user, pid, ppid, name }: ProcessState): string {
  const kernel = ppid === 2 || pid === 2;
  const size = kernel ? "       0      0" : ` ${String(10_000_000 + pid * 16)} ${String(40_000 + pid * 4)}`;
  return `${user.padEnd(12)} ${String(pid).padStart(5)} ${String(ppid).padStart(5)}${size} 0                   0 S ${name}`;
}

/** `service list` and `service check NAME`. */
export function service(state: PhoneState): Program {
  return program(([verb = "", name = ""]): Lines | Exit => {
    const names = [...dumps(state).keys()].sort();
    if (verb === "list")
      return [`Found ${names.length} services:`, ...names.map((each, i) => `${i}\t${each}: [android.os.I${each}]`)];
    if (verb === "check") return [`Service ${name}: ${names.includes(name) ? "found" : "not found"}`];
    return exit(10, "service: Unknown command");
  });
}

/** `su [-c SCRIPT]` of Magisk: root with the context `u:r:magisk:s0`. */
export function su(): Program {
  return async (args, io) => {
    const at = args.indexOf("-c");
    const root = { uid: 0, gid: 0, groups: [0], context: "u:r:magisk:s0" };
    return io.run(at < 0 ? "" : args.slice(at + 1).join(" "), root);
  };
}

/** `magisk -v`, `magisk -V`. */
export function magisk(version: string): Program {
  return program(([flag = ""]): Lines | Exit => {
    if (flag === "-v") return [`${version}:MAGISK:R`];
    if (flag === "-V") return [version.replace(/\D/g, "").padEnd(5, "0")];
    return exit(1, "Magisk - Multi-purpose Utility");
  });
}
