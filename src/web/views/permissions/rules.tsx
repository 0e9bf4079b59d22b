import { createResource, createSignal, For, type JSX, Show } from "solid-js";
import type { PermissionRule } from "../../../centre/permission-rules.ts";
import {
  type PermissionChoice,
  type PermissionGoal,
  type PermissionGroup,
  permissionGoals,
} from "../../../centre/permission-words.ts";
import { ask, type Failure } from "../../api.ts";
import { t } from "../../i18n.ts";
import { ChooseFiles } from "../../parts/choose-files.tsx";
import { Fetched } from "../../parts/fetched.tsx";
import { Failed, failureIn } from "../../parts/loading.tsx";
import { saveFile } from "../../parts/save-file.ts";
import { addedRules, type KeptRules, newRule, ruleSpans } from "./rule-texts.ts";

/** Rules that are kept: for this phone and others, made so again whenever a person asks for it. */
export function Rules(props: {
  readonly groups: readonly PermissionGroup[];
  /** Null where nothing can be changed. */
  readonly onApply: ((rules: readonly PermissionRule[]) => void) | null;
}): JSX.Element {
  const [kept, { mutate, refetch }] = createResource(() => ask<KeptRules>("/permission-rules"));
  const [failure, setFailure] = createSignal<Failure>();
  const texts = () => (kept.latest?.rules ?? []).map(({ text }) => text);
  const keep = async (rules: readonly string[]) => {
    setFailure(undefined);
    try {
      const answer = await ask<KeptRules & { readonly file: string }>("/permission-rules", {
        method: "PUT",
        body: { rules },
      });
      mutate({ rules: answer.rules });
      return answer.file;
    } catch (error) {
      setFailure(failureIn(error));
      return null;
    }
  };
  const save = async () => {
    const file = await keep(texts());
    if (file !== null) saveFile("candor-permission-rules.json", file, "application/json");
  };
  const open = async (file: File) => {
    const added = addedRules(await file.text(), texts());
    if (added === null) setFailure({ code: "file", message: t("rules.noRules"), next: null });
    else await keep([...texts(), ...added]);
  };
  return (
    <section class="section no-print" aria-labelledby="permission-rules">
      <h2 id="permission-rules">{t("rules.title")}</h2>
      <p class="soft">{t("rules.about")}</p>
      <Fetched from={kept} again={() => void refetch()}>
        {(found) => (
          <>
            <ol class="rules">
              <For each={found().rules} fallback={<li class="soft">{t("rules.none")}</li>}>
                {({ rule, text }, i) => (
                  <li class="row wrap">
                    <span class="grow">{ruleWords(rule)}</span>
                    <button
                      type="button"
                      class="button quiet small"
                      onClick={() => void keep(texts().filter((_, at) => at !== i()))}
                    >
                      {t("rules.remove")}
                      <span class="visually-hidden">: {text}</span>
                    </button>
                  </li>
                )}
              </For>
            </ol>
            <NewRule
              groups={props.groups}
              onAdd={(rule) => void keep([...texts(), ...(texts().includes(rule) ? [] : [rule])])}
            />
            <Show when={failure()}>{(why) => <Failed failure={why()} />}</Show>
            <div class="row wrap">
              <Show when={found().rules.length > 0}>
                <Show when={props.onApply}>
                  {(apply) => (
                    <button type="button" class="button" onClick={() => apply()(found().rules.map(({ rule }) => rule))}>
                      {t("rules.apply")}
                    </button>
                  )}
                </Show>
                <button type="button" class="button quiet" onClick={() => void save()}>
                  {t("rules.save")}
                </button>
              </Show>
              <ChooseFiles accept=".json,application/json" onFiles={([file]) => file && void open(file)}>
                {t("rules.open")}
              </ChooseFiles>
            </div>
          </>
        )}
      </Fetched>
    </section>
  );
}

/** What is to hold from now on, put together from three choices. */
function NewRule(props: {
  readonly groups: readonly PermissionGroup[];
  readonly onAdd: (rule: string) => void;
}): JSX.Element {
  const [group, setGroup] = createSignal<PermissionChoice>();
  const [to, setTo] = createSignal<PermissionGoal>("deny");
  const [days, setDays] = createSignal<number | null>(90);
  const choices = (): readonly PermissionChoice[] => [
    ...props.groups,
    ...(props.groups.includes("location") ? (["precise-location"] as const) : []),
  ];
  const permission = () => group() ?? choices()[0] ?? "location";
  return (
    <form
      class="filterbar"
      aria-label={t("rules.new")}
      onSubmit={(event) => {
        event.preventDefault();
        props.onAdd(newRule(permission(), to(), days()));
      }}
    >
      <label>
        <span>{t("rules.apps")}</span>
        <select
          value={days() ?? ""}
          onChange={(event) => setDays(event.currentTarget.value === "" ? null : Number(event.currentTarget.value))}
        >
          <option value="">{t("rules.allApps")}</option>
          <For each={ruleSpans}>{(span) => <option value={span}>{t("rules.unusedApps", { days: span })}</option>}</For>
        </select>
      </label>
      <label>
        <span>{t("permissions.group")}</span>
        <select
          value={permission()}
          onChange={(event) => setGroup(choices().find((each) => each === event.currentTarget.value))}
        >
          <For each={choices()}>{(each) => <option value={each}>{t(`permissions.group.${each}`)}</option>}</For>
        </select>
      </label>
      <label>
        <span>{t("rules.to")}</span>
        <select
          value={to()}
          onChange={(event) => setTo(permissionGoals.find((goal) => goal === event.currentTarget.value) ?? "deny")}
        >
          <For each={["deny", "ask", "never", "allow"] as const}>
            {(goal) => <option value={goal}>{t(`permissions.goal.${goal}`)}</option>}
          </For>
        </select>
      </label>
      <button type="submit" class="button quiet">
        {t("rules.add")}
      </button>
    </form>
  );
}

/** A rule in the language of the page. Names of packages are outside text. */
function ruleWords({ permissions, to, apps, user, unusedDays }: PermissionRule): string {
  const whose = [
    ...(apps === null ? [] : [apps.join(", ")]),
    ...(unusedDays === null ? [] : [t("rules.unusedApps", { days: unusedDays })]),
    ...(apps === null && unusedDays === null ? [t("rules.allApps")] : []),
    ...(user === null ? [] : [`${t("table.user")} ${user}`]),
  ];
  const what = permissions.map((each) => t(`permissions.group.${each}`)).join(", ");
  return `${whose.join(" · ")} → ${t(`permissions.goalTitle.${to}`, { what })}`;
}
