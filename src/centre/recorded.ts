/** A source that remembers its answers byte by byte, for the faces, which open sources and do not know how they are read. */
export { recordingSource as recorded } from "../device/capture.ts";
