import { FormatError } from "../core/errors.ts";
import { defineFact, reading } from "../core/fact.ts";
import { globalSettings } from "./global-settings.ts";
import { packageDetails } from "./package-details.ts";

/** The app that shows web pages inside other apps; both null when the phone says that there is none. */
export interface Webview {
  readonly package: string | null;
  /** For example 147.0.7727.112. */
  readonly version: string | null;
}

/**
 * The WebView in use. Before Android 8 the service tells nothing, and keeps its choice in the setting `webview_provider`.
 * AOSP: frameworks/base/services/core/java/com/android/server/webkit/WebViewUpdateServiceImpl.java, dumpState.
 */
export const webview = defineFact({
  id: "webview",
  about: "The WebView that shows web pages inside apps",
  read: () => [["dumpsys", "webviewupdate"]],
  parse: ([text = ""]): Webview => {
    const current = /^[ \t]*Current WebView package \(name, version\): \(([\w.]{1,255}), ([^)\s]{1,100})\)/m.exec(text);
    if (current) return { package: current[1] as string, version: current[2] as string };
    if (/^[ \t]*Current WebView package is null/m.test(text)) return { package: null, version: null };
    throw new FormatError("dumpsys webviewupdate", "no line about the current package");
  },
  otherwise: [
    reading({
      needs: { globalSettings, packageDetails },
      read: () => [],
      parse: (_, { globalSettings, packageDetails }): Webview => {
        const found = packageDetails.find(({ name }) => name === globalSettings["webview_provider"]);
        if (!found?.versionName) throw new FormatError("settings list global", "no webview_provider that is installed");
        return { package: found.name, version: found.versionName };
      },
    }),
  ],
});
