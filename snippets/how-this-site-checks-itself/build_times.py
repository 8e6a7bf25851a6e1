import json
from pathlib import Path
from statistics import median

builds = json.loads(Path("build_times.json").read_text())["builds"]
first, *_ = builds.values()
runs = len(first["pasted"]["wall"])

print(f"seconds, {runs} runs; ratio: median of the runs' ratios to pasted")
print("pages  way            median   from     to    CPU  ratio  check")
for pages, ways in builds.items():
    for way in ["pasted", "guard warm", "guard cold", "markdown-exec"]:
        wall, cpu = ways[way]["wall"], ways[way]["cpu"]
        ratio = median(
            time / pasted for time, pasted in zip(wall, ways["pasted"]["wall"])
        )
        check = ""
        if way.startswith("guard"):
            check = f" {median(ways['check']['wall']):6.2f}"
        print(
            f"{pages:>5}  {way:13} {median(wall):7.2f} {min(wall):6.2f}"
            f" {max(wall):6.2f} {median(cpu):6.2f} {ratio:6.2f}{check}"
        )
