import { createSignal } from "solid-js";
import { createStore } from "solid-js/store";
import type { PlaceLook } from "../../../centre/place-meeting.ts";
import { ask, type Failure, failureIn } from "../../api.ts";

export type PlaceKind = PlaceLook["kind"];

/** What is typed of a place. Only what belongs to its kind is sent. */
export interface PlaceFields {
  readonly kind: PlaceKind;
  readonly folder: string;
  readonly endpoint: string;
  readonly bucket: string;
  readonly prefix: string;
  readonly host: string;
  readonly port: string;
  readonly user: string;
  readonly path: string;
  readonly url: string;
  readonly country: string;
  readonly operator: string;
  readonly access: "typed" | "file" | "none";
  readonly accessKey: string;
  readonly secretKey: string;
  readonly password: string;
  readonly keyFile: string;
  readonly keyPassphrase: string;
  readonly file: string;
}

/** A rule that a place is held against while it is looked at. */
export interface PlaceRule {
  readonly rule?: string;
  readonly verifiedOnly?: boolean;
  /** The vault whose rule counts. */
  readonly vault?: string;
}

export interface PlaceForm {
  readonly fields: PlaceFields;
  readonly set: <K extends keyof PlaceFields>(name: K, value: PlaceFields[K]) => void;
  /** What answered there; undefined until it was looked at as it is typed now. */
  readonly seen: () => PlaceLook | undefined;
  readonly agreed: () => boolean;
  readonly agree: (yes: boolean) => void;
  readonly failure: () => Failure | undefined;
  readonly looking: () => boolean;
  /** Whether enough is typed to go on. */
  readonly complete: () => boolean;
  /** What has to be done before the place can be used. */
  readonly before: () => "look" | "agree" | null;
  readonly look: (rule: PlaceRule) => Promise<void>;
  /** For requests: the place, and what lets the person in. */
  readonly body: () => Readonly<Record<string, unknown>>;
}

const empty: PlaceFields = {
  ...{ kind: "folder", folder: "", endpoint: "https://", bucket: "", prefix: "", host: "", port: "22", user: "" },
  ...{ path: "", url: "https://", country: "", operator: "", access: "typed", accessKey: "", secretKey: "" },
  ...{ password: "", keyFile: "", keyPassphrase: "", file: "" },
};

/** The state of a form that asks for a place; `fixed` is an address that is known already. */
export function usePlaceForm(begin: Partial<PlaceFields> = {}, fixed?: string): PlaceForm {
  const [fields, setFields] = createStore<PlaceFields>({ ...empty, ...begin });
  const [seen, setSeen] = createSignal<PlaceLook>();
  const [agreed, setAgreed] = createSignal(false);
  const [failure, setFailure] = createSignal<Failure>();
  const [looking, setLooking] = createSignal(false);
  let turn = 0;
  const unsee = () => {
    turn++;
    setSeen(undefined);
    setAgreed(false);
    setFailure(undefined);
    setLooking(false);
  };
  const place = () => fixed ?? addressOf(fields);
  const said = () => ({
    place: place(),
    ...(fields.kind !== "folder" && fields.country.trim() !== "" && { country: fields.country.trim().toUpperCase() }),
    ...(fields.kind !== "folder" && fields.operator.trim() !== "" && { operator: fields.operator.trim() }),
  });
  const open = () => {
    const standing = seen()?.key?.standing;
    return standing === "new" || standing === "changed";
  };
  return {
    fields,
    set: (name, value) => {
      setFields({ [name]: value });
      // What lets a person in says nothing of the place; all else may be of another one.
      if (!secrets.has(name)) unsee();
    },
    seen,
    agreed,
    agree: setAgreed,
    failure,
    looking,
    complete: () => fixed !== undefined || isComplete(fields),
    before: () => {
      if (fields.kind === "folder") return null;
      if (seen() === undefined) return "look";
      return open() && !agreed() ? "agree" : null;
    },
    look: async (rule) => {
      unsee();
      const mine = turn;
      setLooking(true);
      try {
        const found = await ask<PlaceLook>("/places/look", { body: { ...said(), ...rule } });
        if (mine === turn) setSeen(found);
      } catch (error) {
        if (mine === turn) setFailure(failureIn(error));
      } finally {
        if (mine === turn) setLooking(false);
      }
    },
    body: () => ({
      ...said(),
      ...(fields.kind !== "folder" && { credentials: credentialsOf(fields) }),
      ...(open() && agreed() && { trust: seen()?.key?.key }),
    }),
  };
}

const secrets: ReadonlySet<keyof PlaceFields> = new Set([
  ...(["access", "accessKey", "secretKey", "password", "keyFile", "keyPassphrase", "file"] as const),
]);

/** The kind of an address, by what stands before its colon. */
export function kindOf(address: string): PlaceKind {
  const scheme = /^([a-z0-9]{2,10}):/.exec(address)?.[1] ?? "folder";
  if (scheme === "webdavs") return "webdav";
  return scheme === "s3" || scheme === "sftp" || scheme === "webdav" || scheme === "rest" ? scheme : "folder";
}

/** The address as the server reads it. */
export function addressOf(fields: PlaceFields): string {
  switch (fields.kind) {
    case "folder":
      return fields.folder;
    case "s3":
      return `s3:${withScheme(fields.endpoint).replace(/\/+$/, "")}/${fields.bucket.trim()}/${escaped(fields.prefix)}`;
    case "sftp": {
      const user = fields.user.trim() === "" ? "" : `${encodeURIComponent(fields.user.trim())}@`;
      const host = fields.host.trim();
      const named = host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;
      const port = fields.port.trim() === "" ? "22" : fields.port.trim();
      const path = fields.path.trim().replace(/^~\//, "");
      return `sftp://${user}${named}:${port}/${path.startsWith("/") ? "" : "~/"}${escaped(path)}`;
    }
    case "webdav":
      return withScheme(fields.url).replace(/^http/, "webdav");
    case "rest":
      return `rest:${withScheme(fields.url)}`;
  }
}

function isComplete(fields: PlaceFields): boolean {
  const isUrl = (text: string) => /^https?:\/\/[^/]/.test(withScheme(text));
  switch (fields.kind) {
    case "folder":
      return fields.folder.trim() !== "";
    case "s3":
      return isUrl(fields.endpoint) && fields.bucket.trim() !== "";
    case "sftp":
      return [fields.host, fields.path].every((each) => each.trim() !== "");
    default:
      return isUrl(fields.url);
  }
}

function withScheme(text: string): string {
  const address = text.trim();
  return /^[a-z]+:\/\//i.test(address) ? address : `https://${address}`;
}

/** A path as a part of an address. */
function escaped(path: string): string {
  return path
    .split("/")
    .filter((part) => part.trim() !== "")
    .map((part) => encodeURIComponent(part.trim()))
    .join("/");
}

function credentialsOf(fields: PlaceFields): Readonly<Record<string, string>> {
  if (fields.access === "none") return {};
  if (fields.access === "file") return { file: fields.file.trim() };
  const { accessKey, secretKey, user, password, keyFile, keyPassphrase } = fields;
  const typed =
    fields.kind === "s3"
      ? { accessKey: accessKey.trim(), secretKey: secretKey.trim() }
      : fields.kind === "sftp"
        ? { password, keyFile: keyFile.trim(), keyPassphrase }
        : { user: user.trim(), password };
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ""));
}
