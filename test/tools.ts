import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { test } from "vitest";

/** The path of an installed program that tests use as an oracle; undefined where it is missing. */
export function tool(name: string): string | undefined {
  for (const folder of (process.env["PATH"] ?? "").split(delimiter)) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}

/** A test that needs this program; its body gets the program's path. */
export type ToolTest = (title: string, body: (path: string) => Promise<void> | void, timeout?: number) => void;

/**
 * `test` for tests that need a program: where it is missing they are skipped with the reason in their title, or fail when
 * CANDOR_REQUIRE_TOOLS is 1, as in continuous integration.
 */
export function withTool(name: string): ToolTest {
  return withFound(tool(name), `needs ${name}, which is not installed`);
}

/** `test` for tests that need what was found at `path`; as withTool where it was not, with this reason. */
export function withFound(path: string | undefined, reason: string): ToolTest {
  if (path !== undefined) return (title, body, timeout) => test(title, () => body(path), timeout);
  if (process.env["CANDOR_REQUIRE_TOOLS"] !== "1") return (title) => test.skip(`${title} (${reason})`, () => {});
  return (title) =>
    test(title, () => {
      throw new Error(reason);
    });
}
