import type { CheckTexts } from "../../check-texts.ts";

export const preInstalled: CheckTexts = {
  "facebook-services-preinstalled": {
    question: "¿Vienen preinstalados servicios de Facebook?",
    pass: "Los servicios de Facebook no están entre las apps preinstaladas",
    fail: "Los servicios de Facebook vienen preinstalados",
    why: "Estas partes no tienen icono, pueden instalar y actualizar apps de Facebook al margen de la tienda y se quedan cuando se quita la app de Facebook. Nadie que no use Facebook las necesita.",
    advice: "Quítalas para tu usuario. Las apps de Facebook siguen funcionando y se actualizan por Play Store.",
    messages: { present: "{app} viene preinstalada. Qué hace: {does}." },
  },
  "preinstalled-collectors": {
    question: "¿Vienen preinstalados recolectores de datos o publicidad de otras empresas?",
    pass: "No viene preinstalado ninguno de los recolectores de la lista (los de Xiaomi y Facebook se comprueban aparte)",
    fail: "Vienen preinstaladas apps que reúnen datos o muestran publicidad",
    why: "Fabricantes y operadoras ponen estas partes en los teléfonos por acuerdo con otras empresas. Funcionan desde el primer día, sin abrirse. Las de Xiaomi se comprueban en la recogida de datos.",
    advice:
      "Decide si las quieres; la mayoría se puede quitar para tu usuario sin daño, y vuelven al restablecer el teléfono.",
    messages: { present: "{app} ({maker}). Qué hace: {does}. Sin ella: {cost}" },
  },
  "preinstalled-removable": {
    question: "¿Hay apps preinstaladas que se pueden quitar?",
    pass: "Ninguna de las apps preinstaladas está en la lista de Candor de las que se pueden quitar",
    fail: "Hay apps preinstaladas que se pueden quitar",
    why: "Toda app que nadie usa tiene permisos, puede tener fallos y puede hablar con su autor. Una parte que venía con el teléfono se puede quitar para un usuario y recuperar; su archivo queda en la partición del sistema.",
    advice: "No hay que hacer nada. Quita lo que no uses, unas pocas cada vez, y reinicia el teléfono entre medias.",
    messages: {
      removable: "{app} ({maker}). Qué hace: {does}. Sin ella: {cost}",
      advertising: "{app} ({maker}). Qué hace, con publicidad: {does}. Sin ella: {cost}",
    },
  },
};
