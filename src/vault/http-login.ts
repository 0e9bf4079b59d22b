import { createHash, randomBytes } from "node:crypto";
import { VaultError } from "../core/errors.ts";
import type { PlaceCredentials } from "./place-credentials.ts";
import type { PlaceAnswer, PlaceHttp, PlaceRequest } from "./place-http.ts";

/** Asks with user and password: Basic (RFC 7617) at once, Digest (RFC 7616) where the server wants that. */
export interface LoggedIn {
  ask(asked: PlaceRequest): Promise<PlaceAnswer>;
}

export function logIn(http: PlaceHttp, credentials: PlaceCredentials): LoggedIn {
  const { user, password } = credentials;
  if (user === undefined) return { ask: (asked) => http.ask(asked) };
  let challenge: Challenge | undefined;
  let count = 0;
  const header = (asked: PlaceRequest): string =>
    challenge === undefined
      ? `Basic ${Buffer.from(`${user}:${password ?? ""}`).toString("base64")}`
      : digest(challenge, {
          user,
          password: password ?? "",
          count: ++count,
          method: asked.method,
          path: asked.url.pathname + asked.url.search,
        });
  const once = (asked: PlaceRequest): Promise<PlaceAnswer> =>
    http.ask({ ...asked, headers: { ...asked.headers, authorization: header(asked) } });
  return {
    async ask(asked) {
      const answer = await once(asked);
      const wanted = answer.status === 401 ? readChallenge(answer.headers["www-authenticate"] ?? "") : undefined;
      // A nonce that was used up is answered with a new one; the same one again says that the password is wrong.
      if (wanted === undefined || wanted.nonce === challenge?.nonce) return answer;
      [challenge, count] = [wanted, 0];
      return await once(asked);
    },
  };
}

interface Challenge {
  readonly realm: string;
  readonly nonce: string;
  readonly opaque: string | undefined;
  readonly algorithm: "MD5" | "SHA-256";
}

interface Proof {
  readonly user: string;
  readonly password: string;
  readonly count: number;
  readonly method: string;
  readonly path: string;
}

/** A Digest challenge with qop=auth; undefined for any other. */
function readChallenge(header: string): Challenge | undefined {
  const begin = /(?:^|,)\s*digest\s/i.exec(header.slice(0, 4096));
  if (begin === null) return undefined;
  const values = new Map<string, string>();
  const text = header.slice(begin.index + begin[0].length, 4096);
  for (const [, name = "", quoted, plain] of text.matchAll(/([a-z]{1,20})=(?:"([^"\\]{0,500})"|([^\s,"]{1,200}))/gi))
    if (!values.has(name.toLowerCase())) values.set(name.toLowerCase(), quoted ?? plain ?? "");
  const algorithm = (values.get("algorithm") ?? "MD5").toUpperCase();
  const [realm, nonce, qop = ""] = [values.get("realm"), values.get("nonce"), values.get("qop")];
  if (realm === undefined || nonce === undefined || !qop.split(/[\s,]+/).includes("auth")) return undefined;
  if (algorithm !== "MD5" && algorithm !== "SHA-256")
    throw new VaultError(
      "denied",
      `The place asks for a login of a kind that Candor does not know (${algorithm.slice(0, 20)}).`,
    );
  return { realm, nonce, opaque: values.get("opaque"), algorithm };
}

function digest(challenge: Challenge, proof: Proof): string {
  const hash = (text: string): string =>
    createHash(challenge.algorithm === "MD5" ? "md5" : "sha256")
      .update(text)
      .digest("hex");
  const [count, own] = [proof.count.toString(16).padStart(8, "0"), randomBytes(12).toString("hex")];
  const secret = hash(`${proof.user}:${challenge.realm}:${proof.password}`);
  const response = hash([secret, challenge.nonce, count, own, "auth", hash(`${proof.method}:${proof.path}`)].join(":"));
  const opaque = challenge.opaque === undefined ? "" : `, opaque="${challenge.opaque}"`;
  const user = proof.user.replaceAll(/["\\]/g, "\\$&");
  return `Digest username="${user}", realm="${challenge.realm}", nonce="${challenge.nonce}", uri="${proof.path}", algorithm=${challenge.algorithm}, response="${response}", qop=auth, nc=${count}, cnonce="${own}"${opaque}`;
}
