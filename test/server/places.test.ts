import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createServer as createPlain } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import type { copiedShape, copiesShape, lookShape } from "../../src/server/place-shapes.ts";
import type { vaultCardShape } from "../../src/server/vault-shapes.ts";
import { tool, withFound, withTool } from "../tools.ts";
import {
  listeningWire,
  rcloneServer,
  type SshServer,
  sshServer,
  swiftServer,
  type TestServer,
} from "../vault/place-servers.ts";
import { done, type Ended, type Init, type Visited, visit } from "./browser.ts";

type Card = z.output<typeof vaultCardShape>;
type Look = z.output<typeof lookShape>;
type Copies = z.output<typeof copiesShape>;
type Copied = z.output<typeof copiedShape>;

const passphrase = "orbit canyon velvet teapot lantern";
/** The credentials of the servers; found nowhere but where Candor keeps them. */
const owner = { user: "owner", password: "secret" };
const sshd = tool("sshd") ?? ["/usr/sbin/sshd"].find((path) => exists(path));
const swift = ["swift-proxy-server", "memcached"].every((name) => tool(name)) ? "swift" : undefined;
const withRclone = withTool("rclone");
const withSshd = withFound(sshd, "needs sshd, which is not installed");
const withSwift = withFound(swift, "needs OpenStack Swift and memcached, which are not installed");

let visited: Visited;
let work = "";
let clock = Date.UTC(2026, 10, 22);
const servers: TestServer[] = [];
const running = <S extends TestServer>(server: S): S => {
  servers.push(server);
  return server;
};
/** Everything that the server answered, events of jobs included. */
const answered: string[] = [];

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), "candor-places-"));
  visited = await visit({ now: () => clock });
  await mkdir(join(work, "papers"));
  await writeFile(join(work, "papers", "note.txt"), "one");
}, 120_000);
afterAll(async () => {
  await visited.close();
  for (const server of servers) server.stop();
  await rm(work, { recursive: true, force: true });
});

/** As a value, in a login, or as that of HTTP. */
const tellsPassword = (text: string) => /"secret"|owner:secret|b3duZXI6c2VjcmV0/.test(text);

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

async function asked(path: string, init?: Init): Promise<{ status: number; text: string }> {
  const answer = await visited.ask(`/api/v1${path}`, init);
  const text = await answer.text();
  answered.push(text);
  return { status: answer.status, text };
}
const post = (path: string, body: unknown) => asked(path, { body });
async function got<T>(path: string, body?: unknown): Promise<T> {
  const value = await visited.json<T>(path, body === undefined ? {} : { body });
  answered.push(JSON.stringify(value));
  return value;
}
async function ran<T>(path: string, body: unknown): Promise<Ended<T>> {
  const ended = await visited.job<T>(path, { body });
  answered.push(JSON.stringify(ended));
  return ended;
}
const cards = async () => (await got<{ vaults: Card[] }>("/vaults")).vaults;
const look = (body: object) => got<Look>("/places/look", body);

/** Makes a vault, keeps a folder in it, and gives its number. */
async function made(body: object): Promise<string> {
  const { id } = await got<{ id: string }>("/vaults", { passphrase, ...body });
  done(await ran(`/vaults/${id}/put`, { path: join(work, "papers") }));
  return id;
}

withRclone(
  "a vault is made on a WebDAV server, locked and opened again; what lets it in is kept and never told",
  async (rclone) => {
    const server = running(await rcloneServer(rclone, "webdav", ["--dir-cache-time", "0s"]));
    const place = `webdav://127.0.0.1:${server.port}/vault/`;
    expect(await look({ place, country: "DE" })).toMatchObject({
      address: place,
      kind: "webdav",
      key: null,
      region: { country: "DE", declaredBy: "user", verified: null },
    });
    expect(await post("/places/look", { place })).toMatchObject({
      status: 409,
      text: expect.stringContaining("Nobody said in which country this place is."),
    });
    const wish = { place, passphrase, country: "DE", name: "dav" };
    const wrong = await post("/vaults", { ...wish, credentials: { ...owner, password: "guessed-password" } });
    expect(wrong).toMatchObject({ status: 403, text: expect.stringContaining("does not accept the credentials") });
    expect(await holding(visited.folder, "guessed-password")).toEqual([]);
    expect(await cards()).toEqual([]);

    const id = await made({ ...wish, credentials: owner });
    expect((await cards())[0]).toMatchObject({
      address: place,
      region: { country: "DE", declaredBy: "user", verified: null },
    });
    await got(`/vaults/${id}/lock`, {}).catch(() => visited.json(`/vaults/${id}/lock`, { method: "POST" }));
    expect((await cards())[0]?.locksAt).toBeNull();
    await got(`/vaults/${id}/unlock`, { passphrase, minutes: 15 });
    expect((await got<{ snapshots: unknown[] }>(`/vaults/${id}/snapshots`)).snapshots.length).toBe(1);

    // As a credentials file is kept: readable by the owner alone, and nowhere else.
    const [kept, ...others] = await holding(visited.folder, `"${owner.password}"`);
    expect([kept?.split("/").at(-1), others]).toEqual(["place-credentials.json", []]);
    expect(statSync(kept ?? "").mode & 0o077).toBe(0);
    expect(answered.filter(tellsPassword)).toEqual([]);
  },
  120_000,
);

