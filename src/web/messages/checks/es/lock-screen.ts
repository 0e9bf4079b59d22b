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
  "app-pinning": {
    question: "¿Se queda en la app fijada quien tiene el teléfono en la mano?",
    pass: "La fijación de apps está desactivada, o pide el PIN antes de salir",
    fail: "De una app fijada se puede salir sin el PIN",
    why: "Una app se fija para prestar el teléfono a alguien. Sin el PIN bastan dos botones para salir de ella, y todo queda abierto.",
    advice: "Haz que la fijación de apps pida el PIN, o desactívala.",
    messages: { set: "De una app fijada se puede salir sin el PIN de {user}." },
  },
  "lock-delay": {
    question: "¿Se bloquea el teléfono en cuanto se apaga la pantalla?",
    pass: "El teléfono se bloquea en cuanto se apaga la pantalla",
    fail: "El teléfono sigue abierto un rato después de apagarse la pantalla",
    why: "Una pantalla oscura parece bloqueada. Quien despierte el teléfono dentro de ese plazo está dentro.",
    advice:
      "Haz que el teléfono se bloquee de inmediato, y también con el botón de encendido, en los ajustes del bloqueo de pantalla.",
    messages: {
      later: "El teléfono se bloquea para {user} {n} segundos después de apagarse la pantalla.",
      powerKey: "El botón de encendido no bloquea el teléfono para {user}.",
    },
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
  "pattern-visible": {
    question: "¿Se ve el trazo del patrón que desbloquea el teléfono?",
    pass: "El trazo del patrón no se ve",
    fail: "El trazo del patrón se ve",
    why: "La línea en la pantalla enseña la entrada a todo el que esté mirando.",
    advice: "Oculta el trazo del patrón en los ajustes del bloqueo de pantalla; mejor aún, usa un PIN de seis cifras.",
    messages: { set: "El trazo del patrón se ve para {user}." },
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
  "screen-timeout": {
    question: "¿Se apaga la pantalla como mucho al cabo de un minuto?",
    pass: "La pantalla se apaga como mucho al cabo de un minuto",
    fail: "La pantalla sigue encendida más de un minuto",
    why: "Un teléfono que se deja en una mesa sigue abierto mientras su pantalla está encendida.",
    advice: "Elige un minuto o menos en Ajustes > Pantalla > Tiempo de espera de la pantalla.",
    messages: {
      long: "La pantalla se apaga para {user} al cabo de {n} minutos.",
      never: "La pantalla se apaga para {user} al cabo de más de una hora, o nunca.",
    },
  },
  "show-passwords": {
    question: "¿Se muestran las contraseñas mientras se escriben?",
    pass: "Las contraseñas no se muestran mientras se escriben",
    fail: "Las contraseñas se muestran mientras se escriben",
    why: "Cada letra se ve un momento: quien mire por encima del hombro, o tenga una grabación de la pantalla, la lee también.",
    advice: "Desactívalo, salvo que lo necesites para escribir sin errores.",
    messages: { set: "Lo que se escribe como contraseña se muestra letra a letra para {user}." },
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
