/** Packages of makers of chips and phones, and of companies whose apps come with phones. One line a package, read by `preinstalledRows`. */
export const otherPackages = `
# Qualcomm
com.qti.dpmserviceapp | with-care | name | - | saves data and power in the modem | -
com.qualcomm.atfwd | removable | rep | - | lets a modem command press keys, for tests | -
com.qualcomm.location | with-care | rep | use | finds the place faster with Qualcomm's servers (IZat) | Finding the place may take longer.
com.qualcomm.qti.devicestatisticsservice | removable | rep | use | counts use of the device | -
com.qualcomm.qti.improvetouch.service | removable | rep | - | improves the touch screen by what it learns | -
com.qualcomm.qti.performancemode | with-care | name | - | sets the chip's speed | -
com.qualcomm.qti.qms.service.connectionsecurity | with-care | name | - | watches for false base stations, judged by its name | -
com.qualcomm.qti.qms.service.telemetry | removable | rep | faults | sends data about radio and chip to Qualcomm | -
com.qualcomm.qti.simcontacts | with-care | name | - | reads contacts of the SIM card | Contacts of the SIM card are missing.
com.qualcomm.qti.telephonyservice | expert | name | - | is a part of the telephone | Calls may fail.
com.qualcomm.qti.uceShimService | with-care | name | - | serves calls over the internet of carriers | Texts over the internet of the carrier may fail.
com.qualcomm.wfd.service | removable | rep | - | shows the screen on a television (Miracast) | Casting by Miracast is gone.
org.codeaurora.ims | expert | rep | - | carries calls over LTE and Wi-Fi | Calls over LTE and Wi-Fi fail.
# MediaTek
com.debug.loggerui | removable | rep | faults | records logs of the chip | -
com.mediatek.duraspeed | removable | rep | - | stops apps in the background | -
com.mediatek.engineermode | removable | rep | - | sets up the chip, for engineers | The hidden menu of the dialler is gone.
com.mediatek.ims | expert | rep | - | carries calls over LTE and Wi-Fi | Calls over LTE and Wi-Fi fail.
com.mediatek.mdmlsample | removable | rep | faults | gives logs of the modem to a sample program | -
com.mediatek.omacp | removable | rep | - | takes settings that carriers send by message | Settings of the carrier are entered by hand.
# Samsung
com.samsung.android.incallui | never | rep | - | shows the screen of calls | Calls cannot be taken.
com.samsung.android.providers.contacts | never | rep | - | keeps contacts and calls | Calls and contacts fail.
com.hiya.star | removable | rep | use | looks up unknown callers at the company Hiya | Unknown callers are not named.
com.samsung.android.app.routines | with-care | doc | - | runs routines by time and place | Modes and routines are gone.
com.samsung.android.app.spage | removable | rep | - | is the page left of the home screen (Samsung Free) | The page left of the home screen is empty.
com.samsung.android.app.telephonyui | never | rep | - | is a part of the telephone | Calls and the settings of SIM cards fail.
com.samsung.android.app.tips | removable | doc | - | shows tips | -
com.samsung.android.aremoji | removable | rep | - | makes figures of faces | AR Emoji is gone.
com.samsung.android.bixby.agent | removable | rep | - | is a part of the voice assistant Bixby | The key for Bixby does nothing.
com.samsung.android.bixby.wakeup | removable | rep | - | listens for the words that wake Bixby | Bixby does not wake by voice.
com.samsung.android.bixbyvision.framework | removable | rep | - | is a base of Bixby Vision | Bixby Vision is gone. | com.samsung.android.visionintelligence
com.samsung.android.da.daagent | with-care | rep | - | runs a second copy of messengers (Dual Messenger) | Second copies of apps are gone.
com.samsung.android.dqagent | with-care | rep | faults | reports on the quality of the device | -
com.samsung.android.easysetup | removable | rep | - | finds new devices nearby | New devices are set up by hand.
com.samsung.android.game.gamehome | removable | doc | ads | gathers games and proposes some (Game Launcher) | -
com.samsung.android.game.gametools | removable | rep | - | shows tools in games | Tools in games are gone.
com.samsung.android.game.gos | removable | rep | - | limits the speed of games | Games may run hotter.
com.samsung.android.kgclient | expert | rep | - | locks a phone that is paid for by instalments (Payment Services) | It may be a duty under a credit contract.
com.samsung.android.knox.analytics.uploader | removable | rep | use | sends use of Knox features to Samsung | -
com.samsung.android.mdx | removable | doc | - | connects with a Windows computer (Link to Windows) | Link to Windows does not work.
com.samsung.android.mobileservice | with-care | rep | - | serves the Samsung account in apps (Samsung Experience Service) | Sharing by the Samsung account is gone.
com.samsung.android.rubin.app | removable | rep | use | draws up a profile of habits and interests (Customization Service) | Suggestions by Samsung are gone.
com.samsung.android.samsungpass | with-care | doc | - | keeps passwords (Samsung Pass) | Passwords kept in it alone are not filled in.
com.samsung.android.samsungpassautofill | with-care | doc | - | fills in passwords (Samsung Pass) | Passwords are not filled in.
com.samsung.android.scloud | with-care | doc | - | synchronises with Samsung Cloud | There is no backup in Samsung Cloud.
com.samsung.android.smartsuggestions | removable | rep | use | proposes apps and actions by habits | Proposals are gone.
com.samsung.android.spay | removable | doc | - | is Samsung Wallet | Paying with Samsung is gone.
com.samsung.android.themestore | removable | doc | ads | is the shop for themes | Themes cannot be changed.
com.samsung.android.tvplus | removable | doc | ads | shows television with advertising | -
com.samsung.android.visionintelligence | removable | rep | - | looks up what the camera sees (Bixby Vision) | Bixby Vision is gone.
com.samsung.android.voc | removable | rep | - | is Samsung Members, for support and offers | Faults cannot be reported to Samsung from the phone.
com.samsung.sree | removable | doc | ads | shows advertising for donations (Global Goals) | -
com.samsung.ssu | removable | rep | - | unlocks phones tied to a carrier | Such a phone cannot be freed from its carrier.
com.sec.android.app.launcher | never | doc | - | is the home screen | There is no home screen unless another one is set up.
com.sec.android.app.samsungapps | with-care | doc | ads | is the Galaxy Store | Samsung's apps get no updates.
com.sec.android.app.sbrowser | removable | doc | - | is Samsung Internet | Links need another browser: install one first.
com.sec.android.diagmonagent | with-care | rep | faults | sends diagnostic data to Samsung | On some versions other parts call for it without end, which warms the phone and drains the battery.
com.sec.android.easyMover | removable | doc | - | moves data to a new phone (Smart Switch) | Install it again before moving to a new phone.
com.sec.android.soagent | expert | rep | - | looks for updates of the system | The phone gets no security updates.
com.wssyncmldm | expert | rep | - | fetches updates of the system | The phone gets no security updates.
# OPPO, OnePlus and realme
net.oneplus.launcher | never | rep | - | is the home screen | There is no home screen unless another one is set up.
com.android.launcher | never | rep | - | is the home screen | There is no home screen unless another one is set up.
com.oppo.launcher | never | rep | - | is the home screen | There is no home screen unless another one is set up.
com.coloros.activation | with-care | rep | - | registers the phone for its warranty, with its serial numbers | The warranty card does not show.
com.nearme.statistics.rom | removable | rep | use | collects use of the phone (User Experience Program) | On some versions the search in the settings fails.
com.oplus.statistics.rom | removable | rep | use | collects use of the phone (User Experience Program) | -
# vivo
com.bbk.launcher2 | never | rep | - | is the home screen | There is no home screen unless another one is set up.
com.bbk.iqoo.logsystem | removable | rep | faults | collects logs and use of the phone | Trial versions of the system cannot be installed.
# Transsion
com.transsion.XOSLauncher | never | rep | - | is the home screen | There is no home screen unless another one is set up.
com.transsion.hilauncher | never | rep | - | is the home screen | There is no home screen unless another one is set up.
com.transsion.statisticalsales | removable | rep | use | reports the sale of the phone to its maker | -
# Huawei
com.huawei.android.launcher | never | rep | - | is the home screen | There is no home screen unless another one is set up.
com.huawei.hiview | removable | rep | faults | collects crashes and logs of the system | -
# Motorola and Lenovo
com.motorola.launcher3 | never | rep | - | is the home screen | There is no home screen unless another one is set up.
com.motorola.bug2go | removable | rep | faults | sends logs to the maker | -
com.motorola.ccc.notification | removable | rep | ads | shows offers of the maker | -
com.motorola.motocare | removable | rep | - | gives help and tests the phone | -
# Facebook
com.facebook.appmanager | removable | rep | - | handles updates of Facebook's apps | Facebook's apps are updated by the Play Store alone.
com.facebook.katana | removable | rep | - | is the Facebook app | Facebook opens in the browser.
com.facebook.services | removable | rep | - | shares services between Facebook's apps | -
com.facebook.system | removable | rep | - | is an installer for the Facebook app | Facebook's apps are updated by the Play Store alone.
com.instagram.android | removable | rep | - | is the Instagram app | Instagram opens in the browser.
# Microsoft
com.linkedin.android | removable | rep | - | is the LinkedIn app | LinkedIn opens in the browser.
com.microsoft.appmanager | removable | rep | - | connects the phone with a Windows computer | Link to Windows does not work.
com.microsoft.office.officehubrow | removable | rep | - | is the Office app | Documents open in another app.
com.microsoft.skydrive | removable | rep | - | is OneDrive | OneDrive opens in the browser; the gallery does not synchronise with it.
com.skype.raider | removable | rep | - | was Skype, a service that has ended | -
# Honor
com.hihonor.android.launcher | never | rep | - | is the home screen | There is no home screen unless another one is set up.
# Nothing
com.nothing.launcher | never | rep | - | is the home screen | There is no home screen unless another one is set up.
# ASUS
com.asus.launcher | never | rep | - | is the home screen | There is no home screen unless another one is set up.
# TCL
com.tcl.android.launcher | never | rep | - | is the home screen | There is no home screen unless another one is set up.
# other companies
cn.wps.xiaomi.abroad.lite | removable | rep | - | shows office documents (by WPS) | Documents open in another app.
com.LogiaGroup.LogiaDeck | removable | rep | ads | installs apps for carriers and advertisers (Mobile Services Manager) | -
com.adups.fota | expert | rep | use | fetches updates of cheap phones; in 2016 it was found to send messages and contacts to its maker | Updates of the system end. Such a phone should be replaced.
com.adups.fota.sysoper | expert | rep | - | carries out what com.adups.fota fetches | Updates of the system end. | com.adups.fota
com.agoda.mobile.consumer | removable | doc | - | is Agoda, for hotels | -
com.alibaba.aliexpresshd | removable | doc | - | is the shop AliExpress | -
com.amazon.appmanager | removable | rep | - | tells Amazon's apps about the device | -
com.amazon.avod.thirdpartyclient | removable | doc | - | is Prime Video | -
com.amazon.mShop.android.shopping | removable | rep | - | is the Amazon shop | Amazon opens in the browser.
com.aura.oobe.samsung | removable | rep | ads | proposes and installs apps for advertisers (AppCloud) | -
com.aura.oobe.samsung.gl | removable | rep | ads | proposes and installs apps for advertisers (AppCloud) | -
com.block.puzzle.game.hippo.mi | removable | rep | ads | is a puzzle with advertising that comes with Xiaomi's phones | -
com.booking | removable | rep | - | is Booking.com | Booking.com opens in the browser.
com.dolby.daxservice | with-care | rep | - | is sound by Dolby | Sound by Dolby is gone.
com.dsi.ant.server | removable | rep | - | talks to sports sensors (ANT+) | Sports sensors by ANT+ do not connect.
com.dti.samsung | removable | name | ads | installs apps for carriers and advertisers on Samsung's phones (Digital Turbine) | -
com.ebay.mobile | removable | rep | - | is eBay | eBay opens in the browser.
com.facebook.orca | removable | doc | use | is Facebook Messenger | Messenger opens in the browser.
com.glance.internet | removable | rep | ads | shows stories and advertising on the lock screen (Glance) | The lock screen keeps one picture.
com.goodix.fingerprint.setting | with-care | name | - | tests the fingerprint reader | -
com.ironsource.appcloud.oobe | removable | rep | ads | proposes and installs apps for advertisers (AppCloud) | -
com.jewelsblast.ivygames.Adventure.free | removable | rep | ads | is a game with advertising that comes with Xiaomi's phones | -
com.lazada.android | removable | doc | - | is the shop Lazada | -
com.netflix.mediaclient | removable | rep | - | is Netflix | Netflix needs to be installed again when wanted.
com.netflix.partner.activation | removable | rep | - | activates Netflix on phones of makers that work with it | -
com.opera.browser | removable | doc | - | is the browser Opera | Links need another browser.
com.opera.preinstall | removable | rep | use | tells Opera by which phone it came | -
com.shopee.id | removable | doc | - | is the shop Shopee (Indonesia) | -
com.spotify.music | removable | rep | - | is Spotify | Spotify needs to be installed again when wanted.
com.ss.android.ugc.trill | removable | doc | use | is TikTok for parts of Asia | TikTok opens in the browser.
com.sukhavati.gotoplaying.bubble.BubbleShooter.mint | removable | rep | ads | is a game with advertising that comes with Xiaomi's phones | -
com.tencent.soter.soterserver | with-care | rep | - | confirms payments by fingerprint in WeChat | Payments by fingerprint in WeChat fail.
com.tmobile.pr.adapt | removable | rep | faults | measures network and phone for T-Mobile | -
com.trustonic.teeservice | expert | name | - | serves the secure part of the chip | Payments may fail.
com.whatsapp | removable | doc | - | is WhatsApp | Install it again when wanted; make a backup of chats first.
com.zhiliaoapp.musically | removable | doc | use | is TikTok | TikTok opens in the browser.
in.amazon.mShop.android.shopping | removable | doc | - | is the Amazon shop (India) | -
`;
