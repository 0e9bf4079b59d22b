/*
 * Packages of system images, a row each: APK or folder, package, shared user where it has one. Folders hold an APK of their own
 * name. Names and places are those of real phones; everything else about these packages is made by the models.
 */

/** Android's own packages that every model has. */
export const aospImage = `
product/app/PhotoTable com.android.dreams.phototable
product/priv-app/DownloadProviderUi com.android.providers.downloads.ui media
product/priv-app/ImsServiceEntitlement com.android.imsserviceentitlement
product/priv-app/SettingsIntelligence com.android.settings.intelligence
system/app/BasicDreams com.android.dreams.basic
system/app/Bluetooth com.android.bluetooth bluetooth
system/app/BluetoothMidiService com.android.bluetoothmidiservice
system/app/BookmarkProvider com.android.bookmarkprovider
system/app/CameraExtensionsProxy com.android.cameraextensions
system/app/CarrierDefaultApp com.android.carrierdefaultapp
system/app/CertInstaller com.android.certinstaller
system/app/CompanionDeviceManager com.android.companiondevicemanager
system/app/EasterEgg com.android.egg
system/app/KeyChain com.android.keychain system
system/app/PacProcessor com.android.pacprocessor
system/app/SecureElement com.android.se se
system/app/SimAppDialog com.android.simappdialog
system/app/Stk com.android.stk phone
system/app/WallpaperBackup com.android.wallpaperbackup system
system/framework/framework-res.apk android system
system/priv-app/BackupRestoreConfirmation com.android.backupconfirm
system/priv-app/BlockedNumberProvider com.android.providers.blockednumber contacts
system/priv-app/BuiltInPrintService com.android.bips
system/priv-app/CalendarProvider com.android.providers.calendar
system/priv-app/CellBroadcastLegacyApp com.android.cellbroadcastreceiver
system/priv-app/CredentialManager com.android.credentialmanager
system/priv-app/DownloadProvider com.android.providers.downloads media
system/priv-app/DynamicSystemInstallationService com.android.dynsystem system
system/priv-app/ExternalStorageProvider com.android.externalstorage
system/priv-app/FusedLocation com.android.location.fused system
system/priv-app/HTMLViewer com.android.htmlviewer
system/priv-app/InputDevices com.android.inputdevices system
system/priv-app/IntentResolver com.android.intentresolver
system/priv-app/LiveWallpapersPicker com.android.wallpaper.livepicker
system/priv-app/LocalTransport com.android.localtransport system
system/priv-app/ManagedProvisioning com.android.managedprovisioning
system/priv-app/MediaProviderLegacy com.android.providers.media media
system/priv-app/MmsService com.android.mms.service phone
system/priv-app/MtpService com.android.mtp media
system/priv-app/MusicFX com.android.musicfx
system/priv-app/ONS com.android.ons phone
system/priv-app/ProxyHandler com.android.proxyhandler
system/priv-app/SettingsProvider com.android.providers.settings system
system/priv-app/SharedStorageBackup com.android.sharedstoragebackup
system/priv-app/SoundPicker com.android.soundpicker
system/priv-app/StatementService com.android.statementservice
system/priv-app/Tag com.android.apps.tag
system/priv-app/Telecom com.android.server.telecom system
system/priv-app/TelephonyProvider com.android.providers.telephony phone
system/priv-app/UserDictionaryProvider com.android.providers.userdictionary contacts
system_ext/app/WAPPushManager com.android.smspush
system_ext/priv-app/CarrierConfig com.android.carrierconfig phone
system_ext/priv-app/StorageManager com.android.storagemanager
system_ext/priv-app/WallpaperCropper com.android.wallpapercropper
`;

/** Google's small companions on phones with Play services. */
export const googleImage = `
product/app/GoogleLocationHistory com.google.android.gms.location.history
product/priv-app/ConfigUpdater com.google.android.configupdater
product/priv-app/FamilyLinkParentalControls com.google.android.gms.supervision
product/priv-app/HotwordEnrollmentOKGoogleHEXAGON_WIDEBAND com.android.hotwordenrollment.okgoogle
product/priv-app/HotwordEnrollmentXGoogleHEXAGON_WIDEBAND com.android.hotwordenrollment.xgoogle
product/priv-app/Turbo com.google.android.apps.turbo
system/app/GoogleExtShared com.google.android.ext.shared
system/app/GooglePrintRecommendationService com.google.android.printservice.recommendation
system_ext/priv-app/SetupWizard com.google.android.setupwizard
`;

