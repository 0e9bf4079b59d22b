import { createSignal, type JSX, Show } from "solid-js";
import type { ExaminationSummary } from "../../centre/examinations.ts";
import type { Opened } from "../../centre/guide.ts";
import { ask, type Failure } from "../api.ts";
import { t } from "../i18n.ts";
import { Failed, failureIn } from "./loading.tsx";
import { SafetyNotice } from "./safety-notice.tsx";
import { Phrase } from "./said.tsx";

/** Xiaomi's own app lock and hidden apps: opens its screen on the phone. Nothing on phones of other makers. */
export function VendorHiding(props: { readonly examination: ExaminationSummary }): JSX.Element {
  const [opened, setOpened] = createSignal<Opened>();
  const [failure, setFailure] = createSignal<Failure>();
  const isXiaomi = () => {
    const { device } = props.examination;
    return Boolean(device["hyperOs"] ?? device["miui"]) || /xiaomi/i.test(device["manufacturer"] ?? "");
  };
  const open = async () => {
    setFailure(undefined);
    try {
      const phone = encodeURIComponent(props.examination.phone ?? "");
      setOpened(await ask<Opened>(`/phones/${phone}/hidden/vendor`, { body: {} }));
    } catch (error) {
      setFailure(failureIn(error));
    }
  };
  return (
    <Show when={isXiaomi()}>
      <section class="card column section">
        <h3>{t("vendor.title")}</h3>
        <p>{t("vendor.about")}</p>
        <SafetyNotice of="apps" />
        <div class="row">
          <button type="button" class="button quiet" onClick={() => void open()}>
            {t("vendor.open")}
          </button>
        </div>
        <div role="status">
          <Show when={opened()}>
            {(answer) => (
              <p class={`notice ${answer().state === "opened" ? "good" : "ask"}`}>
                {t(answer().state === "opened" ? "vendor.opened" : "vendor.notOpened")} <Phrase of={answer().way} />
              </p>
            )}
          </Show>
        </div>
        <Show when={failure()}>{(each) => <Failed failure={each()} />}</Show>
      </section>
    </Show>
  );
}
