import { base64 } from "../../formats/base64.ts";
import type { Program } from "../program.ts";
import { diceRequest, encryptedRequest, type Maker } from "../state/dice-request.ts";
import type { PhoneState } from "../state/phone-state.ts";
import { Refusal } from "../state/refusal.ts";
import { type Exit, exit, type Lines, program } from "./answer.ts";

/** `cmd remote_provisioning list | csr [--challenge BASE64] NAME`, from Android 14 on; AOSP com.android.server.security.rkp.RemoteProvisioningShellCommand. */
export function remoteProvisioning(state: PhoneState): Program {
  return program(([verb = "", ...args]): Lines | Exit => {
    if (verb === "list") return state.hardware.requests === "none" ? [] : ["default"];
    if (verb !== "csr") return exit(255, `Unknown command: ${verb}`);
    const challenge = args[0] === "--challenge" ? base64(args[1] ?? "") : new Uint8Array();
    const name = args.at(args[0] === "--challenge" ? 2 : 0);
    if (challenge === undefined) throw trace("java.lang.IllegalArgumentException: Illegal base64 character 2d");
    if (name === undefined) throw trace('java.lang.IllegalArgumentException: Argument expected after "csr"');
    if (name !== "default" || state.hardware.requests === "none")
      throw trace(
        `java.lang.IllegalArgumentException: failed to find android.hardware.security.keymint.IRemotelyProvisionedComponent/${name}`,
      );
    if (state.hardware.manner === "refuses")
      throw trace("android.os.ServiceSpecificException: IRemotelyProvisionedComponent: STATUS_FAILED (code 1)");
    const make = state.hardware.requests === "signed" ? diceRequest : encryptedRequest;
    return [Buffer.from(make(state.hardware, makerOf(state), challenge)).toString("base64")];
  });
}

/** What the service prints where Java throws: the stack on standard error, exit code 255. */
function trace(error: string): Refusal {
  return new Refusal(
    [
      error,
      "\tat com.android.server.security.rkp.RemoteProvisioningShellCommand.csr(RemoteProvisioningShellCommand.java:187)",
      "\tat com.android.server.security.rkp.RemoteProvisioningShellCommand.onCommand(RemoteProvisioningShellCommand.java:118)",
      "\tat android.os.BasicShellCommandHandler.exec(BasicShellCommandHandler.java:97)",
    ].join("\n"),
  );
}

function makerOf({ properties }: PhoneState): Maker {
  const of = (name: string) => properties.get(`ro.product.${name}`) ?? "unknown";
  return {
    brand: of("brand"),
    manufacturer: of("manufacturer"),
    product: of("name"),
    model: of("model"),
    device: of("device"),
  };
}
