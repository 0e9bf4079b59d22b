import { trafficEn } from "./en.ts";

/** The view of traffic. */
export const trafficZh: Readonly<Record<keyof typeof trafficEn, string>> = trafficEn;
