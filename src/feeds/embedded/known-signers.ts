import type { KnownSigner, KnownSigners } from "../known-signers.ts";

/** Published by Google, for the browsers that may answer for web sites when passkeys are asked for. */
const passkeyBrowsers = "https://www.gstatic.com/gpm-passkeys-privileged-apps/apps.json";
/** Taken from the files that makers and shops hand out, and compared there by its contributors. */
const appVerifier = "https://github.com/soupslurpr/AppVerifier";
const graphene = "https://github.com/GrapheneOS/platform_packages_apps_AppCompatConfig";
const bitwarden = "https://github.com/bitwarden/android";
const passbolt = "https://github.com/passbolt/passbolt-poc-android";

/** Takes the place of Google's services on phones without them, under the same names: https://microg.org */
const microG = "9bd06727e62796c0130eb6dab39b73157451582cbd138e86c468acc395d14165";

const signers: readonly KnownSigner[] = [
  row("ai.perplexity.comet", "Perplexity", passkeyBrowsers, [
    "8958a405401f69f5b0fb544424746c40dec30c091f401f951f613c4835c3e5ec",
  ]),
  row("app.accrescent.client", "Accrescent", appVerifier, [
    "067a40c4193aad51ac87f9ddfdebb15e24a1850babfa4821c28c5c25c3fdc071",
  ]),
  row("app.grapheneos.apps", "GrapheneOS", appVerifier, [
    "3384c31fce4a7c008a8f7b2652bc48cc4321f1d2c877b18e30a4ed619af12f6b",
  ]),
  row("app.organicmaps", "Organic Maps", appVerifier, [
    "b9c7ae79a5a90270df08a132e536b9c666f5bef1f59b304fcecf8687865e4b5b",
    "9d5a95658fec4ea2fdc1e0a696e369e5b938d2e30a28edff50ae99bda27e8fa3",
    "e216fc386c327ec88d056026f1dea27be2bc3f9d7ee956e4361c4b64ec459fe9",
  ]),
  row("app.vanadium.browser", "GrapheneOS", passkeyBrowsers, [
    "c6adb8b83c6d4c17d292afde56fd488a51d316ff8f2c11c5410223bff8a7dbb3",
  ]),
  row("ch.protonmail.android", "Proton", appVerifier, [
    "dcc9439ec1a6c6a8d0203f3423ee42bcc8b970628e53cb73a0393f398dd5b853",
  ]),
  row("ch.protonvpn.android", "Proton", appVerifier, [
    "dcc9439ec1a6c6a8d0203f3423ee42bcc8b970628e53cb73a0393f398dd5b853",
    "950ee2d4d0a43ffba7ee1da9541c4a13defe81eb697ba7d24c17f6f886e32124",
  ]),
  row("chat.simplex.app", "SimpleX Chat", appVerifier, [
    "3c52c4fd3cad1c07c9b00a7080e358fab9fefcb8af5aec147765f16d0f21ad85",
    "5e3edcc200fba8d5f488f3ca4c325b0578c56a9c03a1ccb5929cd75c7e57e24d",
    "aec195dcfd4614bd3a91ec26d1d514c87571c5cc8dcf48083f9283143ca2b9a6",
  ]),
  row("com.amazon.cloud9", "Amazon", passkeyBrowsers, [
    "2f19adeb284eb36f7f07786152b9a1d14b21653203ad0b04ebbf9c73ab6d7625",
    "70d568ec6ae6f338bc1a6399a6537ee06908ca1d72fb8ff04874ab95433b250e",
  ]),
  row("com.amazon.mShop.android.shopping", "Amazon", appVerifier, [
    "2f19adeb284eb36f7f07786152b9a1d14b21653203ad0b04ebbf9c73ab6d7625",
  ]),
  row("com.amazon.venezia", "Amazon", appVerifier, [
    "2f19adeb284eb36f7f07786152b9a1d14b21653203ad0b04ebbf9c73ab6d7625",
  ]),
  row("com.android.chrome", "Google", passkeyBrowsers, [
    "f0fd6c5b410f25cb25c3b53346c8972fae30f8ee7411df910480ad6b2d60db83",
  ]),
  row("com.android.vending", "Google", graphene, [
    "7ce83c1b71f3d572fed04c8d40c5cb10ff75e6d87d9df6fbd53f0468c2905053",
    "f0fd6c5b410f25cb25c3b53346c8972fae30f8ee7411df910480ad6b2d60db83",
    "1975b2f17177bc89a5dff31f9e64a6cae281a53dc1d1d59b1d147fe1c82afa00",
    microG,
  ]),
  row("com.aurora.store", "Aurora OSS", appVerifier, [
    "4c626157ad02bda3401a7263555f68a79663fc3e13a4d4369a12570941aa280f",
    "5c83c7672b929955dc0a1db89a5e6ae4389e2eae7ec939956041694e5815f532",
  ]),
  row("com.beemdevelopment.aegis", "Aegis Authenticator", appVerifier, [
    "c6db80a8e14e5230c1de8415ef820d13dc901d8fe33cf3acb57b6862d858a823",
    "09cfde62e2a81c8050d3be4c20e3f8d8ddd01531be1b47cb3b0eec213f641f89",
  ]),
  row("com.brave.browser", "Brave Software", passkeyBrowsers, [
    "9c2db70513515fdbfbbc585b3edf3d7123d4dc67c94ffd306361c1d79bbf18ac",
  ]),
  row("com.brave.browser_beta", "Brave Software", passkeyBrowsers, [
    "9c2db70513515fdbfbbc585b3edf3d7123d4dc67c94ffd306361c1d79bbf18ac",
  ]),
  row("com.brave.browser_nightly", "Brave Software", passkeyBrowsers, [
    "9c2db70513515fdbfbbc585b3edf3d7123d4dc67c94ffd306361c1d79bbf18ac",
  ]),
  row("com.chrome.beta", "Google", passkeyBrowsers, [
    "da633d34b69e63ae2103b49d53ce052fc5f7f3c53aab94fdc2a208bdfd14249c",
    "3d7a1223019aa39d9ea0e3436ab7c0896bfb4fb679f4de5fe7c23f326c8f994a",
  ]),
  row("com.chrome.canary", "Google", passkeyBrowsers, [
    "2019dfa1fb23efbf70c5bcd1443c5beab04f3f2ff4366e9ac1e3457639a24cfc",
  ]),
  row("com.chrome.dev", "Google", passkeyBrowsers, [
    "9044ee5fee4bbc5e21dd44665431c4eb1f1f71a32716a0bc927bcbb39233cabf",
    "3d7a1223019aa39d9ea0e3436ab7c0896bfb4fb679f4de5fe7c23f326c8f994a",
  ]),
  row("com.citrix.Receiver", "Citrix", passkeyBrowsers, [
    "3dd112671069ab364ef9be739ab7b5ee15e1cde9d8757b1bf064f50c55689a49",
    "ceb223d77709f2b6bc0b3a7836f5a5af4ce1d355f4a72886f79df80dc9d6122e",
    "aad0d457e633c3782577305bc1b2d9e38141c721df0daa6e29072fc41d34f0ab",
  ]),
  row("com.collabora.libreoffice", "Collabora", appVerifier, [
    "573258c84e149b5f4d9299e7434b2b69a8410372921d4ae586ba91ec767892cc",
  ]),
  row("com.dominospizza", "Domino's Pizza", appVerifier, [
    "9759e15bc7ad25fba05d433616e51ce504092ef04f63c361365cfdfedadd3bfc",
  ]),
  row("com.duolingo", "Duolingo", appVerifier, ["1233ff6de4c70ef4d7deae54af15b167fc7cfd2539517bd2175870f3cb771731"]),
  row("com.einnovation.temu", "Temu", appVerifier, [
    "8adefece3749dcf23c3ceb3a8bbbc9a1d88091b676300588911bb58b85970baf",
  ]),
  row("com.facebook.katana", "Facebook", passbolt, [
    "e3f9e1e0cf99d0e56a055ba65e241b3399f7cea524326b0cdd6ec1327ed0fdc1",
  ]),
  row("com.fsck.k9", "Mozilla (K-9 Mail)", appVerifier, [
    "55c8a523b97335f5bf60dfe8a9f3e1dde744516d9357e80a925b7b22e4f55524",
    "c430665e3662253b2078dcda350c2c6ce44d915a3d8a147b63ced619bb9e8576",
  ]),
  row("com.github.libretube", "LibreTube", appVerifier, [
    "720c4fcecf738a41d033b9fbe0bef97ac232030ce93e274d2e0ae232e44eeace",
    "a86631e8cc555838e8dfc29019fb0f7dac333ef1cda1139c424d1a08d68a030b",
  ]),
  row("com.google.android.GoogleCamera", "Google", graphene, [
    "f0fd6c5b410f25cb25c3b53346c8972fae30f8ee7411df910480ad6b2d60db83",
    "1975b2f17177bc89a5dff31f9e64a6cae281a53dc1d1d59b1d147fe1c82afa00",
  ]),
  row("com.google.android.apps.maps", "Google", appVerifier, [
    "f0fd6c5b410f25cb25c3b53346c8972fae30f8ee7411df910480ad6b2d60db83",
    "7ce83c1b71f3d572fed04c8d40c5cb10ff75e6d87d9df6fbd53f0468c2905053",
  ]),
  row("com.google.android.gms", "Google", graphene, [
    "7ce83c1b71f3d572fed04c8d40c5cb10ff75e6d87d9df6fbd53f0468c2905053",
    "f0fd6c5b410f25cb25c3b53346c8972fae30f8ee7411df910480ad6b2d60db83",
    "1975b2f17177bc89a5dff31f9e64a6cae281a53dc1d1d59b1d147fe1c82afa00",
    "d22cc500299fb22873a01a010de1c82fbe4d061119b94814dd301dab50cb7678",
    microG,
  ]),
  row("com.google.android.gsf", "Google", graphene, [
    "7ce83c1b71f3d572fed04c8d40c5cb10ff75e6d87d9df6fbd53f0468c2905053",
    "f0fd6c5b410f25cb25c3b53346c8972fae30f8ee7411df910480ad6b2d60db83",
    "1975b2f17177bc89a5dff31f9e64a6cae281a53dc1d1d59b1d147fe1c82afa00",
    microG,
  ]),
  row("com.google.android.inputmethod.latin", "Google", appVerifier, [
    "f0fd6c5b410f25cb25c3b53346c8972fae30f8ee7411df910480ad6b2d60db83",
    "7ce83c1b71f3d572fed04c8d40c5cb10ff75e6d87d9df6fbd53f0468c2905053",
  ]),
  row("com.google.android.markup", "Google", appVerifier, [
    "ba835740b0898dbb0ffdcb00f53f9c90d3194b64c39a5588478f9a1aad79144f",
  ]),
  row("com.google.android.youtube", "Google", appVerifier, [
    "3d7a1223019aa39d9ea0e3436ab7c0896bfb4fb679f4de5fe7c23f326c8f994a",
    "5aad2bee6db95d17e05a08d7d1e64c10a1511879154483916b6ae6c7fd9cb0c6",
  ]),
  row("com.heytap.browser", "Oppo", passkeyBrowsers, [
    "b29aa0bbdc9fd9def55dc56ea7d74576d5846cbcf5e5abd305e2d9319e4f42ae",
    "aff8a749cf0e7d754465d0fbfa7b8d0c645e225c10c6e232ada0d9748836b8e5",
    "a8fea4cafb9332da26b8e6810817c1da90a5030e35a60a79e06c9097aac6a442",
  ]),
  row("com.instagram.android", "Instagram", passbolt, [
    "5f3e50f435583c9ae626302a71f7340044087a7e2c60adacfc254205a993e305",
  ]),
  row("com.kunzisoft.keepass.free", "KeePassDX", appVerifier, [
    "7d55b8af210381aabf960f07e17cf7857b6d2a642ca2da6bf0bdf1b200362f04",
    "46d515d5f41572420cef30c07b526bf2c40fc4a113ef191f4f9df9012e091f35",
  ]),
  row("com.kunzisoft.keepass.libre", "KeePassDX", appVerifier, [
    "7d55b8af210381aabf960f07e17cf7857b6d2a642ca2da6bf0bdf1b200362f04",
    "c810aab7efa4d5ad3fc2941fdf5f99b88a3b73f86219715627edb4dabac541a4",
  ]),
  row("com.looker.droidify", "Droid-ify", appVerifier, [
    "ed8859c55af311162658b94af982b9f091dcd27628d4de3486d1217ebf3c9935",
    "b4f1c8a81e4b9f6e02638e93bead56656502c21fb95c8d3ec93d0cdd1f6e0d3f",
  ]),
  row("com.microsoft.emmx", "Microsoft", passkeyBrowsers, [
    "01e1999710a82c2749b4d50c445dc85d670b6136089d0a766a73827c82a1eac9",
  ]),
  row("com.microsoft.emmx.beta", "Microsoft", passkeyBrowsers, [
    "01e1999710a82c2749b4d50c445dc85d670b6136089d0a766a73827c82a1eac9",
  ]),
  row("com.microsoft.emmx.canary", "Microsoft", passkeyBrowsers, [
    "01e1999710a82c2749b4d50c445dc85d670b6136089d0a766a73827c82a1eac9",
  ]),
  row("com.microsoft.emmx.dev", "Microsoft", passkeyBrowsers, [
    "01e1999710a82c2749b4d50c445dc85d670b6136089d0a766a73827c82a1eac9",
  ]),
  row("com.naver.whale", "Naver", passkeyBrowsers, [
    "0b8b8523bb4aeffa346e4bdd4fbf7d193450569aa14aaad4adfd94a3f7b227bb",
  ]),
  row("com.norton.neo", "Gen Digital", passkeyBrowsers, [
    "c52a34def81eded53d48add3756c7324a85b4204d565a7220f0838e3076d034b",
  ]),
  row("com.nutomic.syncthingandroid", "Syncthing", appVerifier, [
    "03e717f5b750c9ad44bc065e7e525081776e738b4f9174f7d055355abc5a564b",
    "ba33356a09ed07fa5c4b1768f709cf5ae7d113fdb2e893fc7ae201db300d459d",
  ]),
  row("com.opera.browser", "Opera", passkeyBrowsers, [
    "5d6afbf87f652af04647ada0df634cf22370900b164b09d50bd23aa2cb5285b8",
  ]),
  row("com.opera.browser.beta", "Opera", passkeyBrowsers, [
    "5d6afbf87f652af04647ada0df634cf22370900b164b09d50bd23aa2cb5285b8",
  ]),
  row("com.opera.mini.native", "Opera", passkeyBrowsers, [
    "57acbc525f1b2ebd19196cd6f014397cc910fd18841e0ae850febc3e1e593ff2",
  ]),
  row("com.squareup.cash", "Block", appVerifier, ["21a7467596c168650fd7b631b65422eb563e1d21aff22dde7389ba0d5d738748"]),
  row("com.vivaldi.browser", "Vivaldi", passkeyBrowsers, [
    "e8a78544655ba8c09817f732768f5689b1662ec4b2bc5a0bc0ec138d33ca3d1e",
  ]),
  row("com.vivaldi.browser.snapshot", "Vivaldi", passkeyBrowsers, [
    "e8a78544655ba8c09817f732768f5689b1662ec4b2bc5a0bc0ec138d33ca3d1e",
  ]),
  row("com.whatsapp", "WhatsApp", appVerifier, ["3987d043d10aefaf5a8710b3671418fe57e0e19b653c9df82558feb5ffce5d44"]),
  row("com.x8bit.bitwarden", "Bitwarden", appVerifier, [
    "24e06c04c208048f19f1c993b4dda4430ea8b06db8375ea0e37b834696b9ac3a",
    "de6ec91431557995297bf3e65bc80349bc603a04708160618c86bc9994171c90",
  ]),
  row("com.yandex.browser", "Yandex", passkeyBrowsers, [
    "aca405ded8b25cb2e8c6da69425d2b4307d087c1276fc06ad5942731ccc51dba",
  ]),
  row("com.yandex.browser.beta", "Yandex", passkeyBrowsers, [
    "aca405ded8b25cb2e8c6da69425d2b4307d087c1276fc06ad5942731ccc51dba",
  ]),
  row("com.zhiliaoapp.musically", "TikTok", appVerifier, [
    "9041803e91bcb814b4b4399fb5c85a91640b755e5e8ba76813814bf4cf2ab5ba",
  ]),
  row("com.zoho.primeum.stable", "Zoho", passkeyBrowsers, [
    "a9d6d0a2afdb15849b8cd31d51fe73b8e1b170baa570c2f8f2a3f8652829cbbd",
  ]),
  row("cz.seznam.sbrowser", "Seznam", passkeyBrowsers, [
    "db9540661078836e4eb166f69ef407309e8dae3334685ec8f6fa2f1381b9acf6",
  ]),
  row("de.tutao.tutanota", "Tuta", appVerifier, [
    "b454c176f90a1ea0572987d382723b5cd74f942a7937a2a0b99a368069148850",
    "fc1932e08464aefcae82597dc0fc9d04c08b24aa09d1f950df20ea81234f30cb",
  ]),
  row("eu.faircode.email", "FairEmail", appVerifier, [
    "e02067249f5a350e0ec703fe9df4dd682e0291a09f0c2e041050bbe7c064f5c9",
    "b9d041582af46ee39bba0f2f1829d948ae21ecf7ffa6ba120385d245ebb788ae",
  ]),
  row("im.molly.app", "Molly", appVerifier, ["6aa80fdf4a8cc13737cfb434fc0cde486f09cf8fcda21a67bea5ee1ca2700886"]),
  row("io.element.android.x", "Element", appVerifier, [
    "c6db9b9c8cbdd65d16e8ec8c8b91c831b9efc95cbf98ae41f6a9d835151a7e16",
  ]),
  row("io.simplelogin.android", "SimpleLogin", appVerifier, [
    "3ea1be558aba9d0c8caaaa75ea917adba46a5e8bbf82bc7e69486beb7c54c001",
    "f202306337bb3bc669f7e81d102fd110c48c672ae4563f63b97a53591df8e8cc",
  ]),
  row("me.proton.android.calendar", "Proton", appVerifier, [
    "dcc9439ec1a6c6a8d0203f3423ee42bcc8b970628e53cb73a0393f398dd5b853",
  ]),
  row("me.proton.android.drive", "Proton", appVerifier, [
    "dcc9439ec1a6c6a8d0203f3423ee42bcc8b970628e53cb73a0393f398dd5b853",
  ]),
  row("net.mullvad.mullvadvpn", "Mullvad", appVerifier, [
    "7be21930c3b4d73906b08930450a1d3afbd22c98d9d8e987df8c1fbc2d0c90bb",
    "d74ce0e0b29f4d1d57abf5ef7f9a3757e787cca7a6259b9c32bb5bb18e3463bd",
    "e1b66af1ac4869a33b091f81dcbd577bf8dcfe9125ddde3381bfff91813331ec",
  ]),
  row("net.quetta.browser", "Quetta", passkeyBrowsers, [
    "befee731126aa56e7efdaeaf5ef3faea441c19cce0caec426b65bbf82c594680",
  ]),
  row("org.briarproject.briar.android", "Briar", appVerifier, [
    "501ddf14a6ecf904fb20285c56a565cb987a867f91572ee33c2d43771cca4e37",
  ]),
  row("org.connectbot", "ConnectBot", appVerifier, [
    "aa43746a46127842169f8176412a1f4b1b1e2f8ad9e15aba217c3822dbeb2d5f",
    "2fef9cfe29bee1932061a81bfbb8b57c5c658854b82cc97bbf265265ddb2277c",
    "08789bad18ce8ec7b6637b5e70245a763ae5024f4d49ac85324047fb06b5da8a",
  ]),
  row("org.cromite.cromite", "Cromite", bitwarden, [
    "633fa41d8211d6d0916a819b89668c6de92e64232da67f9d16fd81c3b7e923ff",
  ]),
  row("org.fdroid.basic", "F-Droid", appVerifier, ["ef7f822b7653e2011cb8c5a7fc99e8d2ade1717e539ca56d6456295e3bc07312"]),
  row("org.fdroid.fdroid", "F-Droid", appVerifier, [
    "43238d512c1e5eb2d6569f4a3afbf5523418b82e0a3ed1552770abb9a9c9ccab",
  ]),
  row("org.ironfoxoss.ironfox", "IronFox", bitwarden, [
    "c5e291b5a571f9c8cd9a9799c2c94e02ec9703948893f2ca756d67b94204f904",
  ]),
  row("org.localsend.localsend_app", "LocalSend", appVerifier, [
    "bb3ee28239b1418af16ddc647d5a948a573c2d136d2b74bce47e9d8e2335304e",
    "3220c353a73cfbd0c2f3052471c445324cf452bcba26de1c473a52fe5c44e1d6",
  ]),
  row("org.mozilla.fenix", "Mozilla", passkeyBrowsers, [
    "5004779088e7f988d5bc5cc5f8798febf4f8cd084a1b2a46efd4c8ee4aeaf211",
  ]),
  row("org.mozilla.fennec_fdroid", "F-Droid (Fennec)", bitwarden, [
    "06665358efd8ba05be236a47a12cb0958d7d75dd939d77c2b31f5398537ebdc5",
  ]),
  row("org.mozilla.firefox", "Mozilla", passkeyBrowsers, [
    "a78b62a5165b4494b2fead9e76a280d22d937fee6251aece599446b2ea319b04",
  ]),
  row("org.mozilla.firefox_beta", "Mozilla", passkeyBrowsers, [
    "a78b62a5165b4494b2fead9e76a280d22d937fee6251aece599446b2ea319b04",
  ]),
  row("org.mozilla.focus", "Mozilla", passkeyBrowsers, [
    "6203a473be36d64ee37f87fa500edbc79eab930610ab9b9fa4ca7d5c1f1b4ffc",
  ]),
  row("org.telegram.messenger", "Telegram", appVerifier, [
    "49c1522548ebacd46ce322b6fd47f6092bb745d0f88082145caf35e14dcc38e1",
  ]),
  row("org.telegram.messenger.web", "Telegram", appVerifier, [
    "49c1522548ebacd46ce322b6fd47f6092bb745d0f88082145caf35e14dcc38e1",
  ]),
  row("org.thoughtcrime.securesms", "Signal", appVerifier, [
    "29f34e5f27f211b424bc5bf9d67162c0eafba2da35af35c16416fc446276ba26",
  ]),
  row("org.torproject.android", "Guardian Project (Orbot)", appVerifier, [
    "a454b87a1847a89ed7f5e70fba6bba96f3ef29c26e0981204fe347bf231dfd5b",
  ]),
  row("org.videolan.vlc", "VideoLAN", appVerifier, [
    "c8768d2cea0c4b622e419b4b4715981946821e4ebc035fb41776cad395a7f68e",
    "80535be61eedb9a03b0476a6f493d496c3498770404339ea7a8000f5e61d22c0",
  ]),
  row("proton.android.pass", "Proton", appVerifier, [
    "dcc9439ec1a6c6a8d0203f3423ee42bcc8b970628e53cb73a0393f398dd5b853",
  ]),
];

/** The list that comes with Candor. An app of a shop that builds it itself, such as F-Droid, is here only with that shop's key. */
export const embeddedKnownSigners: { readonly date: string; readonly value: KnownSigners } = {
  date: "2026-11-22",
  value: { signers },
};

function row(packageName: string, maker: string, source: string, certificates: readonly string[]): KnownSigner {
  return { package: packageName, maker, certificates, source };
}
