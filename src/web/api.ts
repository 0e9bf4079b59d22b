import { createSignal, onCleanup } from "solid-js";

/** What the server says went wrong. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly next: string | null;
}

export class ApiError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** The failure in whatever was thrown. */
export function failureIn(error: unknown): Failure {
  return error instanceof ApiError ? error.failure : { code: "fault", message: String(error), next: null };
}

/** Asks the server; a file is sent as it is, all else as JSON. @throws ApiError */
export async function ask<T>(
  path: string,
  options: { readonly method?: string; readonly body?: unknown; readonly signal?: AbortSignal | undefined } = {},
): Promise<T> {
  const answer = await fetch(`/api/v1${path}`, {
    method: options.method ?? (options.body === undefined ? "GET" : "POST"),
    ...(options.signal && { signal: options.signal }),
    ...(options.body === undefined
      ? {}
      : options.body instanceof Blob
        ? { headers: { "content-type": "application/octet-stream" }, body: options.body }
        : { headers: { "content-type": "application/json" }, body: JSON.stringify(options.body) }),
  }).catch(() => null);
  if (answer === null) {
    if (options.signal?.aborted) throw new ApiError({ code: "stopped", message: "", next: null });
    // A server that wants no more of a file ends the connection, and the browser then does not show what it answered.
    const refused = options.body instanceof Blob && (await fetch("/api/v1/about").catch(() => null))?.ok === true;
    throw new ApiError({ code: refused ? "not-taken" : "server-gone", message: "", next: null });
  }
  const text = await answer.text();
  let value: unknown = null;
  try {
    value = JSON.parse(text);
  } catch {
    // An answer that is no JSON is told by its status below.
  }
  if (answer.ok) return value as T;
  const { error } = (value ?? {}) as { readonly error?: Failure };
  throw new ApiError(error ?? { code: String(answer.status), message: text.slice(0, 300), next: null });
}

/** Where a long piece of work is. */
export type JobState =
  | { readonly state: "idle" }
  | {
      readonly state: "running";
      readonly about: string;
      readonly done: number;
      readonly of: number;
      readonly message: string | null;
    }
  | { readonly state: "done"; readonly result: unknown }
  | { readonly state: "failed"; readonly failure: Failure }
  | { readonly state: "stopped" };

/** Runs one job at a time for a view; its progress is a signal, and it goes on when the view is left. */
export function useJob() {
  const [state, setState] = createSignal<JobState>({ state: "idle" });
  let events: EventSource | undefined;
  let job = "";
  const end = (last: JobState) => {
    events?.close();
    setState(last);
  };
  const follow = (id: string) =>
    new Promise<JobState>((resolve) => {
      job = id;
      setState({ state: "running", about: "", done: 0, of: 0, message: null });
      events?.close();
      // The browser takes the stream up again by itself, with the number of the last event.
      events = new EventSource(`/api/v1/jobs/${id}/events`);
      const on = (type: string, take: (event: Record<string, unknown>) => JobState | undefined) =>
        events?.addEventListener(type, (event) => {
          const next = take(JSON.parse((event as MessageEvent<string>).data) as Record<string, unknown>);
          if (next === undefined) return;
          end(next);
          resolve(next);
        });
      const running = () => {
        const now = state();
        return now.state === "running" ? now : { state: "running" as const, about: "", done: 0, of: 0, message: null };
      };
      on("progress", ({ about, done, of }) => {
        setState({ ...running(), about: String(about), done: Number(done), of: Number(of), message: null });
        return undefined;
      });
      on("message", ({ message }) => {
        setState({ ...running(), message: String(message) });
        return undefined;
      });
      on("done", ({ result }) => ({ state: "done", result }));
      on("failed", ({ failure }) => ({ state: "failed", failure: failure as Failure }));
      on("stopped", () => ({ state: "stopped" }));
    });
  onCleanup(() => events?.close());
  return {
    state,
    /** Starts a job by a post, and waits for its end; the signal stops what is sent, and not the job. */
    start: async (path: string, body: unknown, signal?: AbortSignal): Promise<JobState> => {
      try {
        const begun = await ask<{ readonly job: string }>(path, { body, signal });
        return await follow(begun.job);
      } catch (error) {
        const failure =
          error instanceof ApiError ? error.failure : { code: "fault", message: String(error), next: null };
        const last: JobState = failure.code === "stopped" ? { state: "stopped" } : { state: "failed", failure };
        end(last);
        return last;
      }
    },
    follow,
    stop: () => void ask(`/jobs/${job}`, { method: "DELETE" }).catch(() => undefined),
    reset: () => setState({ state: "idle" }),
  };
}

export type JobHandle = ReturnType<typeof useJob>;
