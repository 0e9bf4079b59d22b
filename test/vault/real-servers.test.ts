import { spawnSync } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { existsSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openPlace, type PlaceAccess } from "../../src/vault/open-place.ts";
import type { Place } from "../../src/vault/place.ts";
import { readPlaceAddress } from "../../src/vault/place-address.ts";
import { pinsInMemory } from "../../src/vault/place-pins.ts";
import { placeLimits } from "../../src/vault/place-retry.ts";
import { putFiles } from "../../src/vault/put.ts";
import { initRepository } from "../../src/vault/repository.ts";
import type { S3Place } from "../../src/vault/s3-place.ts";
import { tool, withFound, withTool } from "../tools.ts";
import { holdContract, listed, sealedFile } from "./place-contract.ts";
import { listeningWire, rcloneServer, sshServer, swiftServer, type TestServer } from "./place-servers.ts";

const servers: TestServer[] = [];
afterAll(() => {
  for (const server of servers) server.stop();
});

const running = <S extends TestServer>(server: S): S => {
  servers.push(server);
  return server;
};

const limits = { ...placeLimits, connect: 5000, tries: 4, pause: 20 };
const place = async (address: string, access: Partial<PlaceAccess> = {}) =>
  await openPlace(readPlaceAddress(address), { credentials: {}, pins: pinsInMemory(), limits, ...access });

const owner = { user: "owner", password: "secret" };
const withRclone = withTool("rclone");
const sshd = tool("sshd") ?? ["/usr/sbin/sshd"].find((path) => existsSync(path));
const restic = tool("restic");
const withSshd = withFound(restic && sshd, "needs sshd and restic, which are not installed");
const withBoth = withFound(restic && tool("rclone"), "needs rclone and restic, which are not installed");
const swift = [
  "swift-proxy-server",
  "swift-account-server",
  "swift-container-server",
  "swift-object-server",
  "memcached",
  "restic",
].every((program) => tool(program) !== undefined)
  ? "swift"
  : undefined;
const withSwift = withFound(swift, "needs OpenStack Swift, memcached and restic, which are not installed");

withRclone("a WebDAV server keeps a vault", async (rclone) => {
  const server = running(await rcloneServer(rclone, "webdav", ["--dir-cache-time", "0s"]));
  const base = `webdav://127.0.0.1:${server.port}`;
  const dav = await place(`${base}/a/vault`, { credentials: owner });
  await expect(dav.put("config", "config", Buffer.from("x"))).resolves.toBeUndefined();
  await dav.delete("config", "config");
  await holdContract(dav);
  const wrong = await place(`${base}/a/vault`, { credentials: { ...owner, password: "other" } });
  await expect(wrong.stat("config", "config")).rejects.toMatchObject({
    code: "denied",
    message: expect.stringContaining("credentials"),
  });
  await dav.close();
});

/** What two cut uploads left, one of them two days ago; the older one goes, and nothing else. */
async function holdSweep(at: Place, folder: string): Promise<void> {
  const { name, content } = sealedFile(2000);
  await at.put("data", name, content);
  await at.put("locks", name, content);
  const inside = join(folder, "data", name.slice(0, 2));
  const [old, young] = [`.${randomUUID()}.part`, `.${randomUUID()}.part`];
  const longAgo = Date.now() / 1000 - 2 * 86_400;
  for (const [at, file] of [
    [longAgo, join(inside, old)],
    [longAgo + 100_000, join(inside, young)],
    [longAgo, join(inside, ".of somebody.part")],
    [longAgo, join(inside, name)],
  ] as const) {
    if (!existsSync(file)) writeFileSync(file, "cut");
    utimesSync(file, at, at);
  }
  expect(await at.sweep?.()).toBe(1);
  expect(readdirSync(inside).sort()).toEqual([".of somebody.part", name, young].sort());
  expect(await at.sweep?.()).toBe(0);
  await at.delete("locks", name);
}

