import { createResource, createSignal, For, type JSX, Show } from "solid-js";
import type { ProofLine, SignedCheckpoint } from "../../centre/journal-proof.ts";
import type { JournalStanding, ShownKey } from "../../centre/journal-standing.ts";
import { ask, type Failure, failureIn } from "../api.ts";
import { formatDay, formatTime, t } from "../i18n.ts";
import "../style/tables.css";
import "../style/evidence.css";
import { ChooseFiles } from "./choose-files.tsx";
import { Fetched } from "./fetched.tsx";
import { Icon } from "./icon.tsx";
import { InVaults } from "./journal-vaults.tsx";
import { Link } from "./link.tsx";
import { Failed } from "./loading.tsx";
import { Phrase } from "./said.tsx";
import { saveFile } from "./save-file.ts";

/** What was compared, with what came of it. */
interface Compared {
  readonly name: string;
  readonly lines: readonly ProofLine[];
}

/** The journal as proof: by which key its states are signed, how far it is, and what was kept elsewhere held against it. */
export default function JournalProof(): JSX.Element {
  const [standing, { refetch }] = createResource(() => ask<JournalStanding>("/proof"));
  const [signed, setSigned] = createSignal<SignedCheckpoint>();
  const [compared, setCompared] = createSignal<Compared>();
  const [failure, setFailure] = createSignal<Failure>();
  const [isOpen, setOpen] = createSignal(false);
  const attempt = async (work: () => Promise<void>) => {
    setFailure(undefined);
    setSigned(undefined);
    setCompared(undefined);
    try {
      await work();
    } catch (error) {
      setFailure(failureIn(error));
    }
  };
  const sign = () =>
    attempt(async () => {
      setSigned(await ask<SignedCheckpoint>("/proof/checkpoint", { body: {} }));
      await refetch();
    });
  const compare = (file: File) =>
    attempt(async () => {
      const text = await file.slice(0, mostText).text();
      const body = { name: file.name.slice(0, 300), text };
      const { lines } = await ask<{ readonly lines: readonly ProofLine[] }>("/proof/compare", { body });
      setCompared({ name: file.name, lines });
    });
  const hold = (id: string, name: string) =>
    attempt(async () => {
      const { lines } = await ask<{ readonly lines: readonly ProofLine[] }>(`/proof/vaults/${id}`, { method: "POST" });
      setCompared({ name, lines });
    });
  const keepIn = (vaults: boolean) =>
    attempt(async () => {
      await ask("/proof/vaults", { method: "PUT", body: { vaults } });
      await refetch();
    });
  return (
    <Fetched from={standing} again={() => void refetch()}>
      {(now) => (
        // What does not hold is not folded away.
        <details
          class="card proof"
          open={isOpen() || isBad(now())}
          onToggle={(event) => setOpen(event.currentTarget.open)}
        >
          <summary>
            {t("proof.title")} <Summary of={now()} />
          </summary>
          <p class="soft">{t("proof.about")}</p>
          <For each={now().lines}>{(line) => <Line of={line} />}</For>
          <Standing of={now()} />
          <InVaults
            of={now()}
            onKeeps={(vaults) => void keepIn(vaults)}
            onCompare={(id, name) => void hold(id, name)}
          />
          <Show when={failure()}>{(each) => <Failed failure={each()} />}</Show>
          <Show when={signed()}>{(each) => <Signed of={each()} />}</Show>
          <Show when={compared()}>{(each) => <ComparedLines of={each()} />}</Show>
          <Buttons onSign={() => void sign()} onCompare={(file) => void compare(file)} />
          <PublicKey keys={now().keys} />
        </details>
      )}
    </Fetched>
  );
}

/** How it stands, in a few words. */
function Summary(props: { readonly of: JournalStanding }): JSX.Element {
  const bad = () => isBad(props.of);
  return (
    <Show when={props.of.last} fallback={<span class="soft">{t("proof.unsigned")}</span>}>
      {(last) => (
        <span class={`mark ${bad() ? "critical" : "pass"}`}>
          <Icon name={bad() ? "critical" : "pass"} />
          {bad() ? t("proof.wrong") : t("proof.upTo", { count: last().size })}
        </span>
      )}
    </Show>
  );
}

/** Characters of a file of checkpoints; the server takes no more. */
const mostText = 900_000;

const isBad = ({ lines }: JournalStanding) => lines.some(({ ok }) => !ok);
const currentOf = (keys: readonly ShownKey[]) => keys.find(({ state }) => state === "current");
const day = (iso: string | null) => formatDay(Date.parse(iso ?? ""));

