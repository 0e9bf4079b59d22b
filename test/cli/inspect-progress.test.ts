import { expect, test } from "vitest";
import type { InspectProgress } from "../../src/centre/load-inspections.ts";
import { inspectReporter } from "../../src/cli/inspect-progress.ts";
import { width } from "../../src/report/plain-text.ts";

function stream(columns?: number) {
  let text = "";
  const write = (more: string) => {
    text += more;
  };
  const written = { isTTY: columns !== undefined, columns, write };
  return { stream: written as unknown as NodeJS.WriteStream, text: () => text };
}

const step = (change: Partial<InspectProgress>): InspectProgress => ({
  stage: "read",
  app: "com.example.app",
  done: 0,
  of: 200,
  transferred: 0,
  expected: 100_000_000,
  ...change,
});

test("a terminal is told of apps, bytes and the time that is left, on one line that fits", () => {
  let now = 0;
  const out = stream(60);
  const { step: report, end } = inspectReporter(out.stream, "auto", () => now);
  report(step({ stage: "list", of: 0, expected: 0 }));
  now = 1000;
  report(step({}));
  now = 11_000;
  report(step({ done: 20, transferred: 25_000_000, app: `com.example.\u001b[31m${"long".repeat(40)}` }));
  end();
  const lines = out.text().split("\r\u001b[K");
  expect(lines[1]).toBe("Asking the phone which apps it has  com.example.app");
  expect(lines[2]).toMatch(/^0\/200 apps, 0 of about 100 MB read/);
  // A tenth of the apps after ten seconds.
  expect(lines[3]).toMatch(/^20\/200 apps, 25 of about 100 MB read, 2 min left/);
  for (const line of lines) expect(width(line)).toBeLessThan(60);
  expect(out.text().replaceAll("\r\u001b[K", "")).not.toContain("\u001b");
  expect(lines.at(-1)).toBe("");
});

test("nothing is said of the time that is left while too little was seen", () => {
  let now = 0;
  const out = stream(100);
  const { step: report } = inspectReporter(out.stream, "terminal", () => now);
  report(step({}));
  now = 1500;
  report(step({ done: 30, transferred: 30_000_000 }));
  expect(out.text()).not.toContain("left");
});

test("where no terminal is, nothing is said unless it is asked for", () => {
  const out = stream();
  inspectReporter(out.stream, "auto", () => 0).step(step({}));
  expect(out.text()).toBe("");
  const json = stream();
  const reporter = inspectReporter(json.stream, "json", () => 0);
  reporter.step(step({}));
  reporter.say("Unlock the phone.");
  const [progress, message] = json
    .text()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);
  expect(progress).toEqual({ type: "progress", ...step({}), secondsLeft: null });
  expect(message).toEqual({ type: "message", message: "Unlock the phone." });
});

test("plain lines come every two seconds at most", () => {
  let now = 0;
  const out = stream();
  const { step: report } = inspectReporter(out.stream, "plain", () => now);
  for (now = 0; now < 10_000; now += 100) report(step({ done: now / 100 }));
  expect(out.text().trim().split("\n")).toHaveLength(5);
});
