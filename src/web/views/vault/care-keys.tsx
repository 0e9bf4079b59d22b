import { createResource, createSignal, For, type JSX, Match, Show, Switch } from "solid-js";
import type { VaultKeyCard, VaultKeyList } from "../../../centre/vault-page.ts";
import { ask, type Failure, failureIn } from "../../api.ts";
import { formatTime, t } from "../../i18n.ts";
import { ConfirmDialog } from "../../parts/confirm-dialog.tsx";
import { Fetched } from "../../parts/fetched.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Failed } from "../../parts/loading.tsx";
import { ChoosePassphrase, type NewPassphrase } from "../../parts/new-passphrase.tsx";
import { PassphraseField } from "../../parts/passphrase-field.tsx";
import { arrive } from "./arrive.ts";

type Form = "add" | "change";

/** The keys of a vault, fetched when they are looked at: adding one, changing one, removing one. */
export function VaultKeys(props: {
  readonly vault: string;
  readonly onRecovery: () => Promise<void>;
  readonly onEnd: () => void;
}): JSX.Element {
  const [open, setOpen] = createSignal(false);
  const path = `/vaults/${props.vault}/keys`;
  const [keys, { mutate, refetch }] = createResource(open, () => ask<VaultKeyList>(path));
  const [form, setForm] = createSignal<Form>();
  const [said, setSaid] = createSignal("");
  const [removing, setRemoving] = createSignal<VaultKeyCard>();
  const [failure, setFailure] = createSignal<Failure>();
  let told: HTMLParagraphElement | undefined;
  const show = (next: Form | undefined) => {
    setSaid("");
    setFailure(undefined);
    setForm(next);
  };
  const done = (list: VaultKeyList, sentence: string) => {
    mutate(list);
    show(undefined);
    setSaid(sentence);
    told?.focus({ preventScroll: true });
    props.onEnd();
  };
  const remove = async ({ name }: VaultKeyCard) =>
    done(await ask<VaultKeyList>(`${path}/${name}`, { method: "DELETE" }), t("care.keyRemoved"));
  const recovery = async () => {
    show(undefined);
    try {
      await props.onRecovery();
    } catch (error) {
      setFailure(failureIn(error));
    }
  };
  return (
    <details class="card column" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("care.keys")}</summary>
      <p>{t("care.keysAbout")}</p>
      <Show when={open()}>
        <Fetched from={keys} again={() => void refetch()}>
          {(list) => (
            <>
              <ul class="care-list care-keys">
                <For each={list().keys}>
                  {(each) => <KeyView of={each} only={list().keys.length === 1} onRemove={() => setRemoving(each)} />}
                </For>
              </ul>
              <p
                role="status"
                class="care-said"
                tabindex="-1"
                ref={(element) => {
                  told = element;
                }}
              >
                {said()}
              </p>
              <Show when={failure()}>{(each) => <Failed failure={each()} />}</Show>
              <Show
                when={form()}
                fallback={
                  <Doing
                    full={list().keys.length >= list().most}
                    most={list().most}
                    onForm={show}
                    onRecovery={recovery}
                  />
                }
              >
                {(which) => <KeyForm of={which()} path={path} onDone={done} onCancel={() => show(undefined)} />}
              </Show>
            </>
          )}
        </Fetched>
      </Show>
      <Show when={removing()}>
        {(key) => (
          <ConfirmDialog
            title={t("care.keyRemoveTitle")}
            about={removalSaid(key())}
            does={t("care.keyRemoveDo")}
            run={() => remove(key())}
            onClose={() => setRemoving(undefined)}
          />
        )}
      </Show>
    </details>
  );
}

const timeOf = ({ made }: VaultKeyCard): string => (made === null ? "–" : formatTime(made));

function removalSaid(key: VaultKeyCard): string {
  const what = t("care.keyRemoveAbout", { name: t(`care.key.${key.kind}`), time: timeOf(key) });
  return key.kind === "recovery" ? `${what} ${t("care.keyRemoveRecovery")}` : what;
}

