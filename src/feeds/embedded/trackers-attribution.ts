import type { Tracker } from "../trackers.ts";
import { row } from "./tracker-row.ts";

/** Trackers that tell which advertisement led to an installation. */
export const attributionTrackers: readonly Tracker[] = [
  row(
    "AppsFlyer",
    "AppsFlyer",
    "IL",
    ["attribution", "analytics"],
    "com.appsflyer",
    "appsflyer.com appsflyersdk.com onelink.me",
  ),
  row(
    "Adjust",
    "AppLovin",
    "US",
    ["attribution", "analytics"],
    "com.adjust.sdk com.adjust.android.sdk",
    "adjust.com adjust.io adj.st",
  ),
  row("Adjust Unbotify", "AppLovin", "US", ["identification"], "com.unbotify.mobile.sdk"),
  row("Branch", "Branch", "US", ["attribution", "analytics"], "io.branch", "branch.io app.link"),
  row("Kochava", "Kochava", "US", ["attribution", "analytics"], "com.kochava", "kochava.com"),
  row(
    "Singular",
    "Singular",
    "US",
    ["attribution", "analytics"],
    "com.singular.sdk com.apsalar.sdk",
    "singular.net apsalar.com",
  ),
  row("Tenjin", "Tenjin", "US", ["attribution", "analytics"], "com.tenjin.android", "tenjin.com tenjin.io"),
  row("Tune", "Branch", "US", ["attribution", "analytics"], "com.tune com.mobileapptracker", "mobileapptracking.com"),
  row("Tapstream", "Tapstream", "CA", ["attribution"], "com.tapstream.sdk", "tapstream.com"),
  row("Fiksu", "Fiksu", "US", ["attribution"], "com.fiksu.asotracking", "fiksu.com"),
  row("Bitly", "Bitly", "US", ["attribution"], "com.bitly.Bitly"),
  row("Admitad", "Mitgo", "DE", ["attribution"], "ru.tachos.admitadstatisticsdk", "admitad.com"),
  row("Trackier", "Trackier", "IN", ["attribution"], "com.trackier.sdk", "trackier.com"),
  row(
    "TikTok Business SDK",
    "ByteDance",
    "CN",
    ["attribution", "analytics"],
    "com.tiktok.TikTokBusinessSdk com.tiktok.appevents",
    "business-api.tiktok.com analytics.tiktok.com",
  ),
  row("Metaps", "Metaps", "JP", ["attribution"], "com.metaps", "metaps.com"),
];