withSshd(
  "the key of an SSH server is shown and agreed to before anybody logs in; another one later is refused",
  async (path) => {
    const server = running(await sshServer(path)) as SshServer;
    const place = `sftp://${server.user}@127.0.0.1:${server.port}${server.folder}/vault`;
    const credentials = { keyFile: server.keyFile };
    const wish = { place, passphrase, country: "FI", name: "by-ssh", credentials };
    expect(await post("/vaults", wish)).toMatchObject({
      status: 409,
      text: expect.stringContaining(`Nobody agreed to the key of 127.0.0.1:${server.port} yet.`),
    });
    const seen = await look({ place, country: "FI" });
    expect(seen.key).toEqual({
      protocol: "ssh",
      host: `127.0.0.1:${server.port}`,
      key: server.fingerprint,
      standing: "new",
      before: null,
    });
    const other = `SHA256:${"A".repeat(43)}`;
    const refused = await post("/vaults", { ...wish, trust: other });
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining(`before, it was ${other}`)]);
    const id = await made({ ...wish, trust: server.fingerprint });
    expect((await look({ place, country: "FI" })).key?.standing).toBe("known");

    await server.renew();
    expect((await look({ place, country: "FI" })).key).toMatchObject({ standing: "changed", key: server.fingerprint });
    await visited.json(`/vaults/${id}/lock`, { method: "POST" });
    const changed = await post(`/vaults/${id}/unlock`, { passphrase, minutes: 15 });
    expect([changed.status, changed.text]).toEqual([409, expect.stringContaining("Somebody may stand in between")]);
    await got(`/vaults/${id}/access`, { place, credentials, trust: server.fingerprint });
    await got(`/vaults/${id}/unlock`, { passphrase, minutes: 15 });
  },
  120_000,
);

withRclone(
  "a server with a certificate of its own is taken by the key that was agreed to, and by no other",
  async (rclone) => {
    const [cert, key] = [join(work, "cert.pem"), join(work, "key.pem")];
    const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"];
    const made509 = spawnSync("openssl", [
      ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"],
      ...["-keyout", key, "-out", cert, ...subject],
    ]);
    expect(made509.status).toBe(0);
    const server = running(
      await rcloneServer(rclone, "webdav", ["--cert", cert, "--key", key, "--dir-cache-time", "0s"]),
    );
    const place = `webdavs://127.0.0.1:${server.port}/vault/`;
    const seen = await look({ place, country: "SE" });
    expect(seen.key).toMatchObject({ protocol: "tls", standing: "new", before: null });
    const strict = await post("/places/look", { place, country: "SE", rule: "EEA", verifiedOnly: true });
    expect([strict.status, strict.text]).toEqual([
      409,
      expect.stringContaining("only lie where the region is verified"),
    ]);
    const wish = { place, passphrase, country: "SE", name: "own-cloud", credentials: owner };
    const blind = await post("/vaults", wish);
    expect([blind.status, blind.text]).toEqual([
      409,
      expect.stringContaining("Nobody that this computer trusts vouches"),
    ]);
    const other = await post("/vaults", { ...wish, trust: `SHA256:${"B".repeat(43)}` });
    expect([other.status, other.text]).toEqual([409, expect.stringContaining("was named as the one to trust")]);
    const id = await made({ ...wish, trust: seen.key?.key });
    await visited.json(`/vaults/${id}/lock`, { method: "POST" });
    await got(`/vaults/${id}/unlock`, { passphrase, minutes: 15 });
  },
  120_000,
);

