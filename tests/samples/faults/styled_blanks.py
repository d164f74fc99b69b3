#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# usage: gen_styled.py IN.xlsx OUT.xlsx ROWS COLS - adds styled blank cells below the table of sheet1
import re,sys,zipfile
i,o,R,C=sys.argv[1],sys.argv[2],int(sys.argv[3]),int(sys.argv[4]); z=zipfile.ZipFile(i); s='xl/worksheets/sheet1.xml'; d=z.read(s)
n=max(map(int,re.findall(rb'<row r="(\d+)"',d)))+1
x=''.join('<row r="%d">'%r+''.join('<c r="%s%d" s="1"/>'%(chr(65+c),r) for c in range(C))+'</row>' for r in range(n,n+R)).encode()
with zipfile.ZipFile(o,'w',8) as w:
    for e in z.namelist(): w.writestr(e,d.replace(b'</sheetData>',x+b'</sheetData>') if e==s else z.read(e))
