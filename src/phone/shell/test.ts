import { resolvePath } from "../path.ts";
import { FileError, type FileStat, type Files, type Io } from "../program.ts";

/** `test` and `[ … ]`: 0 true, 1 false, 2 not an expression. */
export async function test(
  args: readonly string[],
  io: Io,
  files: Files,
  complain: (message: string) => Promise<void>,
): Promise<number> {
  const or = args.indexOf("-o", 1);
  if (or !== -1)
    return Math.min(
      await test(args.slice(0, or), io, files, complain),
      await test(args.slice(or + 1), io, files, complain),
    );
  const and = args.indexOf("-a", 1);
  if (and !== -1)
    return Math.max(
      await test(args.slice(0, and), io, files, complain),
      await test(args.slice(and + 1), io, files, complain),
    );
  if (args[0] === "!" && args.length > 1) {
    const status = await test(args.slice(1), io, files, complain);
    return status === 2 ? 2 : 1 - status;
  }
  const result = await evaluate(args, io, files);
  if (result !== undefined) return result ? 0 : 1;
  await complain(`${(args.length > 2 ? args[1] : args.at(-1)) ?? ""}: unexpected operator/operand`);
  return 2;
}

async function evaluate(args: readonly string[], io: Io, files: Files): Promise<boolean | undefined> {
  const [first = "", second = "", third = ""] = args;
  if (args.length === 0) return false;
  if (args.length === 1) return first !== "";
  if (args.length === 2) return unary(first, second, io, files);
  return args.length === 3 ? compare(first, second, third) : undefined;
}

const types: Readonly<Record<string, number>> = {
  b: 0o060000,
  c: 0o020000,
  d: 0o040000,
  f: 0o100000,
  p: 0o010000,
  S: 0o140000,
};
const permissions: Readonly<Record<string, number>> = { r: 4, w: 2, x: 1 };

async function unary(operator: string, operand: string, io: Io, files: Files): Promise<boolean | undefined> {
  if (operator === "-n") return operand !== "";
  if (operator === "-z") return operand === "";
  const letter = operator.slice(1);
  if (!/^-[bcdefhLprsSwx]$/.test(operator)) return undefined;
  try {
    const path = resolvePath(io.cwd, operand);
    const link = letter === "h" || letter === "L";
    const stat = link ? await files.lstat(path) : await files.stat(path);
    if (link) return (stat.mode & 0o170000) === 0o120000;
    if (letter === "e") return true;
    if (letter === "s") return stat.size > 0;
    const bit = permissions[letter];
    return bit === undefined ? (stat.mode & 0o170000) === types[letter] : allows(stat, bit, io.identity);
  } catch (error) {
    if (error instanceof FileError) return false;
    throw error;
  }
}

/** Whether the permission bits let this identity read (4), write (2) or execute (1). */
function allows(stat: FileStat, bit: number, identity: Io["identity"]): boolean {
  if (identity.uid === 0) return bit !== 1 || (stat.mode & 0o111) !== 0;
  if (stat.uid === identity.uid) return (stat.mode & (bit << 6)) !== 0;
  const inGroup = stat.gid === identity.gid || identity.groups.includes(stat.gid);
  return (stat.mode & (inGroup ? bit << 3 : bit)) !== 0;
}

function compare(left: string, operator: string, right: string): boolean | undefined {
  if (operator === "=" || operator === "==") return left === right;
  if (operator === "!=") return left !== right;
  const [a, b] = [Number(left), Number(right)];
  if (operator === "-eq") return a === b;
  if (operator === "-ne") return a !== b;
  if (operator === "-lt") return a < b;
  if (operator === "-le") return a <= b;
  if (operator === "-gt") return a > b;
  if (operator === "-ge") return a >= b;
  return undefined;
}
