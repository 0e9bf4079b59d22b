import { type RecipientRow, record, row } from "./recipient-row.ts";

/** Makers of systems and phones, and what a phone asks their servers for by itself. */
export const platformRecipients: readonly RecipientRow[] = [
  row(
    "google",
    "Google",
    "US",
    record("google"),
    { establishment: ["Google Ireland Limited", "IE"], contact: "google", confirmed: true },
    {
      content:
        "google.com youtube.com ytimg.com ggpht.com googleapis.com gstatic.com blogger.com blogspot.com goo.gl android.com chromium.org withgoogle.com google.de google.fr google.es google.it google.co.uk google.co.in google.com.br google.co.id google.com.tr google.ru google.cn waze.com fitbit.com recaptcha.net chrome.com g.co gmail.com googlezip.net deepmind.com",
      hosting:
        "googleusercontent.com googlevideo.com gvt1.com gvt2.com gvt3.com appspot.com run.app cloudfunctions.net firebaseapp.com web.app firebaseio.com firebasestorage.googleapis.com storage.googleapis.com withgoogle.dev 1e100.net",
      platform: {
        "check-in": "android.clients.google.com android.googleapis.com checkin.gstatic.com",
        "captive-portal":
          "connectivitycheck.gstatic.com connectivitycheck.android.com clients1.google.com clients3.google.com play.googleapis.com",
        push: "mtalk.google.com alt1-mtalk.google.com alt2-mtalk.google.com alt3-mtalk.google.com alt4-mtalk.google.com alt5-mtalk.google.com alt6-mtalk.google.com alt7-mtalk.google.com alt8-mtalk.google.com mtalk4.google.com fcm.googleapis.com fcmtoken.googleapis.com android.apis.google.com",
        update:
          "play.google.com play-fe.googleapis.com update.googleapis.com dl.google.com ota.googlezip.net android-safebrowsing.google.com clients2.google.com clientservices.googleapis.com",
        time: "time.google.com time.android.com time1.google.com time2.google.com time3.google.com time4.google.com",
        "safe-browsing":
          "safebrowsing.googleapis.com safebrowsing.google.com sb-ssl.google.com safebrowsing-cache.google.com webrisk.googleapis.com",
        certificates: "pki.goog ocsp.pki.goog crl.pki.goog c.pki.goog o.pki.goog i.pki.goog crls.pki.goog",
        account:
          "accounts.google.com oauth2.googleapis.com oauthaccountmanager.googleapis.com people-pa.googleapis.com userlocation.googleapis.com",
        location: "supl.google.com geolocation.googleapis.com geomobileservices-pa.googleapis.com agnss.goog",
        dns: "dns.google dns.google.com dns64.dns.google 8.8.8.8 8.8.4.4",
        attestation: "remoteprovisioning.googleapis.com playintegrity.googleapis.com androidattestation.googleapis.com",
      },
      tracker: {
        analytics:
          "app-analytics-services.com ssl.google-analytics.com analytics.google.com firebase-settings.crashlytics.com app-measurement.com google-analytics.com",
        identification: "firebaseinstallations.googleapis.com",
        advertising:
          "googleads.g.doubleclick.net pagead2.googlesyndication.com adservice.google.com googleadapis.l.google.com admob-gmats.uc.r.appspot.com fundingchoicesmessages.google.com",
        "crash-reports": "crashlyticsreports-pa.googleapis.com",
      },
    },
  ),
  row(
    "xiaomi",
    "Xiaomi",
    "CN",
    "https://privacy.mi.com/all/en_US/",
    { establishment: ["Xiaomi Technology Netherlands B.V.", "NL"], contact: "mi-com" },
    {
      content: "xiaomi.com xiaomi.net miui.com mi.com mi-img.com xiaomiyoupin.com mi.cn micloud.xiaomi.net po.co",
      hosting:
        "cdn.cnbj1.fds.api.mi-img.com fds.api.xiaomi.com fds.api.mi-img.com cdn.cnbj0.fds.api.mi-img.com kssyun.com",
      platform: {
        "captive-portal": "connect.rom.miui.com",
        update:
          "update.miui.com update.intl.miui.com ota.d.miui.com bigota.d.miui.com hugeota.d.miui.com superota.d.miui.com global.market.xiaomi.com app.market.xiaomi.com api.installer.xiaomi.com",
        push: "app.chat.xiaomi.net app.chat.global.xiaomi.net resolver.msg.global.xiaomi.net resolver.msg.xiaomi.net register.xmpush.xiaomi.com register.xmpush.global.xiaomi.com xmpush.xiaomi.com xmpush.global.xiaomi.com",
        account:
          "account.xiaomi.com api.account.xiaomi.com micardapi.micloud.xiaomi.net i.mi.com statusapi.micloud.xiaomi.net contactapi.micloud.xiaomi.net galleryapi.micloud.xiaomi.net",
        "safe-browsing": "avlyun.sec.intl.miui.com avlyun.sec.miui.com",
        attestation: "unlock.update.miui.com unlock.update.intl.miui.com",
      },
      tracker: {
        analytics:
          "tracking.miui.com tracking.intl.miui.com tracking.india.miui.com tracking.rus.miui.com mistat.xiaomi.com mistat.intl.xiaomi.com mistat.india.xiaomi.com mistat.rus.xiaomi.com data.mistat.xiaomi.com data.mistat.intl.xiaomi.com data.mistat.india.xiaomi.com data.mistat.rus.xiaomi.com sa.api.intl.miui.com sdkconfig.ad.xiaomi.com sdkconfig.ad.intl.xiaomi.com",
        advertising:
          "ad.xiaomi.com ad.intl.xiaomi.com globalapi.ad.xiaomi.com api.ad.xiaomi.com api.ad.intl.xiaomi.com diagnosis.ad.xiaomi.com diagnosis.ad.intl.xiaomi.com log.ad.xiaomi.com log.ad.intl.xiaomi.com m.track.ad.xiaomi.com",
        profiling: "flash.sec.miui.com flash.sec.intl.miui.com",
      },
    },
  ),
  row(
    "antiy",
    "Antiy (AVL)",
    "CN",
    "https://www.antiy.com",
    {},
    { content: "antiy.com avlsec.com", platform: { "safe-browsing": "avlyun.com miav-cse.avlyun.com" } },
  ),
  row(
    "apple",
    "Apple",
    "US",
    record("apple"),
    { establishment: ["Apple Distribution International Ltd.", "IE"], contact: "apple" },
    {
      content: "apple.com icloud.com itunes.com apple-cloudkit.com apple-mapkit.com",
      hosting: "icloud-content.com cdn-apple.com mzstatic.com aaplimg.com",
      platform: {
        "captive-portal": "captive.apple.com",
        push: "push.apple.com",
        time: "time.apple.com time-ios.apple.com",
        certificates: "ocsp.apple.com ocsp2.apple.com crl.apple.com certs.apple.com valid.apple.com",
      },
    },
  ),
  row(
    "microsoft",
    "Microsoft",
    "US",
    record("microsoft"),
    { establishment: ["Microsoft Ireland Operations Ltd.", "IE"], contact: "microsoft" },
    {
      content:
        "microsoft.com live.com office.com office365.com outlook.com bing.com msn.com skype.com xbox.com microsoftonline.com sharepoint.com onedrive.com swiftkey.com visualstudio.com",
      hosting:
        "azure.com azureedge.net azurewebsites.net windows.net azurefd.net trafficmanager.net cloudapp.net cloudapp.azure.com msedge.net",
      platform: { "captive-portal": "msftconnecttest.com", time: "time.windows.com", certificates: "ocsp.msocsp.com" },
      tracker: {
        analytics:
          "vortex.data.microsoft.com mobile.events.data.microsoft.com browser.events.data.microsoft.com self.events.data.microsoft.com applicationinsights.azure.com dc.services.visualstudio.com",
        advertising: "bat.bing.com ads.microsoft.com",
      },
    },
  ),
  row(
    "linkedin",
    "LinkedIn",
    "US",
    record("linkedin"),
    { parent: "microsoft", establishment: ["LinkedIn Ireland Unlimited Company", "IE"], contact: "linkedin" },
    { content: "linkedin.com licdn.com", tracker: { advertising: "px.ads.linkedin.com ads.linkedin.com" } },
  ),
  row(
    "github",
    "GitHub",
    "US",
    record("github"),
    { parent: "microsoft", contact: "github", confirmed: true },
    { content: "github.com github.io githubassets.com githubusercontent.com" },
  ),
  row(
    "samsung",
    "Samsung",
    "KR",
    "https://www.samsung.com/sec/",
    { contact: "samsung" },
    {
      content:
        "samsung.com samsungcloud.com samsungapps.com samsungosp.com galaxyappstore.com samsungknox.com secb2b.com",
      platform: {
        push: "push.samsungosp.com gpp.push.samsungosp.com",
        update: "fota-cloud-dn.ospserver.net fota-secure-dn.ospserver.net ospserver.net samsungdm.com",
        account: "account.samsung.com",
      },
      tracker: {
        analytics: "di.atlas.samsung.com dc.di.atlas.samsung.com sdk.pushmessage.samsung.com",
        advertising: "ads.samsung.com samsungads.com samsungadhub.com samsungrs.com",
      },
    },
  ),
  row(
    "huawei",
    "Huawei",
    "CN",
    record("huawei"),
    { contact: "huawei", confirmed: true },
    {
      content:
        "huawei.com hicloud.com vmall.com dbankcloud.com dbankcloud.cn dbankcdn.com huaweicloud.com hihonorcloud.com",
      platform: {
        "captive-portal": "connectivitycheck.platform.hicloud.com",
        push: "push.hicloud.com",
        update: "update.hicloud.com query.hicloud.com",
      },
      tracker: {
        analytics:
          "metrics1.data.hicloud.com metrics2.data.hicloud.com metrics3.data.hicloud.com metrics4.data.hicloud.com metrics5.data.hicloud.com logservice.hicloud.com logservice1.hicloud.com",
        advertising: "ads.hicloud.com adx.ads.hicloud.com",
      },
    },
  ),
  row("honor", "Honor", "CN", "https://www.honor.com/global/privacy/", {}, { content: "honor.com hihonor.com" }),
  row("bbk", "BBK Electronics", "CN", "https://www.gdbbk.com", {}, { content: "gdbbk.com" }),
  row(
    "oppo",
    "OPPO",
    "CN",
    "https://www.oppo.com/en/privacy/",
    {},
    {
      content:
        "oppo.com oppomobile.com heytap.com heytapmobile.com coloros.com heytapmobi.com heytapdownload.com allawnos.com",
      tracker: { analytics: "dragate.heytapmobile.com datasec.heytapmobile.com data.ads.heytapmobi.com" },
    },
  ),
  row(
    "oneplus",
    "OnePlus",
    "CN",
    "https://www.oneplus.com/global/legal/privacy-policy",
    { parent: "oppo" },
    { content: "oneplus.com oneplus.net oneplus.cn", tracker: { analytics: "open.oneplus.net analytics.oneplus.cn" } },
  ),
  row(
    "realme",
    "realme",
    "CN",
    "https://www.realme.com/global/legal/privacy-policy",
    {},
    {
      content: "realme.com realmemobile.com realme.net",
      tracker: { analytics: "bdapi-in.realmemobile.com bdapi-ex.realmemobile.com" },
    },
  ),
  row(
    "vivo",
    "vivo",
    "CN",
    "https://www.vivo.com/en/about-vivo/privacy-policy",
    { parent: "bbk" },
    {
      content: "vivo.com vivoglobal.com vivo.com.cn vivo.xyz vivoglobal.com.cn",
      tracker: { analytics: "st-eden-main-activate.vivo.com.cn" },
    },
  ),
  row("meizu", "Meizu", "CN", "https://www.meizu.com", {}, { content: "meizu.com flyme.cn flymeos.com" }),
  row(
    "transsion",
    "Transsion",
    "CN",
    "https://www.transsion.com",
    {},
    {
      content: "transsion.com shalltry.com transsion-os.com palmplaystore.com",
      tracker: { analytics: "dsp.shalltry.com tdata.shalltry.com" },
    },
  ),
  row(
    "motorola",
    "Motorola",
    "US",
    "https://www.motorola.com/us/legal/privacy-policy",
    { parent: "lenovo" },
    { content: "motorola.com svcmot.com" },
  ),
  row(
    "lenovo",
    "Lenovo",
    "HK",
    "https://www.lenovo.com/us/en/privacy/",
    {},
    { content: "lenovo.com lenovo.com.cn lenovomm.com" },
  ),
  row(
    "sony",
    "Sony",
    "JP",
    "https://www.sony.com",
    {},
    { content: "sony.com sonymobile.com playstation.com playstation.net" },
  ),
  row(
    "nothing",
    "Nothing",
    "GB",
    "https://nothing.tech/pages/privacy-policy",
    {},
    { content: "nothing.tech nothingtech.com" },
  ),
  row(
    "fairphone",
    "Fairphone",
    "NL",
    "https://www.fairphone.com/en/legal/fairphone-privacy-policy/",
    {},
    { content: "fairphone.com" },
  ),
  row(
    "hmd",
    "HMD Global",
    "FI",
    "https://www.hmd.com/en_int/privacy",
    {},
    { content: "hmdglobal.com hmd.com hmdglobal.net nokia.com" },
  ),
  row(
    "mediatek",
    "MediaTek",
    "TW",
    "https://www.mediatek.com/privacy-policy",
    {},
    { content: "mediatek.com", platform: { location: "mediatek-epo.com epo.mediatek.com" } },
  ),
  row(
    "qualcomm",
    "Qualcomm",
    "US",
    "https://www.qualcomm.com/site/privacy",
    {},
    {
      content: "qualcomm.com",
      platform: {
        location:
          "izatcloud.net xtracloud.net gpsonextra.net xtrapath1.izatcloud.net xtrapath2.izatcloud.net xtrapath3.izatcloud.net",
      },
    },
  ),
  row(
    "broadcom",
    "Broadcom",
    "US",
    "https://www.broadcom.com/company/legal/privacy",
    {},
    { content: "broadcom.com", platform: { location: "glpals.com gllto.glpals.com" } },
  ),
  row(
    "lineageos",
    "LineageOS",
    "US",
    "https://lineageos.org/legal/",
    {},
    { content: "lineageos.org", platform: { update: "download.lineageos.org" } },
  ),
  row(
    "grapheneos",
    "GrapheneOS Foundation",
    "CA",
    "https://grapheneos.org/faq#default-connections",
    {},
    {
      content: "grapheneos.org",
      platform: { "captive-portal": "connectivitycheck.grapheneos.network", time: "time.grapheneos.org" },
    },
  ),
  row(
    "ntp-pool",
    "NTP Pool Project",
    "",
    "https://www.ntppool.org/en/",
    {},
    { content: "ntppool.org", platform: { time: "pool.ntp.org" } },
  ),
  row("f-droid", "F-Droid", "", "https://f-droid.org/en/about/", {}, { content: "f-droid.org" }),
  row(
    "digicert",
    "DigiCert",
    "US",
    "https://www.digicert.com/digicert-privacy-policy",
    {},
    {
      content: "digicert.com",
      platform: {
        certificates:
          "ocsp.digicert.com crl3.digicert.com crl4.digicert.com cacerts.digicert.com status.geotrust.com status.rapidssl.com digicert.cn",
      },
    },
  ),
  row(
    "letsencrypt",
    "Internet Security Research Group",
    "US",
    "https://letsencrypt.org/privacy/",
    {},
    { content: "letsencrypt.org", platform: { certificates: "lencr.org" } },
  ),
  row(
    "sectigo",
    "Sectigo",
    "US",
    "https://www.sectigo.com/privacy-policy",
    {},
    {
      content: "sectigo.com",
      platform: {
        certificates:
          "ocsp.sectigo.com crl.sectigo.com ocsp.usertrust.com crl.usertrust.com ocsp.comodoca.com crl.comodoca.com",
      },
    },
  ),
  row(
    "globalsign",
    "GlobalSign",
    "BE",
    "https://www.globalsign.com/en/repository/globalsign-privacy-policy.pdf",
    { parent: "gmo" },
    {
      content: "globalsign.com",
      platform: { certificates: "ocsp.globalsign.com ocsp2.globalsign.com crl.globalsign.com" },
    },
  ),
  row("gmo", "GMO Internet", "JP", "https://www.gmo.jp/en/", {}, { content: "gmo.jp" }),
  row(
    "godaddy",
    "GoDaddy",
    "US",
    "https://www.godaddy.com/legal/agreements/privacy-policy",
    {},
    { content: "godaddy.com", platform: { certificates: "ocsp.godaddy.com crl.godaddy.com ocsp.starfieldtech.com" } },
  ),
  row(
    "entrust",
    "Entrust",
    "US",
    "https://www.entrust.com/legal-compliance/privacy",
    {},
    { content: "entrust.com", platform: { certificates: "ocsp.entrust.net crl.entrust.net" } },
  ),
  row(
    "mozilla",
    "Mozilla",
    "US",
    record("mozilla"),
    { contact: "mozilla", confirmed: true },
    {
      content: "mozilla.org mozilla.com firefox.com mozilla.net",
      platform: {
        "captive-portal": "detectportal.firefox.com",
        push: "push.services.mozilla.com",
        "safe-browsing": "shavar.services.mozilla.com",
        update: "aus5.mozilla.org firefox.settings.services.mozilla.com",
        location: "location.services.mozilla.com",
        dns: "mozilla.cloudflare-dns.com",
      },
      tracker: { analytics: "incoming.telemetry.mozilla.org" },
    },
  ),
  row(
    "quad9",
    "Quad9",
    "CH",
    "https://quad9.net/privacy/policy/",
    {},
    { content: "quad9.com", platform: { dns: "quad9.net 9.9.9.9 149.112.112.112" } },
  ),
  row(
    "adguard",
    "AdGuard",
    "CY",
    "https://adguard.com/en/privacy.html",
    {},
    { content: "adguard.com", platform: { dns: "adguard-dns.com dns.adguard.com adguard-dns.io" } },
  ),
  row(
    "nextdns",
    "NextDNS",
    "US",
    "https://nextdns.io/privacy",
    {},
    { content: "nextdns.com", platform: { dns: "nextdns.io" } },
  ),
  row(
    "mullvad",
    "Mullvad",
    "SE",
    "https://mullvad.net/en/help/privacy-policy",
    {},
    { content: "mullvad.net", platform: { dns: "dns.mullvad.net" } },
  ),
];
