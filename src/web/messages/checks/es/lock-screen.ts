import type { CheckTexts } from "../../check-texts.ts";

export const lockScreen: CheckTexts = {
  "add-users-when-locked": {
    question: "¿Puede alguien añadir usuarios con el teléfono bloqueado?",
    pass: "No se pueden añadir usuarios desde la pantalla de bloqueo",
    fail: "Se pueden añadir usuarios desde la pantalla de bloqueo",
    why: "Quien tenga el teléfono bloqueado podría crearse un usuario, instalar apps en él y llenar el almacenamiento.",
    advice:
      "Desactiva «Añadir usuarios desde la pantalla de bloqueo» en Ajustes > Sistema > Varios usuarios (en Xiaomi: Ajustes adicionales).",
    messages: { allowed: "Se pueden añadir usuarios desde la pantalla de bloqueo." },
  },
  "lock-screen-controls": {
    question: "¿Ofrece el teléfono bloqueado la cartera o el control de dispositivos?",
    pass: "Ningún interruptor deja que el teléfono bloqueado ofrezca la cartera o el control de dispositivos",
    fail: "El teléfono bloqueado ofrece la cartera o el control de dispositivos",
    why: "Lo que se ofrece en la pantalla de bloqueo se ofrece a cualquiera que tenga el teléfono: tarjetas y pases, cámaras, luces y puertas.",
    advice: "Desactívalo en Ajustes > Pantalla > Pantalla de bloqueo, salvo que lo uses a menudo.",
    messages: { shown: "El teléfono bloqueado puede mostrar, para {user}: {what}." },
  },
  "lock-screen-disabled": {
    question: "¿Hay pantalla de bloqueo?",
    pass: "La pantalla de bloqueo no está desactivada",
    fail: "La pantalla de bloqueo está desactivada",
    why: "Sin pantalla de bloqueo, el teléfono se abre con solo pulsar el botón de encendido.",
    advice: "Pon un PIN o una contraseña en Ajustes > Pantalla de bloqueo.",
    messages: { off: "La pantalla de bloqueo del usuario {user} está desactivada." },
  },
  "lock-screen-private-notifications": {
    question: "¿Pueden otros leer las notificaciones en la pantalla de bloqueo?",
    pass: "La pantalla de bloqueo no muestra lo que dicen las notificaciones",
    fail: "La pantalla de bloqueo muestra lo que dicen las notificaciones",
    why: "Quien vea el teléfono bloqueado puede leer los mensajes y los códigos de un solo uso que abren cuentas de banco y de correo.",
    advice: "Oculta el contenido sensible en Ajustes > Notificaciones > Pantalla de bloqueo.",
    messages: { shown: "Las notificaciones para {user} se muestran completas en la pantalla de bloqueo." },
  },
  "screen-lock-set": {
    question: "¿Está el teléfono bloqueado con PIN, patrón o contraseña?",
    pass: "Hay un PIN, un patrón o una contraseña",
    fail: "El teléfono no está bloqueado con PIN, patrón ni contraseña",
    why: "De este bloqueo dependen las claves del cifrado. Sin él, quien tenga el teléfono puede leer todo lo que contiene.",
    advice:
      "Pon un PIN de seis cifras o más, o una contraseña, en Ajustes > Pantalla de bloqueo. Hazlo en el propio teléfono.",
    messages: { none: "El usuario {user} no tiene PIN, patrón ni contraseña." },
  },
  "screen-lock-type": {
    question: "¿Es el bloqueo difícil de observar y de adivinar?",
    pass: "El bloqueo es un PIN o una contraseña",
    fail: "El bloqueo es un patrón",
    why: "Los patrones se ven fácilmente de lejos y dejan marcas en el cristal; además, la gente elige entre unos pocos.",
    advice: "Cámbialo por un PIN de seis cifras o más, o por una contraseña, en Ajustes > Pantalla de bloqueo.",
    messages: { pattern: "El usuario {user} desbloquea el teléfono con un patrón." },
  },
  "trust-agents": {
    question: "¿Puede una app mantener el teléfono desbloqueado?",
    pass: "Ninguna app puede mantener el teléfono desbloqueado",
    fail: "Una app puede mantener el teléfono desbloqueado",
    why: "Un agente de confianza puede dejar el teléfono abierto sin PIN: mientras se lleva encima, cerca de un reloj o en casa. Quien lo arranque de la mano se lleva un teléfono abierto.",
    advice:
      "Desactiva los agentes que no uses en Ajustes > Seguridad > Más ajustes de seguridad > Agentes de confianza.",
    messages: {
      enabled: "{package} puede mantener el teléfono desbloqueado para el usuario {user}.",
      trusting: "{package} mantiene ahora mismo el teléfono desbloqueado para el usuario {user}.",
    },
  },
};
