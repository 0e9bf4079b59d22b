/** Packages of Android itself (AOSP). One line a package, read by `preinstalledRows`. */
export const androidPackages = `
# Android (AOSP)
android | never | doc | - | is Android itself | The phone does not start.
com.android.apps.tag | removable | doc | - | reads NFC tags | Tags open nothing.
com.android.backupconfirm | removable | doc | - | asks before a backup to a computer | Backups by adb cannot be made.
com.android.bips | removable | doc | - | prints on network printers | Printing needs the printer maker's app.
com.android.bluetooth | never | doc | - | is Bluetooth | Bluetooth fails.
com.android.bluetoothmidiservice | removable | doc | - | connects musical instruments by Bluetooth | Such instruments do not connect.
com.android.bookmarkprovider | removable | doc | - | held bookmarks for apps up to Android 5; today it answers nothing | -
com.android.calllogbackup | with-care | doc | - | puts the list of calls into the backup | Calls are not in backups.
com.android.camera | with-care | rep | - | is the camera | Pictures need another camera app.
com.android.cameraextensions | with-care | doc | - | gives apps the camera's night and portrait modes | Those modes are missing in other apps.
com.android.captiveportallogin | with-care | doc | - | opens the sign-in page of public Wi-Fi | Public Wi-Fi with a sign-in page cannot be used.
com.android.carrierconfig | expert | doc | - | holds settings of carriers | Calls and mobile data may fail.
com.android.carrierdefaultapp | with-care | doc | - | tells when the carrier's data plan is used up | That notice is gone.
com.android.cellbroadcastreceiver | expert | doc | - | shows warnings of the authorities | Warnings of disasters are not shown.
com.android.cellbroadcastreceiver.module | expert | doc | - | shows warnings of the authorities | Warnings of disasters are not shown.
com.android.certinstaller | never | doc | - | installs certificates | Certificates for Wi-Fi and work cannot be installed.
com.android.companiondevicemanager | with-care | doc | - | pairs watches and headphones | Watches may not pair.
com.android.contacts | with-care | rep | - | is the app for contacts, on Xiaomi's phones for calls as well | Choose another app for contacts and calls first.
com.android.credentialmanager | expert | doc | - | offers passwords and passkeys to apps | Signing in by passkey fails.
com.android.cts.ctsshim | removable | rep | - | stands for a package that tests of Android look for | -
com.android.cts.priv.ctsshim | removable | rep | - | stands for a package that tests of Android look for | -
com.android.deskclock | removable | doc | - | is the clock | Alarms need another app: set one up first.
com.android.devicediagnostics | with-care | doc | - | tests a used phone before it is sold on | -
com.android.documentsui | never | doc | - | is the file chooser that every app opens | Apps cannot open or save files.
com.android.dreams.basic | removable | doc | - | shows colours while charging (screen saver) | That screen saver is gone.
com.android.dreams.phototable | removable | doc | - | shows pictures while charging (screen saver) | That screen saver is gone.
com.android.dynsystem | with-care | doc | - | tries another system without installing it, for developers | That tool of developers is gone.
com.android.egg | removable | doc | - | is the game hidden behind the version number | -
com.android.email | removable | rep | - | is a mail app | Mail needs another app.
com.android.emergency | expert | doc | - | shows medical data and calls for help from the lock screen | Help cannot be called with it.
com.android.ext.services | never | doc | - | ranks notifications and serves the system | Notifications and the system may fail.
com.android.externalstorage | never | doc | - | shows files of the storage to the file chooser | Apps cannot open or save files.
com.android.fileexplorer | with-care | rep | - | is Xiaomi's file manager on phones for China | Files open in another file manager: install one first.
com.android.healthconnect.controller | with-care | doc | - | shares health data between apps (Health Connect) | Apps no longer share health data.
com.android.hotspot2.osulogin | with-care | doc | - | signs in to Wi-Fi of carriers (Passpoint) | Such Wi-Fi cannot be used.
com.android.htmlviewer | removable | doc | - | shows web pages that lie on the phone | Such files open in the browser.
com.android.imsserviceentitlement | expert | doc | - | asks the carrier for calls over Wi-Fi and LTE | Calls over Wi-Fi may fail.
com.android.inputdevices | never | doc | - | holds layouts of keyboards | Keyboards may fail.
com.android.inputmethod.latin | with-care | doc | - | is the keyboard of Android itself | Set up another keyboard first.
com.android.intentresolver | never | doc | - | asks which app to open or share with | Nothing can be shared.
com.android.internal.systemui.navbar.gestural | expert | doc | - | stands for navigation by gestures | Gestures may be gone.
com.android.internal.systemui.navbar.threebutton | expert | doc | - | stands for navigation by three buttons | The buttons may be gone.
com.android.keychain | never | doc | - | keeps certificates for apps | Wi-Fi and work accounts with certificates fail.
com.android.launcher3 | never | doc | - | is the home screen of Android itself | There is no home screen unless another one is set up.
com.android.localtransport | removable | doc | - | makes backups on the phone itself, for tests | -
com.android.location.fused | never | doc | - | joins the ways of finding the place | Apps do not find the place.
com.android.managedprovisioning | expert | doc | - | sets up work profiles | A work profile, and tools that hide apps in one, cannot be set up.
com.android.mms | with-care | rep | - | is the app for messages | Choose another app for messages first.
com.android.mms.service | expert | doc | - | sends picture messages | Picture messages fail.
com.android.modulemetadata | never | doc | - | names the system modules | Updates of system modules fail.
com.android.mtp | with-care | doc | - | shows files to a computer on the cable | Files are not seen by computers.
com.android.musicfx | removable | doc | - | is the equaliser of Android itself | That equaliser is gone.
com.android.networkstack | never | doc | - | runs the network | There is no network.
com.android.networkstack.tethering | never | doc | - | shares the network | The network fails.
com.android.nfc | never | doc | - | is NFC | NFC fails, and on some phones the system with it.
com.android.ons | expert | doc | - | switches between two SIM cards for data | Two SIM cards may fail.
com.android.packageinstaller | never | doc | - | installs apps from files | Apps cannot be installed from files.
com.android.pacprocessor | with-care | doc | - | reads scripts of proxies | Networks of companies with such a proxy fail.
com.android.permissioncontroller | never | doc | - | manages permissions | Permissions cannot be seen or changed.
com.android.phone | never | doc | - | is the telephone | There are no calls and no mobile data.
com.android.printservice.recommendation | removable | doc | - | proposes print services | -
com.android.printspooler | removable | doc | - | prints | Nothing can be printed.
com.android.providers.blockednumber | expert | doc | - | keeps blocked numbers | Blocking fails, and the telephone may with it.
com.android.providers.calendar | with-care | doc | - | keeps dates for all calendar apps | No calendar works.
com.android.providers.contacts | never | doc | - | keeps contacts and calls | Calls and contacts fail.
com.android.providers.downloads | never | doc | - | downloads files for apps | Downloads and updates fail.
com.android.providers.downloads.ui | with-care | rep | - | shows downloads | The app Downloads is gone; on Xiaomi's phones downloads may fail.
com.android.providers.media | never | doc | - | lists pictures, music and videos | No app sees pictures or music.
com.android.providers.media.module | never | doc | - | lists pictures, music and videos | No app sees pictures or music.
com.android.providers.partnerbookmarks | removable | rep | ads | gives the browser bookmarks of the maker's partners | -
com.android.providers.settings | never | doc | - | keeps the settings | The phone does not start.
com.android.providers.telephony | never | doc | - | keeps messages and settings of carriers | Messages and mobile data fail.
com.android.providers.userdictionary | with-care | doc | - | keeps words that were typed | Learned words are gone.
com.android.provision | expert | rep | - | ends the set-up of the phone | The phone may stay in its set-up.
com.android.proxyhandler | with-care | doc | - | serves scripts of proxies | Networks of companies with such a proxy fail.
com.android.quicksearchbox | removable | rep | ads | searches the phone and the web (Xiaomi) | The search of the home screen is gone.
com.android.rkpdapp | expert | doc | - | fetches certificates by which the phone proves that it is genuine | Payments and passkeys may fail after some weeks.
com.android.se | never | doc | - | reaches the secure chip | Payments by NFC fail.
com.android.server.telecom | never | doc | - | handles calls | There are no calls.
com.android.settings | never | doc | - | is the settings | The phone cannot be set up or mended.
com.android.settings.intelligence | with-care | doc | - | searches the settings | The search in the settings fails.
com.android.sharedstoragebackup | removable | doc | - | puts files into a backup to a computer | Files are not in backups by adb.
com.android.shell | never | doc | - | is what a computer talks to | The phone cannot be helped by a computer any more.
com.android.simappdialog | with-care | doc | - | proposes the app of the carrier | -
com.android.smspush | removable | doc | - | receives an old kind of message that opens pages (WAP push) | Such messages are not received.
com.android.soundpicker | with-care | doc | - | chooses ringtones | Ringtones cannot be changed.
com.android.soundrecorder | removable | rep | - | records sound | The recorder is gone.
com.android.statementservice | with-care | doc | - | asks web sites which app may open their links | Links open in the browser or ask each time.
com.android.stk | with-care | doc | - | shows the menu of the SIM card, and messages that carriers push onto the screen | Services in the menu of the SIM card are gone.
com.android.stk2 | with-care | rep | - | shows the menu of the second SIM card | Services in that menu are gone.
com.android.storagemanager | with-care | doc | - | frees storage | That page of the settings is gone.
com.android.systemui | never | doc | - | is the lock screen, the notifications and the bars | The phone cannot be used.
com.android.traceur | removable | doc | - | records what the system does, for developers | That tool of developers is gone.
com.android.vpndialogs | expert | doc | - | asks before an app becomes a VPN | No VPN can be set up.
com.android.wallpaper.livepicker | with-care | doc | - | chooses moving wallpapers | Moving wallpapers cannot be chosen.
com.android.wallpaperbackup | removable | doc | - | puts the wallpaper into the backup | The wallpaper is not in backups.
com.android.wallpapercropper | with-care | doc | - | fits pictures to the screen as wallpapers | The wallpaper may not be changeable.
com.android.webview | never | doc | - | shows web pages inside apps | Many apps close at once.
`;
