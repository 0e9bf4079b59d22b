import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, createServer as createPlainServer } from "node:net";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { VaultError } from "../../src/core/errors.ts";
import { openPlace, type PlaceAccess } from "../../src/vault/open-place.ts";
import type { Place } from "../../src/vault/place.ts";
import { readPlaceAddress } from "../../src/vault/place-address.ts";
import { pinsInMemory } from "../../src/vault/place-pins.ts";
import { placeLimits } from "../../src/vault/place-retry.ts";
import { readXmlAnswer, xmlText } from "../../src/vault/xml-answer.ts";
import { withTool } from "../tools.ts";
import { listed, sealedFile } from "./place-contract.ts";
import { newFolder } from "./place-servers.ts";

const started: { close(): unknown; closeAllConnections?(): void }[] = [];
afterEach(() => {
  for (const server of started.splice(0)) {
    server.closeAllConnections?.();
    server.close();
  }
});

const limits = { ...placeLimits, connect: 1000, stall: 400, tries: 2, pause: 5 };
const access: PlaceAccess = {
  credentials: { accessKey: "key", secretKey: "planted-secret", user: "owner", password: "planted-secret" },
  pins: pinsInMemory(),
  limits,
};
const name = "ab".repeat(32);

type Answer = (request: IncomingMessage, response: ServerResponse, count: number) => void;

async function serve(answer: Answer): Promise<number> {
  let count = 0;
  return await listen(createServer((request, response) => answer(request, response, ++count)));
}

