// Keys, tokens and passwords that stand in APKs. All of them are made up here: random letters in the published shapes.
import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { SecretGatherer, secretLiterals } from "../../src/apps/app-secrets.ts";
import { proveSecret } from "../../src/apps/secret-proofs.ts";
import { secretShapes } from "../../src/apps/secret-shapes.ts";
import { nodeCrypto } from "../../src/device/node-crypto.ts";
import { writeHermes } from "../formats/hermes-writer.ts";
import { littleWork } from "../little-work.ts";
import { read } from "./apk-record.ts";
import { madeRecord, named } from "./made-apk.ts";

const letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** So many letters, always the same for one seed, no two alike side by side. */
function random(length: number, seed: string, of = letters): string {
  let text = "";
  for (let n = 0; text.length < length; n++) {
    const bytes = createHash("sha256").update(`${seed} ${n}`).digest();
    for (const byte of bytes) text += of[byte % of.length];
  }
  return text.slice(0, length);
}
const hexadecimal = "0123456789abcdef";
const word = `${letters}-_`;

function checked(prefix: string): string {
  const body = random(30, prefix);
  let [sum, tail] = [crc32(body), ""];
  for (let n = 0; n < 6; n++) [tail, sum] = [`${letters[sum % 62]}${tail}`, Math.floor(sum / 62)];
  return `${prefix}${body}${tail}`;
}
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const token = `${part({ alg: "HS256", typ: "JWT" })}.${part({ sub: "someone" })}.${random(43, "jwt", word)}`;
const key = `-----BEGIN PRIVATE KEY-----\n${Buffer.from([
  0x30,
  0x82,
  4,
  0xbd,
  2,
  1,
  0,
  ...Buffer.from(random(300, "pem")),
])
  .toString("base64")
  .replace(/.{64}/g, "$&\n")}\n-----END PRIVATE KEY-----\n`;

/** One of each shape. Put together here, so that no text in this file looks like one to those who search sources. */
const planted: Readonly<Record<string, string>> = {
  "aws-access-key": `AK${"IA"}${random(16, "aws", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")}`,
  "google-api-key": `AI${"za"}${random(35, "google", word)}`,
  "google-oauth-secret": `GOC${"SPX-"}${random(28, "oauth", word)}`,
  "fcm-server-key": `AAAA${random(7, "fcm")}:APA91b${random(134, "fcm2", word)}`,
  "stripe-key": `sk_${"live_"}${random(24, "stripe")}`,
  "square-token": `sq0${"csp-"}${random(43, "square", word)}`,
  "shopify-token": `shp${"at_"}${random(32, "shopify", hexadecimal)}`,
  "github-token": checked("ghp_"),
  "github-pat": `github_${"pat_"}${random(22, "pat")}_${random(59, "pat2")}`,
  "npm-token": checked("npm_"),
  "gitlab-token": `gl${"pat-"}${random(20, "gitlab", word)}`,
  "slack-token": `xo${"xb-"}498210573364-498210573377-${random(24, "slack")}`,
  "slack-webhook": `hooks.slack.com/services/T0${random(7, "t", "ABCDEFG")}/B0${random(8, "b", "ABCDEFG")}/${random(24, "hook")}`,
  "discord-webhook": `discord.com/api/webhooks/112233445566778899/${random(68, "discord", word)}`,
  "telegram-bot-token": `987654321:AA${random(33, "telegram", word)}`,
  "twilio-key": `SK${random(32, "twilio", hexadecimal)}`,
  "sendgrid-key": `SG.${random(22, "grid", word)}.${random(43, "grid2", word)}`,
  "mailgun-key": `key-${random(32, "mailgun", hexadecimal)}`,
  "mailchimp-key": `${random(32, "chimp", hexadecimal)}-us14`,
  "digitalocean-token": `dop_${"v1_"}${random(64, "ocean", hexadecimal)}`,
  "azure-storage-key": `Account${"Key="}${random(86, "azure", `${letters}+/`)}==`,
  "alibaba-access-key": `LT${"AI5t"}${random(18, "alibaba")}`,
  "tencent-access-key": `AK${"ID4"}${random(31, "tencent")}`,
  "mapbox-secret": `sk.eyJ1Ijoi${random(60, "map", word)}.${random(22, "map2", word)}`,
  "json-web-token": token,
  "database-address": `mongodb+srv://app:${random(12, "mongo")}@cluster0.abcde.mongodb.net/main`,
  "private-key": key,
};

