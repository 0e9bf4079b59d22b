/** Packages of a plain Android, against which the method counts what a maker added. */
export interface PreloadBaseline {
  readonly name: string;
  readonly all: ReadonlySet<string>;
  readonly platform: ReadonlySet<string>;
}

/** Words of one text; a leading dot stands for `com.android.`. */
function names(text: string): ReadonlySet<string> {
  return new Set(
    text
      .trim()
      .split(/\s+/)
      .map((name) => (name.startsWith(".") ? `com.android${name}` : name)),
  );
}

/**
 * Baselines by API level: lists of packages of Google's generic system images, facts from
 * github.com/android/security-certification-resources (uraniborg/scripts/python/data, Apache-2.0), U-GSI and V-GSI.
 */
export const preloadBaselines: ReadonlyMap<number, PreloadBaseline> = new Map([
  [
    34,
    {
      name: "the generic system image of Android 14 (U-GSI)",
      all: names(`.ons .storagemanager .printspooler .ondevicepersonalization.services .emulator.multidisplay
        android.ext.services .nearby.halfsheet android.auto_generated_rro_vendor__ .pacprocessor .microdroid.empty_payload
        .role.notes.enabled .permissioncontroller .systemui.accessibility.accessibilitymenu .phone.auto_generated_rro_vendor__
        .hotspot2.osulogin .media .virt .internal.systemui.navbar.transparent .cellbroadcastservice .wallpaper.livepicker
        .internal.systemui.navbar.gestural_narrow_back com.google.pixel.camera.hal .mediaprovider .providers.telephony .contacts
        .btservices .internal.display.cutout.emulation.waterfall .deskclock .dreams.phototable
        com.google.android.storagemanager.auto_generated_rro_vendor__ .cts.ctsshim .providers.contacts
        .settings.auto_generated_rro_vendor__ .wifi.resources .mtp .sharedstoragebackup .traceur.auto_generated_rro_vendor__
        .documentsui .permission .nfc .compos .launcher3 .configinfrastructure .i18n .wifi .inputmethod.latin .bookmarkprovider
        .vpndialogs .networkstack.tethering .providers.media.module .nfc.auto_generated_rro_vendor__ .adservices android.ext.shared
        .emergency .ondevicepersonalization .internal.display.cutout.emulation.corner .credentialmanager .carrierdefaultapp .sdkext
        .conscrypt .sdksetup .internal.systemui.navbar.gestural_extra_wide_back .cellbroadcastreceiver .location.fused
        .statementservice .media.swcodec .ons.auto_generated_rro_vendor__ .localtransport .providers.settings .neuralnetworks
        .systemui .sdksandbox com.uraniborg.hubble .vndk.v31 .bips .vndk.v30 .companiondevicemanager
        .systemui.auto_generated_rro_vendor__ .vndk.v33 .uwb.resources .vndk.v32 .vndk.v34 .healthfitness .camera2 .dreams.basic
        .quicksearchbox .printservice.recommendation .internal.systemui.navbar.gestural_wide_back .imsserviceentitlement .devicelock
        .wallpaperpicker .rkpdapp .shell .ipsec .backupconfirm .virtualmachine.res .calendar .settings .providers.userdictionary
        .wifi.dialog .settings.intelligence .theme.font.notoserifsource .bluetoothmidiservice
        .internal.display.cutout.emulation.double .carrierconfig .networkstack .dialer .apps.tag .phone
        .omadm.service.auto_generated_rro_vendor__ .adservices.api .mms.service .egg .captiveportallogin .tethering .extservices
        .federatedcompute.services .inputdevices .calllogbackup .intentresolver .providers.partnerbookmarks .providers.calendar
        .internal.display.cutout.emulation.hole .uwb org.chromium.webview_shell .externalstorage .apex.cts.shim .server.telecom
        .keychain .gallery3d .wallpaperbackup .managedprovisioning .soundpicker .vndk.v29 .providers.media .modulemetadata .stk
        .health.connect.backuprestore .ext.adservices.api .runtime .internal.systemui.navbar.threebutton .resolv .adbd
        .systemui.gsi.overlay .wallpapercropper android .cellbroadcastreceiver.module .os.statsd .webview .certinstaller
        .healthconnect.controller .se com.google.pixel.wifi.ext .proxyhandler .simappdialog .musicfx .tzdata .music .messaging
        .providers.downloads .networkstack.tethering.emulator com.google.android.widevine .packageinstaller .connectivity.resources
        .internal.display.cutout.emulation.tall .bluetooth .devicelockcontroller .appsearch .rkpd .cts.priv.ctsshim
        .internal.systemui.navbar.twobutton .providers.downloads.ui .compos.payload
        com.google.android.flipendo.auto_generated_rro_vendor__ .providers.blockednumber .internal.systemui.navbar.gestural
        .scheduling .traceur .cellbroadcast .safetycenter.resources .dynsystem .htmlviewer .art .cameraextensions`),
      platform: names(`.ons .storagemanager .ondevicepersonalization.services .emulator.multidisplay .pacprocessor
        .role.notes.enabled .permissioncontroller .systemui.accessibility.accessibilitymenu .providers.telephony
        .sharedstoragebackup .documentsui .nfc .vpndialogs android.ext.shared .emergency .credentialmanager .carrierdefaultapp
        .sdksetup .cellbroadcastreceiver .location.fused .statementservice .localtransport .providers.settings .systemui .bips
        .companiondevicemanager .shell .backupconfirm .settings .carrierconfig .phone .mms.service .egg .inputdevices
        .intentresolver .externalstorage .server.telecom .keychain .wallpaperbackup .managedprovisioning .stk .wallpapercropper
        android .certinstaller .se .proxyhandler .messaging .packageinstaller .devicelockcontroller .traceur .dynsystem
        .cameraextensions`),
    },
  ],
  [
    35,
    {
      name: "the generic system image of Android 15 (V-GSI)",
      all: names(`android android.auto_generated_rro_vendor__ android.ext.services android.ext.shared .DeviceAsWebcam .adbd
        .adservices .adservices.api .apex.cts.shim .apps.tag .appsearch .appsearch.apk .art .avatarpicker .backupconfirm .bips
        .bluetooth .bluetoothmidiservice .bookmarkprovider .btservices .calendar .calllogbackup .camera2 .cameraextensions
        .captiveportallogin .carrierconfig .carrierdefaultapp .cellbroadcast .cellbroadcastreceiver .cellbroadcastreceiver.module
        .cellbroadcastservice .certinstaller .companiondevicemanager .compos .compos.payload .configinfrastructure
        .connectivity.resources .conscrypt .contacts .credentialmanager .cts.ctsshim .cts.priv.ctsshim .deskclock .devicediagnostics
        .devicediagnostics.auto_generated_rro_vendor__ .devicelock .devicelockcontroller .dialer .documentsui .dreams.basic
        .dreams.phototable .dynsystem .egg .emergency .externalstorage .extservices .federatedcompute.services .gallery3d
        .hardware.biometrics.face.virtual .hardware.biometrics.fingerprint.virtual .hardware.cas .health.connect.backuprestore
        .healthconnect.controller .healthfitness .hotspot2.osulogin .htmlviewer .i18n .imsserviceentitlement .inputdevices
        .inputmethod.latin .intentresolver .internal.display.cutout.emulation.corner .internal.display.cutout.emulation.double
        .internal.display.cutout.emulation.hole .internal.display.cutout.emulation.tall
        .internal.display.cutout.emulation.waterfall .internal.systemui.navbar.gestural .internal.systemui.navbar.threebutton
        .internal.systemui.navbar.transparent .ipsec .keychain .launcher3 .localtransport .location.fused .managedprovisioning
        .media .media.swcodec .mediaprovider .messaging .microdroid.empty_payload .mms.service .modulemetadata .mtp .music .musicfx
        .networkstack .networkstack.tethering .neuralnetworks .nfc .nfcservices .omadm.service.auto_generated_rro_vendor__
        .ondevicepersonalization .ondevicepersonalization.services .ons .os.statsd .packageinstaller .pacprocessor .permission
        .permissioncontroller .phone .phone.auto_generated_rro_vendor__ .printservice.recommendation .printspooler .profiling
        .providers.blockednumber .providers.calendar .providers.contactkeys .providers.contacts .providers.downloads
        .providers.downloads.ui .providers.media .providers.media.module .providers.partnerbookmarks .providers.settings
        .providers.settings.auto_generated_rro_vendor__ .providers.telephony .providers.userdictionary .provision .proxyhandler
        .quicksearchbox .resolv .rkpd .rkpdapp .role.notes.enabled .runtime .safetycenter.resources .scheduling .sdkext .sdksandbox
        .se .server.deviceconfig.resources .server.telecom .settings .settings.auto_generated_rro_vendor__ .settings.intelligence
        .sharedstoragebackup .shell .simappdialog .soundpicker .statementservice .stk .storagemanager .systemui
        .systemui.accessibility.accessibilitymenu .systemui.auto_generated_rro_vendor__ .systemui.gsi.overlay .tethering
        .theme.font.notoserifsource .traceur .traceur.auto_generated_rro_vendor__ .tzdata .uwb .uwb.resources .virt
        .virtualmachine.res .vndk.v30 .vndk.v31 .vndk.v32 .vndk.v33 .vndk.v34 .vpndialogs .wallpaper .wallpaper.livepicker
        .wallpaperbackup .wallpapercropper .webview .wifi .wifi.dialog .wifi.resources
        com.google.android.flipendo.auto_generated_rro_vendor__ com.google.android.hardware.biometrics.face
        com.google.android.storagemanager.auto_generated_rro_vendor__ com.google.android.widevine.nonupdatable
        com.google.pixel.camera.hal com.google.pixel.euicc.update com.google.pixel.wifi.ext com.uraniborg.hubble
        org.chromium.webview_shell`),
      platform: names(`android android.ext.shared .DeviceAsWebcam .avatarpicker .backupconfirm .bips .cameraextensions
        .carrierconfig .carrierdefaultapp .cellbroadcastreceiver .certinstaller .companiondevicemanager .credentialmanager
        .devicediagnostics .devicelockcontroller .documentsui .dynsystem .egg .emergency .externalstorage .inputdevices
        .intentresolver .keychain .localtransport .location.fused .managedprovisioning .messaging .mms.service
        .ondevicepersonalization.services .ons .packageinstaller .pacprocessor .permissioncontroller .phone .providers.settings
        .providers.telephony .provision .proxyhandler .role.notes.enabled .se .server.deviceconfig.resources .server.telecom
        .settings .sharedstoragebackup .shell .statementservice .stk .storagemanager .systemui
        .systemui.accessibility.accessibilitymenu .traceur .vpndialogs .wallpaperbackup .wallpapercropper`),
    },
  ],
]);
