import { createMemo, createSignal, type JSX, lazy, onCleanup, Show, Suspense } from "solid-js";
import type { VaultCard } from "../../../centre/vault-cards.ts";
import { ask, type Failure, failureIn } from "../../api.ts";
import { t } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { Link } from "../../parts/link.tsx";
import { Failed, Loading } from "../../parts/loading.tsx";
import { PassphraseField } from "../../parts/passphrase-field.tsx";
import { Phrase } from "../../parts/said.tsx";
import { lockMinutes } from "../../privacy.ts";
import { kindOf } from "../places/place-form.ts";
import { useVaults, type VaultList } from "./state.ts";
import "../../style/keeping.css";
import "../../style/tables.css";
import "./vault.css";

const RenewAccess = lazy(() => import("../places/renew-access.tsx"));

/** A vault of a number: what is in it where it is open, else its passphrase is asked for in the place of that. */
export function OpenVault(props: {
  readonly id: string;
  readonly children: (card: () => VaultCard, list: VaultList) => JSX.Element;
}): JSX.Element {
  const list = useVaults();
  const card = createMemo(() => list.cards()?.find(({ id }) => id === props.id));
  const absent = (): Failure => ({ code: "absent", message: "Candor knows no such vault.", next: null });
  return (
    <div class="page vault">
      <p class="no-print">
        <Link to="/vault">← {t("vault.all")}</Link>
      </p>
      <Show
        when={list.cards()}
        fallback={
          <Show when={list.failure()} fallback={<Loading />}>
            {(each) => <Failed failure={each()} again={() => void list.fetch()} />}
          </Show>
        }
      >
        <Show when={card()} fallback={<Failed failure={absent()} />}>
          {(found) => (
            <Show when={found().locksAt !== null} fallback={<UnlockVault card={found()} list={list} />}>
              {props.children(found, list)}
            </Show>
          )}
        </Show>
      </Show>
    </div>
  );
}

/** Asks for the passphrase of a vault. */
function UnlockVault(props: { readonly card: VaultCard; readonly list: VaultList }): JSX.Element {
  const [passphrase, setPassphrase] = createSignal("");
  const [busy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<Failure>();
  const wait = useWait(() => props.card.wrong.waitMs);
  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setFailure(undefined);
    try {
      const body = { passphrase: passphrase(), minutes: lockMinutes() };
      const { vaults } = await ask<{ readonly vaults: readonly VaultCard[] }>(`/vaults/${props.card.id}/unlock`, {
        body,
      });
      setPassphrase("");
      props.list.take(vaults);
    } catch (error) {
      setFailure(failureIn(error));
      await props.list.fetch();
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <h1>{props.card.name}</h1>
      <section class="card column locked" aria-labelledby="vault-unlock">
        <h2 id="vault-unlock" class="row">
          <Icon name="lock" />
          {t("vault.unlock")}
        </h2>
        <p class="soft">{t("vault.unlockAbout", { name: props.card.name })}</p>
        <form onSubmit={(event) => void submit(event)}>
          <PassphraseField
            label={t("vault.passphrase")}
            value={passphrase()}
            onInput={setPassphrase}
            describedBy="vault-said"
            invalid={failure()?.code === "wrong-passphrase"}
          />
          <p id="vault-said" role="alert" class="said">
            <Show when={wait() === 0 && failure()}>
              {(each) => (each().code === "wrong-passphrase" ? t("unlock.wrong") : <Phrase of={each().message} />)}
            </Show>
          </p>
          <Show when={wait() > 0}>
            <p class="notice ask">{t("vault.wait", { count: props.card.wrong.count, wait: wait() })}</p>
          </Show>
          <button type="submit" class="button" disabled={busy() || wait() > 0 || passphrase() === ""}>
            {busy() ? t("unlock.opening") : t("unlock.open")}
          </button>
        </form>
        <Show when={kindOf(props.card.address) !== "folder"}>
          <Suspense>
            <RenewAccess vault={props.card.id} address={props.card.address} region={props.card.region} />
          </Suspense>
        </Show>
      </section>
    </>
  );
}

/** Seconds until the next passphrase can be tried, counting down from what the server said last. */
function useWait(waitMs: () => number): () => number {
  const [now, setNow] = createSignal(performance.now());
  const until = createMemo(() => performance.now() + waitMs());
  const timer = setInterval(() => setNow(performance.now()), 500);
  onCleanup(() => clearInterval(timer));
  return () => (waitMs() === 0 ? 0 : Math.max(0, Math.ceil((until() - now()) / 1000)));
}
