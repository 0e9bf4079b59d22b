import { enumerated, type LetterWords } from "../letter-words.ts";

/** Letters in English. */
export const english: LetterWords = {
  locale: "en-GB",
  greeting: "To whom it may concern:",
  thanks: "Thank you in advance.",
  closing: "Yours sincerely,",
  laws: { EU: "GDPR", GB: "UK GDPR", CH: "Swiss Federal Act on Data Protection" },
  cite: (unit, articles) => {
    const prefix = { article: "Art.", section: articles.length > 1 ? "ss." : "s.", rule: "Rule" }[unit];
    return `${prefix} ${enumerated(articles, " and ")}`;
  },
  cited: (articles, law) => ` (${articles} ${law})`,
  comma: ", ",
  subjects: {
    access: "Request for access to my personal data ({article} {law})",
    erasure: "Request for erasure of my personal data ({article} {law})",
    objection: "Objection to the processing of my personal data ({article} {law})",
    withdrawal: "Withdrawal of consent ({article} {law})",
    portability: "Request to receive my personal data in a portable form ({article} {law})",
    restriction: "Request for restriction of processing ({article} {law})",
    rectification: "Request for rectification of my personal data ({article} {law})",
    reminder: "Reminder: my request of {request_date} under {article} {law}",
    complaint: "Complaint about {request_recipient} ({article} {law})",
  },
  bodies: {
    access: `Under {article} {law} I ask for access to the personal data that you process about me. Please confirm whether you process such data. If you do, please send me a copy of all of it, data under a pseudonym or an identifier of my device included, and tell me:
1. for which purposes they are processed;
2. which categories of data these are;
3. to whom they were or will be disclosed, each recipient by name;
4. how long they are kept, or by which criteria that is decided;
5. where they come from, as far as you did not collect them from me;
6. whether decisions are made by automated means, profiling included, by which logic and with which consequences for me;
7. to which other countries they are transferred, and under which safeguards, with a copy of these.`,
    erasure: `Under {article} {law} I ask you to erase without delay [erase_all>all personal data that you hold about me][erase_some>the following personal data about me:
{erasure_data}
]. As far as the processing rests on my consent, I withdraw it. Please pass this request on to everybody to whom you disclosed the data, tell me who that is, and confirm the erasure to me. If you refuse it in whole or in part, please give me your reasons.`,
    objection: `Under {article} {law} I object to the processing of personal data about me for analytics, profiling and advertising, direct marketing included.[has:objection_reason> My reasons, out of my particular situation: {objection_reason}] Please stop this processing for all identifiers that concern me or my device, and confirm that to me. If you hold that your grounds override mine, please name them, and restrict the processing until that is settled.`,
    withdrawal: `Under {article} {law} I withdraw, with effect from now on, any consent by which you process personal data about me, or store or read information on my device. If you hold that I gave such consent, please tell me when, how and with which wording I gave it. Please stop the processing that rests on it, erase the data for which there is no other legal ground, and confirm both to me.`,
    portability: `Under {article} {law} I ask you for the personal data about me that I have provided, the data observed by my use of your services or of apps on my device included, in a structured, commonly used and machine-readable format (JSON or CSV, for example), with an explanation of its fields.`,
    restriction: `Under {article} {law} I ask you to restrict the processing of personal data about me: to keep it and to process it in no other way. I contest that the processing is lawful, as the evidence below shows, and need the data to establish my claims. Please tell me before the restriction is lifted, and tell everybody to whom you disclosed the data.`,
    rectification: `Under {article} {law} I ask you to rectify or complete personal data about me that is not correct:
{rectification_data}
Please pass this on to everybody to whom you disclosed the data, tell me who that is, and confirm the rectification to me.`,
    reminder: `On {request_date} I sent you a request under {request_article} {law}. {problem}

Please answer it fully within two weeks after you receive this letter. Otherwise I reserve the right to complain to the supervisory authority and to take legal action.`,
    complaint: `I lodge a complaint under {article} {law}. On {request_date} I sent a request under {request_article} {law} to:
{request_recipient_address}

{problem}

Please examine the matter, have the controller comply with my request, and tell me the outcome. You can reach me at: {contact}`,
  },
  runs: "My request is also about [runs>the following companies and services, and ]any other service for which you are responsible[runs>: {runs_list}].",
  identity: "For identification I give you the following, which please use for nothing else:\n{id_data}",
  deadline: "The law asks you to answer within {period}.",
  period: (amount, unit) => (amount === 1 ? `one ${unit.slice(0, -1)} of receipt` : `${amount} ${unit} of receipt`),
  reserve:
    "If you do not answer within this time, I reserve the right to complain to the competent authority and to take legal action.",
  problems: {
    "no-answer": "I have received no answer. The time for it ended on {due_date}.",
    partial: "The answer of {answer_date} is not complete: {answer_note}",
    refused: "The request was refused on {answer_date}: {answer_note}",
    "id-demanded":
      "On {answer_date} a document of identity was demanded. That is allowed only where there is reasonable doubt about who I am, which was not shown; the identifiers that I gave single out my data. {answer_note}",
    "extended-late":
      "On {answer_date} more time was claimed, which the law allows only where it is told, with reasons, within the first period; that ended on {due_date}. {answer_note}",
  },
  evidence: {
    intro:
      "My request rests on a record of the traffic of my own phone[device> ({device})][period>, from {from} to {to} (UTC)]. It shows these connections to servers that published lists attribute to you:",
    host: "- {host}: [one>1 connection][several>{connections} connections][moment>, {first} (UTC)][times>, {first} to {last} (UTC)][apps>, by the app {apps}]. {facts}",
    clear: "Not encrypted: {count}.",
    beforeChoice: "Before I had made any choice about consent: {count}.",
    afterRefusal: "After I had refused consent: {count}.",
    data: "In the content were seen: {data}.",
    contactOnly: "Only the contact was seen, not what was sent.",
    place: "The server is in {country} by {source} of {date}.",
    placeUnknown: "Where the server is cannot be told.",
    record: "Record: {file}, {bytes} bytes, SHA-256 {sha256}",
    caution: "I keep the record. Where no content is named, I claim the contact and nothing beyond it.",
    ask: "For each of these servers, please answer:",
    questions: [
      "(a) Which personal data did you receive through it, under which identifiers, since when, and for which purpose?",
      "(b) On which legal ground{ground}? If on consent: when, how and with which wording did I give it?",
      "(c) To which recipients, each by name, were these data disclosed{recipients}?",
      "(d) Do they reach a third country, also by remote access, and under which safeguards{transfer}? Please attach a copy of these.",
    ],
    security: "(e) Why was part of it not encrypted, and which measures protect these data{security}?",
    kinds: {
      advertisingId: "advertising ID",
      developerScopedId: "Android ID",
      deviceId: "identifier of the hardware",
      installationId: "installation ID",
      userId: "user ID",
      otherIdentifier: "another identifier",
      pushToken: "push token",
      phoneNumber: "phone number",
      emailAddress: "e-mail address",
      contact: "contacts",
      location: "location",
      installedApps: "list of installed apps",
      network: "name of the Wi-Fi",
      viewedPage: "page or screen viewed",
      appUsage: "use of apps",
      health: "data about health",
      deviceInfo: "facts about the phone",
      other: "other data",
    },
    more: "- and {count} more servers, which the record lists.",
  },
  addressUnknown: "Postal address to be completed: see the imprint or the privacy notice at {domain}",
  contact: "the address above",
};
