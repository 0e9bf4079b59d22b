import type { Program } from "../program.ts";
import { type PhoneState, sdkOf } from "../state/phone-state.ts";
import { Refusal } from "../state/refusal.ts";
import { type Exit, exit, type Lines, program } from "./answer.ts";

/** `cmd connectivity`: the firewall chain of the shell and its rules, from Android 13 on (AOSP: ConnectivityService.ShellCmd). */
export function connectivity(state: PhoneState): Program {
  const limits = state.networkLimits;
  return program(([verb = "", first = "", second = ""]): Lines | Exit => {
    if (sdkOf(state) < 33) return exit(255, `Unknown command: ${verb}`);
    if (verb === "get-chain3-enabled") return [`chain:${limits.chain ? "enabled" : "disabled"}`];
    if (verb === "set-chain3-enabled") {
      limits.chain = yes(first);
      return [];
    }
    if (verb === "get-package-networking-enabled")
      return [`${first}:${limits.cut.has(appIdOf(state, verb, first)) ? "deny" : "allow"}`];
    if (verb !== "set-package-networking-enabled") return exit(255, `Unknown command: ${verb}`);
    const enabled = yes(first);
    const appId = appIdOf(state, verb, second);
    if (enabled) limits.cut.delete(appId);
    else limits.cut.add(appId);
    return [`${enabled ? "Enabled" : "Disabled"} networking for ${second}, appId ${appId}`];
  });
}

function yes(text: string): boolean {
  if (text !== "true" && text !== "false") throw new Refusal("Connectivity service commands:", 255);
  return text === "true";
}

/** Rules are made for app ids, for all users; those of the system itself are refused. */
function appIdOf(state: PhoneState, verb: string, name: string): number {
  const thrown = (what: string) => new Refusal(`\nException occurred while executing '${verb}':\n${what}`, 255);
  const pkg = state.packages.get(name);
  if (!pkg) throw thrown(`android.content.pm.PackageManager$NameNotFoundException: ${name}`);
  if (pkg.appId < 10_000)
    throw thrown(
      `java.lang.RuntimeException: Can't set package firewall rule for system app ${name} with appId ${pkg.appId}`,
    );
  return pkg.appId;
}

/** `cmd netpolicy get|list|add|remove` (AOSP: NetworkPolicyManagerShellCommand). A uid has one policy: adding to one list takes it off the other. */
export function netPolicy(state: PhoneState): Program {
  const { denied, allowed, saver } = state.networkLimits;
  const lists = new Map([
    ["restrict-background-blacklist", { name: "blacklisted", uids: denied, others: allowed }],
    ["restrict-background-whitelist", { name: "whitelisted", uids: allowed, others: denied }],
  ]);
  return program(([verb = "", type = "", uid]): Lines | Exit => {
    if (verb === "get" && type === "restrict-background")
      return [`Restrict background status: ${saver ? "enabled" : "disabled"}`];
    if (!["get", "list", "add", "remove"].includes(verb)) return exit(255, `Unknown command: ${verb}`);
    const list = lists.get(type);
    if (!list) return exit(255, `Error: unknown ${verb} type '${type}'`);
    if (verb === "list") {
      const uids = [...list.uids].sort((a, b) => a - b);
      const head = `Restrict background ${list.name} UIDs: `;
      return uids.length === 0 ? [`${head}none`, ""] : [`${head}${uids.map((each) => `${each} `).join("")}`];
    }
    if (uid === undefined) return exit(255, "Error: didn't specify UID");
    if (!/^\d+$/.test(uid)) return exit(254, `Error: UID (${uid}) should be a number`);
    list.uids.delete(Number(uid));
    if (verb === "add") {
      list.uids.add(Number(uid));
      list.others.delete(Number(uid));
    }
    return [];
  });
}
