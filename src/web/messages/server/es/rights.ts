import type { Phrases } from "../../check-texts.ts";

/** Requests about one's data, in Spanish. */
export const rights: Phrases = {
  "It would end on {date}, which is no working day; it ends on the next one (Reg. 1182/71 Art. 3(4)).":
    "Terminaría el {date}, que no es día hábil; termina el siguiente (Reg. 1182/71, art. 3, ap. 4).",
  "Counted with the public holidays of the whole of {n}; a regional holiday may move the end by a day.":
    "Contado con los festivos de todo {n}; un festivo regional puede mover el final un día.",
  "Counted with Saturdays and Sundays alone, since the recipient's country or its holidays are not known; a public holiday may move the end.":
    "Contado solo con sábados y domingos, pues no se conoce el país del destinatario o sus festivos; un festivo puede mover el final.",
  "Counted in calendar days; holidays are not in it.": "Contado en días naturales; sin tener en cuenta festivos.",
  "The time rests on general knowledge and was not compared with the text of the law.":
    "El plazo se basa en conocimientos generales y no se comparó con el texto de la ley.",
  "There is a file with this already.": "Ya hay un archivo con esto.",
  "This file is no longer where it was kept.": "Este archivo ya no está donde se guardó.",
  "Your own copy is not touched.": "Su propia copia no se toca.",
  "There is no such file with this request.": "No hay tal archivo en esta solicitud.",
  "There is no letter of the kind “{name}” in the language “{n}”.":
    "No hay carta del tipo «{name}» en el idioma «{n}».",
  "Languages with all letters: {value}.": "Idiomas con todas las cartas: {value}.",
  "The published text of this letter in “{n}” cannot be filled: {reason}.":
    "El texto publicado de esta carta en «{n}» no se puede rellenar: {reason}.",
  "Choose another language: {value}.": "Elija otro idioma: {value}.",
  "For {app}, the law as it is known here for {date} has no right of the kind “{name}”.":
    "Según la ley de {app} tal como se conoce aquí para el {date}, no existe un derecho del tipo «{name}».",
  "Ask for advice there, or use the law of another region if it holds for you: --region":
    "Pida consejo allí, o use la ley de otra región si se le aplica: --region",
  "The address is from datarequests.org, record “{name}”, list of {date}, {value}; read there from {n}. Compare it with the company's privacy notice: what goes to a wrong address gives your data away.":
    "La dirección es de datarequests.org, ficha «{name}», lista del {date}, {value}; tomada allí de {n}. Compárela con el aviso de privacidad de la empresa: lo que va a una dirección equivocada revela sus datos.",
  "checked by people": "comprobada por personas",
  "used with success": "usada con éxito",
  "collected by a program": "recogida por un programa",
  "To find you they ask for: {value}. Give what is needed and nothing more.":
    "Para encontrarle piden: {value}. Dé lo necesario y nada más.",
  "They are known to ask for a copy of an identity document. By the GDPR that is for cases of reasonable doubt alone (Art. 12(6)).":
    "Se sabe que piden copia de un documento de identidad. Según el RGPD eso es solo para casos de duda razonable (art. 12, ap. 6).",
  "No address of {app} is known here, and none is guessed. It stands in the privacy notice of the app or of the company.":
    "Aquí no se conoce la dirección de {app}, y no se adivina ninguna. Figura en el aviso de privacidad de la app o de la empresa.",
  "No address of {app} is known here, and none is guessed. It stands in the privacy notice of the app or of the company ({name}).":
    "Aquí no se conoce la dirección de {app}, y no se adivina ninguna. Figura en el aviso de privacidad de la app o de la empresa ({name}).",
  "There is a form: {n}": "Hay un formulario: {n}",
  "Nothing in the letter identifies you but your name. A company that knows devices alone finds you by an identifier only, such as the advertising ID.":
    "Nada en la carta le identifica salvo su nombre. Una empresa que solo conoce dispositivos le encuentra solo por un identificador, como el ID de publicidad.",
  "There is no evidence in it; a report on a record of traffic gives some.":
    "No lleva pruebas; un informe sobre un registro de tráfico las da.",
  "The text is in the language that you chose; what was recorded, and what is added to it, is in English.":
    "El texto está en el idioma que eligió; lo registrado y lo añadido está en inglés.",
  "The articles of {app} rest on general knowledge ({n}); compare them with {value}.":
    "Los artículos de {app} se basan en conocimientos generales ({n}); compárelos con {value}.",
  "Law as of {date}. This is no legal advice.": "Ley a fecha de {date}. Esto no es asesoramiento jurídico.",
  "Request {n} is {name}: “{event}” cannot follow.": "La solicitud {n} está {name}: «{event}» no puede seguir.",
  "Request {n} is {name}: “{event}” cannot follow, only {value}.":
    "La solicitud {n} está {name}: «{event}» no puede seguir, solo {value}.",
  "That was before {date}, when “{event}” was.": "Eso fue antes del {date}, cuando ocurrió «{event}».",
  "The file is too large to be kept here.": "El archivo es demasiado grande para guardarlo aquí.",
  "Keep it yourself, and say in the note where it lies.": "Guárdelo usted y diga en la nota dónde está.",
  "There is no request {n}.": "No hay solicitud {n}.",
  "There is no such request.": "No existe esa solicitud.",
  "See them all: candor rights list": "Verlas todas: candor rights list",
  "What is kept of your requests is damaged.": "Lo guardado de sus solicitudes está dañado.",
  "It lies at {value}": "Está en {value}",
  "What is to be corrected?": "¿Qué hay que corregir?",
  "Say it: --data “Name: Ada, not Ida”": "Dígalo: --data “Name: Ada, not Ida”",
  "The report shows no connection to {app}, so the letter has no evidence.":
    "El informe no muestra conexión con {app}, así que la carta no lleva pruebas.",
  "Request {n} was not sent yet.": "La solicitud {n} aún no se envió.",
  "When it was: candor rights sent {n}": "Cuando se haya enviado: candor rights sent {n}",
  "The law as it is known here sets no time for request {n}, so there is no cause for a {name} by itself.":
    "La ley, tal como se conoce aquí, no fija plazo para la solicitud {n}, así que por sí solo no hay motivo para {name}.",
  "The time for an answer to request {n} ends on {date}: there is no cause for a {name} yet.":
    "El plazo para responder a la solicitud {n} termina el {date}: aún no hay motivo para {name}.",
  "If there is another one, name it: --problem": "Si hay otro, nómbrelo: --problem",
  "To whom is the letter?": "¿A quién va la carta?",
  "This report has connections to {n} companies: {value}.": "Este informe tiene conexiones con {n} empresas: {value}.",
  "Name one: --to COMPANY": "Nombre una: --to COMPANY",
  "“{value}” may be: {apps}.": "«{value}» puede ser: {apps}.",
  "The address of the authority is from datarequests.org, list of {date}; read there from {value}.":
    "La dirección de la autoridad es de datarequests.org, lista del {date}; tomada allí de {value}.",
  "There are several authorities in {n}; the one where you live, or of the company's seat, is yours: {value}.":
    "En {n} hay varias autoridades; la suya es la de donde vive o de la sede de la empresa: {value}.",
  "To which authority? A complaint may go to that of the country where you live, work, or where it happened (Art. 77 GDPR).":
    "¿A qué autoridad? Una reclamación puede ir a la del país donde vive, trabaja o donde ocurrió (art. 77 RGPD).",
  "Name it: --authority ID": "Nómbrela: --authority ID",
  "Name the country: --country DE. All of them: candor rights authorities":
    "Nombre el país: --country DE. Todas: candor rights authorities",
  "No authority of {app} is known here.": "Aquí no se conoce ninguna autoridad de {app}.",
  "No address of {app} is known here, and none is guessed: its own pages have it.":
    "Aquí no se conoce la dirección de {app}, y no se adivina ninguna: figura en sus propias páginas.",
};