async function listen(server: Server | ReturnType<typeof createPlainServer>): Promise<number> {
  started.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

const kinds = ["s3", "webdav", "rest"] as const;

async function placeOf(kind: (typeof kinds)[number], port: number, more: Partial<PlaceAccess> = {}): Promise<Place> {
  const address = {
    s3: `s3:http://127.0.0.1:${port}/bucket/v`,
    webdav: `webdav://127.0.0.1:${port}/v`,
    rest: `rest:http://127.0.0.1:${port}/v`,
  };
  return await openPlace(readPlaceAddress(address[kind]), { ...access, ...more });
}

const caught = (work: Promise<unknown>): Promise<VaultError> =>
  work.then(
    () => expect.unreachable("it was taken"),
    (error: unknown) => {
      expect(error).toBeInstanceOf(VaultError);
      expect(JSON.stringify([(error as VaultError).message, (error as VaultError).next])).not.toContain(
        "planted-secret",
      );
      return error as VaultError;
    },
  );

describe.each(kinds)("%s", (kind) => {
  test("a redirect is not followed, and named", async () => {
    const elsewhere: string[] = [];
    const other = await serve((request, response) => {
      elsewhere.push(request.url ?? "");
      response.end();
    });
    const port = await serve((_, response) =>
      response.writeHead(307, { location: `http://127.0.0.1:${other}/` }).end(),
    );
    const place = await placeOf(kind, port);
    const error = await caught(place.put("keys", name, Buffer.from("sealed")));
    expect(error).toMatchObject({
      code: "refused",
      message: expect.stringContaining(`sends on to 127.0.0.1:${other}`),
    });
    expect(elsewhere).toEqual([]);
  });

  test("one that says nothing, or trickles, is unreachable after the limit, and asked again", async () => {
    let asked = 0;
    const silent = await serve(() => void asked++);
    expect(await caught((await placeOf(kind, silent)).get("index", name))).toMatchObject({
      code: "unreachable",
      message: expect.stringMatching(/silent for 400 ms.*asked 2 times/),
    });
    expect(asked).toBe(2);
    const trickle = await serve((_, response) => {
      response.writeHead(200, { "content-length": 1_000_000 });
      const timer = setInterval(() => response.write("x"), 20);
      response.on("close", () => clearInterval(timer));
    });
    expect(await caught((await placeOf(kind, trickle)).get("index", name))).toMatchObject({ code: "unreachable" });
  });

  test("a slow one that goes on is waited for", async () => {
    const port = await serve((_, response) => {
      let left = 6;
      response.writeHead(200, { "content-length": 6 * 2048 });
      const timer = setInterval(() => {
        response.write(Buffer.alloc(2048));
        if (--left === 0) clearInterval(timer);
      }, 150);
    });
    expect((await (await placeOf(kind, port)).get("index", name)).length).toBe(6 * 2048);
  });

  test("cut answers, wrong ranges and too much are not taken for a file", async () => {
    const cut = await serve((_, response) => {
      response.writeHead(200, { "content-length": 1000 });
      response.write("x".repeat(500), () => response.destroy());
    });
    expect((await caught((await placeOf(kind, cut)).get("index", name))).code).toBe("unreachable");
    const wrong = await serve((_, response) =>
      response.writeHead(206, { "content-range": "bytes 0-9/100", "content-length": 10 }).end("0123456789"),
    );
    expect((await caught((await placeOf(kind, wrong)).get("index", name, { from: 5, length: 10 }))).code).toBe(
      "damaged",
    );
    expect((await caught((await placeOf(kind, wrong)).get("index", name, { from: 0, length: 11 }))).code).toBe(
      "damaged",
    );
    const much = await serve((_, response) => response.writeHead(200, { "content-length": 2 ** 40 }).end());
    expect((await caught((await placeOf(kind, much)).get("index", name))).code).toBe("damaged");
    const endless = await serve((_, response) => {
      const more = (): void =>
        void (response.destroyed || response.write(Buffer.alloc(1 << 16), () => setImmediate(more)));
      more();
    });
    expect((await caught((await placeOf(kind, endless)).stat("index", name))).code).toMatch(/damaged|unreachable/);
    const all = await caught((await placeOf(kind, endless)).put("index", name, Buffer.from("sealed")));
    expect(all.code).toMatch(/damaged|unreachable/);
  });

  test("what is no listing is no empty vault", async () => {
    for (const body of [
      "",
      "<html><body>Sign in</body></html>",
      "{}",
      "[1]",
      "not a listing",
      "<a><b></a></b>",
      "<a>".repeat(100),
    ]) {
      const port = await serve((_, response) => response.writeHead(kind === "webdav" ? 207 : 200).end(body));
      expect((await caught(listed(await placeOf(kind, port), "data"))).code).toBe("damaged");
    }
  });

  test("each refusal has its own words", async () => {
    const cases = {
      401: "denied",
      403: "denied",
      404: "absent",
      413: "unwritable",
      418: "damaged",
      500: "unreachable",
      503: "unreachable",
      507: "unwritable",
    };
    for (const [status, code] of Object.entries(cases)) {
      // A full disk is final; S3 has no such status and would be asked again.
      if (kind === "s3" && status === "507") continue;
      const port = await serve((_, response) => response.writeHead(Number(status)).end("\u001b[31mno\u0007"));
      const error = await caught((await placeOf(kind, port)).get("index", name));
      expect([status, error.code]).toEqual([status, code]);
      expect(error.message).not.toMatch(/[\0-\x1f]/);
    }
  });

  test("what fails for a moment is tried again, and stopped at once", async () => {
    const port = await serve((_, response, count) => response.writeHead(count === 1 ? 503 : 200).end("content"));
    expect(Buffer.from(await (await placeOf(kind, port)).get("index", name)).toString()).toBe("content");
    const silent = await serve(() => undefined);
    const stop = new AbortController();
    const asked = (await placeOf(kind, silent, { limits: placeLimits })).get("index", name, { signal: stop.signal });
    setTimeout(() => stop.abort(), 50);
    expect((await caught(asked)).code).toBe("cancelled");
  });
});

test("an S3 listing that never ends is given up, and names that are no files are left out", async () => {
  const page = (next: string, keys: string[]): string =>
    `<ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>${next}</NextContinuationToken>${keys
      .map((key) => `<Contents><Key>${key}</Key><Size>5</Size></Contents>`)
      .join("")}</ListBucketResult>`;
  const same = await serve((_, response) =>
    response.end(page("again", [`v/index/${name}`, "v/index/../../etc", `other/${name}`])),
  );
  const place = await placeOf("s3", same);
  const seen: string[] = [];
  const all = (async () => {
    for await (const file of place.list("index")) seen.push(file.name);
  })();
  expect((await caught(all)).message).toContain("does not end");
  expect([...new Set(seen)]).toEqual([name]);
  const empty = await serve((_, response, count) => response.end(page(String(count), [])));
  expect((await caught(listed(await placeOf("s3", empty), "index"))).message).toContain("does not end");
});

test("an S3 bucket in another region, a wrong clock and a wrong key are told apart", async () => {
  const said =
    (code: string, more = ""): Answer =>
    (_, response) =>
      void response
        .writeHead(code === "PermanentRedirect" ? 301 : 403)
        .end(`<Error><Code>${code}</Code>${more}</Error>`);
  const get = async (answer: Answer) => await caught((await placeOf("s3", await serve(answer))).get("index", name));
  const region = "<Region>eu-central-1</Region>";
  expect((await get(said("AuthorizationHeaderMalformed", region))).message).toContain("is in the region eu-central-1");
  expect(await get(said("PermanentRedirect", region))).toMatchObject({
    code: "refused",
    next: expect.stringContaining("?region=eu-central-1"),
  });
  expect((await get(said("RequestTimeTooSkewed"))).next).toBe("Set the clock.");
  expect((await get(said("SignatureDoesNotMatch"))).code).toBe("denied");
});

test("the bucket stands in the host where that is the style", async () => {
  const place = await openPlace(readPlaceAddress("s3:http://localhost:1/bucket/v?style=host"), access);
  expect((await caught(place.get("index", name))).message).toContain("bucket.localhost:1 cannot be reached");
});

test("WebDAV without renaming is written plainly, and verified", async () => {
  const store = new Map<string, Buffer>();
  let keep = true;
  const port = await serve((request, response) => {
    const path = request.url ?? "";
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      const body = Buffer.concat(pieces);
      if (request.method === "MKCOL") return response.writeHead(405).end();
      if (request.method === "PUT") store.set(path, keep ? body : body.subarray(1));
      if (request.method === "PUT") return response.writeHead(201).end();
      if (request.method === "DELETE") return response.writeHead(store.delete(path) ? 204 : 404).end();
      if (request.method !== "HEAD") return response.writeHead(501).end();
      const found = store.get(path);
      return response.writeHead(found === undefined ? 404 : 200, { "content-length": found?.length ?? 0 }).end();
    });
  });
  const place = await placeOf("webdav", port);
  const file = sealedFile(100);
  await place.put("data", file.name, file.content);
  expect([...store.keys()]).toEqual([`/v/data/${file.name.slice(0, 2)}/${file.name}`]);
  keep = false;
  expect((await caught(place.put("data", file.name, file.content))).message).toContain("did not keep");
});

