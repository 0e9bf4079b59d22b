import type { CheckTexts } from "../../check-texts.ts";

export const network: CheckTexts = {
  "active-vpn": {
    question: "¿Pasaba el tráfico por una VPN durante el análisis?",
    pass: "No había ninguna VPN conectada",
    fail: "Había una VPN conectada",
    why: "La app que hay detrás de una VPN ve cuándo habla el teléfono con qué servidor, y puede cambiar lo que no va cifrado. También funcionan así filtros y cortafuegos, sin enviar nada fuera.",
    advice: "Entérate de qué app es y quién la lleva. Si no la iniciaste tú, desconéctala y quita la app.",
    messages: {
      known: "{app} llevaba el tráfico por una VPN.",
      unknown: "Una app que el teléfono no nombra llevaba el tráfico por una VPN.",
    },
  },
  "always-on-vpn": {
    question: "¿Pasa todo el tráfico por una sola app?",
    pass: "No hay ninguna VPN puesta como siempre activa",
    fail: "Hay una VPN puesta como siempre activa",
    why: "Una VPN siempre activa ve cuándo habla el teléfono con qué servidor y se inicia sola. Eso protege si elegiste la app y confías en quien la lleva; si la puso otra persona, es una manera de vigilarte.",
    advice: "Déjala si la pusiste tú. Si no conoces la app, desactívala en Ajustes y mira quién la instaló.",
    messages: {
      set: "Todo el tráfico pasa por {app} para {user}.",
      gone: "Todo el tráfico debe pasar por {app} para {user}, pero no está en la lista de apps instaladas.",
    },
  },
  "app-cleartext": {
    question: "¿Exigen conexiones cifradas las reglas de cada app añadida?",
    pass: "Las reglas de cada app añadida exigen conexiones cifradas",
    fail: "Hay apps que permiten conexiones sin cifrar",
    why: "Quien esté en el camino, en la misma wifi o en la operadora, puede leer y cambiar lo que se envía sin cifrar. Las reglas dicen lo que Android deja hacer a la app, no lo que hace; los navegadores y reproductores lo permiten a propósito.",
    advice: "No uses estas apps para nada privado en una wifi ajena. Busca una versión más nueva.",
    messages: {
      one: "{app} permite conexiones sin cifrar.",
      together: "{count} apps permiten conexiones sin cifrar: {apps}.",
      imageOne: "{app}, que venía con el teléfono, permite conexiones sin cifrar.",
      imageTogether: "{count} apps que venían con el teléfono permiten conexiones sin cifrar: {apps}.",
    },
  },
  "bluetooth-scanning": {
    question: "¿Busca el teléfono dispositivos Bluetooth con el Bluetooth desactivado?",
    pass: "El teléfono no busca dispositivos Bluetooth con el Bluetooth desactivado",
    fail: "El teléfono busca dispositivos Bluetooth aunque el Bluetooth esté desactivado",
    why: "Las apps que pueden conocer el lugar lo saben por los dispositivos de alrededor, también cuando el Bluetooth parece apagado.",
    advice:
      "Desactiva la búsqueda por Bluetooth si apagas el Bluetooth para no ser visto. La ubicación en interiores será menos precisa.",
    messages: { on: "La búsqueda por Bluetooth está activada." },
  },
  "captive-portal": {
    question: "¿Está como venía la prueba de páginas de acceso?",
    pass: "La prueba de páginas de acceso está como venía",
    fail: "La prueba de páginas de acceso se cambió",
    why: "En cada red nueva el teléfono pregunta a un servidor si hay internet. Ese servidor ve la dirección de la red y la hora. Sin la prueba nadie lo ve, pero las páginas de acceso de hoteles y trenes no se abren solas.",
    advice:
      "Deja un cambio que hiciste a propósito. Si no, borra el ajuste para volver al servidor del propio teléfono.",
    messages: {
      off: "La prueba de páginas de acceso está desactivada (modo 0).",
      server: "La prueba de páginas de acceso pregunta a {server}.",
    },
  },
  "hosts-file": {
    question: "¿Envía el archivo hosts nombres a otro lugar?",
    pass: "El archivo hosts solo nombra al propio teléfono",
    fail: "El archivo hosts envía nombres a otro lugar",
    why: "El archivo hosts manda sobre el DNS en todo el teléfono. Está en la partición del sistema: una entrada ahí significa que el sistema se cambió. Los bloqueadores de teléfonos con root envían nombres a ninguna parte; los programas dañinos envían el nombre de un banco a su propio servidor.",
    advice:
      "Si no lo cambiaste tú, trata el sistema como modificado: guarda lo que necesites e instala el firmware del fabricante.",
    messages: {
      redirected: "Hay nombres enviados a otras direcciones ({count}), por ejemplo {name} a {address}.",
      blocked: "Hay nombres enviados a ninguna parte ({count}), como hacen los bloqueadores, por ejemplo {name}.",
    },
  },
  "http-proxy": {
    question: "¿Envía el teléfono su tráfico web por un proxy?",
    pass: "No hay un proxy puesto para todo el teléfono",
    fail: "Hay un proxy puesto para todo el teléfono",
    why: "Un proxy ve a qué servidores se pregunta y todo lo que no va cifrado; junto con una autoridad de certificación añadida, lee lo demás.",
    advice:
      "Si no lo pusisteis tú ni tu empresa, quítalo. Los proxys de redes wifi concretas no se ven aquí: mira los detalles de la red.",
    messages: { set: "El tráfico web pasa por {proxy}." },
  },
  "private-dns": {
    question: "¿Se ocultan a la red local los nombres de los servidores que piden las apps?",
    pass: "El DNS privado no está desactivado",
    fail: "El DNS privado está desactivado",
    why: "Antes de llegar a un servidor, una app pregunta su dirección por el nombre. A la vista, el dueño de la wifi y todos los del camino ven qué sitios y servicios se usan, y pueden responder en falso.",
    advice:
      "Pon el DNS privado en automático o en un proveedor en el que confíes. Una VPN que responda ella misma al DNS sirve para lo mismo.",
    messages: { off: "Las preguntas de DNS salen sin cifrar en todas las redes." },
  },
  "public-networks": {
    question: "¿Se valoran redes wifi públicas y se le sugieren al teléfono?",
    pass: "Las redes wifi públicas ni se valoran ni se sugieren",
    fail: "Las redes wifi públicas se valoran, y el teléfono puede sugerirlas o conectarse a ellas",
    why: "Un servicio de fuera del teléfono dice qué redes abiertas son buenas, y el teléfono las ofrece o se conecta. Quien tiene una red así ve adónde se conectan sus visitantes.",
    advice: "Desactívalo en las preferencias de wifi y elige tú las redes ajenas.",
    messages: {
      on: "Un servicio valora para el teléfono las redes wifi públicas, y este puede sugerirlas o conectarse a ellas.",
    },
  },
  "user-ca-certificates": {
    question: "¿Se añadió una autoridad de certificación que pueda avalar cualquier sitio web?",
    pass: "No se añadió ninguna autoridad de certificación",
    fail: "Se añadió una autoridad de certificación",
    why: "Quien tenga la clave de una autoridad añadida puede hacerse pasar por cualquier sitio web ante los navegadores y las apps que confíen en ella, y leer lo que se envía. Las añaden empresas, filtros, herramientas de depuración y espías.",
    advice: "Quita toda autoridad que no añadisteis a propósito tú, tu empresa o tu centro de estudios.",
    messages: {
      added: "Autoridades de certificación añadidas para {user}: {count}.",
      noticed: "Android muestra un aviso de que se añadieron autoridades de certificación para {user}.",
    },
  },
  "vpn-apps": {
    question: "¿Puede una app añadida actuar como VPN?",
    pass: "Ninguna app añadida puede actuar como VPN",
    fail: "Una app añadida puede actuar como VPN",
    why: "Una vez permitida, una app así puede iniciarse sin preguntar, ve a qué servidores se llama y puede enviar el tráfico a cualquier parte.",
    advice: "Olvida las VPN que no uses; deja aquellas en cuyo autor confíes.",
    messages: { holds: "{app} puede actuar como VPN." },
  },
  "vpn-lockdown": {
    question: "¿Puede pasar tráfico fuera de la VPN siempre activa?",
    pass: "Sin la VPN no pasa tráfico",
    fail: "Puede pasar tráfico fuera de la VPN siempre activa",
    why: "Mientras la VPN se inicia, se actualiza o falla, las apps llegan a la red directamente, salvo que se bloqueen las conexiones sin ella.",
    advice: "Si dependes de la VPN, activa «Bloquear conexiones sin VPN».",
    messages: { open: "Las conexiones sin {app} no están bloqueadas para {user}." },
  },
  "wifi-scanning": {
    question: "¿Busca el teléfono redes wifi con la wifi desactivada?",
    pass: "El teléfono no busca redes wifi con la wifi desactivada",
    fail: "El teléfono busca redes wifi aunque la wifi esté desactivada",
    why: "Las apps que pueden conocer el lugar lo saben por los dispositivos de alrededor, también cuando la wifi parece apagada.",
    advice:
      "Desactiva la búsqueda de redes wifi si apagas la wifi para no ser visto. La ubicación en interiores será menos precisa.",
    messages: { on: "La búsqueda de redes wifi está activada." },
  },
};
