import { FormatError } from "../core/errors.ts";
import { defineFact, reading } from "../core/fact.ts";
import { parseAndroidQfPackages } from "../formats/androidqf-packages.ts";
import { appInspections } from "./app-inspections.ts";

/** Digests of one package's APK files and of the certificates that signed them, lower-case hexadecimal. */
export interface AppCertificates {
  readonly name: string;
  readonly certificateSha1: readonly string[];
  readonly certificateSha256: readonly string[];
  readonly certificateMd5: readonly string[];
  readonly fileSha256: readonly string[];
}

/** Signing certificates and file digests of the installed apps: of a phone whose apps were looked into, or from who downloaded them. */
export const appCertificates = defineFact({
  id: "app-certificates",
  about: "Signing certificates and file digests of the installed apps",
  needs: { appInspections },
  read: () => [],
  parse: (_, { appInspections: { apps } }): readonly AppCertificates[] =>
    withDigests(
      apps.map(({ package: name, signers, files }) => {
        // A key that is known otherwise, such as Android's public test key, says nothing about who made the app.
        const own = signers.filter(({ knownAs }) => knownAs === null);
        return {
          name,
          certificateSha1: known(own.map(({ sha1 }) => sha1)),
          certificateSha256: known(own.map(({ sha256 }) => sha256)),
          certificateMd5: known(own.map(({ md5 }) => md5)),
          fileSha256: known(files.map(({ sha256 }) => sha256)),
        };
      }),
    ),
  otherwise: [
    reading({
      read: () => [{ run: ["androidqf", "packages.json"], complete: /\]\s*$/ }],
      parse: ([text = ""]) =>
        withDigests(
          parseAndroidQfPackages(text).map(({ name, files }) => ({
            name,
            certificateSha1: known(files.map((file) => file.certificateSha1)),
            certificateSha256: known(files.map((file) => file.certificateSha256)),
            certificateMd5: known(files.map((file) => file.certificateMd5)),
            fileSha256: known(files.map((file) => file.sha256)),
          })),
        ),
    }),
  ],
});

function withDigests(rows: readonly AppCertificates[]): readonly AppCertificates[] {
  const any = rows.filter(
    (row) => row.certificateSha1.length + row.certificateSha256.length + row.fileSha256.length > 0,
  );
  if (any.length === 0) throw new FormatError("app-certificates", "it holds no certificate and no file digest");
  return any;
}

function known(values: readonly (string | null)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== null))];
}
