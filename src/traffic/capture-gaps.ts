/** What a capture can hold and its reader cannot tell, in words for `TrafficRecord.unread`; some get an addition behind a colon. */
export const captureGaps = {
  cutPackets: "packets of which the capture kept only the beginning",
  unknownLink: "packets of a kind of network that is not known",
  notIp: "frames that hold no IP packet",
  brokenIp: "packets whose headers do not fit together",
  otherTransport: "packets that are neither TCP nor UDP",
  fragments: "datagrams of which parts are missing",
  tooMany: "packets of connections beyond those that are followed",
  memory: "times that memory did not suffice to keep what was sent",
  names: "names beyond those that are kept",
  encryptedDns: "connections to resolvers by encrypted DNS: the names asked for are not to be seen",
  ech: "connections with Encrypted ClientHello or what looks like it: the name seen may stand for another one",
  unnamed: "encrypted connections of which no name was seen",
  noHello: "encrypted connections whose beginning was not captured or could not be read",
  secrets: "sets of TLS keys in the file, which are not used",
  broken: "the reading ended before the end of the file",
} as const;