withRclone("a WebDAV server's cut uploads are removed when they are old", async (rclone) => {
  const server = running(await rcloneServer(rclone, "webdav", ["--dir-cache-time", "0s"]));
  const dav = await place(`webdav://127.0.0.1:${server.port}/vault`, { credentials: owner });
  await holdSweep(dav, join(server.folder, "vault"));
  await dav.close();
});

withRclone("a WebDAV server that lets nothing be written is named", async (rclone) => {
  const server = running(await rcloneServer(rclone, "webdav", ["--read-only"]));
  const dav = await place(`webdav://127.0.0.1:${server.port}/vault`, { credentials: owner });
  const { name, content } = sealedFile(10);
  await expect(dav.put("data", name, content)).rejects.toMatchObject({
    code: "denied",
    next: "Is it read-only?",
  });
  await dav.close();
});

withBoth("a restic REST server keeps a vault", async (rclone) => {
  const server = running(await rcloneServer(rclone, "restic", ["--cache-objects=false"]));
  const rest = await place(`rest:http://127.0.0.1:${server.port}/vault`, { credentials: owner });
  await holdContract(rest);
  await holdForRestic(
    await place(`rest:http://127.0.0.1:${server.port}/second`, { credentials: owner }),
    `rest:http://owner:secret@127.0.0.1:${server.port}/second/`,
  );
  const wrong = await place(`rest:http://127.0.0.1:${server.port}/vault`, { credentials: { user: "owner" } });
  await expect(wrong.put("keys", sealedFile(3).name, Buffer.from("x"))).rejects.toMatchObject({ code: "denied" });
  await rest.close();
});

withRclone("a restic REST server that only adds is added to, and says that it removes nothing", async (rclone) => {
  const server = running(await rcloneServer(rclone, "restic", ["--append-only", "--cache-objects=false"]));
  const rest = await place(`rest:http://127.0.0.1:${server.port}/`, { credentials: owner });
  const { name, content } = sealedFile(100);
  await rest.put("data", name, content);
  await rest.put("data", name, content);
  await expect(rest.delete("data", name)).rejects.toMatchObject({
    code: "denied",
    message: expect.stringContaining("only add"),
  });
  expect(await rest.stat("data", name)).toBe(100);
  await rest.close();
});

withSshd(
  "OpenSSH keeps a vault, is known by its host key, and refused with another one",
  async (path) => {
    const server = running(await sshServer(path));
    const address = `sftp://${server.user}@127.0.0.1:${server.port}${server.folder}/deep/vault`;
    const access = { credentials: { keyFile: server.keyFile }, pins: pinsInMemory() };
    const sftp = await place(address, access);
    await holdContract(sftp);
    expect(await access.pins.known(`ssh 127.0.0.1:${server.port}`)).toBe(server.fingerprint);
    expect(existsSync(join(server.folder, "deep/vault/config"))).toBe(true);
    await holdSweep(sftp, join(server.folder, "deep/vault"));
    await sftp.close();
    const second = await place(address.replace("/vault", "/second"), access);
    const ssh = `ssh -i ${server.keyFile} -p ${server.port} -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null`;
    await holdForRestic(second, `sftp:${server.user}@127.0.0.1:${server.folder}/deep/second`, {}, [
      ...["-o", `sftp.command=${ssh} ${server.user}@127.0.0.1 -s sftp`],
    ]);
    await second.close();

    const before = server.fingerprint;
    await server.renew();
    const again = await place(address, access);
    const refusal = await again.stat("config", "config").catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: "refused", message: expect.stringContaining(before) });
    expect(refusal).toMatchObject({ message: expect.stringContaining(server.fingerprint) });
    const told = await place(address, { ...access, credentials: { ...access.credentials, trust: server.fingerprint } });
    expect(await told.stat("config", "config")).toBe(17);
    await told.close();
    const known = await place(address, access);
    expect(await known.stat("config", "config")).toBe(17);
    await known.close();
    await expect(
      (await place(address, { credentials: { password: "guessed" } })).stat("config", "config"),
    ).rejects.toMatchObject({
      code: "denied",
      message: expect.stringContaining("does not let"),
    });
  },
  120_000,
);

