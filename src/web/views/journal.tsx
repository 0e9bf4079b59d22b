import { createMemo, createResource, createSignal, For, type JSX, Show } from "solid-js";
import type { ChangeRecord } from "../../centre/change-records.ts";
import type { JournalRow, JournalVerdict } from "../../centre/journal-list.ts";
import { ask } from "../api.ts";
import { formatDay, formatTime, type MessageKey, t } from "../i18n.ts";
import { journalSaid } from "../journal-words.ts";
import { ChangeMarks } from "../parts/change-state.tsx";
import { Fetched } from "../parts/fetched.tsx";
import { Icon, type IconName } from "../parts/icon.tsx";
import { Interrupted } from "../parts/interrupted.tsx";
import JournalProof from "../parts/journal-proof.tsx";
import { Link } from "../parts/link.tsx";
import { UndoDialog } from "../parts/undo-dialog.tsx";
import Unlock from "../parts/unlock.tsx";
import "../style/keeping.css";
import { Phrase, SaidText } from "../parts/said.tsx";

interface Read {
  readonly damage: string | null;
  readonly rows: readonly JournalRow[];
  readonly verdict: JournalVerdict;
  readonly interrupted: readonly ChangeRecord[];
}

/** Rows that are shown at first, and more with each click. */
const pageful = 100;

const kinds: Readonly<Record<string, readonly [MessageKey, IconName]>> = {
  change: ["journal.kind.change", "settings"],
  // Its kind while it is sealed.
  plan: ["journal.kind.change", "settings"],
  undo: ["journal.kind.undo", "undo"],
  examination: ["journal.kind.examination", "phone"],
  export: ["journal.kind.export", "lists"],
  consent: ["journal.kind.consent", "pass"],
  vault: ["journal.kind.vault", "lock"],
  rights: ["journal.kind.rights", "file"],
  key: ["journal.kind.key", "pass"],
  attestation: ["journal.kind.attestation", "phone"],
  evidence: ["journal.kind.evidence", "file"],
  damage: ["journal.kind.damage", "high"],
};

/** Everything that was examined, changed and written, the newest first, with the way back. */
export default function JournalView(): JSX.Element {
  const [read, { refetch }] = createResource(async (): Promise<Read> => {
    const { damage, rows } = await ask<Pick<Read, "damage" | "rows">>("/journal");
    const verdict = await ask<JournalVerdict>("/journal/verify");
    const { records } = await ask<{ readonly records: readonly ChangeRecord[] }>("/journal/interrupted");
    return { damage, rows, verdict, interrupted: records };
  });
  const again = () => void refetch();
  return (
    <div class="page">
      <h1>{t("journal.title")}</h1>
      <p class="soft">{t("journal.about")}</p>
      <Fetched from={read} again={again}>
        {(found) => (
          <>
            <Show when={found().damage}>
              {(damage) => (
                <div class="notice bad" role="alert">
                  <p>
                    <strong>{t("journal.damaged")}</strong> <Phrase of={damage()} />
                  </p>
                </div>
              )}
            </Show>
            <For each={found().interrupted}>{(record) => <Interrupted record={record} onSettled={again} />}</For>
            <Show when={found().verdict.locked > 0}>
              <p>{t("journal.sealed", { count: found().verdict.locked })}</p>
              <Unlock again={again} />
            </Show>
            <Show when={found().rows.length > 0} fallback={<p class="empty">{t("journal.none")}</p>}>
              <Verdict of={found().verdict} />
              <JournalProof />
              <Rows rows={found().rows} onChanged={again} />
            </Show>
          </>
        )}
      </Fetched>
    </div>
  );
}

function Verdict(props: { readonly of: JournalVerdict }): JSX.Element {
  return (
    <Show when={props.of.damage === null}>
      <details class="soft">
        <summary>
          <span class="mark pass">
            <Icon name="pass" />
            {t("journal.whole")}
          </span>
        </summary>
        <p>{t("journal.verdict", { count: props.of.entries, from: formatTime(props.of.from ?? "") })}</p>
        <p>{t("journal.last")}</p>
        <code>{props.of.last}</code>
      </details>
    </Show>
  );
}

