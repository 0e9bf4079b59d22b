import type { ProcessState } from "../state/phone-state.ts";

/** Processes that every phone runs: init, kernel threads, daemons, system_server and the shell. */
export const systemProcesses: readonly ProcessState[] = [
  { label: "u:r:init:s0", user: "root", pid: 1, ppid: 0, name: "init" },
  { label: "u:r:kernel:s0", user: "root", pid: 2, ppid: 0, name: "[kthreadd]" },
  { label: "u:r:kernel:s0", user: "root", pid: 3, ppid: 2, name: "[rcu_gp]" },
  { label: "u:r:kernel:s0", user: "root", pid: 12, ppid: 2, name: "[ksoftirqd/0]" },
  { label: "u:r:ueventd:s0", user: "root", pid: 412, ppid: 1, name: "ueventd" },
  { label: "u:r:logd:s0", user: "logd", pid: 501, ppid: 1, name: "logd" },
  { label: "u:r:lmkd:s0", user: "lmkd", pid: 503, ppid: 1, name: "lmkd" },
  { label: "u:r:servicemanager:s0", user: "system", pid: 504, ppid: 1, name: "servicemanager" },
  { label: "u:r:vold:s0", user: "root", pid: 517, ppid: 1, name: "vold" },
  { label: "u:r:netd:s0", user: "root", pid: 811, ppid: 1, name: "netd" },
  { label: "u:r:zygote:s0", user: "root", pid: 812, ppid: 1, name: "zygote64" },
  { label: "u:r:surfaceflinger:s0", user: "system", pid: 902, ppid: 1, name: "surfaceflinger" },
  { label: "u:r:keystore:s0", user: "keystore", pid: 931, ppid: 1, name: "keystore2" },
  { label: "u:r:adbd:s0", user: "shell", pid: 1204, ppid: 1, name: "adbd" },
  { label: "u:r:system_server:s0", user: "system", pid: 1611, ppid: 812, name: "system_server" },
  { label: "u:r:platform_app:s0:c512,c768", user: "u0_a95", pid: 2207, ppid: 812, name: "com.android.systemui" },
  { label: "u:r:radio:s0", user: "radio", pid: 2411, ppid: 812, name: "com.android.phone" },
  { label: "u:r:bluetooth:s0", user: "bluetooth", pid: 2503, ppid: 812, name: "com.android.bluetooth" },
  {
    label: "u:r:gmscore_app:s0:c512,c768",
    user: "u0_a110",
    pid: 2888,
    ppid: 812,
    name: "com.google.android.gms.persistent",
  },
  { label: "u:r:shell:s0", user: "shell", pid: 9120, ppid: 1204, name: "sh" },
  { label: "u:r:shell:s0", user: "shell", pid: 9133, ppid: 9120, name: "ps" },
];
