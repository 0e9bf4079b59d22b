import { FormatError } from "../core/errors.ts";
import { table } from "../core/json.ts";

/** One object of a structured dump: the values of each name, in order. A repeated name and a list look the same. */
export interface DumpObject {
  readonly fields: Readonly<Record<string, readonly DumpValue[]>>;
}
/** Text (which may span lines) or a nested object. */
export type DumpValue = string | DumpObject;

interface OpenObject {
  readonly fields: Record<string, DumpValue[]>;
}
/** A brace or bracket that is not closed yet: where its lines go. */
interface Open {
  readonly object: OpenObject;
  /** Set inside `name=[`: values belong to this name of `object`. */
  readonly list: string | null;
}

const deepest = 32;

/**
 * Parses the nested text that `dumpsys usb`, `adb`, `role` and other services print: after a title `{ name=value name={ … }
 * name=[ … ] }`, one item a line. A line that is none of these belongs to the value before it.
 *
 * @throws FormatError when there is no opening brace, a brace is not closed, or nesting is deeper than any real dump.
 * AOSP: frameworks/base/core/java/com/android/internal/util/dump/DualDumpOutputStream.java.
 */
export function parseDumpTree(text: string): DumpObject {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => line.trim() === "{");
  if (start < 0) throw new FormatError("structured dump", "no opening brace");
  const root: OpenObject = { fields: table() };
  const open: Open[] = [{ object: root, list: null }];
  let last: DumpValue[] | undefined;
  for (const line of lines.slice(start + 1)) {
    const top = open.at(-1);
    if (!top) break;
    const item = line.trim();
    const nested = /^(?:([a-z][a-z0-9_]*)=)?([{[])$/.exec(item);
    if (nested) {
      open.push(enter(top, nested[1], nested[2] === "["));
      if (open.length > deepest) throw new FormatError("structured dump", "nested too deep");
      last = undefined;
    } else if (item === (top.list === null ? "}" : "]")) {
      open.pop();
      last = undefined;
    } else last = value(top, item, last);
  }
  if (open.length > 0) throw new FormatError("structured dump", "a brace is not closed");
  return root;
}

/** The objects under a name; text among them is left out. */
export function dumpObjects(object: DumpObject, name: string): readonly DumpObject[] {
  return (object.fields[name] ?? []).filter((value): value is DumpObject => typeof value !== "string");
}

/** The texts under a name; objects among them are left out. */
export function dumpTexts(object: DumpObject, name: string): readonly string[] {
  return (object.fields[name] ?? []).filter((value): value is string => typeof value === "string");
}

function enter(top: Open, name: string | undefined, isList: boolean): Open {
  const key = name ?? top.list;
  if (key === null) throw new FormatError("structured dump", "a brace without a name");
  if (isList) {
    top.object.fields[key] ??= [];
    return { object: top.object, list: key };
  }
  const object: OpenObject = { fields: table() };
  add(top.object, key, object);
  return { object, list: null };
}

/** Stores a field, a list item, or a further line of the value before; gives the values that a further line would go to. */
function value(top: Open, item: string, last: DumpValue[] | undefined): DumpValue[] | undefined {
  const field = top.list === null ? /^([a-z][a-z0-9_]*)=(.*)$/.exec(item) : null;
  if (field) return add(top.object, field[1] ?? "", field[2] ?? "");
  if (top.list !== null) return item === "" ? last : add(top.object, top.list, item);
  const before = last?.at(-1);
  if (last && typeof before === "string") last[last.length - 1] = `${before}\n${item}`;
  return last;
}

function add(object: OpenObject, name: string, added: DumpValue): DumpValue[] {
  const values = object.fields[name] ?? [];
  values.push(added);
  object.fields[name] = values;
  return values;
}