function KeyView(props: {
  readonly of: VaultKeyCard;
  readonly only: boolean;
  readonly onRemove: () => void;
}): JSX.Element {
  return (
    <li>
      <Icon name={props.of.kind === "damaged" ? "high" : props.of.kind === "recovery" ? "document" : "lock"} />
      <div class="grow">
        <strong>{t(`care.key.${props.of.kind}`)}</strong>
        <span class="under">
          <Switch fallback={t("care.keyDamaged")}>
            <Match when={props.of.kind !== "damaged"}>
              {t("care.keyMade", { time: timeOf(props.of) })}
              <Show when={props.of.kind === "other"}> {t("care.keyMadeBy", { name: props.of.of })}</Show>
            </Match>
          </Switch>
        </span>
        <Show when={props.of.current}>
          <span class="mark pass">
            <Icon name="pass" />
            {t("care.keyCurrent")}
          </span>
          <span class="under">{t(props.only ? "care.keyOnly" : "care.keyCurrentAbout")}</span>
        </Show>
      </div>
      <Show when={!props.of.current}>
        <button type="button" class="button quiet" onClick={() => props.onRemove()}>
          {t("care.keyRemove")}
          <span class="visually-hidden">
            {" "}
            {t(`care.key.${props.of.kind}`)}, {timeOf(props.of)}
          </span>
        </button>
      </Show>
    </li>
  );
}

function Doing(props: {
  readonly full: boolean;
  readonly most: number;
  readonly onForm: (form: Form) => void;
  readonly onRecovery: () => Promise<void>;
}): JSX.Element {
  return (
    <>
      <Show when={props.full}>
        <p class="notice ask">{t("care.keyFull", { most: props.most })}</p>
      </Show>
      <div class="row wrap">
        <button type="button" class="button" disabled={props.full} onClick={() => props.onForm("add")}>
          {t("care.keyAdd")} …
        </button>
        <button type="button" class="button quiet" disabled={props.full} onClick={() => props.onForm("change")}>
          {t("care.keyChange")} …
        </button>
        <button type="button" class="button quiet" disabled={props.full} onClick={() => void props.onRecovery()}>
          {t("care.keyRecovery")}
        </button>
      </div>
      <p class="soft hint">{t("care.keyRecoveryAbout")}</p>
    </>
  );
}

function KeyForm(props: {
  readonly of: Form;
  readonly path: string;
  readonly onDone: (list: VaultKeyList, sentence: string) => void;
  readonly onCancel: () => void;
}): JSX.Element {
  const [old, setOld] = createSignal("");
  const [chosen, setChosen] = createSignal<NewPassphrase | null>(null);
  const [busy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<Failure>();
  const isChange = () => props.of === "change";
  const submit = async (event: Event) => {
    event.preventDefault();
    const wanted = chosen();
    if (!wanted || busy()) return;
    setBusy(true);
    setFailure(undefined);
    try {
      const list = isChange()
        ? await ask<VaultKeyList>(`${props.path}/change`, {
            body: { passphrase: old(), next: wanted.passphrase, weakToo: wanted.weakToo },
          })
        : await ask<VaultKeyList>(props.path, { body: wanted });
      props.onDone(list, t(isChange() ? "care.keyChanged" : "care.keyAdded"));
    } catch (error) {
      setFailure(failureIn(error));
    } finally {
      setBusy(false);
    }
  };
  const does = () => {
    if (busy()) return t(isChange() ? "care.keyChanging" : "care.keyAdding");
    return t(isChange() ? "care.keyChangeDo" : "care.keyAdd");
  };
  return (
    <form class="care-form" onSubmit={(event) => void submit(event)}>
      <h3 tabindex="-1" ref={arrive}>
        {t(isChange() ? "care.keyChange" : "care.keyAdd")}
      </h3>
      <p>{t(isChange() ? "care.keyChangeAbout" : "care.keyAddAbout")}</p>
      <Show when={isChange()}>
        <PassphraseField
          label={t("passphrase.now")}
          value={old()}
          onInput={setOld}
          invalid={failure()?.code === "wrong-passphrase"}
        />
      </Show>
      <ChoosePassphrase onChange={setChosen} />
      <Show when={failure()}>
        {(each) => (
          <Show when={each().code === "wrong-passphrase"} fallback={<Failed failure={each()} />}>
            <p class="said" role="alert">
              {t("unlock.wrong")}
            </p>
          </Show>
        )}
      </Show>
      <div class="row wrap">
        <button type="submit" class="button" disabled={busy() || chosen() === null || (isChange() && old() === "")}>
          {does()}
        </button>
        <button type="button" class="button quiet" onClick={() => props.onCancel()}>
          {t("change.cancel")}
        </button>
      </div>
    </form>
  );
}
