import { createSignal, For, type JSX, Show } from "solid-js";
import { ask, type Failure, failureIn } from "../../api.ts";
import { formatBytes, t } from "../../i18n.ts";
import { ChooseFiles } from "../../parts/choose-files.tsx";
import { Failed } from "../../parts/loading.tsx";

/** A file that is held to be put into the next package. */
export interface Included {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
}

/** Files that are put into a package as they are. */
export function Includes(props: {
  readonly of: readonly Included[];
  /** Whether something is taken out of the rest. */
  readonly told: boolean;
  readonly onChange: (included: readonly Included[]) => void;
}): JSX.Element {
  const [busy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<Failure>();
  const add = async (files: readonly File[]) => {
    setBusy(true);
    setFailure(undefined);
    try {
      for (const file of files)
        props.onChange([
          ...props.of,
          await ask<Included>(`/evidence/includes?name=${encodeURIComponent(file.name)}`, { body: file }),
        ]);
    } catch (error) {
      setFailure(failureIn(error));
    } finally {
      setBusy(false);
    }
  };
  const remove = async ({ id }: Included) => {
    props.onChange(props.of.filter((each) => each.id !== id));
    await ask(`/evidence/includes/${id}`, { method: "DELETE" }).catch(() => undefined);
  };
  return (
    <section class="card column" aria-labelledby="evidence-include">
      <h2 id="evidence-include">{t("evidence.include")}</h2>
      <p class="soft">{t("evidence.includeAbout")}</p>
      <Show when={failure()}>{(each) => <Failed failure={each()} />}</Show>
      <Show when={props.of.length > 0}>
        <ul class="included">
          <For each={props.of}>
            {(each) => (
              <li>
                <span>
                  {each.name} <span class="soft">{formatBytes(each.bytes)}</span>
                </span>
                <button type="button" class="button quiet" onClick={() => void remove(each)}>
                  {t("evidence.includeRemove")}
                  <span class="visually-hidden">: {each.name}</span>
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.told && props.of.length > 0}>
        <p class="notice ask">{t("evidence.includeLevel")}</p>
      </Show>
      <p>
        <ChooseFiles name="include" multiple disabled={busy()} onFiles={(files) => void add(files)}>
          {t("evidence.includeChoose")}
        </ChooseFiles>
      </p>
    </section>
  );
}
