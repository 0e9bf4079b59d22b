/** Signed states of the journal that lie in vaults. */
export const witnessEn = {
  "witness.title": "Kept in vaults",
  "witness.last": "{count} {count|entry|entries}, kept {time}",
  "witness.compare": "Compare",
  "witness.compareWith": "Compare with {name}",
  "witness.keep": "Keep the newest signed state in a vault whenever something is put into it",
  "witness.locked": "Unlock Candor to see which vaults hold a signed state.",
  "witness.off": "This is switched off.",
  "witness.noKey": "Sign the state once: from then on each vault gets the newest one by itself.",
  "witness.none": "No vault holds one yet: it gets one when something is put into it.",
} as const;
