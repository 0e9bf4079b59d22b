/** What the faces show of traffic: its shapes, the regions, and the words for countries and kinds of data. */
export type { LawRegion } from "../feeds/privacy-laws.ts";
export { lawRegions } from "../feeds/privacy-laws.ts";
export type { Change, Side, TrafficComparison, TrafficDifference } from "../traffic/compare-traffic.ts";
export { compareTraffic } from "../traffic/compare-traffic.ts";
export type { TrafficMark } from "../traffic/marks.ts";
export { countryName, kindWords } from "../traffic/rule-words.ts";
export type {
  AppTraffic,
  CompanyTraffic,
  CountryLaw,
  CountryTraffic,
  ReportFlow,
  StandingKind,
  TrafficFinding,
  TrafficReport,
} from "../traffic/traffic-report.ts";
