import { setTimeout as pause } from "node:timers/promises";
import type { Context } from "hono";
import type { z } from "zod";
import type { EvidenceDesk } from "../centre/evidence-desk.ts";
import type { Follower } from "../centre/follower.ts";
import { openPrivate, type PrivatePlace, type PrivateStore } from "../centre/private-store.ts";
import type { ReceivedDesk } from "../centre/received-desk.ts";
import type { ShareDesk } from "../centre/share-desk.ts";
import type { TrafficDesk } from "../centre/traffic-desk.ts";
import type { VaultRoom } from "../centre/vault-room.ts";
import { FormatError } from "../core/errors.ts";
import type { Jobs } from "./jobs.ts";
import type { Phones } from "./phones.ts";

/** What routes work with. */
export interface ServerContext extends PrivatePlace {
  readonly process: { readonly env: NodeJS.ProcessEnv };
  readonly phones: Phones;
  readonly jobs: Jobs;
  readonly traffic: TrafficDesk;
  readonly vaults: VaultRoom;
  readonly follower: Follower;
  readonly evidence: EvidenceDesk;
  readonly shares: ShareDesk;
  readonly received: ReceivedDesk;
}

/** Milliseconds until a request has to be there as a whole. */
const slowest = 30_000;

/** What is kept, with what the passphrase opens at this moment. */
export function storeOf(context: ServerContext): Promise<PrivateStore> {
  return openPrivate(context);
}

/** The JSON body of a request, held against a schema. @throws FormatError */
export async function bodyOf<S extends z.ZodType>(request: Context, schema: S): Promise<z.output<S>> {
  // What other pages can send without being asked for leave is never of this type.
  if (!/^application\/json\b/i.test(request.req.header("content-type") ?? ""))
    throw new FormatError("request", "its content type is not application/json");
  const late = new AbortController();
  const given: unknown = await Promise.race([
    request.req.json().catch(() => undefined),
    pause(slowest, undefined, { signal: late.signal }).catch(() => undefined),
  ]);
  late.abort();
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new FormatError("request", `${issue?.path.join(".") || "the body"}: ${issue?.message ?? "not readable"}`);
}
