import { chmodSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { VaultError } from "../../src/core/errors.ts";
import { placeHost, placeName, readPlaceAddress } from "../../src/vault/place-address.ts";
import { credentialsOf, readCredentials } from "../../src/vault/place-credentials.ts";
import { pinsInFile } from "../../src/vault/place-pins.ts";
import { newFolder } from "./place-servers.ts";

test("addresses of every kind are read, and named so that they can be read again", () => {
  const addresses = {
    "/srv/vault": "/srv/vault",
    "C:\\Vaults\\one": "C:\\Vaults\\one",
    "s3:https://s3.eu-central-1.amazonaws.com/bucket/a/b": "s3:https://s3.eu-central-1.amazonaws.com/bucket/a/b",
    "s3:https://host:8443/bucket/": "s3:https://host:8443/bucket",
    "sftp://me@host/srv/vault/": "sftp://me@host/srv/vault",
    "sftp://me@host:2222/~/vault": "sftp://me@host:2222/~/vault",
    "sftp://me@[::1]:22/srv": "sftp://me@[::1]/srv",
    "webdavs://host/remote.php/dav": "webdavs://host/remote.php/dav/",
    "webdav://127.0.0.1:80/x": "webdav://127.0.0.1/x/",
    "rest:https://host/": "rest:https://host/",
  };
  for (const [text, name] of Object.entries(addresses)) {
    expect(placeName(readPlaceAddress(text))).toBe(name);
    expect(placeName(readPlaceAddress(name))).toBe(name);
  }
  expect(readPlaceAddress("s3:https://s3.eu-central-1.amazonaws.com/bucket")).toMatchObject({
    style: "host",
    bucket: "bucket",
    prefix: "",
  });
  expect(readPlaceAddress("s3:https://h/bucket/p?region=fr-par")).toMatchObject({
    style: "path",
    region: "fr-par",
    prefix: "p",
  });
  expect(readPlaceAddress("sftp://me@host/~/a/b")).toMatchObject({ path: "a/b", port: 22, user: "me" });
  expect(placeHost(readPlaceAddress("rest:https://host/"))).toBe("host:443");
});

test("passwords, unencrypted ways and paths that lead elsewhere are refused, and the password is not repeated", () => {
  const refused = {
    "rest:http://host/vault": "not be encrypted",
    "webdav://host/vault": "not be encrypted",
    "s3:http://minio.example/bucket": "not be encrypted",
    "rest:https://me:hunter2@host/": "holds credentials",
    "sftp://me:hunter2@host/vault": "holds credentials",
    "sftp://me@host/a/%2e%2e%2fetc": "leads elsewhere",
    "sftp://me@host/a/..%2f..": "leads elsewhere",
    "s3:https://host": "names the bucket",
    "sftp://me@host": "no folder",
    "ftp://host/vault": "no kind of place",
    "rest:https://": "no address",
    "": "empty address",
    "a\nb": "control characters",
  };
  for (const [text, words] of Object.entries(refused)) {
    const error = (() => {
      try {
        return readPlaceAddress(text);
      } catch (thrown) {
        return thrown as VaultError;
      }
    })();
    expect([text, error]).toEqual([
      text,
      expect.objectContaining({ code: "refused", message: expect.stringContaining(words) }),
    ]);
    expect(String(error)).not.toContain("hunter2");
  }
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.webUrl().map((url) => `s3:${url}`),
      ),
      (text) => {
        try {
          expect(placeName(readPlaceAddress(text))).toBeTypeOf("string");
        } catch (error) {
          expect(error).toBeInstanceOf(VaultError);
        }
      },
    ),
  );
});

test("credentials come from the environment or a private file", async () => {
  expect(
    credentialsOf({ AWS_ACCESS_KEY_ID: "a", CANDOR_PLACE_ACCESS_KEY: "b", CANDOR_PLACE_PASSWORD: "", HOME: "/" }),
  ).toEqual({ accessKey: "b" });
  const folder = newFolder();
  const path = join(folder, "credentials");
  writeFileSync(path, "# of the club\nuser = owner\npassword = a=b # c\n", { mode: 0o600 });
  expect(await readCredentials(path)).toEqual({ user: "owner", password: "a=b # c" });
  chmodSync(path, 0o640);
  await expect(readCredentials(path)).rejects.toMatchObject({
    code: "refused",
    next: expect.stringContaining("chmod 600"),
  });
  chmodSync(path, 0o600);
  for (const line of ["hunter2", "__proto__ = hunter2", "toString = hunter2"]) {
    writeFileSync(path, `user = owner\n${line}\n`);
    const error = await readCredentials(path).catch((thrown: VaultError) => thrown);
    expect(error).toMatchObject({ code: "refused", message: expect.stringContaining("Line 2") });
    expect(String((error as VaultError).message)).not.toContain("hunter2");
  }
  await expect(readCredentials(join(folder, "none"))).rejects.toMatchObject({ code: "absent" });
  rmSync(folder, { recursive: true });
});

test("pins are kept, privately, and a file of pins that is broken is no empty one", async () => {
  const folder = newFolder();
  const path = join(folder, "deep", "pins.json");
  const pins = pinsInFile(path);
  expect(await pins.known("ssh a:22")).toBeNull();
  await Promise.all([
    pins.remember("ssh a:22", "SHA256:1"),
    pins.remember("__proto__", "SHA256:2"),
    pins.remember("ssh b:22", "SHA256:3"),
  ]);
  const again = pinsInFile(path);
  expect([await again.known("ssh a:22"), await again.known("ssh b:22"), await again.known("constructor")]).toEqual([
    "SHA256:1",
    "SHA256:3",
    null,
  ]);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  writeFileSync(path, readFileSync(path, "utf8").slice(0, -4));
  await expect(again.known("ssh a:22")).rejects.toMatchObject({ code: "damaged" });
  rmSync(folder, { recursive: true });
});
