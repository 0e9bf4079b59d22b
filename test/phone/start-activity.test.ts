import { expect, test } from "vitest";
import { intentsFor, type ScreenId, screenOf, screens } from "../../src/actions/screens.ts";
import { startedActivities } from "../../src/phone/commands/start-activity.ts";
import { createPhone, models } from "../../src/phone/models/index.ts";
import { ask, text } from "./phone-source.ts";

const now = () => Date.UTC(2026, 10, 22);
const said = async (model: string, line: string) => {
  const phone = createPhone(model, { now });
  const { stdout, stderr, exitCode } = await ask(phone, line);
  const text = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
  return { text, exitCode, phone };
};

test("an intent is resolved and started as AOSP does", async () => {
  const phone = createPhone("hyperos", { now });
  const intent = "-a android.settings.APPLICATION_DETAILS_SETTINGS -d package:com.whatsapp";
  expect(await text(phone, `cmd package resolve-activity --brief --user 0 ${intent}`)).toBe(
    "priority=0 preferredOrder=0 match=0x108000 specificIndex=-1 isDefault=true\ncom.android.settings/.applications.InstalledAppDetails\n",
  );
  expect(await text(phone, `am start --user 0 ${intent}`)).toBe(
    "Starting: Intent { act=android.settings.APPLICATION_DETAILS_SETTINGS dat=package:com.whatsapp }\n",
  );
  expect(startedActivities(phone.state)).toEqual([
    "user 0: com.android.settings/.applications.InstalledAppDetails package:com.whatsapp",
  ]);
});

test("what is not there, or not for others, is refused", async () => {
  const resolve = await said("stock", "cmd package resolve-activity --brief --user 0 -a android.settings.NOT_THERE");
  expect(resolve).toMatchObject({ text: "No activity found\n", exitCode: 0 });
  const start = await said("stock", "am start --user 0 -a android.settings.NOT_THERE");
  expect(start).toMatchObject({ exitCode: 1 });
  expect(start.text).toContain("Error: Activity not started, unable to resolve Intent");
  expect(startedActivities(start.phone.state)).toEqual([]);
  const none = await said("stock", "am start --user 0 -n com.android.settings/.NotThere");
  expect(none.text).toContain("Activity class {com.android.settings/com.android.settings.NotThere} does not exist.");
  const closed = await said("stock", "am start --user 0 -n com.android.settings/.SubSettings");
  expect(closed.text).toContain("java.lang.SecurityException: Permission Denial: starting Intent");
  expect(startedActivities(closed.phone.state)).toEqual([]);
});

test.each(Object.keys(screens) as ScreenId[])("%s opens on some virtual phone", async (id) => {
  const screen = screenOf(id);
  if (!screen) throw new Error(id);
  let opened = 0;
  for (const { id: model } of models) {
    const phone = createPhone(model, { now });
    const xiaomi = (await text(phone, "getprop ro.miui.ui.version.name")).trim() !== "";
    const sdk = Number((await text(phone, "getprop ro.build.version.sdk")).trim());
    for (const intent of intentsFor(screen, { sdk, xiaomi, package: "com.android.vending" })) {
      const line = ["cmd", "package", "resolve-activity", "--brief", "--user", "0", ...intent]
        .map((part) => `'${part}'`)
        .join(" ");
      if (!(await text(phone, line)).includes("No activity found")) opened++;
    }
  }
  expect(opened).toBeGreaterThan(0);
});
