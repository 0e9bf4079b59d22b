import type { Context } from "hono";
import { type OpenFile, openFile, partOf } from "../centre/vault-file.ts";
import { DeviceError, FormatError } from "../core/errors.ts";
import type { Api } from "./api.ts";
import { byteRange } from "./byte-range.ts";
import type { ServerContext } from "./context.ts";
import { pieceStream } from "./piece-stream.ts";
import { pathOf, snapshotOf } from "./vault-browse-routes.ts";
import { fileQuery } from "./vault-shapes.ts";

/** Bytes of a picture that is shown; larger ones are downloaded. */
const mostPicture = 64 * 1024 * 1024;
/** What keeps a file of any make from being anything but what it is sent as. */
const policy = ["content-security-policy", "sandbox; default-src 'none'; frame-ancestors 'none'"] as const;

/** One file of a snapshot as a picture, a film or a download: opened in memory, and never written to a disk by this. */
export function vaultFileRoutes(api: Api, context: ServerContext): void {
  const { vaults } = context;
  api.raw(
    {
      method: "get",
      path: "/vaults/:vault/snapshots/:snapshot/file",
      about:
        "One file of a snapshot, opened in memory while it is sent; as a picture or a film only what is one by its content",
      query: fileQuery,
      body: null,
      answer: null,
      gives: "file",
    },
    async (request) => {
      // Only who takes the bytes gets to an open file: it ends with the last of them.
      if (request.req.raw.method !== "GET") return request.notFound();
      const asked = fileQuery.safeParse(request.req.query());
      if (!asked.success) throw new FormatError("request", "the file is not named");
      const vault = request.req.param("vault") ?? "";
      const visit = await vaults.enter(vault, request.req.raw.signal);
      let goesOn = false;
      try {
        const path = pathOf(vaults.names, asked.data.file);
        const file = await openFile(visit, snapshotOf(request.req.param("snapshot") ?? ""), path);
        if (asked.data.as === "film") return filmAnswer(request, context, vault, file);
        if (asked.data.as === "picture" && file.picture === null) return await previewAnswer(request, file);
        const [headers, most] = asked.data.as === "picture" ? pictureHeaders(file) : downloadHeaders(file);
        for (const [name, value] of headers) request.header(name, value);
        goesOn = true;
        return request.body(pieceStream(request, upTo(most, file.content()), visit.leave));
      } finally {
        if (!goesOn) visit.leave();
      }
    },
  );
}

/** A film, or the part of it that is asked for: nobody waits for the whole of it. */
function filmAnswer(request: Context, { vaults }: ServerContext, vault: string, file: OpenFile): Response {
  if (file.film === null) throw new DeviceError("unreadable", "This is no film that browsers play.");
  const range =
    request.req.header("if-range") === undefined ? byteRange(request.req.header("range"), file.bytes) : null;
  const headers = { [policy[0]]: policy[1], "accept-ranges": "bytes", "content-disposition": "inline" };
  if (range === "unsatisfiable")
    return request.body(null, 416, { ...headers, "content-range": `bytes */${file.bytes}` });
  const part = range ?? { from: 0, to: file.bytes };
  const content = pieceStream(request, partOf(vaults, vault, file, part, request.req.raw.signal));
  return request.body(content, range === null ? 200 : 206, {
    ...headers,
    "content-type": file.film,
    "content-length": String(part.to - part.from),
    ...(range === null ? {} : { "content-range": `bytes ${part.from}-${part.to - 1}/${file.bytes}` }),
  });
}

/** The small JPEG in a HEIC file, which browsers draw where they do not draw the file itself. */
async function previewAnswer(request: Context, file: OpenFile): Promise<Response> {
  const preview = await file.preview();
  if (preview === null) throw new DeviceError("unreadable", "This is no picture that browsers draw.");
  return request.body(new Uint8Array(preview), 200, {
    [policy[0]]: policy[1],
    "content-type": "image/jpeg",
    "content-disposition": "inline",
  });
}

type Headed = readonly [headers: readonly (readonly [string, string])[], mostBytes: number];

function pictureHeaders({ picture, bytes }: OpenFile): Headed {
  if (picture === null) throw new DeviceError("unreadable", "This is no picture that browsers draw.");
  if (bytes > mostPicture) throw tooLarge();
  return [[policy, ["content-type", picture], ["content-disposition", "inline"]], mostPicture];
}

function downloadHeaders({ file }: OpenFile): Headed {
  const name = encoded(file.path.slice(file.path.lastIndexOf("/") + 1));
  return [
    [
      policy,
      ["content-type", "application/octet-stream"],
      ["content-disposition", `attachment; filename*=UTF-8''${name}`],
    ],
    Number.POSITIVE_INFINITY,
  ];
}

function tooLarge(): DeviceError {
  return new DeviceError("too-large", "This picture is too large to be shown here.");
}

/** A name for a download (RFC 8187): no way into another folder, nothing that is no letter of a name. */
function encoded(name: string): string {
  const plain = name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]/gu, "_")
    .slice(0, 200);
  return encodeURIComponent(plain.toWellFormed() || "file").replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
}

async function* upTo(most: number, pieces: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  let sent = 0;
  for await (const piece of pieces) {
    sent += piece.length;
    if (sent > most) throw tooLarge();
    yield piece;
  }
}
