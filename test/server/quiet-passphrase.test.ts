import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { examined, visit } from "./browser.ts";

test("a passphrase stands in no answer, no job, no file and nothing that is printed, also where it is wrong or misplaced", async () => {
  const visited = await visit();
  const printed: string[] = [];
  const spies = ([process.stdout, process.stderr] as const).map((stream) =>
    vi.spyOn(stream, "write").mockImplementation((text) => {
      printed.push(String(text));
      return true;
    }),
  );
  try {
    const secret = "Quittengelee7 auf dem Fensterbrett";
    const answers: string[] = [];
    const post = async (path: string, body: unknown) => {
      const answer = await visited.ask(`/api/v1${path}`, { body });
      answers.push(await answer.text());
      return answer.status;
    };
    await examined(visited, "virtual:stock");
    expect(await post("/privacy/strength", { passphrase: secret })).toBe(200);
    expect(await post("/privacy/set", { passphrase: secret })).toBe(200);
    expect(await post("/privacy/unlock", { passphrase: `${secret}x` })).toBe(403);
    expect(await post("/privacy/unlock", { passphrase: [secret] })).toBe(400);
    expect(await post("/privacy/unlock", { passphrase: secret, minutes: secret })).toBe(400);
    expect(await post(`/privacy/${encodeURIComponent(secret)}`, { [secret]: secret })).toBe(404);
    for (const path of ["/jobs", "/privacy", "/journal", "/examinations"])
      answers.push(await (await visited.ask(`/api/v1${path}`)).text());
    const files = await readdir(visited.folder, { recursive: true, withFileTypes: true });
    const kept = await Promise.all(
      files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name), "latin1")),
    );
    expect(kept.length).toBeGreaterThan(3);
    for (const text of [...answers, ...kept, ...printed]) expect(text).not.toContain("Quittengelee7");
  } finally {
    for (const spy of spies) spy.mockRestore();
    await visited.close();
  }
}, 60_000);
