import json
from pathlib import Path
from statistics import median

text = Path("build_times.json").read_text()
builds = json.loads(text)["builds"]
first, *_ = builds.values()
runs = len(first["pasted"]["wall"])

print(f"seconds, {runs} runs; a ratio is the median")
print("of the runs' ratios to pasted")
for pages, ways in builds.items():
    print(f"\npages: {pages:6} median  from    to   CPU ratio")
    for way in ["pasted", "guard warm", "guard cold", "markdown-exec"]:
        wall, cpu = ways[way]["wall"], ways[way]["cpu"]
        ratio = median(
            time / pasted for time, pasted in zip(wall, ways["pasted"]["wall"])
        )
        print(
            f"{way:13} {median(wall):6.2f} {min(wall):5.2f}"
            f" {max(wall):5.2f} {median(cpu):5.2f} {ratio:5.2f}"
        )
    print(f"{'check':13} {median(ways['check']['wall']):6.2f}")
