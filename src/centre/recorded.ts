export { recordingSource as recorded } from "../device/capture.ts";
