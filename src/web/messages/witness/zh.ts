import type { witnessEn } from "./en.ts";

/** Signed states of the journal that lie in vaults, in Simplified Chinese. */
export const witnessZh: Readonly<Record<keyof typeof witnessEn, string>> = {
  "witness.title": "保存在保险库中",
  "witness.last": "{count} 个条目，保存于 {time}",
  "witness.compare": "比对",
  "witness.compareWith": "与 {name} 比对",
  "witness.keep": "每次向保险库存入内容时，同时保存最新的签名状态",
  "witness.locked": "解锁 Candor 后，可以看到哪些保险库保存着签名状态。",
  "witness.off": "此项已关闭。",
  "witness.noKey": "先签名一次：之后每个保险库都会自动得到最新的签名状态。",
  "witness.none": "还没有保险库保存签名状态：下次存入内容时就会有。",
};
