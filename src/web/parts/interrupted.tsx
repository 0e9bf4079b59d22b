import { createSignal, type JSX, Show } from "solid-js";
import type { ChangeRecord } from "../../centre/change-records.ts";
import { type Failure, useJob } from "../api.ts";
import { formatTime, t } from "../i18n.ts";
import { reachPhone } from "../reach.ts";
import { ChangeOutcome } from "./change-outcome.tsx";
import { Sentences } from "./change-plan.tsx";
import { Icon } from "./icon.tsx";
import { Failed, failureIn } from "./loading.tsx";
import { JobProgress } from "./progress.tsx";

/** A change that was interrupted: what of it there is, and the two ways out, to finish it and to take it back. */
export function Interrupted(props: {
  readonly record: ChangeRecord;
  /** Left out where what is around it has a way on. */
  readonly onSettled?: () => void;
}): JSX.Element {
  const job = useJob();
  const [made, setMade] = createSignal<ChangeRecord>();
  const [failure, setFailure] = createSignal<Failure>();
  const body = () => props.record.body;
  const settle = async (undo: boolean) => {
    setFailure(undefined);
    try {
      const phone = await reachPhone(body().phone.serial);
      if (phone === null) {
        setFailure({ code: "no-device", message: t("undo.noPhone"), next: t("undo.connect") });
        return;
      }
      const end = await job.start("/resume", { phone, entry: props.record.n, undo });
      if (end.state === "done") setMade(end.result as ChangeRecord);
    } catch (error) {
      setFailure(failureIn(error));
    }
  };
  const isBusy = () => job.state().state === "running";
  return (
    <section class="card column edge medium" aria-labelledby={`interrupted-${props.record.n}`}>
      <h2 id={`interrupted-${props.record.n}`} class="row">
        <Icon name="medium" />
        {t("interrupted.title")}
      </h2>
      <Show
        when={!made()}
        fallback={
          <>
            <Show when={made()}>
              {(record) => <ChangeOutcome record={record()} busy={false} onUndo={() => {}} onOther={() => {}} />}
            </Show>
            <Show when={props.onSettled}>
              {(onSettled) => (
                <div class="row">
                  <button type="button" class="button" onClick={() => onSettled()()}>
                    {t("work.close")}
                  </button>
                </div>
              )}
            </Show>
          </>
        }
      >
        <p>
          {t("interrupted.about", {
            phone: body().phone.model ?? body().phone.serial,
            time: formatTime(props.record.at),
          })}
        </p>
        <Sentences of={body().changes.map(({ about }) => about)} />
        <JobProgress job={job} />
        <Show when={failure()}>{(each) => <Failed failure={each()} />}</Show>
        <div class="row wrap">
          <button type="button" class="button" disabled={isBusy()} onClick={() => void settle(false)}>
            {t("interrupted.finish")}
          </button>
          <Show when={body().do === "apply"}>
            <button type="button" class="button quiet" disabled={isBusy()} onClick={() => void settle(true)}>
              {t("interrupted.takeBack")}
            </button>
          </Show>
        </div>
      </Show>
    </section>
  );
}
