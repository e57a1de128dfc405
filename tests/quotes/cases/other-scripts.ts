import type { Cases } from "./table.ts";

export const arabic: Cases = {
  language: "ar",
  source: `قالت الحارسة: «لن نُشعل المصباح قبل ١ مايو، ولن نرحل». هل يقبل الجيران؟ الاتفاق معلّق.`,
  accept: [
    ["word for word", "لن نُشعل المصباح قبل ١ مايو"],
    ["other quotation marks", 'قالت الحارسة: "لن نُشعل المصباح'],
    ["with direction marks", "\u200fلن نُشعل المصباح\u200e قبل ١ مايو\u061c"],
    ["with a stretched letter", "المصبـــاح قبل ١ مايو"],
    ["in presentation forms", "\ufedf\ufee6 نُشعل"],
    ["with its question mark", "هل يقبل الجيران؟"],
    ["an Arabic comma", "قبل ١ مايو، ولن نرحل"],
  ],
  refuse: [
    ["a removed negation", "نُشعل المصباح … لن نُشعل", "لن"],
    ["a changed negation", "لم نُشعل المصباح", "لم"],
    ["a lost vowel sign", "لن نشعل المصباح", "نشعل"],
    ["a lost shadda", "الاتفاق معلق", "معلق"],
    ["a Western digit", "قبل 1 مايو", "1"],
    ["a Persian yeh", "هل \u06ccقبل الجيران", "\u06ccقبل"],
    ["a Western question mark", "هل يقبل الجيران?", "?"],
    ["the article cut off", "مصباح", "مصباح"],
  ],
};

export const hebrew: Cases = {
  language: "he",
  source: `„לא נדליק את המנורה לפני ה־1 במאי”, אמרה השומרת. דו״ח צה״ל־ים קובע: שָׁלוֹם אי־אפשר לקנות. רח׳ הים סגור.`,
  accept: [
    ["word for word", "לא נדליק את המנורה לפני ה־1 במאי"],
    ["a hyphen for a maqaf", "לפני ה-1 במאי"],
    ["straight marks for gershayim", 'דו"ח צה"ל-ים קובע'],
    ["a straight mark for geresh", "רח' הים סגור"],
    ["with direction marks", "\u200fלא נדליק את המנורה"],
    ["points in another order", "ש\u05b8\u05c1לוֹם אי־אפשר"],
  ],
  refuse: [
    ["a removed negation", "קובע: אי־אפשר", "אי־אפשר"],
    ["lost points", "שלום אי־אפשר", "שלום"],
    ["an added negation", "לא לא נדליק", "לא נדליק"],
    ["lost gershayim", "דוח צה״ל־ים", "דוח"],
    ["a prefix cut off", "מנורה", "מנורה"],
    ["a final letter for an ordinary one", "שָׁלוֹמ", "שָׁלוֹמ"],
  ],
};

export const chinese: Cases = {
  language: "zh",
  source: `守灯人说：“五月一日以前，我们不会点灯。”下文德岛要求停火30天，并赔偿1,200升灯油……邻居没有回答。《针岩协议》仍然有效。`,
  accept: [
    ["word for word", "五月一日以前，我们不会点灯"],
    ["a start and end anywhere between signs", "我们不会点灯"],
    ["corner brackets for quotation marks", "守灯人说：「五月一日以前"],
    ["a line break between signs", "五月一日\n以前，我们不会点灯"],
    ["spaces around figures", "要求停火 30 天"],
    ["a gap", "五月一日以前……点灯"],
    ["a title in its marks", "《针岩协议》仍然有效"],
    ["two signs", "停火"],
  ],
  refuse: [
    ["a removed negation", "我们会点灯", "会"],
    ["another order", "点灯……我们不会", "我"],
    ["a traditional sign", "我們不会点灯", "們"],
    ["a changed number", "要求停火20天", "20"],
    ["a number cut", "停火3", "3"],
    ["a dropped comma", "五月一日以前我们不会", "我"],
    ["a Western comma", "五月一日以前,我们不会", ","],
    ["title marks dropped", "针岩协议仍然有效", "仍"],
  ],
};

export const thai: Cases = {
  language: "th",
  source: `ผู้เฝ้าประภาคารกล่าวว่า “เราจะไม่จุดตะเกียงก่อนวันที่ 1 พฤษภาคม”`,
  accept: [
    ["word for word", "เราจะไม่จุดตะเกียง"],
    ["with zero-width spaces between words", "เรา\u200bจะ\u200bไม่\u200bจุด"],
  ],
  refuse: [
    ["a removed negation", "เราจะจุดตะเกียง", "จุ"],
    ["a lost tone mark", "เราจะไมจุด", "ม"],
  ],
};
