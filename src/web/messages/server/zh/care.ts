import type { Phrases } from "../../check-texts.ts";

/** What the care of a vault says: snapshots that go, room that is freed, and its keys. */
export const care: Phrases = {
  "The snapshot {value} is there still: its place did not remove it.": "快照 {value} 还在：存放处没有把它移除。",
  "Look at the list again.": "请重新查看列表。",
  "The snapshots of the vault have changed since they were shown; nothing was removed.":
    "保险库的快照在显示之后发生了变化；没有移除任何内容。",
  "Look at the list again and agree to it.": "请重新查看列表并确认。",
  "Candor is locked: whether files that were deleted on a phone are in one of these is not known.":
    "Candor 已锁定：无法得知其中是否有已从手机上删除的文件。",
  "A number of snapshots to keep is not one.": "要保留的快照数量不是数字。",
  "This would keep no snapshot at all.": "这样一个快照也不会留下。",
  "Say what to keep: --keep-last 10, for example.": "请说明要保留什么，例如 --keep-last 10。",
  "Something that a snapshot needs is missing; nothing was removed.": "某个快照需要的内容缺失；没有移除任何内容。",
  "This is another vault than the one that is open.": "这不是已打开的那个保险库。",
  "The recovery key opened the vault, and would be replaced by this.": "这是恢复密钥，这样做会把它替换掉。",
  "Add a passphrase instead, and remove the one that is lost.": "请改为添加一个口令，并移除遗失的那个。",
  "There is no such key any more.": "这个密钥已经不存在。",
  "The vault has {n} keys: neither Candor nor restic would try another one.":
    "保险库已有 {n} 个密钥：Candor 和 restic 都不会再尝试更多。",
  "Remove one first.": "请先移除一个。",
  "The key that opened the vault is gone from its place, or damaged: this may be the last that opens it.":
    "打开保险库所用的密钥已不在存放处，或者已损坏：这可能是最后一个能打开它的密钥。",
  "Lock the vault and open it with the passphrase that is left.": "请锁定保险库，再用剩下的口令打开它。",
};
