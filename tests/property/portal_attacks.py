#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Attacks on a portal that serves: each is refused, disturbs nobody else and leaves nothing behind. What the server does with bytes alone is tried in
tests/unit/http, what a page does in tests/unit/web; here is what needs a whole program. usage: portal_attacks.py SOURCE_DIR"""
import io
import os
import socket
import statistics
import sys
import tempfile
import time
import urllib.parse
import zipfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
from esep_cli import run  # noqa: E402
from office import ROW, Office  # noqa: E402
from portal import Person, Portal, password_of  # noqa: E402

ACCOUNTS = {"admin": ("account_admin", None), "clerk": ("agency", "km"), "other": ("agency", "dsm")}
SLOW = 200
FORM = "application/x-www-form-urlencoded"


def say(portal, text, wait=True):
    """What the server answers to these bytes until it closes."""
    with socket.create_connection(("127.0.0.1", portal.port), timeout=20) as connection:
        connection.sendall(text.encode("latin-1"))
        answer = b""
        try:
            while wait and (piece := connection.recv(65536)):
                answer += piece
        except ConnectionResetError:
            pass
        return answer.decode("latin-1")


def statuses(answer):
    return [line.split(" ")[1] for line in answer.split("\r\n") if line.startswith("HTTP/1.1 ")]


def slow_clients_disturb_nobody(portal):
    """Half of them never end their header, half never end a body; meanwhile others are served."""
    lines = ("GET /en/ HTTP/1.1\r\nHost: x\r\nX-Slow: ", f"POST /en/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: {FORM}\r\nContent-Length: 9999\r\n\r\nlogin=")
    slow = [socket.create_connection(("127.0.0.1", portal.port)) for _ in range(SLOW)]
    took = []
    for turn in range(20):
        for n, connection in enumerate(slow):
            connection.sendall((lines[n % 2] if turn == 0 else "x").encode())
        begun = time.monotonic()
        assert Person(portal, None).get("/en/sign-in").status == 200
        took.append(time.monotonic() - begun)
    for connection in slow:
        connection.close()
    assert statistics.median(took) < 0.1, took
    return f"{SLOW} slow connections: others served in {statistics.median(took) * 1000:.0f} ms, at most {max(took) * 1000:.0f} ms"


def bomb():
    """A workbook whose sheet is half a GB of blanks in half a MB."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(64):
                part.write(b" " * (1 << 23))
    return out.getvalue()


def bombs_burst_nothing(portal, clerk):
    bytes_of_bomb = bomb()
    chosen = clerk.upload("/en/hand-in", "bomb.xlsx", bytes_of_bomb)
    assert chosen.status == 303, chosen.body
    looked = clerk.get(chosen.location)
    assert looked.status == 200 and "FILE-" in looked.body, looked.body
    assert clerk.post(chosen.location).status == 422
    verified = Person(portal, None).upload("/en/verify", "bomb.xlsx", bytes_of_bomb, field="file")
    assert verified.status == 200, verified.body
    deep = clerk.upload("/en/hand-in", "deep.json", b"[" * 200_000)
    assert clerk.get(deep.location).status == 200
    assert portal.memory() < 256, portal.memory()
    return f"a bomb of half a GB: {portal.memory():.0f} MB of memory"


def too_much_is_refused(portal, clerk):
    nobody = Person(portal, None)
    assert nobody.get("/en/?" + "x" * 20_000).status == 431
    assert nobody.get("/" + "x" * 20_000).status == 431
    assert nobody.ask("GET", "/en/", headers={"Cookie": "a=" + "x" * 20_000}).status == 431
    assert nobody.ask("GET", "/en/", headers={"Cookie": "__Host-esep=" + "x" * 10_000}).status == 200
    assert nobody.get("/en/?" + "a&" * 3000).status == 400
    assert clerk.post("/en/account", {"old-password": "x" * 2_000_000}).status == 413
    assert clerk.ask("POST", "/en/account", "a&" * 3000, {"Content-Type": FORM}).status == 400
    assert say(portal, f"POST /en/hand-in HTTP/1.1\r\nHost: x\r\nContent-Type: {FORM}\r\nContent-Length: {10**15}\r\n\r\n").startswith("HTTP/1.1 413")
    mark = "\r\n--b\r\n"
    parts = mark + mark.join(f'Content-Disposition: form-data; name="files"; filename="{n}.csv"\r\n\r\nx' for n in range(150)) + "\r\n--b--\r\n"
    assert clerk.ask("POST", "/en/hand-in", parts, {"Content-Type": "multipart/form-data; boundary=b"}).status == 413
    long_name = clerk.upload("/en/hand-in", "n" * 3000 + ".csv", b"a;b\n1;2\n")
    assert long_name.status == 303 and clerk.get(long_name.location).status == 200
    for typed in ("login", "password", "code"):
        assert nobody.post("/en/sign-in", {"login": "clerk2", "password": "x", typed: "x" * 500_000}).status == 422


