"""Drives a kernel with Jupyter's own client through every message, and holds each answer against the protocol.

    python3 wire.py FOLDER          FOLDER/kernels/.net-csharp/kernel.json says how the kernel starts

Prints a line a check: 'ok NAME', or 'FAILED NAME: why'. Every wait has an end.
"""
import contextlib
import os
import queue
import signal
import sys
import time

import zmq
from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.session import Session

import shapes

PATIENCE = 30


class Wire:
    """One client of one kernel. Whatever it hears is held against the protocol, also what no check asks for."""

    def __init__(self, manager):
        self.manager = manager
        self.client = manager.blocking_client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=60)
        self.session = self.client.session
        # The client's own sockets are for asyncio, and polled one at a time; here the next message counts, wherever it comes.
        self.sockets = {name: zmq.Socket.shadow(getattr(self.client, name + "_channel").socket.underlying) for name in shapes.CHANNELS}
        self.heard, self.sent, self.ids = [], {}, set()
        self.kernel = None

    def close(self):
        self.client.stop_channels()

    @property
    def pid(self):
        return self.manager.provisioner.process.pid

    def send(self, kind, content, channel="shell", session=None):
        message = self.session.msg(kind, content)
        self.sent[message["header"]["msg_id"]] = kind
        (session or self.session).send(self.sockets[channel], message)
        return message["header"]["msg_id"]

    def cell(self, code, **options):
        """Sends a cell, and gives the id of the request."""
        request = {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False, "stop_on_error": True}
        return self.send("execute_request", {**request, **options})

    def run(self, code, answers=(), **options):
        """Runs a cell to its end."""
        return self.until_idle(self.cell(code, **options), answers)

    def ask(self, kind, content, channel="shell"):
        return self.until_idle(self.send(kind, content, channel))

    def until_idle(self, request, answers=()):
        """Waits for what belongs to a request: its reply, and its broadcasts to the 'idle' at their end."""
        answers = list(answers)
        mine = Heard()
        while not (mine.reply and mine.is_idle):
            channel, message = self.next()
            if message["parent_header"].get("msg_id") != request:
                continue
            if channel == "stdin":
                mine.questions.append(message["content"])
                self.send("input_reply", {"value": answers.pop(0)}, "stdin")
            elif channel == "iopub":
                expect(not mine.is_idle, f"{message['header']['msg_type']} came after 'idle'")
                mine.broadcasts.append(message)
            else:
                expect(mine.reply is None, "a second reply came")
                mine.reply_type, mine.reply = message["header"]["msg_type"], message["content"]
        expect(mine.states == ["busy", "idle"], f"the states were {mine.states}")
        expect(mine.broadcasts[0]["header"]["msg_type"] == "status", "something came before 'busy'")
        expect(mine.reply_type == self.sent[request].replace("_request", "_reply"), f"the reply was a {mine.reply_type}")
        return mine

    def wait_for(self, kind, request):
        """The next broadcast of a type that belongs to a request."""
        while True:
            channel, message = self.next()
            if (channel, message["header"]["msg_type"], message["parent_header"].get("msg_id")) == ("iopub", kind, request):
                return message["content"]

    def next(self, patience=PATIENCE):
        """The next message, on whatever channel it comes."""
        poller = zmq.Poller()
        for socket in self.sockets.values():
            poller.register(socket, zmq.POLLIN)
        ready = dict(poller.poll(patience * 1000))
        for channel, socket in self.sockets.items():
            if socket in ready:
                identities, message = self.session.recv(socket)
                self._judge(channel, identities, message)
                return channel, message
        raise queue.Empty(f"nothing came in {patience} s")

    def _judge(self, channel, identities, message):
        why = shapes.wrong(channel, message)
        header, parent = message["header"], message["parent_header"]
        if not why and channel == "iopub" and header["msg_type"].encode() not in identities[0]:
            why = f"its topic is {identities}"
        if not why and header["msg_id"] in self.ids:
            why = "its msg_id came before"
        if not why and self.kernel not in (None, header["session"]):
            why = "its session is another than before"
        if not why and parent and self.sent.get(parent["msg_id"], parent["msg_type"]) != parent["msg_type"]:
            why = f"its parent is no {parent['msg_type']}"
        self.ids.add(header["msg_id"])
        self.kernel = header["session"]
        self.heard.append((header["msg_type"], why))


