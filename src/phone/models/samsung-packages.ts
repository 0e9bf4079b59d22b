/** Samsung's packages: APK or folder in the image, package, shared user where it has one. */
export const samsungImage = `
system/app/AutoDoodle com.sec.android.autodoodle.service
system/app/SmartSwitchAgent com.sec.android.easyMover.Agent
system/app/SamsungTTS com.samsung.SMT
system/app/SecureFolderSetup com.samsung.knox.securefolder
system/priv-app/AppLock com.samsung.android.applock
system/priv-app/BixbyWakeup com.samsung.android.bixby.wakeup
system/priv-app/DigitalWellbeing com.samsung.android.forest
system/priv-app/FotaAgent com.wssyncmldm
system/priv-app/GalaxyApps_OPEN com.sec.android.app.samsungapps
system/priv-app/KLMSAgent com.samsung.klmsagent
system/priv-app/KnoxGuard com.samsung.android.kgclient
system/priv-app/SamsungAccount com.osp.app.signin
system/priv-app/SamsungCloud com.samsung.android.scloud
system/priv-app/SecMyFiles com.sec.android.app.myfiles
system/priv-app/SecSettings com.samsung.android.app.galaxyfinder
system/priv-app/SecureFolder com.samsung.android.knox.containercore
system/priv-app/SmartManager_v5 com.samsung.android.lool
system/priv-app/SamsungDeviceHealthManagerService com.sec.android.sdhms
system/priv-app/TouchWizHome_2017 com.sec.android.app.launcher
system/priv-app/DeviceDiagnostics com.samsung.android.app.mobiledoctor
system/priv-app/SamsungSmartSuggestions com.samsung.android.smartsuggestions
system/priv-app/SendHelpMessage com.sec.android.app.safetyassurance
system/priv-app/SKMSAgent com.skms.android.agent
system/priv-app/ThemeCenter com.samsung.android.themecenter
`;