def paths_lead_nowhere(portal, clerk):
    tricks = ["/../accounts.db", "/en/../../esep.db", "/assets/..%2f..%2fesep.db", "/assets/%2e%2e/esep.db", "/en/%00", "/en\\..\\esep.db", "//esep.db",
              "/en/hand-in/..%2f..%2f..%2fesep.db", "/en/report/..%2f..%2fesep.toml/file", "/en/v/..%2f..", "/assets/0123456789ab/..%5cesep.db"]
    for trick in tricks:
        answer = say(portal, f"GET {trick} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nCookie: {clerk.cookie}\r\n\r\n")
        assert statuses(answer)[0] in ("400", "404") and "SQLite" not in answer, (trick, answer)
    for name in ("../../../../escaped.csv", "..\\..\\escaped.csv", "/tmp/escaped.csv", "..", ".", "a/../../escaped.csv", "esep.db"):
        chosen = clerk.upload("/en/hand-in", name, b"a;b\n1;2\n")
        assert chosen.status == 303 and clerk.get(chosen.location).status == 200, name
    outside = [f"{folder}/{file}" for folder, _, files in os.walk(portal.ws) for file in files if "escaped" in file and "/portal/waiting/" not in f"{folder}/"]
    assert not outside and not os.path.exists("/tmp/escaped.csv"), outside


def headers_stay_whole(portal, clerk):
    evil = urllib.parse.quote("x\r\nSet-Cookie: evil=1\r\n\r\n<script>")
    for page in (f"/en/sign-in?to=/{evil}", f"/en/board?form={evil}", f"/v/{evil}", f"/en/v/{evil}", f"/en/report/{evil}", f"/en/blank?form={evil}"):
        answer = say(portal, f"GET {page} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nCookie: {clerk.cookie}\r\n\r\n")
        head = answer.split("\r\n\r\n")[0]
        assert "evil=1" not in head.replace("%20evil%3D1", ""), (page, head)
    sent = clerk.upload("/en/hand-in", 'a%0D%0ASet-Cookie: evil=1%22.csv', b"a;b\n1;2\n")
    assert "evil=1" not in str(sent.headers)


def nothing_is_smuggled(portal):
    tail = "GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n"
    start = f"POST /en/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: {FORM}\r\n"
    for trick in (start + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + tail,
                  start + "Content-Length: 0\r\nContent-Length: 40\r\n\r\n" + tail,
                  start + "Transfer-Encoding: chunked\r\n\r\nzz\r\n" + tail,
                  start + "Transfer-Encoding: chunked\r\n\r\n3\r\na=1&b=2\r\n0\r\n\r\n" + tail,
                  start + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + tail,
                  "GET /en/ HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n" + tail,
                  "GET /en/ HTTP/1.1\nHost: x\n\n" + tail):
        answer = say(portal, trick)
        assert "esep_requests_total" not in answer and statuses(answer) in (["400"], []), (trick, answer)


def other_sites_change_nothing(portal, clerk, other):
    kept = clerk.token
    for token in ("", "0" * len(kept), other.token):
        clerk.token = token
        assert clerk.post("/en/sign-out").status == 403
        assert clerk.upload("/en/hand-in", "a.csv", b"x").status == 403
    clerk.token = kept
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "https://evil.example"}, {"Origin": "null"}):
        body = urllib.parse.urlencode({"csrf": kept})
        assert clerk.ask("POST", "/en/sign-out", body, {"Content-Type": FORM, **headers}).status == 403, headers
    assert clerk.ask("POST", "/en/sign-out", "", {"Content-Type": "text/plain"}).status == 415
    assert clerk.get("/en/sign-out").status == 405
    assert clerk.get("/en/account").status == 200


def sessions_cannot_be_planted(portal):
    planted = Person(portal, None, "10.1.0.1")
    planted.cookie = "__Host-esep=" + "ab" * 32
    assert planted.get("/en/account").status == 303
    answer = planted.post("/en/sign-in", {"login": "other", "password": password_of("other")})
    assert answer.status == 303 and "ab" * 32 not in str(answer.headers)
    assert planted.get("/en/account").status == 303
    for cookie in answer.cookies:
        assert "esep-lang" in cookie or all(word in cookie for word in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/")), cookie


def guessing_has_to_wait(portal):
    codes = Person(portal, None, "10.1.0.2")
    seen = [codes.get(f"/en/v/0000-0000-{n:04}") for n in range(45)]
    assert [one.status for one in seen] == [404] * 40 + [429] * 5 or seen[-1].status == 429, [one.status for one in seen]
    assert 1 <= int(seen[-1].headers["Retry-After"]) <= 2
    assert Person(portal, None, "10.1.0.3").get("/en/v/0000-0000-0000").status == 404
    door = Person(portal, None, "10.1.0.4")
    tries = [door.post("/en/sign-in", {"login": "admin", "password": f"guess {n}"}).status for n in range(7)]
    assert tries == [422] * 5 + [429] * 2, tries
    right = Person(portal, None, "10.1.0.5").post("/en/sign-in", {"login": "admin", "password": password_of("admin")})
    assert right.status == 429 and int(right.headers["Retry-After"]) > 0, right.status


def main():
    with tempfile.TemporaryDirectory() as folder:
        office = Office(sys.argv[1], folder)
        portal = Portal(office.ws, ACCOUNTS)
        clerk, other = portal.person("clerk"), portal.person("other")
        said = [slow_clients_disturb_nobody(portal), bombs_burst_nothing(portal, clerk)]
        too_much_is_refused(portal, clerk)
        paths_lead_nowhere(portal, clerk)
        headers_stay_whole(portal, clerk)
        nothing_is_smuggled(portal)
        other_sites_change_nothing(portal, clerk, other)
        sessions_cannot_be_planted(portal)
        guessing_has_to_wait(portal)
        with open(office.report("after", [ROW]), "rb") as file:
            assert clerk.hand_in("after.json", file.read()) == "S-000001"
        assert not os.listdir(f"{office.ws}/portal/incoming"), "a request left its files behind"
        portal.stop()
        run("-w", office.ws, "doctor", expect=0)
        print("; ".join(said))


if __name__ == "__main__":
    main()
