import { expect, test } from "vitest";
import { bigSize, runScript, smallPhone } from "./small-phone.ts";

const phone = smallPhone();

test.each([
  ["ls /system", "bin\nbuild.prop\netc\n"],
  ["ls -d /system", "/system\n"],
  ["ls -l /system/build.prop", "-rw------- 1 root root 19 2009-01-01 00:00 /system/build.prop\n"],
  ["ls -Z /system/bin/sh", "u:object_r:shell_exec:s0 /system/bin/sh\n"],
  ["ls -l /sdcard", "lrwxrwxrwx 1 root root 13 2026-03-04 05:06 /sdcard -> /data/media/0\n"],
  ["ls /sdcard/", "Download\n"],
  ["ls -a /data/media/0", ".\n..\nDownload\n"],
  ["ls -R /system/bin /system/etc", "/system/bin:\nsh\n\n/system/etc:\nhosts\n"],
  [
    "stat -c '%n %s %a %A %U:%G %Y %F' /system/etc/hosts",
    "/system/etc/hosts 56 644 -rw-r--r-- root:root 1230768000 regular file\n",
  ],
  ["stat -f -c '%a %S %n' /sdcard", "6291456 4096 /sdcard\n"],
  ["stat -c %N /sdcard", "/sdcard -> '/data/media/0'\n"],
  ["readlink /sdcard; readlink -f /sdcard/Download", "/data/media/0\n/data/media/0/Download\n"],
  ["dd if=/system/etc/hosts bs=10 count=2 skip=1 2>/dev/null", "      localhost\n::1 "],
  ["dd if=/dev/zero bs=1M count=3 2>/dev/null | wc -c", "3145728\n"],
  [
    "dd if=/data/local/tmp/big skip=251 bs=1 count=3 2>/dev/null | sha256sum -b",
    "ae4b3280e56e2faf83f414a6e3dabe9d5fbe18976544c05fed121accb85b53fc\n",
  ],
  ["wc -c </data/local/tmp/big", `${bigSize}\n`],
  ["id", "uid=2000(shell) gid=2000(shell) groups=2000(shell),1004(input),3003(inet) context=u:r:shell:s0\n"],
  ["id -u; whoami", "2000\nshell\n"],
  ["uname -a", "Linux localhost 5.10.1-android12 #1 SMP PREEMPT aarch64 Toybox\n"],
  ["date; date +%s", "Wed Mar  4 05:06:07 UTC 2026\n1772600767\n"],
  [
    "cd /data/local/tmp; mkdir -p a/b; touch a/b/c; cp -r a d; mv d/b/c d/x; ls -R d; rm -r a d; ls",
    "d:\nb\nx\n\nd/b:\nbig\n",
  ],
  ["timeout 5 echo a; timeout 0.01 sleep 5; echo $?", "a\n124\n"],
])("%s", async (script, expected) => {
  const { out, err } = await runScript(phone, script);
  expect({ out, err }).toEqual({ out: expected, err: "" });
});

test.each([
  ["ls /nosuch", "ls: /nosuch: No such file or directory\n", 1],
  ["ls /data/data", "ls: /data/data: Permission denied\n", 1],
  ["cat /system/build.prop", "cat: /system/build.prop: Permission denied\n", 1],
  ["cat /system", "cat: /system: Is a directory\n", 1],
  ["stat /nosuch", "stat: '/nosuch': No such file or directory\n", 1],
  ["rm /system/etc/hosts", "rm: /system/etc/hosts: Read-only file system\n", 1],
  ["dd if=/nosuch", "dd: /nosuch: No such file or directory\n", 1],
  ["sha256sum /nosuch", "sha256sum: /nosuch: No such file or directory\n", 1],
])("%s is refused in toybox's words", async (script, message, exitCode) => {
  const { out, err, code } = await runScript(phone, script);
  expect({ out, err, code }).toEqual({ out: "", err: message, code: exitCode });
});

test("what is refused for one file does not hide the others", async () => {
  expect(await runScript(phone, "cat /nosuch /system/etc/hosts | head -n 1")).toMatchObject({
    out: "127.0.0.1       localhost\n",
    err: "cat: /nosuch: No such file or directory\n",
  });
});