const found = async (made: Parameters<typeof madeRecord>[0]) => read((await madeRecord(made)).secrets).found;
const bytes = (text: string) => new TextEncoder().encode(text);

test("there is a planted one of every shape", () => {
  expect(Object.keys(planted).sort()).toEqual(secretShapes.map(({ id }) => id).sort());
});

test.each(Object.entries(planted))("%s is found in code and in assets, and never shown", async (kind, secret) => {
  // Other texts around it move the length that stands in front of it through all kinds of bytes.
  const strings = [secret, `Use ${secret} now`, `{"k":"${secret}"}`];
  const inCode = await madeRecord({ dex: { classes: ["La/B;"], strings } });
  const asset = { "assets/config.json": bytes(`{"a": 1, "key": "${secret.replaceAll("\n", "\\n")}", "b": 2}`) };
  const inAsset = await madeRecord({ entries: asset });
  const ending = `${kind === "private-key" ? secret.split("-----")[2] : secret.slice(-8)}`.trim();
  for (const [record, entry] of [
    [inCode, "classes.dex"],
    [inAsset, "assets/config.json"],
  ] as const) {
    const mine = read(record.secrets).found.filter((each) => each.kind === kind);
    expect(mine.map(({ entries }) => entries)).toEqual([[entry]]);
    expect(JSON.stringify(record)).not.toContain(ending);
    expect(secret.startsWith(mine[0]?.masked.slice(0, -1) ?? "?")).toBe(true);
  }
});

test("every other of the texts that differ in one thing only is none", async () => {
  const flipped = (text: string, at: number) =>
    `${text.slice(0, at)}${text[at] === "x" ? "y" : "x"}${text.slice(at + 1)}`;
  const none = [
    flipped(planted["github-token"] ?? "", 20), // the checksum does not fit
    `${planted["google-api-key"]}a`, // one letter too many
    `x${planted["aws-access-key"]}`, // the end of a longer word
    "AKIAIOSFODNN7EXAMPLE", // the one of the manual
    `AKIA${"ABCDEFGHIJKLMNOP"}`,
    `${part({ typ: "JWT" })}.${part({})}.${random(43, "jwt", word)}`, // names no algorithm
    `${part({ alg: "none" })}.${part({})}.${random(43, "jwt", word)}`,
    "-----BEGIN PRIVATE KEY-----", // as every library that reads keys has it
    `-----BEGIN RSA PRIVATE KEY-----\n${random(400, "no der")}\n-----END RSA PRIVATE KEY-----`,
    "mongodb://user:password@localhost.example.org/x",
    `mongodb://$${"{user}:$"}{password}@db.shop.io/x`,
    `sk_live_${"x".repeat(24)}`,
    `key-${"0".repeat(32)}`,
    "https://user:password@shop.io/",
    "https://medium.com/@someone",
    "SKIPPED",
    "key-value",
    "12345:AA",
    "AIzaShort",
  ];
  expect(await found({ dex: { classes: ["La/B;"], strings: none } })).toEqual([]);
  expect(await found({ entries: { "assets/all.txt": bytes(none.join("\n")) } })).toEqual([]);
});

test("the manifest and resources are searched, and keys that are made to stand in apps are told apart", async () => {
  const value = planted["google-api-key"] ?? "";
  const meta = named("meta-data", "com.google.android.geo.API_KEY", [], { value });
  const [secret, ...others] = await found({ children: [{ name: "application", children: [meta] }] });
  expect(others).toEqual([]);
  expect(secret).toMatchObject({ kind: "google-api-key", exposure: "often-public", entries: ["AndroidManifest.xml"] });
  expect(secret?.sha256).toBe(createHash("sha256").update(value).digest("hex").slice(0, 16));
});

