import type { Library } from "../libraries.ts";
import { apache, library } from "./library-row.ts";

/** Libraries for paying, signing in, makers' services, devices, hooking, changing code, and daily needs. */
export const serviceLibraries: readonly Library[] = [
  library("Stripe", "Stripe", "payment", {
    licence: "MIT",
    maven: "com.stripe:stripe-android",
    classes: "com.stripe.android com.stripe.stripeterminal",
  }),
  library("PayPal", "PayPal", "payment", {
    maven: "com.paypal.sdk:paypal-android-sdk com.paypal.checkout:android-sdk",
    classes: "com.paypal.android com.paypal.checkout",
  }),
  library("Braintree", "PayPal", "payment", {
    licence: "MIT",
    maven: "com.braintreepayments.api:braintree com.braintreepayments.api:braintree-core",
    classes: "com.braintreepayments",
  }),
  library("Adyen", "Adyen", "payment", { licence: "MIT", maven: "com.adyen.checkout:drop-in", classes: "com.adyen" }),
  library("Klarna", "Klarna", "payment", { classes: "com.klarna.mobile" }),
  library("Square payments", "Block", "payment", { classes: "com.squareup.sdk com.squareup.sqip" }),
  library("Razorpay", "Razorpay", "payment", { maven: "com.razorpay:checkout", classes: "com.razorpay" }),
  library("Paytm", "Paytm", "payment", { classes: "com.paytm.pgsdk net.one97.paytm" }),
  library("PayU", "Prosus", "payment", { classes: "com.payu" }),
  library("Juspay HyperSDK", "Juspay", "payment", { classes: "in.juspay" }),
  library("Alipay", "Ant Group", "payment", {
    maven: "com.alipay.sdk:alipaysdk-android",
    classes: "com.alipay.sdk com.alipay.android.app",
  }),
  library("UnionPay", "UnionPay", "payment", {
    classes: "com.unionpay com.chinaums",
    natives: "libentryex.so libuptsmaddon*.so",
  }),
  library("QQ Connect", "Tencent", "sign-in", {
    maven: "com.tencent.tauth:qqopensdk",
    classes: "com.tencent.tauth com.tencent.connect com.tencent.open",
  }),
  library("Weibo SDK", "Sina", "sign-in", {
    maven: "io.github.sinaweibosdk:core",
    classes: "com.sina.weibo.sdk",
    natives: "libweibosdkcore.so",
  }),
  library("Kakao SDK", "Kakao", "sign-in", {
    licence: "Apache-2.0",
    maven: "com.kakao.sdk:v2-user",
    classes: "com.kakao.sdk com.kakao.auth",
  }),
  library("Naver login", "Naver", "sign-in", {
    licence: "Apache-2.0",
    maven: "com.navercorp.nid:oauth",
    classes: "com.navercorp.nid com.nhn.android.naverlogin",
  }),
  library("OK SDK", "VK", "sign-in", { classes: "ru.ok.android.sdk" }),
  library("Sign in with TikTok", "ByteDance", "sign-in", { classes: "com.tiktok.open.sdk com.bytedance.sdk.open" }),
  library("Snap Kit", "Snap", "sign-in", { classes: "com.snapchat.kit.sdk com.snap.creativekit" }),
  library("Twitter Kit", "X", "sign-in", {
    licence: "Apache-2.0",
    maven: "com.twitter.sdk.android:twitter",
    classes: "com.twitter.sdk.android.core com.twitter.sdk.android.tweetui",
  }),
  library("Twitter4J", "Yusuke Yamamoto", "network", {
    licence: "Apache-2.0",
    maven: "org.twitter4j:twitter4j-core",
    classes: "twitter4j",
  }),
  library("China Mobile one-tap sign-in", "China Mobile", "sign-in", { classes: "com.cmic.sso com.cmic.gen" }),
  library("China Unicom one-tap sign-in", "China Unicom", "sign-in", {
    classes: "com.unicom.xiaowo com.sdk.mobile.manager.login com.unicom.online.account",
  }),
  library("China Telecom one-tap sign-in", "China Telecom", "sign-in", {
    classes: "cn.com.chinatelecom.account",
    natives: "libCtaApiLib.so",
  }),
  library("Alibaba phone number authentication", "Alibaba", "sign-in", {
    classes: "com.mobile.auth com.nirvana.tools",
    natives: "libpns-*.so libauth_number_product-*.so",
  }),
  library("MSA advertising ID (OAID)", "Mobile Security Alliance", "platform", {
    natives: "libmsaoaidsec.so libmsaoaidauth.so libsecsdk.so libnllvm*.so libA3AEECD8.so",
  }),
  library("Huawei Mobile Services Core", "Huawei", "platform", {
    maven: "com.huawei.hms:base",
    classes: "com.huawei.hms.api com.huawei.hms.common",
  }),
  library("Huawei Account and sign-in", "Huawei", "sign-in", {
    maven: "com.huawei.hms:hwid",
    classes: "com.huawei.hms.support.hwid com.huawei.hms.hwid com.huawei.hms.account",
  }),
  library("Huawei in-app purchases", "Huawei", "payment", {
    maven: "com.huawei.hms:iap",
    classes: "com.huawei.hms.iap",
  }),
  library("Huawei maps", "Huawei", "maps", { maven: "com.huawei.hms:maps", classes: "com.huawei.hms.maps" }),
  library("Huawei Scan and ML kits", "Huawei", "machine-learning", {
    maven: "com.huawei.hms:scan",
    classes: "com.huawei.hms.hmsscankit com.huawei.hms.ml com.huawei.hms.mlsdk",
    natives: "libscannative.so",
  }),
  library("Xiaomi account and sign-in", "Xiaomi", "sign-in", {
    classes: "com.xiaomi.account com.xiaomi.passport com.xiaomi.accountsdk",
  }),
  library("Xiaomi game and payment SDK", "Xiaomi", "payment", {
    classes: "com.xiaomi.gamecenter.sdk com.xiaomi.hy.dj com.mi.milink",
  }),
  library("MIUI and HyperOS app interface", "Xiaomi", "interface", { classes: "miuix miui.app miui.view" }),
  library("OPPO HeyTap services", "OPPO", "platform", {
    classes: "com.heytap.openid com.heytap.msp",
  }),
  library("vivo services", "vivo", "platform", { classes: "com.vivo.unionsdk com.vivo.identifier" }),
  library("Samsung SDKs", "Samsung", "platform", {
    classes: "com.samsung.android.sdk com.samsung.android.iap com.sec.android.iap",
  }),
  library("Samsung Knox SDK", "Samsung", "platform", { classes: "com.samsung.android.knox com.sec.enterprise" }),
  library("Samsung Health SDK", "Samsung", "hardware", {
    classes: "com.samsung.android.sdk.healthdata com.samsung.android.sdk.health",
  }),
  library("Amazon Appstore SDK", "Amazon", "payment", {
    maven: "com.amazon.device:amazon-appstore-sdk",
    classes: "com.amazon.device.iap com.amazon.inapp.purchasing com.amazon.device.drm",
  }),
  library("Login with Amazon", "Amazon", "sign-in", { classes: "com.amazon.identity.auth" }),
  library("RuStore SDK", "VK", "payment", { maven: "ru.rustore.sdk:billingclient", classes: "ru.rustore.sdk" }),
  library("Aptoide AppCoins", "Aptoide", "payment", { classes: "com.appcoins.sdk com.asf.appcoins" }),
  library("Qonversion", "Qonversion", "payment", { licence: "MIT", classes: "com.qonversion.android.sdk" }),
  library("Apphud", "Apphud", "payment", { licence: "MIT", classes: "com.apphud.sdk" }),
  library("Web3j", "Web3 Labs", "payment", { licence: "Apache-2.0", maven: "org.web3j:core", classes: "org.web3j" }),
  library("Trust Wallet Core", "Trust Wallet", "payment", {
    licence: "Apache-2.0",
    classes: "wallet.core.jni",
    natives: "libTrustWalletCore.so",
  }),
  library("bitcoinj", "bitcoinj project", "payment", {
    licence: "Apache-2.0",
    maven: "org.bitcoinj:bitcoinj-core",
    classes: "org.bitcoinj",
  }),
  library("WalletConnect (Reown)", "Reown", "payment", {
    licence: "Apache-2.0",
    classes: "com.walletconnect com.reown",
  }),
  library("Shizuku", "Rikka", "hooking", {
    licence: "Apache-2.0",
    maven: "dev.rikka.shizuku:api",
    classes: "rikka.shizuku moe.shizuku.api",
    natives: "librish.so libshizuku.so",
  }),
  library("libsu", "topjohnwu", "hooking", {
    licence: "Apache-2.0",
    maven: "com.github.topjohnwu.libsu:core",
    classes: "com.topjohnwu.superuser",
  }),
  library("RootTools", "Stericson", "hooking", {
    licence: "Apache-2.0",
    classes: "com.stericson.RootTools com.stericson.RootShell com.stericson.roottools",
  }),
  library("libsuperuser", "Chainfire", "hooking", {
    licence: "Apache-2.0",
    maven: "eu.chainfire:libsuperuser",
    classes: "eu.chainfire.libsuperuser",
  }),
  library("Xposed API", "rovo89, LSPosed", "hooking", {
    licence: "Apache-2.0",
    maven: "de.robv.android.xposed:api",
    classes: "de.robv.android.xposed io.github.libxposed",
  }),
  library("LSPatch", "LSPosed", "hooking", { classes: "org.lsposed.lspatch", natives: "liblspatch.so" }),
  library("LSPlant, Pine, SandHook and the like", "LSPosed and others", "hooking", {
    classes: "top.canyie.pine com.swift.sandhook me.weishu.epic com.taobao.android.dexposed org.lsposed.lsplant",
    natives:
      "liblsplant.so libpine.so libsandhook*.so libepic.so libdexposed.so libwhale.so libyahfa.so libhookandroid.so",
  }),
  library("xHook, ByteHook, ShadowHook, Dobby", "iQIYI, ByteDance, jmpews", "hooking", {
    maven: "com.bytedance:bytehook com.bytedance.android:shadowhook",
    classes: "com.bytedance.android.bytehook com.bytedance.shadowhook com.qiyi.xhook",
    natives:
      "libxhook.so libbytehook.so libshadowhook.so libshadowhook_nothing.so libdobby.so libsubstrate.so libsubstrate-dvm.so libxdl.so",
  }),
  library("Frida gadget", "Frida project", "hooking", {
    natives: "libfrida-gadget*.so libgadget.so libfrida-agent*.so",
  }),
  library("Hidden API bypass", "LSPosed, weishu and others", "hooking", {
    licence: "Apache-2.0",
    maven: "org.lsposed.hiddenapibypass:hiddenapibypass com.github.tiann:FreeReflection",
    classes: "org.lsposed.hiddenapibypass me.weishu.reflection me.weishu.freereflection",
  }),
  library("VirtualApp", "Lody", "hooking", {
    classes: "com.lody.virtual io.virtualapp",
    natives: "libva++.so libva-native.so libv++.so",
  }),
  library("DroidPlugin", "Qihoo 360", "hooking", { licence: "LGPL-3.0-only", classes: "com.morgoo.droidplugin" }),
  apache(
    "RePlugin",
    "Qihoo 360",
    "update",
    "com.qihoo360.replugin:replugin-host-lib",
    "com.qihoo360.replugin com.qihoo360.loader2",
  ),
  apache("VirtualAPK", "Didi", "update", "com.didi.virtualapk:core", "com.didi.virtualapk"),
  library("Shadow", "Tencent", "update", { licence: "BSD-3-Clause", classes: "com.tencent.shadow" }),
  library("Atlas", "Alibaba", "update", { classes: "android.taobao.atlas" }),
  library("Tinker", "Tencent", "update", {
    licence: "BSD-3-Clause",
    maven: "com.tencent.tinker:tinker-android-lib",
    classes: "com.tencent.tinker",
  }),
  library("Sophix and AndFix", "Alibaba", "update", {
    classes: "com.taobao.sophix com.alipay.euler.andfix",
    natives: "libsophix.so libandfix.so",
  }),
  library("Robust", "Meituan", "update", {
    licence: "Apache-2.0",
    maven: "com.meituan.robust:robust",
    classes: "com.meituan.robust",
  }),
  library("Qigsaw", "iQIYI", "update", { licence: "MIT", classes: "com.iqiyi.android.qigsaw" }),
  library("AppUpdater", "Javier Santos and others", "update", {
    licence: "Apache-2.0",
    maven: "com.github.javiersantos:AppUpdater",
    classes: "com.github.javiersantos.appupdater",
  }),
  apache("Koin", "Kotzilla", "injection", "io.insert-koin:koin-core io.insert-koin:koin-android", "org.koin"),
  apache("Kodein", "Kodein", "injection", "org.kodein.di:kodein-di", "org.kodein"),
  apache(
    "Toothpick",
    "Stéphane Nicolas",
    "injection",
    "com.github.stephanenicolas.toothpick:toothpick-runtime",
    "toothpick",
  ),
  apache("RoboGuice", "RoboGuice project", "injection", "org.roboguice:roboguice", "roboguice"),
  library("AndroidAnnotations", "Excilys", "injection", {
    licence: "Apache-2.0",
    maven: "org.androidannotations:androidannotations-api",
    classes: "org.androidannotations",
  }),
  library("javax.inject", "Java Community Process", "injection", {
    licence: "Apache-2.0",
    maven: "javax.inject:javax.inject",
    classes: "javax.inject",
  }),
  apache("Motif", "Uber", "injection", "com.uber.motif:motif", "motif"),
  apache("AutoDispose", "Uber", "utility", "com.uber.autodispose:autodispose", "com.uber.autodispose autodispose2"),
  apache("Arrow", "Arrow project", "utility", "io.arrow-kt:arrow-core", "arrow.core"),
  apache("Conductor", "BlueLine Labs", "interface", "com.bluelinelabs:conductor", "com.bluelinelabs.conductor"),
  library("Moxy", "Moxy community", "interface", {
    licence: "MIT",
    maven: "com.github.moxy-community:moxy",
    classes: "moxy com.arellomobile.mvp",
  }),
  library("Cicerone", "Konstantin Tskhovrebov", "interface", {
    licence: "MIT",
    maven: "com.github.terrakok:cicerone",
    classes: "com.github.terrakok.cicerone ru.terrakok.cicerone",
  }),
  apache("Decompose", "Arkadii Ivanov", "interface", "com.arkivanov.decompose:decompose", "com.arkivanov.decompose"),
  library("Voyager", "Adriel Café", "interface", {
    licence: "MIT",
    maven: "cafe.adriel.voyager:voyager-navigator",
    classes: "cafe.adriel.voyager",
  }),
  apache("Dexter", "Karumi", "utility", "com.karumi:dexter", "com.karumi.dexter"),
  apache("EasyPermissions", "Google", "utility", "pub.devrel:easypermissions", "pub.devrel.easypermissions"),
  apache(
    "XXPermissions",
    "getActivity",
    "utility",
    "com.github.getActivity:XXPermissions",
    "com.hjq.permissions com.hjq.toast",
  ),
  apache("AndPermission", "Yan Zhenjie", "utility", "com.yanzhenjie:permission", "com.yanzhenjie"),
  apache("AndroidUtilCode", "Blankj", "utility", "com.blankj:utilcode com.blankj:utilcodex", "com.blankj.utilcode"),
  library("Hutool", "Looly", "utility", { maven: "cn.hutool:hutool-all", classes: "cn.hutool" }),
  apache(
    "Joda-Time",
    "Joda.org",
    "utility",
    "joda-time:joda-time net.danlew:android.joda",
    "org.joda.time net.danlew.android.joda",
  ),
  apache("AutoStarter", "Judemanutd", "utility", "com.github.judemanutd:autostarter", "com.judemanutd.autostarter"),
  apache(
    "FileDownloader",
    "Jacksgong",
    "network",
    "com.liulishuo.filedownloader:library",
    "com.liulishuo.filedownloader",
  ),
  library("Fetch", "Tonyo Francis", "network", { licence: "Apache-2.0", classes: "com.tonyodev.fetch2" }),
  library("libtorrent4j", "libtorrent project", "network", {
    licence: "MIT",
    maven: "org.libtorrent4j:libtorrent4j",
    classes: "org.libtorrent4j com.frostwire.jlibtorrent",
    natives: "libtorrent4j.so libjlibtorrent.so",
  }),
  apache(
    "NoNonsense FilePicker",
    "Jonas Kalderstam",
    "utility",
    "com.nononsenseapps:filepicker",
    "com.nononsenseapps.filepicker",
  ),
  library("JNA", "JNA project", "utility", {
    maven: "net.java.dev.jna:jna",
    classes: "com.sun.jna",
    natives: "libjnidispatch.so",
  }),
  library("JavaMail", "Oracle, Eclipse Foundation", "communication", {
    maven: "com.sun.mail:android-mail",
    classes: "javax.mail com.sun.mail jakarta.mail",
  }),
  library("JSch", "JCraft", "network", { classes: "com.jcraft.jsch" }),
  apache(
    "Apache FtpServer and MINA",
    "Apache Software Foundation",
    "network",
    "org.apache.ftpserver:ftpserver-core",
    "org.apache.ftpserver org.apache.mina",
  ),
  library("jcifs", "jcifs project", "network", { licence: "LGPL-2.1-or-later", classes: "jcifs" }),
  library("smbj", "Hierynomus", "network", {
    licence: "Apache-2.0",
    maven: "com.hierynomus:smbj",
    classes: "com.hierynomus",
  }),
  library("Cling and jUPnP", "4th Line, jUPnP project", "network", { classes: "org.fourthline.cling org.jupnp" }),
  library("LeBo (Hpplay) casting", "LeBo", "media", {
    classes: "com.hpplay",
    natives: "libhpplaytvplay.so liblebo*.so libhpplay*.so",
  }),
  apache("Nordic BLE", "Nordic Semiconductor", "hardware", "no.nordicsemi.android:ble", "no.nordicsemi.android"),
  apache(
    "RxAndroidBle",
    "Polidea, Dariusz Seweryn",
    "hardware",
    "com.polidea.rxandroidble3:rxandroidble com.polidea.rxandroidble2:rxandroidble",
    "com.polidea.rxandroidble com.polidea.rxandroidble2 com.polidea.rxandroidble3",
  ),
  apache("FastBle", "Jasonchenlijian", "hardware", "com.github.Jasonchenlijian:FastBle", "com.clj.fastble"),
  apache("AltBeacon", "Radius Networks", "hardware", "org.altbeacon:android-beacon-library", "org.altbeacon"),
  library("Tuya", "Tuya", "hardware", {
    classes: "com.tuya.smart com.thingclips.smart",
    natives: "libtuya_*.so libThing*.so libTuya*.so libthing_*.so",
  }),
  library("Garmin Connect IQ", "Garmin", "hardware", { classes: "com.garmin.android.connectiq" }),
  library("usb-serial-for-android", "mik3y", "hardware", {
    licence: "MIT",
    maven: "com.github.mik3y:usb-serial-for-android",
    classes: "com.hoho.android.usbserial",
  }),
  library("libusb and libuvc", "libusb project", "hardware", {
    licence: "LGPL-2.1-or-later",
    classes: "com.serenegiant.usb",
    natives: "libusb1.0.so libusb100.so libusb.so libuvc.so libUVCCamera.so",
  }),
  library("DJI SDK", "DJI", "hardware", {
    classes: "dji.sdk dji.v5",
    natives: "libDJI*.so libdjisdk_jni.so libdjivideo.so",
  }),
  library("JUnit", "JUnit team", "testing", { maven: "junit:junit", classes: "org.junit junit.framework" }),
  library("Hamcrest", "Hamcrest project", "testing", {
    licence: "BSD-3-Clause",
    maven: "org.hamcrest:hamcrest",
    classes: "org.hamcrest",
  }),
  library("Mockito and Byte Buddy", "Mockito contributors", "testing", {
    licence: "MIT",
    maven: "org.mockito:mockito-core",
    classes: "org.mockito net.bytebuddy",
  }),
  library("DexMaker", "LinkedIn", "testing", {
    licence: "Apache-2.0",
    maven: "com.linkedin.dexmaker:dexmaker",
    classes: "com.android.dx com.linkedin.dexmaker",
  }),
  library("Robotium", "Robotium Tech", "testing", {
    licence: "Apache-2.0",
    maven: "com.jayway.android.robotium:robotium-solo",
    classes: "com.robotium.solo com.jayway.android.robotium",
  }),
  library("Appium UiAutomator2 server", "Appium project", "testing", {
    licence: "Apache-2.0",
    classes: "io.appium.uiautomator2",
  }),
  library("Checker Framework annotations", "University of Washington", "utility", {
    licence: "MIT",
    maven: "org.checkerframework:checker-qual",
    classes: "org.checkerframework",
  }),
  library("FindBugs annotations (JSR 305)", "FindBugs project", "utility", {
    maven: "com.google.code.findbugs:jsr305",
    classes: "javax.annotation.concurrent",
  }),
  library("AspectJ", "Eclipse Foundation", "utility", { maven: "org.aspectj:aspectjrt", classes: "org.aspectj" }),
  library("ASM", "OW2", "utility", { classes: "org.objectweb.asm" }),
];