class Heard:
    """What one request was answered with."""

    def __init__(self):
        self.reply, self.reply_type, self.broadcasts, self.questions = None, None, [], []

    def of(self, kind):
        return [message["content"] for message in self.broadcasts if message["header"]["msg_type"] == kind]

    def one(self, kind):
        found = self.of(kind)
        expect(len(found) == 1, f"there are {len(found)} {kind}")
        return found[0]

    @property
    def kinds(self):
        return [message["header"]["msg_type"] for message in self.broadcasts if message["header"]["msg_type"] != "status"]

    @property
    def states(self):
        return [content["execution_state"] for content in self.of("status")]

    @property
    def is_idle(self):
        return self.states[-1:] == ["idle"]

    @property
    def text(self):
        return "".join(content["text"] for content in self.of("stream"))

    @property
    def result(self):
        return self.one("execute_result")["data"]["text/plain"]


def expect(right, why):
    if not right:
        raise AssertionError(why)


def same(found, wanted):
    expect(found == wanted, f"{found!r} is not {wanted!r}")


def has(part, whole):
    expect(part in whole, f"{part!r} is not in {whole!r}")


# The checks. Each is named as it is printed; each leaves the kernel as it found it, but for its count.


def kernel_info(wire):
    for channel in ("shell", "control"):
        info = wire.ask("kernel_info_request", {}, channel).reply
        same((info["language_info"]["name"], info["language_info"]["file_extension"]), ("csharp", ".cs"))
        expect(info["banner"], "the banner is empty")
        expect("debugger" not in info, "a debugger is claimed")


def execute_result(wire):
    heard = wire.run("6 * 7")
    same(heard.kinds, ["execute_input", "execute_result"])
    same(heard.one("execute_input"), {"code": "6 * 7", "execution_count": heard.reply["execution_count"]})
    same((heard.result, heard.one("execute_result")["execution_count"]), ("42", heard.reply["execution_count"]))
    same((heard.reply["status"], heard.reply["user_expressions"]), ("ok", {}))


def execute_counts_up(wire):
    first, second = (wire.run("1").reply["execution_count"] for _ in range(2))
    same(second, first + 1)


def execute_silent(wire):
    before = wire.run("1").reply["execution_count"]
    same(wire.run('Console.Write("unheard"); display("unseen"); 2', silent=True).kinds, [])
    same(wire.run('throw new Exception("unheard");', silent=True).kinds, [])
    same(wire.run("1").reply["execution_count"], before + 1)
    expect(all("unheard" not in entry[2] for entry in history(wire, "tail", n=3)), "a silent cell is in the history")


def execute_without_history(wire):
    before = wire.run("1").reply["execution_count"]
    same(wire.run('"unkept"', store_history=False).result, "unkept")
    same(wire.run("1").reply["execution_count"], before + 1)
    same([entry[2] for entry in history(wire, "tail", n=2)], ["1", "1"])


def user_expressions(wire):
    reply = wire.run("var seen = 20;", user_expressions={"good": "seen + 1", "bad": "nowhere", "thrown": "int.Parse(\"x\")"}).reply
    found = reply["user_expressions"]
    same((reply["status"], found["good"]["status"], found["good"]["data"]["text/plain"]), ("ok", "ok", "21"))
    same((found["bad"]["status"], found["bad"]["ename"]), ("error", "CompileError"))
    has("nowhere", found["bad"]["evalue"])
    same((found["thrown"]["status"], found["thrown"]["ename"]), ("error", "FormatException"))


def user_expressions_show_nothing(wire):
    wire.run('int Shout() { Console.Write("heard"); return 3; }')
    heard = wire.run("var quiet = 1;", user_expressions={"loud": "Shout()"})
    same((heard.text, heard.reply["user_expressions"]["loud"]["data"]["text/plain"]), ("", "3"))


def stop_on_error_aborts_what_is_queued(wire):
    failing = wire.cell(until("go-abort") + 'throw new Exception("no");')
    queued = [wire.cell(f"var never{i} = 1;") for i in range(2)]
    # The kernel has read them, for it reads in order, and answers on control at once.
    time.sleep(0.5)
    wire.ask("kernel_info_request", {}, "control")
    touch("go-abort")
    replies = gather(wire, [failing, *queued])
    same([replies[request]["status"] for request in (failing, *queued)], ["error", "aborted", "aborted"])
    same(wire.run("never0").reply["ename"], "CompileError")
    same(wire.run("1").reply["status"], "ok")


