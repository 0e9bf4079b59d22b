import { quote } from "../../core/source.ts";
import type { Io, Phone } from "../program.ts";
import { ownerName } from "./names.ts";
import { parseOptions, type Tool, ToolError } from "./tool.ts";

/** `id`: -u -g -G -n -Z. */
export const id: Tool = async (args, io) => {
  const { has } = parseOptions(args, "ugGnZr");
  const { uid, gid, context } = io.identity;
  const groups = io.identity.groups.includes(gid) ? io.identity.groups : [gid, ...io.identity.groups];
  const shown = has("n") ? ownerName : String;
  const named = (number: number) => `${number}(${ownerName(number)})`;
  if (has("Z")) await io.write(`${context}\n`);
  else if (has("u")) await io.write(`${shown(uid)}\n`);
  else if (has("g")) await io.write(`${shown(gid)}\n`);
  else if (has("G")) await io.write(`${groups.map(shown).join(" ")}\n`);
  else {
    await io.write(`uid=${named(uid)} gid=${named(gid)} groups=${groups.map(named).join(",")} context=${context}\n`);
  }
  return 0;
};

export const whoami: Tool = async (_args, io) => {
  await io.write(`${ownerName(io.identity.uid)}\n`);
  return 0;
};

/** `uname`: -a -m -n -o -r -s -v. */
export const uname: Tool = async (args, io, phone) => {
  const { has } = parseOptions(args, "amnorsv");
  const { release, version, machine } = phone.kernel;
  const fields = [
    ["s", "Linux"],
    ["n", "localhost"],
    ["r", release],
    ["v", version],
    ["m", machine],
    ["o", "Toybox"],
  ] as const;
  const wanted = fields.filter(([letter]) => has("a") || has(letter));
  await io.write(`${(wanted.length === 0 ? fields.slice(0, 1) : wanted).map(([, value]) => value).join(" ")}\n`);
  return 0;
};

/** `date [-u] [-d @SECONDS] [+FORMAT]`: the phone's clock, in UTC. */
export const date: Tool = async (args, io, phone) => {
  const { operands, value } = parseOptions(args, "ud:D:r:");
  const wanted = /^@([0-9]{1,11})$/.exec(value("d") ?? "")?.[1];
  const time = new Date(wanted === undefined ? phone.now() : Number(wanted) * 1000);
  const [format = "+%a %b %e %H:%M:%S %Z %Y"] = operands;
  if (!format.startsWith("+")) throw new ToolError("cannot set date: Operation not permitted");
  await io.write(`${formatDate(time, format.slice(1))}\n`);
  return 0;
};

const days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function formatDate(time: Date, format: string): string {
  const two = (number: number) => String(number).padStart(2, "0");
  const iso = time.toISOString();
  const values: Readonly<Record<string, string>> = {
    Y: iso.slice(0, 4),
    m: iso.slice(5, 7),
    d: iso.slice(8, 10),
    e: String(time.getUTCDate()).padStart(2),
    H: iso.slice(11, 13),
    M: iso.slice(14, 16),
    S: iso.slice(17, 19),
    N: `${iso.slice(20, 23)}000000`,
    F: iso.slice(0, 10),
    T: iso.slice(11, 19),
    y: iso.slice(2, 4),
    a: days[time.getUTCDay()] ?? "",
    b: months[time.getUTCMonth()] ?? "",
    j: two(Math.floor((time.getTime() - Date.UTC(time.getUTCFullYear(), 0, 0)) / 86_400_000)).padStart(3, "0"),
    s: String(Math.floor(time.getTime() / 1000)),
    z: "+0000",
    Z: "UTC",
    n: "\n",
    t: "\t",
    "%": "%",
  };
  return format.replace(/%([A-Za-z%])/g, (all, letter) => values[letter] ?? all);
}

/** `sleep NUMBER[smhd]`, ended early when the client goes. */
export const sleep: Tool = (args, io) => {
  const [, digits, unit = "s"] = /^([0-9]{0,9}(?:\.[0-9]{1,9})?)([smhd]?)$/.exec(args[0] ?? "x") ?? [];
  if (digits === undefined || digits === "") throw new ToolError(`Not a number '${args[0] ?? ""}'`);
  const scale: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };
  return pause(Number(digits) * (scale[unit] ?? 1) * 1000, io).then(() => 0);
};

/** `timeout SECONDS COMMAND…`: 124 when the time is over. */
export const timeout: Tool = async (args, io) => {
  const [seconds = "", ...command] = args[0] === "-s" || args[0] === "-k" ? args.slice(2) : args;
  if (!/^[0-9.]{1,9}s?$/.test(seconds)) throw new ToolError(`bad time '${seconds}'`);
  return Promise.race([
    io.run(command.map(quote).join(" ")),
    pause(Number.parseFloat(seconds) * 1000, io).then(() => 124),
  ]);
};

/** `env` and `printenv`: prints the environment. */
export const env: Tool = async (args, io) => {
  if (args.length > 0) throw new ToolError("only prints here");
  await io.write(
    Object.entries(io.env)
      .map(([key, value]) => `${key}=${value}\n`)
      .join(""),
  );
  return 0;
};

/** `toybox NAME ARG…`; alone it lists its tools. */
export function toybox(tools: () => ReadonlyMap<string, Tool>): Tool {
  return async (args, io: Io, phone: Phone) => {
    const [name, ...rest] = args;
    const tool = name === undefined ? undefined : tools().get(name);
    if (tool !== undefined) return tool(rest, io, phone);
    if (name !== undefined) throw new ToolError(`Unknown command ${name}`, 127);
    await io.write(`${[...tools().keys()].join(" ")}\n`);
    return 0;
  };
}

function pause(milliseconds: number, io: Io): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      io.signal.removeEventListener("abort", end);
      resolve();
    };
    // setTimeout takes 31 bits; nobody waits longer than that for a virtual phone.
    const timer = setTimeout(end, Math.min(milliseconds, 0x7fffffff));
    io.signal.addEventListener("abort", end);
  });
}
