import { FormatError } from "../core/errors.ts";
import { defineFact } from "../core/fact.ts";

/** The app that shows web pages inside other apps; both null when the phone says that there is none. */
export interface Webview {
  readonly package: string | null;
  /** For example 147.0.7727.112. */
  readonly version: string | null;
}

/**
 * The WebView in use.
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
});