withRclone(
  "copies are made, told how far they are behind, brought up to date and verified; none outside of the rule",
  async (rclone) => {
    const server = running(await rcloneServer(rclone, "restic", ["--cache-objects=false"]));
    const place = `rest:http://127.0.0.1:${server.port}/copy/`;
    const id = await made({ place: join(work, "ruled"), name: "ruled", rule: "EU/EEA" });
    const copies = async () => (await got<Copies>(`/vaults/${id}/copies`)).copies;

    // Outside of the rule not even a login is sent.
    const wire = await listeningWire(server.port);
    const passing = place.replace(String(server.port), String(wire.port));
    for (const path of ["/places/look", `/vaults/${id}/copies`]) {
      const wish = { place: passing, country: "US", credentials: owner, vault: id };
      const outside = path === "/places/look" ? (await post(path, wish)).text : JSON.stringify(await ran(path, wish));
      expect(outside).toContain("The vault may only lie in EU/EEA, and this place is in US");
      expect(outside).toContain("Nothing was sent.");
    }
    expect(wire.seen().length).toBe(0);
    wire.stop();
    const wrong = await ran(`/vaults/${id}/copies`, { place, country: "FR", credentials: { ...owner, password: "x" } });
    expect(wrong).toMatchObject({ type: "failed", failure: { code: "denied" } });
    expect(await copies()).toEqual([]);

    const first = done(await ran<Copied>(`/vaults/${id}/copies`, { place, country: "FR", credentials: owner }));
    expect(first).toMatchObject({ place, region: { country: "FR" } });
    expect(first.files).toBeGreaterThan(3);
    expect(await copies()).toEqual([
      expect.objectContaining({ address: place, behind: 0, onlyThere: 0, access: "kept" }),
    ]);

    clock += 300_000;
    await writeFile(join(work, "papers", "second.txt"), "two");
    done(await ran(`/vaults/${id}/put`, { path: join(work, "papers") }));
    expect((await copies())[0]).toMatchObject({ behind: 1, at: new Date(clock - 300_000).toISOString() });
    // Known by now: neither credentials nor country are asked for again.
    const again = done(await ran<Copied>(`/vaults/${id}/copies`, { place, verify: 1 }));
    expect(again.verified).toBeGreaterThanOrEqual(again.there);
    expect((await copies())[0]).toMatchObject({ behind: 0, at: new Date(clock).toISOString() });
    expect((await cards()).find((card) => card.id === id)?.copies).toMatchObject([{ region: { country: "FR" } }]);

    // A copy that a place does not keep whole is found out.
    const data = join(server.folder, "copy", "data");
    const [pack = ""] = readdirSync(data, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => join(each.parentPath, each.name));
    const bytes = await readFile(pack);
    bytes[5] = (bytes[5] ?? 0) ^ 1;
    await writeFile(pack, bytes);
    const damaged = await ran(`/vaults/${id}/copies`, { place, verify: 1 });
    expect(damaged).toMatchObject({ type: "failed", failure: { code: "damaged" } });

    expect(await holding(visited.folder, `"${owner.password}"`)).not.toEqual([]);
    expect((await got<Copies>(`/vaults/${id}/copies/forget`, { place })).copies).toEqual([]);
    expect(exists(pack)).toBe(true);
    expect(answered.filter(tellsPassword)).toEqual([]);
  },
  120_000,
);

withSwift(
  "an S3 server is met with its keys; a wrong key and a wrong region are refused in words",
  async () => {
    const server = running(await swiftServer());
    const credentials = { accessKey: "test:tester", secretKey: "testing" };
    const { AwsClient } = await import("aws4fetch");
    const client = new AwsClient({
      accessKeyId: credentials.accessKey,
      secretAccessKey: credentials.secretKey,
      service: "s3",
      region: "us-east-1",
    });
    const bucket = `http://127.0.0.1:${server.port}/my-bucket`;
    expect((await client.fetch(bucket, { method: "PUT" })).status).toBe(200);
    const place = `s3:${bucket}/vault`;
    const wish = { passphrase, country: "NL", operator: "Myself", credentials };
    expect(await look({ place, country: "NL" })).toMatchObject({ kind: "s3", key: null, tells: false });
    const elsewhere = await post("/vaults", { ...wish, place: `${place}?region=eu-central-1` });
    expect([elsewhere.status, elsewhere.text]).toEqual([
      409,
      expect.stringContaining("The bucket my-bucket is in the region us-east-1, and eu-central-1 was asked for."),
    ]);
    const wrong = await post("/vaults", { ...wish, place, credentials: { ...credentials, secretKey: "other" } });
    expect(wrong.status).toBe(403);
    const id = await made({ ...wish, place, name: "bucket" });
    await visited.json(`/vaults/${id}/lock`, { method: "POST" });
    const met = { place, country: "NL", credentials, minutes: 15 };
    expect((await post("/vaults/meet", { ...met, passphrase: "not this one" })).status).toBe(403);
    clock += 60_000;
    expect(await got("/vaults/meet", { ...met, passphrase })).toEqual({ id });
    expect((await cards()).find((card) => card.id === id)).toMatchObject({
      name: "bucket",
      address: place,
      region: { country: "NL", declaredBy: "user" },
    });
  },
  180_000,
);

