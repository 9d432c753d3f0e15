#!/usr/bin/env python3
"""Result files in; one table out, with how many times longer each engine takes than ours for the same questions.

    compare.py FOLDER [--ours taiyaku]

FOLDER is that of the corpus. An engine that was asked fewer questions is compared over those alone.
"""

import argparse
import json
import pathlib

HEAD = ["engine", "segments", "questions", "mean ms", "p50", "p90", "p99", "× ours", "recall", "by score", "MiB", "build s", "load"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--ours", default="taiyaku")
    wanted = parser.parse_args()
    results = [json.loads(file.read_text(encoding="utf-8")) for file in sorted((wanted.folder / "results").glob("*.json"))]
    if not results:
        raise SystemExit(f"There are no results in `{wanted.folder}`. Make some with `benches/peers/run`.")
    for language in sorted({result["language"] for result in results}, reverse=True):
        print(f"\n### {language}\n")
        print("| " + " | ".join(HEAD) + " |")
        print("| --- " + "| ---: " * (len(HEAD) - 1) + "|")
        of_language = [result for result in results if result["language"] == language]
        for result in sorted(of_language, key=lambda result: (result["segments"], result["mean_ms"])):
            same = [other for other in of_language if other["segments"] == result["segments"]]
            ours = next((other for other in same if other["engine"] == wanted.ours), None)
            print("| " + " | ".join(row(result, ours)) + " |")
    print("\nTimes are processor time per question. `recall` is by the measure the engine ranks by, `by score` by ours.")


def row(result, ours):
    return [
        result["engine"],
        f"{result['segments']:,}",
        f"{result['queries']:,}",
        *(shown(result[name]) for name in ("mean_ms", "p50_ms", "p90_ms", "p99_ms")),
        ratio(result, ours),
        share(result["recall"]),
        share(result["recall_score"]),
        f"{result['memory_bytes'] / 2**20:,.0f}",
        f"{result['build_seconds']:,.1f}",
        f"{result['load_average']:.1f}",
    ]


def ratio(result, ours):
    """How many times longer, over the questions both were asked: questions are asked in one order."""
    if ours is None or ours is result:
        return ""
    count = min(len(result["times_ms"]), len(ours["times_ms"]))
    return shown(sum(result["times_ms"][:count]) / sum(ours["times_ms"][:count]))


def share(value):
    return "" if value is None else f"{value:.3f}"


def shown(value):
    """Three digits that count."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}" if value >= 1 else f"{value:.3f}"


if __name__ == "__main__":
    main()
