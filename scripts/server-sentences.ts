// The sentences that Candor's server writes and its page puts into other languages, in English: those that tables hold, and those that stand in the
// code, with `X1` in the place of what differs each time. `npm run translations` and its test hold the languages against them.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "vite";
import { collectionSwitches, notStopped } from "../src/actions/collection-switches.ts";
import { knownPermissions } from "../src/actions/permission-groups.ts";
import { screens } from "../src/actions/screens.ts";
import { facts } from "../src/facts/index.ts";
import { feeds } from "../src/feeds/index.ts";
import { models } from "../src/phone/models/index.ts";

/** Files whose sentences reach the page. */
const files = [
  "src/actions/*.ts",
  "src/core/change-answer.ts",
  "src/device/adb-{binary,devices,errors,packets,run,server,source,tcp}.ts",
  "src/centre/{changes,change-facts,choice-source,feed-store,feeds,fetch-file,folder-lock,found-again,guide,journal,journal-notes}.ts",
  "src/centre/{list-in-use,load-inspections,passphrase-guard,permission-matrix,privacy-files,privacy-lock,receive-file}.ts",
  "src/centre/{evidence-apart,evidence-desk,evidence-package,evidence-verify,journal-proof,journal-standing,redact-snapshot,signing-keys,updates}.ts",
  "src/centre/{known-recipients,received-desk,recipient-list,share,share-desk,to-seal}.ts",
  "src/vault/{age-armor,age-header,age-passphrase,age-payload,age-ssh,age-stream,ssh-rsa-recipient}.ts",
  "src/centre/{ask-for-request,attest-dex,attest-phone,attestation-source,attestation-store,hardware-words}.ts",
  "src/centre/{reply-deadline,rights,rights-answers,rights-letter,rights-requests}.ts",
  "src/feeds/missing-fixes.ts",
  "src/centre/{notify,watch-work}.ts",
  "src/centre/{fdroid-apps,vault-hide,vault-hide-plan,vault-return,vault-return-look}.ts",
  "src/server/*.ts",
  "src/centre/{local-folders,phone-link,phone-read,phone-tree,vault-attempts,vault-browse,vault-room,vault-use}.ts",
  "src/centre/vault-{forget,keys,make}.ts",
  "src/centre/{journal-in-vault,vault-file}.ts",
  "src/vault/sized-reader.ts",
  "src/vault/{age,forget,journal-damage,journal-tree,prune}.ts",
  "src/centre/{place-access,place-meeting,vault-copies,vault-places}.ts",
  "src/vault/{copies,cut-uploads,http-login,open-place,place-*,residency,rest-place,s3-place,server-key,sftp-*,webdav-place,xml-answer}.ts",
  "src/vault/{blob-reader,check,folder-place,repository,restic-key,restic-lock,restic-snapshot,restic-unpacked,restore}.ts",
];
const root = join(import.meta.dirname, "..");

/** Files whose sentences the page does not show, or shows as what they are: for programs, for a window without the page, or about faults of Candor. */
const elsewhere = /actions\/access-words\.ts$|server\/(?:openapi|guard|api|server|context)\.ts$/;

/** All of them, each once. */
export function serverSentences(): readonly string[] {
  return [...new Set([...tables(), ...inCode()])];
}

function tables(): readonly string[] {
  return [
    ...facts.map(({ about }) => about),
    ...feeds.map(({ about }) => about),
    ...models.flatMap(({ title, about }) => [title, about]),
    ...knownPermissions.map(({ words }) => words),
    ...Object.values<{ readonly title: string; readonly way: string; readonly xiaomiWay?: string }>(screens).flatMap(
      ({ title, way, xiaomiWay }) => [title, way, ...(xiaomiWay === undefined ? [] : [xiaomiWay])],
    ),
    ...collectionSwitches.flatMap(({ name, sends, to, remains, steps }) => [name, sends, to, remains, ...steps]),
    ...notStopped.map(({ text }) => text),
  ];
}

function inCode(): readonly string[] {
  return globSync([...files], { cwd: root })
    .filter((path) => !elsewhere.test(path))
    .sort()
    .flatMap((path) => sentencesIn(path, readFileSync(join(root, path), "utf8")));
}

/** A node of the syntax tree, as far as it is looked at. */
interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** The sentences in a file: what ends like one, and what errors say. */
export function sentencesIn(path: string, code: string): readonly string[] {
  const { program } = parseSync(path, code);
  const constants = new Map<string, Node>();
  walk(program as unknown as Node, (node) => {
    const { id, init } = node as { readonly id?: Node; readonly init?: Node | null };
    if (node.type === "VariableDeclarator" && id?.type === "Identifier" && init)
      constants.set(String(id["name"]), init);
    return true;
  });
  const found: string[] = [];
  walk(program as unknown as Node, (node) => {
    // What a route is for is told to programs, by the document of the interface.
    if (path.startsWith("src/server/") && node.type === "Property" && (node["key"] as Node)["name"] === "about")
      return false;
    const { callee, arguments: given } = node as { readonly callee?: Node; readonly arguments?: readonly Node[] };
    if (node.type === "NewExpression" && /^(?:Device|Vault)Error$/.test(String(callee?.["name"])))
      for (const argument of (given ?? []).slice(1)) found.push(...(textsOf(argument, constants) ?? []));
    const texts = textsOf(node, constants);
    if (texts === undefined) return true;
    if (node.type === "Identifier" || node.type === "ConditionalExpression") return true;
    found.push(...texts.filter((text) => /^[A-Z"“]\S* .*[.?!]$/s.test(text)));
    return false;
  });
  return found;
}

/** The texts that an expression may stand for; undefined where it is none. */
function textsOf(node: Node, constants: ReadonlyMap<string, Node>, depth = 0): readonly string[] | undefined {
  if (depth > 4) return undefined;
  const of = (each: unknown) => textsOf(each as Node, constants, depth + 1);
  if (node.type === "Literal") return typeof node["value"] === "string" ? [node["value"]] : undefined;
  if (node.type === "ConditionalExpression") {
    const [one, other] = [of(node["consequent"]), of(node["alternate"])];
    return one && other ? [...one, ...other] : undefined;
  }
  if (node.type === "Identifier") {
    const known = constants.get(String(node["name"]));
    return known && of(known);
  }
  if (node.type === "BinaryExpression" && node["operator"] === "+") {
    const [begun, rest] = [of(node["left"]), of(node["right"])];
    return begun && rest && begun.flatMap((text) => rest.map((more) => text + more));
  }
  if (node.type !== "TemplateLiteral") return undefined;
  const { quasis, expressions } = node as unknown as {
    readonly quasis: readonly { readonly value: { readonly cooked: string } }[];
    readonly expressions: readonly Node[];
  };
  return quasis.slice(1).reduce<readonly string[]>(
    (begun, { value }, i) => {
      const holes = expressions[i] === undefined ? undefined : of(expressions[i]);
      return begun.flatMap((text) => (holes ?? ["X1"]).map((hole) => `${text}${hole}${value.cooked}`)).slice(0, 16);
    },
    [quasis[0]?.value.cooked ?? ""],
  );
}

/** Visits nodes from above; `visit` says whether to go on below. */
function walk(node: Node, visit: (node: Node) => boolean): void {
  if (typeof node.type === "string" && (node.type === "ImportDeclaration" || !visit(node))) return;
  for (const value of Object.values(node))
    for (const each of Array.isArray(value) ? value : [value])
      if (typeof each === "object" && each !== null) walk(each as Node, visit);
}
