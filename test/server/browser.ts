import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { allRoutes } from "../../src/server/app.ts";
import { type RunningServer, type ServerOptions, startServer } from "../../src/server/server.ts";

/** A server in a data folder of its own, and a browser that was let in. */
export interface Visited {
  readonly server: RunningServer;
  readonly folder: string;
  readonly base: string;
  readonly cookie: string;
  /** Asks as the page does. */
  ask(path: string, init?: Init): Promise<Response>;
  /** Asks below `/api/v1` and gives the JSON of the answer; throws where it is none of success. */
  json<T = Record<string, unknown>>(path: string, init?: Init): Promise<T>;
  /** Begins a job and gives its last event. */
  job<T = Record<string, unknown>>(path: string, init?: Init): Promise<Ended<T>>;
  close(): Promise<void>;
}

export interface Init {
  readonly method?: string;
  /** Sent as JSON, bytes as they are. */
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

export type Ended<T> =
  | { readonly type: "done"; readonly result: T }
  | { readonly type: "failed"; readonly failure: { readonly code: string; readonly message: string } }
  | { readonly type: "stopped" };

/** Starts a server that sees no phone of this computer. */
export async function visit(options: Partial<ServerOptions> = {}): Promise<Visited> {
  const folder = await mkdtemp(join(tmpdir(), "candor-server-"));
  const server = await startServer({
    dataFolder: folder,
    now: () => Date.UTC(2026, 10, 22),
    // A port that no adb server listens on.
    env: { ADB_SERVER_SOCKET: "tcp:127.0.0.2:1", PATH: "/usr/bin:/bin", XDG_RUNTIME_DIR: folder },
    ...options,
  });
  const base = `http://127.0.0.1:${server.port}`;
  const opened = await fetch(server.link(), { redirect: "manual" });
  const cookie = opened.headers.get("set-cookie")?.split(";")[0] ?? "";
  const ask: Visited["ask"] = async (path, { method, body, headers } = {}) =>
    await fetch(`${base}${path}`, {
      method: method ?? (body === undefined ? "GET" : "POST"),
      headers: { cookie, origin: base, "content-type": "application/json", ...headers },
      ...(body === undefined ? {} : { body: body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body) }),
      redirect: "manual",
    });
  const json = async <T>(path: string, init?: Init) => {
    const answer = await ask(`/api/v1${path}`, init);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text.slice(0, 2000)}`);
    const value: unknown = JSON.parse(text);
    demandDescribed(path, init, value);
    return value as T;
  };
  return {
    server,
    folder,
    base,
    cookie,
    ask,
    json,
    job: async <T>(path: string, init: Init = {}) => {
      const { job } = await json<{ readonly job: string }>(path, init);
      const events = await (await ask(`/api/v1/jobs/${job}/events`)).text();
      const last = events.trim().split("\n\n").at(-1) ?? "";
      const ended = JSON.parse(/^data: (.*)$/m.exec(last)?.[1] ?? "null") as Ended<T>;
      if (ended.type === "done") demandDescribed(path, init, ended.result);
      return ended;
    },
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const routes = allRoutes();

/** What is answered is as the document of the interface says; for a job, what it ends with. Nothing is left out of the document, either. */
function demandDescribed(path: string, { method, body }: Init = {}, value: unknown): void {
  const wanted = (method ?? (body === undefined ? "GET" : "POST")).toLowerCase();
  const plain = path.replace(/\?.*$/, "");
  const fitting = routes.filter(
    (route) => route.method === wanted && new RegExp(`^${route.path.replace(/:\w+/g, "[^/]+")}$`).test(plain),
  );
  // Of several, the one with the fewest names that stand in for something.
  const [route] = fitting.sort((a, b) => a.path.split(":").length - b.path.split(":").length);
  if (!route) throw new Error(`no route ${wanted} ${path}`);
  const isJobId = typeof value === "object" && value !== null && Object.keys(value).join() === "job";
  if (route.answer === null || (route.gives === "job" && isJobId)) return;
  const read = route.answer.safeParse(value);
  if (!read.success) throw new Error(`${wanted} ${path} is not as described: ${read.error.message.slice(0, 1500)}`);
  const [given, described] = [value, read.data].map((each) => sizeOf(each));
  if (given !== described) throw new Error(`${wanted} ${path} has ${given} values, and ${described} are described`);
}

function sizeOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 1;
  return 1 + Object.values(value).reduce((sum: number, each) => sum + sizeOf(each), 0);
}

/** What a job that has to succeed ended with. */
export function done<T>(ended: Ended<T>): T {
  if (ended.type !== "done") throw new Error(JSON.stringify(ended));
  return ended.result;
}

/** Examines a virtual phone and gives the id of the examination. */
export async function examined(visited: Visited, phone: string, apps = false): Promise<string> {
  const ended = await visited.job<{ readonly examination: { readonly id: string } }>("/examinations", {
    body: { phone, apps },
  });
  return done(ended).examination.id;
}
