import type { RuleTexts } from "./rule-texts.ts";

const other = "{app} 联系了 {servers}。记录显示了发送的内容，其中没有认出关于这个地址所报道的任何东西。";

/** The rules of traffic in Simplified Chinese. */
export const rulesZh: RuleTexts = {
  "anycast-or-cdn": {
    title: "服务器位置无法判断",
    messages: { unplaced: "有 {count} 个连接通往在多处应答的地址（{operators}），所以不写国家：{servers}。" },
  },
  "background-volume": {
    title: "后台流量很大",
    messages: { counted: "按手机自己的统计，从 {from} 到 {to}，{app} 在后台发送了 {sent} MB，接收了 {received} MB。" },
  },
  "capture-gap": {
    title: "有些应用的流量不在记录里",
    caution: "手机按小时统计，记录按秒，因此这可能是记录前后不久的流量。记录应用自己的流量从不在其中。",
    messages: {
      gap: "按手机自己的统计，有 {count} 个应用或系统部分发送了数据，而记录里没有它们的连接：{apps}。它们发送了什么不得而知。",
    },
  },
  "clear-name-lookups": {
    title: "服务器名称以明文 HTTP 查询",
    messages: {
      asked:
        "{app} 未加密地询问了 {servers}（阿里巴巴的 HTTP 域名查询）：途中的任何人都能看到查询了哪些服务器，也能作出别的应答。",
    },
  },
  "cleartext-contact": {
    title: "有连接没有加密",
    messages: {
      contacted: "{app} 未加密地与 {servers} 通信。其中没有认出个人数据；但途中的人仍能读取和更改内容。",
    },
  },
  "cleartext-personal-data": {
    title: "个人数据未加密就发送了",
    messages: { sent: "{app} 未加密地发送了以下内容，途中的任何人都能读到：{data}。发往 {servers}。" },
  },
  "data-and-permissions": {
    title: "发送了受权限保护的数据",
    messages: {
      without:
        "{app} 向 {recipients} 发送了{data}，而根据检查，它没有从手机读取该数据的权限。数据可能来自手动输入、网络地址、以前曾有的权限，或其他应用。",
      allowed: "{app} 向 {recipients} 发送了{data}。它凭 {permissions} 可以读取，你可以收回该权限。",
    },
  },
  "data-leaves-region": {
    title: "服务器所在国家没有充分性认定",
    caution:
      "只有一个控制者或处理者向另一个披露数据时，才是法律意义上的传输（EDPB 指南 05/2021）；手机直接发给境外公司的不是传输，但该公司仍须履行法律对它的要求。请询问有哪些保障措施（第 15 条第 2 款）。",
    messages: {
      sent: "{app} 把 {data} 发送到了位于 {countries} 的服务器（{table}）：{servers}。对 {region} 而言，没有认定那里的法律提供同等保护。",
      contacted:
        "{app} 联系了位于 {countries} 的服务器（{table}）：{servers}。对 {region} 而言，没有认定那里的法律提供同等保护。记录里看不到发送了什么。",
      nothing:
        "{app} 联系了位于 {countries} 的服务器（{table}）：{servers}。对 {region} 而言，没有认定那里的法律提供同等保护。发送的内容里没有认出个人数据。",
    },
  },
  "hardware-id": {
    title: "发送了手机本身的标识符",
    messages: {
      sent: "{app} 把一个伴随手机终身的标识符（{data}）发送给了 {recipients}。",
      named: "{app} 把一个被称为设备标识符的值发送给了 {recipients}。重置后它是否不变，从记录中看不出来。",
    },
  },
  "hashed-id": {
    title: "标识符以摘要形式发送",
    messages: {
      sent: "{app} 把您所说的一个值（{data}）的摘要发送给了 {recipients}。标识符的摘要和标识符一样好用：知道其一就能找到另一个。",
    },
  },
  "identifiers-to-third-parties": {
    title: "标识符发给了跟踪器",
    messages: { sent: "{app} 把 {data} 发送给了 {recipients}，列表把它们列为跟踪器。" },
  },
  "installed-app-list": {
    title: "发送了已装应用的列表",
    caution: "这份清单是否透露这类内容，要由人来判断。",
    messages: { sent: "{app} 把装了哪些应用告诉了 {recipients}。这样的列表可能透露健康、信仰、感情和政治倾向。" },
  },
  "old-tls": {
    title: "使用了过时的加密",
    messages: {
      chosen: "{app} 与 {servers} 商定了早于 1.2 的 TLS 版本，该类版本自 2021 年起已过时。",
      offered: "{app} 向 {servers} 提供的 TLS 版本都不高于 1.1，该类版本自 2021 年起已过时。",
    },
  },
  "operator-jurisdiction": {
    title: "服务器背后的公司总部在别处",
    caution: "这是写信询问的问题，不是违法：请询问该国的人员能否打开数据，以及有哪些保障措施。",
    messages: {
      seat: "{app} 联系了 {recipients}。该公司或其所有者的总部在 {seats}；这与服务器在哪里是两回事。对 {region} 而言，没有认定那里的法律提供同等保护。",
    },
  },
  "policy-mismatch": {
    title: "隐私声明没有提到的接收方",
    caution: "隐私声明可以只写接收方的类别而不写名称；公司在其中也可能用别的名称。",
    messages: { absent: "{app} 联系了 {recipients}；您给的文本（{file}）既没有提到该公司，也没有提到其域名。" },
  },
  "precise-location": {
    title: "发送了精确位置",
    messages: { sent: "{app} 把手机的位置（精确到一百米以内）发送给了 {recipients}。" },
  },
  "re-linkable-id": {
    title: "长期不变的标识符与广告标识符一起发送",
    messages: {
      sent: "{app} 把广告标识符和 {data} 一起发送给了 {recipients}。同时拥有两者，就能在广告标识符重置后再认出这部手机。",
    },
  },
  "static-vs-network": {
    title: "应用文件里的跟踪器与流量里的不一致",
    messages: {
      silent: "{app} 的文件里有 {trackers} 的代码；记录里没有与它们的联系。它们可能在别的时候工作。",
      surprising:
        "{app} 联系了 {recipients}，但其文件里没有认出它们的代码。应用内的网页、后来加载的代码或伪装的代码都可能如此。",
    },
  },
  "tracker-after-refusal": {
    title: "拒绝同意之后仍与跟踪器联系",
    caution: "拒绝了什么，是从你设置的标记得知的，不是从记录得知的。",
    messages: {
      contacted: "拒绝同意之后，{app} 联系了 {recipients}。记录里看不到发送了什么。",
      nothing: "拒绝同意之后，{app} 联系了 {recipients}。发送的内容里没有认出个人数据。",
      sent: "拒绝同意之后，{app} 把 {data} 发送给了 {recipients}。",
    },
  },
  "tracker-before-consent": {
    title: "作出选择之前就与跟踪器联系",
    caution: "对所要求的服务绝对必需的内容不需要同意；这里是否如此，要由接收方证明。",
    messages: {
      contacted: "在作出任何选择之前，{app} 联系了 {recipients}。记录里看不到发送了什么。",
      nothing: "在作出任何选择之前，{app} 联系了 {recipients}。发送的内容里没有认出个人数据。",
      sent: "在作出任何选择之前，{app} 把 {data} 发送给了 {recipients}。",
    },
  },
  "us-recipient": {
    title: "美国的接收方：仅对获认证者有充分性认定",
    caution: "这份名单不在 Candor 之内。该决定正在上诉中（C-703/25 P）。",
    messages: {
      look: "{app} 联系了 {recipients}。对美国的充分性认定只涵盖“数据隐私框架”名单上的接收方；请在 dataprivacyframework.gov 查询。",
    },
  },
  "vendor-reported-endpoint": {
    title: "联系了曾被报道的厂商服务器",
    messages: {
      contacted:
        "{app} 联系了 {servers}。曾有报道说它会得到：{what}（{by}；可信度 {confidence}）。这说明该找什么，而不说明这次发生了什么。",
    },
  },
  "xiaomi-ad-list-download": {
    title: "下载了 MiAdBlacklistConfig 列表",
    caution:
      "这份名单的用途有争议：立陶宛国家网络安全中心（2021）看到可用来屏蔽内容的词语，在欧盟关闭；其他人认为它是广告过滤器。下载它并不表明有内容被屏蔽。",
    messages: {
      sent: "{app} 向 {servers} 索取了 MiAdBlacklistConfig 列表。",
      contacted:
        "{app} 联系了 {servers}；2021 年曾有七个应用从那里下载 MiAdBlacklistConfig 列表。这次索取了什么，记录里看不到。",
      other,
    },
  },
  "xiaomi-ad-requests": {
    title: "手机系统在请求广告",
    messages: {
      sent: "{app} 把一个标识符发送给了 {servers}，小米的系统应用从那里获取广告。",
      contacted: "{app} 联系了 {servers}；按公开的列表，小米的系统应用从那里获取广告。记录里看不到发送了什么。",
      other,
    },
  },
  "xiaomi-browser-url-report": {
    title: "小米浏览器上报访问的页面",
    caution: "报道之后小米修改了浏览器。只有显示内容的记录才能说明如今发送什么。",
    messages: {
      sent: "{app} 把打开过的网页地址发送给了 {servers}。",
      contacted:
        "{app} 联系了 {servers}。2020 年有报道说，小米的浏览器会把访问的网址和搜索发到那里，无痕模式下也是如此；这次发送了什么，记录里看不到。",
      other,
    },
  },
  "xiaomi-installed-app-check": {
    title: "小米的守护服务向服务器询问已装的应用",
    caution: "在中国以外出售的手机会发送这份清单的说法，来自其代码中的地址，而不是来自记录。",
    messages: {
      sent: "{app} 把已装应用的列表发送给了 {servers}。",
      contacted:
        "{app} 联系了 {servers}。2023 年有报道说，守护服务会把已装应用的列表发到那里；这次发送了什么，记录里看不到。",
      other,
    },
  },
  "xiaomi-onetrack-usage": {
    title: "小米的 OneTrack 上报打开了哪些应用和界面",
    messages: {
      sent: "{app} 把打开了哪个应用或界面，或随之附上的手机标识符，发送给了 {servers}。",
      contacted:
        "{app} 联系了 {servers}。2021 年和 2023 年的研究看到，手机把打开了哪个应用和界面、何时、多久发到那里；这次发送了什么，记录里看不到。",
      other,
    },
  },
  "xiaomi-push-cleartext": {
    title: "小米的推送服务未加密通信",
    messages: {
      sent: "{app} 未加密地打开了到 {servers} 的小米推送通道。在途中任何人都能读到的内容里认出了该通道的数据帧；其中有机型、系统版本、语言和网络类型。",
      contacted: "{app} 在小米推送通道的端口上联系了 {servers}。记录里没有所发送内容的开头。",
    },
  },
  "xiaomi-usage-statistics": {
    title: "小米的 MiStat 收集使用统计",
    messages: {
      sent: "{app} 把个人数据发送给了 {servers}，小米的使用统计在那里汇集。",
      contacted: "{app} 联系了 {servers}；按公开的列表，小米的使用统计在那里汇集。记录里看不到发送了什么。",
      other,
    },
  },
};
