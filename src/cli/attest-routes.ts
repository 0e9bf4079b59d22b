/** What `candor attest --route` may be. */
export const attestRouteChoices = ["both", "csr", "app_process"] as const;
