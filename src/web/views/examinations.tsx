import { createMemo, createResource, createSignal, For, type JSX, Show } from "solid-js";
import type { ExaminationSummary } from "../../centre/examinations.ts";
import { severities } from "../../core/check.ts";
import { ask } from "../api.ts";
import { formatTime, t } from "../i18n.ts";
import { ConfirmDialog } from "../parts/confirm-dialog.tsx";
import { Fetched } from "../parts/fetched.tsx";
import { Link } from "../parts/link.tsx";
import { SeverityMark } from "../parts/severity.tsx";
import { go } from "../router.ts";
import "../style/keeping.css";

/** What was examined before, by phone: opening one, holding two against each other, and removing them. */
export default function Examinations(): JSX.Element {
  const [list, { refetch }] = createResource(() =>
    ask<{ readonly examinations: readonly ExaminationSummary[] }>("/examinations"),
  );
  return (
    <div class="page">
      <h1>{t("examinations.title")}</h1>
      <Fetched from={list} again={() => void refetch()}>
        {(found) => (
          <Show
            when={found().examinations.length > 0}
            fallback={
              <div class="empty">
                <p>{t("examinations.none")}</p>
                <Link to="/" class="button">
                  {t("examinations.begin")}
                </Link>
              </div>
            }
          >
            <ByPhone all={found().examinations} onChanged={() => void refetch()} />
          </Show>
        )}
      </Fetched>
    </div>
  );
}

function ByPhone(props: { readonly all: readonly ExaminationSummary[]; readonly onChanged: () => void }): JSX.Element {
  const [chosen, setChosen] = createSignal<ReadonlySet<string>>(new Set());
  const [removing, setRemoving] = createSignal(false);
  const phones = createMemo(() => {
    const groups = new Map<string, ExaminationSummary[]>();
    for (const each of props.all) {
      const key = each.serial ?? `${each.source.kind} ${each.source.name}`;
      groups.set(key, [...(groups.get(key) ?? []), each]);
    }
    return [...groups.values()];
  });
  const picked = () => props.all.filter(({ id }) => chosen().has(id));
  const toggle = (id: string) => {
    const next = new Set(chosen());
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const compare = () => {
    const [before, after] = picked().toSorted((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1));
    if (before && after) go(`/compare/${before.id}/${after.id}`);
  };
  const remove = async () => {
    for (const { id } of picked()) await ask(`/examinations/${id}`, { method: "DELETE" });
    setChosen(new Set<string>());
    props.onChanged();
  };
  return (
    <>
      <p class="soft no-print">{t("examinations.how")}</p>
      <div class="row wrap bar no-print">
        <button type="button" class="button" disabled={picked().length !== 2} onClick={compare}>
          {t("examinations.compare")}
        </button>
        <button type="button" class="button quiet" disabled={picked().length === 0} onClick={() => setRemoving(true)}>
          {t("examinations.remove")}
        </button>
        <span class="soft" role="status">
          {t("examinations.chosen", { count: picked().length })}
        </span>
      </div>
      <For each={phones()}>
        {(each) => (
          <section>
            <h2>{nameOf(each[0])}</h2>
            <ul class="cards">
              <For each={each}>
                {(examination, i) => (
                  <Row
                    examination={examination}
                    before={each[i() + 1]}
                    chosen={chosen().has(examination.id)}
                    onToggle={() => toggle(examination.id)}
                  />
                )}
              </For>
            </ul>
          </section>
        )}
      </For>
      <Show when={removing()}>
        <ConfirmDialog
          title={t("examinations.removeTitle", { count: picked().length })}
          about={t("examinations.removeAbout")}
          does={t("examinations.removeDo")}
          run={remove}
          onClose={() => setRemoving(false)}
        />
      </Show>
    </>
  );
}

function Row(props: {
  readonly examination: ExaminationSummary;
  readonly before: ExaminationSummary | undefined;
  readonly chosen: boolean;
  readonly onToggle: () => void;
}): JSX.Element {
  const findings = () => props.examination.summary.findings;
  const time = () => formatTime(timeOf(props.examination));
  return (
    <li class="card">
      <input
        type="checkbox"
        class="choose no-print"
        checked={props.chosen}
        onChange={() => props.onToggle()}
        aria-label={t("examinations.choose", { time: time() })}
      />
      <div class="grow">
        <h3>
          <Link to={`/e/${props.examination.id}`}>{time()}</Link>
        </h3>
        <p class="soft">
          {t(`source.${props.examination.source.kind}`)}
          <Show when={props.examination.summary.checks.unknown > 0}>
            {" "}
            · {t("overview.unknown", { count: props.examination.summary.checks.unknown })}
          </Show>
        </p>
        <Show when={props.before}>
          {(before) => (
            <Link class="no-print" to={`/compare/${before().id}/${props.examination.id}`}>
              {t("examinations.since")}
            </Link>
          )}
        </Show>
      </div>
      <span class="row wrap">
        <For each={severities.filter((severity) => findings()[severity] > 0).slice(0, 3)}>
          {(severity) => (
            <span class="row">
              <strong>{findings()[severity]}</strong>
              <SeverityMark severity={severity} />
            </span>
          )}
        </For>
      </span>
    </li>
  );
}

const timeOf = ({ takenAt, keptAt }: ExaminationSummary): string => takenAt ?? keptAt;

/** The phone's own name, or what else names it. Outside text. */
export const nameOf = (examination: ExaminationSummary | undefined): string =>
  examination?.device["name"] ?? examination?.device["model"] ?? examination?.source.name ?? "";
