import { type JSX, Show } from "solid-js";
import type { Failure } from "../api.ts";
import { ApiError } from "../api.ts";
import { t } from "../i18n.ts";

/** Something is being fetched. */
export function Loading(): JSX.Element {
  return (
    <p class="loading" role="status">
      {t("work.loading")}
    </p>
  );
}

/** What went wrong, and what to do. */
export function Failed(props: { readonly failure: Failure; readonly again?: () => void }): JSX.Element {
  return (
    <section class="notice bad" role="alert">
      <h2>{t("work.failed")}</h2>
      <p>{props.failure.code === "server-gone" ? t("work.serverGone") : props.failure.message}</p>
      <Show when={props.failure.next}>
        {(next) => (
          <p>
            <strong>{t("work.next")}:</strong> {next()}
          </p>
        )}
      </Show>
      <Show when={props.again}>
        {(again) => (
          <button type="button" class="button" onClick={() => again()()}>
            {t("work.again")}
          </button>
        )}
      </Show>
    </section>
  );
}

/** The failure in whatever was thrown. */
export function failureIn(error: unknown): Failure {
  return error instanceof ApiError ? error.failure : { code: "fault", message: String(error), next: null };
}