test("no other page makes Candor ask a server, and no address leads around the rule for them", async () => {
  let connections = 0;
  const server = createServer((_, answer) => answer.end("x".repeat(1000)));
  server.on("connection", () => connections++);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  const place = `webdav://127.0.0.1:${port}/vault`;
  for (const headers of [
    { origin: "http://evil.example" },
    { "sec-fetch-site": "same-site" },
    { cookie: "" },
    { "content-type": "text/plain" },
  ])
    for (const path of ["/places/look", "/vaults", "/vaults/meet"]) {
      const body = { place, country: "DE", passphrase, credentials: owner };
      expect((await visited.ask(`/api/v1${path}`, { body, headers })).status).toBeGreaterThanOrEqual(400);
    }
  for (const bad of [
    "webdav://192.0.2.1/vault",
    "rest:ftp://127.0.0.1/",
    `webdav://owner:secret@127.0.0.1:${port}/`,
    "gopher://127.0.0.1/",
    "relative/folder",
  ])
    expect((await post("/places/look", { place: bad, country: "DE" })).status, bad).toBe(409);
  const odd = { place, country: "DE", passphrase, credentials: { ...owner, password: "two\nlines" } };
  expect((await post("/vaults", odd)).status).toBe(400);
  expect((await post("/vaults", { ...odd, credentials: { ...owner, unknown: "x" } })).status).toBe(400);
  expect(connections).toBe(0);
  server.close();
});

test("a server that says nothing, or something else, ends a look", async () => {
  const server = createPlain((socket) => socket.end("220 this is no SSH\r\n".repeat(50)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  const ssh = await post("/places/look", { place: `sftp://me@127.0.0.1:${port}/vault`, country: "DE" });
  expect([ssh.status, ssh.text]).toEqual([502, expect.stringContaining("cannot be reached")]);
  const tls = await post("/places/look", { place: `webdavs://127.0.0.1:${port}/vault`, country: "DE" });
  expect([tls.status, tls.text]).toEqual([502, expect.stringContaining("cannot be reached")]);
  server.close();
}, 60_000);

withRclone(
  "what lets Candor in is sealed with the privacy password, used while that is given, and of no use while it is not",
  async (rclone) => {
    const server = running(await rcloneServer(rclone, "restic", ["--cache-objects=false"]));
    const place = `rest:http://127.0.0.1:${server.port}/sealed/`;
    const id = await made({ place, country: "IE", name: "sealed", credentials: owner });
    expect((await holding(visited.folder, `"${owner.password}"`)).length).toBe(1);
    await got("/privacy/set", { passphrase: "several words for a folder", minutes: 60 });
    expect(await holding(visited.folder, `"${owner.password}"`)).toEqual([]);
    await visited.json(`/vaults/${id}/lock`, { method: "POST" });
    await got(`/vaults/${id}/unlock`, { passphrase, minutes: 15 });
    await visited.json("/privacy/lock", { method: "POST" });
    for (const path of [`/vaults/${id}/copies`, "/vaults"])
      expect((await visited.ask(`/api/v1${path}`)).status, path).toBe(423);
    expect(
      (await post("/vaults", { place: `${place}more/`, passphrase, country: "IE", credentials: owner })).status,
    ).toBe(423);
    expect(answered.filter(tellsPassword)).toEqual([]);
  },
  120_000,
);

/** Files below a folder that hold a text. */
async function holding(folder: string, text: string): Promise<string[]> {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name))
    .filter((path) => readFileSync(path).includes(text));
}
