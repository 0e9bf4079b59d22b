import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { updateOpenApi } from "../../scripts/schemas.ts";
import { allRoutes, makeApp } from "../../src/server/app.ts";
import type { ServerContext } from "../../src/server/context.ts";
import { makeGuard } from "../../src/server/guard.ts";
import { openApi } from "../../src/server/openapi.ts";

const document = openApi(allRoutes()) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
};

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { schema: object }>> }>>;
}

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

test("docs/openapi.json is current: npm run schemas", () => {
  expect(updateOpenApi(join(import.meta.dirname, "..", "..", "docs", "openapi.json"), true)).toEqual([]);
});

test("every route of the server is in it, and nothing else", () => {
  const guard = makeGuard(() => 0);
  const { routes } = makeApp({} as ServerContext, guard, { answer: () => new Response() });
  const served = routes
    .filter(({ method, path }) => path.startsWith("/api/v1/") && method !== "ALL")
    .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, "{$1}")}`);
  const told = operations.map(({ method, path }) => `${method} ${path}`);
  expect(told.sort()).toEqual([...new Set(served)].sort());
});

test.each(operations.map((each) => [`${each.method} ${each.path}`, each] as const))(
  "%s has a name, a sentence, its parameters and what it answers",
  (_, { path, operation }) => {
    expect(operation.operationId).toMatch(/^[a-z]\w+$/);
    expect(operation.summary.length).toBeGreaterThan(3);
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const told = (operation.parameters ?? []).filter((each) => each.in === "path").map(({ name }) => name);
    expect(told).toEqual(inPath);
    const [content] = Object.values(operation.responses["200"]?.content ?? operation.responses["202"]?.content ?? {});
    expect(Object.keys(content?.schema ?? {})).not.toEqual([]);
  },
);

test("names are given once, and every reference leads somewhere", () => {
  const names = operations.map(({ operation }) => operation.operationId);
  expect(new Set(names).size).toBe(names.length);
  const text = JSON.stringify(document);
  for (const [, name = ""] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g))
    expect(Object.keys(document.components.schemas)).toContain(name);
  expect(text).not.toContain("#/$defs/");
});

test("its shapes are JSON Schemas of 2020-12, which OpenAPI 3.1 takes", () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const text = JSON.stringify(document.components.schemas).replaceAll("#/components/schemas/", "#/$defs/");
  for (const name of Object.keys(document.components.schemas))
    expect(() => ajv.compile({ $ref: `#/$defs/${name}`, $defs: JSON.parse(text) })).not.toThrow();
});
