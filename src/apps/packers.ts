import { type ClassTree, compileSignatures } from "../formats/class-tree.ts";

/** A packer hides the code of an app until it runs; a protector hardens it against being changed or looked at. */
interface Packer {
  readonly name: string;
  /** Names of native libraries, or of files in `assets`, without folders. */
  readonly files: readonly string[];
  /** What names of its classes begin with. */
  readonly classes: readonly string[];
}

/** Facts from published analyses of packed apps. Only names that hardly anything else has. */
const packers: readonly Packer[] = [
  {
    name: "360 Jiagu",
    files: [
      "libjiagu.so",
      "libjiagu_art.so",
      "libjiagu_x86.so",
      "libjiagu_a64.so",
      "libjiagu_x64.so",
      "libjiagu_64.so",
      "libprotectClass.so",
    ],
    classes: ["com.stub.StubApp", "com.qihoo.util.StubApp", "com.qihoo.util.StubApplication"],
  },
  {
    name: "Tencent Legu",
    files: ["libshella.so", "libshellx.so", "libshell-super.2019.so", "libtxRes64.so", "tosversion", "0OO00l111l1l"],
    classes: ["com.tencent.StubShell", "com.wrapper.proxyapplication"],
  },
  {
    name: "Bangcle (SecNeo)",
    files: [
      "libsecexe.so",
      "libsecmain.so",
      "libSecShell.so",
      "libDexHelper.so",
      "libDexHelper-x86.so",
      "bangcle_classes.jar",
    ],
    classes: ["com.secneo.apkwrapper", "com.secneo.guard", "com.bangcle.protect", "com.SecShell.SecShell"],
  },
  {
    name: "Ijiami",
    files: ["libexecmain.so", "ijiami.dat", "ijiami.ajm", "ijm_lib"],
    classes: ["com.shell.SuperApplication", "com.shell.NativeApplication", "s.h.e.l.l"],
  },
  {
    name: "Baidu protection",
    files: ["libbaiduprotect.so", "libbaiduprotect_x86.so", "baiduprotect.jar", "baiduprotect1.jar"],
    classes: ["com.baidu.protect"],
  },
  {
    name: "Alibaba protection",
    files: ["libmobisec.so", "libmobisecy.so", "libmobisecx.so", "libpreverify1.so"],
    classes: ["com.ali.mobisecenhance"],
  },
  { name: "NetEase Yidun", files: ["libnesec.so", "libnesec-x86.so"], classes: ["com.netease.nis.wrapper"] },
  {
    name: "Naga",
    files: ["libchaosvmp.so", "libddog.so", "libfdog.so", "libedog.so"],
    classes: ["com.edog.AppWrapper"],
  },
  { name: "Payegis", files: ["libegis.so", "libNSaferOnly.so"], classes: ["com.payegis.ProxyApplication"] },
  { name: "NQ Shield", files: ["libnqshield.so"], classes: ["com.nqshield"] },
  { name: "APKProtect", files: ["libAPKProtect.so"], classes: [] },
  { name: "LIAPP", files: ["LIAPPEgg.dex", "LIAPPClient.sc"], classes: ["com.lockincomp.liappagent"] },
  { name: "AppSealing", files: ["libcovault-appsec.so", "libcovault.so"], classes: ["com.inka.appsealing"] },
  { name: "DexProtector", files: ["libdexprotector.so", "libdexprotector_h.so"], classes: [] },
  { name: "DexGuard", files: [], classes: ["com.guardsquare.dexguard.runtime"] },
];

/** A packer that was recognised, and by what. */
export interface PackerFinding {
  readonly name: string;
  readonly by: "entry" | "class";
  /** The entry, or the class. */
  readonly evidence: string;
}

const byFile: ReadonlyMap<string, string> = new Map(
  packers.flatMap(({ name, files }) => files.map((file) => [file, name] as const)),
);
const inspected = /^(?:lib\/[^/]+|assets(?:\/[^/]+){0,2}|META-INF)\/[^/]+$|^[^/]+$/;
const withVersion = /^(?:libshell[ax]-[\d.]+\.so|libshell-super\.\d{4}\.so)$/;

/** The packer that an entry of this name belongs to; undefined: none that is known. */
export function packerOfEntry(entry: string): string | undefined {
  if (!inspected.test(entry)) return undefined;
  const file = entry.slice(entry.lastIndexOf("/") + 1);
  return byFile.get(file) ?? (withVersion.test(file) ? "Tencent Legu" : undefined);
}

/** Signatures of all packers, in the order of `packerName`. */
export const packerClasses: ClassTree = compileSignatures(
  packers.map(({ classes }) => classes.join("|")),
  false,
);

/** The name of a packer by its place in `packerClasses`. */
export function packerName(signature: number): string {
  return packers[signature]?.name ?? "";
}
