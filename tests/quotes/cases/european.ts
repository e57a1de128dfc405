import type { Cases } from "./table.ts";

export const german: Cases = {
  language: "de",
  source: `„Wir zünden die Lampe nicht vor dem 1. Mai an“, sagte die Wärterin. Die Größe des Streits um 1.250,50 Kronen sei „maßlos übertrieben“. Die Schiff-
fahrt ruht, das Boot der U-
Wacht auch. Der See- und Fährverkehr bleibe eingestellt.`,
  accept: [
    ["word for word", "Wir zünden die Lampe nicht vor dem 1. Mai an"],
    ["English quotation marks for German ones", "sei “maßlos übertrieben”"],
    ["guillemets pointing inwards", "sei »maßlos übertrieben«"],
    ["decomposed umlauts", "Wir zu\u0308nden die Lampe nicht"],
    ["a number with point and comma", "um 1.250,50 Kronen"],
    ["a comma after the closing mark", "vor dem 1. Mai an“, sagte die Wärterin"],
    ["a word broken at a line end", "Die Schifffahrt ruht"],
    ["a hyphen before a capital at a line end", "das Boot der U-Wacht auch"],
    ["a hanging hyphen", "Der See- und Fährverkehr"],
  ],
  refuse: [
    ["a lost umlaut", "Wir zunden die Lampe", "zunden"],
    ["an umlaut written with e", "Wir zuenden die Lampe", "zuenden"],
    ["ss for ß", "masslos übertrieben", "masslos"],
    ["a removed nicht", "Wir zünden die Lampe vor dem 1. Mai an", "vor"],
    ["a noun in small letters", "Wir zünden die lampe", "lampe"],
    ["an English number", "um 1,250.50 Kronen", "1,250.50"],
    ["a moved comma", "vor dem 1. Mai an,“ sagte", ","],
    ["an end within a compound", "das Boot der U", "U"],
  ],
};

export const french: Cases = {
  language: "fr",
  source: `« Nous n’allumerons pas la lampe avant le 1er mai », a déclaré la gardienne : « C’est le cœur de l’accord ! » Il faudra 1 200 litres d’huile, soit 5 % des droits, jusqu’à l’été.`,
  accept: [
    ["word for word", "Nous n’allumerons pas la lampe"],
    ["a straight apostrophe", "Nous n'allumerons pas la lampe"],
    ["with a no-break space before the mark", "C’est le cœur de l’accord\u00a0!"],
    ["with a narrow no-break space before the mark", "C’est le cœur de l’accord\u202f!"],
    ["without a space before the mark", "C’est le cœur de l’accord!"],
    ["English quotation marks", "avant le 1er mai”, a déclaré la gardienne"],
    ["a number with a no-break space", "1\u00a0200 litres d’huile"],
    ["a number with a thin space", "1\u2009200 litres d’huile"],
    ["a per cent sign apart", "soit 5\u202f% des droits"],
    ["decomposed accents", "jusqu’a\u0300 l’e\u0301te\u0301"],
  ],
  refuse: [
    ["a removed pas", "Nous n’allumerons la lampe", "la"],
    ["a lost accent", "jusqu’a l’été", "jusqu’a"],
    ["another accent", "jusqu’à l’étè", "l’étè"],
    ["oe for œ", "C’est le coeur", "coeur"],
    ["the end of a number with a space", "200 litres d’huile", "200"],
    ["the start of a number with a space", "Il faudra 1", "1"],
    ["an English thousands comma", "1,200 litres d’huile", "1,200"],
    ["an elided article cut off", "accord", "accord"],
    ["a full stop for an exclamation mark", "le cœur de l’accord.", "."],
  ],
};

export const turkish: Cases = {
  language: "tr",
  source: `“1 Mayıs’tan önce lambayı yakmayacağız,” dedi bekçi. Işık Türkiye’den değil, İğne Kayası’ndan gelir. Irmak sığdır; ılık su iner.`,
  accept: [
    ["word for word", "1 Mayıs’tan önce lambayı yakmayacağız"],
    ["a straight apostrophe before a suffix", "Türkiye'den değil"],
    ["decomposed letters", "Tu\u0308rkiye’den deg\u0306il"],
    ["a decomposed capital I with dot", "I\u0307ğne Kayası’ndan gelir"],
    ["a dotted initial made small", "[i]ğne Kayası’ndan gelir"],
    ["a dotless initial made small", "[ı]rmak sığdır"],
    ["a dotless initial made a capital", "[I]lık su iner"],
  ],
  refuse: [
    ["i for ı", "1 Mayis’tan önce", "Mayis’tan"],
    ["I for İ", "Iğne Kayası’ndan", "Iğne"],
    ["g for ğ", "Türkiye’den degil", "degil"],
    ["u for ü", "Turkiye’den değil", "Turkiye’den"],
    ["a suffix cut off", "Türkiye değil", "Türkiye"],
    ["the negation taken out of a verb", "lambayı yakacağız", "yakacağız"],
  ],
};