test("Digest logins are answered, with a new nonce where the server wants one", async () => {
  const { createHash } = await import("node:crypto");
  const seen: string[] = [];
  const port = await serve((request, response, count) => {
    const sent = request.headers.authorization ?? "";
    const value = (field: string): string => new RegExp(`${field}="?([^",]*)`).exec(sent)?.[1] ?? "";
    const hash = (text: string): string => createHash("sha256").update(text).digest("hex");
    const nonce = count > 3 ? "second" : "first";
    const proof = [value("nonce"), value("nc"), value("cnonce"), "auth", hash(`${request.method}:${request.url}`)];
    const right = hash([hash("owner:the vault:planted-secret"), ...proof].join(":"));
    seen.push(sent.split(" ")[0] ?? "");
    if (value("nonce") === nonce && value("response") === right) return void response.end("content");
    response
      .writeHead(401, {
        "www-authenticate": `Digest realm="the vault", qop="auth", algorithm=SHA-256, nonce="${nonce}"`,
      })
      .end();
  });
  const place = await placeOf("webdav", port);
  for (let count = 0; count < 3; count++) expect((await place.get("index", name)).length).toBe(7);
  expect(seen).toEqual(["Basic", "Digest", "Digest", "Digest", "Digest"]);
  const wrong = await placeOf("webdav", port, { credentials: { user: "owner", password: "other" } });
  expect((await caught(wrong.get("index", name))).code).toBe("denied");
});

