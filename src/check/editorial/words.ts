/**
 * Words that an editor of a neutral sheet has reason to look at twice, by language. Short on purpose: a word
 * that is as often right as wrong is not here. Every form is written out, since no rule of one language bends
 * the words of another.
 */
import type { InterfaceLanguage } from "../../content/interface-languages.ts";

/** The words of one language. */
export interface WatchedWords {
  /** Verbs that judge a speaker, words that praise or belittle, words that say what goes without saying. */
  readonly loaded: readonly string[];
  /** Words that make a number a number of casualties. */
  readonly casualties: readonly string[];
  /** Words that make a number a range, or name who counted. */
  readonly hedges: readonly string[];
}

/** The lists. */
export const WATCHED_WORDS: Readonly<Record<InterfaceLanguage, WatchedWords>> = {
  en: {
    loaded: [
      ..."admitted bemoaned blasted boasted bragged cynically heroic heroically hypocritical hypocritically infamous lambasted laughably legendary notorious obviously outrageous ranted ridiculous shameful shamefully slammed so-called supposedly undeniably undoubtedly unquestionably whined".split(
        " ",
      ),
      "lashed out",
      "needless to say",
      "of course",
      "world-class",
    ],
    casualties: "casualties dead deaths died injured killed wounded".split(" "),
    hedges: [
      ..."about according around approximately between estimated estimates least more reported reportedly said says some".split(
        " ",
      ),
      "up to",
    ],
  },
  uk: {
    loaded:
      "нібито безсумнівно вочевидь ганебно ганебний героїчно героїчний звісно легендарний скандальний сумнозвісний цинічно цинічний"
        .split(" ")
        .concat("так званий"),
    casualties: "вбито загинули загиблих поранено поранених убито".split(" "),
    hedges: "близько від до за заявила заявив понад приблизно щонайменше".split(" "),
  },
  ru: {
    loaded:
      "якобы безусловно несомненно очевидно легендарный позорно позорный героически героический скандальный цинично циничный"
        .split(" ")
        .concat("печально известный"),
    casualties: "погибли погибших ранено раненых убито убитых".split(" "),
    hedges: "более до заявил заявила около от по приблизительно свыше".split(" "),
  },
  tr: {
    loaded: "alçakça efsanevi güya kahramanca kuşkusuz malum rezil sözde şüphesiz utanmazca".split(
      " ",
    ),
    casualties: "öldü öldürüldü ölü yaralandı yaralı".split(" "),
    hedges: "arasında fazla göre kadar yaklaşık".split(" ").concat("en az"),
  },
  de: {
    loaded:
      "angeblich berüchtigt berüchtigte heldenhaft heldenhafte legendär legendäre natürlich offensichtlich prahlte schändlich schändliche selbstverständlich sogenannt sogenannte sogenannten unbestreitbar zweifellos zynisch zynische".split(
        " ",
      ),
    casualties: "getötet getötete Tote Toten verletzt Verletzte verwundet Verwundete".split(" "),
    hedges: "bis etwa laut mehr mindestens nach rund sagte ungefähr zwischen".split(" "),
  },
  fr: {
    loaded:
      "cynique cyniquement évidemment fanfaronné honteusement honteux héroïque héroïquement indéniablement légendaire naturellement prétendument scandaleux soi-disant tristement".split(
        " ",
      ),
    casualties: "blessés morts tués victimes".split(" "),
    hedges: "entre environ jusqu'à moins plus selon".split(" "),
  },
  pl: {
    loaded:
      "bezsprzecznie bohatersko bohaterski cyniczny cynicznie haniebny haniebnie legendarny niewątpliwie oczywiście osławiony rzekomo skandaliczny".split(
        " ",
      ),
    casualties: "ranni rannych zabici zabito zabitych zginęło".split(" "),
    hedges: "do między od około podał podała ponad według".split(" ").concat("co najmniej"),
  },
  ar: {
    loaded: "المزعوم المزعومة بطولي بطولية بالطبع زعم أسطوري أسطورية مخز مخزية وقح وقحة"
      .split(" ")
      .concat("بلا شك"),
    casualties: "جرحى جريحا قتلى قتيلا مصابا".split(" "),
    hedges: "بين حسب حوالي نحو وفق".split(" ").concat("ما لا يقل"),
  },
  he: {
    loaded: "אגדי אגדית ברור בוודאי הירואי הירואית כביכול כמובן לכאורה מביש מבישה ציני צינית".split(
      " ",
    ),
    casualties: "הרוגים נהרגו נפצעו פצועים".split(" "),
    hedges: "בין כ לפחות לפי עד".split(" "),
  },
};
