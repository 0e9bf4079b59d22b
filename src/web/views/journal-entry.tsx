import { createResource, createSignal, For, type JSX, Show } from "solid-js";
import { type ChangeRecord, outcomesByPlace, placesToUndo } from "../../centre/change-records.ts";
import { commandLine } from "../../core/source.ts";
import { ask } from "../api.ts";
import { formatTime, t } from "../i18n.ts";
import { ChangeMark } from "../parts/change-state.tsx";
import { EntryProof } from "../parts/entry-proof.tsx";
import { Fetched } from "../parts/fetched.tsx";
import { Icon } from "../parts/icon.tsx";
import { Interrupted } from "../parts/interrupted.tsx";
import { Link } from "../parts/link.tsx";
import { UndoDialog } from "../parts/undo-dialog.tsx";
import "../style/keeping.css";
import { phraseSaid } from "../answers.ts";
import { Phrase } from "../parts/said.tsx";

/** One change of the journal in full: its steps, what became of each, and the way back, whole or in part. */
export default function JournalEntryView(props: { readonly entry: number }): JSX.Element {
  const [found, { refetch }] = createResource(
    () => props.entry,
    (entry) => ask<{ readonly record: ChangeRecord }>(`/journal/${entry}`),
  );
  return (
    <div class="page">
      <p class="no-print">
        <Link to="/journal">{t("journal.back")}</Link>
      </p>
      <h1>{t("journal.entry", { entry: String(props.entry) })}</h1>
      <Fetched from={found} again={() => void refetch()}>
        {(answer) => <Entry record={answer().record} onChanged={() => void refetch()} />}
      </Fetched>
    </div>
  );
}

function Entry(props: { readonly record: ChangeRecord; readonly onChanged: () => void }): JSX.Element {
  const [chosen, setChosen] = createSignal<ReadonlySet<number>>(new Set());
  const [undoing, setUndoing] = createSignal<readonly number[] | "all">();
  const body = () => props.record.body;
  const open = () => props.record.results === null && props.record.undoneBy === null;
  const undoable = () =>
    body().do === "apply" && !open()
      ? new Set(placesToUndo(props.record).map(({ place }) => place))
      : new Set<number>();
  const toggle = (place: number) => {
    const next = new Set(chosen());
    if (!next.delete(place)) next.add(place);
    setChosen(next);
  };
  const places = () => [...chosen()].filter((place) => undoable().has(place));
  return (
    <>
      <p class="soft">
        {formatTime(props.record.at)} · {body().phone.model ?? body().phone.serial}
        <Show when={body().reason}>
          {(reason) => (
            <>
              {" "}
              · <Phrase of={reason()} />
            </>
          )}
        </Show>
      </p>
      <Show when={body().of}>
        {(of) => (
          <p>
            {t("journal.takesBack")} <Link to={`/journal/${of()}`}>{t("journal.entry", { entry: String(of()) })}</Link>
          </p>
        )}
      </Show>
      <Show when={props.record.undoneBy}>
        {(by) => (
          <p>
            {t("journal.takenBackBy")}{" "}
            <Link to={`/journal/${by()}`}>{t("journal.entry", { entry: String(by()) })}</Link>
          </p>
        )}
      </Show>
      <EntryProof entry={props.record.n} />
      <Show when={open()}>
        <Interrupted record={props.record} onSettled={props.onChanged} />
      </Show>
      <ul class="cards">
        <For each={body().changes}>
          {(_, place) => (
            <Change
              record={props.record}
              place={place()}
              mayChoose={undoable().has(place()) && body().changes.length > 1}
              chosen={chosen().has(place())}
              onToggle={() => toggle(place())}
            />
          )}
        </For>
      </ul>
      <Show when={undoable().size > 0}>
        <div class="row wrap no-print">
          <button type="button" class="button" onClick={() => setUndoing("all")}>
            <Icon name="undo" />
            {t(undoable().size > 1 ? "undo.entryAll" : "change.undo")}
          </button>
          <Show when={places().length > 0 && places().length < undoable().size}>
            <button type="button" class="button quiet" onClick={() => setUndoing(places())}>
              {t("undo.chosen", { count: places().length })}
            </button>
          </Show>
        </div>
      </Show>
      <Show when={undoing()} keyed>
        {(wanted) => (
          <UndoDialog
            serial={body().phone.serial}
            chosen={[{ entry: props.record.n, ...(wanted === "all" ? {} : { places: wanted }) }]}
            title={t("change.undo")}
            onClose={(changed) => {
              setUndoing(undefined);
              if (changed) props.onChanged();
            }}
          />
        )}
      </Show>
    </>
  );
}

function Change(props: {
  readonly record: ChangeRecord;
  readonly place: number;
  readonly mayChoose: boolean;
  readonly chosen: boolean;
  readonly onToggle: () => void;
}): JSX.Element {
  const change = () => props.record.body.changes[props.place];
  const result = () => props.record.results?.[props.place];
  const isBack = () => props.record.takenBack.includes(props.place);
  const ran = () => outcomesByPlace(props.record).get(props.place);
  return (
    <li class="card">
      <Show when={props.mayChoose}>
        <input
          type="checkbox"
          class="choose no-print"
          checked={props.chosen}
          onChange={() => props.onToggle()}
          aria-label={t("undo.choose", { change: phraseSaid(change()?.about ?? "").text })}
        />
      </Show>
      <div class="grow">
        <h2>
          <Phrase of={change()?.about ?? ""} />
        </h2>
        <span class="row wrap">
          <Show when={result()} fallback={<ChangeMark of="interrupted" />}>
            {(known) => <ChangeMark of={known().outcome} />}
          </Show>
          <Show when={isBack()}>
            <ChangeMark of="back" />
          </Show>
        </span>
        <Show when={result()?.reason}>
          {(reason) => (
            <p>
              <Phrase of={reason()} />
            </p>
          )}
        </Show>
        <Show when={result()?.advice}>
          {(advice) => (
            <p>
              <Phrase of={advice()} />
            </p>
          )}
        </Show>
        <details>
          <summary>{t("change.commands")}</summary>
          <ol class="steps">
            <For each={change()?.steps}>
              {({ run, undo }, i) => (
                <li>
                  <code>{commandLine(run)}</code>
                  <span class="soft"> {t(`step.${ran()?.get(i()) ?? "not-run"}`)}</span>
                  <p class="soft">
                    {undo === null ? t("journal.noWayBack") : t("change.undoCommands")}{" "}
                    <For each={undo ?? []}>{(command) => <code>{commandLine(command)} </code>}</For>
                  </p>
                </li>
              )}
            </For>
          </ol>
        </details>
      </div>
    </li>
  );
}
