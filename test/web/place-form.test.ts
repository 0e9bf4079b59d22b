import { expect, test } from "vitest";
import { placeName, readPlaceAddress } from "../../src/vault/place-address.ts";
import { addressOf, kindOf, type PlaceFields } from "../../src/web/views/places/place-form.ts";

const empty: PlaceFields = {
  ...{ kind: "folder", folder: "", endpoint: "", bucket: "", prefix: "", host: "", port: "", user: "", path: "" },
  ...{ url: "", country: "", operator: "", access: "typed", accessKey: "", secretKey: "", password: "" },
  ...{ keyFile: "", keyPassphrase: "", file: "" },
};
const read = (fields: Partial<PlaceFields>) => readPlaceAddress(addressOf({ ...empty, ...fields }));

test.each([
  ["vault", "vault"],
  ["~/vault", "vault"],
  ["/srv/vault/", "/srv/vault"],
  ["/a folder/ü#?%41/x", "/a folder/ü#?%41/x"],
])("a folder on a server by SSH is what was typed: %s", (typed, path) => {
  expect(read({ kind: "sftp", host: " storage.example ", user: "me@home", path: typed })).toEqual({
    ...{ kind: "sftp", host: "storage.example", port: 22, user: "me@home", path },
  });
});

test("a server by its number in the sixth version, and with a port", () => {
  expect(read({ kind: "sftp", host: "2001:db8::1", port: "2222", user: "me", path: "x" })).toMatchObject({
    host: "2001:db8::1",
    port: 2222,
  });
});

test("a bucket, with and without a folder in it", () => {
  const s3 = { kind: "s3", endpoint: "s3.example.org/", bucket: "mine" } as const;
  expect(read(s3)).toMatchObject({ endpoint: new URL("https://s3.example.org"), bucket: "mine", prefix: "" });
  expect(read({ ...s3, prefix: "/photos & more/2026/" })).toMatchObject({ prefix: "photos & more/2026" });
});

test.each([
  ["webdav", "cloud.example/dav/vault", "webdavs://cloud.example/dav/vault/"],
  ["webdav", "http://127.0.0.1:8080/v", "webdav://127.0.0.1:8080/v/"],
  ["rest", "https://backup.example:8000/", "rest:https://backup.example:8000/"],
] as const)("an address of %s: %s", (kind, url, name) => {
  const address = read({ kind, url });
  expect(placeName(address)).toBe(name);
  expect(kindOf(name)).toBe(kind);
});

test.each([
  ["/srv/vault", "folder"],
  ["sftp://me@host/x", "sftp"],
  ["s3:https://host/bucket", "s3"],
  ["webdav://127.0.0.1/", "webdav"],
  ["C:\\vault", "folder"],
])("the kind of %s is told by its beginning", (address, kind) => {
  expect(kindOf(address)).toBe(kind);
});
