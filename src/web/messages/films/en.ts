/** Films of a vault, and photos that browsers do not draw. */
export const filmsEn = {
  "films.play": "Play {name}",
  "films.length": "{time} long",
  "films.noCodec":
    "Your browser does not play this film: it is in a form that it has no decoder for (often HEVC), or the file is broken. Download it to open it with a program of yours.",
  "films.heicPreview":
    "This is the small picture that the camera put into the file. Browsers do not draw the large one, which is in HEIC; download it to see it.",
  "films.heicNone":
    "Browsers do not draw HEIC, and this file holds no small picture that they would. Download it to open it with a program of yours.",
  "films.noneInside": "no preview in it",
} as const;
