import * as z from "zod";
import { version } from "../centre/version.ts";
import type { RouteSpec } from "./api.ts";

type Schema = Readonly<Record<string, unknown>>;

/**
 * The document of the interface, OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1), made of the routes as they are registered and the schemas
 * that their requests are held against. Shapes that have an `id` stand under `components`.
 */
export function openApi(routes: readonly RouteSpec[]): Schema {
  const shapes = new Shapes();
  const paths: Record<string, Record<string, Schema>> = {};
  for (const route of routes) {
    const path = `/api/v1${route.path.replace(/:(\w+)/g, "{$1}")}`;
    paths[path] = { ...paths[path], [route.method]: operation(route, shapes) };
  }
  const failure = shapes.of(failureShape, "output");
  return {
    openapi: "3.1.1",
    info: {
      title: "Candor",
      version,
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      description: [
        "What Candor's page asks of the Candor that serves it, on the same computer. A browser is let in by the link that `candor open` prints:",
        "it gives a cookie, which every request needs. Requests other than GET also need the page's own Origin, and their bodies",
        "`application/json`. Long work answers 202 with a job; its events are a stream that can be taken up again by `Last-Event-ID`.",
      ].join(" "),
    },
    servers: [{ url: "http://127.0.0.1:{port}", variables: { port: { default: "0" } } }],
    security: [{ session: [] }],
    paths,
    components: {
      schemas: { ...shapes.named(), Error: failure },
      responses: {
        Error: {
          description: "What went wrong, why, and what to do",
          content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
        },
      },
      securitySchemes: {
        session: {
          type: "apiKey",
          in: "cookie",
          name: "candor-{port}",
          description: "Given once, by the link that lets a browser in",
        },
      },
    },
  };
}

const failureShape = z.object({
  error: z.object({
    code: z.string().describe("For programs: locked, busy, gone, refused, format …"),
    message: z.string(),
    next: z.string().nullable().describe("What to do"),
  }),
});

const jobShape = z.object({ job: z.string().describe("Its id: see /jobs/{id}/events") });

function operation(route: RouteSpec, shapes: Shapes): Schema {
  const { method, path, about, part, body, answer, gives } = route;
  const result = answer && shapes.of(answer, "output");
  return {
    operationId: nameOf(method, path),
    summary: about,
    tags: [part],
    ...listOf("parameters", [...inPath(path), ...inQuery(route, shapes)]),
    ...(body && { requestBody: { required: true, content: contentOf(body, shapes) } }),
    responses: { ...responseOf(gives, result, shapes), default: { $ref: "#/components/responses/Error" } },
    // OpenAPI has no word for what a stream ends with.
    ...(gives === "job" && result && { "x-job-result": result }),
  };
}

/** `getExaminationsIdApps`: the method and the path in one word. */
function nameOf(method: string, path: string): string {
  const words = path.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

function listOf(name: string, items: readonly Schema[]): Schema {
  return items.length > 0 ? { [name]: items } : {};
}

function inPath(path: string): readonly Schema[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
}

function inQuery({ query, gives }: RouteSpec, shapes: Shapes): readonly Schema[] {
  const last = { name: "Last-Event-ID", in: "header", schema: { type: "integer" } };
  if (!query) return [];
  const { properties = {}, required = [] } = shapes.of(query, "input") as {
    readonly properties?: Readonly<Record<string, Schema>>;
    readonly required?: readonly string[];
  };
  const asked = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
  }));
  return gives === "events" ? [...asked, last] : asked;
}

function contentOf(body: z.ZodType | "bytes", shapes: Shapes): Schema {
  if (body === "bytes") return { "application/octet-stream": {} };
  return { "application/json": { schema: shapes.of(body, "input") } };
}

function responseOf(gives: RouteSpec["gives"], result: Schema | null, shapes: Shapes): Schema {
  if (gives === "events")
    return {
      200: {
        description: "Events as they come: progress, message, and in the end one of done, failed, stopped",
        content: { "text/event-stream": { schema: { type: "string" } } },
      },
    };
  if (gives === "file") {
    const schema = { type: "string", contentMediaType: "application/octet-stream" };
    return { 200: { description: "The file", content: { "application/octet-stream": { schema } } } };
  }
  if (gives === "job")
    return {
      202: { description: "It has begun", content: { "application/json": { schema: shapes.of(jobShape, "output") } } },
    };
  return { 200: { description: "Done", content: { "application/json": { schema: result ?? {} } } } };
}

/** Makes JSON Schemas of shapes; what has an `id` is written once. */
class Shapes {
  readonly #named = new Map<string, Schema>();

  of(shape: z.ZodType, io: "input" | "output"): Schema {
    // zod takes "input" to mean what a lenient reader takes; `__proto__`-like extras are dropped, so it may well be closed.
    const {
      $schema,
      $defs = {},
      ...schema
    } = z.toJSONSchema(shape, { io, unrepresentable: "any" }) as {
      readonly $schema?: string;
      readonly $defs?: Readonly<Record<string, Schema>>;
    };
    void $schema;
    for (const [name, each] of Object.entries($defs)) this.#named.set(name, moved(each) as Schema);
    const whole = moved(schema) as Schema;
    const { id } = whole;
    if (typeof id !== "string") return whole;
    this.#named.set(id, withoutId(whole));
    return { $ref: `#/components/schemas/${id}` };
  }

  named(): Schema {
    return Object.fromEntries(
      [...this.#named].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, each]) => [name, withoutId(each)]),
    );
  }
}

function withoutId({ id, ...schema }: Schema): Schema {
  void id;
  return schema;
}

/** References into one schema become references into the document. */
function moved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(moved);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      key === "$ref" && typeof each === "string" ? each.replace("#/$defs/", "#/components/schemas/") : moved(each),
    ]),
  );
}
