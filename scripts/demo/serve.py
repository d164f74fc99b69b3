#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The demo's workspace as a portal, with an account for each role: makes the accounts, starts `esep serve`, sets each password by its link, prints
addresses and passwords, and stays until it is stopped (Ctrl-C). usage: serve.py ESEP WORKSPACE [ADDRESS:PORT]"""
import pathlib
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

# login, name, roles, bodies: the role that the demo shows by this person.
ACCOUNTS = [
    ("admin", "A. Administrator", "account_admin", None),
    ("km", "K. Agency", "agency", "km"),
    ("dsm", "D. Agency", "agency", "dsm"),
    ("oam", "O. Agency", "agency", "oam"),
    ("astana", "A. Agency", "agency", "KZ-71"),
    ("registrar", "R. Registrar", "registrar", None),
    ("reviewer", "V. Reviewer", "reviewer", None),
    ("approver", "P. Approver", "approver", None),
    ("coordinator", "C. Coordinator", "coordinator", None),
    ("operator", "E. Operator", "portal_operator", None),
    ("programme", "M. Programme", "programme_administrator", None),
    ("auditor", "U. Auditor", "auditor", None),
]


def password_of(login):
    return f"demo only {login} password"


def add_accounts(esep, workspace):
    """The links by login, in the order of ACCOUNTS: the first makes the others."""
    links = {}
    for login, name, roles, bodies in ACCOUNTS:
        words = [esep, "-w", workspace, "--lang", "en", "--as", ACCOUNTS[0][0], "account", "add", login, "--name", name, "--role", roles]
        done = subprocess.run(words + (["--org", bodies] if bodies else []), capture_output=True, text=True)
        if done.returncode:
            sys.exit(done.stderr)
        links[login] = done.stdout.strip()
    return links


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def set_password(address, link, password):
    data = urllib.parse.urlencode({"new-password": password}).encode()
    try:
        urllib.request.build_opener(Stay).open(address + link, data)
    except urllib.error.HTTPError as answer:
        if answer.code == 303:
            return
        raise
    sys.exit(f"{link}: the password was not taken")


def wait_until_open(address, server):
    for _ in range(100):
        try:
            urllib.request.urlopen(address + "/health")
            return
        except (urllib.error.URLError, ConnectionError):
            if server.poll() is not None:
                sys.exit("esep serve did not start")
            time.sleep(0.1)
    sys.exit("esep serve does not answer")


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    esep, workspace = sys.argv[1:3]
    place = sys.argv[3] if len(sys.argv) == 4 else "127.0.0.1:8080"
    known = pathlib.Path(workspace, "accounts.db").exists()
    links = {} if known else add_accounts(esep, workspace)
    server = subprocess.Popen([esep, "-w", workspace, "--quiet", "serve", "--listen", place])
    signal.signal(signal.SIGTERM, lambda *_: server.terminate())
    address = f"http://{place}"
    wait_until_open(address, server)
    for login, link in links.items():
        set_password(address, link, password_of(login))
    print(f"\nThe portal: {address}/\n\n{'login':12} {'password':34} roles")
    for login, _, roles, bodies in ACCOUNTS:
        print(f"{login:12} {password_of(login):34} {roles}{' for ' + bodies if bodies else ''}", flush=True)
    try:
        server.wait()
    except KeyboardInterrupt:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
