import type { Cases } from "./table.ts";

export const ukrainian: Cases = {
  language: "uk",
  source: `«Ми не засвітимо лампу до 1 травня», — сказала доглядачка. П’ять об’єднаних острівців із Їжакової бухти вимагають 30-денного перемир’я. Ґанок зачинено, ключ зник.`,
  accept: [
    ["word for word", "Ми не засвітимо лампу до 1 травня"],
    ["other quotation marks", "„Ми не засвітимо лампу до 1 травня“, — сказала"],
    ["a straight apostrophe", "П'ять об'єднаних острівців"],
    ["a modifier letter apostrophe", "П\u02bcять об\u02bcєднаних острівців"],
    ["an en dash", "до 1 травня», – сказала доглядачка"],
    ["a decomposed ї", "І\u0308жакової бухти"],
    ["a changed initial", "[м]и не засвітимо лампу"],
    ["a gap", "Ми не засвітимо […] до 1 травня"],
  ],
  refuse: [
    ["a removed не", "Ми засвітимо лампу", "засвітимо"],
    ["a Latin i", "Ми не засв\u0069тимо лампу", "засв\u0069тимо"],
    ["a Latin a", "л\u0061мпу до 1 травня", "л\u0061мпу"],
    ["і for ї", "із Іжакової бухти", "Іжакової"],
    ["Г for Ґ", "Ганок зачинено", "Ганок"],
    ["a dropped apostrophe", "Пять об’єднаних", "Пять"],
    ["a Russian spelling", "П’ять объєднаних", "объєднаних"],
    ["another number", "вимагають 20-денного", "20-денного"],
    ["a start within a word", "денного перемир’я", "денного"],
  ],
};

export const russian: Cases = {
  language: "ru",
  source: `— Мы не зажжём лампу раньше 1 мая, — сказала смотрительница. — Кто-то разбил линзу; всё остальное — «сказки». Нужно 1 200 литров масла и ещё 3,5 процента.`,
  accept: [
    ["word for word", "Мы не зажжём лампу раньше 1 мая"],
    ["with the dash of direct speech before it", "— Мы не зажжём лампу"],
    ["through the narrator's words", "раньше 1 мая, — сказала смотрительница"],
    ["a decomposed ё", "Мы не зажже\u0308м лампу"],
    ["a spaced hyphen for a dash", "всё остальное - «сказки»"],
    ["straight quotation marks", 'всё остальное — "сказки"'],
    ["a no-break space in a number", "Нужно 1\u00a0200 литров масла"],
    ["a comma in a number", "ещё 3,5 процента"],
    ["a gap in angle brackets", "Мы не зажжём лампу <…> Кто-то разбил линзу"],
    ["a hyphen at a line end", "Кто-\nто разбил линзу"],
  ],
  refuse: [
    ["a removed не", "Мы зажжём лампу", "зажжём"],
    ["е for ё", "Мы не зажжем лампу", "зажжем"],
    ["все for всё", "все остальное", "все"],
    ["a Latin c", "\u0063казки", "\u0063казки"],
    ["the end of a number", "200 литров масла", "200"],
    ["half of a hyphenated word", "то разбил линзу", "то"],
    ["a point for a decimal comma", "ещё 3.5 процента", "3.5"],
    ["a dropped dash", "всё остальное «сказки»", "«"],
  ],
};
