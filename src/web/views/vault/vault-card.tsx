import { For, type JSX, Show } from "solid-js";
import type { VaultCard } from "../../../centre/vault-cards.ts";
import { ask } from "../../api.ts";
import { formatTime, t } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { Link } from "../../parts/link.tsx";
import type { VaultList } from "./state.ts";
import { regionSaid } from "./words.ts";

/** A vault in the list: whether it is open, where it lies, and how it stands. */
export function VaultCardView(props: { readonly card: VaultCard; readonly list: VaultList }): JSX.Element {
  const isOpen = () => props.card.locksAt !== null;
  return (
    <li class={`card column vault-card edge ${isOpen() ? "pass" : ""}`}>
      <div class="row">
        <Icon name={isOpen() ? "unlocked" : "lock"} />
        <h2 class="grow">
          <Link to={`/vault/${props.card.id}`}>{props.card.name}</Link>
        </h2>
      </div>
      <p class="soft">
        <Show when={props.card.locksAt} fallback={t("vault.locked")}>
          {(at) => t("vault.isOpen", { time: formatTime(at()) })}
        </Show>
      </p>
      <VaultFacts card={props.card} />
      <Show when={props.card.due}>{(due) => <p class="notice ask">{t(`vault.due.${due()}`)}</p>}</Show>
      <div class="row wrap">
        <Link to={`/vault/${props.card.id}`} class="button">
          {t(isOpen() ? "vault.show" : "vault.open")}
          <span class="visually-hidden">: {props.card.name}</span>
        </Link>
        <Show when={isOpen()}>
          <LockVault card={props.card} list={props.list} />
        </Show>
      </div>
    </li>
  );
}

/** Locks one vault. */
export function LockVault(props: { readonly card: VaultCard; readonly list: VaultList }): JSX.Element {
  const lock = async () => {
    const path = `/vaults/${props.card.id}/lock`;
    props.list.take((await ask<{ readonly vaults: readonly VaultCard[] }>(path, { method: "POST" })).vaults);
  };
  return (
    <button type="button" class="button quiet" onClick={() => void lock().catch(() => props.list.fetch())}>
      {t("vault.lock")}
      <span class="visually-hidden">: {props.card.name}</span>
    </button>
  );
}

/** What is known of a vault without opening it. */
export function VaultFacts(props: { readonly card: VaultCard }): JSX.Element {
  const checked = () => {
    const { checked: last } = props.card;
    if (last === null) return t("vault.neverChecked");
    const time = formatTime(last.at);
    return last.problems === 0
      ? t("vault.checkedFine", { time })
      : t("vault.checkedBad", { time, count: last.problems });
  };
  const region = () => {
    const { region: known } = props.card;
    if (known === null || known.country === null) return regionSaid(known);
    return `${regionSaid(known)} (${t(known.verified === null ? "vault.declared" : "vault.verified")})`;
  };
  const rule = () => {
    const { rule: known } = props.card;
    if (known === null) return t("vault.ruleNone");
    return known.verifiedOnly ? t("vault.ruleVerified", { rule: known.words }) : known.words;
  };
  return (
    <dl class="facts">
      <dt>{t("vault.place")}</dt>
      <dd class="mono">{props.card.address}</dd>
      <dt>{t("vault.where")}</dt>
      <dd>{region()}</dd>
      <dt>{t("vault.rule")}</dt>
      <dd>{rule()}</dd>
      <dt>{t("vault.last")}</dt>
      <dd>{props.card.newest ? formatTime(props.card.newest.time) : t("vault.never")}</dd>
      <dt>{t("vault.check")}</dt>
      <dd>{checked()}</dd>
      <dt>{t("vault.copies")}</dt>
      <dd>
        <Show when={props.card.copies.length > 0} fallback={t("vault.noCopies")}>
          <For each={props.card.copies}>
            {({ address, at }) => (
              <span class="under">
                {at === null
                  ? t("place.copyBegun", { place: address })
                  : t("vault.copyOf", { place: address, time: formatTime(at) })}
              </span>
            )}
          </For>
        </Show>
      </dd>
    </dl>
  );
}
