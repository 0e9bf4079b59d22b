// Loaded before a program: at its end it says on stderr how much memory it had at most.
import { mostMemory } from "../most-memory.ts";

process.on("exit", () => process.stderr.write(`MB ${Math.round(mostMemory())}`));
