import { NotReported } from "../core/errors.ts";
import { defineFact } from "../core/fact.ts";
import { parseAndroidQfPackages } from "../formats/androidqf-packages.ts";

/** Digests of one package's APK files and of the certificates that signed them, lower-case hexadecimal. */
export interface AppCertificates {
  readonly name: string;
  readonly certificateSha1: readonly string[];
  readonly certificateSha256: readonly string[];
  readonly certificateMd5: readonly string[];
  readonly fileSha256: readonly string[];
}

/** Signing certificates and file digests of the installed apps. Only collectors that downloaded the APK files know them. */
export const appCertificates = defineFact({
  id: "app-certificates",
  about: "Signing certificates and file digests of the installed apps",
  read: () => [{ run: ["androidqf", "packages.json"], complete: /\]\s*$/ }],
  parse: ([text = ""]): readonly AppCertificates[] => {
    const rows = parseAndroidQfPackages(text).map(({ name, files }) => ({
      name,
      certificateSha1: known(files.map((file) => file.certificateSha1)),
      certificateSha256: known(files.map((file) => file.certificateSha256)),
      certificateMd5: known(files.map((file) => file.certificateMd5)),
      fileSha256: known(files.map((file) => file.sha256)),
    }));
    const any = rows.filter(
      (row) => row.certificateSha1.length + row.certificateSha256.length + row.fileSha256.length > 0,
    );
    if (any.length === 0) throw new NotReported("The acquisition holds no certificate and no file digest.");
    return any;
  },
});

function known(values: readonly (string | null)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== null))];
}
