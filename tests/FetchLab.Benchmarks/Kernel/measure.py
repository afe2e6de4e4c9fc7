"""Drives one installed Jupyter kernel through jupyter_client and prints what it took, as one line of JSON.

usage: measure.py KERNEL_NAME csharp|python
"""
import json
import statistics
import sys
import time

from jupyter_client import KernelManager

CELLS = {
    "csharp": {
        "first": "1+1",
        "trivial": lambda i: f"var x{i % 7} = {i}; x{i % 7} + 1",
        "query": lambda i: f"Enumerable.Range(0, {100 + i}).Where(n => n % 3 == 0).Select(n => n * {i}).Sum()",
        "declare": lambda i: f"var v = {i}; class C {{ public int N => {i}; }} new C().N + v",
        "method": lambda i: f"int F(int n) => n + {i}; F(1)",
    },
    "python": {
        "first": "1+1",
        "trivial": lambda i: f"x{i % 7} = {i}; x{i % 7} + 1",
        "query": lambda i: f"sum(n * {i} for n in range({100 + i}) if n % 3 == 0)",
        "declare": lambda i: f"v = {i}\nclass C:\n    n = {i}\nC.n + v",
        "method": lambda i: f"def f(n): return n + {i}\nf(1)",
    },
}


def run(client, code):
    """Runs a cell and returns the seconds until its reply; it must have gone well and shown a result."""
    start = time.perf_counter()
    shown = []
    reply = client.execute_interactive(code, timeout=60, output_hook=lambda m: shown.append(m["msg_type"]))
    took = time.perf_counter() - start
    if reply["content"]["status"] != "ok" or "execute_result" not in shown:
        raise SystemExit(f"{code!r} went wrong: {reply['content']}")
    return took


def memory_mb(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024


def main(name, language):
    cells = CELLS[language]
    start = time.perf_counter()
    manager = KernelManager(kernel_name=name)
    manager.start_kernel()
    client = manager.blocking_client()
    client.start_channels()
    client.wait_for_ready(timeout=60)
    ready = time.perf_counter() - start
    try:
        first = run(client, cells["first"])
        trivial = sorted(run(client, cells["trivial"](i)) for i in range(40))
        query = [run(client, cells["query"](i)) for i in range(20)]
        pid = manager.provisioner.pid if hasattr(manager, "provisioner") else manager.kernel.pid
        memory = memory_mb(pid)
        declare = [run(client, cells["declare"](i)) for i in range(500)]
        method = [run(client, cells["method"](i)) for i in range(500)]
        growth = lambda times: statistics.median(times[-50:]) / statistics.median(times[:50])
        print(json.dumps({
            "ready_s": ready,
            "first_s": first,
            "trivial_ms": statistics.median(trivial) * 1000,
            "trivial_p95_ms": trivial[int(len(trivial) * 0.95) - 1] * 1000,
            "query_ms": statistics.median(query) * 1000,
            "memory_mb": memory,
            "declare_growth": growth(declare),
            "method_growth": growth(method),
            "memory_after_mb": memory_mb(pid),
        }))
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


main(*sys.argv[1:])