/** Packages inside modules that Google Play updates (Android 10 and later). */
export const moduleImage = `
apex/com.android.adservices/app/SdkSandboxGoogle@351010000/SdkSandboxGoogle.apk com.google.android.sdksandbox
apex/com.android.apex.cts.shim/app/CtsShim@351010000/CtsShim.apk com.android.cts.ctsshim
apex/com.android.apex.cts.shim/priv-app/CtsShimPriv@351010000/CtsShimPriv.apk com.android.cts.priv.ctsshim
apex/com.android.appsearch/priv-app/com.google.android.appsearch.apk@351010000/com.google.android.appsearch.apk.apk com.google.android.appsearch.apk
apex/com.android.cellbroadcast/priv-app/GoogleCellBroadcastServiceModule@351010000/GoogleCellBroadcastServiceModule.apk com.google.android.cellbroadcastservice
apex/com.android.configinfrastructure/app/DeviceConfigServiceResourcesGoogle@351010000/DeviceConfigServiceResourcesGoogle.apk com.google.android.server.deviceconfig.resources
apex/com.android.devicelock/priv-app/DeviceLockControllerGoogle@351010000/DeviceLockControllerGoogle.apk com.google.android.devicelockcontroller
apex/com.android.healthfitness/app/HealthConnectBackupRestoreGoogle@351010000/HealthConnectBackupRestoreGoogle.apk com.google.android.health.connect.backuprestore
apex/com.android.healthfitness/priv-app/HealthConnectControllerGoogle@351010000/HealthConnectControllerGoogle.apk com.google.android.healthconnect.controller
apex/com.android.mediaprovider/priv-app/MediaProviderGoogle@351010000/MediaProviderGoogle.apk com.google.android.providers.media.module
apex/com.android.mediaprovider/priv-app/PhotopickerGoogle@351010000/PhotopickerGoogle.apk com.google.android.photopicker
apex/com.android.permission/priv-app/GoogleSafetyCenterResources@351010000/GoogleSafetyCenterResources.apk com.google.android.safetycenter.resources
apex/com.android.tethering/priv-app/ServiceConnectivityResourcesGoogle@351010000/ServiceConnectivityResourcesGoogle.apk com.google.android.connectivity.resources
apex/com.android.tethering/priv-app/TetheringGoogle@351010000/TetheringGoogle.apk com.google.android.networkstack.tethering networkstack
apex/com.android.uwb/priv-app/ServiceUwbResources@351010000/ServiceUwbResources.apk com.android.uwb.resources
apex/com.android.wifi/app/OsuLogin@351010000/OsuLogin.apk com.android.hotspot2.osulogin
apex/com.android.wifi/priv-app/ServiceWifiResources@351010000/ServiceWifiResources.apk com.android.wifi.resources
`;

/** Xiaomi's packages on global phones that no model describes further. */
export const miuiImage = `
product/app/Biometric com.miui.face system
product/app/FidoAuthen com.fido.asm
product/app/MISettings com.xiaomi.misettings system
product/app/MIUINotificationCenterT com.miui.notification system
product/app/MIUIScreenshot com.miui.screenshot
product/app/MIUISecurityAdd com.miui.securityadd
product/app/MIUISystemUIPlugin miui.systemui.plugin
product/app/MediaViewerGlobal com.miui.mediaviewer
product/app/MiDevAuthService com.xiaomi.devauth system
product/app/MiPCExpend com.xiaomi.miralink
product/app/MiSound com.miui.misound
product/app/SecurityCoreAdd com.miui.securitycore system
product/app/XmsCore com.miui.core
product/app/com.xiaomi.ugd com.xiaomi.ugd
product/priv-app/ExtraPhotoGlobal com.miui.extraphoto
product/priv-app/InCallUIGlobalHyperOS com.android.incallui
product/priv-app/MIUIAICR com.xiaomi.aicr
product/priv-app/MIUIAod com.miui.aod system
system/app/PowerKeeper com.miui.powerkeeper system
system_ext/app/BluetoothExtension com.xiaomi.bluetooth
system_ext/app/CameraMind com.xiaomi.cameramind
system_ext/app/miuisystem com.miui.system
system_ext/framework/framework-ext-res com.miui.rom
system_ext/priv-app/MiuiFreeformService com.miui.freeform system
system_ext/priv-app/MiuiVpnDialogs com.android.vpndialogs
system_ext/priv-app/MiuiWifiDialog com.android.wifi.dialog
system_ext/priv-app/Provision com.android.provision system
system_ext/priv-app/RtMiCloudSDK com.xiaomi.micloud.sdk
`;

/** The chip maker's packages. */
export const qualcommImage = `
product/app/ConferenceDialer com.qualcomm.qti.confdialer
product/app/uimlpaservice com.qualcomm.qti.lpa
system_ext/app/BluetoothDsDaService com.qualcomm.qtil.btdsda
system_ext/app/DynamicDDSService com.qualcomm.qti.dynamicddsservice
system_ext/app/ImsDataChannelService vendor.qti.imsdatachannel
system_ext/app/PowerOffAlarm com.qualcomm.qti.poweroffalarm
system_ext/app/QtiTelephony com.qti.phone phone
system_ext/app/QtiTelephonyService com.qualcomm.qti.telephonyservice phone
system_ext/app/SimContact com.qualcomm.qti.simcontacts
system_ext/app/datastatusnotification com.qti.qualcomm.datastatusnotification
system_ext/app/workloadclassifier com.qualcomm.qti.workloadclassifier
system_ext/priv-app/QtiWifiService com.qualcomm.qti.server.qtiwifi
system_ext/priv-app/WfdService com.qualcomm.wfd.service
system_ext/priv-app/com.qualcomm.qti.services.systemhelper com.qualcomm.qti.services.systemhelper
system_ext/priv-app/dpmserviceapp com.qti.dpmserviceapp
system_ext/priv-app/ims org.codeaurora.ims phone
system_ext/priv-app/qcrilmsgtunnel com.qualcomm.qcrilmsgtunnel
vendor/app/CACertService vendor.qti.hardware.cacert.server
vendor/app/CneApp com.qualcomm.qti.cne
vendor/app/IWlanService vendor.qti.iwlan
vendor/app/TimeService com.qualcomm.timeservice
`;

