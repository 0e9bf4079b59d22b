/** Packages of Google. One line a package, read by `preinstalledRows`. */
export const googlePackages = `
# Google
com.android.chrome | with-care | doc | - | is Chrome, and on some versions shows web pages inside apps | Links need another browser: install one first. Passkeys and web pages inside apps may fail.
com.android.hotwordenrollment.okgoogle | removable | rep | - | learns the owner's voice for "OK Google" | The assistant does not wake by voice.
com.android.hotwordenrollment.xgoogle | removable | rep | - | learns the owner's voice for "Hey Google" | The assistant does not wake by voice.
com.android.vending | expert | doc | use | is the Play Store | Apps get no updates, and those that check their licence do not start.
com.google.android.accessibility.soundamplifier | removable | doc | - | makes sounds louder for people who hear badly | Sound Amplifier is gone.
com.google.android.accessibility.switchaccess | removable | doc | - | works the phone by switches | Switch Access is gone.
com.google.android.adservices.api | with-care | doc | ads | chooses advertising by interests that it keeps on the phone (Privacy Sandbox) | Apps see no topics of interest; advertising goes on otherwise.
com.google.android.aicore | with-care | doc | - | runs Gemini Nano on the phone | Summaries and replies by AI on the phone are gone.
com.google.android.apps.accessibility.voiceaccess | removable | doc | - | works the phone by voice | Voice Access is gone.
com.google.android.apps.adm | removable | doc | - | is the app that finds other phones (Find Hub) | Another phone is found in the browser. This phone can still be found.
com.google.android.apps.aiwallpapers | removable | name | - | makes wallpapers by AI | -
com.google.android.apps.authenticator2 | removable | doc | - | makes codes for signing in | Codes kept in it alone cannot be made until it is back: move them first.
com.google.android.apps.bard | removable | doc | use | is Gemini, the assistant | Gemini opens in the browser.
com.google.android.apps.books | removable | doc | - | is Google Play Books | Books open in the browser.
com.google.android.apps.carrier.carrierwifi | with-care | name | - | connects to carriers' Wi-Fi | Wi-Fi of the carrier connects by hand.
com.google.android.apps.chromecast.app | removable | doc | - | is Google Home | Devices at home are set up from another phone.
com.google.android.apps.customization.pixel | with-care | name | - | holds styles of Pixel phones | -
com.google.android.apps.diagnosticstool | removable | name | - | tests the hardware at repair | -
com.google.android.apps.docs | removable | doc | - | is Google Drive | Drive opens in the browser.
com.google.android.apps.docs.editors.docs | removable | doc | - | is Google Docs | Documents open in the browser.
com.google.android.apps.docs.editors.sheets | removable | doc | - | is Google Sheets | Tables open in the browser.
com.google.android.apps.docs.editors.slides | removable | doc | - | is Google Slides | Slides open in the browser.
com.google.android.apps.enterprise.dmagent | removable | doc | - | lets a company manage the phone (older Google Apps Device Policy) | A company account may stop working.
com.google.android.apps.fitness | removable | doc | use | is Google Fit | Steps are no longer counted by Google Fit.
com.google.android.apps.googleassistant | removable | doc | - | is the icon of the assistant | -
com.google.android.apps.healthdata | with-care | doc | - | shares health data between apps (Health Connect) | Apps no longer share health data.
com.google.android.apps.kids.familylink | removable | doc | - | is Family Link, for parents | Children's phones are managed in the browser.
com.google.android.apps.magazines | removable | doc | - | is Google News | -
com.google.android.apps.maps | removable | doc | - | is Google Maps | Maps needs another app.
com.google.android.apps.mapslite | removable | doc | - | is a small Google Maps | Maps needs another app.
com.google.android.apps.mediahome.launcher | removable | name | - | shows films and games left of the home screen of tablets | That page is empty.
com.google.android.apps.messaging | with-care | doc | use | is Google Messages | Choose another app for messages first. Texts over the internet (RCS) stop.
com.google.android.apps.nbu.files | removable | doc | - | is Files by Google | Files open in another file manager.
com.google.android.apps.nbu.paisa.user | removable | doc | - | is Google Pay (India) | Google Pay does not work.
com.google.android.apps.nexuslauncher | never | doc | - | is the home screen of Pixel phones | There is no home screen unless another one is set up.
com.google.android.apps.paidtasks | removable | doc | ads | pays for answers to surveys (Opinion Rewards) | -
com.google.android.apps.photos | removable | doc | - | is Google Photos | Pictures are not kept at Google.
com.google.android.apps.photosgo | removable | doc | - | is a small gallery | Pictures open in another app.
com.google.android.apps.pixelmigrate | removable | name | - | moves data to a new Pixel | Moving data by cable may not work.
com.google.android.apps.podcasts | removable | doc | - | was Google Podcasts, a service that has ended | -
com.google.android.apps.recorder | removable | doc | - | records and writes down speech | The recorder is gone.
com.google.android.apps.restore | with-care | doc | - | moves data to a new phone | Setting up from an old phone may not work.
com.google.android.apps.retaildemo.preload | removable | name | - | shows the phone off in shops | -
com.google.android.apps.safetyhub | with-care | doc | - | calls for help in an emergency (Personal Safety) | Crash detection and emergency sharing are gone.
com.google.android.apps.santatracker | removable | doc | - | is a game for Christmas | -
com.google.android.apps.scone | with-care | name | - | measures networks for a better choice | -
com.google.android.apps.searchlite | removable | doc | use | is a small search app | Search opens in the browser.
com.google.android.apps.security.securityhub | with-care | doc | - | shows the state of security in the settings | That page of the settings is gone.
com.google.android.apps.setupwizard.searchselector | removable | name | - | asks for a search engine at set-up | -
com.google.android.apps.speechservices | with-care | doc | - | understands and speaks words | Typing by voice and reading aloud may fail.
com.google.android.apps.subscriptions.red | removable | doc | - | is Google One, for paid storage | Storage is managed in the browser.
com.google.android.apps.tachyon | removable | doc | - | is Google Meet | Video calls need another app.
com.google.android.apps.tips | removable | doc | - | shows tips for Pixel phones | -
com.google.android.apps.translate | removable | doc | - | is Google Translate | Translations open in the browser.
com.google.android.apps.turbo | with-care | rep | - | measures and forecasts the battery (Device Health Services) | Pages of the battery settings may fail.
com.google.android.apps.walletnfcrel | removable | doc | use | is Google Wallet, for paying and tickets | Paying with Google is gone.
com.google.android.apps.wallpaper | with-care | doc | - | chooses wallpapers | The wallpaper may not be changeable.
com.google.android.apps.weather | removable | doc | - | shows the weather on Pixel phones | -
com.google.android.apps.wellbeing | with-care | doc | - | counts how long apps are used | Digital wellbeing, and on some phones a page of the settings, is gone.
com.google.android.apps.work.clouddpc | expert | doc | - | manages work phones (Android Device Policy) | A work profile stops working.
com.google.android.apps.work.oobconfig | with-care | name | - | sets up phones that a company owns | Companies cannot set the phone up by themselves.
com.google.android.apps.youtube.kids | removable | doc | - | is YouTube Kids | -
com.google.android.apps.youtube.music | removable | doc | - | is YouTube Music | Music opens in another app.
com.google.android.as | with-care | doc | - | proposes words and actions on the phone (Android System Intelligence) | Live captions, smart replies and the screen's attention are gone.
com.google.android.as.oss | with-care | doc | - | lets Android System Intelligence reach the network in a narrow way (Private Compute Services) | - | com.google.android.as
com.google.android.backuptransport | with-care | rep | - | carries backups to Google | Backups to Google stop.
com.google.android.bluetooth | never | doc | - | is Bluetooth | Bluetooth fails.
com.google.android.calculator | removable | doc | - | is the calculator | Calculating needs another app.
com.google.android.calendar | removable | doc | - | is Google Calendar | Dates need another calendar.
com.google.android.captiveportallogin | with-care | doc | - | opens the sign-in page of public Wi-Fi | Public Wi-Fi with a sign-in page cannot be used.
com.google.android.carrier | with-care | name | - | sets up Google Fi and other carriers | Google Fi fails.
com.google.android.cellbroadcastreceiver | expert | doc | - | shows warnings of the authorities | Warnings of disasters are not shown.
com.google.android.cellbroadcastservice | expert | doc | - | receives warnings of the authorities | Warnings of disasters are not received. | com.google.android.cellbroadcastreceiver
com.google.android.configupdater | with-care | rep | - | fetches lists of certificates and numbers of services from Google | Lists of revoked certificates get older. Removing it makes the phone less safe.
com.google.android.contacts | with-care | doc | - | is Google Contacts | Choose another app for contacts first.
com.google.android.deskclock | removable | doc | - | is the clock | Alarms need another app: set one up first.
com.google.android.devicelockcontroller | expert | doc | - | locks a phone that is paid for by instalments when a payment is missed | It may be a duty under a credit contract.
com.google.android.dialer | with-care | doc | use | is Phone by Google, which looks up unknown callers | Choose another app for calls first.
com.google.android.documentsui | never | doc | - | is the file chooser that every app opens | Apps cannot open or save files.
com.google.android.euicc | with-care | doc | - | manages eSIM profiles | eSIMs cannot be added or removed.
com.google.android.ext.services | never | doc | - | ranks notifications and serves the system | Notifications and the system may fail.
com.google.android.ext.shared | with-care | rep | - | holds code that parts of the system share | -
com.google.android.federatedcompute | with-care | doc | use | trains models from what is on the phone, without sending the data itself | -
com.google.android.feedback | removable | rep | faults | sends reports of crashed apps to Google | -
com.google.android.gm | removable | doc | - | is Gmail | Mail needs another app.
com.google.android.gms | never | doc | - | is Play services, which most apps need | Many apps, Find My Device and Play Protect fail.
com.google.android.gms.location.history | removable | rep | - | stands for the Timeline of places in the settings | -
com.google.android.gms.supervision | removable | name | - | stands for parental control in the settings | Family Link on a child's phone may fail.
com.google.android.googlequicksearchbox | with-care | doc | - | is Google search and the assistant's voice | The search bar and the assistant are gone.
com.google.android.gsf | never | rep | - | is a base of Play services | The Play Store fails.
com.google.android.healthconnect.controller | with-care | doc | - | shares health data between apps (Health Connect) | Apps no longer share health data.
com.google.android.hotspot2.osulogin | with-care | doc | - | signs in to Wi-Fi of carriers (Passpoint) | Such Wi-Fi cannot be used.
com.google.android.ims | with-care | rep | - | carries texts over the internet for carriers (RCS) | Texts go as SMS only.
com.google.android.inputmethod.latin | with-care | doc | use | is the keyboard Gboard | Set up another keyboard first.
com.google.android.keep | removable | doc | - | is Google Keep | Notes open in the browser.
com.google.android.markup | removable | rep | - | edits screenshots | Screenshots cannot be edited.
com.google.android.marvin.talkback | with-care | doc | - | reads the screen aloud for blind people | People who need it cannot use the phone.
com.google.android.modulemetadata | never | doc | - | names the system modules that Google updates | Updates of system modules fail.
com.google.android.networkstack | never | doc | - | runs the network | There is no network.
com.google.android.networkstack.tethering | never | doc | - | shares the network | The network fails.
com.google.android.odad | with-care | rep | - | looks on the phone for apps that cheat (On-device app detection of Play Protect) | That protection is gone.
com.google.android.ondevicepersonalization.services | with-care | doc | ads | chooses content and advertising on the phone (Privacy Sandbox) | -
com.google.android.onetimeinitializer | removable | rep | - | sets up Google's apps once at the beginning | -
com.google.android.overlay.gmsconfig.common | expert | name | - | tells Android which Google apps have which duties | Google's apps may fail.
com.google.android.packageinstaller | never | doc | - | installs apps from files | Apps cannot be installed from files.
com.google.android.partnersetup | with-care | rep | - | sets up Google's apps for makers and carriers | What it does otherwise is not published; owners who removed it report no loss.
com.google.android.permissioncontroller | never | doc | - | manages permissions | Permissions cannot be seen or changed.
com.google.android.photopicker | with-care | doc | - | lets apps see only chosen pictures | Apps ask for all pictures instead.
com.google.android.play.games | removable | doc | use | keeps scores of games (Play Games) | Games keep no scores at Google.
com.google.android.printservice.recommendation | removable | rep | - | proposes print services | -
com.google.android.projection.gearhead | with-care | doc | - | shows the phone in cars (Android Auto) | Android Auto does not work.
com.google.android.providers.media.module | never | doc | - | lists pictures, music and videos | No app sees pictures or music.
com.google.android.retaildemo | removable | name | - | shows the phone off in shops | -
com.google.android.rkpdapp | expert | doc | - | fetches certificates by which the phone proves that it is genuine | Payments and passkeys may fail after some weeks.
com.google.android.safetycenter.resources | expert | doc | - | holds texts of the page Security & privacy | That page of the settings fails.
com.google.android.sdksandbox | expert | doc | - | keeps advertising code apart from apps | Apps that need it may fail.
com.google.android.setupwizard | expert | rep | - | sets the phone up at the beginning and after some updates | The home button and calls may be dead until set-up has finished.
com.google.android.soundpicker | with-care | rep | - | chooses ringtones | Ringtones cannot be changed.
com.google.android.syncadapters.calendar | with-care | rep | - | synchronises the calendar with Google | Dates are not synchronised with Google.
com.google.android.syncadapters.contacts | with-care | rep | - | synchronises contacts with Google | Contacts are not synchronised with Google.
com.google.android.tag | removable | doc | - | reads NFC tags | Tags open nothing.
com.google.android.trichromelibrary | never | doc | - | is what Chrome and WebView are made of | Web pages in apps do not open.
com.google.android.tts | with-care | doc | - | reads texts aloud | Reading aloud and directions by voice are silent.
com.google.android.videos | removable | doc | - | is Google TV | Films bought from Google open in the browser.
com.google.android.webview | never | doc | - | shows web pages inside apps | Many apps close at once.
com.google.android.wifi.resources | expert | doc | - | holds settings of Wi-Fi | Wi-Fi may fail.
com.google.android.youtube | removable | doc | - | is YouTube | YouTube opens in the browser.
com.google.ar.core | removable | doc | - | lets apps place things in the camera's picture (AR) | AR does not work.
com.google.ar.lens | removable | doc | use | looks up what the camera sees (Google Lens) | Lens opens in the Google app.
com.google.mainline.adservices | with-care | rep | ads | stands for the advertising module among Google Play system updates | -
com.google.mainline.telemetry | with-care | rep | - | tells which versions of system modules are installed | Google Play system updates may stop.
`;