withSwift(
  "OpenStack Swift keeps a vault by S3, checks signatures, and names the region",
  async () => {
    const server = running(await swiftServer());
    const keys = { accessKey: "test:tester", secretKey: "testing" };
    const address = `s3:http://127.0.0.1:${server.port}/my-bucket/some folder/vault`.replace(" ", "%20");
    const s3 = (await place(address, { credentials: keys })) as S3Place;
    await expect(s3.put("keys", sealedFile(1).name, Buffer.from("x"))).rejects.toMatchObject({
      code: "absent",
      message: expect.stringContaining("no bucket my-bucket"),
    });
    await makeBucket(server.port, keys);
    await holdContract(s3);
    expect(await s3.bucketRegion()).toBe("us-east-1");
    await s3.close();

    for (const credentials of [
      { ...keys, secretKey: "other" },
      { ...keys, accessKey: "test:stranger" },
    ])
      await expect((await place(address, { credentials })).get("config", "config")).rejects.toMatchObject({
        code: "denied",
      });
    const elsewhere = await place(`${address}?region=eu-central-1`, { credentials: keys });
    await expect(elsewhere.get("config", "config")).rejects.toMatchObject({
      code: "refused",
      message: "The bucket my-bucket is in the region us-east-1, and eu-central-1 was asked for.",
    });

    // More than one page of a listing, and connections that are cut again and again.
    const wire = await listeningWire(server.port, 30_000);
    const cut = await place(address.replace(String(server.port), String(wire.port)), {
      credentials: keys,
      limits: { ...limits, tries: 12, page: 20 },
    });
    const files = Array.from({ length: 90 }, () => sealedFile(40));
    await Promise.all(
      Array.from({ length: 4 }, async (_, lane) => {
        for (const file of files.filter((_, index) => index % 4 === lane))
          await cut.put("locks", file.name, file.content);
      }),
    );
    expect((await listed(cut, "locks")).length).toBe(91);
    await cut.close();
    wire.stop();
  },
  120_000,
);

/** Makes a vault through the place; Debian's restic, which asks the same server by itself, finds all of it. */
async function holdForRestic(
  place: Place,
  address: string,
  env: Record<string, string> = {},
  flags: string[] = [],
): Promise<void> {
  const created = new Date("2026-05-01T10:00:00Z");
  const repository = await initRepository(place, "passphrase", { created, cost: { N: 1024, r: 8, p: 1 } });
  const content = randomBytes(3_000_000);
  const file = { path: "folder/photo.jpg", kind: "file", mode: 0o644, modified: 0n, size: 3_000_000n } as const;
  const open = async function* (): AsyncGenerator<Uint8Array> {
    yield content;
  };
  await putFiles(repository, [{ ...file, open }], { time: created, paths: ["/folder"], hostname: "phone" });
  const all = { ...process.env, RESTIC_PASSWORD: "passphrase", ...env };
  const check = spawnSync("restic", ["-r", address, "--no-cache", ...flags, "check", "--read-data"], {
    env: all,
    encoding: "utf8",
  });
  expect(`${check.stdout}${check.stderr}`).toContain("no errors were found");
}

async function makeBucket(port: number, keys: { accessKey: string; secretKey: string }): Promise<void> {
  const { AwsClient } = await import("aws4fetch");
  const client = new AwsClient({
    accessKeyId: keys.accessKey,
    secretAccessKey: keys.secretKey,
    service: "s3",
    region: "us-east-1",
  });
  expect((await client.fetch(`http://127.0.0.1:${port}/my-bucket`, { method: "PUT" })).status).toBe(200);
}

test("a place on this computer that nobody serves is unreachable, in words", async () => {
  const rest = await place("rest:http://127.0.0.1:9/vault", { limits: { ...limits, tries: 2 } });
  await expect(rest.stat("config", "config")).rejects.toMatchObject({
    code: "unreachable",
    message: expect.stringContaining("asked 2 times"),
  });
  const sftp = await place("sftp://me@127.0.0.1:9/vault", {
    credentials: { password: "x" },
    limits: { ...limits, tries: 2 },
  });
  await expect(sftp.stat("config", "config")).rejects.toMatchObject({ code: "unreachable" });
});
