import type { LetterWords } from "../letter-words.ts";

/** Letters in Chinese, simplified. */
export const chinese: LetterWords = {
  locale: "zh-Hans",
  greeting: "敬启者：",
  thanks: "预先致谢。",
  closing: "此致",
  laws: {
    EU: "《通用数据保护条例》（GDPR）",
    GB: "英国《通用数据保护条例》（UK GDPR）",
    CH: "瑞士《联邦数据保护法》",
    CN: "《中华人民共和国个人信息保护法》",
    ID: "印度尼西亚《个人数据保护法》（UU PDP）",
    BR: "巴西《通用数据保护法》（LGPD）",
    TR: "土耳其《个人数据保护法》（KVKK）",
  },
  cite: (unit, articles) => `${articles.map(numbered).join("、")}${unit === "rule" ? "规则" : ""}`,
  cited: (articles, law) => `（${law}${articles}）`,
  comma: "、",
  subjects: {
    access: "查阅本人个人数据的请求（{law}{article}）",
    erasure: "删除本人个人数据的请求（{law}{article}）",
    objection: "反对处理本人个人数据（{law}{article}）",
    withdrawal: "撤回同意（{law}{article}）",
    portability: "以可携带的形式获取本人个人数据的请求（{law}{article}）",
    restriction: "限制处理的请求（{law}{article}）",
    rectification: "更正本人个人数据的请求（{law}{article}）",
    reminder: "催告：本人于{request_date}依据{law}{article}提出的请求",
    complaint: "针对{request_recipient}的投诉（{law}{article}）",
  },
  bodies: {
    access: `本人依据{law}{article}，请求查阅贵方处理的有关本人的个人数据。请确认贵方是否处理此类数据。如有处理，请向本人提供全部数据的副本，包括以假名或本人设备的标识符保存的数据，并告知：
1. 处理的目的；
2. 数据的类别；
3. 数据已经或将要披露给谁，请逐一列出接收方的名称；
4. 保存期限，或确定该期限的标准；
5. 非从本人处收集的数据的来源；
6. 是否存在自动化决策（包括用户画像），其逻辑以及对本人的影响；
7. 数据被传输到哪些其他国家、采取何种保障措施，并附上相关文件的副本。`,
    erasure: `本人依据{law}{article}，请求贵方立即删除[erase_all>贵方持有的有关本人的全部个人数据][erase_some>以下有关本人的个人数据：
{erasure_data}
]。凡处理以本人的同意为依据的，本人撤回该同意。请将本请求转告所有接收过这些数据的各方，告知本人这些接收方是谁，并向本人确认删除。如全部或部分拒绝，请说明理由。`,
    objection: `本人依据{law}{article}，反对为分析、用户画像和广告（包括直接营销）的目的处理有关本人的个人数据。[has:objection_reason>本人基于自身特殊情况的理由：{objection_reason}]请对与本人或本人设备有关的所有标识符停止此类处理，并向本人确认。如贵方认为自身的理由优先于本人的理由，请予说明，并在查明之前限制处理。`,
    withdrawal: `本人依据{law}{article}，自即日起撤回贵方据以处理有关本人的个人数据、或在本人设备上存储或读取信息的任何同意。如贵方认为本人曾作出此类同意，请告知作出的时间、方式和所用文本。请停止以该同意为依据的处理，删除没有其他法律依据的数据，并就以上两点向本人确认。`,
    portability: `本人依据{law}{article}，请求贵方以结构化、通用且机器可读的格式（例如 JSON 或 CSV）提供本人所提供的有关本人的个人数据，包括通过本人使用贵方服务或本人设备上的应用而观察到的数据，并附字段说明。`,
    restriction: `本人依据{law}{article}，请求贵方限制处理有关本人的个人数据：只予保存，不作其他任何处理。本人对处理的合法性有异议，并需要这些数据以主张自身权利。请在解除限制之前通知本人，并转告所有接收过这些数据的各方。`,
    rectification: `本人依据{law}{article}，请求贵方更正或补充以下不正确的有关本人的个人数据：
{rectification_data}
请转告所有接收过这些数据的各方，告知本人这些接收方是谁，并向本人确认更正。`,
    reminder: `本人于{request_date}依据{law}{request_article}向贵方提出了请求。{problem}

请在收到本函后两周内完整答复。否则，本人保留向监管机构投诉和采取法律行动的权利。`,
    complaint: `本人依据{law}{article}提出投诉。本人于{request_date}依据{law}{request_article}向以下控制者提出了请求：
{request_recipient_address}

{problem}

请审查此事，责令该控制者落实本人的请求，并告知本人结果。本人的联系方式：{contact}`,
  },
  runs: "本请求同时涉及[runs>下列公司和服务以及]由贵方负责的所有其他服务[runs>：{runs_list}]。",
  identity: "为便于识别，本人提供以下信息，请勿用于其他目的：\n{id_data}",
  deadline: "依照法律，贵方应在{period}答复。",
  period: (amount, unit) => `收到后${amount}${{ hours: "小时", days: "日", months: "个月" }[unit]}内`,
  reserve: "如贵方未在此期限内答复，本人保留向主管机构投诉和采取法律行动的权利。",
  problems: {
    "no-answer": "本人至今未收到答复。答复期限已于{due_date}届满。",
    partial: "{answer_date}的答复不完整：{answer_note}",
    refused: "该请求已于{answer_date}被拒绝：{answer_note}",
    "id-demanded":
      "对方于{answer_date}要求提供身份证件。只有在对本人身份有合理怀疑时才允许这样做，而对方并未说明这种怀疑；本人提供的标识符足以找到本人的数据。{answer_note}",
    "extended-late":
      "对方于{answer_date}要求延长期限。依照法律，只有在最初的期限内说明理由并通知，才可延长；该期限已于{due_date}届满。{answer_note}",
  },
  evidence: {
    intro:
      "本请求以本人自己手机的流量记录为依据[device>（{device}）][period>，时间为{from}至{to}（UTC）]。记录显示了与下列服务器的连接，公开的列表将这些服务器归属于贵方：",
    host: "- {host}：{connections} 次连接[moment>，{first}（UTC）][times>，{first} 至 {last}（UTC）][apps>，来自应用 {apps}]。{facts}",
    clear: "其中 {count} 次未加密。",
    beforeChoice: "其中 {count} 次发生在本人就同意作出任何选择之前。",
    afterRefusal: "其中 {count} 次发生在本人拒绝同意之后。",
    data: "在内容中看到：{data}。",
    contactOnly: "只看到了连接，没有看到发送的内容。",
    place: "根据 {source}（{date}），服务器位于：{country}。",
    placeUnknown: "无法判断服务器所在地。",
    record: "记录：{file}，{bytes} 字节，SHA-256 {sha256}",
    caution: "本人保存着该记录。凡未提及内容之处，本人只主张发生过连接，别无其他。",
    ask: "请就上述每一台服务器答复：",
    questions: [
      "（a）贵方通过它收到了哪些个人数据，以何种标识符，从何时起，为何目的？",
      "（b）法律依据是什么{ground}？如为同意：本人何时、以何种方式、依据何种文本作出了同意？",
      "（c）这些数据披露给了哪些接收方{recipients}？请逐一列出名称。",
      "（d）这些数据是否到达第三国（包括通过远程访问），采取了何种保障措施{transfer}？请附上相关文件的副本。",
    ],
    security: "（e）为何有一部分未加密，采取了哪些措施保护这些数据{security}？",
    kinds: {
      advertisingId: "广告标识符",
      developerScopedId: "Android ID",
      deviceId: "硬件标识符",
      installationId: "安装标识符",
      userId: "用户标识符",
      otherIdentifier: "其他标识符",
      pushToken: "推送令牌",
      phoneNumber: "电话号码",
      emailAddress: "电子邮件地址",
      contact: "联系人",
      location: "位置",
      installedApps: "已安装应用列表",
      network: "Wi-Fi 名称",
      viewedPage: "浏览的页面或界面",
      appUsage: "应用使用情况",
      health: "健康数据",
      deviceInfo: "手机信息",
      other: "其他数据",
    },
    more: "- 以及另外 {count} 台服务器，见记录。",
  },
  addressUnknown: "邮寄地址待补充：见 {domain} 的公司信息或隐私声明",
  contact: "上述地址",
};

/** `15(1)(c)` is cited as 第15条第1款第(c)项. */
function numbered(article: string): string {
  const [, number = article, paragraph, letter] = /^([\d.]+)(?:\((\d+)\))?(?:\(([a-z])\))?$/.exec(article) ?? [];
  return `第${number}条${paragraph ? `第${paragraph}款` : ""}${letter ? `第(${letter})项` : ""}`;
}