def without_stop_on_error_nothing_is_aborted(wire):
    failing = wire.cell('System.Threading.Thread.Sleep(300); throw new Exception("no");', stop_on_error=False)
    queued = wire.cell("1")
    replies = gather(wire, [failing, queued])
    same([replies[request]["status"] for request in (failing, queued)], ["error", "ok"])


def input_is_asked(wire):
    heard = wire.run('var name = input("Who? "); $"<{name}>"', ["Zoë 😀"], allow_stdin=True)
    same(heard.questions, [{"prompt": "Who? ", "password": False}])
    same(heard.result, "<Zoë 😀>")


def password_is_asked(wire):
    heard = wire.run('var secret = password("Pin? "); secret.GetClearTextPassword().Length', ["12345"], allow_stdin=True)
    same(heard.questions, [{"prompt": "Pin? ", "password": True}])
    same(heard.result, "5")
    expect("12345" not in wire.run("secret").result, "the password is shown")


def read_line_is_asked(wire):
    heard = wire.run("var one = Console.ReadLine(); var two = Console.ReadLine(); one + two", ["a", "b"], allow_stdin=True)
    same(heard.questions, [{"prompt": "", "password": False}] * 2)
    same(heard.result, "ab")


def input_without_stdin_says_so(wire):
    for code in ('input("Who? ")', 'password("Who? ")'):
        reply = wire.run(code).reply
        same((reply["status"], reply["ename"]), ("error", "NotebookError"))
        has("nobody can be asked 'Who? ' here", reply["evalue"])
    same(wire.run("Console.ReadLine() is null").result, "True")


def display_data(wire):
    heard = wire.run('display(HTML("<b>b</b>"));')
    shown = heard.one("display_data")
    same(shown["data"]["text/html"], "<b>b</b>")
    expect(shown["transient"]["display_id"], "it has no display_id")


def update_display_data(wire):
    shown = wire.run('var shown = display("one");').one("display_data")
    updated = wire.run('shown.Update("two");').one("update_display_data")
    same((shown["data"]["text/plain"], updated["data"]["text/plain"]), ("one", "two"))
    same(updated["transient"], shown["transient"])


def clear_output(wire):
    heard = wire.run('Console.Write("old"); clearOutput(); Console.Write("new"); clearOutput(wait: true); Console.Write("newest");')
    same(heard.kinds, ["execute_input", "stream", "clear_output", "stream", "clear_output", "stream"])
    same([content["wait"] for content in heard.of("clear_output")], [False, True])


def streams_in_order(wire):
    heard = wire.run('for (var i = 0; i < 3; i++) { Console.Write($"o{i}"); Console.Error.Write($"e{i}"); }')
    wanted = [(name, name[3] + str(i)) for i in range(3) for name in ("stdout", "stderr")]
    same([(each["name"], each["text"]) for each in heard.of("stream")], wanted)


def streams_before_displays(wire):
    heard = wire.run('Console.Write("a"); display("b"); Console.Write("c"); 4')
    same(heard.kinds, ["execute_input", "stream", "display_data", "stream", "execute_result"])


def streams_live(wire):
    # The cell ends only after its first line was heard.
    request = wire.cell(f'Console.WriteLine("one"); {until("go-live")} Console.WriteLine("two");')
    same(wire.wait_for("stream", request)["text"], "one\n")
    touch("go-live")
    same(wire.wait_for("stream", request)["text"], "two\n")
    gather(wire, [request])


def streams_late(wire):
    late = wire.cell(f'_ = Task.Run(() => {{ {until("go-late")} Console.Write("late"); }});')
    wire.until_idle(late)
    wire.run("1")
    touch("go-late")
    same(wire.wait_for("stream", late)["text"], "late")


def streams_of_two_cells_apart(wire):
    wire.run('void Say(string text) { for (var i = 0; i < 2000; i++) { Console.Write(text); System.Threading.Thread.Yield(); } }')
    late = wire.cell('_ = Task.Run(() => { Say("x"); Console.Write("end"); });')
    own = wire.cell('Say("y");')
    texts, ended = {late: "", own: ""}, set()
    while not (texts[late].endswith("end") and ended == {late, own}):
        channel, message = wire.next()
        request = message["parent_header"].get("msg_id")
        if message["header"]["msg_type"] == "stream":
            texts[request] += message["content"]["text"]
        elif channel == "shell":
            ended.add(request)
    drain(wire)
    same((texts[late], texts[own]), ("x" * 2000 + "end", "y" * 2000))


