/** What kind of app put another app on the phone. */
export type InstallerKind =
  | "store"
  | "independent-store"
  | "package-installer"
  | "computer"
  | "transfer"
  | "browser"
  | "messenger"
  | "files";

/** The kind of a known installer by its package name, else undefined. Names of published apps. */
export function installerKind(name: string): InstallerKind | undefined {
  return kinds.get(name);
}

const names: Readonly<Record<InstallerKind, string>> = {
  // Stores of Google and of phone makers: they check who publishes and take apps down.
  store: `com.android.vending com.google.android.feedback com.xiaomi.market com.xiaomi.mipicks com.xiaomi.discover
    com.sec.android.app.samsungapps com.samsung.android.app.updatecenter com.huawei.appmarket com.hihonor.appmarket
    com.heytap.market com.oppo.market com.vivo.appstore com.bbk.appstore com.amazon.venezia com.lenovo.leos.appstore
    com.google.android.apps.work.clouddpc`,
  // Stores that the owner added, with rules of their own.
  "independent-store": `org.fdroid.fdroid org.fdroid.basic org.fdroid.fdroid.privileged com.looker.droidify com.machiav3lli.fdroid
    com.aurora.store com.aurora.services dev.imranr.obtainium dev.imranr.obtainium.fdroid app.accrescent.client dev.zapstore.app
    cm.aptoide.pt com.apkpure.aegon com.uptodown com.apkmirror.helper.prod com.tencent.android.qqdownloader com.epicgames.portal
    app.grapheneos.apps net.rim.bb.appworld`,
  "package-installer": `com.google.android.packageinstaller com.android.packageinstaller com.miui.packageinstaller
    com.miui.global.packageinstaller com.samsung.android.packageinstaller com.oplus.appdetail com.coloros.packageinstaller
    io.github.muntashirakon.AppManager com.aefyr.sai`,
  computer: "com.android.shell",
  // Set-up and moving from an old phone.
  transfer: `com.google.android.setupwizard com.google.android.apps.restore com.google.android.gms com.miui.cloudbackup com.miui.huanji
    com.miui.backup com.sec.android.easyMover com.samsung.android.scloud com.google.android.apps.pixelmigrate`,
  browser: `com.android.chrome com.chrome.beta com.chrome.dev com.android.browser com.mi.globalbrowser com.sec.android.app.sbrowser
    org.mozilla.firefox org.mozilla.fenix org.mozilla.firefox_beta org.mozilla.focus com.opera.browser com.opera.mini.native
    com.opera.gx com.brave.browser com.microsoft.emmx com.vivaldi.browser com.duckduckgo.mobile.android com.kiwibrowser.browser
    com.yandex.browser com.UCMobile.intl org.torproject.torbrowser com.huawei.browser com.heytap.browser com.vivo.browser`,
  messenger: `com.whatsapp com.whatsapp.w4b org.telegram.messenger org.telegram.messenger.web org.thunderdog.challegram
    com.facebook.orca com.facebook.katana com.instagram.android com.viber.voip com.tencent.mm com.tencent.mobileqq
    jp.naver.line.android com.kakao.talk com.discord com.snapchat.android com.skype.raider org.thoughtcrime.securesms
    com.zing.zalo com.vkontakte.android com.google.android.gm com.google.android.apps.messaging com.microsoft.office.outlook
    com.android.mms com.android.email ch.threema.app`,
  files: `com.mi.android.globalFileexplorer com.android.fileexplorer com.sec.android.app.myfiles com.google.android.apps.nbu.files
    com.google.android.documentsui com.android.documentsui com.google.android.apps.docs com.android.providers.downloads
    com.android.providers.downloads.ui pl.solidexplorer2 com.alphainventor.filemanager com.estrongs.android.pop
    com.lenovo.anyshare.gps com.xiaomi.midrop com.huawei.filemanager com.coloros.filemanager com.vivo.filemanager
    com.rhmsoft.fm com.ghisler.android.TotalCommander me.zhanghai.android.files com.dropbox.android com.microsoft.skydrive`,
};

const kinds: ReadonlyMap<string, InstallerKind> = new Map(
  (Object.entries(names) as [InstallerKind, string][]).flatMap(([kind, list]) =>
    list.split(/\s+/).map((name) => [name, kind] as const),
  ),
);
