import { resolvePath } from "../path.ts";
import { FileError, type FileStat, type Phone } from "../program.ts";
import { modeText, ownerName, typeName } from "./names.ts";
import { parseOptions, type Tool, UsageError } from "./tool.ts";

/** toybox `stat`: -c FORMAT, -L, -f. */
export const stat: Tool = async (args, io, phone) => {
  const options = parseOptions(args, "c:Lft");
  if (options.operands.length === 0) throw new UsageError("Needs 1 argument");
  let status = 0;
  for (const operand of options.operands) {
    const path = resolvePath(io.cwd, operand);
    try {
      const found = options.has("L") ? await phone.files.stat(path) : await phone.files.lstat(path);
      const text = options.has("f")
        ? volume(options.value("c"), operand)
        : await formatted(options.value("c") ?? standard(found), operand, path, found, phone);
      await io.write(`${text}\n`);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      await io.error(`stat: '${operand}': ${error.message}\n`);
      status = 1;
    }
  }
  return status;
};

function standard(found: FileStat): string {
  const device = `${(found.dev >> 8).toString(16)}h/${found.dev}d`;
  return [
    "  File: %N",
    "  Size: %s\t Blocks: %b\t IO Blocks: 4096\t%F",
    `Device: ${device}\t Inode: %i\t Links: %h`,
    "Access: (0%a/%A)\tUid: (%5u/%8U)\tGid: (%5g/%8G)",
    "Access: %x",
    "Modify: %y",
    "Change: %z",
  ].join("\n");
}

async function formatted(format: string, name: string, path: string, found: FileStat, phone: Phone): Promise<string> {
  const isLink = (found.mode & 0o170000) === 0o120000;
  const target = isLink && format.includes("N") ? await phone.files.readlink(path) : "";
  const values = valuesOf(found);
  return format.replace(/%(-?)(0?)([0-9]{0,3})([A-Za-z%])/g, (_all, minus, zero, width, letter) => {
    if (letter === "n") return name;
    if (letter === "N") return isLink ? `${name} -> '${target}'` : name;
    if (letter === "%") return "%";
    const value = values.get(letter) ?? "?";
    return minus === "-" ? value.padEnd(Number(width)) : value.padStart(Number(width), zero === "0" ? "0" : " ");
  });
}

/** What -f tells of the volume: 4-KiB blocks, most of them taken. */
function volume(format = '  File: "%n"\nBlocks: Total: %b\tFree: %f\tAvailable: %a', name: string): string {
  const values = new Map([
    ["a", "6291456"],
    ["b", "28311552"],
    ["f", "6307840"],
    ["n", name],
    ["s", "4096"],
    ["S", "4096"],
    ["%", "%"],
  ]);
  return format.replace(/%([A-Za-z%])/g, (_all, letter) => values.get(letter) ?? "?");
}

function valuesOf(found: FileStat): ReadonlyMap<string, string> {
  const seconds = String(found.mtime);
  const date = `${new Date(found.mtime * 1000).toISOString().slice(0, 19).replace("T", " ")}.000000000 +0000`;
  return new Map([
    ["a", (found.mode & 0o7777).toString(8)],
    ["A", modeText(found.mode)],
    ["b", String(Math.ceil(found.size / 4096) * 8)],
    ["B", "512"],
    ["C", found.label ?? "?"],
    ["d", String(found.dev)],
    ["D", found.dev.toString(16)],
    ["f", found.mode.toString(16)],
    ["F", found.size === 0 && (found.mode & 0o170000) === 0o100000 ? "regular empty file" : typeName(found.mode)],
    ["g", String(found.gid)],
    ["G", ownerName(found.gid)],
    ["h", String(found.nlink)],
    ["i", String(found.ino)],
    ["o", "4096"],
    ["s", String(found.size)],
    ["u", String(found.uid)],
    ["U", ownerName(found.uid)],
    ["x", date],
    ["X", seconds],
    ["y", date],
    ["Y", seconds],
    ["z", date],
    ["Z", seconds],
  ]);
}