def half_a_character(wire):
    # No text can carry it alone; the kernel must live.
    has("\ufffd", wire.run(r'Console.Write("\ud83d|");').text)
    has("\ufffd", wire.run(r'"\ude00"').result)
    same(wire.run(r'Console.Write("\ud83d"); Console.Write("\ude00");').text, "😀")


def error_at_runtime(wire):
    heard = wire.run('var before = 1;\nthrow new InvalidOperationException("broken");')
    error = heard.one("error")
    same({key: heard.reply[key] for key in error}, error)
    same((error["ename"], error["evalue"]), ("InvalidOperationException", "broken"))
    expect(1 < len(error["traceback"]) < 5, f"the traceback has {len(error['traceback'])} lines: {error['traceback']}")
    has("broken", error["traceback"][0])
    has(f"cell {heard.reply['execution_count']}:line 2", error["traceback"][1])
    same(heard.reply.get("user_expressions"), {})
    same(wire.run("before").result, "1")


def error_at_compile_time(wire):
    heard = wire.run("var one = 1;\nint two = oen;")
    error = heard.one("error")
    same({key: heard.reply[key] for key in error}, error)
    same(error["ename"], "CompileError")
    has("oen", error["evalue"])
    same(len(error["traceback"]), 1)
    has(f"cell {heard.reply['execution_count']}(2,11)", error["traceback"][0])


def complete(wire):
    code = 'var text = "😀😀"; text.Len + 1'
    reply = wire.ask("complete_request", {"code": code, "cursor_pos": code.index(" + 1")}).reply
    has("Length", reply["matches"])
    same((reply["cursor_start"], reply["cursor_end"]), (code.index("Len"), code.index(" + 1")))


def complete_knows_earlier_cells(wire):
    wire.run("int somethingDeclared = 1;")
    same(wire.ask("complete_request", {"code": "somethingDecl", "cursor_pos": 13}).reply["matches"], ["somethingDeclared"])


def inspect(wire):
    code = 'var text = "😀😀"; text.Length'
    reply = wire.ask("inspect_request", {"code": code, "cursor_pos": len(code) - 3, "detail_level": 0}).reply
    expect(reply["found"], "nothing is found")
    has("Length", reply["data"]["text/plain"])
    same(wire.ask("inspect_request", {"code": "  ", "cursor_pos": 1, "detail_level": 0}).reply["found"], False)


def is_complete(wire):
    found = [wire.ask("is_complete_request", {"code": code}).reply for code in ("1 + 1", "if (true) {", "int x = ;")]
    same([each["status"] for each in found], ["complete", "incomplete", "invalid"])
    same(found[1]["indent"], "    ")


def history(wire, kind, **options):
    return wire.ask("history_request", {"output": False, "raw": True, "hist_access_type": kind, **options}).reply["history"]


def history_tail(wire):
    counts = [wire.run(code).reply["execution_count"] for code in ("100", "200")]
    same([entry[1:] for entry in history(wire, "tail", n=2)], [[counts[0], "100"], [counts[1], "200"]])


def history_range(wire):
    count = wire.run("300").reply["execution_count"]
    same([entry[1:] for entry in history(wire, "range", session=0, start=count, stop=count + 1, output=True)], [[count, ["300", "300"]]])
    same(history(wire, "range", session=-1, start=1, stop=9), [])


def history_search(wire):
    counts = [wire.run(code).reply["execution_count"] for code in ("4001", "4002", "4001")]
    same([entry[1:] for entry in history(wire, "search", pattern="400*", n=9)], [[counts[0], "4001"], [counts[1], "4002"], [counts[2], "4001"]])
    same([entry[1:] for entry in history(wire, "search", pattern="400?", n=9, unique=True)], [[counts[1], "4002"], [counts[2], "4001"]])
    same([entry[1:] for entry in history(wire, "search", pattern="40*", n=1)], [[counts[2], "4001"]])


def comm_info(wire):
    same(wire.ask("comm_info_request", {}).reply["comms"], {})


def comm_open_is_closed(wire):
    request = wire.send("comm_open", {"comm_id": "some-comm", "target_name": "nobody", "data": {}})
    same(wire.wait_for("comm_close", request)["comm_id"], "some-comm")
    drain(wire)


def interrupt_on_control(wire):
    interrupted(wire, lambda: wire.ask("interrupt_request", {}, "control"))


def interrupt_by_signal(wire):
    interrupted(wire, lambda: os.kill(wire.pid, signal.SIGINT))


