#!/usr/bin/env bash
# Makes a Debian trixie with adb 34, adbd 34, mksh and toybox in a folder: the real other side that the tests of the virtual
# phone compare with (docs/ARCHITECTURE.md, "The virtual phone"). Does nothing when the folder holds one already. Needs root,
# debootstrap, and a Debian mirror in apt's configuration. Give the folder to the tests as CANDOR_TRIXIE.
set -euo pipefail

fail() {
  echo "oracle-trixie: $1" >&2
  exit 1
}

[ "$#" -eq 1 ] || fail "usage: scripts/oracle-trixie.sh FOLDER"
# Anything in the recipe below that changes needs another number: it makes old folders stale.
readonly recipe=1
mkdir -p "$(dirname "$1")"
folder="$(cd "$(dirname "$1")" && pwd)/$(basename "$1")"
marker="$folder/candor-oracle"

[ "$(cat "$marker" 2>/dev/null)" != "$recipe" ] || exit 0
[ ! -e "$folder" ] || [ -e "$marker" ] || fail "$folder exists and was not made by this script"
[ "$(id -u)" -eq 0 ] || fail "needs root"
command -v debootstrap >/dev/null || fail "needs debootstrap"

# The mirror that the machine's own packages come from.
mirror_of_apt() {
  apt-get indextargets --format '$(ORIGIN)|$(LABEL)|$(REPO_URI)' 'Identifier: Packages' 2>/dev/null |
    sed -n 's/^Debian|Debian|//p' | head -n 1
}
mirror="$(mirror_of_apt)"
if [ -z "$mirror" ]; then
  apt-get update -qq
  mirror="$(mirror_of_apt)"
fi
[ -n "$mirror" ] || fail "apt's configuration names no Debian mirror"
eval "$(apt-config shell proxy Acquire::http::Proxy)"
[ -z "${proxy:-}" ] || export http_proxy="$proxy" https_proxy="$proxy"

new="$folder.new"
rm -rf --one-file-system "$new"
# In a mount namespace of its own nothing that debootstrap mounts outlives it.
if ! unshare --mount --propagation private debootstrap --variant=minbase --include=adb,adbd,mksh,toybox \
  trixie "$new" "$mirror" >"$folder.log" 2>&1; then
  tail -n 20 "$folder.log" >&2
  fail "debootstrap failed, see $folder.log"
fi
rm -rf "$new"/var/cache/apt/archives/*.deb "$new"/var/lib/apt/lists/*

# As on a phone: its shell and its tools at their paths, the user that `adb shell` runs as, the folders that clients use.
mkdir -p "$new/system/bin" "$new/system/etc" "$new/data/local/tmp" "$new/sdcard/Download"
ln -sf mksh "$new/usr/bin/sh"
ln -sf /usr/bin/mksh "$new/system/bin/sh"
for tool in $(chroot "$new" toybox); do ln -sf /usr/bin/toybox "$new/system/bin/$tool"; done
echo "shell:x:2000:2000::/:/system/bin/sh" >>"$new/etc/passwd"
echo "shell:x:2000:" >>"$new/etc/group"
chown -R 2000:2000 "$new/data/local/tmp" "$new/sdcard"
chmod 0771 "$new/data/local/tmp"

echo "$recipe" >"$new/candor-oracle"
rm -rf --one-file-system "$folder"
mv "$new" "$folder"
rm -f "$folder.log"
