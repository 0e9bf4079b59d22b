import { createMemo, createSignal, For, type JSX, Show } from "solid-js";
import type { UpdateRow } from "../../../centre/updates.ts";
import type { ExploitedFix } from "../../../feeds/missing-fixes.ts";
import { formatDay, formatNumber, t } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { saveFile } from "../../parts/save-file.ts";
import { csvOf, type FixesShown, gradeOf, grades, toneOf } from "./counts.ts";

/** Rows that are shown at first, and more with each click. */
const pageful = 100;
const day = (text: string) => formatDay(Date.parse(`${text}T12:00:00Z`));

/** Rows of holes that are used in attacks that are shown at first. */
const someExploited = 8;

/** Missing fixes of holes that are known to be used in attacks, with when that became known. */
export function Exploited(props: { readonly of: FixesShown }): JSX.Element {
  const [all, setAll] = createSignal(false);
  const open = createMemo(() =>
    [...props.of.os.exploited, ...props.of.vendor.exploited].sort((a, b) => (a.added < b.added ? 1 : -1)),
  );
  return (
    <>
      <h2 class="section">{t("updates.exploited")}</h2>
      <Show when={open().length > 0} fallback={<p>{t("updates.exploitedNone")}</p>}>
        <p class="soft">{t("updates.exploitedAbout")}</p>
        <section class="scroll exploited" tabindex="0" aria-label={t("updates.exploited")}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t("updates.fix")}</th>
                <th scope="col">{t("updates.part")}</th>
                <th scope="col">{t("updates.listed")}</th>
                <th scope="col">{t("updates.since")}</th>
              </tr>
            </thead>
            <tbody>
              <For each={all() ? open() : open().slice(0, someExploited)}>{(fix) => <ExploitedRow of={fix} />}</For>
            </tbody>
          </table>
        </section>
        <Show when={!all() && open().length > someExploited}>
          <button type="button" class="button quiet" onClick={() => setAll(true)}>
            {t("updates.more", { count: open().length - someExploited })}
          </button>
        </Show>
      </Show>
    </>
  );
}

function ExploitedRow(props: { readonly of: ExploitedFix }): JSX.Element {
  const { id, part, vendor, added, level, sure } = props.of;
  return (
    <tr>
      <th scope="row" class="nowrap">
        <span class="mark critical">
          <Icon name="critical" />
          {id}
        </span>
      </th>
      <td>{part === "vendor" ? t("updates.ofVendor", { vendor }) : t(`updates.part.${part}`)}</td>
      <td class="nowrap">{day(added)}</td>
      <td class="nowrap">{sure ? day(level) : t("updates.probably", { day: day(level) })}</td>
    </tr>
  );
}

/** For an engineer: how many of each grade by part. */
export function PartTable(props: { readonly rows: readonly UpdateRow[] }): JSX.Element {
  return (
    <section class="scroll" tabindex="0" aria-label={t("updates.parts")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("updates.part")}</th>
            <For each={grades}>
              {(grade) => (
                <th scope="col" class="number">
                  {t(`updates.grade.${grade}`)}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {(row) => (
              <tr>
                <th scope="row">{t(`updates.part.${row.part}`)}</th>
                <For each={grades}>{(grade) => <td class="number">{formatNumber(row[grade])}</td>}</For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  );
}

/** For an engineer: every missing fix with the level that promises it. */
export function AllFixes(props: { readonly of: FixesShown }): JSX.Element {
  const [search, setSearch] = createSignal("");
  const [shown, setShown] = createSignal(pageful);
  const [open, setOpen] = createSignal(false);
  const all = createMemo(() =>
    [...props.of.os.missing, ...props.of.vendor.missing].sort((a, b) => (a.level < b.level ? 1 : -1)),
  );
  const wanted = createMemo(() => {
    const text = search().trim().toLowerCase();
    return text === ""
      ? all()
      : all().filter(({ id, part }) => `${id} ${t(`updates.part.${part}`)}`.toLowerCase().includes(text));
  });
  return (
    <details class="card column whole" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("updates.all", { count: all().length })}</summary>
      <Show when={open()}>
        <div class="filterbar no-print">
          <label class="grow">
            {t("updates.search")}
            <input type="search" value={search()} onInput={(event) => setSearch(event.currentTarget.value)} />
          </label>
          <button
            type="button"
            class="button quiet"
            onClick={() => saveFile("candor-missing-fixes.csv", csvOf(props.of), "text/csv")}
          >
            {t("updates.save")}
          </button>
        </div>
        <section class="scroll" tabindex="0" aria-label={t("updates.all", { count: all().length })}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t("updates.fix")}</th>
                <th scope="col">{t("updates.grade")}</th>
                <th scope="col">{t("updates.part")}</th>
                <th scope="col">{t("updates.since")}</th>
              </tr>
            </thead>
            <tbody>
              <For each={wanted().slice(0, shown())}>
                {(fix) => (
                  <tr>
                    <th scope="row" class="nowrap">
                      {fix.id}
                    </th>
                    <td>
                      <span class={`mark ${toneOf[gradeOf(fix)]}`}>
                        <Icon name={toneOf[gradeOf(fix)]} />
                        {t(`updates.grade.${gradeOf(fix)}`)}
                      </span>
                    </td>
                    <td>{t(`updates.part.${fix.part}`)}</td>
                    <td class="nowrap">{fix.level}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </section>
        <Show when={wanted().length > shown()}>
          <button type="button" class="button quiet" onClick={() => setShown(shown() + pageful)}>
            {t("updates.more", { count: wanted().length - shown() })}
          </button>
        </Show>
      </Show>
    </details>
  );
}