def interrupted(wire, interrupt):
    wire.run("var kept = 3;")
    request = wire.cell('Console.Write("on"); System.Threading.Thread.Sleep(System.Threading.Timeout.Infinite);')
    wire.wait_for("stream", request)
    interrupt()
    same(gather(wire, [request])[request]["status"], "error")
    same(wire.run("kept").result, "3")


def interrupt_ends_a_question(wire):
    request = wire.cell('input("Who? ")', allow_stdin=True)
    while wire.next()[0] != "stdin":
        pass
    wire.ask("interrupt_request", {}, "control")
    same(gather(wire, [request])[request]["status"], "error")
    # An answer that comes too late is nobody's.
    wire.send("input_reply", {"value": "late"}, "stdin")
    same(wire.run('input("And now? ")', ["now"], allow_stdin=True).result, "now")


def interrupt_without_a_cell(wire):
    same(wire.ask("interrupt_request", {}, "control").reply["status"], "ok")
    os.kill(wire.pid, signal.SIGINT)
    # Nothing tells that the signal has arrived, and a cell that it meets is interrupted.
    time.sleep(1)
    same(wire.run("1").reply["status"], "ok")


def heartbeat(wire):
    with contextlib.closing(zmq.Context.instance().socket(zmq.REQ)) as beat:
        beat.linger = 0
        beat.connect(f"tcp://127.0.0.1:{wire.manager.hb_port}")
        for said in (b"", b"ping", bytes(range(256)) * 40):
            beat.send(said)
            expect(beat.poll(PATIENCE * 1000), "there is no echo")
            same(beat.recv(), said)


def heartbeat_while_a_cell_runs(wire):
    request = wire.cell('Console.Write("on"); while (!System.IO.File.Exists("go-beat")) { }')
    wire.wait_for("stream", request)
    heartbeat(wire)
    same(wire.ask("kernel_info_request", {}, "control").reply["status"], "ok")
    touch("go-beat")
    gather(wire, [request])


def wrong_signature_is_dropped(wire):
    before = wire.run("1").reply["execution_count"]
    stranger = Session(key=b"another key", session=wire.session.session)
    unsigned = Session(key=b"", session=wire.session.session)
    dropped = [
        wire.send("execute_request", {"code": "var forged = 1;"}, session=stranger),
        wire.send("execute_request", {"code": "var forged = 1;"}, session=unsigned),
        wire.send("shutdown_request", {"restart": False}, "control", stranger),
    ]
    heard = wire.run("1")
    same(heard.reply["execution_count"], before + 1)
    same(wire.run("forged").reply["ename"], "CompileError")
    same([kind for kind, _ in wire.heard[-40:] if kind == "shutdown_reply"], [])
    drain(wire, dropped)


def nonsense_is_survived(wire):
    # No such request; members that lack or are of another kind. Nothing hangs, and the next cell runs.
    wire.send("no_such_request", {})
    wire.send("no_such_request", {}, "control")
    wire.send("comm_msg", {"comm_id": "nobody's", "data": {}})
    for kind, content in (
        ("complete_request", {}), ("complete_request", {"code": 5, "cursor_pos": "x"}), ("complete_request", {"code": "ab", "cursor_pos": -7}),
        ("inspect_request", {"code": "ab", "cursor_pos": 10**9}), ("is_complete_request", {}), ("history_request", {}),
        ("history_request", {"hist_access_type": "tail", "n": -1}), ("comm_info_request", {"target_name": 3}), ("execute_request", {}),
        ("execute_request", {"code": None, "user_expressions": [1], "silent": "no"}),
    ):
        wire.ask(kind, content)
    same(wire.run("1 + 1").result, "2")
    drain(wire)


def every_message_fits_the_protocol(wire):
    same([(kind, why) for kind, why in wire.heard if why], [])
    # What the checks must have made it say, or nothing was held against anything.
    silent = set(shapes.CONTENT) - {kind for kind, _ in wire.heard} - {"shutdown_reply"}
    same(sorted(silent), [])


def shutdown(wire, channel, restart):
    request = wire.send("shutdown_request", {"restart": restart}, channel)
    reply, heard = None, []
    while reply is None or "shutdown_reply" not in heard:
        where, message = wire.next()
        if message["parent_header"].get("msg_id") == request:
            if where == channel:
                reply = message["content"]
            else:
                heard.append(message["header"]["msg_type"])
    same(reply, {"status": "ok", "restart": restart})
    same(wire.manager.provisioner.process.wait(PATIENCE), 0)
    same([(kind, why) for kind, why in wire.heard if why], [])


