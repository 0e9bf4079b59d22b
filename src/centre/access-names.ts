// What faces offer before anything is read: kinds of access and sensors, by name.
export { type AccessId, accessWords, type SwitchedSensor, switchedSensors } from "../actions/access-words.ts";
