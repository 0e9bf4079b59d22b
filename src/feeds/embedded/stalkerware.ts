import type { StalkerwareEntry, StalkerwareIndicators } from "../stalkerware-indicators.ts";

/**
 * Package names of widely sold stalkerware, so that Candor finds something before the first update.
 * A selection; the names are as Echap documents them (CC-BY 4.0, https://github.com/AssoEchap/stalkerware-indicators),
 * a few names of each product, without certificates and servers.
 */
export const embeddedStalkerware: { readonly date: string; readonly value: StalkerwareIndicators } = {
  date: "2026-06-21",
  value: {
    entries: [
      stalkerware(
        "TheTruthSpy",
        "com.apspy.app",
        "com.fone",
        "com.ispyoo",
        "com.mxspy",
        "com.systemservice",
        "com.thetruth",
      ),
      stalkerware(
        "HelloSpy",
        "com.android.innovaspy",
        "com.example.hellospy",
        "com.googlesettings.setting",
        "com.hellospy",
      ),
      stalkerware("Reptilicus", "com.brot.storage.work", "com.thecybernanny.andapp", "net.reptilicus.clientapp"),
      stalkerware(
        "PhoneSheriff",
        "com.retina.phonesheriff",
        "com.retina21.ms41",
        "com.retina22.ms6",
        "com.rspl22.retinaspy",
      ),
      stalkerware("OwnSpy", "com.ownspy.android", "org.system.kernel"),
      stalkerware(
        "Cocospy",
        "com.cocospy",
        "com.duiyun.cocospy",
        "com.sc.spyic.v3",
        "com.sc.spyzie.v2",
        "com.spyic",
        "com.ws.scli",
      ),
      stalkerware("EasyLogger", "app.EasyLogger", "app.Elogger", "app.childsafetytracker"),
      stalkerware(
        "Hoverwatch",
        "com.android.core.monitor",
        "com.android.core.mnt",
        "com.android.core.mnta",
        "com.android.core.mntz",
      ),
      stalkerware("LetMeSpy", "pl.lidwin.letmespy", "pl.lidwin.letmespy2", "pl.lidwin.lms"),
      stalkerware("Snoopza", "com.android.core.mngi", "com.android.core.mngp", "com.android.core.mngq"),
      stalkerware(
        "FlexiSpy",
        "com.vvt.android.syncmanager",
        "com.telephony.android",
        "com.fp.backup",
        "com.android.phone.dialer",
      ),
      stalkerware(
        "Cerberus",
        "com.lsdroid.cerberus",
        "com.lsdroid.cerberuss",
        "com.lsdroid.cerberus.client",
        "com.surebrec",
      ),
      stalkerware(
        "mSpy",
        "android.helper.system",
        "android.sys.process",
        "com.mspy.lite",
        "core.framework",
        "update.service.android",
      ),
      stalkerware("MeuSpy", "com.meuspy", "com.app.insapp2", "br.com.cloud.backup"),
      stalkerware("iKeyMonitor", "com.android.internet.a20220914", "com.sec.android.internet.im.service.im20210815"),
      stalkerware("CatWatchful", "wosc.cwf", "wosc.cwf2", "com.example.wosc.androidclient"),
      stalkerware("ShadowSpy", "com.runaki.synclogs", "com.client.requestlogs", "com.shadow.client.android"),
      stalkerware("SpyHuman", "com.cldprotect", "m.mobile.control", "com.safesecureservice", "com.spyhumanrev"),
      stalkerware("uMobix", "com.tuner.funnelwebview", "com.system.user", "com.play.services"),
      stalkerware("TheOneSpy", "com.android.services", "com.android.omg"),
      stalkerware("ClevGuard", "com.kids.pro", "com.kids.whatsapp"),
      stalkerware("XNSpy", "com.system.task", "com.map.system", "com.xnspy.dashboard"),
      stalkerware("NeoSpy", "ns.antapp.module", "com.nsmon.guard"),
      { ...stalkerware("WiseMo", "com.wisemo.host.v10"), type: "watchware" },
      { ...stalkerware("FamiSafe", "com.wondershare.famisafe", "com.wondershare.famisafe.kids"), type: "watchware" },
    ],
  },
};

function stalkerware(name: string, ...packages: readonly string[]): StalkerwareEntry {
  return { name, type: "stalkerware", packages, certificates: [], domains: [] };
}
