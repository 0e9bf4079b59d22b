import { testAdb } from "./adb-session.ts";
import { adb34, trixie, withTrixie } from "./trixie.ts";

testAdb(trixie === undefined ? undefined : adb34(trixie), withTrixie);
