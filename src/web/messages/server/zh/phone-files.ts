import type { Phrases } from "../../check-texts.ts";

/** 隐藏手机文件与放回时服务器所说的话。 */
export const phoneFiles: Phrases = {
  "its name is no text, so the phone's shell cannot be asked for it": "它的名称不是文本，因此无法向手机询问它",
  "it could not be read back from the vault": "无法从保险库读回它",
  "the phone did not hash it": "手机没有算出它的校验值",
  "it is not the same on the phone and in the vault: it changed meanwhile": "手机上和保险库里的不相同：其间有了变化",
  "the phone does not let it be deleted": "手机不允许删除它",
  "it changed after it was verified": "验证之后它有了变化",
  "it was gone already": "它已经不在了",
  "the phone's answer was not understood": "无法理解手机的回答",
  "The phone did not come back: {reason}": "手机没有回来：{reason}",
  "The snapshot that holds these files is gone from the vault, or damaged.":
    "保存这些文件的快照已不在保险库里，或已损坏。",
  "Nothing was deleted on the phone.": "手机上没有删除任何内容。",
  "Put them into the vault once more.": "请再次把它们放进保险库。",
  "The vault is no longer whole. Nothing was deleted on the phone. {reason}":
    "保险库不再完好。手机上没有删除任何内容。{reason}",
  "Check the vault, and put the files into one that is whole.": "请检查保险库，并把文件放进一个完好的保险库。",
  "{value} is no folder of the phone's shared storage, such as /sdcard/Download.":
    "{value} 不是手机共享存储中的文件夹，例如 /sdcard/Download。",
  "it is a {value}; only files are put on the phone": "它是 {value}；只有文件会放到手机上",
  "its name would lead elsewhere": "它的名称会指向别处",
  "it is no file of the shared storage; say where it is to lie": "它不是共享存储里的文件；请说明要放到哪里",
  "something else than a file has its name on the phone": "手机上这个名称属于文件以外的东西",
  "another file has its name on the phone, and was left as it is": "手机上有另一个文件用了这个名称，已保持原样",
  "another file got its name on the phone meanwhile, and was left as it is":
    "其间手机上另一个文件用了这个名称，已保持原样",
  "the phone does not let it have its name": "手机不允许使用这个名称",
  "it is not the same on the phone and in the vault": "手机上和保险库里的不相同",
  "it could not be read from the vault: {reason}": "无法从保险库读取它：{reason}",
  "The apps could not be read in this examination, so nothing can be compared.": "这次检查没有读到应用，因此无法比较。",
  "This list is no longer there.": "这份清单已不存在。",
  "Look at the phone once more.": "请再次查看手机。",
  "This is not the list that was shown.": "这不是显示过的那份清单。",
  "Look at it again and agree to it.": "请再看一遍并同意。",
  "Another phone is connected than the one that the list is of.": "连接的手机不是清单所属的那一部。",
  "Connect that one, or look at this one.": "请连接那部手机，或查看这一部。",
};
