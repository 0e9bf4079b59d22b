import type { Program } from "../program.ts";
import type { PhoneState } from "../state/phone-state.ts";
import { print } from "./answer.ts";
import { dumps } from "./dumps/index.ts";

/** `dumpsys [-l] [-t SECONDS] [SERVICE ARGUMENTS…]` (AOSP: frameworks/native/cmds/dumpsys). */
export function dumpsys(state: PhoneState): Program {
  const services = dumps(state);
  return async (args, io) => {
    const rest = [...args];
    while (rest[0] === "-t" || rest[0] === "-T" || rest[0] === "--priority") rest.splice(0, 2);
    const [service, ...more] = rest;
    if (service === "-l") {
      await print(["Currently running services:", ...[...services.keys()].sort().map((name) => `  ${name}`)], io);
      return 0;
    }
    if (service !== undefined) return one(state, services, service, more, io);
    await print(["Currently running services:", ...[...services.keys()].sort().map((name) => `  ${name}`)], io);
    for (const name of [...services.keys()].sort()) {
      await print(["-".repeat(79), `DUMP OF SERVICE ${name}:`], io);
      await one(state, services, name, [], io);
      await print([`--------- 0.004s was the duration of dumpsys ${name}, ending at: 1970-01-01 00:00:00`], io);
    }
    return 0;
  };
}

async function one(
  state: PhoneState,
  services: ReturnType<typeof dumps>,
  service: string,
  args: readonly string[],
  io: Parameters<Program>[1],
): Promise<number> {
  const dump = services.get(service);
  if (!dump) {
    await io.error(`Can't find service: ${service}\n`);
    return 0;
  }
  if (state.refuses.includes(`dumpsys ${service}`)) {
    await io.write(
      `Permission Denial: can't dump ${service} from from pid=4711, uid=${state.identity.uid} due to missing android.permission.DUMP permission\n`,
    );
    return 0;
  }
  await print(dump(state, args), io);
  return 0;
}
