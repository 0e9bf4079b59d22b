import type { CheckTexts } from "../../check-texts.ts";

export const boot: CheckTexts = {
  "adb-secure": {
    question: "¿Pregunta el teléfono antes de dejar que un ordenador lo depure?",
    pass: "Un ordenador necesita permiso antes de depurar y empieza sin derechos de root",
    fail: "Cualquier ordenador puede depurar el teléfono, o la depuración empieza con derechos de root",
    why: "Un teléfono de tienda pregunta antes de que un ordenador lo depure y nunca le da derechos de root. Sin eso, un punto de carga puede leerlo todo.",
    advice:
      "Haz instalar el sistema original del fabricante. Hasta entonces, deja desactivada la depuración USB y conecta el teléfono solo a tus propios cargadores.",
    messages: {
      noQuestion: "El teléfono deja que cualquier ordenador lo depure sin preguntar (ro.adb.secure es 0).",
      root: "La depuración funciona con derechos de root (ro.secure es 0).",
    },
  },
  "attestation-agrees": {
    question: "¿Responde el hardware del teléfono de lo que el sistema dice de su arranque?",
    pass: "El hardware del teléfono responde de un arranque bloqueado y verificado, y el sistema dice lo mismo",
    fail: "El hardware del teléfono no responde de lo que el sistema dice de su arranque",
    why: "Un sistema alterado puede decir de sí mismo lo que quiera. Lo que firma el hardware del teléfono no puede falsificarlo.",
    advice:
      "No te fíes de lo que el teléfono dice de su gestor de arranque, su versión y sus actualizaciones. Si no cambiaste tú el sistema, haz instalar el original.",
    messages: {
      lock: "El sistema dice {property} = {said}; el hardware dice {hardware}.",
      state: "El sistema dice {property} = {said}; el hardware dice {hardware}.",
      "os-level": "El sistema dice que su nivel de seguridad es {said}; el hardware dice {hardware}.",
      "vendor-level":
        "El sistema dice que el nivel de las partes del fabricante es {said}; el hardware dice {hardware}.",
      "boot-hash": "El sistema que funciona tiene otro resumen que el que verificó el hardware.",
      unlocked: "El propio hardware dice que el gestor de arranque está desbloqueado.",
      "own-key":
        "El hardware dice que el sistema se verificó con una clave del propietario y no con la del fabricante.",
      signature: "Hay una firma incorrecta en lo que el teléfono dio como palabra de su hardware.",
      challenge:
        "Lo que el teléfono dio como palabra de su hardware se hizo para otra pregunta: se mostró algo antiguo o ajeno.",
      revoked: "Google retiró la clave que responde: se filtró, o su hardware es defectuoso.",
      extended: "Se añadieron certificados por debajo de los del hardware; eso puede hacerlo una app.",
      identity:
        "Respondió otra clave que cuando se preguntó a este teléfono por primera vez, el {day}: otro teléfono, u otra placa base.",
      "boot-key":
        "El sistema se verifica con otra clave que cuando se preguntó a este teléfono por primera vez, el {day}.",
      older: "Un nivel que indica el hardware ha retrocedido desde el {day}.",
      silent:
        "El hardware respondió el {day} y no dio respuesta cuando se le preguntó de nuevo el {later}. Puede deberse a una actualización, a un servicio desactivado o a algo que oculta lo que es el teléfono.",
    },
  },
  "boot-properties-consistent": {
    question: "¿Concuerda lo que el teléfono dice sobre su arranque?",
    pass: "Lo que el teléfono dice sobre su arranque no se contradice",
    fail: "Lo que el teléfono dice sobre su arranque se contradice",
    why: "Las herramientas de root reescriben lo que el teléfono dice de sí mismo para que parezca intacto. Rara vez lo reescriben todo, y entonces las respuestas no encajan.",
    advice:
      "No te fíes de las demás respuestas del teléfono sobre su gestor de arranque y su compilación. Si no cambiaste tú el sistema, haz instalar el original.",
    messages: {
      lock: "El teléfono informa a la vez de un arranque verificado del todo y de un gestor de arranque desbloqueado, o de bloqueado y desbloqueado a la vez.",
      kernel: "La propiedad {name} es «{said}», pero el gestor de arranque dijo al núcleo «{told}».",
      fingerprint: "La huella del sistema indica {field} «{named}», y el propio sistema dice «{said}».",
      missing: "Faltan propiedades que todo MIUI o HyperOS oficial de esta época informa: {names}.",
    },
  },
  "bootloader-locked": {
    question: "¿Está bloqueado el gestor de arranque (bootloader)?",
    pass: "El teléfono informa de que su gestor de arranque está bloqueado",
    fail: "El gestor de arranque está desbloqueado",
    why: "Con el gestor de arranque desbloqueado, cualquiera que tenga el teléfono unos minutos puede instalar un Android modificado que lo lea todo tras el siguiente desbloqueo.",
    advice:
      "Bloquearlo borra el teléfono y puede dejarlo inservible si se cambió el sistema. Haz una copia, instala primero el sistema original del fabricante y luego bloquea el gestor de arranque, o encárgalo al servicio técnico del fabricante.",
    messages: { unlocked: "El teléfono informa de que su gestor de arranque está desbloqueado." },
  },
  "build-keys": {
    question: "¿Está firmado el sistema con claves privadas?",
    pass: "El sistema dice que está firmado con claves de publicación",
    fail: "El sistema dice que está firmado con claves que no son secretas",
    why: "Las claves de prueba de Android son públicas. En un sistema firmado con ellas, cualquiera puede crear una app que cuente como parte del sistema.",
    advice:
      "Instala el sistema original del fabricante, o una versión del sistema que usas que sus autores firmen con sus propias claves.",
    messages: {
      test: "El sistema está marcado como firmado con claves de prueba públicas.",
      dev: "El sistema está marcado como firmado con claves de desarrollo.",
    },
  },
  "build-type": {
    question: "¿Es un sistema para clientes o para desarrolladores?",
    pass: "El sistema es una versión para clientes",
    fail: "El sistema es una versión para desarrolladores",
    why: "Las versiones para desarrolladores dejan que un ordenador conectado obtenga root y desactive protecciones. Los teléfonos de tienda no las llevan.",
    advice:
      "Instala el sistema del fabricante para clientes, salvo que uses un sistema propio a propósito y sepas lo que abre.",
    messages: {
      userdebug: "El sistema es una versión «userdebug»: un ordenador con acceso de depuración puede obtener root.",
      eng: "El sistema es una versión «eng», hecha para trabajar en el propio Android.",
    },
  },
  "debuggable-build": {
    question: "¿Se pueden depurar solo las apps que lo piden?",
    pass: "Solo se pueden depurar las apps que lo piden",
    fail: "Se puede depurar cualquier app",
    why: "Con esta propiedad activada, un ordenador conectado puede mirar en la memoria de cualquier app, con sus contraseñas y mensajes.",
    advice:
      "Haz instalar el sistema original del fabricante. En un teléfono de tienda esta propiedad nunca está activada; puede haberla puesto una herramienta de root.",
    messages: {
      on: "La propiedad ro.debuggable está activada.",
      user: "La propiedad ro.debuggable está activada, aunque el sistema se presenta como versión para clientes: alguien cambió una de las dos cosas.",
    },
  },
  "dm-verity": {
    question: "¿Se comprueba el sistema mientras se lee?",
    pass: "El teléfono informa de que comprueba su sistema al leerlo",
    fail: "El teléfono no comprueba del todo su sistema al leerlo",
    why: "dm-verity compara cada bloque del sistema con lo que firmó el fabricante. Si está desactivado, los archivos del sistema modificados pasan inadvertidos.",
    advice:
      "Haz reinstalar el sistema original del fabricante. Un aviso de daños al encender es motivo para hacerlo pronto.",
    messages: {
      disabled: "La comprobación del sistema al leerlo está desactivada.",
      logging: "Las partes dañadas o cambiadas del sistema solo se registran y se usan igualmente.",
      eio: "El teléfono funciona en el modo que toma tras encontrar una parte dañada o cambiada de su sistema.",
    },
  },
  "oem-unlock-allowed": {
    question: "¿Está prohibido desbloquear el gestor de arranque?",
    pass: "No se permite desbloquear el gestor de arranque",
    fail: "Se permite desbloquear el gestor de arranque",
    why: "Con este interruptor activado, quien tenga el teléfono puede llegar a desbloquear el gestor de arranque y poner otro sistema; también debilita la protección tras un robo.",
    advice:
      "Desactiva «Desbloqueo de OEM» en las opciones de desarrollador, salvo que vayas a desbloquear tú el teléfono.",
    messages: { allowed: "El interruptor «Desbloqueo de OEM» de las opciones de desarrollador está activado." },
  },
  "root-apps": {
    question: "¿Hay instalada una app que da o presta derechos superiores?",
    pass: "No está instalada ninguna de las apps conocidas que dan o prestan derechos superiores",
    fail: "Hay instalada una app que da o presta derechos superiores",
    why: "Una app así reparte derechos por encima de toda protección de Android. Si no la instaló el dueño del teléfono, es un fuerte indicio de que lo hizo otra persona.",
    advice:
      "Si una app de root no es tuya, no la quites sin pensar antes en quién puede notarlo; luego haz instalar el sistema original. Una app que solo presta derechos puede desinstalarse sin más.",
    messages: {
      manager: "{label} está instalada: da a las apps derechos de root.",
      hooks: "{label} está instalada: cambia otras apps y el sistema mientras funcionan. Necesita derechos de root.",
      helper:
        "{label} está instalada: presta a las apps los derechos de un ordenador conectado o de un propietario del dispositivo.",
    },
  },
  "root-processes": {
    question: "¿Está en marcha un programa de una herramienta de root?",
    pass: "No se vio en marcha ningún programa de una herramienta de root",
    fail: "Está en marcha un programa de una herramienta de root",
    why: "Los archivos se pueden ocultar; los programas en marcha, no tanto: la etiqueta que SELinux da a un proceso muestra los derechos que de verdad tiene.",
    advice:
      "Si no hiciste tú el root, trata el teléfono como controlado por otra persona y haz instalar el sistema original.",
    messages: {
      domain:
        "{name} funciona en el dominio de SELinux «{domain}», que solo tienen las herramientas de root y las versiones para desarrolladores.",
      program: "{name}, un programa de una herramienta de root, está en marcha.",
      shell: "{name}, iniciado desde un ordenador o una terminal, funciona con derechos de root.",
    },
  },
  "root-traces": {
    question: "¿Hay archivos de herramientas de root en el teléfono?",
    pass: "No se vieron archivos de herramientas de root en los lugares que un ordenador puede mirar",
    fail: "Hay rastros de herramientas de root",
    why: "Los derechos de root están por encima de toda protección de Android: una app que los tiene puede leer y cambiarlo todo, y ocultarse de este análisis.",
    advice:
      "Si no hiciste tú el root, trata el teléfono como controlado por otra persona: anota lo encontrado, usa otro teléfono para lo privado y haz instalar el sistema original.",
    messages: {
      files: "Hay archivos de herramientas de root en el teléfono: {files}.",
      busybox:
        "BusyBox, un conjunto de herramientas de línea de órdenes, está en el teléfono. Suele venir con herramientas de root y con los sistemas de algunos fabricantes.",
      kernel: "El núcleo se presenta como una versión con acceso root incorporado.",
    },
  },
  "selinux-enforcing": {
    question: "¿Mantiene SELinux separadas las apps y el sistema?",
    pass: "SELinux mantiene separadas las apps y el sistema",
    fail: "SELinux no mantiene separadas las apps y el sistema",
    why: "SELinux impide que una app que se sale de su espacio lea a las demás y al sistema. En un teléfono de tienda siempre está activo; las herramientas de root y algunos sistemas modificados lo abren.",
    advice: "Haz instalar el sistema original del fabricante. Si no cambiaste tú el teléfono, averigua quién lo hizo.",
    messages: {
      permissive: "SELinux solo registra lo que debería prohibir (permissive).",
      disabled: "SELinux está desactivado.",
    },
  },
  "system-mounts-read-only": {
    question: "¿Está montado el sistema en solo lectura?",
    pass: "Las particiones del sistema están montadas en solo lectura",
    fail: "El sistema se puede cambiar, o está cubierto por otro, mientras el teléfono funciona",
    why: "En un teléfono de tienda el sistema es de solo lectura. Un sistema que se puede escribir, o una capa de una herramienta de root encima, significa que alguien superó las protecciones de Android.",
    advice: "Haz instalar el sistema original del fabricante, salvo que lo cambiaras tú.",
    messages: {
      writable: "La partición del sistema {path} está montada con escritura.",
      rootTool: "El sistema de archivos de una herramienta de root cubre {path}.",
    },
  },
  "verified-boot": {
    question: "¿Comprobó el teléfono al arrancar que Android es el del fabricante?",
    pass: "El teléfono informa de que arrancó Android tal como lo firmó su fabricante",
    fail: "El teléfono no arrancó Android tal como lo firmó su fabricante",
    why: "El arranque verificado impide que alguien ponga en el teléfono un Android modificado con software espía. Sin él, no se puede confiar en ninguna otra respuesta del teléfono.",
    advice:
      "Si no desbloqueaste ni cambiaste tú el teléfono, haz que el servicio técnico del fabricante instale el sistema original y bloquee el gestor de arranque; puede haberlo cambiado quien lo vendió de segunda mano o alguien con acceso.",
    messages: {
      yellow: "Android se comprobó con una clave que alguien instaló, no con la del fabricante.",
      orange: "El gestor de arranque está desbloqueado, así que Android no se comprobó con la clave del fabricante.",
      red: "La comprobación de Android falló al arrancar.",
    },
  },
};
