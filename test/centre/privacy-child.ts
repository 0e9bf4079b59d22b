import { argv, env } from "node:process";
import { removePassphrase, setPassphrase } from "../../src/centre/privacy-lock.ts";

// A process of its own that sets or removes a privacy password: node privacy-child.ts set|remove DATA-FOLDER PASSPHRASE
const [, , what = "", dataFolder = "", passphrase = ""] = argv;
const place = { dataFolder, now: Date.now, process: { env } };
if (what === "set") await setPassphrase(place, passphrase, 6);
else await removePassphrase(place, passphrase);