def shutdown_for_good(wire):
    shutdown(wire, "control", False)


def shutdown_for_a_restart(wire):
    wire.run("var gone = 1;")
    shutdown(wire, "control", True)


def shutdown_on_shell(wire):
    shutdown(wire, "shell", False)


def shutdown_while_a_cell_runs(wire):
    wire.wait_for("stream", wire.cell('Console.Write("on"); System.Threading.Thread.Sleep(System.Threading.Timeout.Infinite);'))
    shutdown(wire, "control", False)


def restart_by_the_manager(wire):
    wire.run("var gone = 1;")
    before = wire.pid
    wire.close()
    wire.manager.restart_kernel(now=False)
    again = Wire(wire.manager)
    expect(again.pid != before, "the process is the same")
    heard = again.run("gone")
    same((heard.reply["ename"], heard.reply["execution_count"]), ("CompileError", 1))
    again.close()


ON_ONE_KERNEL = [
    kernel_info, execute_result, execute_counts_up, execute_silent, execute_without_history, user_expressions, user_expressions_show_nothing,
    stop_on_error_aborts_what_is_queued, without_stop_on_error_nothing_is_aborted, input_is_asked, password_is_asked, read_line_is_asked,
    input_without_stdin_says_so, display_data, update_display_data, clear_output, streams_in_order, streams_before_displays, streams_live,
    streams_late, streams_of_two_cells_apart, half_a_character, error_at_runtime, error_at_compile_time, complete, complete_knows_earlier_cells, inspect,
    is_complete, history_tail, history_range, history_search, comm_info, comm_open_is_closed, interrupt_on_control, interrupt_by_signal,
    interrupt_ends_a_question, interrupt_without_a_cell, heartbeat, heartbeat_while_a_cell_runs, wrong_signature_is_dropped, nonsense_is_survived,
    every_message_fits_the_protocol,
]
ON_A_KERNEL_OF_ITS_OWN = [shutdown_for_good, shutdown_for_a_restart, shutdown_on_shell, shutdown_while_a_cell_runs, restart_by_the_manager]


def gather(wire, requests):
    """The replies to several requests, once all of them are idle."""
    replies, idle = {}, set()
    while set(replies) != set(requests) or idle != set(requests):
        channel, message = wire.next()
        request = message["parent_header"].get("msg_id")
        if request in requests and channel == "shell":
            replies[request] = message["content"]
        if request in requests and message["content"].get("execution_state") == "idle":
            idle.add(request)
    return replies


def drain(wire, never=()):
    """Hears what still comes, until nothing does."""
    with contextlib.suppress(queue.Empty):
        while True:
            _, message = wire.next(patience=0.3)
            expect(message["parent_header"].get("msg_id") not in never, f"{message['header']['msg_type']} answers what must be dropped")


def until(name):
    """C# that goes on when the file is there: so a check holds a cell where it wants it."""
    return f'while (!System.IO.File.Exists("{name}")) System.Threading.Thread.Sleep(5); '


def touch(name):
    open(name, "w").close()


@contextlib.contextmanager
def kernel(folder):
    manager = KernelManager(kernel_name=".net-csharp", kernel_spec_manager=KernelSpecManager(kernel_dirs=[os.path.join(folder, "kernels")]))
    manager.start_kernel(cwd=folder)
    try:
        wire = Wire(manager)
        yield wire
        wire.close()
    finally:
        manager.shutdown_kernel(now=True)


def check(name, act):
    try:
        act()
        print(f"ok {name}", flush=True)
    except Exception as error:
        print(f"FAILED {name}: {type(error).__name__}: {error}".replace("\n", " "), flush=True)


def alone(folder, act):
    with kernel(folder) as wire:
        act(wire)


def main(folder, only):
    os.chdir(folder)
    # Should something hang in spite of all: an end that no check catches, but that ends the kernel on its way.
    signal.signal(signal.SIGALRM, lambda *_: sys.exit("wire.py: it took too long"))
    signal.alarm(200)
    chosen = [each for each in ON_ONE_KERNEL if not only or each.__name__ in only]
    if chosen:
        with kernel(folder) as wire:
            for each in chosen:
                check(each.__name__, lambda: each(wire))
    for each in ON_A_KERNEL_OF_ITS_OWN:
        if not only or each.__name__ in only:
            check(each.__name__, lambda: alone(folder, each))


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]), sys.argv[2:])
