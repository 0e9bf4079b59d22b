import { createResource, type JSX, Show } from "solid-js";
import type { HardwareDesk } from "../../centre/hardware-desk.ts";
import { ask } from "../api.ts";
import { formatTime, t } from "../i18n.ts";
import { Link } from "./link.tsx";

/** What the hardware of the phone said last, on its overview; nothing where it was never asked and cannot be. */
export default function HardwareGlimpse(props: { readonly id: string; readonly reachable: boolean }): JSX.Element {
  const path = () => encodeURIComponent(props.id);
  const [found] = createResource(path, (id) =>
    // An overview stands without it.
    ask<HardwareDesk>(`/examinations/${id}/hardware`).catch(() => null),
  );
  const asked = () => found.latest?.asked ?? null;
  return (
    <Show when={found.latest && (asked() !== null || props.reachable)}>
      <section aria-labelledby="hardware-title">
        <h2 class="section" id="hardware-title">
          {t("hardware.title")}
        </h2>
        <div class="card column">
          <p>
            <Show when={asked()} fallback={t("hardware.never")}>
              {(each) => (
                <>
                  {t(`hardware.worth.${each().worth}`)}.{" "}
                  <span class="soft">{t("hardware.asked", { time: formatTime(each().at) })}</span>
                </>
              )}
            </Show>
          </p>
          <p class="no-print">
            <Link to={`/e/${path()}/hardware`}>{t(asked() === null ? "hardware.ask" : "hardware.askAgain")}</Link>
          </p>
        </div>
      </section>
    </Show>
  );
}
