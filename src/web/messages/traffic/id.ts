import { trafficEn } from "./en.ts";

/** The view of traffic. */
export const trafficId: Readonly<Record<keyof typeof trafficEn, string>> = trafficEn;
