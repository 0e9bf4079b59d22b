import { trafficEn } from "./en.ts";

/** The view of traffic. */
export const trafficEs: Readonly<Record<keyof typeof trafficEn, string>> = trafficEn;