test("a password in an address is told, and taken out of the addresses of hosts", async () => {
  const strings = [
    "https://shop:Tr0ub4dor@api.shop.io/v1",
    `https://${planted["slack-webhook"]}`,
    `https://api.telegram.org/bot${planted["telegram-bot-token"]}/send`,
  ];
  const record = await madeRecord({ dex: { classes: ["La/B;"], strings } });
  expect(read(record.secrets).found.map(({ kind, masked }) => [kind, masked])).toEqual([
    ["address-password", "https://…@api.shop.io"],
    ["slack-webhook", "hooks.slack.com/services/…"],
    ["telegram-bot-token", "9876…"],
  ]);
  const shown = JSON.stringify(record);
  expect(shown).toContain("https://hooks.slack.com/services/…");
  expect(shown).not.toContain("Tr0ub4dor");
  expect(shown).not.toContain((planted["telegram-bot-token"] ?? "").slice(14));
});

test("an address that is cut off within a secret does not show its beginning", () => {
  const gatherer = new SecretGatherer();
  const secret = planted["google-api-key"] ?? "";
  const text = bytes(secret);
  const literal = secretLiterals.findIndex(({ text: each }) => each === "AIza");
  gatherer.literal("x", { bytes: text, start: 0, end: text.length, lengths: 0 }, literal, 0, 4);
  expect(gatherer.redact(`https://a.io/?key=${secret.slice(0, 20)}`)).toBe("https://a.io/?key=AIza…");
  expect(gatherer.redact(`https://a.io/?key=${secret}&b=1`)).toBe("https://a.io/?key=AIza…&b=1");
});

test("texts in native libraries are searched, of one processor", async () => {
  const library = bytes(`\u007fELF\0\0${planted["stripe-key"]}\0other\0https://native.shop.io/x\0`);
  const entries = { "lib/x86/libown.so": library, "lib/arm64-v8a/libown.so": library };
  const record = await madeRecord({ entries });
  expect(read(record.secrets).found.map(({ entries: where }) => where)).toEqual([["lib/arm64-v8a/libown.so"]]);
  expect(read(record.endpoints).hosts.map(({ host }) => host)).toEqual(["native.shop.io"]);
});

test("texts of scripts that were compiled for Hermes are told apart, other versions are said", async () => {
  const script = writeHermes(["https://api.shop.io/v1", "next", planted["stripe-key"] ?? "", "after", "cdn.shop.io"]);
  const record = await madeRecord({ entries: { "assets/index.android.bundle": script } });
  expect(read(record.secrets).found.map(({ kind }) => kind)).toEqual(["stripe-key"]);
  expect(read(record.endpoints).hosts.map(({ host }) => host)).toEqual(["api.shop.io", "cdn.shop.io"]);
  script[8] = 200;
  const { missed } = read((await madeRecord({ entries: { "assets/index.android.bundle": script } })).secrets);
  expect(missed).toEqual(["assets/index.android.bundle: hermes: version 200 of its format is not known"]);
});

test("what is too large to be searched is said", async () => {
  const large = { "assets/huge.json": new Uint8Array(25 * 1024 * 1024).fill(0x20) };
  const { missed: left } = read((await madeRecord({ entries: large })).secrets);
  expect(left).toEqual(["assets/huge.json: together 25 MB, more than is searched for texts"]);
});

test("any text gives an answer, of bounded length and in time", async () => {
  const piece = fc.oneof(
    fc.constantFrom(...secretLiterals.map(({ text }) => text), ...Object.values(planted), "\0", "\n", "A", "eyJ"),
    fc.string(),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { maxLength: 60 }),
      fc.constantFrom(0 as const, 1 as const, 2 as const),
      async (pieces, lengths) => {
        const text = bytes(pieces.join(""));
        const gatherer = new SecretGatherer();
        const range = { bytes: text, start: 0, end: text.length, lengths };
        for (const [n, { text: literal }] of secretLiterals.entries()) {
          const wanted = Buffer.from(literal);
          for (let at = Buffer.from(text).indexOf(wanted); at >= 0; at = Buffer.from(text).indexOf(wanted, at + 1))
            gatherer.literal("x", range, n, at, at + wanted.length);
        }
        const { found: all } = await gatherer.facts(nodeCrypto, []);
        expect(all.length).toBeLessThanOrEqual(200);
      },
    ),
    { numRuns: 40 },
  );
  await littleWork(() => {
    for (const { text } of secretLiterals) proveSecret(text.repeat(4000), "jwt");
  });
});
