import { tool, withTool } from "../tools.ts";
import { testAdb } from "./adb-session.ts";

const adb = tool("adb");

testAdb(adb === undefined ? undefined : () => [adb], withTool("adb"));
