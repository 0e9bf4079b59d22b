import type { Reference } from "../core/assessment.ts";

/** A document that controls refer to, for orientation. */
export interface OrientationDocument {
  readonly title: string;
  readonly edition: string;
  readonly publisher: string;
  readonly url: string;
  /** How sections are named, and what Candor holds of the document. */
  readonly note: string;
}

/** All documents that controls refer to, by the name that references use. */
export const documents: Readonly<Record<string, OrientationDocument>> = {
  "CIS Google Android Benchmark": {
    title: "CIS Google Android Benchmark",
    edition: "v1.0.0 (1.1–1.10) and v1.3.0 (1.18 and on)",
    publisher: "Center for Internet Security",
    url: "https://www.cisecurity.org/benchmark/google_android",
    note: "Numbers of recommendations only, or a theme where the number is not known; its terms forbid copying its text.",
  },
  "DISA STIG Google Android 15 COBO": {
    title: "Google Android 15 COBO Security Technical Implementation Guide",
    edition: "V1R2",
    publisher: "Defense Information Systems Agency",
    url: "https://public.cyber.mil/stigs/",
    note: "Rule identifiers. Most of its rules are about a phone that an organisation manages.",
  },
  "ETSI TS 103 732": {
    title: "Consumer Mobile Device Protection Profile",
    edition: "parts 1 to 5",
    publisher: "ETSI",
    url: "https://www.etsi.org/deliver/etsi_ts/103700_103799/10373201/",
    note: "Themes and parts; no requirement of it is quoted.",
  },
  "NIST SP 800-124": {
    title: "Guidelines for Managing the Security of Mobile Devices in the Enterprise",
    edition: "Revision 2, May 2023",
    publisher: "National Institute of Standards and Technology",
    url: "https://doi.org/10.6028/NIST.SP.800-124r2",
    note: "Themes of its threats and countermeasures.",
  },
  "Android CDD": {
    title: "Android Compatibility Definition Document",
    edition: "Android 15",
    publisher: "Google",
    url: "https://source.android.com/docs/compatibility/cdd",
    note: "Numbers of sections: what makers promise when they call a phone Android.",
  },
  "OWASP MASVS": {
    title: "Mobile Application Security Verification Standard",
    edition: "v2.1",
    publisher: "OWASP",
    url: "https://mas.owasp.org/MASVS/",
    note: "Numbers of its controls. It is about apps, not phones.",
  },
  "OWASP MASTG": {
    title: "Mobile Application Security Testing Guide",
    edition: "v2",
    publisher: "OWASP",
    url: "https://mas.owasp.org/MASTG/",
    note: "Numbers of tests. It is about apps, not phones.",
  },
  "BSI smartphone requirements": {
    title: "Anforderungskatalog für Smartphones",
    edition: "2020",
    publisher: "Bundesamt für Sicherheit in der Informationstechnik",
    url: "https://www.bsi.bund.de/",
    note: "Themes.",
  },
  "NCSC device security guidance": {
    title: "Device Security Guidance: Android",
    edition: "current web edition",
    publisher: "National Cyber Security Centre",
    url: "https://www.ncsc.gov.uk/collection/device-security-guidance/platform-guides/android",
    note: "Themes.",
  },
  "Android Enterprise Recommended": {
    title: "Android Enterprise Recommended requirements",
    edition: "16.0",
    publisher: "Google",
    url: "https://www.android.com/enterprise/recommended/",
    note: "Themes.",
  },
  "CISA KEV": {
    title: "Known Exploited Vulnerabilities Catalog",
    edition: "current",
    publisher: "Cybersecurity and Infrastructure Security Agency",
    url: "https://www.cisa.gov/known-exploited-vulnerabilities-catalog",
    note: "The catalogue as a whole.",
  },
  GDPR: {
    title: "Regulation (EU) 2016/679",
    edition: "27 April 2016",
    publisher: "European Union",
    url: "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
    note: "Articles to look at; no judgement of law.",
  },
};

const refer =
  (document: string) =>
  (section: string): Reference => ({ document, edition: documents[document]?.edition ?? "", section });

export const cis = refer("CIS Google Android Benchmark");
/** A rule by the number that follows `GOOG-15-`. */
export const stig = (rule: string) => refer("DISA STIG Google Android 15 COBO")(`GOOG-15-${rule}`);
export const etsi = refer("ETSI TS 103 732");
export const nist = refer("NIST SP 800-124");
export const cdd = refer("Android CDD");
export const masvs = (control: string) => refer("OWASP MASVS")(`MASVS-${control}`);
export const mastg = (test: string) => refer("OWASP MASTG")(`MASTG-TEST-${test}`);
export const bsi = refer("BSI smartphone requirements");
export const ncsc = refer("NCSC device security guidance");
export const aer = refer("Android Enterprise Recommended");
export const kev = refer("CISA KEV");
export const gdpr = refer("GDPR");
