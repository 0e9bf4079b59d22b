import { createSignal, For, type JSX, Show } from "solid-js";
import type { VaultEstimate } from "../../../centre/vault-page.ts";
import { formatBytes, t } from "../../i18n.ts";
import { Phrase } from "../../parts/said.tsx";
import { FolderField } from "./folder-field.tsx";
import { LeftOut } from "./left-out.tsx";
import { PhoneChoice } from "./phone-choice.tsx";
import { timeSaid } from "./words.ts";
import type { VaultWork } from "./work.tsx";

/** What can be done with an open vault. */
export function VaultActions(props: { readonly id: string; readonly work: VaultWork }): JSX.Element {
  const [pulling, setPulling] = createSignal(false);
  return (
    <section class="section" aria-labelledby="vault-do">
      <h2 id="vault-do">{t("vault.do")}</h2>
      <details class="card column" onToggle={(event) => setPulling(event.currentTarget.open)}>
        <summary>{t("vault.pull")}</summary>
        <p>{t("vault.pullAbout")}</p>
        <Show when={pulling()}>
          <Pull {...props} />
        </Show>
      </details>
      <details class="card column">
        <summary>{t("vault.put")}</summary>
        <p>{t("vault.putAbout")}</p>
        <Keep {...props} />
      </details>
      <details class="card column">
        <summary>{t("vault.checkTitle")}</summary>
        <p>{t("vault.checkAbout")}</p>
        <Check {...props} />
      </details>
    </section>
  );
}

/** What can be pulled, and how it is asked for; apps come last, since names may follow the word. */
const kinds = [
  ["photos", ["photos"]],
  ["files", ["files", "/sdcard/Documents", "/sdcard/Download"]],
  ["sms", ["sms"]],
  ["contacts", ["contacts"]],
  ["calls", ["calls"]],
  ["apps", ["apps"]],
] as const;

function Pull(props: { readonly id: string; readonly work: VaultWork }): JSX.Element {
  const [phone, setPhone] = createSignal<string>();
  const [wanted, setWanted] = createSignal<readonly string[]>(["photos"]);
  const [estimate, setEstimate] = createSignal<VaultEstimate>();
  const words = () => kinds.flatMap(([kind, asked]) => (wanted().includes(kind) ? asked : []));
  const toggle = (kind: string) => {
    setEstimate(undefined);
    setWanted(wanted().includes(kind) ? wanted().filter((each) => each !== kind) : [...wanted(), kind]);
  };
  const look = async (ref: string) => {
    setEstimate(undefined);
    const path = `/vaults/${props.id}/pull/estimate`;
    const end = await props.work.start("estimate", path, { phone: ref, what: words() });
    if (end.state === "done") setEstimate(end.result as VaultEstimate);
  };
  const pull = async (ref: string) => {
    setEstimate(undefined);
    await props.work.start("pull", `/vaults/${props.id}/pull`, { phone: ref, what: words() });
  };
  return (
    <PhoneChoice
      label={t("vault.pullFrom")}
      value={phone()}
      disabled={props.work.busy()}
      onChoose={(ref) => {
        setEstimate(undefined);
        setPhone(ref);
      }}
    >
      {(chosen) => (
        <>
          <fieldset class="whats">
            <legend>{t("vault.pullWhat")}</legend>
            <For each={kinds}>
              {([kind]) => (
                <label class="wish">
                  <input type="checkbox" checked={wanted().includes(kind)} onChange={() => toggle(kind)} />
                  <span>{t(`vault.what.${kind}`)}</span>
                </label>
              )}
            </For>
          </fieldset>
          <Show when={estimate()}>{(each) => <Estimate of={each()} />}</Show>
          <div class="row wrap">
            <button
              type="button"
              class="button quiet"
              disabled={props.work.busy() || wanted().length === 0}
              onClick={() => void look(chosen())}
            >
              {t("vault.estimate")}
            </button>
            <button
              type="button"
              class="button"
              disabled={props.work.busy() || wanted().length === 0}
              onClick={() => void pull(chosen())}
            >
              {t("vault.pullNow")}
            </button>
          </div>
        </>
      )}
    </PhoneChoice>
  );
}

