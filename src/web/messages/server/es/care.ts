import type { Phrases } from "../../check-texts.ts";

/** What the care of a vault says: snapshots that go, room that is freed, and its keys. */
export const care: Phrases = {
  "The snapshot {value} is there still: its place did not remove it.":
    "La instantánea {value} sigue ahí: su lugar no la quitó.",
  "Look at the list again.": "Vuelve a mirar la lista.",
  "The snapshots of the vault have changed since they were shown; nothing was removed.":
    "Las instantáneas de la bóveda han cambiado desde que se mostraron; no se quitó nada.",
  "Look at the list again and agree to it.": "Vuelve a mirar la lista y acéptala.",
  "Candor is locked: whether files that were deleted on a phone are in one of these is not known.":
    "Candor está bloqueado: no se sabe si en alguna de ellas hay archivos que se borraron de un teléfono.",
  "A number of snapshots to keep is not one.": "Un número de instantáneas que se conservan no es un número.",
  "This would keep no snapshot at all.": "Así no quedaría ninguna instantánea.",
  "Say what to keep: --keep-last 10, for example.": "Di qué se conserva: --keep-last 10, por ejemplo.",
  "Something that a snapshot needs is missing; nothing was removed.":
    "Falta algo que una instantánea necesita; no se quitó nada.",
  "This is another vault than the one that is open.": "Es otra bóveda que la que está abierta.",
  "The recovery key opened the vault, and would be replaced by this.":
    "La bóveda se abrió con la clave de recuperación, y esto la reemplazaría.",
  "Add a passphrase instead, and remove the one that is lost.":
    "Añade mejor una frase de acceso y quita la que se ha perdido.",
  "There is no such key any more.": "Esa clave ya no existe.",
  "The vault has {n} keys: neither Candor nor restic would try another one.":
    "La bóveda tiene {n} claves: ni Candor ni restic probarían otra más.",
  "Remove one first.": "Quita antes una.",
  "The key that opened the vault is gone from its place, or damaged: this may be the last that opens it.":
    "La clave que abrió la bóveda ya no está en su lugar, o está dañada: esta puede ser la última que la abre.",
  "Lock the vault and open it with the passphrase that is left.":
    "Bloquea la bóveda y ábrela con la frase de acceso que queda.",
};
