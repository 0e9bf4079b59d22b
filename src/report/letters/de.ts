import { enumerated, type LetterWords } from "../letter-words.ts";

/** Letters in German. */
export const german: LetterWords = {
  locale: "de",
  greeting: "Guten Tag,",
  thanks: "Vielen Dank im Voraus.",
  closing: "Mit freundlichen Grüßen",
  laws: { EU: "DSGVO", GB: "UK GDPR", CH: "DSG (Schweiz)" },
  cite: (unit, articles) => {
    const prefix = { article: "Art.", section: articles.length > 1 ? "§§" : "§", rule: "Regel" }[unit];
    return `${prefix} ${enumerated(articles.map(paragraph), " und ")}`;
  },
  cited: (articles, law) => ` (${articles} ${law})`,
  comma: ", ",
  subjects: {
    access: "Antrag auf Auskunft über meine personenbezogenen Daten ({article} {law})",
    erasure: "Antrag auf Löschung meiner personenbezogenen Daten ({article} {law})",
    objection: "Widerspruch gegen die Verarbeitung meiner personenbezogenen Daten ({article} {law})",
    withdrawal: "Widerruf der Einwilligung ({article} {law})",
    portability: "Antrag auf Herausgabe meiner Daten in übertragbarer Form ({article} {law})",
    restriction: "Antrag auf Einschränkung der Verarbeitung ({article} {law})",
    rectification: "Antrag auf Berichtigung meiner personenbezogenen Daten ({article} {law})",
    reminder: "Erinnerung: mein Antrag vom {request_date} nach {article} {law}",
    complaint: "Beschwerde über {request_recipient} ({article} {law})",
  },
  bodies: {
    access: `nach {article} {law} bitte ich um Auskunft über die personenbezogenen Daten, die Sie über mich verarbeiten. Bitte bestätigen Sie mir, ob Sie solche Daten verarbeiten. Wenn ja, senden Sie mir bitte eine Kopie sämtlicher Daten, auch solcher unter einem Pseudonym oder einer Kennung meines Geräts, und teilen Sie mir mit:
1. zu welchen Zwecken sie verarbeitet werden;
2. welche Kategorien von Daten das sind;
3. wem sie offengelegt wurden oder noch werden, jeden Empfänger mit Namen;
4. wie lange sie gespeichert werden oder nach welchen Kriterien sich das richtet;
5. woher sie stammen, soweit Sie sie nicht bei mir erhoben haben;
6. ob automatisierte Entscheidungen einschließlich Profiling stattfinden, nach welcher Logik und mit welcher Tragweite für mich;
7. in welche anderen Länder sie übermittelt werden und unter welchen Garantien, mit einer Kopie davon.`,
    erasure: `nach {article} {law} bitte ich um die unverzügliche Löschung [erase_all>sämtlicher personenbezogener Daten, die Sie über mich gespeichert haben][erase_some>der folgenden personenbezogenen Daten über mich:
{erasure_data}
]. Soweit die Verarbeitung auf meiner Einwilligung beruht, widerrufe ich sie. Bitte teilen Sie dieses Verlangen allen mit, denen Sie die Daten offengelegt haben, nennen Sie mir diese Empfänger und bestätigen Sie mir die Löschung. Eine Ablehnung, auch eine teilweise, begründen Sie mir bitte.`,
    objection: `nach {article} {law} widerspreche ich der Verarbeitung mich betreffender personenbezogener Daten zu Zwecken der Analyse, des Profilings und der Werbung einschließlich der Direktwerbung.[has:objection_reason> Meine Gründe aus meiner besonderen Situation: {objection_reason}] Bitte beenden Sie diese Verarbeitung für alle Kennungen, die mich oder mein Gerät betreffen, und bestätigen Sie mir das. Falls Sie meinen, dass Ihre Gründe überwiegen, nennen Sie sie mir bitte und schränken Sie die Verarbeitung ein, bis das geklärt ist.`,
    withdrawal: `nach {article} {law} widerrufe ich mit Wirkung für die Zukunft jede Einwilligung, aufgrund derer Sie personenbezogene Daten über mich verarbeiten oder Informationen auf meinem Gerät speichern oder auslesen. Falls Sie meinen, dass ich eine solche Einwilligung erteilt habe, teilen Sie mir bitte mit, wann, wie und mit welchem Wortlaut. Bitte beenden Sie die darauf beruhende Verarbeitung, löschen Sie die Daten, für die es keine andere Rechtsgrundlage gibt, und bestätigen Sie mir beides.`,
    portability: `nach {article} {law} bitte ich um die mich betreffenden personenbezogenen Daten, die ich Ihnen bereitgestellt habe, einschließlich der durch meine Nutzung Ihrer Dienste oder von Apps auf meinem Gerät beobachteten Daten, in einem strukturierten, gängigen und maschinenlesbaren Format (etwa JSON oder CSV) mit einer Erläuterung der Felder.`,
    restriction: `nach {article} {law} verlange ich, dass Sie die Verarbeitung mich betreffender personenbezogener Daten einschränken: sie also nur noch speichern und nicht anderweitig verarbeiten. Ich bestreite die Rechtmäßigkeit der Verarbeitung und benötige die Daten zur Geltendmachung meiner Ansprüche. Bitte unterrichten Sie mich, bevor die Einschränkung aufgehoben wird, und teilen Sie sie allen mit, denen Sie die Daten offengelegt haben.`,
    rectification: `nach {article} {law} bitte ich um die Berichtigung oder Vervollständigung unrichtiger personenbezogener Daten über mich:
{rectification_data}
Bitte teilen Sie das allen mit, denen Sie die Daten offengelegt haben, nennen Sie mir diese Empfänger und bestätigen Sie mir die Berichtigung.`,
    reminder: `am {request_date} habe ich Ihnen einen Antrag nach {request_article} {law} gesandt. {problem}

Bitte beantworten Sie ihn vollständig innerhalb von zwei Wochen nach Eingang dieses Schreibens. Andernfalls behalte ich mir eine Beschwerde bei der Aufsichtsbehörde und rechtliche Schritte vor.`,
    complaint: `hiermit lege ich Beschwerde nach {article} {law} ein. Am {request_date} habe ich einen Antrag nach {request_article} {law} an den folgenden Verantwortlichen gesandt:
{request_recipient_address}

{problem}

Bitte prüfen Sie den Sachverhalt, wirken Sie darauf hin, dass der Verantwortliche meinem Antrag nachkommt, und teilen Sie mir das Ergebnis mit. Sie erreichen mich unter: {contact}`,
  },
  runs: "Mein Antrag umfasst auch [runs>die folgenden Unternehmen und Dienste sowie ]alle weiteren Dienste, für die Sie verantwortlich sind[runs>: {runs_list}].",
  identity:
    "Zu meiner Identifizierung nenne ich Ihnen Folgendes, das Sie bitte zu nichts anderem verwenden:\n{id_data}",
  deadline: "Das Gesetz verlangt Ihre Antwort innerhalb von {period}.",
  period: (amount, unit) =>
    unit === "months" && amount === 1
      ? "einem Monat nach Eingang"
      : `${amount} ${{ hours: "Stunden", days: "Tagen", months: "Monaten" }[unit]} nach Eingang`,
  reserve:
    "Sollten Sie innerhalb dieser Frist nicht antworten, behalte ich mir eine Beschwerde bei der zuständigen Behörde und rechtliche Schritte vor.",
  problems: {
    "no-answer": "Ich habe keine Antwort erhalten. Die Frist dafür endete am {due_date}.",
    partial: "Die Antwort vom {answer_date} ist unvollständig: {answer_note}",
    refused: "Der Antrag wurde am {answer_date} abgelehnt: {answer_note}",
    "id-demanded":
      "Am {answer_date} wurde ein Ausweis verlangt. Das ist nur bei begründeten Zweifeln an meiner Identität zulässig, die nicht dargelegt wurden; die von mir genannten Kennungen reichen aus, um meine Daten zu finden. {answer_note}",
    "extended-late":
      "Am {answer_date} wurde mehr Zeit beansprucht. Das ist nur zulässig, wenn es mit Gründen innerhalb der ersten Frist mitgeteilt wird; diese endete am {due_date}. {answer_note}",
  },
  evidence: {
    intro:
      "Mein Antrag stützt sich auf eine Aufzeichnung des Datenverkehrs meines eigenen Telefons[device> ({device})][period>, vom {from} bis {to} (UTC)]. Sie zeigt folgende Verbindungen zu Servern, die veröffentlichte Listen Ihnen zuordnen:",
    host: "- {host}: [one>1 Verbindung][several>{connections} Verbindungen][moment>, {first} (UTC)][times>, {first} bis {last} (UTC)][apps>, durch die App {apps}]. {facts}",
    clear: "Davon unverschlüsselt: {count}.",
    beforeChoice: "Davon vor jeder Entscheidung von mir über eine Einwilligung: {count}.",
    afterRefusal: "Davon nachdem ich die Einwilligung verweigert hatte: {count}.",
    data: "Im Inhalt waren zu sehen: {data}.",
    contactOnly: "Zu sehen war nur der Kontakt, nicht was gesendet wurde.",
    place: "Der Server steht nach {source} vom {date} in: {country}.",
    placeUnknown: "Wo der Server steht, lässt sich nicht sagen.",
    record: "Aufzeichnung: {file}, {bytes} Bytes, SHA-256 {sha256}",
    caution:
      "Die Aufzeichnung bewahre ich auf. Wo kein Inhalt genannt ist, behaupte ich den Kontakt und nichts darüber hinaus.",
    ask: "Bitte beantworten Sie mir für jeden dieser Server:",
    questions: [
      "(a) Welche personenbezogenen Daten haben Sie darüber erhalten, unter welchen Kennungen, seit wann und zu welchem Zweck?",
      "(b) Auf welcher Rechtsgrundlage{ground}? Falls Einwilligung: wann, wie und mit welchem Wortlaut habe ich sie erteilt?",
      "(c) Welchen Empfängern, jeweils mit Namen, wurden diese Daten offengelegt{recipients}?",
      "(d) Gelangen sie, auch durch Fernzugriff, in ein Drittland, und unter welchen Garantien{transfer}? Bitte fügen Sie eine Kopie davon bei.",
    ],
    security: "(e) Warum war ein Teil davon unverschlüsselt, und welche Maßnahmen schützen diese Daten{security}?",
    kinds: {
      advertisingId: "Werbe-ID",
      developerScopedId: "Android-ID",
      deviceId: "Kennung der Hardware",
      installationId: "Installations-ID",
      userId: "Nutzer-ID",
      otherIdentifier: "eine weitere Kennung",
      pushToken: "Push-Token",
      phoneNumber: "Telefonnummer",
      emailAddress: "E-Mail-Adresse",
      contact: "Kontakte",
      location: "Standort",
      installedApps: "Liste der installierten Apps",
      network: "Name des WLANs",
      viewedPage: "aufgerufene Seite oder Ansicht",
      appUsage: "Nutzung von Apps",
      health: "Gesundheitsdaten",
      deviceInfo: "Angaben über das Telefon",
      other: "andere Daten",
    },
    more: "- und {count} weitere Server, die in der Aufzeichnung stehen.",
  },
  addressUnknown: "Postanschrift zu ergänzen: siehe Impressum oder Datenschutzhinweise von {domain}",
  contact: "der oben genannten Anschrift",
};

/** `15(1)(c)` is cited as `15 Abs. 1 lit. c`. */
function paragraph(article: string): string {
  return article.replace(/\((\d+)\)/, " Abs. $1").replace(/\(([a-z])\)/, " lit. $1");
}