/** What pulling would take. */
export function Estimate(props: { readonly of: VaultEstimate }): JSX.Element {
  const { files, bytes, keptFiles, keptBytes, seconds } = props.of;
  return (
    <section class="notice" role="status">
      <p>
        {t("vault.estimated", { count: files, size: formatBytes(bytes) })}{" "}
        <Show when={keptFiles > 0}>
          {t("vault.estimatedKept", { count: keptFiles, size: formatBytes(keptBytes) })}{" "}
        </Show>
        <strong>{t("vault.estimatedLeft", { size: formatBytes(bytes - keptBytes) })}</strong>{" "}
        <Show when={seconds !== null && seconds > 0}>{t("vault.estimatedTime", { time: timeSaid(seconds ?? 0) })}</Show>
      </p>
      <LeftOut of={props.of} />
    </section>
  );
}

function Keep(props: { readonly id: string; readonly work: VaultWork }): JSX.Element {
  const [path, setPath] = createSignal("");
  const submit = (event: Event) => {
    event.preventDefault();
    void props.work.start("put", `/vaults/${props.id}/put`, { path: path() });
  };
  return (
    <form onSubmit={submit}>
      <FolderField label={t("vault.putFolder")} value={path()} onInput={setPath} />
      <button type="submit" class="button" disabled={props.work.busy() || path().trim() === ""}>
        {t("vault.putNow")}
      </button>
    </form>
  );
}

function Check(props: { readonly id: string; readonly work: VaultWork }): JSX.Element {
  const [readData, setReadData] = createSignal(false);
  return (
    <>
      <label class="wish">
        <input type="checkbox" checked={readData()} onChange={(event) => setReadData(event.currentTarget.checked)} />
        <span>{t("vault.checkData")}</span>
      </label>
      <div class="row">
        <button
          type="button"
          class="button"
          disabled={props.work.busy()}
          onClick={() => void props.work.start("check", `/vaults/${props.id}/check`, { readData: readData() })}
        >
          {t("vault.checkNow")}
        </button>
      </div>
    </>
  );
}

/** What is due for the recovery key of a vault. */
export function RecoveryDue(props: {
  readonly due: "make" | "prove" | "again";
  readonly onMake: () => Promise<void>;
  readonly onProve: (key: string) => Promise<void>;
}): JSX.Element {
  const [key, setKey] = createSignal("");
  const [busy, setBusy] = createSignal(false);
  const [said, setSaid] = createSignal("");
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setSaid("");
    try {
      await work();
    } catch (error) {
      setSaid(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section class="notice ask">
      <p>{t(`vault.due.${props.due}`)}</p>
      <p class="said" role="alert">
        <Show when={said()}>{(each) => <Phrase of={each()} />}</Show>
      </p>
      <Show
        when={props.due !== "make"}
        fallback={
          <button type="button" class="button" disabled={busy()} onClick={() => void run(props.onMake)}>
            {t("vault.makeKey")}
          </button>
        }
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void run(() => props.onProve(key()));
          }}
        >
          <div class="field">
            <label for="vault-key">{t("vault.key")}</label>
            <input
              type="text"
              id="vault-key"
              class="mono"
              autocomplete="off"
              spellcheck={false}
              aria-describedby="vault-key-hint"
              value={key()}
              onInput={(event) => setKey(event.currentTarget.value)}
            />
            <p class="hint" id="vault-key-hint">
              {t("vault.proveAbout")}
            </p>
          </div>
          <button type="submit" class="button" disabled={busy() || key().trim() === ""}>
            {t("vault.prove")}
          </button>
        </form>
      </Show>
    </section>
  );
}
