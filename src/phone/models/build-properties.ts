/** What tells one build from another. */
export interface Build {
  readonly brand: string;
  readonly manufacturer: string;
  readonly model: string;
  readonly marketName?: string;
  readonly device: string;
  readonly product: string;
  readonly android: string;
  readonly sdk: number;
  readonly id: string;
  readonly incremental: string;
  /** yyyy-mm-dd. */
  readonly patch: string;
  readonly vendorPatch: string;
  /** user, userdebug. */
  readonly type?: string;
  readonly keys?: string;
  readonly zone: string;
  readonly locale: string;
  readonly hardware: string;
  /** Level of the Android that the phone was first sold with. */
  readonly firstSdk: number;
  /** Epoch milliseconds. */
  readonly builtAt: number;
  /** True where the bootloader is unlocked. */
  readonly unlocked?: boolean;
}

/** The properties that every build has: identity, version, boot state, encryption, USB. Values of a locked production phone. */
export function buildProperties(build: Build): Record<string, string> {
  const type = build.type ?? "user";
  const keys = build.keys ?? "release-keys";
  const fingerprint = `${build.brand}/${build.product}/${build.device}:${build.android}/${build.id}/${build.incremental}:${type}/${keys}`;
  const debug = type === "user" ? "0" : "1";
  return {
    DEVICE_PROVISIONED: "1",
    "dalvik.vm.heapsize": "512m",
    "dalvik.vm.usejit": "true",
    "init.svc.adbd": "running",
    "init.svc.surfaceflinger": "running",
    "init.svc.vold": "running",
    "init.svc.zygote": "running",
    "persist.sys.locale": build.locale,
    "persist.sys.timezone": build.zone,
    "persist.sys.usb.config": "adb",
    "ro.adb.secure": "1",
    "ro.board.platform": build.hardware,
    "ro.bootloader": "unknown",
    "ro.bootmode": "unknown",
    "ro.build.characteristics": "nosdcard",
    "ro.build.date.utc": String(Math.floor(build.builtAt / 1000)),
    "ro.build.description": `${build.product}-${type} ${build.android} ${build.id} ${build.incremental} ${keys}`,
    "ro.build.display.id": build.id,
    "ro.build.fingerprint": fingerprint,
    "ro.build.flavor": `${build.product}-${type}`,
    "ro.build.id": build.id,
    "ro.build.product": build.device,
    "ro.build.tags": keys,
    "ro.build.type": type,
    "ro.build.user": "builder",
    "ro.build.version.base_os": "",
    "ro.build.version.codename": "REL",
    "ro.build.version.incremental": build.incremental,
    "ro.build.version.preview_sdk": "0",
    "ro.build.version.release": build.android,
    "ro.build.version.sdk": String(build.sdk),
    "ro.build.version.security_patch": build.patch,
    "ro.crypto.state": "encrypted",
    "ro.crypto.type": "file",
    "ro.debuggable": debug,
    "ro.hardware": build.hardware,
    "ro.product.board": build.hardware,
    "ro.product.brand": build.brand,
    "ro.product.cpu.abi": "arm64-v8a",
    "ro.product.cpu.abilist": "arm64-v8a,armeabi-v7a,armeabi",
    "ro.product.device": build.device,
    "ro.product.first_api_level": String(build.firstSdk),
    "ro.product.locale": build.locale,
    "ro.product.manufacturer": build.manufacturer,
    ...(build.marketName === undefined ? {} : { "ro.product.marketname": build.marketName }),
    "ro.product.model": build.model,
    "ro.product.name": build.product,
    "ro.secure": "1",
    "ro.vendor.build.fingerprint": fingerprint,
    "ro.vendor.build.security_patch": build.vendorPatch,
    "ro.zygote": "zygote64",
    "sys.boot_completed": "1",
    "sys.usb.config": "adb",
    "sys.usb.state": "adb",
    ...bootProperties(build),
  };
}

function bootProperties({ sdk, unlocked = false, hardware }: Build): Record<string, string> {
  return {
    "ro.boot.flash.locked": unlocked ? "0" : "1",
    "ro.boot.hardware": hardware,
    "ro.boot.vbmeta.device_state": unlocked ? "unlocked" : "locked",
    "ro.boot.verifiedbootstate": unlocked ? "orange" : "green",
    "ro.boot.veritymode": "enforcing",
    ...(sdk >= 30 ? { "ro.crypto.metadata.enabled": "true", "ro.boot.dynamic_partitions": "true" } : {}),
    ...(sdk >= 30 ? { "ro.crypto.volume.filenames_mode": "aes-256-cts" } : {}),
    ...(sdk >= 31 ? { "ro.boot.veritymode.managed": "yes" } : {}),
    "ro.oem_unlock_supported": "1",
    "sys.oem_unlock_allowed": unlocked ? "1" : "0",
    "partition.system.verified": "2",
    "partition.vendor.verified": "2",
  };
}

/** What MIUI and HyperOS add. `os` is `OS2.0` on HyperOS, null on MIUI. */
export function xiaomiProperties(
  version: { readonly os: string | null; readonly code: string; readonly name: string; readonly incremental: string },
  region: { readonly phone: string; readonly build: string },
): Record<string, string> {
  return {
    ...(version.os === null
      ? {}
      : {
          "ro.mi.os.version.code": version.os.replace(/\D/g, "").slice(0, 1),
          "ro.mi.os.version.incremental": version.incremental,
          "ro.mi.os.version.name": version.os,
        }),
    "init.svc.miuibooster": "running",
    "init.svc.mqsasd": "running",
    "persist.security.adbinput": "0",
    "persist.security.adbinstall": "1",
    "persist.security.uks_opened": "1",
    "persist.sys.mqs.gps": "1",
    "persist.sys.offlinelog.bootlog": "true",
    "persist.sys.released": "true",
    "persist.sys.xspace_created": "1",
    "ro.miui.build.region": region.build,
    "ro.miui.region": region.phone,
    "ro.miui.has_cust_partition": "true",
    "ro.miui.ui.version.code": version.code,
    "ro.miui.ui.version.name": version.name,
    "ro.secureboot.devicelock": "1",
    "ro.secureboot.lockstate": "locked",
  };
}
