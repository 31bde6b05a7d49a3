"""The letters beyond ASCII of languages that share eight-bit encodings: they tell which encoding a text is in."""

from typing import Final

ALPHABETS: Final = {
    "fr": "àâæçéèêëîïôœùûüÿ",
    "de": "äöüßéàè",
    "es": "áéíñóúüçªº",
    "pt": "áàâãçéêíóôõúüªº",
    "it": "àèéìíîòóùúªº",
    "nl": "áéèêëïíóöúü",
    "ca": "àçéèíïòóúü",
    "sv": "åäöéà",
    "da": "åæøéóü",
    "fi": "åäöšž",
    "is": "áéíóúýþæöð",
    "ga": "áéíóú",
    "pl": "ąćęłńóśźż",
    "cs": "áčďéěíňóřšťúůýž",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "hu": "áéíóöőúüű",
    "ro": "ăâîșțşţ",
    "hr": "čćđšž",
    "sq": "çë",
    "tr": "çğıiöşüâîû",
    "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņšūž",
    "et": "äõöüšž",
}

# Encodings of other alphabets, and the dozen letters that make up two thirds of any text in them.
FREQUENT: Final = {
    "cp1251 koi8_r koi8_u iso8859_5 cp866 mac_cyrillic": "оеаинтсрвлкмдпуі",
    "cp1256 iso8859_6": "المينورتبةعدسهفق",
    "cp1255 iso8859_8": "יוהלאתרבמשנ",
    "cp1253 iso8859_7": "αοιετσνηυρπκάό",
    "tis_620": "านรอกเงมยลวดท่้ีัิ",
}
