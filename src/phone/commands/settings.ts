import type { Program } from "../program.ts";
import { deniesShell, type PhoneState } from "../state/phone-state.ts";
import { Refusal, securityException } from "../state/refusal.ts";
import { type SettingSpace, settingTable } from "../state/setting-tables.ts";
import { type Exit, exit, type Lines, program } from "./answer.ts";
import { options, userOption } from "./options.ts";

/** `settings list|get|put|delete|reset [--user N] NAMESPACE …` (AOSP: SettingsProvider/SettingsService.java). */
export function settings(state: PhoneState): Program {
  return program((args) => {
    const given = options(args, ["--lineage", "default"], ["--user"], true);
    const [verb = "", space = "", key, value] = given.rest;
    if (!verbs.has(verb)) return exit(255, ...usage);
    const user = userOption(state, verb, given.value("--user"), state.currentUser);
    if (!isSpace(space)) throw new Refusal(`Invalid namespace: ${space}`, 255);
    const table = settingTable(state.settings, space, user);
    if (verb === "list") return list(table);
    if (key === undefined) throw new Refusal("Bad arguments", 255);
    if (verb === "get") return [table.get(key) ?? "null"];
    mayWrite(state, verb, space);
    return verb === "put" ? put(table, key, value) : remove(table, key);
  });
}

const verbs = new Set(["list", "get", "put", "delete"]);
const usage = ["Settings provider (settings) commands:", "  help", "      Print this help text."];

function isSpace(text: string): text is SettingSpace {
  return text === "global" || text === "secure" || text === "system";
}

/** The phone sorts whole lines, not names. */
function list(table: ReadonlyMap<string, string>): Lines {
  return [...table].map(([key, value]) => `${key}=${value}`).sort();
}

function put(table: Map<string, string>, key: string, value: string | undefined): Lines {
  if (value === undefined) throw new Refusal("Bad arguments", 255);
  table.set(key, value);
  return [];
}

function remove(table: Map<string, string>, key: string): Lines | Exit {
  return [`Deleted ${table.delete(key) ? 1 : 0} rows`];
}

function mayWrite(state: PhoneState, verb: string, space: SettingSpace): void {
  if (!deniesShell(state)) return;
  const permission = space === "system" ? "WRITE_SETTINGS" : "WRITE_SECURE_SETTINGS";
  throw securityException(verb, `Permission denial: writing to settings requires:android.permission.${permission}`);
}
