import { expect, test } from "vitest";
import { accessKind, accessKinds } from "../../src/centre/access-kinds.ts";
import { factsOfAccess, specialAccess, withdrawals } from "../../src/centre/special-access.ts";
import { collect } from "../../src/core/collect.ts";
import { createPhone, type VirtualPhone } from "../../src/phone/models/index.ts";
import { phoneSource, text } from "../phone/phone-source.ts";

const now = () => Date.UTC(2026, 10, 22);

async function seen(phone: VirtualPhone, id: string) {
  const snapshot = await collect(phoneSource(phone), factsOfAccess, { version: "0" });
  const found = specialAccess(snapshot).find(({ kind }) => kind.id === id);
  if (found?.state !== "read") throw new Error(found?.reason ?? `no kind ${id}`);
  return found.holders;
}

test("kinds have names of their own, and only Xiaomi's phones have Xiaomi's", async () => {
  expect(new Set(accessKinds.map(({ id }) => id)).size).toBe(accessKinds.length);
  const kinds = async (model: string) =>
    specialAccess(await collect(phoneSource(createPhone(model, { now })), factsOfAccess, { version: "0" })).map(
      ({ kind }) => kind.id,
    );
  expect(await kinds("hyperos")).toContain("autostart");
  expect(await kinds("stock")).not.toContain("autostart");
});

test("a mode of the whole app counts before that of the package, and is withdrawn where it stands", async () => {
  const phone = createPhone("stock", { now });
  const chrome = "com.android.chrome";
  await text(phone, `cmd appops set --user 0 ${chrome} SYSTEM_ALERT_WINDOW ignore`);
  await text(phone, `cmd appops set --user 0 --uid ${chrome} SYSTEM_ALERT_WINDOW allow`);
  const [holder] = (await seen(phone, "overlay")).filter((each) => each.package === chrome);
  expect(holder?.withdraw).toMatchObject([{ params: { op: "SYSTEM_ALERT_WINDOW", level: "uid", mode: "ignore" } }]);
  await text(phone, `cmd appops set --user 0 --uid ${chrome} SYSTEM_ALERT_WINDOW deny`);
  await text(phone, `cmd appops set --user 0 ${chrome} SYSTEM_ALERT_WINDOW allow`);
  expect((await seen(phone, "overlay")).map((each) => each.package)).not.toContain(chrome);
});

test("an app that keeps its permissions is told by the mode that means so", async () => {
  const phone = createPhone("stock", { now });
  await text(phone, "cmd appops set --user 0 com.android.chrome AUTO_REVOKE_PERMISSIONS_IF_UNUSED ignore");
  expect(await seen(phone, "keeps-permissions")).toMatchObject([
    { package: "com.android.chrome", withdraw: [{ params: { mode: "default" } }] },
  ]);
});

test("the list of installed apps is taken with its permission, where that was granted", async () => {
  const phone = createPhone("hyperos", { now });
  const permission = "com.android.permission.GET_INSTALLED_APPS";
  await text(phone, "cmd appops set --user 0 com.whatsapp 10022 allow");
  phone.state.packages.get("com.whatsapp")?.users.get(0)?.permissions.set(permission, { granted: true, flags: [] });
  const holders = await seen(phone, "installed-apps");
  expect(holders.find((each) => each.package === "com.whatsapp" && each.user === 0)?.withdraw).toEqual([
    {
      action: "set-app-op",
      params: { user: 0, package: "com.whatsapp", op: "10022", mode: "default", level: "package" },
    },
    { action: "set-permission", params: { user: 0, package: "com.whatsapp", permission, to: "deny" } },
  ]);
});

test("only the chosen user's access is withdrawn; what could not be read is unknown and never nobody", async () => {
  const phone = createPhone("hyperos", { now });
  const holders = await seen(phone, "autostart");
  const chosen = (user: number | null) => withdrawals(holders, ["com.whatsapp", "not.there"], { user, to: null });
  expect(chosen(null).calls.map(({ params }) => params["user"])).toEqual([0, 999]);
  expect(chosen(999).calls.map(({ params }) => params["user"])).toEqual([999]);
  expect(chosen(0).without).toEqual(["not.there"]);
  const silent = createPhone("hyperos", { now, refuses: ["dumpsys appops"] });
  const snapshot = await collect(phoneSource(silent), factsOfAccess, { version: "0" });
  const overlay = specialAccess(snapshot).find(({ kind }) => kind === accessKind("overlay"));
  expect(overlay).toMatchObject({ state: "unknown", reason: expect.stringContaining("DUMP") });
});
