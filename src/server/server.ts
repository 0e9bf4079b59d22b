import { createServer } from "node:http";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { EvidenceDesk } from "../centre/evidence-desk.ts";
import { Follower } from "../centre/follower.ts";
import { notify } from "../centre/notify.ts";
import { attachedPhones } from "../centre/open-source.ts";
import { phoneEvents } from "../centre/phone-events.ts";
import type { PrivatePlace } from "../centre/private-store.ts";
import { removeReceived } from "../centre/receive-file.ts";
import { ReceivedDesk, removeUnsealed } from "../centre/received-desk.ts";
import { ShareDesk } from "../centre/share-desk.ts";
import { TrafficDesk } from "../centre/traffic-desk.ts";
import { VaultRoom } from "../centre/vault-room.ts";
import { DeviceError } from "../core/errors.ts";
import { makeApp } from "./app.ts";
import type { ServerContext } from "./context.ts";
import { makeGuard } from "./guard.ts";
import { Jobs } from "./jobs.ts";
import { readPage } from "./page-files.ts";
import { Phones } from "./phones.ts";
import { vaultJobs } from "./vault-work-routes.ts";

export interface ServerOptions {
  readonly dataFolder: string;
  readonly now: () => number;
  readonly env: NodeJS.ProcessEnv;
  /** A free one is found where it is left out. */
  readonly port?: number | undefined;
  /** Folder of the built page. */
  readonly page?: string;
  /** Milliseconds for the head of a request. */
  readonly headMs?: number;
}

/** A server that runs. */
export interface RunningServer {
  readonly port: number;
  /** A link that lets one browser in, once. */
  link(): string;
  close(): Promise<void>;
}

/** Whoever sends slowly on purpose holds nothing for long: milliseconds for the head of a request, and for all of it, which may be a large file. */
const limits = {
  headersTimeout: 20_000,
  requestTimeout: 15 * 60_000,
  maxRequestsPerSocket: 10_000,
  maxConnections: 500,
};

/** Beside the sources, and beside the compiled ones of the published package. */
const builtPage = join(import.meta.dirname, "..", "..", "dist", "page");

/**
 * Starts the server on this computer alone.
 *
 * @throws DeviceError where the port is taken
 */
export async function startServer({
  dataFolder,
  env,
  now,
  page = builtPage,
  headMs = limits.headersTimeout,
  port = 0,
}: ServerOptions): Promise<RunningServer> {
  let listening = 0;
  const guard = makeGuard(() => listening);
  const phones = new Phones({ dataFolder, env, now });
  const jobs = new Jobs(now);
  await removeReceived(dataFolder);
  await removeUnsealed({ dataFolder, now, process: { env } });
  const traffic = new TrafficDesk({ dataFolder, now, process: { env } });
  const evidence = new EvidenceDesk({ dataFolder, now, process: { env } });
  const shares = new ShareDesk({ dataFolder, now, process: { env } });
  const received = new ReceivedDesk({ dataFolder, now, process: { env } }, evidence);
  const follower = makeFollower({ dataFolder, now, process: { env } }, phones);
  const vaults = new VaultRoom({ dataFolder, now, process: { env } }, (vault) => jobs.forget(vaultJobs, vault));
  const context: ServerContext = {
    dataFolder,
    now,
    process: { env },
    phones,
    jobs,
    traffic,
    evidence,
    shares,
    received,
    follower,
    vaults,
  };
  const app = makeApp(context, guard, await readPage(page));
  const server = createServer({ connectionsCheckingInterval: headMs / 4 }, getRequestListener(app.fetch));
  Object.assign(server, { ...limits, headersTimeout: headMs });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: Error & { readonly code?: string }) =>
      reject(
        error.code === "EADDRINUSE"
          ? new DeviceError(
              "unreadable",
              `Port ${port} is taken by another program.`,
              "Choose another with --port, or leave it out.",
            )
          : error,
      ),
    );
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  listening = typeof address === "object" && address !== null ? address.port : port;
  await follower.begin();
  return {
    port: listening,
    link: guard.link,
    close: async () => {
      await follower.close();
      await jobs.close();
      await vaults.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await phones.close();
      await traffic.close();
      evidence.close();
      await shares.close();
      await received.close();
    },
  };
}

/** Follows the phones of the adb server. */
function makeFollower(place: PrivatePlace & { readonly process: { readonly env: NodeJS.ProcessEnv } }, phones: Phones) {
  const { env } = place.process;
  return new Follower({
    place,
    events: (signal, onProblem) =>
      phoneEvents({ list: async () => await attachedPhones({ env, signal }), signal, onProblem }),
    open: async (phone, signal) => await phones.open(`serial:${phone}`, { signal }),
    refOf: (phone) => `serial:${phone}`,
    notify: async (words) => await notify(process.platform, words, env),
  });
}
