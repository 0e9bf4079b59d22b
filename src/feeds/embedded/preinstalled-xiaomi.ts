/** Packages of Xiaomi, Redmi and POCO phones. Names that exist were checked against published lists and a tablet with HyperOS 2. One line a package, read by `preinstalledRows`. */
export const xiaomiPackages = `
# Xiaomi
com.android.thememanager | with-care | rep | ads | is the shop for themes | Themes and fonts cannot be changed.
com.android.updater | never | rep | - | fetches updates of the system | The phone gets no security updates.
com.bsp.catchlog | removable | rep | faults | gathers logs of the hardware's software | -
com.duokan.phone.remotecontroller | removable | rep | - | is a remote control by infrared | The remote control is gone.
com.duokan.reader | removable | rep | ads | is Xiaomi's shop and reader for books (China) | Books bought in it do not open.
com.fido.asm | with-care | name | - | is a part of FIDO, by which apps ask for a fingerprint instead of a password | Signing in by fingerprint may fail in banking apps of China. | com.fido.uafclient
com.fido.uafclient | with-care | name | - | answers apps that sign in by FIDO | Signing in by fingerprint may fail in banking apps of China.
com.fido.xiaomi.uafclient | with-care | name | - | answers apps that sign in by FIDO, in Xiaomi's build | Signing in by fingerprint may fail in banking apps of China.
com.lbe.security.miui | never | rep | - | manages permissions | Permissions cannot be seen or changed.
com.mfashiongallery.emag | removable | rep | - | changes the picture of the lock screen on phones for China | The lock screen keeps one picture.
com.mi.android.globalFileexplorer | removable | rep | ads | is Mi File Manager | Files open in another file manager: install one first.
com.mi.android.globallauncher | never | rep | - | is the home screen of POCO phones | There is no home screen unless another one is set up.
com.mi.android.globalminusscreen | removable | rep | ads | is the page left of the home screen (App vault) | The page left of the home screen is empty.
com.mi.android.globalpersonalassistant | removable | rep | ads | is an older page left of the home screen | The page left of the home screen is empty.
com.mi.appfinder | removable | rep | ads | searches apps and the web from the home screen (POCO) | The search of the home screen is gone.
com.mi.global.bbs | removable | rep | - | is Xiaomi Community, the makers' forum | The forum opens in the browser.
com.mi.global.pocobbs | removable | rep | - | is POCO Community, the makers' forum | The forum opens in the browser.
com.mi.global.pocostore | removable | rep | ads | is POCO's shop | The shop opens in the browser.
com.mi.global.shop | removable | rep | ads | is Xiaomi's shop | The shop opens in the browser.
com.mi.globalbrowser | removable | rep | ads | is Mi Browser | Links need another browser: install one first.
com.mi.globalminusscreen | removable | rep | ads | is the page left of the home screen (App vault) | The page left of the home screen is empty.
com.mi.health | removable | rep | - | counts steps and health data (Xiaomi Health, China) | Steps are no longer counted by Xiaomi.
com.mi.healthglobal | removable | rep | - | counts steps and health data (Xiaomi Health) | Steps are no longer counted by Xiaomi.
com.mi.liveassistant | removable | name | - | helps to broadcast games live | Live broadcasts from the phone need another app.
com.mi.setupwizardoverlay | with-care | name | - | changes the look of the first set-up | -
com.mi.webkit.core | removable | name | - | is an engine for web pages of Xiaomi's own browser on older phones | Mi Browser may fail.
com.micredit.in | removable | rep | - | offers loans in India | -
com.milink.service | with-care | rep | - | casts the screen | Casting by Xiaomi is gone.
com.mipay.wallet | removable | rep | - | is Mi Pay (China) | Mi Pay does not work.
com.mipay.wallet.id | removable | rep | - | is Mi Pay for Indonesia | Mi Pay does not work.
com.mipay.wallet.in | removable | rep | - | is Mi Pay for India | Mi Pay does not work.
com.miui.accessibility | with-care | rep | - | holds Xiaomi's aids for people who see or hear badly | Those aids are gone.
com.miui.analytics | removable | rep | use | collects how the phone and Xiaomi's apps are used (OneTrack) | -
com.miui.android.fashiongallery | removable | rep | ads | changes the picture of the lock screen and shows stories there | The lock screen keeps one picture.
com.miui.antispam | removable | rep | - | blocks calls and messages by lists | Blocking by Xiaomi's lists is gone; Phone and Messages may open their blocklist no more.
com.miui.aod | with-care | rep | - | shows the clock on the screen that is off (always-on display) | The always-on display is gone.
com.miui.audioeffect | with-care | name | - | changes sound | Sound effects are gone.
com.miui.audiomonitor | with-care | rep | - | listens on calls of the sound system for Xiaomi's features, judged by owners' reports | Effects that depend on what is played may be gone.
com.miui.backup | with-care | rep | - | backs up to the phone's storage and a computer | Local backups of Xiaomi cannot be made or read.
com.miui.bugreport | removable | rep | faults | sends feedback and logs to Xiaomi | Faults can no longer be reported to Xiaomi from the phone.
com.miui.calculator | removable | rep | - | is the calculator | Calculating needs another app.
com.miui.carlink | removable | name | - | connects with cars | Cars connect in other ways only.
com.miui.cit | with-care | rep | - | tests the hardware in the factory and at repair | The hardware test of the dialler is gone.
com.miui.cleaner | removable | rep | ads | clears storage, with parts by other companies | The cleaner in the Security app does not open.
com.miui.cleanmaster | removable | rep | ads | clears storage, with parts by other companies | The cleaner in the Security app does not open.
com.miui.cloudbackup | with-care | rep | - | backs up to Xiaomi Cloud | There is no backup in Xiaomi Cloud.
com.miui.cloudservice | with-care | rep | - | synchronises with Xiaomi Cloud | Nothing is kept in Xiaomi Cloud any more.
com.miui.cloudservice.sysbase | with-care | rep | - | is a base of Xiaomi Cloud | Xiaomi Cloud may fail. | com.miui.cloudservice
com.miui.compass | removable | rep | - | is a compass | The compass is gone.
com.miui.contentcatcher | removable | rep | - | is Xiaomi's application extension service, which helps to fill in forms | Filling in by Xiaomi is gone.
com.miui.contentextension | removable | rep | - | looks up what is pressed on the screen (Taplus) | Taplus is gone.
com.miui.core | never | rep | - | holds resources and code that Xiaomi's system apps load | The phone may not start.
com.miui.daemon | removable | rep | faults | measures faults and speed of the system and reports them (MQS) | -
com.miui.dmregservice | expert | name | use | registers the phone with its maker or carrier, judged by its name; it may read the IMEI | Not known.
com.miui.easygo | removable | name | - | offers services for travelling (China) | -
com.miui.enbbs | removable | rep | - | is the makers' forum of older phones | The forum opens in the browser.
com.miui.euicc | with-care | rep | - | manages eSIM profiles | eSIMs cannot be added or removed.
com.miui.extraphoto | with-care | rep | - | edits portraits for the gallery (blur, lights) | Those effects of the gallery and the camera are gone. | com.miui.gallery
com.miui.face | with-care | rep | - | unlocks the phone by the face | Unlocking by the face is gone.
com.miui.face.overlay.miui | with-care | rep | - | changes the look of unlocking by the face | -
com.miui.fm | removable | rep | - | is the radio | The radio is gone.
com.miui.fmservice | removable | rep | - | is the base of the radio | The radio is gone. | com.miui.fm
com.miui.freeform | with-care | rep | - | shows apps in small windows | Floating windows are gone, and the sidebar may fail.
com.miui.gallery | with-care | rep | - | is the gallery | Screenshots cannot be edited or sent from their preview.
com.miui.global.packageinstaller | never | rep | - | installs apps | Apps cannot be installed from files.
com.miui.greenguard | removable | rep | - | lets parents watch over a phone (China) | Parental control by Xiaomi is gone.
com.miui.guardprovider | with-care | rep | - | scans apps for viruses with engines by other companies | Installing and updating apps may fail or take minutes. Xiaomi scans no apps any more.
com.miui.home | never | rep | - | is the home screen | There is no home screen unless another one is set up.
com.miui.huanji | removable | rep | - | moves data to a new phone (Mi Mover) | Install it again before moving to a new Xiaomi phone.
com.miui.hybrid | removable | rep | ads | runs small apps that need no installation (Quick Apps) and shows advertising in them | Quick Apps do not open any more.
com.miui.hybrid.accessory | removable | rep | - | helps Quick Apps to reach accessories | Quick Apps reach no accessories.
com.miui.klo.bugreport | removable | rep | faults | records faults of the system and of apps for Xiaomi | -
com.miui.maintenancemode | with-care | rep | - | shuts off the owner's data while the phone is repaired | Maintenance mode is gone.
com.miui.mediaeditor | with-care | rep | - | edits pictures and videos for the gallery | Pictures cannot be edited in the gallery, nor screenshots in their preview. | com.miui.gallery
com.miui.mediaviewer | with-care | rep | - | shows pictures and videos outside the gallery | Previews of pictures may not open.
com.miui.metoknlp | with-care | name | use | finds the place by Wi-Fi and cells through a service in China | Places are found by Google or satellites alone.
com.miui.micloudsync | with-care | rep | - | synchronises with Xiaomi Cloud | Nothing is kept in Xiaomi Cloud any more.
com.miui.mishare.connectivity | with-care | rep | - | sends files to phones of several makers nearby (Mi Share) | Mi Share is gone.
com.miui.misightservice | removable | rep | faults | watches for faults of the system and reports them | -
com.miui.misound | removable | rep | - | sets an equaliser for headphones | Sound effects for headphones are gone.
com.miui.miwallpaper | never | rep | - | shows the wallpaper | The home and lock screen may stay black.
com.miui.msa.global | removable | rep | ads | fetches and shows advertising in Xiaomi's apps | -
com.miui.newhome | removable | rep | ads | shows news left of the home screen (China) | The news page is empty.
com.miui.newmidrive | removable | rep | - | keeps files in Xiaomi Cloud (Mi Drive) | Mi Drive is gone.
com.miui.nextpay | removable | rep | - | pays by NFC (China) | Paying by Xiaomi is gone.
com.miui.notes | removable | rep | - | is an app for notes | Its notes cannot be read until it is back.
com.miui.notification | expert | rep | - | is the page of settings for notifications | Settings of notifications may not open.
com.miui.otaprovision | with-care | name | - | shows what is new after an update of the system | -
com.miui.packageinstaller | never | rep | - | installs apps on phones for China | The phone may restart endlessly.
com.miui.personalassistant | removable | rep | - | is the page left of the home screen on phones for China | The page left of the home screen is empty.
com.miui.phrase | removable | rep | - | keeps phrases for pasting | The button for phrases is gone.
com.miui.player | removable | rep | ads | is Mi Music | Music opens in another app.
com.miui.powerkeeper | never | rep | - | manages the battery | The phone may restart endlessly.
com.miui.providers.weather | with-care | rep | - | keeps the weather for the home screen and other apps | Weather in the clock and on the home screen is gone. | com.miui.weather2
com.miui.qr | removable | rep | - | reads QR codes | Codes are read by the camera or another app.
com.miui.rom | never | rep | - | holds parts that Xiaomi's system loads | The phone may not start.
com.miui.screenrecorder | removable | rep | - | records the screen when asked | The screen recorder is gone.
com.miui.screenshot | with-care | rep | - | takes long screenshots and edits them | Screenshots by gesture and their editing may fail.
com.miui.securityadd | never | rep | - | is a part of the Security app | The phone may restart endlessly.
com.miui.securitycenter | never | rep | - | is the Security app, which also carries out installations over USB | The phone may restart endlessly, and installations by computer fail.
com.miui.securitycore | never | rep | - | is a part of the Security app: second space, dual apps | The phone may restart endlessly.
com.miui.securityinputmethod | with-care | rep | - | is a keyboard for passwords (China) | Passwords are typed with the ordinary keyboard.
com.miui.sekeytool | expert | name | - | keeps keys in the secure chip, judged by its name; it may read the IMEI | Payments and car keys may fail.
com.miui.smsextra | with-care | rep | use | sorts messages and looks up who sent them | Messages are no longer sorted; Xiaomi's Messages app may fail. | com.android.mms
com.miui.spock | removable | rep | use | reports use of the phone to Xiaomi | -
com.miui.system | never | rep | - | holds parts that Xiaomi's system loads | The phone may not start.
com.miui.systemAdSolution | removable | rep | ads | fetches and shows advertising on phones for China | -
com.miui.thirdappassistant | removable | rep | faults | watches other companies' apps for crashes and reports them | -
com.miui.touchassistant | removable | rep | - | shows a floating button (Quick ball) | The floating button is gone.
com.miui.translation.kingsoft | removable | rep | - | translates with Kingsoft's service | Translation in Xiaomi's apps is gone.
com.miui.translation.xmcloud | removable | rep | - | translates with Xiaomi's service | Translation in Xiaomi's apps is gone.
com.miui.translation.youdao | removable | rep | - | translates with Youdao's service | Translation in Xiaomi's apps is gone.
com.miui.translationservice | removable | rep | - | translates texts in Xiaomi's apps | Translation in Xiaomi's apps is gone.
com.miui.tsmclient | removable | rep | - | puts travel and door cards into the phone (China) | Cards in Mi Wallet do not work.
com.miui.uireporter | removable | name | faults | reports on the system's interface | -
com.miui.userguide | removable | rep | - | is the manual | The manual is gone.
com.miui.video | removable | rep | ads | is Mi Video of phones for China | Videos open in another app.
com.miui.videoplayer | removable | rep | ads | is Mi Video | Videos open in another app.
com.miui.vipservice | removable | rep | - | gives help and offers to owners (Services & feedback) | -
com.miui.virtualsim | removable | rep | - | sells mobile data abroad | Mi Roaming does not work.
com.miui.voiceassist | removable | rep | - | is the voice assistant of phones for China | The voice assistant is gone.
com.miui.voicetrigger | removable | rep | - | listens for the words that wake the voice assistant | The assistant does not wake by voice.
com.miui.vpnsdkmanager | removable | name | - | speeds up games through servers of partners | Game speed-up over Xiaomi's partners is gone.
com.miui.vsimcore | removable | rep | - | is the base of Mi Roaming | Mi Roaming does not work.
com.miui.weather2 | removable | rep | - | is the weather app | Weather on the home screen is gone.
com.miui.wmsvc | removable | rep | use | counts which apps are opened and reports it, judged by owners' reports | -
com.miui.yellowpage | removable | rep | - | names businesses that call, from a directory of Xiaomi's partners | Unknown callers are not named.
com.xiaomi.NetworkBoost | with-care | rep | - | chooses between Wi-Fi and mobile data for speed | Using two networks at once is gone.
com.xiaomi.ab | removable | rep | use | tries out variants of features on owners (A/B tests) | -
com.xiaomi.account | with-care | rep | - | holds the Mi account | Xiaomi Cloud and Find device do not work. Sign out of the Mi account first, or the phone may lock its owner out.
com.xiaomi.aiasst.service | removable | rep | - | answers calls by a machine (AI call assistant, China) | The call assistant is gone.
com.xiaomi.aiasst.vision | removable | rep | - | shows subtitles and translations of calls and videos | AI subtitles are gone.
com.xiaomi.aicr | with-care | rep | - | runs models on the phone for Xiaomi's AI features | Setting wallpapers may fail.
com.xiaomi.aireco | removable | rep | use | proposes apps and actions by habits | Proposals are gone.
com.xiaomi.aon | with-care | name | - | watches by the front camera whether somebody looks at the screen | The screen does not stay on by looking.
com.xiaomi.barrage | removable | rep | - | lets notifications run across the screen in games | Those notifications are gone.
com.xiaomi.bluetooth | expert | rep | - | holds Xiaomi's extras of Bluetooth | Bluetooth and headphones of Xiaomi may fail.
com.xiaomi.bttester | removable | rep | - | tests Bluetooth in the factory | -
com.xiaomi.calendar | removable | rep | ads | is the calendar | Dates need another calendar.
com.xiaomi.cameratools | removable | rep | - | tests the camera in the factory | -
com.xiaomi.channel | removable | rep | use | remembers by which shop or partner the phone was sold | -
com.xiaomi.discover | with-care | rep | - | updates Xiaomi's pre-installed apps | Pre-installed apps get no updates between updates of the system.
com.xiaomi.finddevice | never | rep | - | finds, locks and wipes a lost phone | On some versions the phone restarts endlessly; resetting it and signing in to the Mi account fail.
com.xiaomi.gamecenter | removable | rep | - | is the games store of phones for China | -
com.xiaomi.gamecenter.sdk.service | removable | rep | ads | signs in to games with the Mi account | Games from Xiaomi's store may not sign in.
com.xiaomi.glgm | removable | rep | - | proposes games | -
com.xiaomi.joyose | with-care | rep | - | sets speed and heat limits of games by rules from Xiaomi's servers | Games may run slower or hotter.
com.xiaomi.jr | removable | rep | ads | is Xiaomi Finance (China) | -
com.xiaomi.lens | removable | name | - | reads QR codes | Codes are read by another app.
com.xiaomi.location.fused | expert | rep | - | joins the ways of finding the place | Apps may not find the place.
com.xiaomi.market | never | rep | - | is the app store of phones for China, which Xiaomi lets nobody disable | Apps and parts of the system get no updates from it.
com.xiaomi.metoknlp | with-care | rep | use | finds the place by Wi-Fi and cells through Xiaomi's servers | Places are found by Google or satellites alone.
com.xiaomi.mi_connect_service | with-care | rep | - | finds other devices of Xiaomi nearby | Sharing and casting to Xiaomi's devices is gone. | com.miui.mishare.connectivity com.milink.service
com.xiaomi.mibrain.speech | removable | rep | - | speaks texts and understands speech (China) | Reading aloud in Chinese by Xiaomi is gone.
com.xiaomi.micloud.sdk | never | rep | - | is the base on which the Mi account and the cloud stand, and parts of the settings with them | The phone may restart endlessly.
com.xiaomi.midrop | removable | rep | - | sends files to phones nearby (ShareMe) | ShareMe is gone; Quick Share remains.
com.xiaomi.migameservice | removable | rep | use | watches games for speed settings and sends data of them | Game mode may lack some switches.
com.xiaomi.mipicks | removable | rep | ads | is the app store GetApps, which proposes apps | Apps that came from GetApps get no updates.
com.xiaomi.miplay_client | with-care | rep | - | plays sound and video on other devices | Casting by Xiaomi is gone. | com.milink.service
com.xiaomi.mircs | removable | rep | - | sends messages over the internet (MIUI messages) | Texts go as SMS only.
com.xiaomi.mirecycle | removable | rep | ads | offers to buy the old phone | -
com.xiaomi.mirror | removable | rep | - | shows the phone on a computer | The phone cannot be shown on a computer.
com.xiaomi.misettings | never | rep | - | holds pages of the settings, screen time among them | The phone may restart endlessly.
com.xiaomi.mtb | removable | rep | - | is a tool for factory tests of the radio | -
com.xiaomi.oversea.ecom | removable | rep | ads | is a shop in Xiaomi's phones | -
com.xiaomi.pass | removable | rep | - | keeps tickets and cards (China) | -
com.xiaomi.payment | removable | rep | - | handles Xiaomi's own payments and loans | Payments in Xiaomi's shops do not work.
com.xiaomi.phone | expert | name | - | is a part of the telephone | Calls may fail.
com.xiaomi.powerchecker | with-care | rep | - | looks for apps that use much power | Warnings of high use are gone.
com.xiaomi.providers.appindex | removable | name | - | lists apps for the search | The search of the home screen may find fewer apps.
com.xiaomi.registration | expert | name | use | registers the phone, judged by its name; it may read the IMEI | Not known.
com.xiaomi.scanner | removable | rep | - | reads codes and documents | Codes are read by another app.
com.xiaomi.security.onetrack | removable | rep | use | passes on usage data of the Security app | -
com.xiaomi.shop | removable | rep | ads | is Xiaomi's shop (China) | The shop opens in the browser.
com.xiaomi.simactivate.service | removable | rep | - | registers the SIM with Xiaomi for its account and Find device, by text message | Xiaomi's services do not know the number.
com.xiaomi.smarthome | removable | rep | - | controls devices at home (Mi Home) | Devices at home need another app.
com.xiaomi.subscreencenter | with-care | name | - | shows things on the second screen | The second screen may stay dark.
com.xiaomi.touchservice | with-care | name | - | sets the touch screen for games and gloves | Some gestures may be gone.
com.xiaomi.trustservice | expert | name | - | proves to servers that the phone is genuine | Payments and the Mi account may fail.
com.xiaomi.uatalive | expert | name | use | is not described by its maker; it may read the IMEI | Not known.
com.xiaomi.ugd | with-care | rep | - | updates drivers of the graphics chip | Games may run slower.
com.xiaomi.upnp | removable | rep | - | finds players in the home network | Casting to old players is gone.
com.xiaomi.vipaccount | removable | rep | - | is the makers' forum (China) | -
com.xiaomi.xaee | with-care | name | - | runs models on the phone | Some features with AI may fail.
com.xiaomi.xmsf | with-care | rep | - | delivers push messages and shared services of Xiaomi's apps | Xiaomi's apps get no messages and may fail, the alarm clock and the Mi account among them.
com.xiaomi.xmsfkeeper | removable | rep | - | keeps Xiaomi's push service running | Xiaomi's apps may get messages late.
com.xiaomi.youpin | removable | rep | ads | is the shop Youpin (China) | -
`;
