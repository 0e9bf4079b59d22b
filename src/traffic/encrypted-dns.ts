/** Names of public resolvers that answer over HTTPS; each operator's own page names them. */
const resolvers: ReadonlySet<string> = new Set([
  "chrome.cloudflare-dns.com",
  "cloudflare-dns.com",
  "dns.adguard-dns.com",
  "dns.adguard.com",
  "dns.alidns.com",
  "dns.cloudflare.com",
  "dns.google",
  "dns.mullvad.net",
  "dns.nextdns.io",
  "dns.quad9.net",
  "dns10.quad9.net",
  "dns11.quad9.net",
  "dns9.quad9.net",
  "dns64.dns.google",
  "doh.cleanbrowsing.org",
  "doh.opendns.com",
  "doh.pub",
  "family.adguard-dns.com",
  "family.cloudflare-dns.com",
  "firefox.dns.nextdns.io",
  "freedns.controld.com",
  "mozilla.cloudflare-dns.com",
  "one.one.one.one",
  "security.cloudflare-dns.com",
  "unfiltered.adguard-dns.com",
]);

/** Whether a connection carries DNS that is not to be read: DNS over TLS (RFC 7858), QUIC (RFC 9250), or HTTPS to a resolver known for it. */
export function isEncryptedDns(port: number | null, host: string | null, alpn: readonly string[]): boolean {
  return port === 853 || alpn.includes("doq") || alpn.includes("dot") || (host !== null && resolvers.has(host));
}
