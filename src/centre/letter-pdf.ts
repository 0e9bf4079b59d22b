import { spawn } from "node:child_process";
import { constants } from "node:fs";
import { access, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { DeviceError } from "../core/errors.ts";

const names = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
  "msedge",
  "brave-browser",
];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];
const timeoutMs = 60_000;

/**
 * Prints a page that has no script and asks for nothing as a PDF, by a Chromium that is installed.
 *
 * @throws DeviceError `absent` where there is none, or it does not do it
 */
export async function pdfOf(page: string, env: NodeJS.ProcessEnv, signal?: AbortSignal): Promise<Uint8Array> {
  const program = await findChromium(env);
  if (program === null)
    throw new DeviceError(
      "absent",
      "To make a PDF, Candor needs Chromium, Chrome or Edge, and found none.",
      "Write it as HTML (--format html) and print that from your browser; or name the program: CANDOR_CHROMIUM=/path/to/it",
    );
  const folder = await mkdtemp(join(tmpdir(), "candor-letter-"));
  try {
    const source = join(folder, "letter.html");
    const target = join(folder, "letter.pdf");
    await writeFile(source, page, { mode: 0o600 });
    await print(program, { folder, source, target }, signal);
    const pdf = await readFile(target).catch(() => new Uint8Array());
    if (new TextDecoder("latin1").decode(pdf.subarray(0, 5)) !== "%PDF-")
      throw new DeviceError("absent", "The browser made no PDF.", "Write it as HTML (--format html) and print that.");
    return pdf;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** A browser of the Chromium family; null where none is found. */
export async function findChromium(env: NodeJS.ProcessEnv): Promise<string | null> {
  const named = env["CANDOR_CHROMIUM"];
  if (named) return named;
  const inPath = (env["PATH"] ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "")
    .flatMap((folder) => names.map((name) => join(folder, name)));
  for (const path of [...inPath, ...places]) {
    const found = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) return path;
  }
  return null;
}

interface Printing {
  readonly folder: string;
  readonly source: string;
  readonly target: string;
}

async function print(program: string, { folder, source, target }: Printing, signal?: AbortSignal): Promise<void> {
  const root = process.getuid?.() === 0;
  const limit = AbortSignal.timeout(timeoutMs);
  const child = spawn(
    program,
    [
      "--headless=new",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--no-pdf-header-footer",
      // It does not start as root with its sandbox; the page has no script.
      ...(root ? ["--no-sandbox"] : []),
      `--user-data-dir=${join(folder, "profile")}`,
      `--print-to-pdf=${target}`,
      pathToFileURL(source).href,
    ],
    { stdio: "ignore", signal: signal ? AbortSignal.any([signal, limit]) : limit },
  );
  await new Promise<void>((resolve, reject) => {
    child.once("error", (error) =>
      reject(new DeviceError("absent", `The browser ${program} could not print: ${error.message}`)),
    );
    child.once("close", () => resolve());
  });
}