test("an SSH server that says nothing, or something else, is unreachable", async () => {
  for (const greeting of ["", "HTTP/1.1 400 Bad Request\r\n\r\n", "\0".repeat(100_000)]) {
    const port = await listen(createPlainServer((socket) => void socket.on("error", () => undefined).write(greeting)));
    const place = await openPlace(readPlaceAddress(`sftp://me@127.0.0.1:${port}/v`), access);
    expect((await caught(place.get("index", name))).code).toBe("unreachable");
  }
});

withTool("openssl")("a certificate that nobody vouches for is taken only when its key was named", async (openssl) => {
  const folder = newFolder();
  const make = (file: string) => {
    const args = [
      "req",
      "-x509",
      "-newkey",
      "ec",
      "-pkeyopt",
      "ec_paramgen_curve:prime256v1",
      "-nodes",
      "-days",
      "1",
      "-subj",
      "/CN=localhost",
    ];
    const names = ["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"];
    spawnSync(openssl, [
      ...args,
      ...names,
      "-keyout",
      join(folder, `${file}.key`),
      "-out",
      join(folder, `${file}.pem`),
    ]);
    return { key: readFileSync(join(folder, `${file}.key`)), cert: readFileSync(join(folder, `${file}.pem`), "utf8") };
  };
  const [first, second] = [make("first"), make("second")];
  rmSync(folder, { recursive: true });
  let asked = 0;
  const answer = (_: IncomingMessage, response: ServerResponse): void => {
    asked++;
    response.end("content");
  };
  const ports = [await listen(createTlsServer(first, answer)), await listen(createTlsServer(second, answer))] as const;
  const at = async (port: number, more: Partial<PlaceAccess>): Promise<Place> =>
    await openPlace(readPlaceAddress(`rest:https://localhost:${port}/v`), { ...access, ...more });

  const unknown = await caught((await at(ports[0], {})).get("index", name));
  expect(unknown).toMatchObject({ code: "refused", message: expect.stringContaining("SHA256:") });
  const trust = /SHA256:[A-Za-z0-9+/]+/.exec(unknown.message)?.[0] ?? "";
  expect(asked).toBe(0);
  expect((await (await at(ports[0], { trust })).get("index", name)).length).toBe(7);
  expect(
    (await (await at(ports[0], { credentials: { ...access.credentials, trust } })).get("index", name)).length,
  ).toBe(7);
  expect((await caught((await at(ports[1], { trust })).get("index", name))).message).toContain(
    "was named as the one to trust",
  );
  expect(asked).toBe(2);

  // Vouched for: a new key is said, and is no error.
  const said: string[] = [];
  const pins = pinsInMemory();
  const vouched = { authorities: [first.cert, second.cert], pins, notice: (text: string) => void said.push(text) };
  await pins.remember(`tls localhost:${ports[1]}`, "SHA256:before");
  await (await at(ports[0], vouched)).get("index", name);
  expect(said).toEqual([]);
  await (await at(ports[1], vouched)).get("index", name);
  expect(said).toEqual([expect.stringContaining("has another key than before")]);
});

test("any text is an XML answer or damaged", () => {
  expect(
    xmlText(
      readXmlAnswer('<?xml version="1.0"?><D:a x=">"><!-- > --><b>1 &amp; &#x32;<![CDATA[<3>]]></b><c/></D:a>'),
      "b",
    ),
  ).toBe("1 & 2<3>");
  for (const text of [
    '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
    "<a>&x;</a>",
    "<a>&#x110000;</a>",
    "<a",
    "<a></a><b/>",
    "<a></b>",
    "x<a/>",
  ])
    expect(() => readXmlAnswer(text)).toThrow(VaultError);
  const piece = fc.constantFrom(
    "<",
    ">",
    "</",
    "/>",
    "a",
    "b:c",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "&",
    ";",
    "#x41",
    '"',
    "<?",
    "?>",
    " ",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join("")),
      ),
      (text) => {
        try {
          readXmlAnswer(text);
        } catch (error) {
          expect(error).toBeInstanceOf(VaultError);
        }
      },
    ),
  );
});
