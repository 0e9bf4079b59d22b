import { chooseFeeds, listFeeds, updateFeeds } from "../centre/feeds.ts";
import { plainText } from "../report/plain-text.ts";
import { type Context, exitCodes } from "./context.ts";
import { failure } from "./failure.ts";

/** `candor feeds list`: each list with origin, licence, date, size and digest. */
export async function feedsList(this: Context, flags: { readonly json: boolean }): Promise<void> {
  const { stdout } = this.process;
  try {
    const feeds = await listFeeds(this.dataFolder);
    if (flags.json) {
      const rows = feeds.map(({ loaded, ...rest }) => ({
        ...rest,
        loaded: loaded && { origin: loaded.origin, date: loaded.date, sha256: loaded.sha256, entries: loaded.entries },
      }));
      stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
      return;
    }
    for (const feed of feeds) {
      stdout.write(`${feed.id}: ${feed.about}\n`);
      if (feed.loaded) {
        const size = feed.bytes === null ? "" : `, ${feed.bytes} bytes`;
        stdout.write(`  in use: ${feed.loaded.origin}, ${feed.loaded.date}, ${feed.loaded.entries} entries${size}\n`);
        if (feed.loaded.sha256) stdout.write(`  sha256: ${feed.loaded.sha256}\n`);
      } else stdout.write("  in use: nothing yet\n");
      stdout.write(`  from: ${feed.publisher}, ${feed.homepage}\n  licence: ${feed.licence}\n`);
      for (const address of feed.addresses) stdout.write(`  fetched from: ${address}\n`);
      if (feed.problem) stdout.write(`  problem: ${plainText(feed.problem)}\n`);
    }
    stdout.write(
      "\nNewer lists: candor feeds update (it fetches from the addresses above, and what an index there names beside it).\n",
    );
  } catch (error) {
    this.process.exitCode = failure(this, error);
  }
}

/** `candor feeds update`: fetches the lists from their publishers; what is broken is refused and the old one stays. */
export async function feedsUpdate(
  this: Context,
  flags: { readonly json: boolean; readonly force: boolean },
  ...ids: string[]
): Promise<void> {
  const { stdout, stderr, env } = this.process;
  try {
    const chosen = chooseFeeds(ids);
    if (typeof chosen === "string") {
      stderr.write(`${chosen}\n`);
      this.process.exitCode = exitCodes.usage;
      return;
    }
    let file = "";
    const results = await updateFeeds(this.dataFolder, {
      feeds: chosen,
      base: env["CANDOR_FEED_BASE"],
      force: flags.force,
      now: this.now,
      signal: this.signal,
      onProgress: (progress) => {
        if (stderr.isTTY && progress.file !== file)
          stderr.write(`fetching ${progress.feed}: ${plainText(progress.file)}\n`);
        file = progress.file;
      },
    });
    if (flags.json) stdout.write(`${JSON.stringify(results, null, 2)}\n`);
    else
      for (const result of results) {
        stdout.write(
          `${result.id}: ${result.state}, ${result.before} → ${result.after} entries${result.reason ? `: ${plainText(result.reason)}` : ""}\n`,
        );
        for (const name of result.missing)
          stdout.write(`  without ${plainText(name)}: the publisher does not have it, or it could not be used\n`);
      }
    const failed = results.some((result) => result.state === "refused" || result.state === "failed");
    this.process.exitCode = failed ? exitCodes.unreadable : exitCodes.fine;
  } catch (error) {
    this.process.exitCode = failure(this, error);
  }
}
