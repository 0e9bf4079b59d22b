import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ChangeRecord } from "../../src/centre/change-records.ts";
import { rescueName, rescueScript, rescueSteps } from "../../src/centre/rescue.ts";
import type { PlannedChange } from "../../src/core/plan.ts";

const at = new Date(Date.UTC(2026, 10, 22));
const phone = { serial: "b1f2c3d4", model: "24090RA29G", build: null };
const change = (name: string, action = "uninstall-for-user"): PlannedChange => ({
  action,
  params: { user: 0, package: name },
  about: `Put ${name} away`,
  risk: "may-break-apps",
  before: null,
  steps: [
    {
      about: "first",
      run: ["pm", "uninstall", "-k", "--user", "0", name],
      undo: [["cmd", "package", "install-existing", "--user", "0", name]],
    },
    { about: "second", run: ["true"], undo: [["appops", "set", "--user", "0", name, "CAMERA", "ignore"]] },
  ],
});
const record = (n: number, changes: readonly PlannedChange[], more: Partial<ChangeRecord> = {}): ChangeRecord => ({
  n,
  at: at.toISOString(),
  body: { do: "apply", of: null, phone, changes, reason: null },
  steps: changes.flatMap(({ steps }, i) =>
    steps.map((_, step) => ({ plan: n, change: i, step, outcome: "ran" as const, said: "" })),
  ),
  results: changes.map(() => ({ outcome: "done", reason: null, advice: null, next: null, after: null })),
  undoneBy: null,
  takenBack: [],
  ...more,
});

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "candor-rescue-"));
  // An adb that answers as it is told and notes what it was asked.
  writeFileSync(
    join(folder, "adb"),
    '#!/bin/sh\n[ "$1 $2" = "shell getprop" ] && { echo "$SERIAL"; exit 0; }\n[ "$1" = shell ] || exit 0\nprintf "%s\\n" "$2" >> "$LOG"\nn=$(wc -l < "$LOG")\nif [ "$n" -le "$SLOW" ]; then echo "cmd: Can\'t find service: package"; exit 20; fi\ncase "$2" in *broken*) echo "Failure [not installed]"; exit 1;; esac\n',
  );
  chmodSync(join(folder, "adb"), 0o755);
  writeFileSync(join(folder, "sleep"), "#!/bin/sh\n");
  chmodSync(join(folder, "sleep"), 0o755);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function ran(script: string, env: Readonly<Record<string, string>> = {}) {
  const file = join(folder, "rescue.sh");
  const log = join(folder, "log");
  writeFileSync(file, script);
  writeFileSync(log, "");
  const told = { PATH: `${folder}:${process.env["PATH"] ?? ""}`, LOG: log, SERIAL: phone.serial, SLOW: "0", ...env };
  const { status, stdout } = spawnSync("/bin/sh", [file], { env: told, encoding: "utf8", timeout: 20_000 });
  return { status, stdout, asked: readFileSync(log, "utf8").split("\n").filter(Boolean) };
}

test("the last is put back first; what was taken back, other phones and other changes are not in it", () => {
  const other = { ...record(3, [change("com.other")]) };
  const records = [
    record(0, [change("com.a"), change("com.b")]),
    record(1, [change("com.c")], { takenBack: [0] }),
    record(2, [change("com.d", "set-global-setting")]),
    { ...other, body: { ...other.body, phone: { ...phone, serial: "another" } } },
  ];
  const steps = rescueSteps(records, phone, [change("com.new")]);
  expect(steps.map(({ about }) => about)).toEqual(
    ["com.new", "com.b", "com.a"].map((name) => `Take back: Put ${name} away`),
  );
  // Within one change, too.
  expect(steps[0]?.commands.map(([first]) => first)).toEqual(["appops", "cmd"]);
});

test("the script does each once, waits for a phone that is starting, and tells what failed", () => {
  const script = rescueScript(rescueSteps([record(0, [change("com.a")])], phone), phone, at);
  expect(ran(script)).toMatchObject({
    status: 0,
    asked: ["appops set --user 0 com.a CAMERA ignore", "cmd package install-existing --user 0 com.a"],
  });
  const slow = ran(script, { SLOW: "3" });
  expect([slow.status, slow.asked.length]).toEqual([0, 5]);
  const broken = ran(rescueScript(rescueSteps([record(0, [change("com.broken")])], phone), phone, at));
  expect(broken.status).toBe(1);
  expect(broken.stdout).toContain("2 commands failed.");
});

test("another phone is left alone", () => {
  const script = rescueScript(rescueSteps([record(0, [change("com.a")])], phone), phone, at);
  expect(ran(script, { SERIAL: "another" })).toMatchObject({ status: 2, asked: [] });
  expect(ran(script, { SERIAL: "another", ANY_PHONE: "1" }).status).toBe(0);
});

test("whatever a phone calls itself and its apps, the script runs nothing of it", () => {
  const evil = fc.oneof(
    fc.string(),
    fc.constantFrom(
      "'; touch PWNED; '",
      "$(touch PWNED)",
      "`touch PWNED`",
      "a\ntouch PWNED\n",
      '"; touch PWNED; "',
      "\\",
      "'\\''",
    ),
  );
  fc.assert(
    fc.property(evil, evil, evil, (serial, model, name) => {
      const script = rescueScript(
        rescueSteps(
          [
            record(0, [change(name)], {
              body: { ...record(0, [change(name)]).body, phone: { serial, model, build: null } },
            }),
          ],
          { serial, model, build: null },
        ),
        { serial, model, build: null },
        at,
      );
      ran(script.replaceAll("PWNED", join(folder, "PWNED")), { ANY_PHONE: "1" });
      expect(() => readFileSync(join(folder, "PWNED"))).toThrow();
      expect(rescueName({ serial, model, build: null })).toMatch(/^rescue\/rescue-[A-Za-z0-9._-]{0,64}\.sh$/);
    }),
    { numRuns: 40 },
  );
});
