import type { CheckTexts } from "../../check-texts.ts";

const askGroup =
  "请用另一台设备写信给研究此类案例的组织，例如国际特赦组织的安全实验室（Security Lab）或 Access Now 的求助热线。";
const safety =
  "如果身边的人可能在监视你，在考虑好自身安全并保留证据之前不要移除应用。受害者求助渠道见 stopstalkerware.org。";

export const stalkerware: CheckTexts = {
  "harmful-apps": {
    question: "有已安装的应用因其文件或内容而被认定有害吗？",
    pass: "按所用的列表和规则，没有已安装应用的文件被认定有害",
    fail: "有已安装的应用因其文件或内容而被认定有害",
    why: "应用可以取任何名称。文件的摘要能确凿无疑地指明某个版本；规则能识别其中的内容，不管应用叫什么。",
    advice:
      "如果它可能是为监视某人而安装的，在考虑好自身安全并保留证据之前不要移除：求助渠道见 stopstalkerware.org。否则请移除。",
    messages: { known: "{app}：{said}" },
  },
  "hidden-icon-apps": {
    question: "有没有图标的后来安装的应用吗？",
    pass: "除已知的辅助应用外，每个后来安装的应用都显示图标",
    fail: "有后来安装的应用不显示图标",
    why: "没有图标的应用在主屏幕上找不到。监视他人的应用就这样隐藏；不过输入法、插件和主题也没有图标。",
    advice:
      "在“设置 > 应用”中查看该应用，想想是谁、为什么安装的。如果可能有人在监视你，移除前请先寻求帮助：对方可能会察觉。",
    messages: {
      store: "{app} 不显示图标（{users}）。它来自应用商店。",
      outside: "{app} 不显示图标（{users}），而且不是来自应用商店。",
    },
  },
  "mobile-threat-certificates": {
    question: "有已安装应用的文件或签名者属于有记录的间谍软件吗？",
    pass: "检查过的应用中，没有文件或签名者出现在已加载的间谍软件列表中",
    fail: "有已安装应用的文件或签名者出现在间谍软件列表中",
    why: "文件的摘要能确凿无疑地指明间谍应用的某个版本；签名者的证书指明其制作者，不管应用叫什么。",
    advice: `先不要移除应用。${askGroup}`,
    messages: {
      file: "{app} 的文件被列为 {malware}（{campaign}）。",
      signer: "签署 {app} 的证书被列为 {malware}（{campaign}）。",
    },
  },
  "mobile-threat-packages": {
    question: "有已安装应用的名称属于有记录的间谍软件吗？",
    pass: "没有已安装应用的名称出现在已加载的间谍软件列表中",
    fail: "有已安装应用的名称出现在间谍软件列表中",
    why: "研究团体会公布国家和公司用来监视他人的应用名称。列表只知道已发现的：大多数此类间谍软件会改名，或没有名称。",
    advice: `先不要移除应用。${askGroup}`,
    messages: { listed: "{app} 的名称被列为 {malware}（{campaign}）。" },
  },
  "mobile-threat-processes": {
    question: "有运行中的进程名称属于有记录的间谍软件吗？",
    pass: "没有运行中的进程名称出现在已加载的间谍软件列表中",
    fail: "有运行中的进程名称出现在间谍软件列表中",
    why: "即使不是普通应用，间谍软件也得运行。它的进程有名称，有些名称已为研究者所知。",
    advice: `不要重启手机。${askGroup}`,
    messages: { listed: "进程 {process} 的名称被列为 {malware}（{campaign}）。" },
  },
  "mobile-threat-properties": {
    question: "系统中有间谍软件会设置的属性吗？",
    pass: "没有系统属性出现在已加载的间谍软件列表中",
    fail: "有系统属性出现在间谍软件列表中",
    why: "有些间谍软件会在系统属性中留下自己存在的标记。研究者已公布了这类名称。",
    advice: `不要重启手机。${askGroup}`,
    messages: { listed: "系统属性 {name} 被列为 {malware}（{campaign}）。" },
  },
  "power-combination": {
    question: "有后来安装的应用同时拥有监视一个人所需的权力吗？",
    pass: "没有隐藏的或商店之外的应用同时拥有多项监视权力",
    fail: "有后来安装的应用同时拥有监视一个人所需的权力",
    why: "已知间谍软件的列表只列出以前发现过的。这类应用离不开的是一组权力：读取屏幕和通知、知道位置、收听、不被看见。自动化应用也拥有类似的权力，但机主是知道的。",
    advice:
      "如果你不认识这里列出的应用，也没有给过它这些权力，请把它当作监视你的应用。移除前先寻求帮助：安装它的人可能会察觉。",
    messages: {
      hidden: "{app} 不显示图标，并且可以{powers}。",
      outside: "{app} 不是来自应用商店，并且可以{powers}。",
      unknownOrigin: "{app} 可以{powers}。无法读取是谁安装的。",
    },
  },
  "removed-apps-traces": {
    question: "最近几天移除过应用吗？",
    pass: "手机没有最近几天移除过应用的痕迹",
    fail: "最近几天移除过应用",
    why: "间谍软件常在有人检查手机之前不久被移除。电池统计会把已移除应用的名称保留几天，软件包服务则保留到手机重启。",
    advice: "移除应用是正常的。请留意手机使用者都不记得的名称。",
    messages: {
      known: "已移除的 {app} 被列为 {malware}。",
      others: "已不在手机上：{apps}。",
    },
  },
  "stalkerware-certificates": {
    question: "有已安装的应用由已知的监控软件制作者签名吗？",
    pass: "检查过的应用中，没有用已加载的监控软件列表中的证书签名的",
    fail: "有已安装的应用由列表中的监控软件制作者签名",
    why: "制作者可以给应用取任何名称，但为了能更新，必须用同一密钥签名。不管应用叫什么，证书都能说明制作者。",
    advice: safety,
    messages: { signed: "{app} 的签名证书被列为 {product}。" },
  },
  "stalkerware-packages": {
    question: "有已安装的应用按名称是已知的监控软件吗？",
    pass: "没有已安装应用的名称出现在已加载的监控软件列表中",
    fail: "有已安装的应用被列为监控软件",
    why: "监控软件把手机使用者的消息、通话和行踪给另一个人看，并且隐瞒这一点。",
    advice: safety,
    messages: {
      stalkerware: "{app} 被列为 {product}，这是一款监视手机使用者的应用。",
      watchware: "{app} 被列为 {product}，这是一款公开监管手机的应用，可能被滥用。",
    },
  },
  "suspicious-apps": {
    question: "有后来安装的应用做得像有害应用吗？",
    pass: "按 Candor 自己的规则，没有后来安装的应用做得像有害应用",
    fail: "有后来安装的应用做得像有害应用",
    why: "新的或改了名的间谍应用不在任何列表中。它们需要的东西会暴露它们：掌控整部手机的权力，加上隐藏。",
    advice: "想想是不是你或你信任的人安装的，为了什么。如果都不是，移除前先寻求帮助：安装它的人可能会察觉。",
    messages: { built: "{app}：{said}" },
  },
};
