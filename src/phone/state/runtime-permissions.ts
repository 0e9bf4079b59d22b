/** True for permissions that people grant one by one (AOSP: protectionLevel dangerous in core/res/AndroidManifest.xml). */
export function isRuntime(permission: string, sdk: number): boolean {
  const since = runtime[permission.replace(/^android\.permission\./, "")];
  return since !== undefined && sdk >= since && permission.startsWith("android.permission.");
}

/** Names without prefix, with the Android level that made them runtime permissions. */
const runtime: Readonly<Record<string, number>> = Object.assign(Object.create(null), {
  READ_CONTACTS: 23,
  WRITE_CONTACTS: 23,
  GET_ACCOUNTS: 23,
  READ_CALL_LOG: 23,
  WRITE_CALL_LOG: 23,
  PROCESS_OUTGOING_CALLS: 23,
  READ_CALENDAR: 23,
  WRITE_CALENDAR: 23,
  READ_SMS: 23,
  RECEIVE_SMS: 23,
  SEND_SMS: 23,
  RECEIVE_MMS: 23,
  RECEIVE_WAP_PUSH: 23,
  CAMERA: 23,
  RECORD_AUDIO: 23,
  READ_PHONE_STATE: 23,
  READ_PHONE_NUMBERS: 26,
  ANSWER_PHONE_CALLS: 26,
  CALL_PHONE: 23,
  BODY_SENSORS: 23,
  BODY_SENSORS_BACKGROUND: 33,
  ACTIVITY_RECOGNITION: 29,
  ACCESS_FINE_LOCATION: 23,
  ACCESS_COARSE_LOCATION: 23,
  ACCESS_BACKGROUND_LOCATION: 29,
  ACCESS_MEDIA_LOCATION: 29,
  BLUETOOTH_SCAN: 31,
  BLUETOOTH_CONNECT: 31,
  BLUETOOTH_ADVERTISE: 31,
  UWB_RANGING: 31,
  NEARBY_WIFI_DEVICES: 33,
  READ_EXTERNAL_STORAGE: 23,
  WRITE_EXTERNAL_STORAGE: 23,
  READ_MEDIA_IMAGES: 33,
  READ_MEDIA_VIDEO: 33,
  READ_MEDIA_AUDIO: 33,
  READ_MEDIA_VISUAL_USER_SELECTED: 34,
  POST_NOTIFICATIONS: 33,
});
