import { ApiError, type Failure } from "../../api.ts";

/** A file that the server made. */
export interface SavedFile {
  readonly name: string;
  readonly content: Blob;
  /** Why it could not be noted in the journal. */
  readonly problem: string | null;
}

/** Asks the server for a file. @throws ApiError; an AbortError where it was stopped */
export async function savedFile(path: string, wish: unknown, signal: AbortSignal): Promise<SavedFile> {
  const answer = await fetch(`/api/v1${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(wish),
    signal,
  }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new ApiError({ code: "server-gone", message: "", next: null });
  });
  if (!answer.ok) {
    const value = (await answer.json().catch(() => ({}))) as { readonly error?: Failure };
    throw new ApiError(value.error ?? { code: String(answer.status), message: "", next: null });
  }
  const problem = answer.headers.get("x-candor-problem");
  const [, name = "candor"] = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? "") ?? [];
  return { name, content: await answer.blob(), problem: problem === null ? null : decodeURIComponent(problem) };
}
