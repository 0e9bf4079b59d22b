import type { Library } from "../libraries.ts";
import { apache, library } from "./library-row.ts";

/** Libraries of Google beside AndroidX: Play services, Firebase, and what its teams publish. */
export const googleLibraries: readonly Library[] = [
  play("Play services base", "platform", "play-services-base play-services-basement", "com.google.android.gms.common"),
  play("Play services tasks", "concurrency", "play-services-tasks", "com.google.android.gms.tasks"),
  play("Play services Auth", "sign-in", "play-services-auth", "com.google.android.gms.auth"),
  play("Play services Maps", "maps", "play-services-maps", "com.google.android.gms.maps"),
  play("Play services Location", "maps", "play-services-location", "com.google.android.gms.location"),
  play("Play services Wearable", "hardware", "play-services-wearable", "com.google.android.gms.wearable"),
  play("Play services Fitness", "platform", "play-services-fitness", "com.google.android.gms.fitness"),
  play("Play services Games", "platform", "play-services-games", "com.google.android.gms.games"),
  play("Play services Wallet", "payment", "play-services-wallet", "com.google.android.gms.wallet"),
  play("Play services Cast", "media", "play-services-cast", "com.google.android.gms.cast"),
  play("Play services Vision", "machine-learning", "play-services-vision", "com.google.android.gms.vision"),
  play("Play services Nearby", "communication", "play-services-nearby", "com.google.android.gms.nearby"),
  play("Play services SafetyNet", "security", "play-services-safetynet", "com.google.android.gms.safetynet"),
  play("Play services FIDO", "sign-in", "play-services-fido", "com.google.android.gms.fido"),
  play(
    "Play services Cloud Messaging",
    "communication",
    "play-services-cloud-messaging",
    "com.google.android.gms.cloudmessaging com.google.android.gms.gcm",
  ),
  play("Play services Instance ID", "platform", "play-services-iid", "com.google.android.gms.iid"),
  play("Play services Drive", "platform", "play-services-drive", "com.google.android.gms.drive"),
  play("Play services open-source notices", "utility", "play-services-oss-licenses", "com.google.android.gms.oss"),
  library("Play Billing", "Google", "payment", {
    maven: "com.android.billingclient:billing",
    classes: "com.android.billingclient",
  }),
  library("Play Integrity", "Google", "security", {
    maven: "com.google.android.play:integrity",
    classes: "com.google.android.play.core.integrity",
  }),
  library("Play Core", "Google", "platform", {
    maven: "com.google.android.play:core com.google.android.play:core-common",
    classes:
      "com.google.android.play.core.splitinstall com.google.android.play.core.assetpacks com.google.android.play.core.appupdate com.google.android.play.core.review com.google.android.play.core.common",
  }),
  apache(
    "Play install referrer",
    "Google",
    "platform",
    "com.android.installreferrer:installreferrer",
    "com.android.installreferrer",
  ),
  library("Play licence check", "Google", "protection", {
    licence: "Apache-2.0",
    classes: "com.android.vending.licensing com.google.android.vending.licensing com.pairip.licensecheck",
  }),
  library("Play app protection (PairIP)", "Google", "protection", {
    classes: "com.pairip",
    natives: "libpairipcore.so",
  }),
  library("Play expansion files", "Google", "platform", {
    licence: "Apache-2.0",
    classes: "com.google.android.vending.expansion com.android.vending.expansion",
  }),
  library("User Messaging Platform", "Google", "platform", {
    maven: "com.google.android.ump:user-messaging-platform",
    classes: "com.google.android.ump",
  }),
  library("Google Places", "Google", "maps", {
    maven: "com.google.android.libraries.places:places",
    classes: "com.google.android.libraries.places",
  }),
  library("Google Navigation SDK", "Google", "maps", { classes: "com.google.android.libraries.navigation" }),
  library("Google Identity", "Google", "sign-in", {
    maven: "com.google.android.libraries.identity.googleid:googleid",
    classes: "com.google.android.libraries.identity.googleid",
  }),
  apache(
    "Google Maps utilities",
    "Google",
    "maps",
    "com.google.maps.android:android-maps-utils",
    "com.google.maps.android",
  ),
  apache(
    "Material Components",
    "Google",
    "interface",
    "com.google.android.material:material",
    "com.google.android.material",
  ),
  apache(
    "Flexbox layout",
    "Google",
    "interface",
    "com.google.android.flexbox:flexbox com.google.android:flexbox",
    "com.google.android.flexbox",
  ),
  apache(
    "Accompanist",
    "Google",
    "interface",
    "com.google.accompanist:accompanist-permissions",
    "com.google.accompanist",
  ),
  apache(
    "ExoPlayer",
    "Google",
    "media",
    "com.google.android.exoplayer:exoplayer-core com.google.android.exoplayer:exoplayer",
    "com.google.android.exoplayer2 com.google.android.exoplayer",
    "libopusJNI.so libopusV2JNI.so libvpxJNI.so libvpxV2JNI.so libflacJNI.so libffmpegJNI.so libgav1JNI.so",
  ),
  apache(
    "Firebase Common",
    "Google",
    "platform",
    "com.google.firebase:firebase-common",
    "com.google.firebase.FirebaseApp com.google.firebase.components",
  ),
  apache(
    "Firebase Authentication",
    "Google",
    "sign-in",
    "com.google.firebase:firebase-auth",
    "com.google.firebase.auth",
  ),
  apache("FirebaseUI", "Google", "sign-in", "com.firebaseui:firebase-ui-auth", "com.firebase.ui"),
  apache(
    "Firebase Cloud Messaging",
    "Google",
    "communication",
    "com.google.firebase:firebase-messaging",
    "com.google.firebase.messaging",
  ),
  apache(
    "Firebase Installations",
    "Google",
    "platform",
    "com.google.firebase:firebase-installations com.google.firebase:firebase-iid",
    "com.google.firebase.installations com.google.firebase.iid",
  ),
  apache(
    "Firebase Realtime Database",
    "Google",
    "database",
    "com.google.firebase:firebase-database",
    "com.google.firebase.database",
  ),
  apache(
    "Firebase Firestore",
    "Google",
    "database",
    "com.google.firebase:firebase-firestore",
    "com.google.firebase.firestore",
  ),
  apache(
    "Firebase Storage",
    "Google",
    "database",
    "com.google.firebase:firebase-storage",
    "com.google.firebase.storage",
  ),
  apache(
    "Firebase Functions",
    "Google",
    "network",
    "com.google.firebase:firebase-functions",
    "com.google.firebase.functions",
  ),
  apache(
    "Firebase App Check",
    "Google",
    "security",
    "com.google.firebase:firebase-appcheck",
    "com.google.firebase.appcheck",
  ),
  apache(
    "Firebase Dynamic Links",
    "Google",
    "platform",
    "com.google.firebase:firebase-dynamic-links",
    "com.google.firebase.dynamiclinks",
  ),
  apache(
    "Firebase ML",
    "Google",
    "machine-learning",
    "com.google.firebase:firebase-ml-common",
    "com.google.firebase.ml",
  ),
  library("Firebase C++ SDK", "Google", "platform", {
    licence: "Apache-2.0",
    natives:
      "libFirebaseCppApp*.so libFirebaseCppAnalytics.so libFirebaseCppAuth.so libFirebaseCppMessaging.so libFirebaseCppRemoteConfig.so libFirebaseCppCrashlytics.so libFirebaseCppDatabase.so libFirebaseCppStorage.so",
  }),
  apache(
    "Firebase encoders",
    "Google",
    "serialisation",
    "com.google.firebase:firebase-encoders",
    "com.google.firebase.encoders",
  ),
  apache(
    "Google data transport",
    "Google",
    "network",
    "com.google.android.datatransport:transport-runtime com.google.android.datatransport:transport-api",
    "com.google.android.datatransport",
  ),
  library("ML Kit", "Google", "machine-learning", {
    maven: "com.google.mlkit:common com.google.mlkit:vision-common",
    classes: "com.google.mlkit",
    natives:
      "libmlkitcommonpipeline.so libbarhopper_v2.so libbarhopper_v3.so liblanguage_id_l2c_jni.so libmlkit_google_ocr_pipeline.so libface_detector_v2_jni.so libxeno_native.so libtranslate_jni.so libpredictor_jni.so libdigitalink.so",
  }),
  apache(
    "TensorFlow Lite (LiteRT)",
    "Google",
    "machine-learning",
    "org.tensorflow:tensorflow-lite",
    "org.tensorflow.lite com.google.ai.edge.litert",
    "libtensorflowlite_jni.so libtensorflowlite_gpu_jni.so libtensorflowlite.so libtensorflowlite_c.so libtensorflowlite_flex_jni.so libtask_vision_jni.so libtask_text_jni.so libLiteRt.so",
  ),
  apache(
    "MediaPipe",
    "Google",
    "machine-learning",
    "com.google.mediapipe:tasks-core com.google.mediapipe:tasks-vision",
    "com.google.mediapipe",
    "libmediapipe_jni.so libmediapipe_tasks_vision_jni.so libmediapipe_tasks_text_jni.so libllm_inference_engine_jni.so",
  ),
  library("ARCore", "Google", "graphics", {
    maven: "com.google.ar:core",
    classes: "com.google.ar.core",
    natives: "libarcore_sdk_c.so libarcore_sdk_jni.so",
  }),
  apache(
    "Sceneform",
    "Google",
    "graphics",
    "com.google.ar.sceneform:core",
    "com.google.ar.sceneform",
    "libarsceneview_jni.so libsceneform_animation.so",
  ),
  apache(
    "Filament",
    "Google",
    "graphics",
    "com.google.android.filament:filament-android",
    "com.google.android.filament",
    "libfilament-jni.so libgltfio-jni.so libfilament-utils-jni.so",
  ),
  apache(
    "Google VR",
    "Google",
    "graphics",
    "com.google.vr:sdk-base",
    "com.google.vr",
    "libgvr.so libgvr_audio.so libcardboard_api.so",
  ),
  apache("Gson", "Google", "serialisation", "com.google.code.gson:gson", "com.google.gson"),
  apache("Guava", "Google", "utility", "com.google.guava:guava", "com.google.common.base com.google.common.collect"),
  apache("Dagger", "Google", "injection", "com.google.dagger:dagger com.squareup.dagger:dagger", "dagger"),
  apache("Hilt", "Google", "injection", "com.google.dagger:hilt-android", "dagger.hilt"),
  apache("Guice", "Google", "injection", "com.google.inject:guice", "com.google.inject"),
  library("Protocol Buffers", "Google", "serialisation", {
    licence: "BSD-3-Clause",
    maven: "com.google.protobuf:protobuf-javalite com.google.protobuf:protobuf-java",
    classes: "com.google.protobuf",
    natives: "libprotobuf-cpp-lite.so libprotobuf-cpp-full.so libprotobuf.so",
  }),
  apache("FlatBuffers", "Google", "serialisation", "com.google.flatbuffers:flatbuffers-java", "com.google.flatbuffers"),
  apache("Tink", "Google", "security", "com.google.crypto.tink:tink-android", "com.google.crypto.tink"),
  apache(
    "Conscrypt",
    "Google",
    "security",
    "org.conscrypt:conscrypt-android",
    "org.conscrypt",
    "libconscrypt_jni.so libconscrypt_gmscore_jni.so",
  ),
  library("BoringSSL or OpenSSL", "Google, OpenSSL project", "security", {
    natives:
      "libcrypto.so libssl.so libcrypto_*.so libssl_*.so libcrypto.*.so libssl.*.so libboringssl.so libopenssl.so",
  }),
  library("Cronet", "Google", "network", {
    licence: "BSD-3-Clause",
    maven: "org.chromium.net:cronet-embedded com.google.android.gms:play-services-cronet",
    classes: "org.chromium.net",
    natives: "libcronet*.so",
  }),
  library("WebRTC", "Google", "communication", {
    licence: "BSD-3-Clause",
    maven: "org.webrtc:google-webrtc",
    classes: "org.webrtc",
    natives: "libjingle_peerconnection_so.so libjingle_peerconnection.so libwebrtc.so",
  }),
  library("Chromium", "Google", "web", {
    licence: "BSD-3-Clause",
    classes: "org.chromium.base org.chromium.content",
    natives:
      "libchrome.so libmonochrome.so libmonochrome_64.so libwebviewchromium.so libchrome_crashpad_handler.so libchromium_android_linker.so",
  }),
  apache(
    "gRPC",
    "Google",
    "network",
    "io.grpc:grpc-core io.grpc:grpc-okhttp io.grpc:grpc-android",
    "io.grpc",
    "libgrpc.so",
  ),
  apache("Volley", "Google", "network", "com.android.volley:volley", "com.android.volley"),
  apache(
    "Google HTTP client",
    "Google",
    "network",
    "com.google.http-client:google-http-client",
    "com.google.api.client",
  ),
  apache(
    "Google API client services",
    "Google",
    "network",
    "com.google.api-client:google-api-client",
    "com.google.api.services",
  ),
  apache(
    "Error Prone annotations",
    "Google",
    "utility",
    "com.google.errorprone:error_prone_annotations",
    "com.google.errorprone.annotations",
  ),
  apache("AutoValue", "Google", "utility", "com.google.auto.value:auto-value-annotations", "com.google.auto.value"),
  apache("ZXing", "ZXing project", "images", "com.google.zxing:core", "com.google.zxing"),
  library("Oboe", "Google", "media", { licence: "Apache-2.0", maven: "com.google.oboe:oboe", natives: "liboboe.so" }),
  library("libphonenumber", "Google", "utility", {
    licence: "Apache-2.0",
    maven: "com.googlecode.libphonenumber:libphonenumber",
    classes: "com.google.i18n.phonenumbers",
  }),
  apache("Brotli decoder", "Google", "documents", "org.brotli:dec", "org.brotli.dec"),
  library("libwebp", "Google", "images", {
    licence: "BSD-3-Clause",
    natives: "libwebp.so libwebpdecoder.so libwebpdemux.so libwebp_android.so libwebpjni.so",
  }),
  library("Skia", "Google", "graphics", {
    licence: "BSD-3-Clause",
    natives: "libskia.so libskottie.so libskiko-android-*.so libSkiaSharp.so",
  }),
  library("V8 or J2V8", "Google, EclipseSource", "scripting", {
    maven: "com.eclipsesource.j2v8:j2v8",
    classes: "com.eclipsesource.v8",
    natives: "libj2v8.so libv8.so libv8android.so libv8executor.so libv8jsi.so libmtwebviewv8.so",
  }),
  library("Vulkan validation layers", "Khronos Group", "testing", {
    licence: "Apache-2.0",
    natives: "libVkLayer_*.so",
  }),
  library("Crashpad and Breakpad", "Google", "logging", {
    licence: "BSD-3-Clause",
    natives: "libcrashpad_handler.so libcrashpad.so libbreakpad*.so libcrashlytics*.so",
  }),
  library("LLVM runtimes for C++", "LLVM project", "language", {
    natives: "libc++_shared.so libclang_rt.*.so libomp.so",
  }),
  library("C++ runtimes before libc++", "STLport, GNU", "language", {
    natives: "libgnustl_shared.so libstlport_shared.so",
  }),
];

/** A part of Google Play services, under the Android SDK's terms. */
function play(name: string, kind: Library["kind"], artifacts: string, classes: string): Library {
  const maven = artifacts
    .split(" ")
    .map((artifact) => `com.google.android.gms:${artifact}`)
    .join(" ");
  return library(name, "Google", kind, { maven, classes });
}
