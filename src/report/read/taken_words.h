// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>
#include <utility>

/// Words by which cells are read. The self-check of a blank knows the same ones.
namespace esep::report {

/// In lower case. In an optional cell whose value is no text: there is none.
inline constexpr std::array<std::string_view, 24> kNone{
    "жоқ",           "нет",         "none",          "н/д",         "нд",         "н.д.",       "н/а",
    "n/a",           "na",          "берілмеді",     "берілмеген",  "болмады",    "болған жоқ", "қарастырылмаған",
    "қолданылмайды", "мәлімет жоқ", "отсутствует",   "отсутствуют", "не имеется", "не было",    "не предусмотрено",
    "не применимо",  "нет данных",  "not applicable"};
/// In a column of yes and no.
inline constexpr std::array<std::string_view, 6> kYes{"true", "1", "да", "иә", "ия", "yes"};
inline constexpr std::array<std::string_view, 5> kNo{"false", "0", "нет", "жоқ", "no"};
/// What people and programs put behind a date; of several the first that fits is cut off.
inline constexpr std::array<std::string_view, 8> kDateTails{" г.", " г", " ж.", " ж", "г.", "ж.", "г", "ж"};
/// The same, which the self-check of a blank does not know: it is stricter.
inline constexpr std::array<std::string_view, 4> kRareDateTails{"года", "год", "жылы", "жыл"};
/// What people put before a date.
inline constexpr std::string_view kDateFrom = "от";
/// What stands between two choices of one cell besides a comma, a semicolon and a slash.
inline constexpr std::array<std::string_view, 5> kBetweenChoices{" и ", " және ", " мен ", " and ", " & "};
/// How words of units begin in which the same number is another value, and the sign of the unit.
inline constexpr std::array<std::pair<std::string_view, std::string_view>, 25> kUnitStems{
    {{"тыс", "1000"},     {"мың", "1000"},   {"thousand", "1000"},  {"млн", "10^6"},       {"миллион", "10^6"},
     {"million", "10^6"}, {"mln", "10^6"},   {"млрд", "10^9"},      {"миллиард", "10^9"},  {"billion", "10^9"},
     {"mlrd", "10^9"},    {"трлн", "10^12"}, {"триллион", "10^12"}, {"trillion", "10^12"}, {"долл", "$"},
     {"usd", "$"},        {"dollar", "$"},   {"евро", "€"},         {"еуро", "€"},         {"eur", "€"},
     {"рубл", "₽"},     {"rub", "₽"},    {"процент", "%"},      {"пайыз", "%"},        {"percent", "%"}}};
/// How words of tenge begin.
inline constexpr std::array<std::string_view, 6> kTengeStems{"теңге", "тенге", "тг", "kzt", "tenge", "тнг"};
/// How the words of what is counted begin: pieces, and persons.
inline constexpr std::array<std::string_view, 8> kPieceStems{"шт",   "штук",   "ед",  "единиц",
                                                             "дана", "бірлік", "pcs", "pieces"};
inline constexpr std::array<std::string_view, 4> kPersonStems{"чел", "адам", "person", "people"};
/// How words of a title begin that counts persons.
inline constexpr std::array<std::string_view, 20> kCountedPersonStems{
    "чел",   "адам", "person", "people", "дет",     "ребен",   "бала",      "child",    "пользовател", "пайдаланушы",
    "users", "учащ", "ученик", "оқушы",  "педагог", "сотрудн", "қызметкер", "работник", "воспитан",    "тәрбиелен"};
/// How words for children begin: a title that counts them, and a cell, may use any; and beginnings of other words.
inline constexpr std::array<std::string_view, 14> kChildStems{"дет",    "ребен",    "ребён",     "бала",    "child",
                                                              "учащ",   "ученик",   "школьник",  "обучающ", "оқушы",
                                                              "шәкірт", "воспитан", "тәрбиелен", "pupil"};
inline constexpr std::array<std::string_view, 2> kNoChildStems{"детс", "балабақша"};
/// Words of a title beside which stands what it counts.
inline constexpr std::array<std::string_view, 6> kCountBefore{"число", "количество", "кол", "всего", "of", "барлығы"};
inline constexpr std::array<std::string_view, 4> kCountBehind{"саны", "санының", "жиыны", "count"};
/// How words begin that stand for «%».
inline constexpr std::array<std::string_view, 3> kPercentStems{"процент", "пайыз", "percent"};
inline constexpr std::string_view kTenge = "тенге";  // what the sign of tenge is read as
/// «в тысячах»: before the unit, and the end of its case.
inline constexpr std::pair<std::string_view, std::string_view> kGivenIn{"в", "ах"};
/// What stands beside the name of a unit and says nothing else: whole words, and beginnings.
inline constexpr std::array<std::string_view, 17> kUnitCompany{
    "в", "на", "in", "ед", "изм", "сша", "ақш", "us", "рк", "of", "the", "қр", "все", "all", "чел", "шт", "адам"};
inline constexpr std::array<std::string_view, 13> kUnitCompanyStems{"единиц",    "измерени", "өлше",  "бірлі",   "unit",
                                                                    "сумм",      "сома",     "барлы", "человек", "дана",
                                                                    "показател", "көрсет",   "указан"};
/// Whole words that change the number beside which they stand, besides those of thousands and more.
inline constexpr std::array<std::string_view, 6> kScaleWords{"жүз", "сот", "сотен", "bn", "k", "к"};
/// Words that make a bound or a guess of the number beside which they stand: whole words, and beginnings.
inline constexpr std::array<std::string_view, 18> kBoundWords{"не",    "до",   "ок",    "около", "выше",  "ниже",
                                                              "кем",   "емес", "дейін", "шейін", "астам", "аса",
                                                              "about", "up",   "over",  "under", "more",  "less"};
inline constexpr std::array<std::string_view, 15> kBoundStems{"более",   "менее", "больше", "меньше", "свыше",
                                                              "пример",  "прибл", "почти",  "миним",  "кемінде",
                                                              "шамамен", "жуық",  "артық",  "бастап", "approx"};
/// Words that do so before the number only: «от 5», but not «5 % от плана».
inline constexpr std::array<std::string_view, 3> kBoundBefore{"от", "с", "from"};
/// Signs that say the same.
inline constexpr std::u32string_view kBoundSigns = U"~≈≃≅≤≥<>±≠×+?";
/// Signs of multiplication, and letters typed for them.
inline constexpr std::u32string_view kTimesSigns = U"×∗⋅·∙✕✖";
inline constexpr std::u32string_view kTimesLetters = U"xXхХ";
/// What stands beside the numbers of a date and says nothing of its own.
inline constexpr std::array<std::string_view, 9> kDateWords{"г",     "год",  "года", "ж", "жыл",
                                                            "жылғы", "жылы", "year", "of"};

/// Measures whose powers are written with a raised number: «5 км²».
inline constexpr std::array<std::string_view, 12> kMeasures{"км", "см", "мм", "дм", "гм", "мкм",
                                                            "km", "cm", "mm", "dm", "nm", "сек"};

}  // namespace esep::report