function Rows(props: { readonly rows: readonly JournalRow[]; readonly onChanged: () => void }): JSX.Element {
  const [kind, setKind] = createSignal("");
  const [phone, setPhone] = createSignal("");
  const [shown, setShown] = createSignal(pageful);
  const [undoing, setUndoing] = createSignal<string>();
  const phones = createMemo(() => {
    const all = props.rows.flatMap((row) => row.phone ?? []);
    return [...new Map(all.map((each) => [each.serial, each.model ?? each.serial])).entries()];
  });
  const wanted = createMemo(() =>
    props.rows.filter(
      (row) => (kind() === "" || row.kind === kind()) && (phone() === "" || row.phone?.serial === phone()),
    ),
  );
  const days = createMemo(() => {
    const groups = new Map<string, JournalRow[]>();
    for (const row of wanted().slice(0, shown())) {
      const day = formatDay(Date.parse(row.at));
      const group = groups.get(day) ?? [];
      groups.set(day, [...group, row]);
    }
    return [...groups.entries()];
  });
  const undoable = createMemo(() => {
    const rows = wanted().filter((row) => row.changes?.undoable);
    return [...new Map(rows.flatMap((row) => row.phone ?? []).map((each) => [each.serial, each])).values()];
  });
  return (
    <>
      <div class="row filters wrap no-print">
        <label>
          {t("findings.filter")}{" "}
          <select value={kind()} onChange={(event) => setKind(event.currentTarget.value)}>
            <option value="">{t("findings.all")}</option>
            <For each={Object.entries(kinds).filter(([each]) => props.rows.some((row) => row.kind === each))}>
              {([each, [name]]) => <option value={each}>{t(name)}</option>}
            </For>
          </select>
        </label>
        <Show when={phones().length > 1}>
          <label>
            {t("journal.phone")}{" "}
            <select value={phone()} onChange={(event) => setPhone(event.currentTarget.value)}>
              <option value="">{t("journal.allPhones")}</option>
              <For each={phones()}>{([serial, model]) => <option value={serial}>{model}</option>}</For>
            </select>
          </label>
        </Show>
        <span class="grow" />
        <For each={undoable()}>
          {({ serial, model }) => (
            <button type="button" class="button quiet" onClick={() => setUndoing(serial)}>
              <Icon name="undo" />
              {t("undo.all", { phone: model ?? serial })}
            </button>
          )}
        </For>
      </div>
      <For each={days()} fallback={<p class="empty">{t("findings.none")}</p>}>
        {([day, rows]) => (
          <section>
            <h2 class="day">{day}</h2>
            <ul class="cards entries">
              <For each={rows}>{(row) => <Row row={row} />}</For>
            </ul>
          </section>
        )}
      </For>
      <Show when={wanted().length > shown()}>
        <button type="button" class="button quiet" onClick={() => setShown(shown() + pageful)}>
          {t("findings.more", { count: wanted().length - shown() })}
        </button>
      </Show>
      <Show when={undoing()} keyed>
        {(serial) => (
          <UndoDialog
            serial={serial}
            chosen={undefined}
            title={t("undo.allTitle")}
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

function Row(props: { readonly row: JournalRow }): JSX.Element {
  const [name, icon] = kinds[props.row.kind] ?? (["journal.kind.other", "info"] as const);
  const about = () => (
    <Show when={props.row.about} fallback={<span class="soft">{t("journal.locked")}</span>}>
      {(words) => <For each={journalSaid(words())}>{(said) => <SaidText said={said} />}</For>}
    </Show>
  );
  return (
    <li class="card">
      <Icon name={icon} />
      <div class="grow">
        <h3>
          <Show when={props.row.changes} fallback={about()}>
            <Link to={`/journal/${props.row.n}`}>{about()}</Link>
          </Show>
        </h3>
        <p class="soft">
          {t(name)} · <time datetime={props.row.at}>{formatTime(props.row.at)}</time>
          <Show when={props.row.phone}>{(phone) => <> · {phone().model ?? phone().serial}</>}</Show>
        </p>
      </div>
      <Show when={props.row.changes}>{(changes) => <ChangeMarks of={changes()} />}</Show>
    </li>
  );
}
