import { createResource, createSignal, For, type JSX, lazy, Show, Suspense } from "solid-js";
import type { VaultCard } from "../../../centre/vault-cards.ts";
import type { SnapshotCard } from "../../../centre/vault-page.ts";
import { ask } from "../../api.ts";
import { formatBytes, formatTime, t } from "../../i18n.ts";
import { Fetched } from "../../parts/fetched.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Link } from "../../parts/link.tsx";
import { Phrase } from "../../parts/said.tsx";
import { RecoverySheet, type Sheet } from "../privacy/sheet.tsx";
import { RecoveryDue, VaultActions } from "./actions.tsx";
import { OpenVault } from "./open-vault.tsx";
import { Search } from "./search.tsx";
import type { VaultList } from "./state.ts";
import { LockVault, VaultFacts } from "./vault-card.tsx";
import { useVaultWork, WorkState } from "./work.tsx";

const VaultCopies = lazy(() => import("../places/copies.tsx"));
const VaultCare = lazy(() => import("./care.tsx"));
const HideFiles = lazy(() => import("./hide.tsx"));
const ReturnFiles = lazy(() => import("./return.tsx"));

/** One vault: what can be done with it, and its snapshots. */
export default function VaultView(props: { readonly id: string }): JSX.Element {
  return <OpenVault id={props.id}>{(card, list) => <Opened card={card()} list={list} />}</OpenVault>;
}

interface Snapshots {
  readonly lost: string | null;
  readonly snapshots: readonly SnapshotCard[];
}

function Opened(props: { readonly card: VaultCard; readonly list: VaultList }): JSX.Element {
  const { id } = props.card;
  const [snapshots, { refetch }] = createResource(() => ask<Snapshots>(`/vaults/${id}/snapshots`));
  const [sheet, setSheet] = createSignal<Sheet>();
  const [proved, setProved] = createSignal(false);
  const again = () => {
    void refetch();
    void props.list.fetch();
  };
  const known = () => (["ready", "refreshing"].includes(snapshots.state) ? (snapshots.latest?.snapshots ?? []) : []);
  const work = useVaultWork(id, again);
  const make = async () => {
    setSheet((await ask<{ readonly sheet: Sheet }>(`/vaults/${id}/recovery`, { method: "POST" })).sheet);
  };
  const prove = async (key: string) => {
    const { vaults } = await ask<{ readonly vaults: readonly VaultCard[] }>(`/vaults/${id}/prove`, { body: { key } });
    setProved(true);
    props.list.take(vaults);
  };
  const done = () => {
    setSheet(undefined);
    again();
  };
  return (
    <Show
      when={!sheet()}
      fallback={
        <Show when={sheet()}>
          {(each) => <RecoverySheet sheet={each()} about={t("vault.sheetAbout")} onDone={done} />}
        </Show>
      }
    >
      <div class="row wrap vault-head">
        <h1 class="grow">{props.card.name}</h1>
        <LockVault card={props.card} list={props.list} />
      </div>
      <p class="soft">{t("vault.isOpen", { time: formatTime(props.card.locksAt ?? "") })}</p>
      <VaultFacts card={props.card} />
      <Show when={props.card.due}>{(due) => <RecoveryDue due={due()} onMake={make} onProve={prove} />}</Show>
      <Show when={proved()}>
        <p class="notice good" role="status">
          {t("vault.proved")}
        </p>
      </Show>
      <WorkState work={work} />
      <Fetched from={snapshots} again={again}>
        {(found) => (
          <section class="section" aria-labelledby="vault-snapshots">
            <h2 id="vault-snapshots">{t("vault.snapshots")}</h2>
            <Show when={found().lost}>
              {(lost) => (
                <section class="notice bad" role="alert">
                  <h3>{t("vault.lost")}</h3>
                  <p>
                    <Phrase of={lost()} />
                  </p>
                </section>
              )}
            </Show>
            <Show when={found().snapshots.length > 0} fallback={<p class="empty">{t("vault.empty")}</p>}>
              <p class="soft">{t("vault.snapshotsAbout")}</p>
              <Search vault={id} back={t("vault.searchClearAll")}>
                <ul class="cards">
                  <For each={found().snapshots}>{(each) => <SnapshotView vault={id} of={each} />}</For>
                </ul>
              </Search>
            </Show>
          </section>
        )}
      </Fetched>
      <VaultActions id={id} work={work} />
      <Suspense>
        <section class="section phone-files" aria-labelledby="phone-files">
          <h2 id="phone-files">{t("hideFiles.section")}</h2>
          <HideFiles vault={id} onEnd={again} />
          <ReturnFiles vault={id} snapshots={known()} onEnd={again} />
        </section>
      </Suspense>
      <Suspense>
        <VaultCopies
          id={id}
          holds={`${known().length} ${known()[0]?.id ?? ""}`}
          onChange={() => void props.list.fetch()}
        />
      </Suspense>
      <Suspense>
        <VaultCare
          vault={id}
          snapshots={known()}
          copied={props.card.copies.length > 0}
          waits={work.busy()}
          onRecovery={make}
          onEnd={again}
        />
      </Suspense>
    </Show>
  );
}

function SnapshotView(props: { readonly vault: string; readonly of: SnapshotCard }): JSX.Element {
  const fromPhone = () => props.of.tags.includes("phone");
  const name = () => props.of.hostname.replace(/^phone-/, "");
  return (
    <li class="card">
      <Icon name={fromPhone() ? "phone" : "folder"} />
      <div class="grow">
        <h3>
          <Link to={`/vault/${props.vault}/${props.of.id}`}>
            {props.of.time === null ? t("vault.noTime") : formatTime(props.of.time)}
          </Link>
        </h3>
        <p class="soft">
          {t(fromPhone() ? "vault.fromPhone" : "vault.fromComputer", { name: name() })}
          <Show when={props.of.files !== null}>
            {" · "}
            {t("vault.snapshotFiles", { count: props.of.files ?? 0, size: formatBytes(props.of.bytes ?? 0) })}
          </Show>
        </p>
        <p class="mono soft path">{props.of.paths.map((path) => path.replace(/^phone:[^/]*\//, "")).join(", ")}</p>
      </div>
    </li>
  );
}
