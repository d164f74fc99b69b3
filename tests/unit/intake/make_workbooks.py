#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Writes workbooks with openpyxl for the tests of the reader: make_workbooks.py FOLDER"""
import datetime
import sys

from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904


def fill(book):
    sheet = book.active
    sheet.title = "Есеп"
    sheet.append(["Атауы", 12.5, 0.1 + 0.2, 940140001230, True, False])
    sheet.append([datetime.date(2026, 10, 5), datetime.datetime(2026, 10, 5, 18, 0), datetime.time(6, 0)])
    sheet["A3"] = "=1+2"
    sheet["B3"] = '="а"&"б"'
    sheet["C3"] = "=1/0"
    sheet["A4"] = "  бос орын\nекінші жол "
    sheet["B4"] = 0.125
    sheet["B4"].number_format = "0.0%"
    sheet["C4"] = 1234.5
    sheet["C4"].number_format = '#,##0.00 "₸"'
    sheet["D4"] = "0012"
    sheet["D4"].number_format = "@"
    sheet["A7"] = "Баған"
    sheet["C7"] = "=== емес"
    sheet["C7"].data_type = "s"
    sheet.merge_cells("A8:C9")
    sheet["A8"] = "біріккен"
    sheet.row_dimensions[4].hidden = True
    hidden = book.create_sheet("_esep")
    hidden.sheet_state = "veryHidden"
    hidden.append(["esep-workbook", "1"])


def main():
    folder = sys.argv[1]
    book = Workbook()
    fill(book)
    book.save(f"{folder}/plain.xlsx")
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    fill(book)
    book.save(f"{folder}/mac.xlsx")
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Көп")
    for row in range(1, 3001):
        sheet.append([row, f"Мәтін {row}", row * 1.1])
    book.save(f"{folder}/many.xlsx")


main()
