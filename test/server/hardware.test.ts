import { expect, test } from "vitest";
import { done, visit } from "./browser.ts";

interface Desk {
  readonly asked: { readonly worth: string; readonly why: readonly string[] } | null;
  readonly steps: readonly string[];
  readonly digest: string;
}
interface Asked {
  readonly worth: string;
  readonly routes: readonly { readonly route: string; readonly obtained: boolean }[];
  readonly differences: readonly { readonly property: string }[];
  readonly pin: { readonly state: string };
}

test("the hardware is asked by what was agreed to alone, and the desk tells of it afterwards", async () => {
  const visited = await visit();
  try {
    const phone = "virtual:stock";
    const examined = done(await visited.job<{ examination: { id: string } }>("/examinations", { body: { phone } }));
    const path = `/examinations/${examined.examination.id}/hardware`;
    const desk = await visited.json<Desk>(path);
    expect(desk.asked).toBeNull();
    expect(desk.steps.join(" ")).toContain("/data/local/tmp");
    const wish = (program: string | null) => ({ body: { program, anew: false } });
    const other = await visited.ask(`/api/v1/phones/${phone}/hardware`, wish("0".repeat(64)));
    expect(other.status).toBe(409);
    const less = done(await visited.job<Asked>(`/phones/${phone}/hardware`, wish(null)));
    expect(less.routes.map(({ route }) => route)).toEqual(["csr"]);
    expect(less.worth).toBe("unvouched");
    const all = done(await visited.job<Asked>(`/phones/${phone}/hardware`, wish(desk.digest)));
    expect(all).toMatchObject({ worth: "not-looked-up", differences: [], pin: { state: "same" } });
    const after = await visited.json<Desk>(path);
    expect(after.asked?.worth).toBe("not-looked-up");
    expect(after.asked?.why.join()).toContain("not looked up");
    expect((await visited.ask("/api/v1/examinations/none/hardware")).status).toBe(404);
  } finally {
    await visited.close();
  }
}, 60_000);
