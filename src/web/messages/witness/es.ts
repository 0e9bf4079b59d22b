import type { witnessEn } from "./en.ts";

/** Signed states of the journal that lie in vaults, in Spanish. */
export const witnessEs: Readonly<Record<keyof typeof witnessEn, string>> = {
  "witness.title": "Guardado en bóvedas",
  "witness.last": "{count} {count|entrada|entradas}, guardado {time}",
  "witness.compare": "Comparar",
  "witness.compareWith": "Comparar con {name}",
  "witness.keep": "Guardar el último estado firmado en una bóveda cada vez que metas algo en ella",
  "witness.locked": "Desbloquea Candor para ver qué bóvedas tienen un estado firmado.",
  "witness.off": "Esto está desactivado.",
  "witness.noKey": "Firma el estado una vez: desde entonces cada bóveda recibe el último por sí sola.",
  "witness.none": "Ninguna bóveda tiene uno todavía: lo recibe cuando metas algo en ella.",
};