/** Resource overlays of Xiaomi phones. */
export const miuiOverlays = `
product/overlay/AospBluetoothResOverlay.apk com.android.bluetooth.overlay
product/overlay/AospFrameworkResOverlay.apk android.aosp.overlay
product/overlay/AospFrameworkTelephonyResOverlay.apk android.aosp.overlay.telephony
product/overlay/AospWifiResOverlay.apk com.android.wifi.resources.xiaomi
product/overlay/CaptivePortalLoginFrameworkOverlay.apk com.google.android.overlay.modules.captiveportallogin.forframework
product/overlay/DevicesAndroidOverlay.apk com.miui.systemui.overlay.devices.android
product/overlay/DevicesOverlay.apk com.miui.systemui.devices.overlay
product/overlay/GestureLineOverlay.apk com.android.systemui.gesture.line.overlay
product/overlay/GmsSystemUIOverlay.apk com.android.overlay.systemui
product/overlay/GoogleDeviceLockControllerOverlay.apk com.google.android.overlay.devicelockcontroller
product/overlay/GoogleDocumentsUIOverlay.apk com.google.android.overlay.modules.documentsui
product/overlay/GoogleExtServicesConfigOverlay.apk com.google.android.overlay.modules.ext.services
product/overlay/GooglePermissionControllerFrameworkOverlay.apk com.google.android.overlay.modules.permissioncontroller.forframework
product/overlay/GooglePermissionControllerOverlay.apk com.google.android.overlay.modules.permissioncontroller
product/overlay/MIWallpaperOverlay.apk com.miui.miwallpaper.config.overlay
product/overlay/MccMncOverlay.apk com.miui.systemui.carriers.overlay
product/overlay/MiTelephonyExtResOverlay.apk com.xiaomi.phone.overlay
product/overlay/MiuiBtRRODeviceConfigOverlay.apk com.xiaomi.bluetooth.rro.device.config.overlay
product/overlay/MiuiCarrierConfigOverlay.apk com.android.carrierconfig.overlay.miui
product/overlay/MiuiCellBroadcastReceiverOverlay.apk com.google.android.cellbroadcastreceiver.overlay.miui
product/overlay/MiuiCellBroadcastServiceOverlay.apk com.google.android.cellbroadcastservice.overlay.miui
product/overlay/MiuiFrameworkResOverlay.apk android.miui.overlay
product/overlay/MiuiFrameworkTelephonyResOverlay.apk android.miui.overlay.telephony
product/overlay/MiuiHomeLauncherResOverlay.apk android.miui.home.launcher.res
product/overlay/MiuiPermissionControllerOverlay.apk com.miui.permissioncontroller.overlay
product/overlay/MiuiServiceOverlay com.miui.core.internal.services
product/overlay/MiuiSettingsResOverlay.apk com.android.settings.overlay.miui
product/overlay/MiuiStkResOverlay.apk com.android.stk.overlay.miui
product/overlay/MiuiTelecomResOverlay.apk com.android.server.telecom.overlay.miui
product/overlay/MiuiTelephonyProviderResOverlay.apk com.android.providers.telephony.overlay.miui
product/overlay/MiuiTelephonyResOverlay.apk com.android.phone.overlay.miui
product/overlay/ModuleMetadataGoogleOverlay.apk com.google.android.overlay.modules.modulemetadata.forframework
product/overlay/NavigationBarMode3Button/NavigationBarMode3ButtonOverlay.apk com.android.internal.systemui.navbar.threebutton
product/overlay/NavigationBarModeGestural/NavigationBarModeGesturalOverlay.apk com.android.internal.systemui.navbar.gestural
product/overlay/NetworkStackOverlay.apk com.android.networkstack.overlay.miui
product/overlay/NotesRoleEnabled/NotesRoleEnabledOverlay.apk com.android.role.notes.enabled
product/overlay/SettingsProviderCustResOverlay.apk com.android.providers.settings.overlay
product/overlay/SettingsRroDeviceConfigOverlay.apk com.miui.settings.rro.device.config.overlay
product/overlay/SettingsRroDeviceSystemUiOverlay.apk com.miui.settings.rro.device.systemui.overlay
product/overlay/TransparentNavigationBar/TransparentNavigationBarOverlay.apk com.android.internal.systemui.navbar.transparent
vendor/overlay/FrameworksResTarget.apk android.overlay.target
vendor/overlay/WifiResTarget.apk com.android.wifi.resources.overlay.target
`;
