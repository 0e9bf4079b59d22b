import { createSignal, For, type JSX, Show } from "solid-js";
import { t } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { Link } from "../../parts/link.tsx";
import { Failed, Loading } from "../../parts/loading.tsx";
import { go } from "../../router.ts";
import { RecoverySheet, type Sheet } from "../privacy/sheet.tsx";
import { MakeVault, MeetVault } from "./make.tsx";
import { VaultMap } from "./map.tsx";
import { useVaults } from "./state.ts";
import { VaultCardView } from "./vault-card.tsx";
import "../../style/keeping.css";
import "../../style/tables.css";
import "./vault.css";

/** The vaults that Candor knows, where they lie, and making one. A recovery sheet takes the place of all of it. */
export default function Vaults(): JSX.Element {
  const list = useVaults();
  const [made, setMade] = createSignal<{ readonly id: string; readonly sheet: Sheet }>();
  const show = (id: string, sheet: Sheet | null) => (sheet ? setMade({ id, sheet }) : go(`/vault/${id}`));
  return (
    <div class="page vault">
      <Show
        when={!made()}
        fallback={
          <Show when={made()}>
            {(each) => (
              <RecoverySheet
                sheet={each().sheet}
                about={t("vault.sheetAbout")}
                onDone={() => go(`/vault/${each().id}`)}
              />
            )}
          </Show>
        }
      >
        <h1>{t("vault.title")}</h1>
        <p class="soft lead">{t("vault.lead")}</p>
        <Show
          when={list.cards()}
          fallback={
            <Show when={list.failure()} fallback={<Loading />}>
              {(each) => <Failed failure={each()} again={() => void list.fetch()} />}
            </Show>
          }
        >
          {(cards) => (
            <>
              <Show when={cards().length > 0} fallback={<Empty />}>
                <ul class="cards two">
                  <For each={cards()}>{(card) => <VaultCardView card={card} list={list} />}</For>
                </ul>
                <VaultMap cards={cards()} />
              </Show>
              <div class="section">
                <MakeVault open={cards().length === 0} onMade={show} />
                <MeetVault onMet={(id) => go(`/vault/${id}`)} />
                <p>
                  <Link to="/share">{t("share.link")}</Link>
                </p>
              </div>
            </>
          )}
        </Show>
      </Show>
    </div>
  );
}

function Empty(): JSX.Element {
  return (
    <section class="card">
      <Icon name="vault" />
      <div class="grow">
        <h2>{t("vault.none")}</h2>
        <p class="soft">{t("vault.noneAbout")}</p>
      </div>
    </section>
  );
}
