#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A table of 1,000 × 10 by reportlab, where it is installed. usage: reportlab_table.py OUT.pdf"""
import sys

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import LongTable, SimpleDocTemplate

WORDS = "әкімдіктің ақпараттық жүйесі|көлік дәлізін талдау|дерекқор кестесі|жоспарланған жұмыс|құжат айналымы".split("|")

pdfmetrics.registerFont(TTFont("Noto", "/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf"))
rows = [[f"{i}-баған" for i in range(1, 11)]]
rows += [[f"{WORDS[(r + c) % 5]} № {r * 31 + c}" if c % 3 == 0 else f"{r * 31 + c}" for c in range(10)] for r in range(1000)]
table = LongTable(rows, colWidths=[77] * 10, repeatRows=1)
table.setStyle([("FONT", (0, 0), (-1, -1), "Noto", 7), ("GRID", (0, 0), (-1, -1), 0.5, "black")])
SimpleDocTemplate(sys.argv[1], pagesize=landscape(A4), leftMargin=36, rightMargin=36).build([table])