function Line(props: { readonly of: ProofLine }): JSX.Element {
  return (
    <p class={props.of.ok ? "proof-line" : "proof-line notice bad"} role={props.of.ok ? undefined : "alert"}>
      <span class={`mark ${props.of.ok ? "pass" : "critical"}`}>
        <Icon name={props.of.ok ? "pass" : "critical"} />
        {t(props.of.ok ? "proof.good" : "proof.wrong")}
      </span>
      <Phrase of={props.of.said} />
    </p>
  );
}

function Standing(props: { readonly of: JournalStanding }): JSX.Element {
  const newer = () => props.of.entries - (props.of.last?.size ?? 0);
  return (
    <Show when={props.of.last} fallback={<p>{t("proof.unsigned")}</p>}>
      {(last) => (
        <dl class="facts">
          <dt>{t("proof.last")}</dt>
          <dd>
            <Show when={last().until} fallback={t("proof.lastSize", { count: last().size })}>
              {(until) => t("proof.lastIs", { count: last().size, time: formatTime(until()) })}
            </Show>
            <span class="under">{newer() > 0 ? t("proof.newer", { count: newer() }) : t("proof.none")}</span>
          </dd>
          <Show when={currentOf(props.of.keys)}>
            {(key) => (
              <>
                <dt>{t("proof.key")}</dt>
                <dd>
                  <code>{key().fingerprint}</code>
                  <span class="under">{t("proof.keySince", { day: day(key().since) })}</span>
                </dd>
              </>
            )}
          </Show>
        </dl>
      )}
    </Show>
  );
}

function Signed(props: { readonly of: SignedCheckpoint }): JSX.Element {
  const name = () => `candor-journal-${props.of.size}.txt`;
  return (
    <div class="notice good" role="status">
      <p>{t("proof.signed", { count: props.of.size })}</p>
      <div class="proof-saves">
        <button type="button" class="button" onClick={() => saveFile(name(), props.of.note)}>
          {t("proof.saveNote")}
        </button>
        <button
          type="button"
          class="button quiet"
          onClick={() => saveFile(`${name()}.minisig`, props.of.minisig, "application/octet-stream")}
        >
          {t("proof.saveMinisig")}
        </button>
        <button
          type="button"
          class="button quiet"
          onClick={() => saveFile(`${name()}.sig`, props.of.sshsig, "application/octet-stream")}
        >
          {t("proof.saveSsh")}
        </button>
      </div>
    </div>
  );
}

function ComparedLines(props: { readonly of: Compared }): JSX.Element {
  const ok = () => props.of.lines.every((line) => line.ok);
  return (
    <div class={`notice ${ok() ? "good" : "bad"}`} role="status">
      <p>
        <strong>{t("proof.compared", { name: props.of.name })}</strong>
      </p>
      <For each={props.of.lines}>
        {({ said }) => (
          <p>
            <Phrase of={said} />
          </p>
        )}
      </For>
    </div>
  );
}

function Buttons(props: { readonly onSign: () => void; readonly onCompare: (file: File) => void }): JSX.Element {
  return (
    <>
      <div class="proof-saves no-print">
        <button type="button" class="button quiet" onClick={() => props.onSign()}>
          {t("proof.sign")}
        </button>
        <ChooseFiles name="checkpoint" describedBy="proof-compare" onFiles={([file]) => file && props.onCompare(file)}>
          {t("proof.compare")}
        </ChooseFiles>
        <Link to="/evidence" class="button quiet">
          {t("evidence.link")}
        </Link>
      </div>
      <p class="soft no-print" id="proof-compare">
        {t("proof.compareAbout")}
      </p>
    </>
  );
}

function PublicKey(props: { readonly keys: readonly ShownKey[] }): JSX.Element {
  const former = () => props.keys.filter(({ state }) => state !== "current");
  return (
    <Show when={currentOf(props.keys)}>
      {(key) => (
        <details>
          <summary>{t("proof.public")}</summary>
          <p>{t("proof.publicAbout")}</p>
          <p>
            <code>{key().ssh}</code>
          </p>
          <div class="proof-saves">
            <button type="button" class="button quiet small" onClick={() => saveFile("candor.pub", key().minisign)}>
              {t("proof.saveKey", { program: "minisign" })}
            </button>
            <button
              type="button"
              class="button quiet small"
              onClick={() => saveFile("candor-ssh.pub", `${key().ssh}\n`)}
            >
              {t("proof.saveKey", { program: "OpenSSH" })}
            </button>
          </div>
          <Show when={former().length > 0}>
            <h3>{t("proof.former")}</h3>
            <ul>
              <For each={former()}>
                {(each) => (
                  <li>
                    <code>{each.fingerprint}</code> {t(`proof.state.${each.state}`, { day: day(each.until) })}
                  </li>
                )}
              </For>
            </ul>
          </Show>
        </details>
      )}
    </Show>
  );
}
