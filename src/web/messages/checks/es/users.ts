import type { CheckTexts } from "../../check-texts.ts";

export const users: CheckTexts = {
  "dual-apps": {
    question: "¿Hay segundas copias de apps (apps duales)?",
    pass: "No hay segundas copias de apps",
    fail: "Hay segundas copias de apps",
    why: "Una copia tiene su propia cuenta y sus propios permisos: lo que se quitó a una app puede seguir permitido a su copia.",
    advice:
      "Está bien si las hiciste tú. Una copia de mensajería que no hiciste puede llevarse tus mensajes a otra parte.",
    messages: {
      user: "El usuario {user} ({name}) contiene segundas copias de apps.",
      on: "Las apps duales están activadas.",
    },
  },
  "guest-user": {
    question: "¿Hay un usuario invitado?",
    pass: "No hay usuario invitado",
    fail: "Hay un usuario invitado",
    why: "Un invitado puede usar el teléfono sin el PIN del dueño, pero no los datos del dueño.",
    advice: "Quita al invitado cuando termine la visita.",
    messages: { user: "El usuario {user} ({name}) es un invitado." },
  },
  "other-users": {
    question: "¿Hay otro usuario corriente en el teléfono?",
    pass: "No hay otro usuario corriente en el teléfono",
    fail: "Hay otro usuario corriente en el teléfono",
    why: "Otro usuario tiene sus propias apps y datos, que desde este no se ven.",
    advice: "Quita los usuarios que no conozcas.",
    messages: { user: "El usuario {user} ({name}) está en el teléfono además del propietario." },
  },
  "private-space": {
    question: "¿Hay un espacio privado o una carpeta segura?",
    pass: "No hay espacio privado",
    fail: "Hay un espacio privado",
    why: "Un espacio privado esconde apps y sus datos tras un bloqueo propio. Este análisis ve poco de lo que contiene.",
    advice: "Está bien si lo hiciste tú. Si no, otra persona usa este teléfono.",
    messages: { user: "El usuario {user} ({name}) es un espacio privado o una carpeta segura." },
  },
  "second-space": {
    question: "¿Hay un segundo espacio (Xiaomi)?",
    pass: "No hay segundo espacio",
    fail: "Hay un segundo espacio",
    why: "El segundo espacio es un teléfono dentro del teléfono, con apps y datos propios, tras otro PIN. Lo que contiene no se ve desde el primero.",
    advice: "Está bien si lo hiciste tú. Si no, otra persona usa este teléfono.",
    messages: { user: "El usuario {user} ({name}) es un segundo espacio." },
  },
  "work-profile": {
    question: "¿Hay un perfil de trabajo?",
    pass: "No hay perfil de trabajo",
    fail: "Hay un perfil de trabajo",
    why: "Quien administra un perfil de trabajo dispone de las apps y los datos que contiene, y puede ver qué apps hay.",
    advice: "Está bien si tu empresa lo configuró contigo. Si no, averigua qué app lo hizo.",
    messages: { user: "El usuario {user} ({name}) es un perfil de trabajo." },
  },
};
