import type { Phrases } from "../../check-texts.ts";

/** Requests about one's data, in Simplified Chinese. */
export const rights: Phrases = {
  "It would end on {date}, which is no working day; it ends on the next one (Reg. 1182/71 Art. 3(4)).":
    "原本在 {date} 结束，但那天不是工作日，因此顺延到下一个工作日（第 1182/71 号条例第 3 条第 4 款）。",
  "Counted with the public holidays of the whole of {n}; a regional holiday may move the end by a day.":
    "按 {n} 全国性公共假日计算；地区性假日可能使期限推迟一天。",
  "Counted with Saturdays and Sundays alone, since the recipient's country or its holidays are not known; a public holiday may move the end.":
    "只按周六和周日计算，因为不知道收信方所在国家或其假日；公共假日可能使期限推迟。",
  "Counted in calendar days; holidays are not in it.": "按自然日计算，未考虑假日。",
  "The time rests on general knowledge and was not compared with the text of the law.":
    "这个期限依据一般了解，没有与法律原文核对。",
  "There is a file with this already.": "这里已经附有一个文件。",
  "This file is no longer where it was kept.": "这个文件已不在保存的位置。",
  "Your own copy is not touched.": "您自己的那一份不受影响。",
  "There is no such file with this request.": "这项请求没有这个文件。",
  "There is no letter of the kind “{name}” in the language “{n}”.": "没有语言为“{n}”的“{name}”类信件。",
  "Languages with all letters: {value}.": "所有信件都有的语言：{value}。",
  "The published text of this letter in “{n}” cannot be filled: {reason}.": "这封信的“{n}”公开文本无法填写：{reason}。",
  "Choose another language: {value}.": "请选择另一种语言：{value}。",
  "For {app}, the law as it is known here for {date} has no right of the kind “{name}”.":
    "就这里所知，按 {app} 在 {date} 的法律，没有“{name}”这种权利。",
  "Ask for advice there, or use the law of another region if it holds for you: --region":
    "请在当地咨询；如果另一地区的法律适用于您，就选用它：--region",
  "The address is from datarequests.org, record “{name}”, list of {date}, {value}; read there from {n}. Compare it with the company's privacy notice: what goes to a wrong address gives your data away.":
    "地址来自 datarequests.org 的记录“{name}”，{date} 的名单，{value}；其来源为 {n}。请与该公司的隐私声明核对：寄错地址会泄露您的数据。",
  "checked by people": "经人工核对",
  "used with success": "已成功使用过",
  "collected by a program": "由程序收集",
  "To find you they ask for: {value}. Give what is needed and nothing more.":
    "为了找到您，对方要求提供：{value}。只给必要的，不要多给。",
  "They are known to ask for a copy of an identity document. By the GDPR that is for cases of reasonable doubt alone (Art. 12(6)).":
    "据知对方会要求身份证件复印件。按 GDPR，只有在有合理怀疑时才可以（第 12 条第 6 款）。",
  "No address of {app} is known here, and none is guessed. It stands in the privacy notice of the app or of the company.":
    "这里不知道 {app} 的地址，也不作猜测。应用或公司的隐私声明里有。",
  "No address of {app} is known here, and none is guessed. It stands in the privacy notice of the app or of the company ({name}).":
    "这里不知道 {app} 的地址，也不作猜测。应用或公司（{name}）的隐私声明里有。",
  "There is a form: {n}": "有一个表格：{n}",
  "Nothing in the letter identifies you but your name. A company that knows devices alone finds you by an identifier only, such as the advertising ID.":
    "信里除了姓名没有能认出您的内容。只认识设备的公司只能凭标识符找到您，例如广告 ID。",
  "There is no evidence in it; a report on a record of traffic gives some.": "信里没有证据；流量记录的报告可以提供。",
  "The text is in the language that you chose; what was recorded, and what is added to it, is in English.":
    "正文用您选择的语言；记录到的内容和补充的内容是英文。",
  "The articles of {app} rest on general knowledge ({n}); compare them with {value}.":
    "{app} 的条款依据一般了解（{n}）；请与 {value} 核对。",
  "Law as of {date}. This is no legal advice.": "法律状态截至 {date}。这不是法律意见。",
  "Request {n} is {name}: “{event}” cannot follow.": "请求 {n} 的状态是 {name}：不能再有“{event}”。",
  "Request {n} is {name}: “{event}” cannot follow, only {value}.":
    "请求 {n} 的状态是 {name}：不能再有“{event}”，只能是 {value}。",
  "That was before {date}, when “{event}” was.": "那早于“{event}”发生的 {date}。",
  "The file is too large to be kept here.": "文件太大，无法保存在这里。",
  "Keep it yourself, and say in the note where it lies.": "请自己保存，并在备注里写明位置。",
  "There is no request {n}.": "没有请求 {n}。",
  "There is no such request.": "没有这项请求。",
  "See them all: candor rights list": "查看全部：candor rights list",
  "What is kept of your requests is damaged.": "保存的请求已损坏。",
  "It lies at {value}": "它位于 {value}",
  "What is to be corrected?": "要更正什么？",
  "Say it: --data “Name: Ada, not Ida”": "请说明：--data “Name: Ada, not Ida”",
  "The report shows no connection to {app}, so the letter has no evidence.":
    "报告里没有到 {app} 的连接，因此信里没有证据。",
  "Request {n} was not sent yet.": "请求 {n} 还没有寄出。",
  "When it was: candor rights sent {n}": "寄出以后：candor rights sent {n}",
  "The law as it is known here sets no time for request {n}, so there is no cause for a {name} by itself.":
    "就这里所知，法律没有为请求 {n} 规定期限，因此仅凭时间没有写 {name} 的理由。",
  "The time for an answer to request {n} ends on {date}: there is no cause for a {name} yet.":
    "请求 {n} 的答复期限到 {date} 才结束：还没有写 {name} 的理由。",
  "If there is another one, name it: --problem": "如果有别的理由，请说明：--problem",
  "To whom is the letter?": "信写给谁？",
  "This report has connections to {n} companies: {value}.": "这份报告里有到 {n} 家公司的连接：{value}。",
  "Name one: --to COMPANY": "请指明一家：--to COMPANY",
  "“{value}” may be: {apps}.": "“{value}”可能是：{apps}。",
  "The address of the authority is from datarequests.org, list of {date}; read there from {value}.":
    "监管机构的地址来自 datarequests.org {date} 的名单；其来源为 {value}。",
  "There are several authorities in {n}; the one where you live, or of the company's seat, is yours: {value}.":
    "{n} 有几个监管机构；您居住地或公司所在地的那个负责：{value}。",
  "To which authority? A complaint may go to that of the country where you live, work, or where it happened (Art. 77 GDPR).":
    "向哪个监管机构投诉？可以向您居住、工作或事情发生所在国家的机构投诉（GDPR 第 77 条）。",
  "Name it: --authority ID": "请指明：--authority ID",
  "Name the country: --country DE. All of them: candor rights authorities":
    "请指明国家：--country DE。全部列表：candor rights authorities",
  "No authority of {app} is known here.": "这里不知道 {app} 的监管机构。",
  "No address of {app} is known here, and none is guessed: its own pages have it.":
    "这里不知道 {app} 的地址，也不作猜测：它自己的网页上有。",
};
