# SPDX-License-Identifier: MIT
"""A portal that serves a workspace, and people who use it by HTTP as a browser does: with their cookie and the token of their session."""
import http.client
import os
import re
import subprocess
import time
import urllib.parse
import uuid

from esep_cli import ESEP, run

LONG_ENOUGH = 20  # seconds to start


def password_of(login):
    return f"a long word for {login}"


class Portal:
    """`ws` with accounts: login -> (roles, bodies or None). The first must be an administrator of accounts for all bodies."""

    def __init__(self, ws, accounts):
        self.ws, self.port, self.server = ws, 0, None
        first = next(iter(accounts))
        links = {}
        for login, (roles, bodies) in accounts.items():
            words = ["account", "add", login, "--name", login, "--role", roles] + (["--org", bodies] if bodies else [])
            links[login] = run("-w", ws, "--as", first, *words, expect=0).out.strip()
        self.start()
        for login, link in links.items():
            answer = Person(self, None).post(link, {"new-password": password_of(login)})
            assert answer.status == 303, answer.body

    def start(self):
        """Anew on a free port, until it answers."""
        self.server = subprocess.Popen([ESEP, "-w", self.ws, "--lang", "en", "serve", "--listen", "127.0.0.1:0"], stdout=subprocess.DEVNULL,
                                       stderr=subprocess.PIPE, text=True, env=dict(os.environ, LC_ALL="C.UTF-8"))
        line = self.server.stderr.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
        assert found, line
        self.port = int(found[1])
        assert Person(self, None).get("/health").status == 200
        return self

    def kill(self):
        self.server.kill()
        self.server.wait()

    def stop(self):
        self.server.terminate()
        assert self.server.wait(LONG_ENOUGH) == 0

    def person(self, login, address=None):
        return Person(self, login, address)

    def processor(self):
        """Seconds of processor time so far."""
        with open(f"/proc/{self.server.pid}/stat", encoding="ascii") as file:
            return sum(int(one) for one in file.read().rsplit(")", 1)[1].split()[11:13]) / os.sysconf("SC_CLK_TCK")

    def memory(self):
        """The most that it has taken, in MB."""
        with open(f"/proc/{self.server.pid}/status", encoding="ascii") as file:
            return int(re.search(r"VmHWM:\s+(\d+)", file.read())[1]) / 1024


class Answer:
    def __init__(self, answer):
        self.status, self.location = answer.status, answer.getheader("Location") or ""
        self.headers = answer.msg
        self.body = answer.read().decode("utf-8", "replace")
        self.cookies = answer.msg.get_all("Set-Cookie") or []


class Person:
    """Nobody, or somebody who is signed in. `address`: where he sits, as a proxy says it."""

    def __init__(self, portal, login, address=None):
        self.portal, self.cookie, self.token, self.address = portal, "", "", address
        if login is None:
            return
        answer = self.post("/en/sign-in", {"login": login, "password": password_of(login)})
        assert answer.status == 303, answer.body
        self.cookie = next(one.split(";")[0] for one in answer.cookies if one.startswith("__Host-esep="))
        self.token = re.search(r'name="csrf" value="([0-9a-f]+)"', self.get("/en/account").body)[1]

    def ask(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.portal.port, timeout=60)
        try:
            proxy = {"X-Forwarded-For": self.address} if self.address else {}
            connection.request(method, path, body, {"Cookie": self.cookie, **proxy, **(headers or {})})
            return Answer(connection.getresponse())
        finally:
            connection.close()

    def get(self, path):
        return self.ask("GET", path)

    def post(self, path, fields=None):
        body = urllib.parse.urlencode({"csrf": self.token, **(fields or {})})
        return self.ask("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"})

    def upload(self, path, name, content, field="files"):
        mark = uuid.uuid4().hex
        head = f'--{mark}\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n{self.token}\r\n--{mark}\r\n' \
               f'Content-Disposition: form-data; name="{field}"; filename="{name}"\r\nContent-Type: application/octet-stream\r\n\r\n'
        body = head.encode() + content + f"\r\n--{mark}--\r\n".encode()
        return self.ask("POST", path, body, {"Content-Type": f"multipart/form-data; boundary={mark}"})

    def hand_in(self, name, content):
        """Chooses, looks and hands in. The number of the report in the register."""
        chosen = self.upload("/en/hand-in", name, content)
        assert chosen.status == 303, chosen.body
        looked = self.get(chosen.location)
        assert looked.status == 200, looked.body
        done = self.post(chosen.location)
        assert done.status == 303, done.body
        return re.search(r"S-\d+", done.location)[0]
