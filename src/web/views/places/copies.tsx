import { createResource, createSignal, createUniqueId, For, type JSX, lazy, Show, Suspense } from "solid-js";
import type { CopyCard } from "../../../centre/vault-copies.ts";
import { ask } from "../../api.ts";
import { formatTime, t } from "../../i18n.ts";
import { ConfirmDialog } from "../../parts/confirm-dialog.tsx";
import { Fetched } from "../../parts/fetched.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Phrase } from "../../parts/said.tsx";
import { regionWhole } from "../vault/words.ts";
import { CopyState, type CopyWork, useCopyWork } from "./copy-work.tsx";
import { PlaceFieldsView } from "./place-fields.tsx";
import { kindOf, usePlaceForm } from "./place-form.ts";
import { PlaceButton, PlaceSeen } from "./place-seen.tsx";
import "./places.css";

const RenewAccess = lazy(() => import("./renew-access.tsx"));

interface Copies {
  readonly copies: readonly CopyCard[];
}

/** The copies of an open vault: how each stands, bringing it up to date, and making another one. `onChange`: what is known of the vault. */
export default function VaultCopies(props: {
  readonly id: string;
  /** Stands for what the vault holds; the copies are held against it anew when it changes. */
  readonly holds: string;
  readonly onChange: () => void;
}): JSX.Element {
  const [copies, { refetch, mutate }] = createResource(
    () => ({ id: props.id, holds: props.holds }),
    ({ id }) => ask<Copies>(`/vaults/${id}/copies`),
  );
  const again = () => {
    void refetch();
    props.onChange();
  };
  const work = useCopyWork(props.id, again);
  const [share, setShare] = createSignal(0.05);
  const update = (place: string) => void work.start("copy", `/vaults/${props.id}/copies`, { place, verify: share() });
  const forget = async (place: string) => {
    mutate(await ask<Copies>(`/vaults/${props.id}/copies/forget`, { body: { place } }));
    props.onChange();
  };
  return (
    <section class="section" aria-labelledby="vault-copies">
      <h2 id="vault-copies">{t("place.copies")}</h2>
      <p class="soft">{t("place.copiesAbout")}</p>
      <CopyState work={work} />
      <Fetched from={copies} again={again}>
        {(found) => (
          <>
            <Show when={found().copies.length > 0} fallback={<p class="empty">{t("place.copiesNone")}</p>}>
              <ul class="cards">
                <For each={found().copies}>
                  {(copy) => <Copy vault={props.id} copy={copy} work={work} onUpdate={update} onForget={forget} />}
                </For>
              </ul>
              <ShareField value={share()} onInput={setShare} />
            </Show>
            <AddCopy
              vault={props.id}
              work={work}
              share={share()}
              onShare={setShare}
              isFirst={found().copies.length === 0}
            />
          </>
        )}
      </Fetched>
    </section>
  );
}

function Copy(props: {
  readonly vault: string;
  readonly copy: CopyCard;
  readonly work: CopyWork;
  readonly onUpdate: (place: string) => void;
  readonly onForget: (place: string) => Promise<void>;
}): JSX.Element {
  const [asking, setAsking] = createSignal(false);
  let button: HTMLButtonElement | undefined;
  const isWhole = () => props.copy.behind === 0;
  const place = () => props.copy.address;
  return (
    <li class={`card column copy-card edge ${isWhole() ? "pass" : ""}`}>
      <div class="row">
        <Icon name={kindOf(place()) === "folder" ? "folder" : "traffic"} />
        <h3 class="grow mono">{place()}</h3>
      </div>
      <p class="row standing">
        <Icon name={isWhole() ? "pass" : props.copy.behind === null ? "unknown" : "history"} />
        <strong>{behindSaid(props.copy.behind)}</strong>
      </p>
      <dl class="facts">
        <dt>{t("place.copyWhere")}</dt>
        <dd>{regionWhole(props.copy.region)}</dd>
        <dt>{t("place.copyAt")}</dt>
        <dd>
          <Show when={props.copy.at} fallback={t("place.copyNever")}>
            {(at) => t("place.copyTime", { time: formatTime(at()), count: props.copy.verified })}
          </Show>
        </dd>
      </dl>
      <Show when={props.copy.onlyThere > 0}>
        <p class="soft">{t("place.onlyThere", { count: props.copy.onlyThere })}</p>
      </Show>
      <Show when={props.copy.outside}>
        {(reason) => (
          <p class="notice bad">
            <strong>{t("place.outside")}:</strong> <Phrase of={reason()} />
          </p>
        )}
      </Show>
      <div class="row wrap">
        <button
          type="button"
          class="button"
          classList={{ quiet: isWhole() }}
          disabled={props.work.busy() || props.copy.outside !== null}
          aria-label={t("place.updateOf", { place: place() })}
          onClick={() => props.onUpdate(place())}
        >
          {t("place.update")}
        </button>
        <button
          type="button"
          class="button quiet"
          disabled={props.work.busy()}
          aria-label={t("place.forgetOf", { place: place() })}
          ref={(element) => {
            button = element;
          }}
          onClick={() => setAsking(true)}
        >
          {t("place.forget")}
        </button>
      </div>
      <Show when={kindOf(place()) !== "folder"}>
        <Suspense>
          <RenewAccess vault={props.vault} address={place()} region={props.copy.region} />
        </Suspense>
      </Show>
      <Show when={asking()}>
        <ConfirmDialog
          title={t("place.forgetTitle")}
          about={t("place.forgetAbout", { place: place() })}
          does={t("place.forgetDo")}
          run={() => props.onForget(place())}
          onClose={() => {
            setAsking(false);
            button?.focus();
          }}
        />
      </Show>
    </li>
  );
}

function behindSaid(behind: number | null): string {
  if (behind === null) return t("place.behind.unknown");
  return behind === 0 ? t("place.behind.none") : t("place.behind.some", { count: behind });
}

const shares = [
  ["some", 0.05],
  ["quarter", 0.25],
  ["all", 1],
] as const;

function ShareField(props: { readonly value: number; readonly onInput: (share: number) => void }): JSX.Element {
  const id = createUniqueId();
  return (
    <div class="field copy-share">
      <label for={id}>{t("place.share")}</label>
      <select
        id={id}
        value={String(props.value)}
        onChange={(event) => props.onInput(Number(event.currentTarget.value))}
      >
        <For each={shares}>{([name, share]) => <option value={String(share)}>{t(`place.share.${name}`)}</option>}</For>
      </select>
    </div>
  );
}

function AddCopy(props: {
  readonly vault: string;
  readonly work: CopyWork;
  readonly share: number;
  readonly onShare: (share: number) => void;
  readonly isFirst: boolean;
}): JSX.Element {
  const form = usePlaceForm();
  const submit = (event: Event) => {
    event.preventDefault();
    if (form.before() === null && !props.work.busy())
      void props.work.start("copy", `/vaults/${props.vault}/copies`, { ...form.body(), verify: props.share });
  };
  return (
    <details class="card column">
      <summary>{t("place.copyMake")}</summary>
      <form onSubmit={submit}>
        <PlaceFieldsView
          form={form}
          label={t("place.kind")}
          folderLabel={t("place.copyFolder")}
          folderHint={t("vault.folderHint")}
        />
        <PlaceSeen form={form} rule={() => ({ vault: props.vault })} />
        <Show when={props.isFirst}>
          <ShareField value={props.share} onInput={props.onShare} />
        </Show>
        <PlaceButton form={form} label={t("place.copyDo")} busy={null} disabled={props.work.busy()} />
      </form>
    </details>
  );
}
