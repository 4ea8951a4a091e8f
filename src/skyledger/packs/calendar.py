"""Names of months and weekdays in three languages, as they stand in dates."""

_MONTHS = {
    1: "января january січня jan",
    2: "февраля february лютого feb",
    3: "марта march березня mar",
    4: "апреля april квітня apr",
    5: "мая may травня",
    6: "июня june червня jun",
    7: "июля july липня jul",
    8: "августа august серпня aug",
    9: "сентября september вересня sept sep",
    10: "октября october жовтня oct",
    11: "ноября november листопада nov",
    12: "декабря december грудня dec",
}
_WEEKDAYS = {
    0: "понедельник понеділок monday понедельника понеділка",
    1: "вторник вівторок tuesday вторника вівторка",
    2: "среду середу wednesday среда середа среды середи",
    3: "четверг четвер thursday четверга четверга",
    4: "пятницу п'ятницю friday пятница п'ятниця пятницы п'ятниці",
    5: "субботу суботу saturday суббота субота субботы суботи",
    6: "воскресенье неділю sunday неділя воскресенья неділі",
}
MONTH_OF = {name: number for number, names in _MONTHS.items() for name in names.split()}
WEEKDAY_OF = {name: number for number, names in _WEEKDAYS.items() for name in names.split()}
