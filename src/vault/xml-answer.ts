import { VaultError } from "../core/errors.ts";

/** One element of an answer: its name without the prefix, its own text, and what is in it. */
export interface XmlElement {
  readonly name: string;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

/**
 * Reads the XML that S3 and WebDAV servers answer: elements and text. Attributes and comments are passed over, namespaces are left out,
 * and what such answers have no use for (document types, entities of their own, depth, endless names) is not an answer.
 *
 * @returns the outermost element.
 * @throws VaultError `damaged`
 */
export function readXmlAnswer(text: string): XmlElement {
  const root: Open = { name: "", text: "", children: [] };
  const open: Open[] = [root];
  let [at, elements] = [0, 0];
  while (at < text.length) {
    const tag = text.indexOf("<", at);
    const here = open[open.length - 1] as Open;
    if (tag !== at) here.text += entities(text.slice(at, tag === -1 ? undefined : tag));
    if (tag === -1) break;
    const skipped = passOver(text, tag);
    if (skipped !== undefined) {
      here.text += skipped.text;
      at = skipped.end;
      continue;
    }
    const end = tagEnd(text, tag);
    const inside = text.slice(tag + 1, end);
    if (inside.startsWith("/")) {
      if (open.length === 1 || here.name !== nameOf(inside.slice(1))) throw no("an element ends that was not begun");
      open.pop();
    } else {
      if (open.length > 30 || ++elements > 2_000_000) throw no("it is too large");
      const element: Open = { name: nameOf(inside), text: "", children: [] };
      here.children.push(element);
      if (!inside.endsWith("/")) open.push(element);
    }
    at = end + 1;
  }
  const outermost = root.children[0];
  if (open.length !== 1) throw no("it is cut off");
  if (outermost === undefined || root.children.length !== 1 || root.text.trim() !== "") throw no("it is no document");
  return outermost;
}

/** The elements of this name directly in `element`. */
export function xmlChildren(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The text of the element at this path, from `element` down; undefined where there is none. */
export function xmlText(element: XmlElement, ...path: readonly string[]): string | undefined {
  let here: XmlElement | undefined = element;
  for (const name of path) here = here?.children.find((child) => child.name === name);
  return here?.text.trim();
}

interface Open {
  readonly name: string;
  text: string;
  readonly children: Open[];
}

/** Processing instructions and comments, which say nothing, and CDATA, which is text. */
function passOver(text: string, tag: number): { end: number; text: string } | undefined {
  if (text.startsWith("<!--", tag)) return { end: after(text, "-->", tag + 4), text: "" };
  if (text.startsWith("<?", tag)) return { end: after(text, "?>", tag + 2), text: "" };
  if (text.startsWith("<![CDATA[", tag)) {
    const end = after(text, "]]>", tag + 9);
    return { end, text: text.slice(tag + 9, end - 3) };
  }
  if (text.startsWith("<!", tag)) throw no("it declares a document type");
  return undefined;
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  if (at === -1) throw no("it is cut off");
  return at + mark.length;
}

/** Where the tag ends; a > in an attribute's value is none. */
function tagEnd(text: string, tag: number): number {
  let quote = "";
  for (let at = tag + 1; at < text.length; at++) {
    const sign = text[at] as string;
    if (quote !== "") quote = sign === quote ? "" : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === ">") return at;
    else if (sign === "<") throw no("a tag stands in a tag");
  }
  throw no("it is cut off");
}

function nameOf(inside: string): string {
  const name = /^[A-Za-z_][\w.:-]{0,200}/.exec(inside)?.[0];
  if (name === undefined) throw no("an element has no name");
  return name.slice(name.lastIndexOf(":") + 1);
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function entities(text: string): string {
  return text.replaceAll(/&([^;&<]{0,12});?/g, (all, name: string) => {
    const known = Object.hasOwn(named, name) ? named[name] : undefined;
    if (known !== undefined) return known;
    const code = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name);
    const point = code === null ? -1 : Number.parseInt(code[1] ?? code[2] ?? "", code[1] === undefined ? 10 : 16);
    if (!all.endsWith(";") || point < 0 || point > 0x10ffff) throw no("it uses an entity that it may not");
    return String.fromCodePoint(point);
  });
}

function no(reason: string): VaultError {
  return new VaultError("damaged", `The place answered with a listing that cannot be read: ${reason}.`);
}
