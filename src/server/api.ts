import type { Context, Hono } from "hono";
import type { z } from "zod";
import { FormatError } from "../core/errors.ts";
import { bodyOf } from "./context.ts";
import type { Job } from "./jobs.ts";

/** A route as the document of the interface tells of it. */
export interface RouteSpec {
  readonly method: "get" | "post" | "put" | "delete";
  /** Below `/api/v1`, with `:name` for what stands in for something. */
  readonly path: string;
  /** What it does, in one sentence. */
  readonly about: string;
  /** Part of the interface, for lists. */
  readonly part: string;
  readonly query: z.ZodObject | null;
  /** JSON of the request; `bytes` for a file as it is. */
  readonly body: z.ZodType | "bytes" | null;
  /** What is answered; for a job, what it ends with. */
  readonly answer: z.ZodType | null;
  /** `file`: bytes to be saved. */
  readonly gives: "json" | "job" | "events" | "text" | "file";
}

/** What a handler gets. */
export interface Given<Q extends z.ZodObject, B extends z.ZodType> {
  readonly query: z.output<Q>;
  readonly body: z.output<B>;
  /** Ends when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  readonly request: Context;
  param(name: string): string;
}

interface Words<A extends z.ZodType> {
  readonly about: string;
  readonly answer?: A;
}
interface Asking<Q extends z.ZodObject, B extends z.ZodType, A extends z.ZodType> extends Words<A> {
  readonly query?: Q;
  readonly body?: B;
}
type Answer<A extends z.ZodType> = Promise<Frozen<z.input<A>> | undefined>;
/** The same, and nothing in it can be changed: what use cases give is like that. */
type Frozen<T> = T extends readonly (infer I)[]
  ? readonly Frozen<I>[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T;
type Nothing = z.ZodObject<Record<never, never>>;

/**
 * The interface while it is put together: each route is registered and described in one place, so that no route can be without its
 * description. What is asked is held against its schema before a handler sees it; a handler that gives undefined says that there is none.
 */
export class Api {
  readonly routes: RouteSpec[] = [];
  readonly #hono: Hono;
  readonly #part: string;

  constructor(hono: Hono, part = "", routes: RouteSpec[] = []) {
    this.#hono = hono;
    this.#part = part;
    this.routes = routes;
  }

  /** The same interface, for one part of it. */
  part(name: string): Api {
    return new Api(this.#hono, name, this.routes);
  }

  get<A extends z.ZodType, Q extends z.ZodObject = Nothing>(
    path: string,
    words: Asking<Q, z.ZodNever, A>,
    handle: (given: Given<Q, z.ZodNever>) => Answer<A>,
  ): void {
    this.#json("get", path, words, handle);
  }

  post<A extends z.ZodType, B extends z.ZodType = z.ZodNever, Q extends z.ZodObject = Nothing>(
    path: string,
    words: Asking<Q, B, A>,
    handle: (given: Given<Q, B>) => Answer<A>,
  ): void {
    this.#json("post", path, words, handle);
  }

  put<A extends z.ZodType, B extends z.ZodType = z.ZodNever>(
    path: string,
    words: Asking<Nothing, B, A>,
    handle: (given: Given<Nothing, B>) => Answer<A>,
  ): void {
    this.#json("put", path, words, handle);
  }

  delete<A extends z.ZodType>(
    path: string,
    words: Words<A>,
    handle: (given: Given<Nothing, z.ZodNever>) => Answer<A>,
  ): void {
    this.#json("delete", path, words, handle);
  }

  /** A post that begins a long piece of work; `answer` is what that ends with. */
  job<A extends z.ZodType, B extends z.ZodType = z.ZodNever>(
    path: string,
    words: Asking<Nothing, B, A>,
    begin: (given: Given<Nothing, B>) => Job | undefined | Promise<Job | undefined>,
  ): void {
    this.#note("post", path, words, "job");
    this.#hono.post(path, async (request) => {
      const job = await begin(await givenBy(request, words));
      return job ? request.json({ job: job.id }, 202) : request.notFound();
    });
  }

  /** What is no JSON: the handler answers by itself. */
  raw(spec: Omit<RouteSpec, "part">, handle: (request: Context) => Response | Promise<Response>): void {
    this.routes.push({ ...spec, part: this.#part });
    this.#hono.on(spec.method.toUpperCase(), spec.path, handle);
  }

  #json<Q extends z.ZodObject, B extends z.ZodType, A extends z.ZodType>(
    method: RouteSpec["method"],
    path: string,
    words: Asking<Q, B, A>,
    handle: (given: Given<Q, B>) => Answer<A>,
  ): void {
    this.#note(method, path, words, "json");
    this.#hono.on(method.toUpperCase(), path, async (request) => {
      const answer = await handle(await givenBy(request, words));
      return answer === undefined ? request.notFound() : request.json(answer as object);
    });
  }

  #note<A extends z.ZodType>(
    method: RouteSpec["method"],
    path: string,
    { about, answer, body, query }: Asking<z.ZodObject, z.ZodType, A>,
    gives: RouteSpec["gives"],
  ): void {
    const spec = { method, path, about, part: this.#part, gives };
    this.routes.push({ ...spec, query: query ?? null, body: body ?? null, answer: answer ?? null });
  }
}

/** @throws FormatError for a request that is not as the schemas say */
async function givenBy<Q extends z.ZodObject, B extends z.ZodType>(
  request: Context,
  { query, body }: { readonly query?: Q; readonly body?: B },
): Promise<Given<Q, B>> {
  return {
    query: (query ? queryOf(request, query) : {}) as z.output<Q>,
    body: (body ? await bodyOf(request, body) : undefined) as z.output<B>,
    signal: request.req.raw.signal,
    request,
    param: (name) => request.req.param(name) ?? "",
  };
}

function queryOf<Q extends z.ZodObject>(request: Context, schema: Q): z.output<Q> {
  const read = schema.safeParse(request.req.query());
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new FormatError("request", `${issue?.path.join(".") ?? "the query"}: ${issue?.message ?? "not readable"}`);
}
