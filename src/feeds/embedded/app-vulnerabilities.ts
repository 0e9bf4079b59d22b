/**
 * Well-known holes of libraries that apps carry: number, grade, library, then ranges `introduced<fixed` (or `introduced=last` where no
 * version mends it). After the entries of these numbers at https://nvd.nist.gov/ and https://github.com/advisories.
 */
export const holeTable = `
CVE-2021-0341 high com.squareup.okhttp3:okhttp 0<4.9.2
CVE-2023-3635 moderate com.squareup.okio:okio 0<1.17.6 2.0.0<3.4.0
CVE-2018-1000850 high com.squareup.retrofit2:retrofit 2.0.0<2.5.0
CVE-2022-25647 high com.google.code.gson:gson 0<2.8.9
CVE-2018-10237 moderate com.google.guava:guava 11.0<24.1.1
CVE-2023-2976 moderate com.google.guava:guava 1.0<32.0.0
CVE-2024-7254 high com.google.protobuf:protobuf-java 0<3.25.5 4.0.0<4.27.5 4.28.0<4.28.2
CVE-2024-7254 high com.google.protobuf:protobuf-javalite 0<3.25.5 4.0.0<4.27.5 4.28.0<4.28.2
CVE-2020-8913 high com.google.android.play:core 0<1.7.2
CVE-2021-22573 high com.google.oauth-client:google-oauth-client 0<1.33.3
CVE-2021-44228 critical org.apache.logging.log4j:log4j-core 2.0<2.3.1 2.4<2.12.2 2.13.0<2.15.0
CVE-2019-17571 critical log4j:log4j 1.2.0=1.2.17
CVE-2015-6420 high commons-collections:commons-collections 3.0<3.2.2
CVE-2015-6420 high org.apache.commons:commons-collections4 4.0<4.1
CVE-2022-42889 critical org.apache.commons:commons-text 1.5<1.10.0
CVE-2021-29425 moderate commons-io:commons-io 0<2.7
CVE-2024-47554 high commons-io:commons-io 2.0<2.14.0
CVE-2021-36090 high org.apache.commons:commons-compress 1.0<1.21
CVE-2024-25710 high org.apache.commons:commons-compress 1.3<1.26.0
CVE-2020-13956 moderate org.apache.httpcomponents:httpclient 0<4.5.13
CVE-2020-28052 high org.bouncycastle:bcprov-jdk15on 1.65<1.67
CVE-2020-36518 high com.fasterxml.jackson.core:jackson-databind 0<2.12.6.1 2.13.0<2.13.2.1
CVE-2021-37714 high org.jsoup:jsoup 0<1.14.2
CVE-2022-1471 high org.yaml:snakeyaml 0<2.0
CVE-2021-39144 high com.thoughtworks.xstream:xstream 0<1.4.18
CVE-2023-5072 high org.json:json 0<20231013
CVE-2020-29582 moderate org.jetbrains.kotlin:kotlin-stdlib 0<1.4.21
CVE-2022-24329 moderate org.jetbrains.kotlin:kotlin-stdlib 0<1.6.0
CVE-2014-0160 high OpenSSL 1.0.1<1.0.1g
CVE-2021-3711 critical OpenSSL 1.1.1<1.1.1l
CVE-2022-0778 high OpenSSL 1.0.2<1.0.2zd 1.1.1<1.1.1n 3.0.0<3.0.2
CVE-2022-3602 high OpenSSL 3.0.0<3.0.7
CVE-2023-38545 critical libcurl 7.69.0<8.4.0
CVE-2018-25032 high zlib 0<1.2.12
CVE-2022-37434 critical zlib 0<1.2.13
CVE-2022-25315 critical Expat 0<2.4.5
CVE-2022-40674 high Expat 0<2.4.9
CVE-2019-3855 high libssh2 0<1.8.1
CVE-2019-7317 moderate libpng 0<1.6.37
CVE-2018-20346 high SQLite 0<3.25.3
CVE-2022-35737 high SQLite 1.0.12<3.39.2
CVE-2023-4863 high libwebp 0<1.3.2
`;
