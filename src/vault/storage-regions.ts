/** A service that names its regions in the hosts of its S3 endpoints, and says publicly in which country each lies. */
export interface StorageService {
  readonly operator: string;
  /** Where the operator says so. */
  readonly source: string;
  /** The hosts of its endpoints, whole, with * for the region: below the same names lie machines that customers run. */
  readonly endpoints: readonly string[];
  /** Hosts that serve all regions. */
  readonly everywhere?: readonly string[];
  /** Region → country (ISO 3166-1 alpha-2), or "EU" for what the operator keeps within the Union without naming a country. */
  readonly regions: Readonly<Record<string, string>>;
}

/** What an endpoint says of itself by its name. */
export interface EndpointRegion {
  readonly service: StorageService;
  /** Null for an endpoint that serves all regions. */
  readonly region: string | null;
}

/** The service behind an endpoint's host; null for one that is not known. Names are only proof over TLS. */
export function endpointRegion(host: string): EndpointRegion | null {
  // Cloudflare puts the account's number first.
  const name = host.toLowerCase().replace(/^[0-9a-f]{32}\.(?=(?:eu\.)?r2\.)/, "");
  for (const service of services) {
    if (service.everywhere?.includes(name)) return { service, region: null };
    for (const region of Object.keys(service.regions))
      if (service.endpoints.some((endpoint) => endpoint.replace("*", region) === name)) return { service, region };
  }
  return null;
}

/** The country of a region of a service; null for one that is not known. Some services answer in capitals. */
export function regionCountry(service: StorageService, region: string): string | null {
  const name = region.toLowerCase();
  return Object.hasOwn(service.regions, name) ? (service.regions[name] ?? null) : null;
}

const services: readonly StorageService[] = [
  {
    operator: "Amazon",
    source: "https://docs.aws.amazon.com/general/latest/gr/s3.html",
    endpoints: ["s3.*.amazonaws.com", "s3-*.amazonaws.com", "s3.dualstack.*.amazonaws.com"],
    everywhere: ["s3.amazonaws.com"],
    regions: {
      ...{
        "us-east-1": "US",
        "us-east-2": "US",
        "us-west-1": "US",
        "us-west-2": "US",
        "ca-central-1": "CA",
        "ca-west-1": "CA",
      },
      ...{ "eu-central-1": "DE", "eu-central-2": "CH", "eu-west-1": "IE", "eu-west-2": "GB", "eu-west-3": "FR" },
      ...{ "eu-north-1": "SE", "eu-south-1": "IT", "eu-south-2": "ES", "il-central-1": "IL", "me-south-1": "BH" },
      ...{ "me-central-1": "AE", "af-south-1": "ZA", "sa-east-1": "BR", "mx-central-1": "MX", "ap-east-1": "HK" },
      ...{
        "ap-south-1": "IN",
        "ap-south-2": "IN",
        "ap-northeast-1": "JP",
        "ap-northeast-2": "KR",
        "ap-northeast-3": "JP",
      },
      ...{ "ap-southeast-1": "SG", "ap-southeast-2": "AU", "ap-southeast-3": "ID", "ap-southeast-4": "AU" },
      ...{ "ap-southeast-5": "MY", "ap-southeast-7": "TH" },
    },
  },
  {
    operator: "Google",
    source: "https://cloud.google.com/storage/docs/locations",
    endpoints: [],
    everywhere: ["storage.googleapis.com"],
    regions: {
      ...{
        eu: "EU",
        us: "US",
        "europe-central2": "PL",
        "europe-north1": "FI",
        "europe-north2": "SE",
        "europe-southwest1": "ES",
      },
      ...{
        "europe-west1": "BE",
        "europe-west2": "GB",
        "europe-west3": "DE",
        "europe-west4": "NL",
        "europe-west6": "CH",
      },
      ...{ "europe-west8": "IT", "europe-west9": "FR", "europe-west10": "DE", "europe-west12": "IT" },
      ...{
        "us-central1": "US",
        "us-east1": "US",
        "us-east4": "US",
        "us-east5": "US",
        "us-south1": "US",
        "us-west1": "US",
      },
      ...{
        "us-west2": "US",
        "us-west3": "US",
        "us-west4": "US",
        "northamerica-northeast1": "CA",
        "northamerica-northeast2": "CA",
      },
    },
  },
  {
    operator: "Scaleway",
    source: "https://www.scaleway.com/en/docs/object-storage/",
    endpoints: ["s3.*.scw.cloud"],
    regions: { "fr-par": "FR", "nl-ams": "NL", "pl-waw": "PL", "it-mil": "IT" },
  },
  {
    operator: "Hetzner",
    source: "https://docs.hetzner.com/storage/object-storage/overview/",
    endpoints: ["*.your-objectstorage.com"],
    regions: { fsn1: "DE", nbg1: "DE", hel1: "FI" },
  },
  {
    operator: "OVHcloud",
    source: "https://github.com/ovh/docs",
    endpoints: ["s3.*.io.cloud.ovh.net", "s3.*.perf.cloud.ovh.net"],
    regions: { gra: "FR", rbx: "FR", sbg: "FR", "eu-west-par": "FR", de: "DE", waw: "PL", uk: "GB", bhs: "CA" },
  },
  {
    operator: "Exoscale",
    source: "https://community.exoscale.com/product/storage/object-storage/",
    endpoints: ["sos-*.exo.io"],
    regions: {
      ...{ "ch-gva-2": "CH", "ch-dk-2": "CH", "de-fra-1": "DE", "de-muc-1": "DE", "at-vie-1": "AT", "at-vie-2": "AT" },
      ...{ "bg-sof-1": "BG", "hr-zag-1": "HR" },
    },
  },
  {
    operator: "Backblaze",
    source: "https://www.backblaze.com/docs/cloud-storage-data-regions",
    endpoints: ["s3.*.backblazeb2.com"],
    regions: {
      ...{ "us-west-000": "US", "us-west-001": "US", "us-west-002": "US", "us-west-004": "US", "us-east-005": "US" },
      ...{ "eu-central-003": "NL", "ca-east-006": "CA" },
    },
  },
  {
    operator: "Cloudflare",
    source: "https://developers.cloudflare.com/r2/reference/data-location/",
    endpoints: ["*.r2.cloudflarestorage.com"],
    everywhere: ["r2.cloudflarestorage.com"],
    regions: { eu: "EU" },
  },
];
