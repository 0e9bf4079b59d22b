import type { filmsEn } from "./en.ts";

/** Films of a vault, and photos that browsers do not draw, in Simplified Chinese. */
export const filmsZh: Readonly<Record<keyof typeof filmsEn, string>> = {
  "films.play": "播放 {name}",
  "films.length": "时长 {time}",
  "films.noCodec":
    "你的浏览器无法播放这段视频：它没有这种格式（常见的是 HEVC）的解码器，或者文件已损坏。请下载后用你的程序打开。",
  "films.heicPreview": "这是相机存在文件里的小图。浏览器不显示 HEIC 格式的原图；要看原图，请下载。",
  "films.heicNone": "浏览器不显示 HEIC，而这个文件里也没有可以显示的小图。请下载后用你的程序打开。",
  "films.noneInside": "其中没有预览图",
};
